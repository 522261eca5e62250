//! Functions of the module `math` on unboxed numbers, and others that are rows, behind one test that the callee is the
//! native function.
//!
//! ```text
//! math.sin(x)    =>    if native math is math.sin: r = sin(x); if r is finite: r else: call math.sin(x)
//! ```
//!
//! Where a result is not finite the call is made after all: it knows which error that is, if any.

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::CacheKind;
use crate::mir::repr::Repr;
use runtime_interface::layout::native_constants;
use runtime_interface::rows::{Kind, Rt};
use runtime_interface::tag;

/// What a call becomes.
#[derive(Clone, Copy)]
enum Shape {
    Sqrt,
    Abs,
    /// To an `int`.
    Integral(Rounding),
    Row(Rt),
    /// Of ints; a negative answer is none.
    IntRow(Rt),
    Test(Test),
    /// An `int` as it is.
    Same,
}

/// What is asked of a float.
#[derive(Clone, Copy)]
enum Test {
    Finite,
    Infinite,
    Nan,
}

/// Functions of `math`.
const FUNCTIONS: &[(&str, usize, Shape)] = &[
    ("acos", 1, Shape::Row(Rt::tp_math_acos)),
    ("acosh", 1, Shape::Row(Rt::tp_math_acosh)),
    ("asin", 1, Shape::Row(Rt::tp_math_asin)),
    ("asinh", 1, Shape::Row(Rt::tp_math_asinh)),
    ("atan", 1, Shape::Row(Rt::tp_math_atan)),
    ("atan2", 2, Shape::Row(Rt::tp_math_atan2)),
    ("atanh", 1, Shape::Row(Rt::tp_math_atanh)),
    ("cbrt", 1, Shape::Row(Rt::tp_math_cbrt)),
    ("ceil", 1, Shape::Integral(Rounding::Ceil)),
    ("cos", 1, Shape::Row(Rt::tp_math_cos)),
    ("cosh", 1, Shape::Row(Rt::tp_math_cosh)),
    ("erf", 1, Shape::Row(Rt::tp_math_erf)),
    ("erfc", 1, Shape::Row(Rt::tp_math_erfc)),
    ("exp", 1, Shape::Row(Rt::tp_math_exp)),
    ("exp2", 1, Shape::Row(Rt::tp_math_exp2)),
    ("expm1", 1, Shape::Row(Rt::tp_math_expm1)),
    ("fabs", 1, Shape::Abs),
    ("floor", 1, Shape::Integral(Rounding::Floor)),
    ("fmod", 2, Shape::Row(Rt::tp_math_fmod)),
    ("gcd", 2, Shape::IntRow(Rt::tp_math_gcd)),
    ("hypot", 2, Shape::Row(Rt::tp_math_hypot)),
    ("isfinite", 1, Shape::Test(Test::Finite)),
    ("isinf", 1, Shape::Test(Test::Infinite)),
    ("isnan", 1, Shape::Test(Test::Nan)),
    ("isqrt", 1, Shape::IntRow(Rt::tp_math_isqrt)),
    ("log", 1, Shape::Row(Rt::tp_math_log)),
    ("log", 2, Shape::Row(Rt::tp_math_log_base)),
    ("log10", 1, Shape::Row(Rt::tp_math_log10)),
    ("log1p", 1, Shape::Row(Rt::tp_math_log1p)),
    ("log2", 1, Shape::Row(Rt::tp_math_log2)),
    ("pow", 2, Shape::Row(Rt::tp_math_pow)),
    ("sin", 1, Shape::Row(Rt::tp_math_sin)),
    ("sinh", 1, Shape::Row(Rt::tp_math_sinh)),
    ("sqrt", 1, Shape::Sqrt),
    ("tan", 1, Shape::Row(Rt::tp_math_tan)),
    ("tanh", 1, Shape::Row(Rt::tp_math_tanh)),
    ("trunc", 1, Shape::Integral(Rounding::Trunc)),
];

/// Functions that are rows on values: they raise what the function raises. A row that answers a status gives None.
const ROWS: &[(&str, &str, usize, Rt)] = &[
    ("_heapq", "heappush", 2, Rt::tp_heap_push),
    ("_heapq", "heappop", 1, Rt::tp_heap_pop),
    ("_heapq", "heapreplace", 2, Rt::tp_heap_replace),
    ("_heapq", "heappushpop", 2, Rt::tp_heap_push_pop),
    ("bisect", "bisect", 2, Rt::tp_bisect_right),
    ("bisect", "bisect_left", 2, Rt::tp_bisect_left),
    ("bisect", "bisect_right", 2, Rt::tp_bisect_right),
    ("bisect", "insort", 2, Rt::tp_insort_right),
    ("bisect", "insort_left", 2, Rt::tp_insort_left),
    ("bisect", "insort_right", 2, Rt::tp_insort_right),
];

/// Bound methods of native objects: module, class, name, arguments; the row is given the method, and asks it.
const BOUND: &[(&str, &str, &str, usize, Rt)] = &[("_random", "Generator", "random", 0, Rt::tp_call_random)];

