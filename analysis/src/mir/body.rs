//! The body of one instance: locals with representations, and a control-flow graph of typed operations.
//!
//! - Locals are variables, not SSA values: LLVM's mem2reg makes SSA of them. Parameters are the locals that
//!   `Instance::params` lists.
//! - An operation that may raise carries a site. When it raises, control leaves the block: the traceback entry of the site
//!   is added (`tp_trace`), then control goes to the block's `handler`, or, without one, the instance returns ERROR. `dst`
//!   keeps its old contents then.
//! - Values that are not references into the heap never need the collector; the others are found by its conservative scan
//!   of the stack, so there are no root maps here.

use crate::define_index;
use crate::hir::VarId;
use crate::index::IndexVec;
use crate::mir::program::{CacheId, CodeId, ConstantId, InstanceId, ModuleId, ShapeId, SiteId};
use crate::mir::repr::{Layout, Repr};
use runtime_interface::rows::{Kind, Rt};

define_index!(
    /// A variable of one body.
    pub struct LocalId,
    "_"
);
define_index!(
    /// A basic block of one body.
    pub struct BlockId,
    "bb"
);

/// The code of one instance. Block 0 is the entry; nothing jumps to it.
#[derive(Clone, Default, Debug)]
pub struct Body {
    pub locals: IndexVec<LocalId, Local>,
    pub blocks: IndexVec<BlockId, Block>,
}

#[derive(Clone, Debug)]
pub struct Local {
    pub repr: Repr,
    /// The Python variable it stands for, for the printer.
    pub name: Option<Box<str>>,
    /// The same of the instance's own function, for `explain`: several may have one name.
    pub var: Option<VarId>,
}

#[derive(Clone, Debug)]
pub struct Block {
    pub statements: Vec<Statement>,
    pub terminator: Terminator,
    /// As [`Statement::line`].
    pub terminator_line: u32,
    /// Where an exception raised in this block goes; none: out of the instance.
    pub handler: Option<BlockId>,
    /// Off the hot path: behind an overflow or an exception.
    pub cold: bool,
    /// Of a loop as it was, where there is a faster copy which mostly runs instead.
    pub spare: bool,
}

/// `dst = op`, at `site` in the source.
#[derive(Clone, Debug)]
pub struct Statement {
    pub dst: Option<LocalId>,
    pub op: Op,
    /// Present on every operation that may raise; where it is absent all the same (in boxed entries and makers of
    /// generators, whose errors belong to the caller's place) no traceback entry is added.
    pub site: Option<SiteId>,
    /// The line of the module's file that it was made from; 0 where it has none (binding of arguments, dispatch).
    pub line: u32,
}

/// An input of an operation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Operand {
    Local(LocalId),
    Const(Const),
}

impl From<LocalId> for Operand {
    fn from(local: LocalId) -> Self {
        Operand::Local(local)
    }
}

impl From<Const> for Operand {
    fn from(constant: Const) -> Self {
        Operand::Const(constant)
    }
}

/// A constant, which has its representation from its kind.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Const {
    // Of representation `Value`:
    Unbound,
    None,
    Ellipsis,
    NotImplemented,
    /// `True` and `False` as values.
    BoolValue(bool),
    IntValue(i64),
    /// The bits of a `float` value.
    FloatValue(u64),
    /// A static heap object as a value.
    Object(ConstantId),
    // Unboxed:
    I64(i64),
    /// Bits of an `f64`.
    F64(u64),
    Bool(bool),
    /// A static heap object as a pointer.
    Pointer(ConstantId),
    // Of representation `Raw`:
    Raw(u64),
    Null,
    Code(CodeId),
    Module(ModuleId),
    Cache(CacheId),
    Site(SiteId),
    /// The address of an instance's function.
    Instance(InstanceId),
    /// The address of a module's global slot.
    Global(Global),
}

/// One slot of a module's globals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Global {
    pub module: ModuleId,
    pub slot: u32,
}

/// An argument of a call of the runtime.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg {
    Operand(Operand),
    /// The address of a stack array that holds these values. The word pair before the first one is free for the callee
    /// (`tp_call_method` puts the receiver there).
    Values(Vec<Operand>),
}

