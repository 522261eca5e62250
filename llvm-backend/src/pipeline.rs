//! Pipelines of LLVM's passes for units that `default<On>` would take too long for, in the language of LLVM 22's `opt -passes`.

/// Enough that machine code made without optimization is not enormous: locals in registers, straight control flow. What is
/// cold of a large program takes half the time that `default<O1>` takes.
pub const LEAST: &str = "function(sroa<modify-cfg>,early-cse,simplifycfg)";

const COMBINE: &str = "instcombine<no-verify-fixpoint>";
const EARLY_CFG: &str = "simplifycfg<switch-range-to-icmp>";
const HOIST_CFG: &str = "simplifycfg<switch-range-to-icmp;hoist-common-insts;sink-common-insts>";
const LATE_CFG: &str = "simplifycfg<forward-switch-cond;switch-range-to-icmp;switch-to-lookup;no-keep-loops;\
                        hoist-common-insts;sink-common-insts>";

/// `default<O3>` without what looks at all functions of a unit together (`ipsccp`, `called-value-propagation`, `globalopt`,
/// `deadargelim`, `argpromotion`): a sixth of its time, for nothing where other units may call each function.
pub fn most() -> String {
    let simplify = format!(
        "sroa<modify-cfg>,early-cse<memssa>,jump-threading,correlated-propagation,{EARLY_CFG},{COMBINE},\
         aggressive-instcombine,libcalls-shrinkwrap,tailcallelim,{EARLY_CFG},reassociate,constraint-elimination,\
         loop-mssa(loop-instsimplify,loop-simplifycfg,licm<no-allowspeculation>,\
         loop-rotate<header-duplication;no-prepare-for-lto>,licm<allowspeculation>,\
         simple-loop-unswitch<nontrivial;trivial>),{EARLY_CFG},{COMBINE},\
         loop(loop-idiom,indvars,loop-deletion,loop-unroll-full),sroa<modify-cfg>,vector-combine,gvn<>,sccp,bdce,{COMBINE},\
         jump-threading,correlated-propagation,adce,memcpyopt,dse,loop-mssa(licm<allowspeculation>),{HOIST_CFG},{COMBINE}"
    );
    let vectorize = format!(
        "float2int,lower-constant-intrinsics,\
         loop(loop-rotate<header-duplication;no-prepare-for-lto>,loop-deletion),loop-distribute,\
         loop-vectorize<no-interleave-forced-only;no-vectorize-forced-only>,infer-alignment,loop-load-elim,{COMBINE},\
         {LATE_CFG},slp-vectorizer,vector-combine,{COMBINE},loop-unroll<O3>,sroa<preserve-cfg>,infer-alignment,{COMBINE},\
         loop-mssa(licm<allowspeculation>),alignment-from-assumptions,loop-sink,instsimplify,div-rem-pairs,tailcallelim,{LATE_CFG}"
    );
    format!(
        "inferattrs,function<eager-inv>(lower-expect,simplifycfg,sroa<modify-cfg>,early-cse<>,{COMBINE},{EARLY_CFG}),\
         always-inline,require<globals-aa>,function(invalidate<aa>),require<profile-summary>,\
         cgscc(devirt<4>(inline,function-attrs<skip-non-recursive-function-attrs>,\
         function<eager-inv;no-rerun>({simplify}),function-attrs)),\
         globaldce,elim-avail-extern,rpo-function-attrs,recompute-globalsaa,function<eager-inv>({vectorize}),globaldce,constmerge"
    )
}
