//! The collector against a model: a random object graph is built, changed and dropped under stress
//! and verification; whatever the model says is reachable must still hold its contents.
//!
//! Each run is a process of its own, because the heap is one per process and its settings come from the environment.

use crate::core::{Gc, Header, HeapObject, Value};
use crate::memory::{self, Descriptor, Root, ValueArray, heap::heap};
use crate::types::type_object;
use crate::word_of;

const NODE: u64 = runtime_interface::tag::LAST_NATIVE;

#[repr(C)]
struct Node {
    header: Header,
    left: Option<Gc<Node>>,
    right: Value,
    id: u64,
}
unsafe impl HeapObject for Node {
    const TAG: u64 = NODE;
}

static ROOTS: Root = Root::new();

fn node(left: Option<Gc<Node>>, right: Value, id: u64) -> Gc<Node> {
    memory::new(Node { header: Header::new(0), left, right, id })
}

fn tree(depth: u32, id: u64) -> Gc<Node> {
    if depth == 0 {
        return node(None, Value::NONE, id);
    }
    let left = tree(depth - 1, 2 * id);
    let right = tree(depth - 1, 2 * id + 1);
    node(Some(left), right.value(), id)
}

fn check(t: Gc<Node>, depth: u32, id: u64) {
    assert_eq!(t.id, id);
    assert_eq!(t.left.is_some(), depth > 0);
    if let Some(left) = t.left {
        check(left, depth - 1, 2 * id);
        check(t.right.cast::<Node>(), depth - 1, 2 * id + 1);
    }
}

/// Slots of a large rooted array hold trees that come and go; the model is their expected ids.
#[inline(never)]
fn churn(slots: usize, rounds: u64, depth: u32) {
    let array = ValueArray::new(slots);
    ROOTS.set(array.value());
    let mut model = vec![None; slots];
    let mut seed = 88172645463325252u64;
    for round in 0..rounds {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let at = (seed >> 20) as usize % slots;
        let array: Gc<ValueArray> = ROOTS.get().cast();
        match seed % 4 {
            0 => {
                ValueArray::set(array, at, Value::NONE);
                model[at] = None;
            }
            1 if model[at].is_some() => {
                // An old object gets a young child.
                let (d, id): (u32, u64) = model[at].unwrap();
                let mut t: Gc<Node> = ValueArray::get(array, at).cast();
                if d > 0 {
                    let child = tree(d - 1, 2 * id);
                    t.left = Some(child);
                    t.barrier();
                }
            }
            _ => {
                let d = (seed >> 40) as u32 % (depth + 1);
                let t = tree(d, round + 1);
                ValueArray::set(array, at, t.value());
                model[at] = Some((d, round + 1));
            }
        }
    }
    let array: Gc<ValueArray> = ROOTS.get().cast();
    for (at, expected) in model.iter().enumerate() {
        if let Some((d, id)) = expected {
            check(ValueArray::get(array, at).cast(), *d, *id);
        }
        // A stale word on the stack may keep the array itself, but then not what it held.
        ValueArray::set(array, at, Value::NONE);
    }
}

#[test]
fn what_is_reachable_survives() {
    let base = 0usize;
    // Two runs of the whole are two processes: the settings come from the environment.
    let inner = std::env::var("TAIPAN_GC_VERIFY").is_ok();
    if !inner {
        for (stress, verify) in [("0", "1"), ("3", "1"), ("0", "0")] {
            let status = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "memory::collector_test::what_is_reachable_survives", "--nocapture"])
                .env("TAIPAN_GC_STRESS", stress)
                .env("TAIPAN_GC_VERIFY", verify)
                .status()
                .unwrap();
            assert!(status.success(), "stress {stress}, verify {verify}");
        }
        return;
    }
    let stack_base = (&raw const base as usize + 4096) & !7;
    memory::init(stack_base).unwrap();
    type_object::reserve_table();
    memory::register_layout(NODE, Descriptor::words::<Node>(word_of!(Node, left), word_of!(Node, right)));
    memory::register_layout(
        runtime_interface::tag::VALUE_ARRAY,
        Descriptor {
            size: memory::Size::Array { base: 16, item: 16 },
            trace: memory::Trace::Values { base: 16 },
        },
    );
    let stress = std::env::var("TAIPAN_GC_STRESS").unwrap() != "0";
    let fast = std::env::var("TAIPAN_GC_VERIFY").unwrap() == "0";
    let rounds = if stress {
        300
    } else if fast {
        300_000
    } else {
        20_000
    };
    churn(40, rounds, 4);
    churn(5_000, rounds, 8);
    // What was dropped is gone.
    ROOTS.set(Value::NONE);
    memory::collect();
    memory::collect();
    let s = heap().statistics;
    eprintln!("live {} KB, {s:?}", heap().live_bytes() >> 10);
    assert!(heap().live_bytes() < 1 << 20);
    if !stress {
        assert!(s.minors > 0 && s.majors > 0);
    }
}