/// Operators on `int`s that are proven to stay inside `i64`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum IntOp {
    Add,
    Sub,
    Mul,
    /// Python's `//`; the divisor is not 0.
    FloorDiv,
    /// Python's `%`; the divisor is not 0.
    Mod,
    And,
    Or,
    Xor,
    /// The count is in `0..64`.
    Shl,
    /// Python's `>>`; the count is not negative, and may be 64 or more.
    Shr,
    /// The low 64 bits of the exact result.
    WrapAdd,
    WrapSub,
    WrapMul,
    /// On 64 bits without sign; the count is at least 1, and may be 64 or more.
    Lshr,
    /// On 64 bits without sign; the divisor is not 0.
    Udiv,
    Urem,
}

/// Operators of [`Terminator::CheckedInt`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CheckedIntOp {
    Add,
    Sub,
    Mul,
    /// `a // b` with `b` not 0: overflows for `-2**63 // -1` only.
    FloorDiv,
    /// `a << b`: also "overflows" for a negative or too large count.
    Shl,
    /// `-a`; `b` is ignored.
    Neg,
    /// `abs(a)`; `b` is ignored.
    Abs,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FloatOp {
    Add,
    Sub,
    Mul,
    /// The divisor is not 0.
    Div,
}

/// How a float becomes integral.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Rounding {
    Floor,
    Ceil,
    Trunc,
    /// To nearest, halves to even.
    Even,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CompareOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl CompareOp {
    /// The operator for exchanged operands.
    pub fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
            CompareOp::Eq | CompareOp::Ne => self,
        }
    }
}

/// Python's binary operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    Shl,
    Shr,
    And,
    Or,
    Xor,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

/// Which name error an unbound variable is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unbound {
    /// `UnboundLocalError`.
    Local,
    /// `NameError` for a free variable.
    Free,
    /// `NameError` for a name of a module or class.
    Name,
}

/// What a bound method is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MethodPart {
    Function,
    Receiver,
}

