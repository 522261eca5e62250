//! Methods of what is known to be `str`, and conversions from and to it: rows that take the objects and unboxed ints.
//!
//! ```text
//! s.startswith(t)    =>    tp_text_starts(s, t)
//! s.find(t)                tp_text_find(s, t, 0)
//! int(s)                   tp_text_to_int(s)
//! ```
//!
//! Nothing can replace a method of an exact `str`. A look-up that comes before the arguments makes nothing: should control
//! leave before the call, the method is looked up then.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, VarId, VarKind};
use crate::mir::body::*;
use crate::mir::program::CacheKind;
use crate::mir::repr::{Layout, Repr};
use runtime_interface::{
    rows::Rt,
    text::{FORMS, TESTS},
};

/// What a method wants of an argument.
#[derive(Clone, Copy)]
enum Param {
    Text,
    Int,
    /// A literal of one character, by its code.
    Char,
    Any,
}

#[derive(Clone, Copy)]
enum Answer {
    Text,
    Bool,
    Int,
    /// Not there is a ValueError, which the method itself raises.
    Position,
    Value,
}

#[derive(Clone, Copy)]
struct TextMethod {
    name: &'static str,
    params: &'static [Param],
    row: Rt,
    /// Arguments that the row wants beyond those given.
    more: &'static [Const],
    answer: Answer,
}

const fn method(
    name: &'static str,
    params: &'static [Param],
    row: Rt,
    more: &'static [Const],
    answer: Answer,
) -> TextMethod {
    TextMethod { name, params, row, more, answer }
}

use Param::{Any, Char, Int, Text};
const SPACE: Const = Const::I64(b' ' as i64);
const LEFT: Const = Const::I64(1);
const RIGHT: Const = Const::I64(2);
const BOTH: Const = Const::I64(3);

/// Those of [`TESTS`] and [`FORMS`] are not repeated here.
const METHODS: &[TextMethod] = &[
    method("center", &[Int], Rt::tp_text_justify, &[SPACE, Const::I64(2)], Answer::Text),
    method("center", &[Int, Char], Rt::tp_text_justify, &[Const::I64(2)], Answer::Text),
    method("count", &[Text], Rt::tp_text_count, &[], Answer::Int),
    method("endswith", &[Text], Rt::tp_text_ends, &[], Answer::Bool),
    method("find", &[Text], Rt::tp_text_find, &[Const::I64(0)], Answer::Int),
    method("find", &[Text, Int], Rt::tp_text_find, &[], Answer::Int),
    method("index", &[Text], Rt::tp_text_find, &[Const::I64(0)], Answer::Position),
    method("index", &[Text, Int], Rt::tp_text_find, &[], Answer::Position),
    method("join", &[Any], Rt::tp_text_join, &[], Answer::Text),
    method("ljust", &[Int], Rt::tp_text_justify, &[SPACE, Const::I64(0)], Answer::Text),
    method("ljust", &[Int, Char], Rt::tp_text_justify, &[Const::I64(0)], Answer::Text),
    method("lstrip", &[], Rt::tp_text_strip, &[Const::Null, LEFT], Answer::Text),
    method("lstrip", &[Text], Rt::tp_text_strip, &[LEFT], Answer::Text),
    method("replace", &[Text, Text], Rt::tp_text_replace, &[], Answer::Text),
    method("rfind", &[Text], Rt::tp_text_find_last, &[], Answer::Int),
    method("rindex", &[Text], Rt::tp_text_find_last, &[], Answer::Position),
    method("rjust", &[Int], Rt::tp_text_justify, &[SPACE, Const::I64(1)], Answer::Text),
    method("rjust", &[Int, Char], Rt::tp_text_justify, &[Const::I64(1)], Answer::Text),
    method("rstrip", &[], Rt::tp_text_strip, &[Const::Null, RIGHT], Answer::Text),
    method("rstrip", &[Text], Rt::tp_text_strip, &[RIGHT], Answer::Text),
    method("split", &[], Rt::tp_text_words, &[], Answer::Value),
    method("split", &[Text], Rt::tp_text_split, &[], Answer::Value),
    method("splitlines", &[], Rt::tp_text_lines, &[], Answer::Value),
    method("startswith", &[Text], Rt::tp_text_starts, &[], Answer::Bool),
    method("strip", &[], Rt::tp_text_strip, &[Const::Null, BOTH], Answer::Text),
    method("strip", &[Text], Rt::tp_text_strip, &[BOTH], Answer::Text),
    method("zfill", &[Int], Rt::tp_text_justify, &[SPACE, Const::I64(3)], Answer::Text),
];

