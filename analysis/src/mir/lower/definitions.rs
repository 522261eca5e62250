//! Definitions: function objects, classes, type aliases and parameters.

use super::calls::names_pointer;
use super::containers::display;
use super::function::FunctionLowering;
use crate::hir::{self, ClassArguments, VarId};
use crate::mir::body::*;
use crate::mir::program::Constant;
use crate::mir::repr::Repr;
use runtime_interface::rows::Rt;

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn definition_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match op {
            H::MakeFunction { function, defaults, kwdefaults, closure, annotations } => {
                let defaults = self.defaults(defaults);
                let kwdefaults = self.named_values(kwdefaults);
                let value = self.make_function(*function, defaults, kwdefaults, closure);
                if let Some(annotations) = annotations {
                    let args = [value, self.value(*annotations)].map(Arg::Operand);
                    self.rt(None, Rt::tp_set_annotations, args);
                }
                dst.into_iter().for_each(|dst| self.define(dst, value));
            }
            H::MakeClass { class, arguments, closure, type_params } => {
                let class = &self.program.hir.classes[*class];
                let unbound = || Operand::Const(Const::Unbound);
                let body = self.make_function(class.body, unbound(), unbound(), closure);
                let code = self.program.code_with_entry(class.body);
                let name = self.name_pointer(class.name);
                let op = match (arguments, type_params) {
                    (ClassArguments::Plain { bases, keywords }, None) => {
                        let count = Const::I64(bases.len() as i64);
                        let (values, names) = self.arguments(bases, keywords);
                        let args = vec![
                            Arg::Operand(name),
                            Arg::Values(values),
                            Arg::Operand(count.into()),
                            Arg::Operand(names_pointer(names)),
                            Arg::Operand(body),
                            Arg::Operand(Const::Code(code).into()),
                        ];
                        Op::Rt { row: Rt::tp_build_class, args }
                    }
                    (arguments, type_params) => {
                        let (bases, keywords) = match arguments {
                            ClassArguments::Plain { bases, keywords } => {
                                let bases = self.values(bases);
                                let bases = self.compute(Repr::Value, display(Rt::tp_build_tuple, bases));
                                (bases, self.named_values(keywords))
                            }
                            ClassArguments::Star { bases, keywords } => {
                                let keywords = keywords.map_or(unbound(), |keywords| self.value(keywords));
                                (self.value(*bases), keywords)
                            }
                        };
                        let params = type_params.map_or(unbound(), |params| self.value(params));
                        let args = [name, bases, keywords, body, Const::Code(code).into(), params];
                        Op::Rt { row: Rt::tp_build_class_star, args: args.map(Arg::Operand).into() }
                    }
                };
                self.assign(dst, Repr::Value, op);
            }
            H::MakeTypeAlias { name, value, type_params } => {
                let params = type_params.map_or(Const::Unbound.into(), |params| self.value(params));
                let args = [self.name_pointer(*name), self.value(*value), params].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_make_type_alias, args: args.into() });
            }
            H::MakeTypeParam { name, stars } => {
                let stars = Const::I64((*stars).into()).into();
                let args = [self.name_pointer(*name), stars].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_make_type_param, args: args.into() });
            }
            _ => return false,
        }
        true
    }

    fn make_function(
        &mut self,
        function: hir::FunctionId,
        defaults: Operand,
        kwdefaults: Operand,
        closure: &[VarId],
    ) -> Operand {
        let code = self.program.code_with_entry(function);
        let cells: Vec<Operand> = closure
            .iter()
            .map(|&cell| {
                let cell = self.cell(cell);
                self.compute(Repr::Value, Op::Box(cell))
            })
            .collect();
        let count = Const::I64(cells.len() as i64);
        let args = vec![
            Arg::Operand(Const::Code(code).into()),
            Arg::Operand(defaults),
            Arg::Operand(kwdefaults),
            Arg::Values(cells),
            Arg::Operand(count.into()),
        ];
        self.compute(Repr::Value, Op::Rt { row: Rt::tp_make_function, args })
    }

    /// A tuple; a static one if all items are constants.
    fn defaults(&mut self, defaults: &[VarId]) -> Operand {
        if defaults.is_empty() {
            return Const::Unbound.into();
        }
        let values = self.values(defaults);
        let constants: Option<Box<[Const]>> = values
            .iter()
            .map(|value| match value {
                Operand::Const(constant) => Some(*constant),
                Operand::Local(_) => None,
            })
            .collect();
        match constants {
            Some(items) => Const::Object(self.program.constant(Constant::Tuple(items))).into(),
            None => self.compute(Repr::Value, display(Rt::tp_build_tuple, values)),
        }
    }

    /// A dict of names and values, UNBOUND if there are none.
    fn named_values(&mut self, named: &[(hir::Symbol, VarId)]) -> Operand {
        if named.is_empty() {
            return Const::Unbound.into();
        }
        let mut flat = Vec::new();
        for &(name, var) in named {
            flat.push(Const::Object(self.program.symbol(name)).into());
            flat.push(self.value(var));
        }
        self.compute(Repr::Value, display(Rt::tp_build_dict, flat))
    }
}