/// What a statement computes.
#[derive(Clone, PartialEq, Debug)]
pub enum Op {
    // ---- moves and conversions: never raise ----
    /// Same representation.
    Copy(Operand),
    /// To `Value`, from `I64`, `F64`, `Bool` or a pointer.
    Box(Operand),
    /// From `Value`; the tag is proven to be that of `dst`'s representation.
    Unbox(Operand),
    /// `Raw`: the tag word of a `Value`.
    Tag(Operand),
    /// `Bool`: whether a `Value` has this tag.
    TagIs(Operand, u64),
    /// `Bool`: whether the tag is below 64 and its bit is set.
    TagIn(Operand, u64),
    /// `Bool`: `isinstance(value, class)`.
    IsInstance {
        value: Operand,
        class: Operand,
    },
    /// `Bool`: whether a `Value` is a function object of this code.
    FunctionIs(Operand, CodeId),
    /// `Value`: a part of an object with the tag METHOD.
    MethodPart(Operand, MethodPart),
    /// `Bool`: whether a `Value` is this module of the program.
    ModuleIs(Operand, ModuleId),
    /// `Bool`: whether the receiver is an instance of exactly the class whose body is `class`, `receiver.name(...)` calls the
    /// function of this code with the receiver first, and the class has no attribute `unless`.
    MethodIs {
        receiver: Operand,
        class: CodeId,
        name: ConstantId,
        code: CodeId,
        cache: CacheId,
        unless: Option<ConstantId>,
    },
    /// `Bool`: whether two values, the first an instance of a class of the program, are of one class.
    SameClass(Operand, Operand),
    /// The same of `super(class, receiver).name(...)`.
    SuperMethodIs {
        class: Operand,
        receiver: Operand,
        name: ConstantId,
        code: CodeId,
        cache: CacheId,
    },
    /// `Bool`: whether calling the class makes a plain instance and calls the function of this code as `__init__`.
    InitIs {
        class: Operand,
        code: CodeId,
        cache: CacheId,
    },
    /// `Bool`: whether the value is the function `name` of the native module, or the module itself with that function in it.
    NativeIs {
        value: Operand,
        module: ConstantId,
        name: ConstantId,
        cache: CacheId,
    },
    /// `Bool`: whether a `Value` is an instance of the class that the shape describes, which is all as the shape says.
    ShapeIs(Operand, ShapeId),
    /// `Bool`: whether an instance that passed [`Op::ShapeIs`] has a dict, which may hide methods.
    HasDict(Operand),
    /// Nothing: the object is in use up to here, whatever was taken out of it before.
    KeepAlive(Operand),
    /// `Value`, perhaps UNBOUND: the field at a byte offset of such an instance.
    LoadField {
        object: Operand,
        offset: u32,
    },
    /// `Bool`: whether a field of such an instance is bound, or the next one to be bound in slot order.
    FieldIsNext {
        object: Operand,
        shape: ShapeId,
        offset: u32,
    },
    /// Store with the write barrier; the order of assignment is not touched.
    StoreField {
        object: Operand,
        offset: u32,
        value: Operand,
    },
    /// `Bool`: whether a `Value` is the class that the shape describes, and calling it makes a plain instance and calls the
    /// shape's `__init__`.
    ClassIs(Operand, ShapeId),
    /// `Value`: a new instance of such a class, all fields unbound.
    NewInstance(ShapeId),
    /// `Value`: what stands for an instance that is not made as long as nothing needs it: its tag, and no address.
    Placeholder(ShapeId),
    /// `Value`: makes the instance that a placeholder stands for, with these fields.
    Materialize {
        shape: ShapeId,
        object: Operand,
        fields: Vec<Operand>,
    },
    /// `ptr[function]`: a method of the shape, or its `__init__`, while the shape holds.
    ShapeFunction(ShapeId, Option<u32>),
    /// `Value`: the native function that the `NativeIs` of this cell has just found.
    FoundNative(CacheId),
    /// The number (`F64` or `I64`) that the `NativeIs` of this cell has just found in a native module.
    FoundNumber(CacheId, Repr),
    /// `ptr[function]`: the function that the `MethodIs` or `InitIs` of this cell has just found.
    FoundFunction(CacheId),
    /// `F64` from `I64`, rounded to nearest, where the `int` converts as Python's `float(i)`.
    IntToFloat(Operand),
    /// `I64` from `Bool`.
    BoolToInt(Operand),
    /// `I64` from `Word`: the same 64 bits.
    Bits(Operand),
    /// `Word` from `I64`: the same 64 bits.
    Word(Operand),
    /// `Value`, but one that only a field may hold, from `Word`: see `layout::fields`.
    FieldWord(Operand),
    /// `Bool`: whether what a field holds is a `FieldWord`.
    IsFieldWord(Operand),
    /// `Word` from such.
    WordOfField(Operand),
    // ---- unboxed arithmetic: never raises ----
    Int(IntOp, Operand, Operand),
    Float(FloatOp, Operand, Operand),
    FloatNeg(Operand),
    /// `F64` from `F64`.
    Round(Rounding, Operand),
    /// `F64`; not for negative arguments.
    Sqrt(Operand),
    /// `F64`: without its sign.
    FloatAbs(Operand),
    /// `I64` from an `F64` that is in its range, towards zero.
    FloatToInt(Operand),
    /// `Bool` from two `I64`.
    CompareInt(CompareOp, Operand, Operand),
    /// `Bool` from two `F64`.
    CompareFloat(CompareOp, Operand, Operand),
    /// `Bool` from two `Raw`, unsigned.
    CompareRaw(CompareOp, Operand, Operand),
    /// `Bool`: whether two values that are exact `str`s have the same text.
    SameText(Operand, Operand),
    /// `Bool` from `Bool`.
    Not(Operand),
    // ---- dynamic operators on values: the backend tests INT and FLOAT pairs in line and calls the row otherwise ----
    Binary {
        op: BinaryOp,
        inplace: bool,
        a: Operand,
        b: Operand,
    },
    Unary {
        op: UnaryOp,
        a: Operand,
    },
    /// Rich comparison: any value.
    Compare {
        op: CompareOp,
        a: Operand,
        b: Operand,
    },
    /// `bool(a < b)` at once: `Bool`.
    CompareTruth {
        op: CompareOp,
        a: Operand,
        b: Operand,
    },
    /// `bool(a)`: `Bool`.
    Truth(Operand),
    /// `a is b` on values: `Bool`; never raises.
    Is(Operand, Operand),
    // ---- items: the backend handles lists and tuples in line ----
    /// `object[index]`; the index is a `Value` or an `I64`. `expected` is the tag that the object is likely to have.
    GetItem {
        object: Operand,
        index: Operand,
        expected: u64,
    },
    SetItem {
        object: Operand,
        index: Operand,
        value: Operand,
    },
    /// `len(object)`: `I64`.
    Len(Operand),
    /// `I64`: the length of a `Value` that is an exact list.
    ListLen(Operand),
    /// `I64`: the length of a `Value` that is an exact tuple.
    TupleLen(Operand),
    /// `Value`: an item of an exact tuple that has it, by an `I64`.
    TupleAt {
        tuple: Operand,
        index: Operand,
    },
    /// `Bool`: whether the array of a `Value` that is an exact list holds items of this kind.
    ListKindIs(Operand, u64),
    /// A pointer to the array of a `Value` that is an exact list: good until the next call.
    ListArray(Operand),
    /// `Bool`: whether `0 <= index < len`, the length being no negative number.
    IndexInside(Operand, Operand),
    /// The item at an index that the array of a list has, which holds items of `dst`'s representation.
    ArrayItem {
        array: Operand,
        index: Operand,
    },
    /// The same for storing an `I64`, `F64` or `Bool`.
    StoreArrayItem {
        array: Operand,
        index: Operand,
        value: Operand,
    },
    /// `ord(object)`: `I64`.
    Ord(Operand),
    /// `I64`: the length of a `Value` that is an exact `str`, `bytes` or `bytearray`.
    TextLen(Operand, u64),
    /// `I64`: the code of the character of an exact `str` at an index if that takes one byte, or the item of an exact
    /// `bytes` or `bytearray`; else -1. With `inside` the index is known to be in range and not negative.
    CharAt {
        text: Operand,
        of: u64,
        index: Operand,
        inside: bool,
    },
    /// `I64`: the code of a `Value` that is an exact `str` of one character below 256, else -1.
    CharOf(Operand),
    /// `Value`: the `str` of one character with a code below 256.
    Char(Operand),
    /// `Bool`: whether a code is that of one of these ASCII characters (bit by bit).
    CharIn(Operand, [u64; 2]),
    /// `Bool`: whether a `Value` is an exact tuple of that many items.
    IsTupleOf(Operand, u32),
    /// `Value`: an item of a tuple that has it.
    TupleItem {
        tuple: Operand,
        index: u32,
    },
    // ---- calls ----
    /// A row of the runtime. Kind `Status` gives `Bool`.
    Rt {
        row: Rt,
        args: Vec<Arg>,
    },
    /// Direct call of an instance; a guarded result is taken as a value. `args` match its parameters.
    CallInstance {
        instance: InstanceId,
        args: Vec<Operand>,
    },
    /// Of a body that was put in the place of its call, `frames` calls deep: the call fails if that is too deep.
    CheckDepth {
        frames: u32,
    },
    /// Adds to the count of Python frames, around what such a body calls.
    CountFrames(i32),
    /// `Value`: what such a body does where it leaves, and the result of its call then.
    CallContinuation {
        instance: InstanceId,
        point: u32,
        live: Vec<Operand>,
        frames: u32,
    },
    /// Any callable. The last values belong to the names in `kwnames` (a tuple of `str`).
    CallBoxed {
        callee: Operand,
        args: Vec<Operand>,
        kwnames: Option<ConstantId>,
    },
    /// `receiver.name(args)` without making the bound method.
    CallMethod {
        receiver: Operand,
        name: ConstantId,
        args: Vec<Operand>,
        kwnames: Option<ConstantId>,
        cache: CacheId,
    },
    GetAttr {
        object: Operand,
        name: ConstantId,
        cache: CacheId,
    },
    SetAttr {
        object: Operand,
        name: ConstantId,
        value: Operand,
        cache: CacheId,
    },
    // ---- variables ----
    /// The slot as it is, perhaps UNBOUND; never raises.
    LoadGlobal(Global),
    /// The slot, else the builtin of that name, else NameError.
    LoadGlobalOrBuiltin(Global),
    StoreGlobal(Global, Operand),
    /// A builtin whose name is bound nowhere in the module; NameError if it does not exist. Found once where there is a
    /// cache.
    LoadBuiltin {
        name: ConstantId,
        module: ModuleId,
        cache: Option<CacheId>,
    },
    /// `Value`: one of the positional defaults that a function of the code tested holds.
    StoredDefault {
        function: Operand,
        number: u32,
    },
    /// `ptr[cell]`: the cell at `index` of a function object's closure.
    LoadClosure {
        function: Operand,
        index: u32,
    },
    /// `Value`, perhaps UNBOUND; never raises.
    LoadCell(Operand),
    StoreCell(Operand, Operand),
    /// The same value; raises if it is UNBOUND.
    CheckBound {
        value: Operand,
        name: ConstantId,
        kind: Unbound,
    },
    // ---- memory that only compiled code knows ----
    /// `Raw`: the address of a stack array of that many values, one per execution of the function (not per loop turn).
    StackArray(u32),
    /// `Value`: the item at `index` of a stack array.
    LoadItem {
        array: Operand,
        index: u32,
    },
    StoreItem {
        array: Operand,
        index: u32,
        value: Operand,
    },
    /// What slot `index` of a generator's frame holds, whatever representation: what was stored there.
    LoadFrame {
        generator: Operand,
        index: u32,
    },
    /// Store with the write barrier.
    StoreFrame {
        generator: Operand,
        index: u32,
        value: Operand,
    },
    /// `Raw`: a generator's state word.
    LoadState {
        generator: Operand,
    },
    StoreState {
        generator: Operand,
        state: u64,
    },
}

