//! Errors: a raised Python exception is a value in the mutator; Rust code passes [`Raised`].

use super::mutator::mutator;
use super::value::Value;

/// The result of anything that can raise.
pub type R<T = Value> = Result<T, Raised>;

/// Proof that an exception is pending in the mutator.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Raised(());

impl Raised {
    /// For the boundary with compiled code: an error was signalled in band.
    pub fn pending() -> Raised {
        Raised(())
    }
}

/// `Err(raise!(TypeError, "fmt {}", x))`: makes the exception pending, with one `str` argument.
#[macro_export]
macro_rules! raise {
    ($class:ident, $($arg:tt)*) => {
        $crate::core::error::raise_formatted(
            ::runtime_interface::tag::exception::$class,
            format_args!($($arg)*),
        )
    };
}

/// The same with a text that is put together only where it has parts.
#[cold]
#[inline(never)]
pub fn raise_formatted(class: u64, text: std::fmt::Arguments) -> Raised {
    match text.as_str() {
        Some(text) => raise_text(class, text),
        None => raise_text(class, &text.to_string()),
    }
}

/// Makes a new exception of a builtin class pending, with one `str` argument.
#[cold]
#[inline(never)]
pub fn raise_text(class: u64, text: &str) -> Raised {
    let message = super::StrObj::from_str(text);
    raise_args(class, &[message.value()])
}

/// Makes a new exception of a builtin class pending, with these `args`.
#[cold]
#[inline(never)]
pub fn raise_args(class: u64, args: &[Value]) -> Raised {
    crate::exceptions::raise_builtin(class, args)
}

/// Makes an exception instance pending as it is (no context chaining).
#[cold]
pub fn set_pending(exception: Value) -> Raised {
    // SAFETY: the mutator is a static of this thread.
    unsafe { (*mutator()).exception = exception }
    Raised(())
}

/// Takes the pending exception.
pub fn take_pending(_: Raised) -> Value {
    // SAFETY: the mutator is a static of this thread.
    unsafe { std::mem::replace(&mut (*mutator()).exception, Value::UNBOUND) }
}

/// Results at the boundary with compiled code, in band.
pub trait InBand {
    type Word;
    fn in_band(self) -> Self::Word;
}
impl InBand for R<Value> {
    type Word = Value;
    #[inline(always)]
    fn in_band(self) -> Value {
        self.unwrap_or(Value::ERROR)
    }
}
impl InBand for R<bool> {
    type Word = i64;
    #[inline(always)]
    fn in_band(self) -> i64 {
        self.map_or(-1, |b| b as i64)
    }
}
impl InBand for R<()> {
    type Word = i64;
    #[inline(always)]
    fn in_band(self) -> i64 {
        self.map_or(-1, |()| 0)
    }
}

impl Value {
    /// `Err` for `ERROR`: what came back from compiled code.
    #[inline(always)]
    pub fn checked(self) -> R {
        if self.is_error() { Err(Raised(())) } else { Ok(self) }
    }
}
