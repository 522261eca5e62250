//! Expressions whose value the text shows: literals, and what is computed from ints.
//!
//! ```text
//! 2 ** 64, 10 ** 9 + 7, 60 * 60, -1, (1, -2)
//! ```
//!
//! What would raise stays an operation, and so does what would be long (CPython has the same bound).

use crate::{
    hir::Const,
    syntax::ast::{self, Expr},
};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use std::sync::Arc;

/// The most bits of a result that is computed here.
const MOST_BITS: u64 = 128;

/// The value of an expression, if it is constant.
pub(super) fn constant(expr: &Expr) -> Option<Const> {
    match expr {
        Expr::Constant(constant) => Some(literal(&constant.value)),
        Expr::UnaryOp(e) => match (e.op, constant(&e.operand)?) {
            (ast::UnaryOp::USub, Const::Int(value)) => Some(int(-BigInt::from(value))),
            (ast::UnaryOp::USub, Const::BigInt(value)) => Some(int(-&*value)),
            (ast::UnaryOp::USub, Const::Float(value)) => Some(Const::Float(-value)),
            (ast::UnaryOp::Invert, Const::Int(value)) => Some(Const::Int(!value)),
            _ => None,
        },
        Expr::BinOp(e) => binary(e.op, &int_of(&e.left)?, &int_of(&e.right)?).map(int),
        Expr::Tuple(e) => Some(Const::Tuple(constants(&e.elts)?)),
        _ => None,
    }
}

fn int_of(expr: &Expr) -> Option<BigInt> {
    match constant(expr)? {
        Const::Int(value) => Some(value.into()),
        Const::BigInt(value) => Some((*value).clone()),
        _ => None,
    }
}

fn binary(op: ast::Operator, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    use ast::Operator as O;
    let short = |bits: u64| bits <= MOST_BITS;
    let divides = !b.is_zero();
    match op {
        O::Add => Some(a + b),
        O::Sub => Some(a - b),
        O::Mult => short(a.bits() + b.bits()).then(|| a * b),
        O::FloorDiv if divides => Some(a.div_floor(b)),
        O::Mod if divides => Some(a.mod_floor(b)),
        O::Pow => {
            let exponent = b.to_u32()?;
            short(a.bits().checked_mul(exponent.into())?).then(|| a.pow(exponent))
        }
        O::LShift => {
            let by = b.to_u32()?;
            short(a.bits() + u64::from(by)).then(|| a << by)
        }
        O::RShift if !b.is_negative() => Some(a >> b.to_u32()?),
        O::BitAnd => Some(a & b),
        O::BitOr => Some(a | b),
        O::BitXor => Some(a ^ b),
        _ => None,
    }
}

pub(super) fn constants(exprs: &[Expr]) -> Option<Arc<[Const]>> {
    exprs.iter().map(constant).collect()
}

fn int(value: BigInt) -> Const {
    match value.to_i64() {
        Some(value) => Const::Int(value),
        None => Const::BigInt(Arc::new(value)),
    }
}

pub(super) fn literal(value: &ast::Constant) -> Const {
    match value {
        ast::Constant::None => Const::None,
        ast::Constant::Bool(value) => Const::Bool(*value),
        ast::Constant::Str(text) => Const::Str(text.as_str().into()),
        ast::Constant::Bytes(bytes) => Const::Bytes(bytes.as_slice().into()),
        ast::Constant::Int(value) => int(value.clone()),
        ast::Constant::Tuple(items) => Const::Tuple(items.iter().map(literal).collect()),
        ast::Constant::Float(value) => Const::Float(*value),
        ast::Constant::Complex { imag, .. } => Const::Imaginary(*imag),
        ast::Constant::Ellipsis => Const::Ellipsis,
    }
}
