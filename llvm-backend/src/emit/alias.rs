//! Which pieces of memory can be the same: every load and store of emitted code names its [`Region`], which becomes LLVM's
//! `!tbaa` metadata. Two accesses may touch the same word only if one region is the other or stands above it:
//!
//! ```text
//! Any (no metadata) ─┬─ Header        type id and flags, word 0 of every heap object
//!                    ├─ Length ─┬─ ListLength, TupleLength, TextLength
//!                    │          └─ Capacity      of a list's array
//!                    ├─ ListArray     the pointer from a list to its items
//!                    ├─ ListKind      what the array of a list holds
//!                    ├─ Item ───┬─ ListItem      tag and bits in the array of a list
//!                    │          ├─ IntItem, FloatItem, BoolItem    unboxed
//!                    │          └─ TupleItem
//!                    ├─ Field ──┬─ ValueField    of an instance
//!                    │          ├─ IntField, FloatField  unboxed
//!                    │          └─ DictPointer
//!                    ├─ Text          characters of a str, and their width
//!                    ├─ CellValue, Function, Closure, Generator, Frame, Iterator
//!                    └─ Global, Cache, Shape, Mutator, Stack
//! ```
//!
//! Why this is sound: the runtime's bitcode carries no such metadata, so what is inlined from there, and every call, may
//! touch anything. A word changes its region only when its object dies and the collector hands the memory out again, or
//! when the runtime gives a list another array; both happen inside calls.

use crate::{
    emit::unit::Unit,
    error::{Error, Result},
};
use inkwell::values::{InstructionValue, MetadataValue};

/// See the head of the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Region {
    Any,
    Header,
    Length,
    ListLength,
    TupleLength,
    TextLength,
    Capacity,
    ListArray,
    ListKind,
    Item,
    ListItem,
    IntItem,
    FloatItem,
    BoolItem,
    TupleItem,
    Field,
    ValueField,
    IntField,
    FloatField,
    DictPointer,
    Text,
    CellValue,
    Function,
    Closure,
    Generator,
    Frame,
    Iterator,
    Global,
    Cache,
    /// What is assumed of a class: only calls change it.
    Shape,
    Mutator,
    Stack,
}

/// No object has as many items: the address space is smaller.
const LENGTHS: u64 = 1 << 56;

impl Region {
    const COUNT: usize = Region::Stack as usize + 1;

    fn parent(self) -> Region {
        use Region::*;
        match self {
            ListLength | TupleLength | TextLength | Capacity => Length,
            ListItem | IntItem | FloatItem | BoolItem | TupleItem => Item,
            ValueField | IntField | FloatField | DictPointer => Field,
            _ => Any,
        }
    }

    fn is_length(self) -> bool {
        self == Region::Length || self.parent() == Region::Length
    }
}

/// The metadata of one unit.
pub struct Regions<'ctx> {
    /// Type nodes and access tags, made on first use.
    types: [Option<MetadataValue<'ctx>>; Region::COUNT],
    tags: [Option<MetadataValue<'ctx>>; Region::COUNT],
    tbaa: u32,
    range: u32,
    noundef: u32,
    nonnull: u32,
}

impl<'ctx> Regions<'ctx> {
    pub fn new(context: &'ctx inkwell::context::Context) -> Self {
        Regions {
            types: [None; Region::COUNT],
            tags: [None; Region::COUNT],
            tbaa: context.get_kind_id("tbaa"),
            range: context.get_kind_id("range"),
            noundef: context.get_kind_id("noundef"),
            nonnull: context.get_kind_id("nonnull"),
        }
    }
}

impl<'ctx> Unit<'ctx, '_> {
    fn region_type(&mut self, region: Region) -> MetadataValue<'ctx> {
        if let Some(known) = self.regions.types[region as usize] {
            return known;
        }
        let node = if region == Region::Any {
            self.context.metadata_node(&[self.context.metadata_string("taipan").into()])
        } else {
            let parent = self.region_type(region.parent());
            self.context.metadata_node(&[
                self.context.metadata_string(&format!("{region:?}")).into(),
                parent.into(),
                self.types.i64.const_zero().into(),
            ])
        };
        self.regions.types[region as usize] = Some(node);
        node
    }

    /// Says what a load or store touches.
    pub fn annotate(&mut self, access: InstructionValue<'ctx>, region: Region) -> Result<()> {
        if region == Region::Any || !self.role.optimize {
            return Ok(());
        }
        let tag = match self.regions.tags[region as usize] {
            Some(tag) => tag,
            None => {
                let of = self.region_type(region);
                let zero = self.types.i64.const_zero().into();
                let tag = self.context.metadata_node(&[of.into(), of.into(), zero]);
                self.regions.tags[region as usize] = Some(tag);
                tag
            }
        };
        set(access, tag, self.regions.tbaa)
    }

    /// Says what a load touches, and what is known of the word found there.
    pub fn annotate_load(&mut self, load: InstructionValue<'ctx>, region: Region) -> Result<()> {
        self.annotate(load, region)?;
        if !self.role.optimize {
            return Ok(());
        }
        let nothing = || self.context.metadata_node(&[]);
        if region.is_length() {
            let (zero, end) = (self.types.i64.const_zero(), self.types.i64.const_int(LENGTHS, false));
            let range = self.context.metadata_node(&[zero.into(), end.into()]);
            set(load, range, self.regions.range)?;
        }
        if region == Region::ListArray {
            set(load, nothing(), self.regions.nonnull)?;
        }
        if region.is_length() || matches!(region, Region::ListArray | Region::ListKind | Region::Header) {
            set(load, nothing(), self.regions.noundef)?;
        }
        Ok(())
    }
}

fn set<'ctx>(instruction: InstructionValue<'ctx>, node: MetadataValue<'ctx>, kind: u32) -> Result<()> {
    instruction.set_metadata(node, kind).map_err(|error| Error::bug(error.to_string()))
}