/// A call that is a row.
#[derive(Clone, Copy)]
enum Found {
    Format,
    Method(&'static TextMethod),
    Test(usize),
    Form(usize),
}

impl FunctionLowering<'_, '_> {
    /// Finds the look-ups that come before the arguments, before anything is lowered.
    pub fn find_text_look_ups(&mut self) {
        if !self.is_typed() {
            return;
        }
        let function = self.function;
        for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
            let hir::Op::CallMethod { object, name, method: Some((callee, receiver)), args, kwargs } =
                &instr.op
            else {
                continue;
            };
            if kwargs.is_empty()
                && self.uses[*callee] == 1
                && function.vars[*callee].kind == VarKind::Temp
                && matches!(self.homes[*receiver], Home::Local(_))
                && self.text_method(*object, *name, args).is_some()
            {
                self.homes[*callee] = Home::TextMethod { receiver: *receiver, name: *name };
            }
        }
    }

    fn text_method(&self, object: VarId, name: hir::Symbol, args: &[VarId]) -> Option<Found> {
        if !self.is_text(object) {
            return None;
        }
        let name = &self.program.hir.names[name];
        if name == "format" && self.is_format_call(object, args) {
            return Some(Found::Format);
        }
        if args.is_empty() {
            if let Some(test) = TESTS.iter().position(|test| *test == name) {
                return Some(Found::Test(test));
            }
            if let Some(form) = FORMS.iter().position(|form| *form == name) {
                return Some(Found::Form(form));
            }
        }
        let fits = |(&arg, &param): (&VarId, &Param)| match param {
            Text => self.is_text(arg),
            Int => self.is_plain_int(arg),
            Char => self.literal_code(arg).is_some(),
            Any => true,
        };
        METHODS
            .iter()
            .find(|method| {
                method.name == name
                    && method.params.len() == args.len()
                    && args.iter().zip(method.params).all(fits)
            })
            .map(Found::Method)
    }

    /// The method of such a look-up and what it is called with first, for code that has to leave.
    pub fn text_method_object(&mut self, receiver: VarId, name: hir::Symbol) -> Operand {
        let (_, load) = self.load_method(receiver, name);
        self.compute(Repr::Value, load)
    }

