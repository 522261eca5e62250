//! f-strings: each replacement field is formatted where it stands, then all parts are joined.

use super::body::Body;
use crate::{
    hir::{Const, Conversion, Op, Place, VarId},
    syntax::ast::{self, Expr},
};

impl<'a> Body<'_, 'a> {
    pub fn joined_str(&mut self, e: &'a ast::ExprJoinedStr, place: Place) -> VarId {
        let mut parts: Vec<VarId> = Vec::new();
        let mut text = String::new();
        for value in &e.values {
            if let Expr::Constant(constant) = value
                && let ast::Constant::Str(piece) = &constant.value
            {
                text.push_str(piece);
                continue;
            }
            self.flush(&mut text, &mut parts, place);
            parts.push(self.expr(value));
        }
        if parts.is_empty() {
            return self.constant(Const::Str(text.into()), place);
        }
        self.flush(&mut text, &mut parts, place);
        match parts[..] {
            // A field is a string already.
            [only] => only,
            _ => self.emit(Op::BuildString(parts), place),
        }
    }

    fn flush(&mut self, text: &mut String, parts: &mut Vec<VarId>, place: Place) {
        if !text.is_empty() {
            let piece = std::mem::take(text);
            parts.push(self.constant(Const::Str(piece.into()), place));
        }
    }

    pub fn formatted_value(&mut self, e: &'a ast::ExprFormattedValue, place: Place) -> VarId {
        let value = self.expr(&e.value);
        let conversion = match e.conversion {
            ast::ConversionFlag::None => None,
            ast::ConversionFlag::Str => Some(Conversion::Str),
            ast::ConversionFlag::Ascii => Some(Conversion::Ascii),
            ast::ConversionFlag::Repr => Some(Conversion::Repr),
        };
        let spec = e.format_spec.as_ref().map(|spec| self.expr(spec));
        let op = Op::FormatValue { value, conversion, spec };
        self.emit(op, place)
    }
}
