//! The speedup report: what `taipan bench`, `taipan verify` and the repository's own suite are made of.
//!
//! Vocabulary: a *program* is a Python file with its arguments and input; a *peer* is a way to run programs (an entry of
//! `peers.toml`); a *contender* is a peer found on this machine, in one version. A *contest* runs each program by each
//! contender, in turn.
//!
//! Reading order: [`measure`] (one process), [`statistics`], [`peers`], [`program`], [`contest`], [`results`] (what is
//! written as JSON), [`report`], [`lockstep`] (the first difference between two processes).

pub mod contest;
pub mod lockstep;
pub mod measure;
pub mod peers;
pub mod program;
pub mod progress;
pub mod report;
pub mod results;
pub mod statistics;
