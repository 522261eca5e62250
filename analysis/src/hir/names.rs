//! Interned names: identifiers, attribute names, dotted module names.
//!
//! A *symbol* stands for one text; equal texts have equal symbols. Numbers are given in the order in which the builder
//! meets the names, so they are the same in every run.

use crate::{define_index, index::IndexVec};
use std::collections::HashMap;

define_index!(
    /// One interned name of a `Program`.
    pub struct Symbol,
    "n"
);

#[derive(Debug, Default, Clone)]
pub struct Names {
    texts: IndexVec<Symbol, Box<str>>,
    /// Only for look-ups; never iterated.
    numbers: HashMap<Box<str>, Symbol>,
}

impl Names {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&symbol) = self.numbers.get(text) {
            return symbol;
        }
        let symbol = self.texts.push(text.into());
        self.numbers.insert(text.into(), symbol);
        symbol
    }

    /// The symbol of `text` if some part of the program has that name.
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.numbers.get(text).copied()
    }

    pub fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol]
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl std::ops::Index<Symbol> for Names {
    type Output = str;

    fn index(&self, symbol: Symbol) -> &str {
        self.text(symbol)
    }
}