/// Floats from here on, up and down, have no `i64`.
const TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;

/// How many arguments a call has, where it is one.
fn count_of(op: &hir::Op) -> Option<usize> {
    match op {
        hir::Op::Call { args, .. } | hir::Op::CallMethod { args, .. } => Some(args.len()),
        _ => None,
    }
}

impl FunctionLowering<'_, '_> {
    /// Lowers the reading of a number that a native module has; false if it is none.
    pub fn read_native_constant(&mut self, dst: Option<VarId>, object: VarId, name: hir::Symbol) -> bool {
        let Some(dst) = dst.filter(|_| self.is_typed() && !self.is_continuation()) else { return false };
        let Some((module, constant)) = self.program.types.native(self.key, self.at) else { return false };
        let repr = match native_constants::tag_of(module, constant) {
            Some(tag::FLOAT) => Repr::F64,
            Some(tag::INT) => Repr::I64,
            _ => return false,
        };
        let value = self.value(object);
        let cache = self.program.cache(CacheKind::Found);
        let (module, text) = (self.program.string(module), self.program.string(constant));
        let [found, other, join] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        let is_it = self.compute(Repr::Bool, Op::NativeIs { value, module, name: text, cache });
        self.branch(is_it, found, other);
        self.current = found;
        let number = self.compute(repr, Op::FoundNumber(cache, repr));
        self.define(dst, number);
        self.terminate(Terminator::Goto(join));
        self.current = other;
        let cache = self.program.cache(CacheKind::GetAttr);
        let name = self.program.symbol(name);
        self.assign(Some(dst), Repr::Value, Op::GetAttr { object: value, name, cache });
        self.terminate(Terminator::Goto(join));
        self.current = join;
        true
    }

    /// Lowers a call of a native function of the tables; false if it is none.
    pub fn native_call(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        if !self.is_typed() {
            return false;
        }
        if let hir::Op::Call { callee, args, kwargs } = op
            && let Some((module, class, name)) = self.program.types.native_method(self.key, self.at)
            && let Some(known) = BOUND.iter().find(|row| (row.0, row.1, row.2) == (module, class, name))
            && (known.3, 0) == (args.len(), kwargs.len())
        {
            let operands = std::iter::once(self.value(*callee)).chain(self.values(args));
            let args = operands.map(Arg::Operand).collect();
            self.assign(dst, Repr::Value, Op::Rt { row: known.4, args });
            return true;
        }
        let Some((module, name)) = self.program.types.native(self.key, self.at) else { return false };
        let of_numbers = match (module, name) {
            ("operator", "index") => Some(&("index", 1, Shape::Same)),
            ("math", _) => {
                let fits =
                    |row: &&(&str, usize, Shape)| row.0 == name && count_of(op).is_none_or(|n| n == row.1);
                FUNCTIONS.iter().find(fits)
            }
            _ => None,
        };
        let of_values = ROWS.iter().find(|row| row.0 == module && row.1 == name);
        let (name, count, shape) = match (of_numbers, of_values) {
            (Some(&(name, count, shape)), _) => (name, count, Some(shape)),
            (_, Some(&(_, name, count, _))) => (name, count, None),
            _ => return false,
        };
        if let hir::Op::LoadMethod { object, receiver, name: symbol } = op {
            self.look_up_native(dst, *object, *symbol, *receiver, (module, name));
            return true;
        }
        let (subject, args) = match op {
            hir::Op::Call { callee, args, kwargs } if kwargs.is_empty() => (*callee, args),
            hir::Op::CallMethod { object, method, args, kwargs, .. } if kwargs.is_empty() => {
                (method.map_or(*object, |(callee, _)| callee), args)
            }
            _ => return false,
        };
        let operands: Vec<Operand> = args.iter().map(|&arg| self.unboxed(arg)).collect();
        let numeric = |repr| matches!(repr, Repr::F64 | Repr::I64);
        if args.len() != count || (shape.is_some() && !operands.iter().all(|&o| numeric(self.body.repr(o)))) {
            return false;
        }
        // An int is its own floor.
        if matches!(shape, Some(Shape::Integral(_))) && self.body.repr(operands[0]) == Repr::I64 {
            return false;
        }
        let of_ints = matches!(shape, Some(Shape::Same | Shape::IntRow(_)));
        if of_ints && !operands.iter().all(|&o| self.body.repr(o) == Repr::I64) {
            return false;
        }
        let value = self.value(subject);
        let cache = self.program.cache(CacheKind::Found);
        let (module, name) = (self.program.string(module), self.program.string(name));
        let test = Op::NativeIs { value, module, name, cache };
        let result = self.body.new_local(Repr::Value);
        let [inline, given, other, join] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        let is_it = self.compute(Repr::Bool, test);
        self.branch(is_it, inline, other);

        self.current = inline;
        match (shape, of_values) {
            (Some(shape), _) => {
                let operands = match shape {
                    _ if of_ints => operands,
                    _ => operands.iter().map(|&o| self.as_float(o)).collect(),
                };
                let (answer, defined) = self.compute_native(shape, &operands);
                self.branch(defined, given, other);
                self.current = given;
                self.emit(Some(result), Op::Box(answer));
            }
            (None, Some(&(.., row))) => {
                let values: Vec<Arg> = self.values(args).into_iter().map(Arg::Operand).collect();
                self.terminate(Terminator::Goto(given));
                self.current = given;
                if row.row().result == Kind::Value {
                    self.rt(Some(result), row, values);
                } else {
                    self.rt(None, row, values);
                    self.emit(Some(result), Op::Copy(Const::None.into()));
                }
            }
            (None, None) => unreachable!("the name is in one of the tables"),
        }
        self.terminate(Terminator::Goto(join));

        self.current = other;
        let (values, _) = self.arguments(args, &[]);
        let call = match op {
            hir::Op::CallMethod { object, name, method: None, .. } => {
                let receiver = self.value(*object);
                let name = self.program.symbol(*name);
                let cache = self.program.cache(CacheKind::CallMethod);
                Op::CallMethod { receiver, name, args: values, kwnames: None, cache }
            }
            _ => Op::CallBoxed { callee: value, args: values, kwnames: None },
        };
        self.emit(Some(result), call);
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
        true
    }

