//! How representations and row kinds become LLVM types, parameters and results.
//!
//! A `Value` is two `i64`: two parameters, and as a result the pair `{i64, i64}`, which the C convention of x86-64 hands
//! back in two registers. One corner needs care: the C convention passes a two-word struct either whole in registers or
//! whole in memory, so a `Value` that meets only one free register of the six goes to memory (`byval`). Runtime rows and
//! boxed entries follow it ([`c_params`]); our own fast convention splits freely.

use analysis::mir::repr::Repr;
use inkwell::{
    AddressSpace,
    context::ContextRef,
    types::{
        BasicMetadataTypeEnum, BasicTypeEnum, FloatType, FunctionType, IntType, PointerType, StructType,
    },
};
use runtime_interface::rows::Kind;

/// The LLVM types that emission uses, made once per unit.
#[derive(Clone, Copy)]
pub struct Types<'ctx> {
    pub i1: IntType<'ctx>,
    pub i8: IntType<'ctx>,
    pub i16: IntType<'ctx>,
    pub i32: IntType<'ctx>,
    pub i64: IntType<'ctx>,
    pub f64: FloatType<'ctx>,
    pub ptr: PointerType<'ctx>,
    /// `{i64 tag, i64 bits}`
    pub value: StructType<'ctx>,
}

impl<'ctx> Types<'ctx> {
    pub fn new(context: ContextRef<'ctx>) -> Types<'ctx> {
        let i64 = context.i64_type();
        Types {
            i1: context.bool_type(),
            i8: context.i8_type(),
            i16: context.i16_type(),
            i32: context.i32_type(),
            i64,
            f64: context.f64_type(),
            ptr: context.ptr_type(AddressSpace::default()),
            value: context.struct_type(&[i64.into(), i64.into()], false),
        }
    }

    /// The type of a scalar representation; a `Value` as a pair.
    pub fn of_repr(&self, repr: Repr) -> BasicTypeEnum<'ctx> {
        match repr {
            Repr::Value => self.value.into(),
            Repr::I64 | Repr::Word | Repr::Raw => self.i64.into(),
            Repr::F64 => self.f64.into(),
            Repr::Bool => self.i1.into(),
            Repr::Ptr(_) => self.ptr.into(),
        }
    }

    /// The result type of a row; none for `Void`.
    pub fn of_result(&self, kind: Kind) -> Option<BasicTypeEnum<'ctx>> {
        Some(match kind {
            Kind::Value => self.value.into(),
            Kind::Object | Kind::Ptr => self.ptr.into(),
            Kind::Status | Kind::I64 => self.i64.into(),
            Kind::F64 => self.f64.into(),
            Kind::Bool => self.i1.into(),
            Kind::Void => return None,
        })
    }

    /// The parameter types of an instance under the fast convention.
    pub fn fast_params(&self, reprs: impl IntoIterator<Item = Repr>) -> Vec<BasicMetadataTypeEnum<'ctx>> {
        let mut params = Vec::new();
        for repr in reprs {
            match repr {
                Repr::Value => params.extend([BasicMetadataTypeEnum::from(self.i64); 2]),
                other => params.push(self.of_repr(other).into()),
            }
        }
        params
    }

    pub fn function(
        &self,
        result: Option<BasicTypeEnum<'ctx>>,
        params: &[BasicMetadataTypeEnum<'ctx>],
        context: ContextRef<'ctx>,
    ) -> FunctionType<'ctx> {
        use inkwell::types::BasicType;
        match result {
            Some(result) => result.fn_type(params, false),
            None => context.void_type().fn_type(params, false),
        }
    }
}

/// How one row parameter is passed under the C convention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Passing {
    /// One LLVM parameter.
    Scalar,
    /// Two `i64` in registers.
    Pair,
    /// A pointer with `byval`: the value lies in the argument area of the stack.
    Memory,
}

/// Assigns the six integer registers of the C convention.
pub fn c_params(kinds: &[Kind]) -> Vec<Passing> {
    let mut free = 6;
    kinds
        .iter()
        .map(|kind| match kind {
            Kind::Value if free >= 2 => {
                free -= 2;
                Passing::Pair
            }
            Kind::Value => Passing::Memory,
            Kind::F64 => Passing::Scalar,
            _ => {
                free = usize::saturating_sub(free, 1);
                Passing::Scalar
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_never_split_between_a_register_and_memory() {
        use Kind::*;
        let passing = c_params(&[Value, Value, I64, Value, Ptr]);
        assert_eq!(
            passing,
            [Passing::Pair, Passing::Pair, Passing::Scalar, Passing::Memory, Passing::Scalar]
        );
    }
}
