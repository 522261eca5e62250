//! The text of the whole program in one piece, from the units that a build makes: `taipan emit --raw`.
//!
//! IR: the units' modules are linked into one, as the linker links their objects. Assembly: the units' texts one after
//! another, in which labels and what is local to a unit carry the unit's number, so that an assembler takes it as one file.

use crate::error::{Error, Result};
use inkwell::{
    context::Context,
    memory_buffer::MemoryBuffer,
    module::{Linkage, Module},
};

/// The IR of the program whose units are these bitcodes.
pub fn ir(parts: &[Vec<u8>]) -> Result<String> {
    let context = Context::create();
    let whole = context.create_module("program");
    for (index, part) in parts.iter().enumerate() {
        let buffer = MemoryBuffer::create_from_memory_range_copy(part, "unit");
        let unit = Module::parse_bitcode_from_buffer(&buffer, &context)
            .map_err(|error| Error::bug(format!("the bitcode of a unit: {error}")))?;
        if index == 0 {
            whole.set_triple(&unit.get_triple());
            whole.set_data_layout(&unit.get_data_layout());
        }
        whole.link_in_module(unit).map_err(|error| Error::bug(format!("linking units: {error}")))?;
    }
    Ok(whole.print_to_string().to_string())
}

/// Gives what is local to the unit names that no other unit has.
pub fn tell_apart(module: &Module, unit: usize) {
    let rename = |name: &str| format!("{name}.unit{unit}");
    for function in module.get_functions().filter(|function| function.get_linkage() == Linkage::Internal) {
        let name = function.get_name().to_string_lossy().into_owned();
        function.as_global_value().set_name(&rename(&name));
    }
    for global in module.get_globals().filter(|global| global.get_linkage() == Linkage::Internal) {
        let name = global.get_name().to_string_lossy().into_owned();
        global.set_name(&rename(&name));
    }
}

/// The assembly of the program whose units are these texts.
pub fn assembly(parts: &[Vec<u8>]) -> String {
    let mut whole = String::new();
    for (unit, part) in parts.iter().enumerate() {
        for line in String::from_utf8_lossy(part).lines() {
            numbered_labels(line, unit, &mut whole);
            whole.push('\n');
        }
    }
    whole
}

/// The line, with the unit's number in each label of the form `.L...`.
fn numbered_labels(line: &str, unit: usize, out: &mut String) {
    let is_text = [".ascii", ".asciz", ".string", ".file", ".ident"];
    if is_text.iter().any(|directive| line.trim_start().starts_with(directive)) {
        return out.push_str(line);
    }
    let mut rest = line;
    while let Some(at) = rest.find(".L") {
        let is_label =
            !rest[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '#'));
        let (before, label) = rest.split_at(at + ".L".len());
        out.push_str(before);
        if is_label {
            out.push_str(&unit.to_string());
            out.push('.');
        }
        rest = label;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_two_units_differ_and_texts_do_not_change() {
        let unit =
            b"f:\n\tjne\t.LBB0_1\n\t.quad\t.LBB0_1-.Ltmp0\n\tcall\t\"py.Lexer.Look\"\n\t.asciz\t\".Loud\"\n";
        let text = assembly(&[unit.to_vec(), unit.to_vec()]);
        assert!(text.contains("jne\t.L0.BB0_1\n") && text.contains(".quad\t.L1.BB0_1-.L1.tmp0\n"), "{text}");
        assert!(
            text.contains("\"py.Lexer.Look\"") && text.contains("\".Loud\"") && !text.contains(".L1.ook"),
            "{text}"
        );
    }
}