    /// Lowers a call or look-up of a method of a text; false if it is none.
    pub fn text_method_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match op {
            hir::Op::LoadMethod { object, receiver, .. } => {
                let Some(Home::TextMethod { .. }) = dst.map(|dst| self.homes[dst]) else { return false };
                let text = self.exact_text(*object);
                self.define(*receiver, text);
                true
            }
            hir::Op::CallMethod { object, name, method, args, kwargs } if kwargs.is_empty() => {
                let Some(found) = self.text_method(*object, *name, args) else { return false };
                if let Found::Format = found {
                    return self.format_call(dst, *object, args);
                }
                let text = match method {
                    None => self.text_pointer(*object),
                    Some((callee, receiver)) => match self.homes[*callee] {
                        // The look-up found a text.
                        Home::TextMethod { .. } => {
                            let text = self.value(*receiver);
                            self.compute(Repr::Ptr(Layout::Str), Op::Unbox(text))
                        }
                        _ => return false,
                    },
                };
                match found {
                    Found::Format => unreachable!("it has no receiver"),
                    Found::Test(test) => {
                        let known = if method.is_none() { self.test_of_char(*object, test) } else { None };
                        let answer = known.unwrap_or_else(|| {
                            let args = [text, Const::I64(test as i64).into()].map(Arg::Operand).into();
                            self.compute(Repr::Bool, Op::Rt { row: Rt::tp_text_is, args })
                        });
                        dst.into_iter().for_each(|dst| self.define(dst, answer));
                    }
                    Found::Form(form) => {
                        let form = Const::I64(form as i64).into();
                        self.text_row(dst, Rt::tp_text_form, vec![text, form]);
                    }
                    Found::Method(method) => self.call_text_method(dst, method, text, *name, args),
                }
                true
            }
            _ => false,
        }
    }

    fn call_text_method(
        &mut self,
        dst: Option<VarId>,
        method: &TextMethod,
        text: Operand,
        name: hir::Symbol,
        args: &[VarId],
    ) {
        let mut operands = vec![text];
        for (&arg, param) in args.iter().zip(method.params) {
            let operand = match param {
                Text => self.text_pointer(arg),
                Int => self.unboxed(arg),
                Char => Const::I64(self.literal_code(arg).expect("matched")).into(),
                Any => self.value(arg),
            };
            operands.push(operand);
        }
        operands.extend(method.more.iter().map(|&constant| Operand::from(constant)));
        let repr = match method.answer {
            Answer::Text => return self.text_row(dst, method.row, operands),
            Answer::Bool => Repr::Bool,
            Answer::Int | Answer::Position => Repr::I64,
            Answer::Value => Repr::Value,
        };
        let row_args = operands.into_iter().map(Arg::Operand).collect();
        let answer = self.compute(repr, Op::Rt { row: method.row, args: row_args });
        if let Answer::Position = method.answer {
            let (raise, go_on) = (self.new_block(), self.new_block());
            self.body.blocks[raise].cold = true;
            let absent = Op::CompareInt(CompareOp::Lt, answer, Const::I64(0).into());
            let absent = self.compute(Repr::Bool, absent);
            self.branch(absent, raise, go_on);
            self.current = raise;
            let receiver = self.as_value(text);
            let args = self.values(args);
            let name = self.program.symbol(name);
            let cache = self.program.cache(CacheKind::CallMethod);
            self.emit(None, Op::CallMethod { receiver, name, args, kwnames: None, cache });
            self.terminate(Terminator::Unreachable);
            self.current = go_on;
        }
        dst.into_iter().for_each(|dst| self.define(dst, answer));
    }

    /// Lowers a builtin function or class of one argument that is to do with texts; false if it is none.
    pub fn text_builtin(&mut self, dst: Option<VarId>, name: &str, arg: VarId) -> bool {
        if self.is_text(arg) {
            match name {
                "str" => {
                    let text = self.exact_text(arg);
                    self.copy_code(dst, arg);
                    dst.into_iter().for_each(|dst| self.define(dst, text));
                }
                "int" | "float" => {
                    let row = if name == "int" { Rt::tp_text_to_int } else { Rt::tp_text_to_float };
                    let args = vec![Arg::Operand(self.text_pointer(arg))];
                    self.assign(dst, Repr::Value, Op::Rt { row, args });
                }
                "len" => {
                    let len = self.text_len(arg);
                    self.assign(dst, Repr::I64, len);
                }
                "ord" => return self.ord_of_char(dst, arg),
                _ => return false,
            }
            return true;
        }
        match name {
            "chr" => self.chr(dst, arg),
            "str" | "repr" => {
                let number = self.unboxed(arg);
                let row = match self.body.repr(number) {
                    Repr::I64 => Rt::tp_text_of_int,
                    Repr::F64 => Rt::tp_text_of_float,
                    _ => return false,
                };
                self.text_row(dst, row, vec![number]);
                true
            }
            _ => false,
        }
    }
}