/// How a block ends.
#[derive(Clone, PartialEq, Debug)]
pub enum Terminator {
    Goto(BlockId),
    Branch {
        cond: Operand,
        then: BlockId,
        otherwise: BlockId,
    },
    /// On a `Raw`.
    Switch {
        on: Operand,
        cases: Vec<(u64, BlockId)>,
        otherwise: BlockId,
    },
    /// Of the representation that the instance's `ret` says.
    Return(Operand),
    /// `dst = a op b` on `I64`; `overflow` if the exact result does not fit, `dst` then keeps its old contents.
    CheckedInt {
        op: CheckedIntOp,
        dst: LocalId,
        a: Operand,
        b: Operand,
        ok: BlockId,
        overflow: BlockId,
    },
    /// `dst = list[index]` with an `I64` index. `otherwise` unless `list` is an exact list with an item there that is of
    /// `dst`'s representation; `dst` is then as it was. Into a `Value`: `references` says that items are expected to be
    /// no numbers, others are then left to `otherwise`, too. With `inside` it is known that there is such an item.
    ListItem {
        list: Operand,
        index: Operand,
        dst: LocalId,
        references: bool,
        inside: bool,
        ok: BlockId,
        otherwise: BlockId,
    },
    /// `list[index] = value` with an `I64` index. `otherwise`, with nothing stored, unless `list` is an exact list with an
    /// item there whose array takes the value as it is.
    StoreListItem {
        list: Operand,
        index: Operand,
        value: Operand,
        ok: BlockId,
        otherwise: BlockId,
    },
    /// Direct call of an instance with `Return::Guarded`. If the result escaped its type, it is stored in `escaped.0` as a
    /// value and control goes to `escaped.1`.
    CallUnboxed {
        instance: InstanceId,
        args: Vec<Operand>,
        dst: LocalId,
        ok: BlockId,
        escaped: (LocalId, BlockId),
        site: SiteId,
    },
    /// Direct call of an instance whose body may come in its place. `left` goes on with the result where that body leaves;
    /// `escaped` is there if the result is guarded. Only before pass `inline`.
    Call {
        instance: InstanceId,
        args: Vec<Operand>,
        dst: LocalId,
        ok: BlockId,
        escaped: Option<(LocalId, BlockId)>,
        left: (LocalId, BlockId),
        site: SiteId,
    },
    /// `dst = next(iter)` on values; `exit` when exhausted, with `dst` as it was.
    ForNext {
        iter: Operand,
        dst: LocalId,
        body: BlockId,
        exit: BlockId,
        site: SiteId,
    },
    /// Leaves the typed mode for good: calls the continuation at a program point with the live values and returns what it
    /// returns, which has the same shape (two words) whether `ret` is `Value` or `Guarded`.
    Leave {
        instance: InstanceId,
        point: u32,
        live: Vec<Operand>,
    },
    /// An exception is pending: adds the site's traceback entry, if there is one, and goes where exceptions of this block go.
    Raise {
        site: Option<SiteId>,
    },
    /// A generator hands out `value`; `sent` is what `send` gave when control comes back at `resume`, and a thrown exception
    /// goes where exceptions of this block go. Only before pass `generators`.
    Yield {
        value: Operand,
        sent: Option<LocalId>,
        resume: BlockId,
        /// Where a thrown exception is traced to; none: the handler adds the entry.
        site: Option<SiteId>,
    },
    Unreachable,
}

