//! The module `time`.

use super::struct_sequence;
use crate::containers::{DictObj, TupleObj};
use crate::core::{Args, R, StrObj, Value};
use crate::memory::Root;
use crate::numbers::float_type::real_number;
use crate::numbers::int_object::as_int;
use crate::objects::ops;
use crate::start::interrupt;
use crate::types::spec::{MethodDef, ModuleSpec};
use std::ffi::{CStr, CString};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "time",
    functions: &[
        MethodDef::function("time", |a| seconds(a, "time.time", libc::CLOCK_REALTIME)),
        MethodDef::function("time_ns", |a| nanoseconds(a, "time.time_ns", libc::CLOCK_REALTIME)),
        MethodDef::function("perf_counter", |a| seconds(a, "time.perf_counter", libc::CLOCK_MONOTONIC)),
        MethodDef::function("perf_counter_ns", |a| {
            nanoseconds(a, "time.perf_counter_ns", libc::CLOCK_MONOTONIC)
        }),
        MethodDef::function("monotonic", |a| seconds(a, "time.monotonic", libc::CLOCK_MONOTONIC)),
        MethodDef::function("monotonic_ns", |a| nanoseconds(a, "time.monotonic_ns", libc::CLOCK_MONOTONIC)),
        MethodDef::function("process_time", |a| {
            seconds(a, "time.process_time", libc::CLOCK_PROCESS_CPUTIME_ID)
        }),
        MethodDef::function("process_time_ns", |a| {
            nanoseconds(a, "time.process_time_ns", libc::CLOCK_PROCESS_CPUTIME_ID)
        }),
        MethodDef::function("thread_time", |a| seconds(a, "time.thread_time", libc::CLOCK_THREAD_CPUTIME_ID)),
        MethodDef::function("sleep", sleep),
        MethodDef::function("localtime", |a| broken_down(a, "localtime", true)),
        MethodDef::function("gmtime", |a| broken_down(a, "gmtime", false)),
        MethodDef::function("mktime", mktime),
        MethodDef::function("strftime", strftime),
        MethodDef::function("asctime", asctime),
        MethodDef::function("ctime", ctime),
    ],
    setup,
    doc: "This module provides various functions to manipulate time values.",
};

super::native_module!(tp_module_time, MODULE);

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    // SAFETY: plain C library calls.
    let (zone, daylight, names) = unsafe {
        let now = libc::time(std::ptr::null_mut());
        let mut tm: libc::tm = std::mem::zeroed();
        libc::localtime_r(&now, &mut tm);
        let name =
            if tm.tm_zone.is_null() { "UTC".into() } else { CStr::from_ptr(tm.tm_zone).to_string_lossy() };
        (-tm.tm_gmtoff, (tm.tm_isdst > 0) as i64, name.into_owned())
    };
    DictObj::set_str(dict, name!("timezone"), Value::int(zone));
    DictObj::set_str(dict, name!("altzone"), Value::int(zone));
    DictObj::set_str(dict, name!("daylight"), Value::int(daylight));
    let name = StrObj::from_str(&names).value();
    DictObj::set_str(dict, name!("tzname"), TupleObj::pair(name, name).value());
    DictObj::set_str(dict, name!("struct_time"), struct_time()?);
    Ok(())
}

fn clock(id: libc::clockid_t) -> libc::timespec {
    let mut t = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: a valid destination.
    unsafe { libc::clock_gettime(id, &mut t) };
    t
}

fn seconds(args: &Args, name: &str, id: libc::clockid_t) -> R {
    args.exactly(name, 0)?;
    let t = clock(id);
    Ok(Value::float(t.tv_sec as f64 + t.tv_nsec as f64 * 1e-9))
}

fn nanoseconds(args: &Args, name: &str, id: libc::clockid_t) -> R {
    args.exactly(name, 0)?;
    let t = clock(id);
    Ok(Value::int(t.tv_sec * 1_000_000_000 + t.tv_nsec))
}

fn sleep(args: &Args) -> R {
    args.exactly("time.sleep", 1)?;
    let x = real_number(args.pos[0])?;
    if x < 0.0 {
        return Err(raise!(ValueError, "sleep length must be non-negative"));
    }
    if x.is_nan() {
        return Err(raise!(ValueError, "Invalid value NaN (not a number)"));
    }
    let mut t = libc::timespec { tv_sec: x as i64, tv_nsec: (x.fract() * 1e9) as i64 };
    let mut rest = t;
    // SAFETY: valid addresses.
    while interrupt::waiting(|| unsafe { libc::nanosleep(&t, &mut rest) }) < 0 {
        interrupt::check()?;
        t = rest;
    }
    Ok(Value::NONE)
}

static STRUCT_TIME: Root = Root::new();

fn struct_time() -> R {
    if let Some(c) = STRUCT_TIME.get().bound() {
        return Ok(c);
    }
    let fields =
        ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];
    let class = struct_sequence::class("time", "struct_time", &fields)?;
    STRUCT_TIME.set(class);
    Ok(class)
}

