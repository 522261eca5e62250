//! The module `_random`: the generator under the Python module `random`.

pub mod mt19937;
pub mod sha512;

use crate::bytes::object::{BytesObj, bytes_argument};
use crate::containers::{DictObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Args, Gc, Header, R, Value};
use crate::memory::Descriptor;
use crate::numbers::int_object::{Int, as_int, from_big, from_u64};
use crate::objects::builtin_function::BuiltinObj;
use crate::objects::{instance, ops};
use crate::types::spec::{MethodDef, ModuleSpec, Native};
use crate::types::{Slots, TypeObj, TypeSpec};
use mt19937::Twister;
use num_bigint::{BigInt, BigUint, Sign};
use runtime_interface::tag;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_random",
    functions: &[MethodDef::function("sha512", sha512_digest), MethodDef::function("urandom", urandom)],
    setup,
    doc: "The Mersenne Twister.",
};

super::native_module!(tp_module__random, MODULE);

fn setup(dict: Value) -> R<()> {
    super::add_type(dict.cast::<DictObj>(), &GENERATOR);
    Ok(())
}

#[repr(C)]
struct GeneratorObj {
    header: Header,
    twister: Twister,
}

static GENERATOR: TypeSpec = TypeSpec {
    id: tag::RANDOM_GENERATOR,
    name: "Generator",
    module: "_random",
    descriptor: Descriptor::plain::<GeneratorObj>(),
    slots: Slots { new: Some(new), ..Slots::NONE },
    methods: &[
        MethodDef::method("seed", seed),
        MethodDef::method("random", random),
        MethodDef::method("getrandbits", getrandbits),
        MethodDef::method("randbelow", randbelow),
        MethodDef::method("getstate", getstate),
        MethodDef::method("setstate", setstate),
    ],
    ..TypeSpec::DEFAULT
};

fn receiver(args: &Args) -> Gc<GeneratorObj> {
    args.receiver().cast()
}

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    args.exactly("Generator", 0)?;
    let mut o: Gc<GeneratorObj> = instance::allocate(cls).cast();
    o.twister = Twister::unseeded();
    Ok(o.value())
}

/// Random bytes of the operating system.
fn system_bytes(count: usize) -> Vec<u8> {
    let mut out = vec![0u8; count];
    let mut done = 0;
    while done < count {
        // SAFETY: the rest of the buffer.
        let n = unsafe { libc::getrandom(out[done..].as_mut_ptr().cast(), count - done, 0) };
        if n > 0 {
            done += n as usize;
        }
    }
    out
}

pub fn urandom(args: &Args) -> R {
    args.exactly("urandom", 1)?;
    let n = as_int(ops::index(args.pos[0])?).expect("an int").clamped();
    if n < 0 {
        return Err(raise!(ValueError, "negative argument not allowed"));
    }
    Ok(BytesObj::from_slice(&system_bytes(n as usize)).value())
}

fn sha512_digest(args: &Args) -> R {
    args.exactly("sha512", 1)?;
    let digest = sha512::digest(bytes_argument(args.pos[0])?);
    Ok(BytesObj::from_slice(&digest).value())
}

/// Seeds with None (the system), the absolute value of an int, or the hash of anything else.
fn seed(args: &Args) -> R {
    args.skip_receiver().exactly("seed", 1)?;
    let v = args.pos[1];
    let key: Vec<u32> = if v.is_none() {
        let words = system_bytes(Twister::WORDS * 4);
        words.chunks_exact(4).map(|b| u32::from_le_bytes(b.try_into().expect("four bytes"))).collect()
    } else {
        let magnitude = match as_int(v) {
            Some(Int::Small(n)) => BigUint::from(n.unsigned_abs()),
            Some(n) => n.to_big().magnitude().clone(),
            None => BigUint::from(ops::hash(v)? as u64),
        };
        let digits = magnitude.to_u32_digits();
        if digits.is_empty() { vec![0] } else { digits }
    };
    receiver(args).twister.seed(&key);
    Ok(Value::NONE)
}

fn random(args: &Args) -> R {
    args.skip_receiver().exactly("Random.random", 0)?;
    Ok(Value::float(receiver(args).twister.next_float()))
}

/// `f()` of what is expected to be the method `random` of a generator.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_call_random(f: Value) -> Value {
    match f.exact::<BuiltinObj>() {
        // SAFETY: definitions are static.
        Some(f) if std::ptr::fn_addr_eq(unsafe { (*f.def).function }, random as Native) => {
            tp_random(f.receiver)
        }
        _ => ops::call(f, &[]).in_band(),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_random(generator: Value) -> Value {
    Value::float(generator.cast::<GeneratorObj>().twister.next_float())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_random_below(generator: Value, n: Value) -> Value {
    below(generator.cast(), n).in_band()
}

fn getrandbits(args: &Args) -> R {
    args.skip_receiver().exactly("Random.getrandbits", 1)?;
    let k = as_int(ops::index(args.pos[1])?).expect("an int").clamped();
    if k < 0 {
        return Err(raise!(ValueError, "number of bits must be non-negative"));
    }
    let mut o = receiver(args);
    if k <= 64 {
        return Ok(from_u64(o.twister.next_bits_small(k as u32)));
    }
    let words = o.twister.next_bits(k as u64);
    Ok(from_big(&BigInt::from_biguint(Sign::Plus, BigUint::new(words))))
}

fn randbelow(args: &Args) -> R {
    args.skip_receiver().exactly("randbelow", 1)?;
    below(receiver(args), args.pos[1])
}

fn below(mut o: Gc<GeneratorObj>, n: Value) -> R {
    match as_int(ops::index(n)?).expect("an int") {
        Int::Small(n) if n > 0 => Ok(Value::int(o.twister.below(n as u64) as i64)),
        n if n.is_negative() || n.is_zero() => Ok(Value::int(0)),
        n => {
            let (bits, limit) = (n.bit_length(), n.to_big());
            loop {
                let words = o.twister.next_bits(bits);
                let r = BigInt::from_biguint(Sign::Plus, BigUint::new(words));
                if r < limit {
                    return Ok(from_big(&r));
                }
            }
        }
    }
}

fn getstate(args: &Args) -> R {
    let o = receiver(args);
    let state = TupleObj::new(Twister::WORDS + 1);
    for i in 0..Twister::WORDS {
        TupleObj::set(state, i, Value::int(o.twister.words[i] as i64));
    }
    TupleObj::set(state, Twister::WORDS, Value::int(o.twister.position as i64));
    Ok(state.value())
}

fn setstate(args: &Args) -> R {
    args.skip_receiver().exactly("setstate", 1)?;
    let Some(state) = ops::unwrap(args.pos[1]).exact::<TupleObj>() else {
        return Err(raise!(TypeError, "state vector must be a tuple"));
    };
    if state.len != Twister::WORDS + 1 {
        return Err(raise!(ValueError, "state vector is the wrong size"));
    }
    let mut twister = Twister::unseeded();
    for i in 0..=Twister::WORDS {
        let n = as_int(ops::index(TupleObj::get(state, i))?).expect("an int").clamped();
        if i < Twister::WORDS {
            twister.words[i] = n as u32;
        } else if (0..=Twister::WORDS as i64).contains(&n) {
            twister.position = n as u32;
        } else {
            return Err(raise!(ValueError, "invalid state"));
        }
    }
    let mut o = receiver(args);
    o.twister = twister;
    Ok(Value::NONE)
}
