//! Loads on the collector alone, without Python: trees, short-lived objects, long lists, a cache that keeps everything
//! for a while, and a large live heap.
//!
//! As a test each runs small and checks its answers. To measure:
//! `TAIPAN_GC_BENCH=trees cargo test --release -p runtime collector_bench -- --nocapture` (or `churn`, `list`, `cache`, `live`)
//! runs one of them in full size and prints user CPU seconds and the longest pause.

use crate::core::{Gc, Header, HeapObject};
use crate::memory::heap::heap;
use crate::memory::{self, Descriptor, Root, ValueArray};
use crate::types::type_object;
use crate::word_of;
use std::hint::black_box;

const NODE: u64 = runtime_interface::tag::LAST_NATIVE;
const PAIR: u64 = runtime_interface::tag::LAST_NATIVE - 1;

#[repr(C)]
struct Node {
    header: Header,
    left: Option<Gc<Node>>,
    right: Option<Gc<Node>>,
}
unsafe impl HeapObject for Node {
    const TAG: u64 = NODE;
}

#[repr(C)]
struct Pair {
    header: Header,
    a: i64,
    b: i64,
}
unsafe impl HeapObject for Pair {
    const TAG: u64 = PAIR;
}

#[inline(always)]
fn node(left: Option<Gc<Node>>, right: Option<Gc<Node>>) -> Gc<Node> {
    memory::new(Node { header: Header::new(0), left, right })
}

#[inline(never)]
fn tree(depth: u32) -> Gc<Node> {
    if depth == 0 {
        return node(None, None);
    }
    let left = tree(depth - 1);
    let right = tree(depth - 1);
    node(Some(left), Some(right))
}

#[inline(never)]
fn count(t: Gc<Node>) -> u64 {
    match (t.left, t.right) {
        (Some(l), Some(r)) => 1 + count(l) + count(r),
        _ => 1,
    }
}

/// Trees of growing depth beside one that lives long.
fn trees(depth: u32) -> u64 {
    let mut total = count(tree(depth + 1));
    let long_lived = tree(depth);
    for d in (4..=depth).step_by(2) {
        for _ in 0..1u64 << (depth - d + 4) {
            total += count(tree(d));
        }
    }
    total + count(long_lived)
}

/// Objects that die at once.
fn churn(n: i64) -> i64 {
    let mut sum = 0;
    for i in 0..n {
        let pair = black_box(memory::new(Pair { header: Header::new(0), a: i, b: i ^ 1 }));
        sum += pair.a + pair.b;
    }
    sum
}

/// A linked list, built and dropped.
fn list(len: u64, times: u64) -> u64 {
    let mut total = 0;
    for _ in 0..times {
        let mut head = None;
        for _ in 0..len {
            head = Some(node(head, None));
        }
        while let Some(n) = head {
            total += 1;
            head = n.left;
        }
    }
    total
}

fn random(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

/// Survivors that die old: random stores into a large old array.
fn cache(slots: usize, times: i64) -> i64 {
    let array = ValueArray::new(slots);
    let mut seed = 88172645463325252;
    let mut sum = 0;
    for i in 0..times {
        let k = random(&mut seed) as usize & (slots - 1);
        let pair = memory::new(Pair { header: Header::new(0), a: i, b: i });
        let entry = node(Some(pair.cast()), None);
        let old = ValueArray::get(array, k);
        if old.is_heap() {
            let pair: Gc<Pair> = old.cast::<Node>().left.expect("a pair").cast();
            sum += pair.a & 1;
        }
        ValueArray::set(array, k, entry.value());
    }
    black_box(array);
    sum
}

static ROOT: Root = Root::new();

/// A large live tree in which leaves are exchanged while short-lived objects come and go.
fn live(depth: u32, times: u64) -> u64 {
    ROOT.set(tree(depth).value());
    let mut seed = 88172645463325252;
    for i in 0..times {
        black_box(node(None, None));
        if i & 1023 == 0 {
            let (k, mut at) = (random(&mut seed), ROOT.get().cast::<Node>());
            for j in 0..depth - 1 {
                at = if k >> j & 1 == 1 { at.left } else { at.right }.expect("an inner node");
            }
            at.left = Some(node(None, None));
            at.barrier();
        }
    }
    count(ROOT.get().cast())
}

fn run(name: &str, full: bool) {
    let answer = match (name, full) {
        ("trees", true) => trees(18),
        ("trees", false) => trees(10),
        ("churn", true) => churn(100_000_000) as u64,
        ("churn", false) => churn(1_000_000) as u64,
        ("list", true) => list(1_000_000, 50),
        ("list", false) => list(100_000, 5),
        ("cache", true) => cache(1 << 20, 20_000_000) as u64,
        ("cache", false) => cache(1 << 14, 200_000) as u64,
        ("live", true) => live(25, 50_000_000),
        ("live", false) => live(17, 500_000),
        _ => panic!("no load of the name {name}"),
    };
    // SAFETY: fills a local.
    let user = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_SELF, &mut usage);
        usage.ru_utime.tv_sec as f64 + usage.ru_utime.tv_usec as f64 * 1e-6
    };
    let s = heap().statistics;
    println!(
        "{name}: answer {answer}, user {user:.2} s, longest pause {:.2} ms, {s:?}",
        s.longest_pause * 1e3
    );
    let expected = match name {
        "trees" => {
            (4u64..=10).step_by(2).map(|d| (1 << (14 - d)) * ((2 << d) - 1)).sum::<u64>() + 4095 + 2047
        }
        "churn" => (0..1_000_000i64).map(|i| i + (i ^ 1)).sum::<i64>() as u64,
        "list" => 500_000,
        "live" => (2 << 17) - 1,
        _ => answer,
    };
    assert!(full || answer == expected, "{name}: {answer} instead of {expected}");
}

#[test]
fn loads() {
    let base = 0usize;
    if let Ok(name) = std::env::var("TAIPAN_GC_LOAD") {
        memory::init((&raw const base as usize + 4096) & !7).unwrap();
        type_object::reserve_table();
        let pointers = word_of!(Node, left) | word_of!(Node, right);
        memory::register_layout(NODE, Descriptor::words::<Node>(pointers, 0));
        memory::register_layout(PAIR, Descriptor::plain::<Pair>());
        memory::register_layout(
            runtime_interface::tag::VALUE_ARRAY,
            Descriptor {
                size: memory::Size::Array { base: 16, item: 16 },
                trace: memory::Trace::Values { base: 16 },
            },
        );
        return run(&name, std::env::var("TAIPAN_GC_BENCH").is_ok());
    }
    // The heap is one per process.
    let wanted = std::env::var("TAIPAN_GC_BENCH").unwrap_or_default();
    for name in ["trees", "churn", "list", "cache", "live"] {
        if wanted.is_empty() || wanted == name || wanted == "all" {
            let status = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "memory::collector_bench::loads", "--nocapture"])
                .env("TAIPAN_GC_LOAD", name)
                .status()
                .unwrap();
            assert!(status.success(), "{name}");
        }
    }
}