fn zone_time(seconds: i64, local: bool) -> libc::tm {
    // SAFETY: valid addresses.
    unsafe {
        let mut tm: libc::tm = std::mem::zeroed();
        if local {
            libc::localtime_r(&seconds, &mut tm);
        } else {
            libc::gmtime_r(&seconds, &mut tm);
        }
        tm
    }
}

fn seconds_argument(v: Option<Value>) -> R<i64> {
    match v {
        None => Ok(clock(libc::CLOCK_REALTIME).tv_sec),
        Some(v) if v.is_none() => Ok(clock(libc::CLOCK_REALTIME).tv_sec),
        Some(v) => match as_int(v) {
            Some(n) => Ok(n.clamped()),
            None => Ok(real_number(v)?.floor() as i64),
        },
    }
}

fn as_tuple(tm: &libc::tm) -> R {
    let fields = [
        tm.tm_year + 1900,
        tm.tm_mon + 1,
        tm.tm_mday,
        tm.tm_hour,
        tm.tm_min,
        tm.tm_sec,
        (tm.tm_wday + 6) % 7,
        tm.tm_yday + 1,
        tm.tm_isdst,
    ];
    struct_sequence::instance(struct_time()?, &fields.map(|n| Value::int(n as i64)))
}

fn broken_down(args: &Args, name: &str, local: bool) -> R {
    args.between(name, 0, 1)?;
    as_tuple(&zone_time(seconds_argument(args.get(0))?, local))
}

fn tm_argument(v: Value) -> R<libc::tm> {
    let Some(t) = ops::unwrap(v).exact::<TupleObj>() else {
        return Err(raise!(TypeError, "Tuple or struct_time argument required"));
    };
    if t.len != 9 {
        return Err(raise!(TypeError, "time tuple must have exactly 9 items"));
    }
    let mut n = [0i32; 9];
    for (i, out) in n.iter_mut().enumerate() {
        *out = as_int(ops::index(TupleObj::get(t, i))?).expect("an int").clamped() as i32;
    }
    // SAFETY: all fields of a tm may be zero.
    let mut tm: libc::tm = unsafe { std::mem::zeroed() };
    tm.tm_year = n[0] - 1900;
    tm.tm_mon = n[1] - 1;
    tm.tm_mday = n[2];
    tm.tm_hour = n[3];
    tm.tm_min = n[4];
    tm.tm_sec = n[5];
    tm.tm_wday = (n[6] + 1) % 7;
    tm.tm_yday = n[7] - 1;
    tm.tm_isdst = n[8];
    Ok(tm)
}

fn mktime(args: &Args) -> R {
    args.exactly("time.mktime", 1)?;
    let mut tm = tm_argument(args.pos[0])?;
    // SAFETY: a valid address.
    Ok(Value::float(unsafe { libc::mktime(&mut tm) } as f64))
}

fn strftime(args: &Args) -> R {
    args.between("strftime", 1, 2)?;
    let Some(format) = ops::as_str(args.pos[0]) else {
        let name = ops::type_name(args.pos[0]);
        return Err(raise!(TypeError, "strftime() argument 1 must be str, not {name}"));
    };
    let tm = match args.get(1) {
        Some(t) => tm_argument(t)?,
        None => zone_time(seconds_argument(None)?, true),
    };
    // A mark at the end tells an empty result from one that did not fit.
    let format = CString::new(format.to_string_lossy() + "\u{1}")
        .map_err(|_| raise!(ValueError, "embedded null character"))?;
    let mut out = vec![0u8; 1024];
    loop {
        // SAFETY: the buffer has that length.
        let n = unsafe { libc::strftime(out.as_mut_ptr().cast(), out.len(), format.as_ptr(), &tm) };
        if n > 0 {
            return Ok(StrObj::from_str(&String::from_utf8_lossy(&out[..n - 1])).value());
        }
        out.resize(out.len() * 2, 0);
    }
}

const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn text_of(tm: &libc::tm) -> Value {
    let (day, month) = (DAYS[tm.tm_wday as usize % 7], MONTHS[tm.tm_mon as usize % 12]);
    let text = format!(
        "{day} {month}{:3} {:02}:{:02}:{:02} {}",
        tm.tm_mday,
        tm.tm_hour,
        tm.tm_min,
        tm.tm_sec,
        tm.tm_year + 1900
    );
    StrObj::from_str(&text).value()
}

fn asctime(args: &Args) -> R {
    args.between("asctime", 0, 1)?;
    let tm = match args.get(0) {
        Some(t) => tm_argument(t)?,
        None => zone_time(seconds_argument(None)?, true),
    };
    Ok(text_of(&tm))
}

fn ctime(args: &Args) -> R {
    args.between("ctime", 0, 1)?;
    Ok(text_of(&zone_time(seconds_argument(args.get(0))?, true)))
}
