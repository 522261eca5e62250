//! Which classes have a shape: those of which the text says how their instances are laid out.
//!
//! ```text
//! class Base:                              class Ball(Base):                   shape of Ball
//!     def __init__(self): self.x = 0.0         def __init__(self):                 field 0: x
//!                                                  super().__init__()              field 1: radius
//!                                                  self.radius = 1.0
//! ```
//!
//! The order of the fields is the one in which the runtime lays classes out: those of the bases first, then what the methods
//! assign to `self`, in the order of the text. A class without surprises only: one statement at the top of a module, known
//! bases, nothing that changes how attributes are found. The runtime compares, so a wrong guess is slow, not wrong.

use super::Lowering;
use crate::hir::{self, ClassId, FunctionKind, Symbol};
use crate::mir::program::{CodeId, Shape, ShapeId, ShapeMethod};

/// Methods that change how attributes are found.
const ATTRIBUTE_METHODS: [&str; 4] = ["__getattr__", "__getattribute__", "__setattr__", "__delattr__"];
/// The runtime gives no class more.
const MOST_FIELDS: usize = 200;

impl Lowering<'_> {
    /// What may be assumed of the instances of a class.
    pub(super) fn shape_of(&mut self, class: ClassId) -> Option<ShapeId> {
        if let Some(&known) = self.data.shapes.get(&class) {
            return known;
        }
        let shape = self.make_shape(class);
        self.data.shapes.insert(class, shape);
        shape
    }

    fn make_shape(&mut self, class: ClassId) -> Option<ShapeId> {
        let hir = self.hir;
        let order = self.types.class_order(class)?;
        let classes = || order.iter().map(|&c| &hir.classes[c]);
        if self.data.assigns_class || !classes().all(|c| self.is_plain(c)) {
            return None;
        }
        let slotted = classes().all(|c| c.slots.is_some());
        // Empty slots say nothing of the classes below.
        if !slotted && classes().any(|c| c.slots.as_ref().is_some_and(|slots| !slots.is_empty())) {
            return None;
        }
        // A default in a data class is not what its instances have.
        let of_class = |name: &Symbol| {
            let holds = |c: &hir::Class| {
                c.class_attributes.contains(name) && !(c.is_data_class && c.annotated.contains(name))
            };
            !slotted && classes().any(holds)
        };
        let names = self.field_names(class)?;
        let fields = names.iter().map(|name| (!of_class(name)).then(|| self.symbol(*name))).collect();
        let body = self.class_code(class);
        let frozen = order.iter().any(|&c| hir.classes[c].is_frozen);
        let shape = Shape { body, fields, slotted, frozen, methods: Vec::new(), init: None };
        let shape = self.program.shapes.push(shape);
        self.program.codes[body].shape = Some(shape);
        Some(shape)
    }

    fn is_plain(&self, class: &hir::Class) -> bool {
        let names = &self.hir.names;
        let has = |text: &str| names.find(text).is_some_and(|name| class.class_attributes.contains(&name));
        let slots_known = class.slots.is_some() || !has("__slots__");
        let no_dict_slot = class.slots.iter().flatten().all(|&name| &names[name] != "__dict__");
        self.function(class.parent).kind == FunctionKind::Module
            && (!class.has_keywords || self.is_abc(class))
            && (!class.is_decorated || class.is_data_class)
            && !class.is_generic
            && slots_known
            && no_dict_slot
            && !ATTRIBUTE_METHODS.iter().any(|name| has(name))
    }

    /// `abc.ABC`: its metaclass changes nothing of instances.
    fn is_abc(&self, class: &hir::Class) -> bool {
        let module = self.hir.modules[class.module].name;
        &self.hir.names[module] == "abc" && &self.hir.names[class.name] == "ABC"
    }

    /// The fields of the instances, in the runtime's order.
    fn field_names(&self, class: ClassId) -> Option<Vec<Symbol>> {
        let order = self.types.class_order(class)?;
        let mut fields: Vec<Symbol> = Vec::new();
        for &base in order.iter().skip(1) {
            add(&mut fields, self.field_names(base)?);
        }
        let own = &self.hir.classes[class];
        match &own.slots {
            Some(slots) => {
                let named = slots.iter().copied().filter(|&name| &self.hir.names[name] != "__weakref__");
                add(&mut fields, named)
            }
            None => add(&mut fields, own.instance_attributes.iter().copied()),
        }
        (fields.len() <= MOST_FIELDS).then_some(fields)
    }

    /// The byte offset of a field of the class's instances.
    pub(super) fn field_of(&mut self, class: ClassId, name: Symbol) -> Option<(ShapeId, u32)> {
        let shape = self.shape_of(class)?;
        let name = self.symbol(name);
        let record = &self.program.shapes[shape];
        let index = record.fields.iter().position(|&field| field == Some(name))?;
        Some((shape, record.first_field() + 16 * index as u32))
    }

    /// Relies on the class having the function of this code as a method, or after another class in its order; the answer is
    /// the method's number in the shape.
    pub(super) fn rely_on_method(
        &mut self,
        class: ClassId,
        name: Symbol,
        code: CodeId,
        after: Option<ClassId>,
    ) -> Option<(ShapeId, u32)> {
        let shape = self.shape_of(class)?;
        if after.is_none() && self.field_names(class)?.contains(&name) {
            return None;
        }
        let after = match after {
            // The runtime tells classes by their shapes.
            Some(after) => {
                self.shape_of(after)?;
                Some(self.class_code(after))
            }
            None => None,
        };
        let name = self.symbol(name);
        Some((shape, self.rely_on(shape, ShapeMethod { name, code: Some(code), after })))
    }

    /// Relies on the class having nothing under a name.
    pub(super) fn rely_on_absence(&mut self, shape: ShapeId, name: &str) {
        let name = self.string(name);
        self.rely_on(shape, ShapeMethod { name, code: None, after: None });
    }

    fn rely_on(&mut self, shape: ShapeId, method: ShapeMethod) -> u32 {
        let methods = &mut self.program.shapes[shape].methods;
        let known = methods.iter().position(|known| *known == method);
        known.unwrap_or_else(|| {
            methods.push(method);
            methods.len() - 1
        }) as u32
    }

    /// Relies on the class calling the function of this code as `__init__`.
    pub(super) fn rely_on_init(&mut self, class: ClassId, code: CodeId) -> Option<ShapeId> {
        let shape = self.shape_of(class)?;
        let init = self.program.shapes[shape].init.get_or_insert(code);
        (*init == code).then_some(shape)
    }
}

fn add(fields: &mut Vec<Symbol>, names: impl IntoIterator<Item = Symbol>) {
    for name in names {
        if !fields.contains(&name) {
            fields.push(name);
        }
    }
}
