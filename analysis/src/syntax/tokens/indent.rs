//! The stack of indentations, measured twice: with tabs to multiples of eight, and with tabs as one column. Where the two
//! disagree about which of two lines is deeper, the mix of tabs and spaces is an error.

/// CPython's limit on blocks inside blocks.
const MAX_LEVELS: usize = 100;

pub struct Indentation {
    levels: Vec<(u32, u32)>,
}

impl Default for Indentation {
    fn default() -> Self {
        Self { levels: vec![(0, 0)] }
    }
}

pub enum Wrong {
    NoSuchLevel,
    Tabs,
    TooDeep,
}

impl Wrong {
    pub fn message(&self) -> &'static str {
        match self {
            Self::NoSuchLevel => "unindent does not match any outer indentation level",
            Self::Tabs => "inconsistent use of tabs and spaces in indentation",
            Self::TooDeep => "too many levels of indentation",
        }
    }
}

impl Indentation {
    /// A line begins at these columns: 1 if it opens a level, -n if it closes n, else 0.
    pub fn line(&mut self, column: u32, narrow: u32) -> Result<i32, Wrong> {
        let &(top, top_narrow) = self.levels.last().expect("never empty");
        if column == top {
            return if narrow == top_narrow { Ok(0) } else { Err(Wrong::Tabs) };
        }
        if column > top {
            if narrow <= top_narrow {
                return Err(Wrong::Tabs);
            }
            if self.levels.len() >= MAX_LEVELS {
                return Err(Wrong::TooDeep);
            }
            self.levels.push((column, narrow));
            return Ok(1);
        }
        let mut closed = 0;
        while self.levels.last().is_some_and(|&(level, _)| column < level) {
            self.levels.pop();
            closed += 1;
        }
        let &(level, level_narrow) = self.levels.last().expect("level 0 is never closed");
        if column != level {
            return Err(Wrong::NoSuchLevel);
        }
        if narrow != level_narrow {
            return Err(Wrong::Tabs);
        }
        Ok(-closed)
    }

    /// How many levels are open at the end of the file.
    pub fn close_all(&mut self) -> usize {
        let open = self.levels.len() - 1;
        self.levels.truncate(1);
        open
    }
}
