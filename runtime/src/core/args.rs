//! Arguments of a call as native functions see them.

use super::error::R;
use super::string::StrObj;
use super::value::Value;

/// Positional values, then keyword values with their names. A method's receiver is `pos[0]`.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    pub pos: &'a [Value],
    /// Values of the keyword arguments, in call order.
    pub kw: &'a [Value],
    /// Their names: exact `str` values.
    pub kw_names: &'a [Value],
}

impl<'a> Args<'a> {
    pub const fn positional(pos: &'a [Value]) -> Args<'a> {
        Args { pos, kw: &[], kw_names: &[] }
    }
    /// The receiver of a method.
    #[inline(always)]
    pub fn receiver(&self) -> Value {
        self.pos[0]
    }
    /// The positional arguments after the receiver.
    #[inline(always)]
    pub fn rest(&self) -> &'a [Value] {
        &self.pos[1..]
    }
    /// All but the first positional argument, keywords kept.
    pub fn skip_receiver(&self) -> Args<'a> {
        Args { pos: &self.pos[1..], ..*self }
    }
    /// The value of a keyword argument.
    pub fn keyword(&self, name: &str) -> Option<Value> {
        let i = self.kw_names.iter().position(|n| n.cast::<StrObj>().eq_str(name))?;
        Some(self.kw[i])
    }
    /// TypeError if there is any keyword argument: `len() takes no keyword arguments`.
    pub fn no_keywords(&self, function: &str) -> R<()> {
        if self.kw.is_empty() {
            return Ok(());
        }
        Err(raise!(TypeError, "{function}() takes no keyword arguments"))
    }
    /// For a function of exactly `n` arguments, none by keyword. For methods the receiver is not
    /// counted: pass `args.skip_receiver()`. The texts are those of CPython's METH_NOARGS and METH_O.
    pub fn exactly(&self, function: &str, n: usize) -> R<()> {
        self.no_keywords(function)?;
        if self.pos.len() == n {
            return Ok(());
        }
        let given = self.pos.len();
        Err(match n {
            0 => raise!(TypeError, "{function}() takes no arguments ({given} given)"),
            1 => raise!(TypeError, "{function}() takes exactly one argument ({given} given)"),
            _ => {
                let few = plural(n);
                raise!(TypeError, "{function} expected {n} argument{few}, got {given}")
            }
        })
    }
    /// For a function of `min` to `max` positional arguments, none by keyword; the texts are those
    /// of CPython's `_PyArg_CheckPositional`.
    pub fn between(&self, function: &str, min: usize, max: usize) -> R<()> {
        self.no_keywords(function)?;
        let given = self.pos.len();
        if given < min {
            let bound = if min == max { "" } else { "at least " };
            let s = plural(min);
            return Err(raise!(TypeError, "{function} expected {bound}{min} argument{s}, got {given}"));
        }
        if given > max {
            let bound = if min == max { "" } else { "at most " };
            let s = plural(max);
            return Err(raise!(TypeError, "{function} expected {bound}{max} argument{s}, got {given}"));
        }
        Ok(())
    }
    /// Argument `i`, if given by position.
    #[inline(always)]
    pub fn get(&self, i: usize) -> Option<Value> {
        self.pos.get(i).copied()
    }
    /// Binds to parameters as CPython's argument clinic does: the first `positional_only` names
    /// cannot be given by keyword, those from `positional_max` on only by keyword; absent ones are
    /// `UNBOUND`. The first `required` must be given.
    pub fn bind<const N: usize>(
        &self,
        function: &str,
        names: [&str; N],
        positional_only: usize,
        positional_max: usize,
        required: usize,
    ) -> R<[Value; N]> {
        let mut out = [Value::UNBOUND; N];
        let given = self.pos.len();
        if given > positional_max {
            if positional_max == 0 {
                return Err(raise!(TypeError, "{function}() takes no positional arguments"));
            }
            let total = given + self.kw.len();
            let (word, limit) =
                if required >= N { ("exactly", positional_max) } else { ("at most", positional_max) };
            let s = plural(limit);
            let kind = if positional_max < N { "positional " } else { "" };
            let shown = if kind.is_empty() { total } else { given };
            return Err(raise!(
                TypeError,
                "{function}() takes {word} {limit} {kind}argument{s} ({shown} given)"
            ));
        }
        out[..given].copy_from_slice(self.pos);
        for (name, value) in self.kw_names.iter().zip(self.kw) {
            let text = name.cast::<StrObj>();
            match (positional_only..N).find(|&i| text.eq_str(names[i])) {
                Some(i) if !out[i].is_unbound() => {
                    let name = names[i];
                    let at = i + 1;
                    return Err(raise!(
                        TypeError,
                        "argument for {function}() given by name ('{name}') and position ({at})"
                    ));
                }
                Some(i) => out[i] = *value,
                None => {
                    return Err(unexpected_keyword(function, text, &names[positional_only..]));
                }
            }
        }
        for i in 0..required {
            if out[i].is_unbound() {
                let (name, at) = (names[i], i + 1);
                if i < positional_only {
                    let s = plural(required);
                    return Err(raise!(
                        TypeError,
                        "{function}() takes at least {required} positional argument{s} ({given} given)"
                    ));
                }
                return Err(raise!(TypeError, "{function}() missing required argument '{name}' (pos {at})"));
            }
        }
        Ok(out)
    }
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// TypeError for a keyword that is none of `known`, with the nearest of them.
#[cold]
pub fn unexpected_keyword(
    function: &str,
    name: crate::core::Gc<StrObj>,
    known: &[&str],
) -> crate::core::Raised {
    let name = name.to_string_lossy();
    let known: Vec<String> = known.iter().map(|k| (*k).to_owned()).collect();
    let hint = match crate::exceptions::suggestions::best(&known, &name) {
        Some(nearest) => format!(". Did you mean '{nearest}'?"),
        None => String::new(),
    };
    raise!(TypeError, "{function}() got an unexpected keyword argument '{name}'{hint}")
}