impl Body {
    pub fn repr(&self, operand: Operand) -> Repr {
        match operand {
            Operand::Local(local) => self.locals[local].repr,
            Operand::Const(constant) => constant.repr(),
        }
    }

    pub fn new_local(&mut self, repr: Repr) -> LocalId {
        self.locals.push(Local { repr, name: None, var: None })
    }

    pub fn new_block(&mut self, handler: Option<BlockId>) -> BlockId {
        self.blocks.push(Block {
            statements: Vec::new(),
            terminator: Terminator::Unreachable,
            terminator_line: 0,
            handler,
            cold: false,
            spare: false,
        })
    }
}

impl Const {
    pub fn repr(self) -> Repr {
        match self {
            Const::Unbound
            | Const::None
            | Const::Ellipsis
            | Const::NotImplemented
            | Const::BoolValue(_)
            | Const::IntValue(_)
            | Const::FloatValue(_)
            | Const::Object(_) => Repr::Value,
            Const::I64(_) => Repr::I64,
            Const::F64(_) => Repr::F64,
            Const::Bool(_) => Repr::Bool,
            Const::Pointer(_) => Repr::Ptr(Layout::Any),
            Const::Raw(_)
            | Const::Null
            | Const::Code(_)
            | Const::Module(_)
            | Const::Cache(_)
            | Const::Site(_)
            | Const::Instance(_)
            | Const::Global(_) => Repr::Raw,
        }
    }
}

