//! When to collect and how much memory a program may have.

use super::{BLOCK_SHIFT, Heap, LINES_PER_BLOCK};

const MB: usize = 1 << 20;

pub struct Policy {
    /// Bytes allocated between minor collections: fewer while these find many cards dirty, from `least_nursery` to
    /// `most_nursery`.
    pub nursery: usize,
    pub least_nursery: usize,
    pub most_nursery: usize,
    /// Bytes that a minor collection should make old at most while a major marking runs.
    pub most_promoted: usize,
    /// Dirty cards that a minor collection should find at most.
    pub most_cards: usize,
    /// Live bytes at which a major marking starts; set anew after each.
    pub threshold: usize,
    pub least_threshold: usize,
    /// The next threshold is the live size times `growth`, and `spare` more.
    pub growth: f64,
    pub spare: usize,
    /// It starts earlier, at the second of these, if so many bytes are in use.
    pub used_threshold: usize,
    pub scattered_threshold: usize,
    /// Lines of the smallest hole that is allocated in, and of the blocks that have any.
    pub least_hole: usize,
    pub least_free: usize,
    /// Bytes marked in one slice of a major marking.
    pub slice: usize,
    /// CPU seconds of one collection, a slice included.
    pub pause: f64,
    /// CPU seconds that a slice gets even where the minor marking took all of the pause.
    pub least_slice: f64,
    /// A large object counts only this part of its size against the nursery.
    pub large_share: usize,
    /// Collect at every n-th allocation (less often when much is live), for tests; 0 for never.
    pub stress: u64,
    pub verify: bool,
    /// Print the statistics at exit.
    pub report: bool,
    /// Bytes of heap allowed; 0 until first asked for.
    limit: usize,
}

/// Counts and longest pauses, for tests and benchmarks.
#[derive(Default, Clone, Copy, Debug)]
pub struct Statistics {
    pub minors: u64,
    pub majors: u64,
    /// CPU seconds.
    pub longest_pause: f64,
    pub total: f64,
    /// The longest minor part of a collection.
    pub longest_minor: f64,
    /// Blocks in use at most.
    pub most_blocks: usize,
}

/// How much of the major marking to do at a time.
#[derive(Clone, Copy)]
pub enum Slice {
    Whole,
    /// A part that keeps up with what was made old just now.
    Part {
        promoted: usize,
    },
}

/// A slice ends after much work, or at its time if it kept up with the promotion of young objects, or late.
pub struct SliceEnds {
    most_work: usize,
    time: f64,
    due_work: usize,
    latest: f64,
}

impl SliceEnds {
    pub fn reached(&self, work: usize) -> bool {
        let now = cpu_seconds();
        work >= self.most_work || now > self.latest || now > self.time && work >= self.due_work
    }
}

impl Policy {
    /// The defaults, with `TAIPAN_GC_STRESS=n` and `TAIPAN_GC_VERIFY=1` for tests,
    /// `TAIPAN_GC_STATS=1` for measuring.
    pub fn from_environment() -> Policy {
        let number = |name: &str| std::env::var(name).ok().and_then(|s| s.parse().ok());
        Policy {
            nursery: 8 * MB,
            least_nursery: MB,
            most_nursery: 8 * MB,
            most_cards: 32 << 10,
            most_promoted: 3 * MB / 2,
            used_threshold: 24 * MB,
            scattered_threshold: 24 * MB,
            least_hole: 2,
            least_free: LINES_PER_BLOCK / 8,
            threshold: 24 * MB,
            least_threshold: 24 * MB,
            growth: 1.18,
            spare: 8 * MB,
            slice: 32 * MB,
            pause: 14e-3,
            least_slice: 5e-3,
            large_share: 4,
            stress: number("TAIPAN_GC_STRESS").unwrap_or(0),
            verify: number("TAIPAN_GC_VERIFY").unwrap_or(0) != 0,
            report: number("TAIPAN_GC_STATS").unwrap_or(0) != 0,
            limit: 0,
        }
    }

    /// Bytes of heap allowed: what the control group, the address-space limit or the machine gives.
    pub fn limit(&mut self) -> usize {
        if self.limit == 0 {
            self.limit = memory_limit();
        }
        self.limit
    }
}

impl Heap {
    /// When a slice ends of which the minor marking before it made `promoted` bytes old.
    pub(super) fn slice_ends(&self, promoted: usize) -> SliceEnds {
        let now = cpu_seconds();
        let time = (self.started + self.policy.pause).max(now + self.policy.least_slice);
        SliceEnds {
            most_work: self.policy.slice.max(4 * promoted),
            time,
            // The whole is marked while an eighth of it is made old.
            due_work: 8 * promoted,
            latest: time.max(now + self.policy.pause),
        }
    }