    /// `module.name` of a call whose arguments are still to come: the function, complete by itself.
    fn look_up_native(
        &mut self,
        dst: Option<VarId>,
        object: VarId,
        symbol: hir::Symbol,
        receiver: VarId,
        (module, name): (&str, &str),
    ) {
        let callee = self.body.new_local(Repr::Value);
        let first = self.body.new_local(Repr::Value);
        let value = self.value(object);
        let cache = self.program.cache(CacheKind::Found);
        let (module, name) = (self.program.string(module), self.program.string(name));
        let [known, other, join] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        let is_it = self.compute(Repr::Bool, Op::NativeIs { value, module, name, cache });
        self.branch(is_it, known, other);
        self.current = known;
        self.emit(Some(callee), Op::FoundNative(cache));
        self.emit(Some(first), Op::Copy(Const::Unbound.into()));
        self.terminate(Terminator::Goto(join));
        self.current = other;
        self.finish_look_up(dst, (object, symbol, receiver), (callee, first), join);
    }

    /// The result, and the test that it is one.
    fn compute_native(&mut self, shape: Shape, args: &[Operand]) -> (Operand, Operand) {
        let zero = Const::F64(0).into();
        match shape {
            Shape::Sqrt => {
                let root = self.compute(Repr::F64, Op::Sqrt(args[0]));
                (root, self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Ge, args[0], zero)))
            }
            Shape::Abs => {
                let positive = self.compute(Repr::F64, Op::FloatAbs(args[0]));
                (positive, self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Ge, positive, zero)))
            }
            Shape::Integral(how) => {
                let rounded = self.compute(Repr::F64, Op::Round(how, args[0]));
                self.float_to_int(rounded)
            }
            Shape::Same => (args[0], Const::Bool(true).into()),
            Shape::IntRow(row) => {
                let args = args.iter().map(|&a| Arg::Operand(a)).collect();
                let answer = self.compute(Repr::I64, Op::Rt { row, args });
                (
                    answer,
                    self.compute(Repr::Bool, Op::CompareInt(CompareOp::Ge, answer, Const::I64(0).into())),
                )
            }
            Shape::Test(Test::Finite) => (self.is_finite(args[0]), Const::Bool(true).into()),
            Shape::Test(Test::Infinite) => {
                let size = self.compute(Repr::F64, Op::FloatAbs(args[0]));
                let infinity = Const::F64(f64::INFINITY.to_bits()).into();
                let answer = self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Eq, size, infinity));
                (answer, Const::Bool(true).into())
            }
            Shape::Test(Test::Nan) => {
                let answer = self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Ne, args[0], args[0]));
                (answer, Const::Bool(true).into())
            }
            Shape::Row(row) => {
                let args = args.iter().map(|&a| Arg::Operand(a)).collect();
                let answer = self.compute(Repr::F64, Op::Rt { row, args });
                (answer, self.is_finite(answer))
            }
        }
    }

    /// An integral float as an int, and the test that it fits.
    pub fn float_to_int(&mut self, rounded: Operand) -> (Operand, Operand) {
        let size = self.compute(Repr::F64, Op::FloatAbs(rounded));
        let limit = Const::F64(TOO_LARGE.to_bits()).into();
        let fits = self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Lt, size, limit));
        // Where it does not fit the result is not looked at.
        (self.compute(Repr::I64, Op::FloatToInt(rounded)), fits)
    }

    pub fn is_finite(&mut self, float: Operand) -> Operand {
        let difference = self.compute(Repr::F64, Op::Float(FloatOp::Sub, float, float));
        self.compute(Repr::Bool, Op::CompareFloat(CompareOp::Eq, difference, Const::F64(0).into()))
    }
}