impl Op {
    /// Whether it can leave an exception pending; then its statement needs a site.
    pub fn may_raise(&self) -> bool {
        match self {
            Op::Rt { row, .. } => row_raises(*row),
            Op::Binary { .. }
            | Op::Unary { .. }
            | Op::Compare { .. }
            | Op::CompareTruth { .. }
            | Op::IsInstance { .. }
            | Op::Truth(_)
            | Op::GetItem { .. }
            | Op::Len(_)
            | Op::Ord(_)
            | Op::SetItem { .. }
            | Op::CallInstance { .. }
            | Op::CallContinuation { .. }
            | Op::CheckDepth { .. }
            | Op::CallBoxed { .. }
            | Op::CallMethod { .. }
            | Op::GetAttr { .. }
            | Op::SetAttr { .. }
            | Op::LoadGlobalOrBuiltin(_)
            | Op::LoadBuiltin { .. }
            | Op::CheckBound { .. } => true,
            _ => false,
        }
    }
}

/// Whether a row's result says if it raised. A row of kind `Void` that raises (`tp_raise`) always does: a
/// [`Terminator::Raise`] follows it, and the statement itself has no exceptional edge.
pub fn row_raises(row: Rt) -> bool {
    matches!(row.row().result, Kind::Value | Kind::Object | Kind::Status)
        && row.row().effects.has(runtime_interface::rows::Effects::RAISES)
}