    /// At exit under `TAIPAN_GC_STATS=1`: one line of what the collector did.
    pub fn report_statistics(&self) {
        if self.policy.report {
            let s = &self.statistics;
            eprintln!(
                "gc: {} minor, {} major, longest pause {:.2} ms (minor part {:.2} ms), total {:.3} s, live {} MB, most in use {} MB",
                s.minors,
                s.majors,
                s.longest_pause * 1e3,
                s.longest_minor * 1e3,
                s.total,
                self.live / MB,
                (s.most_blocks << BLOCK_SHIFT) / MB,
            );
        }
    }

    /// Whether a major marking should start: much was made old since the last one, or some was and free lines are
    /// scattered so that the heap grows.
    pub(super) fn is_major_due(&self) -> bool {
        let used = self.used_blocks << BLOCK_SHIFT;
        self.live >= self.policy.threshold
            || used >= self.policy.used_threshold && self.live >= self.policy.scattered_threshold
    }

    /// A major marking ended with this much alive.
    pub(super) fn pace_major(&mut self) {
        let live = self.live as f64;
        let p = &mut self.policy;
        p.threshold = ((live * p.growth) as usize + p.spare).max(p.least_threshold);
        p.used_threshold = ((live * 1.35) as usize + 16 * MB).max(p.least_threshold);
        p.scattered_threshold = (live * 1.06) as usize + 4 * MB;
        // Where memory is short for it, every free line is used.
        let scattered = self.used_blocks << BLOCK_SHIFT > (live * 1.2) as usize + 12 * MB;
        (p.least_hole, p.least_free) =
            if scattered { (1, LINES_PER_BLOCK / 32) } else { (2, LINES_PER_BLOCK / 8) };
    }

    /// A minor collection found so many cards dirty, each one likely far from the last, and made so much old: the
    /// next one comes earlier where that was much, or more than the major marking can keep up with.
    pub(super) fn pace_minor(&mut self, cards: usize, promoted: usize) {
        let p = &mut self.policy;
        if cards > p.most_cards || self.marking && promoted > p.most_promoted {
            p.nursery = (p.nursery / 2).max(p.least_nursery);
        } else if cards < p.most_cards / 3 && p.nursery < p.most_nursery {
            p.nursery *= 2;
        }
    }

    #[cfg(test)]
    pub fn never_collect(&mut self) {
        self.policy.nursery = usize::MAX;
    }

    /// Bytes of marked objects.
    pub fn live_bytes(&self) -> usize {
        self.live
    }

    /// Before the heap grows by `size` bytes: collects everything, then gives up, at the limit.
    pub(super) fn make_room(&mut self, size: usize) {
        let used = self.used_blocks << BLOCK_SHIFT;
        if used + size < 256 * MB || used + size < self.policy.limit() {
            return;
        }
        if used > 0 {
            self.collect(true);
        }
        if (self.used_blocks << BLOCK_SHIFT) + size > self.policy.limit() {
            out_of_memory();
        }
    }

    /// Whether an object of `size` bytes would fit after a collection.
    pub fn has_room(&mut self, size: usize) -> bool {
        if size < 64 * MB {
            return true;
        }
        if size >= self.reserved / 2 || size > self.policy.limit() {
            return false;
        }
        if (self.used_blocks << BLOCK_SHIFT) + size > self.policy.limit() {
            self.collect(true);
        }
        (self.used_blocks << BLOCK_SHIFT) + size <= self.policy.limit()
    }
}

/// The end when nothing more can be had: one line, no signal.
#[cold]
pub fn out_of_memory() -> ! {
    let _ = crate::builtins::streams::flush_at_exit();
    let text = b"MemoryError\n";
    // SAFETY: plain system calls, nothing is allocated.
    unsafe {
        libc::write(2, text.as_ptr().cast(), text.len());
        libc::_exit(1)
    }
}

/// Bytes that a program may have in all.
pub fn memory_limit() -> usize {
    // SAFETY: plain system calls that fill a local.
    let (physical, address_space) = unsafe {
        let mut r = std::mem::zeroed::<libc::rlimit>();
        let got = libc::getrlimit(libc::RLIMIT_AS, &mut r) == 0 && r.rlim_cur != libc::RLIM_INFINITY;
        let pages = libc::sysconf(libc::_SC_PHYS_PAGES).max(1) as usize;
        (pages * 4096, if got { r.rlim_cur as usize } else { usize::MAX })
    };
    let group = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
        .iter()
        .find_map(|f| std::fs::read_to_string(f).ok()?.trim().parse::<usize>().ok())
        .unwrap_or(usize::MAX);
    let limit = physical.min(group).min(address_space);
    limit - limit / 10
}

/// CPU seconds of this thread.
pub fn cpu_seconds() -> f64 {
    // SAFETY: fills a local.
    unsafe {
        let mut t = std::mem::zeroed::<libc::timespec>();
        libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut t);
        t.tv_sec as f64 + t.tv_nsec as f64 * 1e-9
    }
}
