	.file	"unit"
	.text
	.p2align	4
	.type	"py.__main__.V/boxed#1",@function
"py.__main__.V/boxed#1":
	testq	%rcx, %rcx
	sete	%al
	cmpq	$1, %rdx
	jne	.LBB0_1
	pushq	%rbx
	subq	$16, %rsp
	testb	%al, %al
	je	.LBB0_3
.LBB0_4:
	movq	(%rsi), %rdi
	movq	8(%rsi), %rsi
	movq	tp_mutator@GOTPCREL(%rip), %rax
	movq	16(%rax), %rdx
	callq	"py.__main__.V#1"
	testq	%rax, %rax
	je	.LBB0_5
	addq	$16, %rsp
	popq	%rbx
	retq
.LBB0_1:
	xorl	%eax, %eax
	pushq	%rbx
	subq	$16, %rsp
	testb	%al, %al
	jne	.LBB0_4
.LBB0_3:
	movq	%rsp, %rbx
	movq	%rbx, %r8
	callq	tp_bind_arguments@PLT
	movq	%rbx, %rsi
	testq	%rax, %rax
	jns	.LBB0_4
.LBB0_5:
	xorl	%eax, %eax
	xorl	%edx, %edx
	addq	$16, %rsp
	popq	%rbx
	retq
.Lfunc_end0:
	.size	"py.__main__.V/boxed#1", .Lfunc_end0-"py.__main__.V/boxed#1"

	.p2align	4
	.type	"py.__main__.run/boxed#1",@function
"py.__main__.run/boxed#1":
	testq	%rcx, %rcx
	sete	%al
	cmpq	$1, %rdx
	jne	.LBB1_1
	pushq	%rbx
	subq	$16, %rsp
	testb	%al, %al
	je	.LBB1_3
.LBB1_4:
	movq	(%rsi), %rdi
	movq	8(%rsi), %rsi
	movq	tp_mutator@GOTPCREL(%rip), %rax
	movq	16(%rax), %rdx
	cmpq	$4, %rdi
	jne	.LBB1_5
	movq	%rsi, %rdi
	movq	%rdx, %rsi
	callq	"py.__main__.run#1"
	testq	%rax, %rax
	je	.LBB1_7
.LBB1_8:
	addq	$16, %rsp
	popq	%rbx
	retq
.LBB1_5:
	callq	"py.__main__.run#2"
	testq	%rax, %rax
	jne	.LBB1_8
.LBB1_7:
	xorl	%eax, %eax
	xorl	%edx, %edx
	addq	$16, %rsp
	popq	%rbx
	retq
.LBB1_1:
	xorl	%eax, %eax
	pushq	%rbx
	subq	$16, %rsp
	testb	%al, %al
	jne	.LBB1_4
.LBB1_3:
	movq	%rsp, %rbx
	movq	%rbx, %r8
	callq	tp_bind_arguments@PLT
	movq	%rbx, %rsi
	testq	%rax, %rax
	jns	.LBB1_4
	jmp	.LBB1_7
.Lfunc_end1:
	.size	"py.__main__.run/boxed#1", .Lfunc_end1-"py.__main__.run/boxed#1"

	.p2align	4
	.type	"py.__main__.V.__init__/boxed#1",@function
"py.__main__.V.__init__/boxed#1":
	movq	%rsi, %r9
	testq	%rcx, %rcx
	sete	%al
	cmpq	$3, %rdx
	jne	.LBB2_19
.LBB2_1:
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	subq	$120, %rsp
	testb	%al, %al
	je	.LBB2_20
.LBB2_2:
	movq	(%r9), %rdi
	movq	8(%r9), %rsi
	movq	16(%r9), %rdx
	movq	24(%r9), %rcx
	movq	32(%r9), %r8
	movq	40(%r9), %r9
	cmpq	$5, %rdx
	jne	.LBB2_18
	cmpq	$5, %r8
	jne	.LBB2_17
	movq	tp_mutator@GOTPCREL(%rip), %rbx
	movq	16(%rbx), %rdx
	cmpq	24(%rbx), %rdx
	jge	.LBB2_22
	cmpq	taipan.shape.__main__.V(%rip), %rdi
	jne	.LBB2_24
	cmpq	$1, 16(%rsi)
	jne	.LBB2_8
	testl	$-96, 4(%rsi)
	jne	.LBB2_25
.LBB2_8:
	movq	$5, 16(%rsi)
	movq	%rcx, 24(%rsi)
.LBB2_9:
	cmpq	$1, 32(%rsi)
	jne	.LBB2_12
	testl	$-96, 4(%rsi)
	jne	.LBB2_29
	cmpq	$1, 16(%rsi)
	je	.LBB2_29
.LBB2_12:
	movq	$5, 32(%rsi)
	movq	%r9, 40(%rsi)
.LBB2_13:
	movl	$2, %eax
.LBB2_14:
	xorl	%edx, %edx
.LBB2_15:
	testq	%rax, %rax
	je	.LBB2_21
.LBB2_16:
	addq	$120, %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	retq
.LBB2_17:
	movl	$5, %edx
.LBB2_18:
	movq	tp_mutator@GOTPCREL(%rip), %rax
	movq	16(%rax), %rax
	movq	%rax, (%rsp)
	callq	"py.__main__.V.__init__#2"
	jmp	.LBB2_15
.LBB2_19:
	xorl	%eax, %eax
	jmp	.LBB2_1
.LBB2_20:
	leaq	72(%rsp), %rbx
	movq	%r9, %rsi
	movq	%rbx, %r8
	callq	tp_bind_arguments@PLT
	movq	%rbx, %r9
	testq	%rax, %rax
	jns	.LBB2_2
.LBB2_21:
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB2_16
.LBB2_22:
	callq	tp_raise_recursion@PLT
.LBB2_23:
	xorl	%eax, %eax
	jmp	.LBB2_14
.LBB2_24:
	leaq	24(%rsp), %rax
	movq	%rdi, 24(%rsp)
	movq	%rsi, 32(%rsp)
	movq	$5, 40(%rsp)
	movq	%rcx, 48(%rsp)
	movq	$5, 56(%rsp)
	movq	%r9, 64(%rsp)
	incq	%rdx
	movq	%rdx, 16(%rbx)
	xorl	%edi, %edi
	jmp	.LBB2_28
.LBB2_25:
	movq	%r9, %r14
	movl	$taipan.const.39d5314798a9d22c5b6c6bceccd7a587, %edx
	movq	%rcx, %r8
	movl	$5, %ecx
	movl	$taipan.cache.38, %r9d
	movq	%rdi, %r12
	movq	%rsi, %r15
	callq	tp_setattr@PLT
	testq	%rax, %rax
	js	.LBB2_31
	movq	%r12, %rdi
	cmpq	taipan.shape.__main__.V(%rip), %r12
	movq	%r14, %r9
	movq	%r15, %rsi
	je	.LBB2_9
	leaq	24(%rsp), %rax
	movq	%rdi, 24(%rsp)
	movq	%rsi, 32(%rsp)
	movq	$5, 40(%rsp)
	movq	%r9, 48(%rsp)
	incq	16(%rbx)
	movl	$1, %edi
.LBB2_28:
	movq	%rax, %rsi
	callq	"py.__main__.V.__init__/continuation#1"
	decq	16(%rbx)
	jmp	.LBB2_15
.LBB2_29:
	movl	$taipan.const.5914bb5089a6411374c38a9ff1159da6, %edx
	movl	$5, %ecx
	movq	%r9, %r8
	movl	$taipan.cache.40, %r9d
	callq	tp_setattr@PLT
	testq	%rax, %rax
	jns	.LBB2_13
	movl	$taipan.site.41, %edi
	jmp	.LBB2_32
.LBB2_31:
	movl	$taipan.site.39, %edi
.LBB2_32:
	callq	tp_trace@PLT
	jmp	.LBB2_23
.Lfunc_end2:
	.size	"py.__main__.V.__init__/boxed#1", .Lfunc_end2-"py.__main__.V.__init__/boxed#1"

	.p2align	4
	.type	"py.__main__.V.__mul__/boxed#1",@function
"py.__main__.V.__mul__/boxed#1":
	movq	%rsi, %r8
	testq	%rcx, %rcx
	sete	%al
	cmpq	$2, %rdx
	jne	.LBB3_1
	pushq	%rbx
	subq	$128, %rsp
	testb	%al, %al
	je	.LBB3_3
.LBB3_4:
	movq	(%r8), %rax
	movq	8(%r8), %rsi
	movq	16(%r8), %rdx
	movq	24(%r8), %rcx
	cmpq	$5, %rdx
	jne	.LBB3_5
	movq	tp_mutator@GOTPCREL(%rip), %rbx
	movq	16(%rbx), %rdi
	movq	24(%rbx), %rdx
	cmpq	%rdx, %rdi
	jge	.LBB3_26
	movq	taipan.globals.__main__+64(%rip), %r8
	cmpq	$1, %r8
	je	.LBB3_28
	movq	taipan.globals.__main__+72(%rip), %r9
	cmpq	taipan.shape.__main__.V(%rip), %rax
	jne	.LBB3_10
	cmpq	$5, 16(%rsi)
	jne	.LBB3_10
	vmovq	%rcx, %xmm0
	vmulsd	24(%rsi), %xmm0, %xmm1
	cmpq	$5, 32(%rsi)
	jne	.LBB3_15
	vmulsd	40(%rsi), %xmm0, %xmm0
	cmpq	$23, %r8
	jne	.LBB3_24
	cmpq	taipan.shape.__main__.V+8(%rip), %r9
	jne	.LBB3_24
	incq	%rdi
	cmpq	%rdx, %rdi
	jge	.LBB3_19
	movq	(%rbx), %rdx
	leaq	48(%rdx), %rcx
	cmpq	8(%rbx), %rcx
	ja	.LBB3_20
	movq	%rcx, (%rbx)
.LBB3_23:
	movq	%rax, (%rdx)
	movq	$0, 8(%rdx)
	movq	$5, 16(%rdx)
	vmovsd	%xmm1, 24(%rdx)
	movq	$5, 32(%rdx)
	vmovsd	%xmm0, 40(%rdx)
.LBB3_6:
	testq	%rax, %rax
	je	.LBB3_7
	addq	$128, %rsp
	popq	%rbx
	retq
.LBB3_5:
	movq	tp_mutator@GOTPCREL(%rip), %rdi
	movq	16(%rdi), %r8
	movq	%rax, %rdi
	callq	"py.__main__.V.__mul__#2"
	jmp	.LBB3_6
.LBB3_1:
	xorl	%eax, %eax
	pushq	%rbx
	subq	$128, %rsp
	testb	%al, %al
	jne	.LBB3_4
.LBB3_3:
	leaq	96(%rsp), %rbx
	movq	%r8, %rsi
	movq	%rbx, %r8
	callq	tp_bind_arguments@PLT
	movq	%rbx, %r8
	testq	%rax, %rax
	jns	.LBB3_4
.LBB3_7:
	xorl	%eax, %eax
	xorl	%edx, %edx
	addq	$128, %rsp
	popq	%rbx
	retq
.LBB3_10:
	leaq	16(%rsp), %rdx
	movq	%rax, 16(%rsp)
	movq	%rsi, 24(%rsp)
	movq	$5, 32(%rsp)
	movq	%rcx, 40(%rsp)
	movq	%r8, 48(%rsp)
	movq	%r9, 56(%rsp)
	incq	%rdi
	movq	%rdi, 16(%rbx)
	xorl	%edi, %edi
	jmp	.LBB3_11
.LBB3_26:
	callq	tp_raise_recursion@PLT
	jmp	.LBB3_30
.LBB3_28:
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.24, %edi
	jmp	.LBB3_29
.LBB3_15:
	leaq	16(%rsp), %rdx
	movq	%rax, 16(%rsp)
	movq	%rsi, 24(%rsp)
	movq	$5, 32(%rsp)
	movq	%rcx, 40(%rsp)
	movq	%r8, 48(%rsp)
	movq	%r9, 56(%rsp)
	movq	$5, 64(%rsp)
	vmovsd	%xmm1, 72(%rsp)
	incq	%rdi
	movq	%rdi, 16(%rbx)
	movl	$1, %edi
.LBB3_11:
	movq	%rdx, %rsi
	jmp	.LBB3_12
.LBB3_24:
	leaq	16(%rsp), %rsi
	movq	%r8, 16(%rsp)
	movq	%r9, 24(%rsp)
	movq	$5, 32(%rsp)
	vmovsd	%xmm1, 40(%rsp)
	movq	$5, 48(%rsp)
	vmovsd	%xmm0, 56(%rsp)
	incq	%rdi
	movq	%rdi, 16(%rbx)
	movl	$2, %edi
.LBB3_12:
	callq	"py.__main__.V.__mul__/continuation#1"
	decq	16(%rbx)
	jmp	.LBB3_6
.LBB3_19:
	callq	tp_raise_recursion@PLT
	movl	$taipan.site.25, %edi
.LBB3_29:
	callq	tp_trace@PLT
.LBB3_30:
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB3_6
.LBB3_20:
	movl	$48, %edi
	movq	%rax, %rbx
	vmovsd	%xmm1, 88(%rsp)
	vmovsd	%xmm0, 80(%rsp)
	callq	tp_allocate@PLT
	vmovsd	80(%rsp), %xmm0
	vmovsd	88(%rsp), %xmm1
	movq	%rax, %rdx
	movq	%rbx, %rax
	jmp	.LBB3_23
.Lfunc_end3:
	.size	"py.__main__.V.__mul__/boxed#1", .Lfunc_end3-"py.__main__.V.__mul__/boxed#1"

	.p2align	4
	.type	"py.__main__.V.__add__/boxed#1",@function
"py.__main__.V.__add__/boxed#1":
	testq	%rcx, %rcx
	sete	%al
	cmpq	$2, %rdx
	jne	.LBB4_1
.LBB4_2:
	pushq	%r14
	pushq	%rbx
	subq	$136, %rsp
	testb	%al, %al
	je	.LBB4_3
.LBB4_4:
	movq	tp_mutator@GOTPCREL(%rip), %rbx
	movq	16(%rbx), %rcx
	movq	24(%rbx), %r8
	cmpq	%r8, %rcx
	jge	.LBB4_5
	movq	taipan.globals.__main__+64(%rip), %rdx
	cmpq	$1, %rdx
	je	.LBB4_27
	movq	(%rsi), %r11
	movq	8(%rsi), %r10
	movq	16(%rsi), %rax
	movq	24(%rsi), %r9
	movq	taipan.globals.__main__+72(%rip), %rdi
	cmpq	taipan.shape.__main__.V(%rip), %r11
	jne	.LBB4_7
	cmpq	$5, 16(%r10)
	jne	.LBB4_7
	movq	24(%r10), %r14
	cmpq	%r11, %rax
	jne	.LBB4_11
	cmpq	$5, 16(%r9)
	jne	.LBB4_11
	vmovq	%r14, %xmm0
	vaddsd	24(%r9), %xmm0, %xmm1
	cmpq	$5, 32(%r10)
	jne	.LBB4_14
	movq	40(%r10), %r10
	cmpq	$5, 32(%r9)
	jne	.LBB4_16
	vmovq	%r10, %xmm0
	vaddsd	40(%r9), %xmm0, %xmm0
	cmpq	$23, %rdx
	jne	.LBB4_25
	cmpq	taipan.shape.__main__.V+8(%rip), %rdi
	jne	.LBB4_25
	incq	%rcx
	cmpq	%r8, %rcx
	jge	.LBB4_20
	movq	(%rbx), %rdx
	leaq	48(%rdx), %rcx
	cmpq	8(%rbx), %rcx
	ja	.LBB4_21
	movq	%rcx, (%rbx)
.LBB4_24:
	movq	%rax, (%rdx)
	movq	$0, 8(%rdx)
	movq	$5, 16(%rdx)
	vmovsd	%xmm1, 24(%rdx)
	movq	$5, 32(%rdx)
	vmovsd	%xmm0, 40(%rdx)
.LBB4_30:
	testq	%rax, %rax
	je	.LBB4_31
	addq	$136, %rsp
	popq	%rbx
	popq	%r14
	retq
.LBB4_1:
	xorl	%eax, %eax
	jmp	.LBB4_2
.LBB4_3:
	leaq	104(%rsp), %rbx
	movq	%rbx, %r8
	callq	tp_bind_arguments@PLT
	movq	%rbx, %rsi
	testq	%rax, %rax
	jns	.LBB4_4
.LBB4_31:
	xorl	%eax, %eax
	xorl	%edx, %edx
	addq	$136, %rsp
	popq	%rbx
	popq	%r14
	retq
.LBB4_7:
	leaq	24(%rsp), %rsi
	movq	%r11, 24(%rsp)
	movq	%r10, 32(%rsp)
	movq	%rax, 40(%rsp)
	movq	%r9, 48(%rsp)
	movq	%rdx, 56(%rsp)
	movq	%rdi, 64(%rsp)
	incq	%rcx
	movq	%rcx, 16(%rbx)
	xorl	%edi, %edi
	jmp	.LBB4_8
.LBB4_11:
	leaq	24(%rsp), %rsi
	movq	%r11, 24(%rsp)
	movq	%r10, 32(%rsp)
	movq	%rax, 40(%rsp)
	movq	%r9, 48(%rsp)
	movq	%rdx, 56(%rsp)
	movq	%rdi, 64(%rsp)
	movq	$5, 72(%rsp)
	movq	%r14, 80(%rsp)
	incq	%rcx
	movq	%rcx, 16(%rbx)
	movl	$1, %edi
	jmp	.LBB4_8
.LBB4_5:
	callq	tp_raise_recursion@PLT
	jmp	.LBB4_29
.LBB4_27:
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.26, %edi
	jmp	.LBB4_28
.LBB4_14:
	leaq	24(%rsp), %rsi
	movq	%rax, 24(%rsp)
	movq	%r10, 32(%rsp)
	movq	%rax, 40(%rsp)
	movq	%r9, 48(%rsp)
	movq	%rdx, 56(%rsp)
	movq	%rdi, 64(%rsp)
	movq	$5, 72(%rsp)
	vmovsd	%xmm1, 80(%rsp)
	incq	%rcx
	movq	%rcx, 16(%rbx)
	movl	$2, %edi
	jmp	.LBB4_8
.LBB4_16:
	leaq	24(%rsp), %rsi
	movq	%rax, 24(%rsp)
	movq	%r9, 32(%rsp)
	movq	%rdx, 40(%rsp)
	movq	%rdi, 48(%rsp)
	movq	$5, 56(%rsp)
	vmovsd	%xmm1, 64(%rsp)
	movq	$5, 72(%rsp)
	movq	%r10, 80(%rsp)
	incq	%rcx
	movq	%rcx, 16(%rbx)
	movl	$3, %edi
	jmp	.LBB4_8
.LBB4_25:
	leaq	24(%rsp), %rsi
	movq	%rdx, 24(%rsp)
	movq	%rdi, 32(%rsp)
	movq	$5, 40(%rsp)
	vmovsd	%xmm1, 48(%rsp)
	movq	$5, 56(%rsp)
	vmovsd	%xmm0, 64(%rsp)
	incq	%rcx
	movq	%rcx, 16(%rbx)
	movl	$4, %edi
.LBB4_8:
	callq	"py.__main__.V.__add__/continuation#1"
	decq	16(%rbx)
	jmp	.LBB4_30
.LBB4_20:
	callq	tp_raise_recursion@PLT
	movl	$taipan.site.27, %edi
.LBB4_28:
	callq	tp_trace@PLT
.LBB4_29:
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB4_30
.LBB4_21:
	movl	$48, %edi
	movq	%rax, %rbx
	vmovsd	%xmm1, 96(%rsp)
	vmovsd	%xmm0, 88(%rsp)
	callq	tp_allocate@PLT
	vmovsd	88(%rsp), %xmm0
	vmovsd	96(%rsp), %xmm1
	movq	%rax, %rdx
	movq	%rbx, %rax
	jmp	.LBB4_24
.Lfunc_end4:
	.size	"py.__main__.V.__add__/boxed#1", .Lfunc_end4-"py.__main__.V.__add__/boxed#1"

	.p2align	4
	.type	"py.__main__.V.dot/boxed#1",@function
"py.__main__.V.dot/boxed#1":
	testq	%rcx, %rcx
	sete	%al
	cmpq	$2, %rdx
	jne	.LBB5_1
	pushq	%rbx
	subq	$96, %rsp
	testb	%al, %al
	je	.LBB5_3
.LBB5_4:
	movq	tp_mutator@GOTPCREL(%rip), %rbx
	movq	16(%rbx), %rax
	cmpq	24(%rbx), %rax
	jge	.LBB5_16
	movq	(%rsi), %r8
	movq	8(%rsi), %rdi
	movq	16(%rsi), %rdx
	movq	24(%rsi), %rcx
	cmpq	taipan.shape.__main__.V(%rip), %r8
	jne	.LBB5_6
	cmpq	$5, 16(%rdi)
	jne	.LBB5_6
	movq	24(%rdi), %r9
	cmpq	%r8, %rdx
	jne	.LBB5_10
	cmpq	$5, 16(%rcx)
	jne	.LBB5_10
	vmovq	%r9, %xmm0
	vmulsd	24(%rcx), %xmm0, %xmm0
	cmpq	$5, 32(%rdi)
	jne	.LBB5_13
	movq	40(%rdi), %rdi
	cmpq	$5, 32(%rcx)
	jne	.LBB5_15
	vmovq	%rdi, %xmm1
	vmulsd	40(%rcx), %xmm1, %xmm1
	vaddsd	%xmm1, %xmm0, %xmm0
	vmovq	%xmm0, %rdx
	movl	$5, %eax
.LBB5_18:
	testq	%rax, %rax
	je	.LBB5_19
	addq	$96, %rsp
	popq	%rbx
	retq
.LBB5_1:
	xorl	%eax, %eax
	pushq	%rbx
	subq	$96, %rsp
	testb	%al, %al
	jne	.LBB5_4
.LBB5_3:
	leaq	64(%rsp), %rbx
	movq	%rbx, %r8
	callq	tp_bind_arguments@PLT
	movq	%rbx, %rsi
	testq	%rax, %rax
	jns	.LBB5_4
.LBB5_19:
	xorl	%eax, %eax
	xorl	%edx, %edx
	addq	$96, %rsp
	popq	%rbx
	retq
.LBB5_6:
	leaq	16(%rsp), %rsi
	movq	%r8, 16(%rsp)
	movq	%rdi, 24(%rsp)
	movq	%rdx, 32(%rsp)
	movq	%rcx, 40(%rsp)
	incq	%rax
	movq	%rax, 16(%rbx)
	xorl	%edi, %edi
	jmp	.LBB5_7
.LBB5_10:
	leaq	16(%rsp), %rsi
	movq	%r8, 16(%rsp)
	movq	%rdi, 24(%rsp)
	movq	%rdx, 32(%rsp)
	movq	%rcx, 40(%rsp)
	movq	$5, 48(%rsp)
	movq	%r9, 56(%rsp)
	incq	%rax
	movq	%rax, 16(%rbx)
	movl	$1, %edi
	jmp	.LBB5_7
.LBB5_16:
	callq	tp_raise_recursion@PLT
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB5_18
.LBB5_13:
	leaq	16(%rsp), %rsi
	movq	%rdx, 16(%rsp)
	movq	%rdi, 24(%rsp)
	movq	%rdx, 32(%rsp)
	movq	%rcx, 40(%rsp)
	movq	$5, 48(%rsp)
	vmovsd	%xmm0, 56(%rsp)
	incq	%rax
	movq	%rax, 16(%rbx)
	movl	$2, %edi
	jmp	.LBB5_7
.LBB5_15:
	leaq	16(%rsp), %rsi
	movq	%rdx, 16(%rsp)
	movq	%rcx, 24(%rsp)
	movq	$5, 32(%rsp)
	vmovsd	%xmm0, 40(%rsp)
	movq	$5, 48(%rsp)
	movq	%rdi, 56(%rsp)
	incq	%rax
	movq	%rax, 16(%rbx)
	movl	$3, %edi
.LBB5_7:
	callq	"py.__main__.V.dot/continuation#1"
	decq	16(%rbx)
	jmp	.LBB5_18
.Lfunc_end5:
	.size	"py.__main__.V.dot/boxed#1", .Lfunc_end5-"py.__main__.V.dot/boxed#1"

	.section	.text.unlikely.,"ax",@progbits
	.type	"py.__main__.<module>#1",@function
"py.__main__.<module>#1":
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$40, %rsp
	movq	tp_mutator@GOTPCREL(%rip), %r13
	movq	16(%r13), %rbp
	cmpq	24(%r13), %rbp
	jge	.LBB6_2
	cmpq	32(%r13), %rsp
	jb	.LBB6_2
	leaq	1(%rbp), %r14
	movq	%r14, 16(%r13)
	leaq	24(%rsp), %rbx
	andq	$0, (%rsp)
	pushq	$1
	popq	%rcx
	movl	$taipan.code.__main__.V, %edi
	movq	%rcx, %rsi
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	movq	%rbx, %r9
	callq	tp_make_function@PLT
	movq	%rdx, %r9
	movq	$taipan.code.__main__.V, (%rsp)
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %edi
	movq	%rbx, %rsi
	xorl	%edx, %edx
	xorl	%ecx, %ecx
	movq	%rax, %r8
	callq	tp_build_class@PLT
	testq	%rax, %rax
	je	.LBB6_22
	movq	%rax, taipan.globals.__main__+64(%rip)
	movq	%rdx, taipan.globals.__main__+72(%rip)
	andq	$0, (%rsp)
	pushq	$1
	popq	%rcx
	movl	$taipan.code.__main__.run, %edi
	movq	%rcx, %rsi
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	movq	%rbx, %r9
	callq	tp_make_function@PLT
	movq	%rax, taipan.globals.__main__+80(%rip)
	movq	%rdx, taipan.globals.__main__+88(%rip)
	movq	taipan.cache.0(%rip), %r15
	testq	%r15, %r15
	je	.LBB6_9
	movq	taipan.cache.1(%rip), %r12
.LBB6_6:
	cmpq	$20, %rax
	je	.LBB6_15
	cmpq	$1, %rax
	je	.LBB6_8
.LBB6_16:
	movq	$4, 24(%rsp)
	movq	$1000000, 32(%rsp)
	pushq	$1
	popq	%rcx
	movq	%rax, %rdi
	movq	%rdx, %rsi
	movq	%rbx, %rdx
	xorl	%r8d, %r8d
	callq	tp_call@PLT
	jmp	.LBB6_13
.LBB6_15:
	cmpq	$taipan.code.__main__.run, 16(%rdx)
	jne	.LBB6_16
	movl	$1000000, %edi
	movq	%r14, %rsi
	callq	"py.__main__.run#1"
.LBB6_13:
	testq	%rax, %rax
	je	.LBB6_14
	movq	%rax, 24(%rsp)
	movq	%rdx, 32(%rsp)
	pushq	$1
	popq	%rcx
	movq	%r15, %rdi
	movq	%r12, %rsi
	movq	%rbx, %rdx
	xorl	%r8d, %r8d
	callq	tp_call@PLT
	testq	%rax, %rax
	je	.LBB6_18
	movq	%rbp, 16(%r13)
	pushq	$2
	popq	%rax
.LBB6_20:
	xorl	%edx, %edx
	addq	$40, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.LBB6_2:
	callq	tp_raise_recursion@PLT
	jmp	.LBB6_3
.LBB6_22:
	movl	$taipan.site, %edi
	jmp	.LBB6_23
.LBB6_8:
	movl	$taipan.const.952688ae7f4451cae2e009b626db8b0e, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.12, %edi
	jmp	.LBB6_23
.LBB6_9:
	movl	$taipan.module.__main__, %edi
	movl	$taipan.const.05a704293189b1b17eaf45456c5e4deb, %esi
	callq	tp_load_global_slow@PLT
	testq	%rax, %rax
	je	.LBB6_10
	movq	%rax, %r15
	movq	%rdx, %r12
	movq	%rax, taipan.cache.0(%rip)
	movq	%rdx, taipan.cache.1(%rip)
	movq	taipan.globals.__main__+80(%rip), %rax
	movq	taipan.globals.__main__+88(%rip), %rdx
	jmp	.LBB6_6
.LBB6_18:
	movl	$taipan.site.14, %edi
	jmp	.LBB6_23
.LBB6_14:
	movl	$taipan.site.13, %edi
.LBB6_23:
	callq	tp_trace@PLT
	movq	%rbp, 16(%r13)
.LBB6_3:
	xorl	%eax, %eax
	jmp	.LBB6_20
.LBB6_10:
	movl	$taipan.site.11, %edi
	jmp	.LBB6_23
.Lfunc_end6:
	.size	"py.__main__.<module>#1", .Lfunc_end6-"py.__main__.<module>#1"

	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5, 0x0
.LCPI7_0:
	.quad	0
	.quad	5
	.quad	4607182418800017408
	.quad	5
	.section	.rodata.cst16,"aM",@progbits,16
	.p2align	4, 0x0
.LCPI7_1:
	.quad	0
	.quad	5
	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0
.LCPI7_2:
	.quad	0x3fe0000000000000
.LCPI7_3:
	.quad	0x3ff0000000000000
.LCPI7_4:
	.quad	0x4010000000000000
	.text
	.p2align	4
	.type	"py.__main__.run#1",@function
"py.__main__.run#1":
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$152, %rsp
	movq	tp_mutator@GOTPCREL(%rip), %r13
	movq	24(%r13), %rax
	cmpq	%rax, %rsi
	jge	.LBB7_2
	cmpq	32(%r13), %rsp
	jb	.LBB7_2
	leaq	1(%rsi), %rbx
	movq	%rbx, 16(%r13)
	movq	taipan.globals.__main__+64(%rip), %rcx
	cmpq	$1, %rcx
	je	.LBB7_42
	movq	taipan.globals.__main__+72(%rip), %rdx
	cmpq	$23, %rcx
	jne	.LBB7_32
	cmpq	taipan.shape.__main__.V+8(%rip), %rdx
	jne	.LBB7_32
	cmpq	%rax, %rbx
	jge	.LBB7_7
	movq	taipan.shape.__main__.V(%rip), %r14
	cmpq	$0, taipan.cache.18.0(%rip)
	je	.LBB7_29
	testq	%rdi, %rdi
	jle	.LBB7_16
.LBB7_17:
	movq	taipan.globals.__main__+64(%rip), %r12
	cmpq	$1, %r12
	je	.LBB7_8
	movq	taipan.globals.__main__+72(%rip), %r15
	cmpq	$23, %r12
	jne	.LBB7_34
	cmpq	taipan.shape.__main__.V+8(%rip), %r15
	jne	.LBB7_34
	movq	24(%r13), %rax
	cmpq	%rax, %rbx
	jge	.LBB7_36
	leaq	2(%rsi), %rcx
	cmpq	%rax, %rcx
	jge	.LBB7_40
	movq	taipan.shape.__main__.V(%rip), %rbx
	cmpq	%rbx, %r14
	jne	.LBB7_27
	movl	%edi, %eax
	andl	$3, %eax
	cmpq	$4, %rdi
	jae	.LBB7_25
	vxorpd	%xmm0, %xmm0, %xmm0
	xorl	%ecx, %ecx
	jmp	.LBB7_10
.LBB7_25:
	movabsq	$9223372036854775804, %rcx
	andq	%rcx, %rdi
	vxorpd	%xmm0, %xmm0, %xmm0
	xorl	%ecx, %ecx
	vmovsd	.LCPI7_2(%rip), %xmm1
	vmovsd	.LCPI7_3(%rip), %xmm2
	vmovsd	.LCPI7_4(%rip), %xmm3
	.p2align	4
.LBB7_26:
	movq	%rcx, %rdx
	vcvtsi2sd	%rcx, %xmm15, %xmm4
	vmulsd	%xmm1, %xmm4, %xmm4
	vaddsd	%xmm4, %xmm4, %xmm5
	vaddsd	%xmm2, %xmm5, %xmm5
	vmulsd	%xmm5, %xmm4, %xmm4
	vaddsd	%xmm3, %xmm4, %xmm4
	vaddsd	%xmm4, %xmm0, %xmm0
	incq	%rcx
	vcvtsi2sd	%rcx, %xmm15, %xmm4
	vmulsd	%xmm1, %xmm4, %xmm4
	vaddsd	%xmm4, %xmm4, %xmm5
	vaddsd	%xmm2, %xmm5, %xmm5
	vmulsd	%xmm5, %xmm4, %xmm4
	vaddsd	%xmm3, %xmm4, %xmm4
	vaddsd	%xmm4, %xmm0, %xmm0
	leaq	2(%rdx), %rcx
	vcvtsi2sd	%rcx, %xmm15, %xmm4
	vmulsd	%xmm1, %xmm4, %xmm4
	vaddsd	%xmm4, %xmm4, %xmm5
	vaddsd	%xmm2, %xmm5, %xmm5
	vmulsd	%xmm5, %xmm4, %xmm4
	vaddsd	%xmm3, %xmm4, %xmm4
	leaq	4(%rdx), %rcx
	addq	$3, %rdx
	vcvtsi2sd	%rdx, %xmm15, %xmm5
	vaddsd	%xmm4, %xmm0, %xmm0
	vmulsd	%xmm1, %xmm5, %xmm4
	vaddsd	%xmm4, %xmm4, %xmm5
	vaddsd	%xmm2, %xmm5, %xmm5
	vmulsd	%xmm5, %xmm4, %xmm4
	vaddsd	%xmm3, %xmm4, %xmm4
	vaddsd	%xmm4, %xmm0, %xmm0
	cmpq	%rdi, %rcx
	jne	.LBB7_26
	testq	%rax, %rax
	je	.LBB7_12
.LBB7_10:
	vmovsd	.LCPI7_2(%rip), %xmm1
	vmovsd	.LCPI7_3(%rip), %xmm2
	vmovsd	.LCPI7_4(%rip), %xmm3
	.p2align	4
.LBB7_11:
	vcvtsi2sd	%rcx, %xmm15, %xmm4
	incq	%rcx
	vmulsd	%xmm1, %xmm4, %xmm4
	vaddsd	%xmm4, %xmm4, %xmm5
	vaddsd	%xmm2, %xmm5, %xmm5
	vmulsd	%xmm5, %xmm4, %xmm4
	vaddsd	%xmm3, %xmm4, %xmm4
	vaddsd	%xmm4, %xmm0, %xmm0
	decq	%rax
	jne	.LBB7_11
.LBB7_12:
	vmovq	%xmm0, %rdx
	jmp	.LBB7_13
.LBB7_2:
	callq	tp_raise_recursion@PLT
	jmp	.LBB7_3
.LBB7_42:
	movq	%rsi, %rbp
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.15, %edi
	jmp	.LBB7_43
.LBB7_32:
	leaq	24(%rsp), %rax
	movq	$4, 24(%rsp)
	movq	%rdi, 32(%rsp)
	movq	%rcx, 40(%rsp)
	movq	%rdx, 48(%rsp)
	xorl	%edi, %edi
	movq	%rsi, %rbx
	movq	%rax, %rsi
	callq	"py.__main__.run/continuation#1"
	movq	%rbx, 16(%r13)
	jmp	.LBB7_33
.LBB7_7:
	movq	%rsi, %rbp
	callq	tp_raise_recursion@PLT
	movl	$taipan.site.17, %edi
	jmp	.LBB7_43
.LBB7_29:
	movq	%rdi, %r15
	movq	%rsi, %rbp
	movl	$taipan.module.__main__, %edi
	movl	$taipan.const.7bb5892f5b306117c42b4eae5bc486e2, %esi
	callq	tp_load_global_slow@PLT
	testq	%rax, %rax
	je	.LBB7_30
	movq	%rax, taipan.cache.18.0(%rip)
	movq	%rbp, %rsi
	movq	%r15, %rdi
	testq	%rdi, %rdi
	jg	.LBB7_17
.LBB7_16:
	xorl	%edx, %edx
.LBB7_13:
	movq	%rsi, 16(%r13)
	movl	$5, %eax
.LBB7_33:
	addq	$152, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.LBB7_8:
	movq	%rsi, %rbp
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.16, %edi
	jmp	.LBB7_43
.LBB7_34:
	movq	%rsi, %rbp
	movq	%rdi, %rsi
	movl	$1, %edi
	movl	$1, %edx
	callq	tp_range@PLT
	movq	%rax, %rdi
	movq	%rdx, %rsi
	callq	tp_iter@PLT
	movq	%rdx, (%rsp)
	testq	%rax, %rax
	je	.LBB7_35
	movq	%rax, %rbx
	movl	$48, %edi
	callq	tp_allocate@PLT
	movq	%r14, (%rax)
	vmovapd	.LCPI7_0(%rip), %ymm0
	vmovupd	%ymm0, 8(%rax)
	movabsq	$4611686018427387904, %rcx
	movq	%rcx, 40(%rax)
	leaq	24(%rsp), %rsi
	movq	%r14, 24(%rsp)
	movq	%rax, 32(%rsp)
	movq	$5, 40(%rsp)
	movq	$0, 48(%rsp)
	movq	%rbx, 56(%rsp)
	movq	(%rsp), %rax
	movq	%rax, 64(%rsp)
	movq	%r12, 72(%rsp)
	movq	%r15, 80(%rsp)
	movq	$5, 88(%rsp)
	movq	$0, 96(%rsp)
	movl	$2, %edi
	jmp	.LBB7_38
.LBB7_36:
	movq	%rsi, %rbp
	callq	tp_raise_recursion@PLT
	movl	$taipan.site.20, %edi
	jmp	.LBB7_43
.LBB7_40:
	movq	%rsi, %rbp
	callq	tp_raise_recursion@PLT
	movl	$taipan.site.25, %edi
	callq	tp_trace@PLT
	movl	$taipan.site.21, %edi
.LBB7_43:
	callq	tp_trace@PLT
	movq	%rbp, 16(%r13)
.LBB7_3:
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB7_33
.LBB7_27:
	movq	%rsi, %rbp
	movq	%rdi, %rsi
	movl	$1, %edi
	movl	$1, %edx
	callq	tp_range@PLT
	movq	%rax, %rdi
	movq	%rdx, %rsi
	callq	tp_iter@PLT
	movq	%rdx, 104(%rsp)
	movq	%rax, (%rsp)
	testq	%rax, %rax
	je	.LBB7_28
	movl	$48, %edi
	callq	tp_allocate@PLT
	movq	%rax, %r15
	movq	%r14, (%rax)
	vmovaps	.LCPI7_0(%rip), %ymm0
	vmovups	%ymm0, 8(%rax)
	movabsq	$4611686018427387904, %rax
	movq	%rax, 40(%r15)
	movl	$48, %edi
	vzeroupper
	callq	tp_allocate@PLT
	movq	%rax, %r12
	movq	%rbx, (%rax)
	vbroadcastf128	.LCPI7_1(%rip), %ymm0
	vmovups	%ymm0, 112(%rsp)
	vmovups	%ymm0, 8(%rax)
	movabsq	$4607182418800017408, %rax
	movq	%rax, 40(%r12)
	movl	$48, %edi
	vzeroupper
	callq	tp_allocate@PLT
	movq	%rbx, (%rax)
	vmovupd	112(%rsp), %ymm0
	vmovupd	%ymm0, 8(%rax)
	movabsq	$4611686018427387904, %rcx
	movq	%rcx, 40(%rax)
	leaq	24(%rsp), %rsi
	movq	%r14, 24(%rsp)
	movq	%r15, 32(%rsp)
	movq	$5, 40(%rsp)
	movq	$0, 48(%rsp)
	movq	(%rsp), %rcx
	movq	%rcx, 56(%rsp)
	movq	104(%rsp), %rcx
	movq	%rcx, 64(%rsp)
	movq	%rbx, 72(%rsp)
	movq	%r12, 80(%rsp)
	movq	%rbx, 88(%rsp)
	movq	%rax, 96(%rsp)
	movl	$4, %edi
.LBB7_38:
	vzeroupper
	callq	"py.__main__.run/continuation#1"
	movq	%rbp, 16(%r13)
	jmp	.LBB7_33
.LBB7_30:
	movl	$taipan.site.19, %edi
	jmp	.LBB7_43
.LBB7_35:
	movl	$taipan.site.20, %edi
	jmp	.LBB7_43
.LBB7_28:
	movl	$taipan.site.22, %edi
	jmp	.LBB7_43
.Lfunc_end7:
	.size	"py.__main__.run#1", .Lfunc_end7-"py.__main__.run#1"

	.section	.text.unlikely.,"ax",@progbits
	.type	"py.__main__.V#1",@function
"py.__main__.V#1":
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$24, %rsp
	movq	tp_mutator@GOTPCREL(%rip), %rbp
	cmpq	24(%rbp), %rdx
	jge	.LBB8_2
	cmpq	32(%rbp), %rsp
	jb	.LBB8_2
	movq	%rdx, %rbx
	leaq	1(%rdx), %rax
	movq	%rax, 16(%rbp)
	movq	taipan.globals.__main__(%rip), %rcx
	cmpq	$1, %rcx
	je	.LBB8_19
	movq	%rsi, %r15
	movq	%rdi, %r12
	movq	taipan.globals.__main__+8(%rip), %r8
	movl	$taipan.const.b1ec7b848b50271ebf0b5dee3d9327c9, %edx
	callq	tp_store_name@PLT
	movl	$taipan.site.28, %r14d
	testq	%rax, %rax
	js	.LBB8_20
	pushq	$9
	popq	%rcx
	movl	$taipan.const.76693b5463ea8efa04235f4f3f2208e3, %edx
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %r8d
	movq	%r12, %rdi
	movq	%r15, %rsi
	callq	tp_store_name@PLT
	testq	%rax, %rax
	js	.LBB8_20
	pushq	$4
	popq	%rcx
	pushq	$1
	popq	%r8
	movl	$taipan.const.55a09ad8958e91e68984b8631d955336, %edx
	movq	%r12, %rdi
	movq	%r15, %rsi
	callq	tp_store_name@PLT
	testq	%rax, %rax
	js	.LBB8_20
	leaq	24(%rsp), %r13
	andq	$0, (%rsp)
	pushq	$1
	popq	%rcx
	movl	$taipan.code.__main__.V.__init__, %edi
	movq	%rcx, %rsi
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	movq	%r13, %r9
	callq	tp_make_function@PLT
	movq	%rdx, %r8
	movl	$taipan.const.fcd6cc7c70039d90b49468bca4d4bec5, %edx
	movq	%r12, %rdi
	movq	%r15, %rsi
	movq	%rax, %rcx
	callq	tp_store_name@PLT
	testq	%rax, %rax
	js	.LBB8_8
	andq	$0, (%rsp)
	pushq	$1
	popq	%rcx
	movl	$taipan.code.__main__.V.__add__, %edi
	movq	%rcx, %rsi
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	movq	%r13, %r9
	callq	tp_make_function@PLT
	movq	%rdx, %r8
	movl	$taipan.const.966cd79e5d2e8189879c26138deb01f3, %edx
	movq	%r12, %rdi
	movq	%r15, %rsi
	movq	%rax, %rcx
	callq	tp_store_name@PLT
	testq	%rax, %rax
	js	.LBB8_10
	andq	$0, (%rsp)
	pushq	$1
	popq	%rcx
	movl	$taipan.code.__main__.V.__mul__, %edi
	movq	%rcx, %rsi
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	movq	%r13, %r9
	callq	tp_make_function@PLT
	movq	%rdx, %r8
	movl	$taipan.const.189eae48e75596f750f89d2e520e8a76, %edx
	movq	%r12, %rdi
	movq	%r15, %rsi
	movq	%rax, %rcx
	callq	tp_store_name@PLT
	testq	%rax, %rax
	js	.LBB8_12
	andq	$0, (%rsp)
	pushq	$1
	popq	%rcx
	movl	$taipan.code.__main__.V.dot, %edi
	movq	%rcx, %rsi
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	movq	%r13, %r9
	callq	tp_make_function@PLT
	movq	%rdx, %r8
	movl	$taipan.const.1eb9e8ccc65854f09df14358d22e0354, %edx
	movq	%r12, %rdi
	movq	%r15, %rsi
	movq	%rax, %rcx
	callq	tp_store_name@PLT
	testq	%rax, %rax
	js	.LBB8_14
	pushq	$14
	popq	%rcx
	movl	$taipan.const.063c36aeda0e904ea2fd4664c21fcfc8, %edx
	movl	$taipan.const.0721d887cf3afe0eb32540905fd75c35, %r8d
	movq	%r12, %rdi
	movq	%r15, %rsi
	callq	tp_store_name@PLT
	testq	%rax, %rax
	js	.LBB8_20
	movq	%rbx, 16(%rbp)
	pushq	$2
	popq	%rax
.LBB8_17:
	xorl	%edx, %edx
	addq	$24, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.LBB8_2:
	callq	tp_raise_recursion@PLT
	jmp	.LBB8_3
.LBB8_19:
	movl	$taipan.const.51f41878c7cae84886a01d09be9830c5, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.28, %r14d
	jmp	.LBB8_20
.LBB8_8:
	movl	$taipan.site.29, %r14d
	jmp	.LBB8_20
.LBB8_10:
	movl	$taipan.site.30, %r14d
	jmp	.LBB8_20
.LBB8_12:
	movl	$taipan.site.31, %r14d
	jmp	.LBB8_20
.LBB8_14:
	movl	$taipan.site.32, %r14d
.LBB8_20:
	movq	%r14, %rdi
	callq	tp_trace@PLT
	movq	%rbx, 16(%rbp)
.LBB8_3:
	xorl	%eax, %eax
	jmp	.LBB8_17
.Lfunc_end8:
	.size	"py.__main__.V#1", .Lfunc_end8-"py.__main__.V#1"

	.type	"py.__main__.run#2",@function
"py.__main__.run#2":
	pushq	%rbx
	subq	$32, %rsp
	movq	tp_mutator@GOTPCREL(%rip), %rbx
	cmpq	24(%rbx), %rdx
	jge	.LBB9_1
	leaq	16(%rsp), %rax
	movq	%rdi, (%rax)
	movq	%rsi, 8(%rax)
	incq	16(%rbx)
	pushq	$8
	popq	%rdi
	movq	%rax, %rsi
	callq	"py.__main__.run/continuation#1"
	decq	16(%rbx)
.LBB9_2:
	addq	$32, %rsp
	popq	%rbx
	retq
.LBB9_1:
	callq	tp_raise_recursion@PLT
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB9_2
.Lfunc_end9:
	.size	"py.__main__.run#2", .Lfunc_end9-"py.__main__.run#2"

	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5, 0x0
.LCPI10_0:
	.quad	5
	.quad	4607182418800017408
	.quad	5
	.quad	4611686018427387904
	.section	.text.unlikely.,"ax",@progbits
	.type	"py.__main__.run/continuation#1",@function
"py.__main__.run/continuation#1":
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	subq	$152, %rsp
	jmpq	*.LJTI10_0(,%rdi,8)
.LBB10_40:
	vmovups	(%rsi), %ymm0
	vmovups	%ymm0, 48(%rsp)
	vmovups	32(%rsi), %xmm0
	vmovups	%ymm0, 16(%rsp)
	vmovdqu	48(%rsi), %xmm0
	jmp	.LBB10_25
.LBB10_38:
	vmovups	(%rsi), %ymm0
	vmovups	%ymm0, 48(%rsp)
	vmovdqu	32(%rsi), %xmm0
	vmovdqu	%ymm0, 16(%rsp)
	movq	48(%rsi), %r15
	movq	56(%rsi), %r12
	movq	64(%rsi), %rax
	movq	72(%rsi), %rdx
	jmp	.LBB10_22
.LBB10_36:
	movq	16(%rsi), %rdi
	leaq	24(%rsi), %rax
	jmp	.LBB10_10
.LBB10_37:
	vmovdqu	(%rsi), %xmm1
	vmovdqu	16(%rsi), %xmm0
	vmovdqu	%ymm0, 48(%rsp)
	jmp	.LBB10_13
.LBB10_42:
	vmovdqu	(%rsi), %ymm0
	vmovdqu	%ymm0, 48(%rsp)
	vmovdqu	32(%rsi), %ymm1
	jmp	.LBB10_34
.LBB10_39:
	vmovups	(%rsi), %ymm0
	vmovups	%ymm0, 48(%rsp)
	vmovups	32(%rsi), %xmm0
	vmovups	%ymm0, 16(%rsp)
	vmovdqu	48(%rsi), %xmm0
	vmovdqa	%xmm0, 80(%rsp)
	movq	64(%rsi), %rax
	movq	72(%rsi), %rcx
	jmp	.LBB10_28
.LBB10_41:
	vmovups	(%rsi), %ymm0
	vmovups	%ymm0, 48(%rsp)
	vmovups	32(%rsi), %xmm0
	vmovups	%ymm0, 16(%rsp)
	vmovdqu	48(%rsi), %xmm0
	movq	64(%rsi), %rax
	movq	72(%rsi), %rsi
	jmp	.LBB10_31
.LBB10_43:
	movq	taipan.globals.__main__+64(%rip), %rdi
	cmpq	$1, %rdi
	je	.LBB10_44
	movl	$taipan.globals.__main__+72, %eax
.LBB10_10:
	vmovups	(%rsi), %xmm0
	vmovaps	%xmm0, 16(%rsp)
	movq	(%rax), %rsi
	leaq	120(%rsp), %rdx
	vmovdqa	.LCPI10_0(%rip), %ymm0
	vmovdqu	%ymm0, (%rdx)
	pushq	$2
	popq	%rcx
	xorl	%r8d, %r8d
	vzeroupper
	callq	tp_call@PLT
	testq	%rax, %rax
	je	.LBB10_11
	vmovq	%rax, %xmm0
	vmovq	%rdx, %xmm1
	vpunpcklqdq	%xmm1, %xmm0, %xmm0
	vmovdqu	%ymm0, 48(%rsp)
	vmovdqa	16(%rsp), %xmm1
.LBB10_13:
	movq	taipan.cache.35.0(%rip), %rdi
	testq	%rdi, %rdi
	je	.LBB10_18
	movq	taipan.cache.35.1(%rip), %rsi
.LBB10_15:
	leaq	120(%rsp), %rdx
	vmovdqu	%xmm1, (%rdx)
	pushq	$1
	popq	%rcx
	xorl	%r8d, %r8d
	vzeroupper
	callq	tp_call@PLT
	movl	$taipan.site.33, %ebx
	testq	%rax, %rax
	je	.LBB10_45
	movq	%rax, %rdi
	movq	%rdx, %rsi
	callq	tp_iter@PLT
	testq	%rax, %rax
	je	.LBB10_45
	pushq	$5
	popq	%rbx
	vmovq	%rax, %xmm0
	vmovq	%rdx, %xmm1
	vpunpcklqdq	%xmm1, %xmm0, %xmm0
	xorl	%r14d, %r14d
	jmp	.LBB10_2
.LBB10_18:
	vmovdqa	%xmm1, 16(%rsp)
	movl	$taipan.module.__main__, %edi
	movl	$taipan.const.7bb5892f5b306117c42b4eae5bc486e2, %esi
	vzeroupper
	callq	tp_load_global_slow@PLT
	testq	%rax, %rax
	je	.LBB10_19
	movq	%rax, %rdi
	movq	%rdx, %rsi
	movq	%rax, taipan.cache.35.0(%rip)
	movq	%rdx, taipan.cache.35.1(%rip)
	vmovdqa	16(%rsp), %xmm1
	jmp	.LBB10_15
.LBB10_11:
	movl	$taipan.site.17, %ebx
	jmp	.LBB10_45
.LBB10_44:
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.15, %ebx
	jmp	.LBB10_45
.LBB10_19:
	movl	$taipan.site.19, %ebx
	jmp	.LBB10_45
.LBB10_1:
	movq	%rax, %rbx
	movq	%rdx, %r14
	vmovdqu	16(%rsp), %ymm0
.LBB10_2:
	vmovdqu	%ymm0, 16(%rsp)
	vmovq	%xmm0, %rdi
	vpextrq	$1, %xmm0, %rsi
	vzeroupper
	callq	tp_next@PLT
	cmpq	$1, %rax
	je	.LBB10_46
	testq	%rax, %rax
	je	.LBB10_4
	movq	taipan.globals.__main__+64(%rip), %r15
	cmpq	$1, %r15
	je	.LBB10_6
	movq	taipan.globals.__main__+72(%rip), %r12
	pushq	$5
	popq	%r8
	movabsq	$4602678819172646912, %rcx
	movq	%rax, %rdi
	movq	%rdx, %rsi
	movq	%r8, %rdx
	callq	tp_mul@PLT
	testq	%rax, %rax
	je	.LBB10_8
	vmovq	%rbx, %xmm0
	vpbroadcastq	%xmm0, %ymm0
	vpblendd	$207, 48(%rsp), %ymm0, %ymm0
	vmovq	%r14, %xmm1
	vpbroadcastq	%xmm1, %ymm1
	vpblendd	$192, %ymm1, %ymm0, %ymm0
	vmovdqu	%ymm0, 48(%rsp)
.LBB10_22:
	leaq	120(%rsp), %r8
	movq	%rax, (%r8)
	movq	%rdx, 8(%r8)
	movq	$5, 16(%r8)
	movabsq	$4607182418800017408, %rax
	movq	%rax, 24(%r8)
	pushq	$2
	popq	%rcx
	movq	%r15, %rdi
	movq	%r12, %rsi
	movq	%r8, %rdx
	xorl	%r8d, %r8d
	vzeroupper
	callq	tp_call@PLT
	testq	%rax, %rax
	je	.LBB10_23
	vmovq	%rax, %xmm0
	vmovq	%rdx, %xmm1
	vpunpcklqdq	%xmm1, %xmm0, %xmm0
.LBB10_25:
	vmovq	%xmm0, %rdi
	vmovdqa	%xmm0, 80(%rsp)
	vpextrq	$1, %xmm0, %rsi
	pushq	$5
	popq	%rdx
	movabsq	$4611686018427387904, %rcx
	vzeroupper
	callq	tp_mul@PLT
	testq	%rax, %rax
	je	.LBB10_26
	movq	%rdx, %rcx
.LBB10_28:
	vmovdqu	48(%rsp), %ymm0
	vmovq	%xmm0, %rdi
	vpextrq	$1, %xmm0, %rsi
	movq	%rax, %rdx
	vzeroupper
	callq	tp_add@PLT
	testq	%rax, %rax
	je	.LBB10_29
	movq	%rdx, %rsi
	vmovdqa	80(%rsp), %xmm0
.LBB10_31:
	leaq	120(%rsp), %rcx
	vmovdqu	%xmm0, (%rcx)
	movq	$taipan.cache.36, (%rsp)
	pushq	$1
	popq	%r8
	movl	$taipan.const.1eb9e8ccc65854f09df14358d22e0354, %edx
	movq	%rax, %rdi
	xorl	%r9d, %r9d
	vzeroupper
	callq	tp_call_method@PLT
	testq	%rax, %rax
	je	.LBB10_32
	vmovq	%rax, %xmm0
	vmovq	%rdx, %xmm1
	vpunpcklqdq	%xmm1, %xmm0, %xmm0
	vmovdqu	16(%rsp), %ymm1
	vinserti128	$1, %xmm0, %ymm1, %ymm1
.LBB10_34:
	vmovdqu	48(%rsp), %ymm0
	vextracti128	$1, %ymm0, %xmm0
	vmovq	%xmm0, %rdi
	vpextrq	$1, %xmm0, %rsi
	vmovdqu	%ymm1, 16(%rsp)
	vextracti128	$1, %ymm1, %xmm0
	vmovq	%xmm0, %rdx
	vpextrq	$1, %xmm0, %rcx
	vzeroupper
	callq	tp_iadd@PLT
	testq	%rax, %rax
	jne	.LBB10_1
	movl	$taipan.site.37, %ebx
	jmp	.LBB10_45
.LBB10_23:
	movl	$taipan.site.20, %ebx
	jmp	.LBB10_45
.LBB10_26:
	movl	$taipan.site.21, %ebx
	jmp	.LBB10_45
.LBB10_4:
	movl	$taipan.site.33, %ebx
	jmp	.LBB10_45
.LBB10_29:
	movl	$taipan.site.22, %ebx
	jmp	.LBB10_45
.LBB10_32:
	movl	$taipan.site.23, %ebx
	jmp	.LBB10_45
.LBB10_6:
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.16, %ebx
	jmp	.LBB10_45
.LBB10_8:
	movl	$taipan.site.34, %ebx
.LBB10_45:
	movq	%rbx, %rdi
	callq	tp_trace@PLT
	xorl	%ebx, %ebx
	xorl	%r14d, %r14d
.LBB10_46:
	movq	%rbx, %rax
	movq	%r14, %rdx
	addq	$152, %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	retq
.Lfunc_end10:
	.size	"py.__main__.run/continuation#1", .Lfunc_end10-"py.__main__.run/continuation#1"
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
.LJTI10_0:
	.quad	.LBB10_36
	.quad	.LBB10_37
	.quad	.LBB10_38
	.quad	.LBB10_40
	.quad	.LBB10_39
	.quad	.LBB10_40
	.quad	.LBB10_41
	.quad	.LBB10_42
	.quad	.LBB10_43

	.section	.text.unlikely.,"ax",@progbits
	.type	"py.__main__.V.__mul__/continuation#1",@function
"py.__main__.V.__mul__/continuation#1":
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$88, %rsp
	jmpq	*.LJTI11_0(,%rdi,8)
.LBB11_14:
	movq	32(%rsi), %rbx
	leaq	40(%rsi), %rax
	jmp	.LBB11_2
.LBB11_19:
	movq	taipan.globals.__main__+64(%rip), %rbx
	cmpq	$1, %rbx
	je	.LBB11_20
	movl	$taipan.globals.__main__+72, %eax
.LBB11_2:
	movq	(%rsi), %r13
	movq	8(%rsi), %rbp
	movq	16(%rsi), %r15
	movq	24(%rsi), %r12
	movq	(%rax), %r14
	movl	$taipan.const.39d5314798a9d22c5b6c6bceccd7a587, %edx
	movl	$taipan.cache.44, %ecx
	movq	%r13, %rdi
	movq	%rbp, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB11_3
	movq	%rax, %rdi
	movq	%rdx, %rsi
	movq	%r15, %rdx
	movq	%r12, %rcx
	callq	tp_mul@PLT
	testq	%rax, %rax
	je	.LBB11_5
	vmovq	%rax, %xmm0
	vmovq	%rdx, %xmm1
	vpunpcklqdq	%xmm1, %xmm0, %xmm0
	jmp	.LBB11_7
.LBB11_16:
	movq	(%rsi), %rbx
	movq	8(%rsi), %r14
	vmovdqu	16(%rsi), %ymm0
	jmp	.LBB11_12
.LBB11_17:
	movq	(%rsi), %rax
	movq	8(%rsi), %rdx
	jmp	.LBB11_18
.LBB11_15:
	movq	(%rsi), %r13
	movq	8(%rsi), %rbp
	movq	16(%rsi), %r15
	movq	24(%rsi), %r12
	movq	32(%rsi), %rbx
	movq	40(%rsi), %r14
	vmovdqu	48(%rsi), %xmm0
.LBB11_7:
	vmovdqu	%ymm0, (%rsp)
	movl	$taipan.const.5914bb5089a6411374c38a9ff1159da6, %edx
	movl	$taipan.cache.47, %ecx
	movq	%r13, %rdi
	movq	%rbp, %rsi
	vzeroupper
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB11_8
	movq	%rax, %rdi
	movq	%rdx, %rsi
	movq	%r15, %rdx
	movq	%r12, %rcx
	callq	tp_mul@PLT
	testq	%rax, %rax
	je	.LBB11_10
	vmovq	%rax, %xmm0
	vpbroadcastq	%xmm0, %ymm0
	vpblendd	$207, (%rsp), %ymm0, %ymm0
	vmovq	%rdx, %xmm1
	vpbroadcastq	%xmm1, %ymm1
	vpblendd	$192, %ymm1, %ymm0, %ymm0
.LBB11_12:
	leaq	56(%rsp), %rdx
	vmovdqu	%ymm0, (%rdx)
	pushq	$2
	popq	%rcx
	movq	%rbx, %rdi
	movq	%r14, %rsi
	xorl	%r8d, %r8d
	vzeroupper
	callq	tp_call@PLT
	testq	%rax, %rax
	je	.LBB11_13
.LBB11_18:
	addq	$88, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.LBB11_13:
	movl	$taipan.site.25, %edi
	jmp	.LBB11_21
.LBB11_8:
	movl	$taipan.site.48, %edi
	jmp	.LBB11_21
.LBB11_10:
	movl	$taipan.site.49, %edi
	jmp	.LBB11_21
.LBB11_3:
	movl	$taipan.site.45, %edi
	jmp	.LBB11_21
.LBB11_5:
	movl	$taipan.site.46, %edi
	jmp	.LBB11_21
.LBB11_20:
	movl	$taipan.const.eeab868c85b22628528f01ecd40b491c, %edi
	callq	tp_raise_name_error@PLT
	movl	$taipan.site.24, %edi
.LBB11_21:
	callq	tp_trace@PLT
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB11_18
.Lfunc_end11:
	.size	"py.__main__.V.__mul__/continuation#1", .Lfunc_end11-"py.__main__.V.__mul__/continuation#1"
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
.LJTI11_0:
	.quad	.LBB11_14
	.quad	.LBB11_15
	.quad	.LBB11_16
	.quad	.LBB11_17
	.quad	.LBB11_19

	.section	.text.unlikely.,"ax",@progbits
	.type	"py.__main__.V.__add__/continuation#1",@function
"py.__main__.V.__add__/continuation#1":
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$88, %rsp
	movq	(%rsi), %r8
	movq	8(%rsi), %r14
	movq	16(%rsi), %r15
	movq	24(%rsi), %r12
	movq	32(%rsi), %rbp
	movq	40(%rsi), %rdx
	jmpq	*.LJTI12_0(,%rdi,8)
.LBB12_20:
	movq	%rdx, 8(%rsp)
	movq	%rbp, 16(%rsp)
	movl	$taipan.const.39d5314798a9d22c5b6c6bceccd7a587, %edx
	movl	$taipan.cache.50, %ecx
	movq	%r8, 32(%rsp)
	movq	%r8, %rdi
	movq	%r14, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB12_21
	movq	%rax, %rbx
	movq	%rdx, %r13
	jmp	.LBB12_3
.LBB12_1:
	movq	%rbp, %rax
	movq	%r15, %rbp
	movq	%r14, %rsi
	movq	%r8, %rdi
	jmp	.LBB12_18
.LBB12_23:
	movq	%rdx, 8(%rsp)
	movq	%rbp, 16(%rsp)
	movq	48(%rsi), %rbp
	movq	56(%rsi), %rax
	movq	%rax, 24(%rsp)
	jmp	.LBB12_10
.LBB12_24:
	movq	48(%rsi), %r13
	movq	56(%rsi), %rbx
	movq	%rdx, 24(%rsp)
	movq	%r12, 8(%rsp)
	movq	%r15, 16(%rsp)
	movq	%r14, %r12
	movq	%r8, %r15
	jmp	.LBB12_13
.LBB12_22:
	movq	%r8, 32(%rsp)
	movq	%rdx, 8(%rsp)
	movq	%rbp, 16(%rsp)
	movq	48(%rsi), %rbx
	movq	56(%rsi), %r13
.LBB12_3:
	movl	$taipan.const.39d5314798a9d22c5b6c6bceccd7a587, %edx
	movl	$taipan.cache.52, %ecx
	movq	%r15, %rdi
	movq	%r12, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB12_4
	movq	%rdx, %rcx
	movq	%rbx, %rdi
	movq	%r13, %rsi
	movq	%rax, %rdx
	callq	tp_add@PLT
	testq	%rax, %rax
	je	.LBB12_8
	movq	%rax, %rbp
	movq	%rdx, 24(%rsp)
	movq	32(%rsp), %r8
.LBB12_10:
	movl	$taipan.const.5914bb5089a6411374c38a9ff1159da6, %edx
	movl	$taipan.cache.55, %ecx
	movq	%r8, %rdi
	movq	%r14, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB12_11
	movq	%rax, %r13
	movq	%rdx, %rbx
.LBB12_13:
	movl	$taipan.const.5914bb5089a6411374c38a9ff1159da6, %edx
	movl	$taipan.cache.57, %ecx
	movq	%r15, %rdi
	movq	%r12, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB12_14
	movq	%rdx, %rcx
	movq	%r13, %rdi
	movq	%rbx, %rsi
	movq	%rax, %rdx
	callq	tp_add@PLT
	testq	%rax, %rax
	je	.LBB12_16
	movq	16(%rsp), %rdi
	movq	8(%rsp), %rsi
	movq	24(%rsp), %r12
.LBB12_18:
	leaq	56(%rsp), %r8
	movq	%rbp, (%r8)
	movq	%r12, 8(%r8)
	movq	%rax, 16(%r8)
	movq	%rdx, 24(%r8)
	pushq	$2
	popq	%rcx
	movq	%r8, %rdx
	xorl	%r8d, %r8d
	callq	tp_call@PLT
	testq	%rax, %rax
	je	.LBB12_19
.LBB12_6:
	addq	$88, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.LBB12_19:
	movl	$taipan.site.27, %edi
	jmp	.LBB12_5
.LBB12_14:
	movl	$taipan.site.58, %edi
	jmp	.LBB12_5
.LBB12_16:
	movl	$taipan.site.59, %edi
	jmp	.LBB12_5
.LBB12_11:
	movl	$taipan.site.56, %edi
	jmp	.LBB12_5
.LBB12_4:
	movl	$taipan.site.53, %edi
	jmp	.LBB12_5
.LBB12_8:
	movl	$taipan.site.54, %edi
	jmp	.LBB12_5
.LBB12_21:
	movl	$taipan.site.51, %edi
.LBB12_5:
	callq	tp_trace@PLT
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB12_6
.Lfunc_end12:
	.size	"py.__main__.V.__add__/continuation#1", .Lfunc_end12-"py.__main__.V.__add__/continuation#1"
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
.LJTI12_0:
	.quad	.LBB12_20
	.quad	.LBB12_22
	.quad	.LBB12_23
	.quad	.LBB12_24
	.quad	.LBB12_1

	.section	.text.unlikely.,"ax",@progbits
	.type	"py.__main__.V.__init__/continuation#1",@function
"py.__main__.V.__init__/continuation#1":
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	pushq	%rax
	movq	(%rsi), %rbx
	movq	8(%rsi), %r14
	movq	16(%rsi), %rcx
	movq	24(%rsi), %r8
	cmpq	$1, %rdi
	je	.LBB13_1
	movq	32(%rsi), %r15
	movq	40(%rsi), %r12
	movl	$taipan.const.39d5314798a9d22c5b6c6bceccd7a587, %edx
	movl	$taipan.cache.42, %r9d
	movq	%rbx, %rdi
	movq	%r14, %rsi
	callq	tp_setattr@PLT
	movq	%r12, %r8
	movq	%r15, %rcx
	testq	%rax, %rax
	js	.LBB13_6
.LBB13_1:
	movl	$taipan.const.5914bb5089a6411374c38a9ff1159da6, %edx
	movl	$taipan.cache.43, %r9d
	movq	%rbx, %rdi
	movq	%r14, %rsi
	callq	tp_setattr@PLT
	testq	%rax, %rax
	js	.LBB13_2
	pushq	$2
	popq	%rax
.LBB13_4:
	xorl	%edx, %edx
	addq	$8, %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	retq
.LBB13_2:
	movl	$taipan.site.41, %edi
	jmp	.LBB13_7
.LBB13_6:
	movl	$taipan.site.39, %edi
.LBB13_7:
	callq	tp_trace@PLT
	xorl	%eax, %eax
	jmp	.LBB13_4
.Lfunc_end13:
	.size	"py.__main__.V.__init__/continuation#1", .Lfunc_end13-"py.__main__.V.__init__/continuation#1"

	.type	"py.__main__.V.dot/continuation#1",@function
"py.__main__.V.dot/continuation#1":
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$24, %rsp
	movq	(%rsi), %rax
	movq	8(%rsi), %r12
	movq	16(%rsi), %rbx
	movq	24(%rsi), %r14
	jmpq	*.LJTI14_0(,%rdi,8)
.LBB14_18:
	movl	$taipan.const.39d5314798a9d22c5b6c6bceccd7a587, %edx
	movl	$taipan.cache.60, %ecx
	movq	%rax, 16(%rsp)
	movq	%rax, %rdi
	movq	%r12, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB14_19
	movq	%rax, %r15
	movq	%rdx, %r13
	jmp	.LBB14_2
.LBB14_21:
	movq	32(%rsi), %rbp
	movq	40(%rsi), %rcx
	movq	%rcx, 8(%rsp)
	jmp	.LBB14_9
.LBB14_22:
	movq	32(%rsi), %r13
	movq	40(%rsi), %r15
	movq	%r14, 8(%rsp)
	movq	%rbx, %rbp
	movq	%r12, %r14
	movq	%rax, %rbx
	jmp	.LBB14_12
.LBB14_20:
	movq	%rax, 16(%rsp)
	movq	32(%rsi), %r15
	movq	40(%rsi), %r13
.LBB14_2:
	movl	$taipan.const.39d5314798a9d22c5b6c6bceccd7a587, %edx
	movl	$taipan.cache.62, %ecx
	movq	%rbx, %rdi
	movq	%r14, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB14_3
	movq	%rdx, %rcx
	movq	%r15, %rdi
	movq	%r13, %rsi
	movq	%rax, %rdx
	callq	tp_mul@PLT
	testq	%rax, %rax
	je	.LBB14_7
	movq	%rax, %rbp
	movq	%rdx, 8(%rsp)
	movq	16(%rsp), %rax
.LBB14_9:
	movl	$taipan.const.5914bb5089a6411374c38a9ff1159da6, %edx
	movl	$taipan.cache.65, %ecx
	movq	%rax, %rdi
	movq	%r12, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB14_10
	movq	%rax, %r13
	movq	%rdx, %r15
.LBB14_12:
	movl	$taipan.const.5914bb5089a6411374c38a9ff1159da6, %edx
	movl	$taipan.cache.67, %ecx
	movq	%rbx, %rdi
	movq	%r14, %rsi
	callq	tp_getattr@PLT
	testq	%rax, %rax
	je	.LBB14_13
	movq	%rdx, %rcx
	movq	%r13, %rdi
	movq	%r15, %rsi
	movq	%rax, %rdx
	callq	tp_mul@PLT
	testq	%rax, %rax
	je	.LBB14_15
	movq	%rdx, %rcx
	movq	%rbp, %rdi
	movq	8(%rsp), %rsi
	movq	%rax, %rdx
	callq	tp_add@PLT
	testq	%rax, %rax
	je	.LBB14_17
.LBB14_5:
	addq	$24, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.LBB14_13:
	movl	$taipan.site.68, %edi
	jmp	.LBB14_4
.LBB14_15:
	movl	$taipan.site.69, %edi
	jmp	.LBB14_4
.LBB14_17:
	movl	$taipan.site.70, %edi
	jmp	.LBB14_4
.LBB14_10:
	movl	$taipan.site.66, %edi
	jmp	.LBB14_4
.LBB14_3:
	movl	$taipan.site.63, %edi
	jmp	.LBB14_4
.LBB14_7:
	movl	$taipan.site.64, %edi
	jmp	.LBB14_4
.LBB14_19:
	movl	$taipan.site.61, %edi
.LBB14_4:
	callq	tp_trace@PLT
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB14_5
.Lfunc_end14:
	.size	"py.__main__.V.dot/continuation#1", .Lfunc_end14-"py.__main__.V.dot/continuation#1"
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
.LJTI14_0:
	.quad	.LBB14_18
	.quad	.LBB14_20
	.quad	.LBB14_21
	.quad	.LBB14_22

	.section	.text.unlikely.,"ax",@progbits
	.type	"py.__main__.V.__init__#2",@function
"py.__main__.V.__init__#2":
	pushq	%rbx
	subq	$64, %rsp
	movq	80(%rsp), %rax
	movq	tp_mutator@GOTPCREL(%rip), %rbx
	cmpq	24(%rbx), %rax
	jge	.LBB15_1
	leaq	16(%rsp), %rax
	movq	%rdi, (%rax)
	movq	%rsi, 8(%rax)
	movq	%rdx, 16(%rax)
	movq	%rcx, 24(%rax)
	movq	%r8, 32(%rax)
	movq	%r9, 40(%rax)
	incq	16(%rbx)
	xorl	%edi, %edi
	movq	%rax, %rsi
	callq	"py.__main__.V.__init__/continuation#1"
	decq	16(%rbx)
.LBB15_2:
	addq	$64, %rsp
	popq	%rbx
	retq
.LBB15_1:
	callq	tp_raise_recursion@PLT
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB15_2
.Lfunc_end15:
	.size	"py.__main__.V.__init__#2", .Lfunc_end15-"py.__main__.V.__init__#2"

	.type	"py.__main__.V.__mul__#2",@function
"py.__main__.V.__mul__#2":
	pushq	%rbx
	subq	$48, %rsp
	movq	tp_mutator@GOTPCREL(%rip), %rbx
	cmpq	24(%rbx), %r8
	jge	.LBB16_1
	leaq	16(%rsp), %rax
	movq	%rdi, (%rax)
	movq	%rsi, 8(%rax)
	movq	%rdx, 16(%rax)
	movq	%rcx, 24(%rax)
	incq	16(%rbx)
	pushq	$4
	popq	%rdi
	movq	%rax, %rsi
	callq	"py.__main__.V.__mul__/continuation#1"
	decq	16(%rbx)
.LBB16_2:
	addq	$48, %rsp
	popq	%rbx
	retq
.LBB16_1:
	callq	tp_raise_recursion@PLT
	xorl	%eax, %eax
	xorl	%edx, %edx
	jmp	.LBB16_2
.Lfunc_end16:
	.size	"py.__main__.V.__mul__#2", .Lfunc_end16-"py.__main__.V.__mul__#2"

	.type	taipan.const.d4b0b18805ea818e32dfe2c134a8e6df,@object
	.data
	.p2align	4, 0x0
taipan.const.d4b0b18805ea818e32dfe2c134a8e6df:
	.quad	68719476745
	.quad	8
	.quad	0
	.quad	257
	.asciz	"__main__"
	.zero	7
	.size	taipan.const.d4b0b18805ea818e32dfe2c134a8e6df, 48

	.type	taipan.const.95e5ae3b8464a0a8c70e08d265c08258,@object
	.p2align	4, 0x0
taipan.const.95e5ae3b8464a0a8c70e08d265c08258:
	.quad	68719476745
	.quad	10
	.quad	0
	.quad	257
	.asciz	"/tmp/o1.py"
	.zero	5
	.size	taipan.const.95e5ae3b8464a0a8c70e08d265c08258, 48

	.type	taipan.const.280c652ff8bf2ec8b1b135bff85d47cd,@object
	.p2align	4, 0x0
taipan.const.280c652ff8bf2ec8b1b135bff85d47cd:
	.quad	68719476745
	.quad	0
	.quad	0
	.quad	257
	.zero	1
	.zero	7
	.size	taipan.const.280c652ff8bf2ec8b1b135bff85d47cd, 40

	.type	taipan.const.51f41878c7cae84886a01d09be9830c5,@object
	.p2align	4, 0x0
taipan.const.51f41878c7cae84886a01d09be9830c5:
	.quad	68719476745
	.quad	8
	.quad	0
	.quad	257
	.asciz	"__name__"
	.zero	7
	.size	taipan.const.51f41878c7cae84886a01d09be9830c5, 48

	.type	taipan.const.f185a1c94cc6a1313b56fbaf55dadb66,@object
	.p2align	4, 0x0
taipan.const.f185a1c94cc6a1313b56fbaf55dadb66:
	.quad	68719476745
	.quad	7
	.quad	0
	.quad	257
	.asciz	"__doc__"
	.size	taipan.const.f185a1c94cc6a1313b56fbaf55dadb66, 40

	.type	taipan.const.d8aaa0779c99bf4e0450df99527e6135,@object
	.p2align	4, 0x0
taipan.const.d8aaa0779c99bf4e0450df99527e6135:
	.quad	68719476745
	.quad	11
	.quad	0
	.quad	257
	.asciz	"__package__"
	.zero	4
	.size	taipan.const.d8aaa0779c99bf4e0450df99527e6135, 48

	.type	taipan.const.c3624cd6e0db38ad7f28d216b79302f4,@object
	.p2align	4, 0x0
taipan.const.c3624cd6e0db38ad7f28d216b79302f4:
	.quad	68719476745
	.quad	8
	.quad	0
	.quad	257
	.asciz	"__file__"
	.zero	7
	.size	taipan.const.c3624cd6e0db38ad7f28d216b79302f4, 48

	.type	taipan.const.eeab868c85b22628528f01ecd40b491c,@object
	.p2align	4, 0x0
taipan.const.eeab868c85b22628528f01ecd40b491c:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"V"
	.zero	6
	.size	taipan.const.eeab868c85b22628528f01ecd40b491c, 40

	.type	taipan.const.952688ae7f4451cae2e009b626db8b0e,@object
	.p2align	4, 0x0
taipan.const.952688ae7f4451cae2e009b626db8b0e:
	.quad	68719476745
	.quad	3
	.quad	0
	.quad	257
	.asciz	"run"
	.zero	4
	.size	taipan.const.952688ae7f4451cae2e009b626db8b0e, 40

	.type	taipan.const.11259df2a32d8d202dd7906f8ef5e397,@object
	.p2align	4, 0x0
taipan.const.11259df2a32d8d202dd7906f8ef5e397:
	.quad	68719476745
	.quad	8
	.quad	0
	.quad	257
	.asciz	"<module>"
	.zero	7
	.size	taipan.const.11259df2a32d8d202dd7906f8ef5e397, 48

	.type	taipan.const.7bbc6d382a3aab1ecde46c6d90cb6b63,@object
	.p2align	4, 0x0
taipan.const.7bbc6d382a3aab1ecde46c6d90cb6b63:
	.quad	68719476745
	.quad	10
	.quad	0
	.quad	257
	.asciz	".namespace"
	.zero	5
	.size	taipan.const.7bbc6d382a3aab1ecde46c6d90cb6b63, 48

	.type	taipan.const.39d5314798a9d22c5b6c6bceccd7a587,@object
	.p2align	4, 0x0
taipan.const.39d5314798a9d22c5b6c6bceccd7a587:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"x"
	.zero	6
	.size	taipan.const.39d5314798a9d22c5b6c6bceccd7a587, 40

	.type	taipan.const.5914bb5089a6411374c38a9ff1159da6,@object
	.p2align	4, 0x0
taipan.const.5914bb5089a6411374c38a9ff1159da6:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"y"
	.zero	6
	.size	taipan.const.5914bb5089a6411374c38a9ff1159da6, 40

	.type	taipan.const.9ab8171e8edc2980609571334df91c3e,@object
	.p2align	4, 0x0
taipan.const.9ab8171e8edc2980609571334df91c3e:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"n"
	.zero	6
	.size	taipan.const.9ab8171e8edc2980609571334df91c3e, 40

	.type	taipan.const.43c7533d405fb8ea113dd9243dbdcbcf,@object
	.p2align	4, 0x0
taipan.const.43c7533d405fb8ea113dd9243dbdcbcf:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"a"
	.zero	6
	.size	taipan.const.43c7533d405fb8ea113dd9243dbdcbcf, 40

	.type	taipan.const.dc24566243c7eb2103d3fdcdddc6a8b1,@object
	.p2align	4, 0x0
taipan.const.dc24566243c7eb2103d3fdcdddc6a8b1:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"s"
	.zero	6
	.size	taipan.const.dc24566243c7eb2103d3fdcdddc6a8b1, 40

	.type	taipan.const.d3981cf4c7d9e5989d6589e11e4771d8,@object
	.p2align	4, 0x0
taipan.const.d3981cf4c7d9e5989d6589e11e4771d8:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"i"
	.zero	6
	.size	taipan.const.d3981cf4c7d9e5989d6589e11e4771d8, 40

	.type	taipan.const.32cc1fa79ae261f528cffecb40480c4b,@object
	.p2align	4, 0x0
taipan.const.32cc1fa79ae261f528cffecb40480c4b:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"b"
	.zero	6
	.size	taipan.const.32cc1fa79ae261f528cffecb40480c4b, 40

	.type	taipan.const.05a704293189b1b17eaf45456c5e4deb,@object
	.p2align	4, 0x0
taipan.const.05a704293189b1b17eaf45456c5e4deb:
	.quad	68719476745
	.quad	5
	.quad	0
	.quad	257
	.asciz	"print"
	.zero	2
	.size	taipan.const.05a704293189b1b17eaf45456c5e4deb, 40

	.type	taipan.const.fcd6cc7c70039d90b49468bca4d4bec5,@object
	.p2align	4, 0x0
taipan.const.fcd6cc7c70039d90b49468bca4d4bec5:
	.quad	68719476745
	.quad	8
	.quad	0
	.quad	257
	.asciz	"__init__"
	.zero	7
	.size	taipan.const.fcd6cc7c70039d90b49468bca4d4bec5, 48

	.type	taipan.const.45567c38f4ed42b88446633569e284e2,@object
	.p2align	4, 0x0
taipan.const.45567c38f4ed42b88446633569e284e2:
	.quad	68719476745
	.quad	10
	.quad	0
	.quad	257
	.asciz	"V.__init__"
	.zero	5
	.size	taipan.const.45567c38f4ed42b88446633569e284e2, 48

	.type	taipan.const.b6431d5095503f4e3e444f77ab7086ca,@object
	.p2align	4, 0x0
taipan.const.b6431d5095503f4e3e444f77ab7086ca:
	.quad	68719476745
	.quad	4
	.quad	0
	.quad	257
	.asciz	"self"
	.zero	3
	.size	taipan.const.b6431d5095503f4e3e444f77ab7086ca, 40

	.type	taipan.const.7bb5892f5b306117c42b4eae5bc486e2,@object
	.p2align	4, 0x0
taipan.const.7bb5892f5b306117c42b4eae5bc486e2:
	.quad	68719476745
	.quad	5
	.quad	0
	.quad	257
	.asciz	"range"
	.zero	2
	.size	taipan.const.7bb5892f5b306117c42b4eae5bc486e2, 40

	.type	taipan.const.189eae48e75596f750f89d2e520e8a76,@object
	.p2align	4, 0x0
taipan.const.189eae48e75596f750f89d2e520e8a76:
	.quad	68719476745
	.quad	7
	.quad	0
	.quad	257
	.asciz	"__mul__"
	.size	taipan.const.189eae48e75596f750f89d2e520e8a76, 40

	.type	taipan.const.985d810cdfb303d4e3edfe1cb655fa9f,@object
	.p2align	4, 0x0
taipan.const.985d810cdfb303d4e3edfe1cb655fa9f:
	.quad	68719476745
	.quad	9
	.quad	0
	.quad	257
	.asciz	"V.__mul__"
	.zero	6
	.size	taipan.const.985d810cdfb303d4e3edfe1cb655fa9f, 48

	.type	taipan.const.150fa35bc0b01be2f2ca6867f996662a,@object
	.p2align	4, 0x0
taipan.const.150fa35bc0b01be2f2ca6867f996662a:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"k"
	.zero	6
	.size	taipan.const.150fa35bc0b01be2f2ca6867f996662a, 40

	.type	taipan.const.966cd79e5d2e8189879c26138deb01f3,@object
	.p2align	4, 0x0
taipan.const.966cd79e5d2e8189879c26138deb01f3:
	.quad	68719476745
	.quad	7
	.quad	0
	.quad	257
	.asciz	"__add__"
	.size	taipan.const.966cd79e5d2e8189879c26138deb01f3, 40

	.type	taipan.const.f6ec15dccfc6a426220ebd250626784d,@object
	.p2align	4, 0x0
taipan.const.f6ec15dccfc6a426220ebd250626784d:
	.quad	68719476745
	.quad	9
	.quad	0
	.quad	257
	.asciz	"V.__add__"
	.zero	6
	.size	taipan.const.f6ec15dccfc6a426220ebd250626784d, 48

	.type	taipan.const.b56eb2d983a3c757480835d9ea56265a,@object
	.p2align	4, 0x0
taipan.const.b56eb2d983a3c757480835d9ea56265a:
	.quad	68719476745
	.quad	1
	.quad	0
	.quad	257
	.asciz	"o"
	.zero	6
	.size	taipan.const.b56eb2d983a3c757480835d9ea56265a, 40

	.type	taipan.const.1eb9e8ccc65854f09df14358d22e0354,@object
	.p2align	4, 0x0
taipan.const.1eb9e8ccc65854f09df14358d22e0354:
	.quad	68719476745
	.quad	3
	.quad	0
	.quad	257
	.asciz	"dot"
	.zero	4
	.size	taipan.const.1eb9e8ccc65854f09df14358d22e0354, 40

	.type	taipan.const.924661c94153a3cbed8a023b6109aee9,@object
	.p2align	4, 0x0
taipan.const.924661c94153a3cbed8a023b6109aee9:
	.quad	68719476745
	.quad	5
	.quad	0
	.quad	257
	.asciz	"V.dot"
	.zero	2
	.size	taipan.const.924661c94153a3cbed8a023b6109aee9, 40

	.type	taipan.const.0721d887cf3afe0eb32540905fd75c35,@object
	.p2align	4, 0x0
taipan.const.0721d887cf3afe0eb32540905fd75c35:
	.quad	68719476750
	.quad	2
	.quad	9
	.quad	taipan.const.39d5314798a9d22c5b6c6bceccd7a587
	.quad	9
	.quad	taipan.const.5914bb5089a6411374c38a9ff1159da6
	.size	taipan.const.0721d887cf3afe0eb32540905fd75c35, 48

	.type	taipan.const.b1ec7b848b50271ebf0b5dee3d9327c9,@object
	.p2align	4, 0x0
taipan.const.b1ec7b848b50271ebf0b5dee3d9327c9:
	.quad	68719476745
	.quad	10
	.quad	0
	.quad	257
	.asciz	"__module__"
	.zero	5
	.size	taipan.const.b1ec7b848b50271ebf0b5dee3d9327c9, 48

	.type	taipan.const.76693b5463ea8efa04235f4f3f2208e3,@object
	.p2align	4, 0x0
taipan.const.76693b5463ea8efa04235f4f3f2208e3:
	.quad	68719476745
	.quad	12
	.quad	0
	.quad	257
	.asciz	"__qualname__"
	.zero	3
	.size	taipan.const.76693b5463ea8efa04235f4f3f2208e3, 48

	.type	taipan.const.55a09ad8958e91e68984b8631d955336,@object
	.p2align	4, 0x0
taipan.const.55a09ad8958e91e68984b8631d955336:
	.quad	68719476745
	.quad	15
	.quad	0
	.quad	257
	.asciz	"__firstlineno__"
	.size	taipan.const.55a09ad8958e91e68984b8631d955336, 48

	.type	taipan.const.063c36aeda0e904ea2fd4664c21fcfc8,@object
	.p2align	4, 0x0
taipan.const.063c36aeda0e904ea2fd4664c21fcfc8:
	.quad	68719476745
	.quad	21
	.quad	0
	.quad	257
	.asciz	"__static_attributes__"
	.zero	2
	.size	taipan.const.063c36aeda0e904ea2fd4664c21fcfc8, 56

	.type	"taipan.code.__main__.<module>",@object
	.section	.rodata,"a",@progbits
	.p2align	4, 0x0
"taipan.code.__main__.<module>":
	.quad	taipan.const.11259df2a32d8d202dd7906f8ef5e397
	.quad	taipan.const.11259df2a32d8d202dd7906f8ef5e397
	.quad	taipan.module.__main__
	.quad	0
	.quad	8
	.quad	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	1
	.long	0
	.long	0
	.quad	8
	.quad	0
	.size	"taipan.code.__main__.<module>", 96

	.type	taipan.table,@object
	.p2align	4, 0x0
taipan.table:
	.quad	taipan.const.7bbc6d382a3aab1ecde46c6d90cb6b63
	.quad	taipan.const.39d5314798a9d22c5b6c6bceccd7a587
	.quad	taipan.const.5914bb5089a6411374c38a9ff1159da6
	.size	taipan.table, 24

	.type	taipan.code.__main__.V,@object
	.p2align	4, 0x0
taipan.code.__main__.V:
	.quad	taipan.const.eeab868c85b22628528f01ecd40b491c
	.quad	taipan.const.eeab868c85b22628528f01ecd40b491c
	.quad	taipan.module.__main__
	.quad	"py.__main__.V/boxed#1"
	.quad	taipan.table
	.quad	0
	.long	0
	.long	1
	.long	1
	.long	0
	.long	0
	.long	1
	.long	0
	.long	3
	.quad	8
	.quad	taipan.shape.__main__.V
	.size	taipan.code.__main__.V, 96

	.type	taipan.table.1,@object
	.p2align	4, 0x0
taipan.table.1:
	.quad	taipan.const.9ab8171e8edc2980609571334df91c3e
	.quad	taipan.const.43c7533d405fb8ea113dd9243dbdcbcf
	.quad	taipan.const.dc24566243c7eb2103d3fdcdddc6a8b1
	.quad	taipan.const.d3981cf4c7d9e5989d6589e11e4771d8
	.quad	taipan.const.32cc1fa79ae261f528cffecb40480c4b
	.size	taipan.table.1, 40

	.type	taipan.code.__main__.run,@object
	.p2align	4, 0x0
taipan.code.__main__.run:
	.quad	taipan.const.952688ae7f4451cae2e009b626db8b0e
	.quad	taipan.const.952688ae7f4451cae2e009b626db8b0e
	.quad	taipan.module.__main__
	.quad	"py.__main__.run/boxed#1"
	.quad	taipan.table.1
	.quad	0
	.long	0
	.long	1
	.long	0
	.long	0
	.long	0
	.long	12
	.long	0
	.long	5
	.quad	8
	.quad	0
	.size	taipan.code.__main__.run, 96

	.type	taipan.table.2,@object
	.p2align	4, 0x0
taipan.table.2:
	.quad	taipan.const.b6431d5095503f4e3e444f77ab7086ca
	.quad	taipan.const.39d5314798a9d22c5b6c6bceccd7a587
	.quad	taipan.const.5914bb5089a6411374c38a9ff1159da6
	.size	taipan.table.2, 24

	.type	taipan.code.__main__.V.__init__,@object
	.p2align	4, 0x0
taipan.code.__main__.V.__init__:
	.quad	taipan.const.fcd6cc7c70039d90b49468bca4d4bec5
	.quad	taipan.const.45567c38f4ed42b88446633569e284e2
	.quad	taipan.module.__main__
	.quad	"py.__main__.V.__init__/boxed#1"
	.quad	taipan.table.2
	.quad	0
	.long	32
	.long	3
	.long	0
	.long	0
	.long	0
	.long	2
	.long	0
	.long	3
	.quad	8
	.quad	0
	.size	taipan.code.__main__.V.__init__, 96

	.type	taipan.table.3,@object
	.p2align	3, 0x0
taipan.table.3:
	.quad	taipan.const.b6431d5095503f4e3e444f77ab7086ca
	.quad	taipan.const.150fa35bc0b01be2f2ca6867f996662a
	.size	taipan.table.3, 16

	.type	taipan.code.__main__.V.__mul__,@object
	.p2align	4, 0x0
taipan.code.__main__.V.__mul__:
	.quad	taipan.const.189eae48e75596f750f89d2e520e8a76
	.quad	taipan.const.985d810cdfb303d4e3edfe1cb655fa9f
	.quad	taipan.module.__main__
	.quad	"py.__main__.V.__mul__/boxed#1"
	.quad	taipan.table.3
	.quad	0
	.long	32
	.long	2
	.long	0
	.long	0
	.long	0
	.long	7
	.long	0
	.long	2
	.quad	8
	.quad	0
	.size	taipan.code.__main__.V.__mul__, 96

	.type	taipan.table.4,@object
	.p2align	3, 0x0
taipan.table.4:
	.quad	taipan.const.b6431d5095503f4e3e444f77ab7086ca
	.quad	taipan.const.b56eb2d983a3c757480835d9ea56265a
	.size	taipan.table.4, 16

	.type	taipan.code.__main__.V.__add__,@object
	.p2align	4, 0x0
taipan.code.__main__.V.__add__:
	.quad	taipan.const.966cd79e5d2e8189879c26138deb01f3
	.quad	taipan.const.f6ec15dccfc6a426220ebd250626784d
	.quad	taipan.module.__main__
	.quad	"py.__main__.V.__add__/boxed#1"
	.quad	taipan.table.4
	.quad	0
	.long	32
	.long	2
	.long	0
	.long	0
	.long	0
	.long	5
	.long	0
	.long	2
	.quad	8
	.quad	0
	.size	taipan.code.__main__.V.__add__, 96

	.type	taipan.table.5,@object
	.p2align	3, 0x0
taipan.table.5:
	.quad	taipan.const.b6431d5095503f4e3e444f77ab7086ca
	.quad	taipan.const.b56eb2d983a3c757480835d9ea56265a
	.size	taipan.table.5, 16

	.type	taipan.code.__main__.V.dot,@object
	.p2align	4, 0x0
taipan.code.__main__.V.dot:
	.quad	taipan.const.1eb9e8ccc65854f09df14358d22e0354
	.quad	taipan.const.924661c94153a3cbed8a023b6109aee9
	.quad	taipan.module.__main__
	.quad	"py.__main__.V.dot/boxed#1"
	.quad	taipan.table.5
	.quad	0
	.long	32
	.long	2
	.long	0
	.long	0
	.long	0
	.long	9
	.long	0
	.long	2
	.quad	8
	.quad	0
	.size	taipan.code.__main__.V.dot, 96

	.type	taipan.globals.__main__,@object
	.data
	.p2align	4, 0x0
taipan.globals.__main__:
	.quad	1
	.quad	0
	.quad	1
	.quad	0
	.quad	1
	.quad	0
	.quad	1
	.quad	0
	.quad	1
	.quad	0
	.quad	1
	.quad	0
	.size	taipan.globals.__main__, 96

	.type	taipan.source,@object
	.section	.rodata,"a",@progbits
	.p2align	4, 0x0
taipan.source:
	.asciz	"class V:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n    def __add__(self, o):\n        return V(self.x + o.x, self.y + o.y)\n    def __mul__(self, k):\n        return V(self.x * k, self.y * k)\n    def dot(self, o):\n        return self.x * o.x + self.y * o.y\n\ndef run(n):\n    a = V(1.0, 2.0)\n    s = 0.0\n    for i in range(n):\n        b = V(i * 0.5, 1.0)\n        s += (a + b * 2.0).dot(b)\n    return s\nprint(run(1000000))\n"
	.size	taipan.source, 444

	.type	taipan.table.6,@object
	.p2align	4, 0x0
taipan.table.6:
	.quad	taipan.const.51f41878c7cae84886a01d09be9830c5
	.quad	taipan.const.f185a1c94cc6a1313b56fbaf55dadb66
	.quad	taipan.const.d8aaa0779c99bf4e0450df99527e6135
	.quad	taipan.const.c3624cd6e0db38ad7f28d216b79302f4
	.quad	taipan.const.eeab868c85b22628528f01ecd40b491c
	.quad	taipan.const.952688ae7f4451cae2e009b626db8b0e
	.size	taipan.table.6, 48

	.type	taipan.module.__main__,@object
	.data
	.p2align	4, 0x0
taipan.module.__main__:
	.quad	taipan.const.d4b0b18805ea818e32dfe2c134a8e6df
	.quad	taipan.const.95e5ae3b8464a0a8c70e08d265c08258
	.quad	taipan.const.280c652ff8bf2ec8b1b135bff85d47cd
	.quad	taipan.source
	.quad	443
	.quad	taipan.globals.__main__
	.quad	taipan.table.6
	.quad	6
	.quad	"py.__main__.<module>#1"
	.quad	"taipan.code.__main__.<module>"
	.quad	0
	.quad	0
	.quad	0
	.quad	0
	.size	taipan.module.__main__, 112

	.type	taipan.table.8,@object
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
taipan.table.8:
	.quad	taipan.const.39d5314798a9d22c5b6c6bceccd7a587
	.quad	taipan.const.5914bb5089a6411374c38a9ff1159da6
	.size	taipan.table.8, 16

	.type	taipan.shape.__main__.V,@object
	.data
	.p2align	4, 0x0
taipan.shape.__main__.V:
	.quad	0
	.quad	0
	.quad	taipan.table.8
	.quad	2
	.quad	16
	.quad	48
	.quad	taipan.code.__main__.V.__init__
	.quad	0
	.quad	3
	.quad	taipan.const.189eae48e75596f750f89d2e520e8a76
	.quad	taipan.code.__main__.V.__mul__
	.quad	0
	.quad	0
	.quad	taipan.const.966cd79e5d2e8189879c26138deb01f3
	.quad	taipan.code.__main__.V.__add__
	.quad	0
	.quad	0
	.quad	taipan.const.1eb9e8ccc65854f09df14358d22e0354
	.quad	taipan.code.__main__.V.dot
	.quad	0
	.quad	0
	.size	taipan.shape.__main__.V, 168

	.type	taipan.table.10,@object
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
taipan.table.10:
	.quad	taipan.module.__main__
	.size	taipan.table.10, 8

	.type	taipan_program,@object
	.globl	taipan_program
	.p2align	4, 0x0
taipan_program:
	.quad	taipan.table.10
	.quad	1
	.quad	8
	.quad	0
	.size	taipan_program, 32

	.type	taipan.site,@object
	.p2align	4, 0x0
taipan.site:
	.quad	"taipan.code.__main__.<module>"
	.long	0
	.long	9
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site, 40

	.type	taipan.cache.0,@object
	.local	taipan.cache.0
	.comm	taipan.cache.0,8,8
	.type	taipan.cache.1,@object
	.local	taipan.cache.1
	.comm	taipan.cache.1,8,8
	.type	taipan.site.11,@object
	.p2align	4, 0x0
taipan.site.11:
	.quad	"taipan.code.__main__.<module>"
	.long	18
	.long	18
	.long	0
	.long	5
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.11, 40

	.type	taipan.site.12,@object
	.p2align	4, 0x0
taipan.site.12:
	.quad	"taipan.code.__main__.<module>"
	.long	18
	.long	18
	.long	6
	.long	9
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.12, 40

	.type	taipan.site.13,@object
	.p2align	4, 0x0
taipan.site.13:
	.quad	"taipan.code.__main__.<module>"
	.long	18
	.long	18
	.long	6
	.long	18
	.long	0
	.long	9
	.long	0
	.long	18
	.size	taipan.site.13, 40

	.type	taipan.site.14,@object
	.p2align	4, 0x0
taipan.site.14:
	.quad	"taipan.code.__main__.<module>"
	.long	18
	.long	18
	.long	0
	.long	19
	.long	0
	.long	5
	.long	0
	.long	19
	.size	taipan.site.14, 40

	.type	taipan.site.15,@object
	.p2align	4, 0x0
taipan.site.15:
	.quad	taipan.code.__main__.run
	.long	1
	.long	1
	.long	8
	.long	9
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.15, 40

	.type	taipan.site.16,@object
	.p2align	4, 0x0
taipan.site.16:
	.quad	taipan.code.__main__.run
	.long	4
	.long	4
	.long	12
	.long	13
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.16, 40

	.type	taipan.site.17,@object
	.p2align	4, 0x0
taipan.site.17:
	.quad	taipan.code.__main__.run
	.long	1
	.long	1
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.17, 40

	.type	taipan.cache.18.0,@object
	.local	taipan.cache.18.0
	.comm	taipan.cache.18.0,8,8
	.type	taipan.site.19,@object
	.p2align	4, 0x0
taipan.site.19:
	.quad	taipan.code.__main__.run
	.long	3
	.long	3
	.long	13
	.long	18
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.19, 40

	.type	taipan.site.20,@object
	.p2align	4, 0x0
taipan.site.20:
	.quad	taipan.code.__main__.run
	.long	4
	.long	4
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.20, 40

	.type	taipan.site.21,@object
	.p2align	4, 0x0
taipan.site.21:
	.quad	taipan.code.__main__.run
	.long	5
	.long	5
	.long	18
	.long	25
	.long	0
	.long	20
	.long	0
	.long	21
	.size	taipan.site.21, 40

	.type	taipan.site.22,@object
	.p2align	4, 0x0
taipan.site.22:
	.quad	taipan.code.__main__.run
	.long	5
	.long	5
	.long	14
	.long	25
	.long	0
	.long	16
	.long	0
	.long	17
	.size	taipan.site.22, 40

	.type	taipan.site.23,@object
	.p2align	4, 0x0
taipan.site.23:
	.quad	taipan.code.__main__.run
	.long	5
	.long	5
	.long	13
	.long	33
	.long	0
	.long	30
	.long	0
	.long	33
	.size	taipan.site.23, 40

	.type	taipan.site.24,@object
	.p2align	4, 0x0
taipan.site.24:
	.quad	taipan.code.__main__.V.__mul__
	.long	1
	.long	1
	.long	15
	.long	16
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.24, 40

	.type	taipan.site.25,@object
	.p2align	4, 0x0
taipan.site.25:
	.quad	taipan.code.__main__.V.__mul__
	.long	1
	.long	1
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.25, 40

	.type	taipan.site.26,@object
	.p2align	4, 0x0
taipan.site.26:
	.quad	taipan.code.__main__.V.__add__
	.long	1
	.long	1
	.long	15
	.long	16
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.26, 40

	.type	taipan.site.27,@object
	.p2align	4, 0x0
taipan.site.27:
	.quad	taipan.code.__main__.V.__add__
	.long	1
	.long	1
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.27, 40

	.type	taipan.site.28,@object
	.p2align	4, 0x0
taipan.site.28:
	.quad	taipan.code.__main__.V
	.long	0
	.long	9
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.28, 40

	.type	taipan.site.29,@object
	.p2align	4, 0x0
taipan.site.29:
	.quad	taipan.code.__main__.V
	.long	1
	.long	3
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.29, 40

	.type	taipan.site.30,@object
	.p2align	4, 0x0
taipan.site.30:
	.quad	taipan.code.__main__.V
	.long	4
	.long	5
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.30, 40

	.type	taipan.site.31,@object
	.p2align	4, 0x0
taipan.site.31:
	.quad	taipan.code.__main__.V
	.long	6
	.long	7
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.31, 40

	.type	taipan.site.32,@object
	.p2align	4, 0x0
taipan.site.32:
	.quad	taipan.code.__main__.V
	.long	8
	.long	9
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.32, 40

	.type	taipan.site.33,@object
	.p2align	4, 0x0
taipan.site.33:
	.quad	taipan.code.__main__.run
	.long	3
	.long	3
	.long	13
	.long	21
	.long	0
	.long	18
	.long	0
	.long	21
	.size	taipan.site.33, 40

	.type	taipan.site.34,@object
	.p2align	4, 0x0
taipan.site.34:
	.quad	taipan.code.__main__.run
	.long	4
	.long	4
	.long	14
	.long	21
	.long	0
	.long	16
	.long	0
	.long	17
	.size	taipan.site.34, 40

	.type	taipan.cache.35.0,@object
	.local	taipan.cache.35.0
	.comm	taipan.cache.35.0,8,8
	.type	taipan.cache.35.1,@object
	.local	taipan.cache.35.1
	.comm	taipan.cache.35.1,8,8
	.type	taipan.cache.36,@object
	.local	taipan.cache.36
	.comm	taipan.cache.36,72,8
	.type	taipan.site.37,@object
	.p2align	4, 0x0
taipan.site.37:
	.quad	taipan.code.__main__.run
	.long	5
	.long	5
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.37, 40

	.type	taipan.cache.38,@object
	.local	taipan.cache.38
	.comm	taipan.cache.38,72,8
	.type	taipan.site.39,@object
	.p2align	4, 0x0
taipan.site.39:
	.quad	taipan.code.__main__.V.__init__
	.long	1
	.long	1
	.long	8
	.long	14
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.39, 40

	.type	taipan.cache.40,@object
	.local	taipan.cache.40
	.comm	taipan.cache.40,72,8
	.type	taipan.site.41,@object
	.p2align	4, 0x0
taipan.site.41:
	.quad	taipan.code.__main__.V.__init__
	.long	2
	.long	2
	.long	8
	.long	14
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.41, 40

	.type	taipan.cache.42,@object
	.local	taipan.cache.42
	.comm	taipan.cache.42,72,8
	.type	taipan.cache.43,@object
	.local	taipan.cache.43
	.comm	taipan.cache.43,72,8
	.type	taipan.cache.44,@object
	.local	taipan.cache.44
	.comm	taipan.cache.44,72,8
	.type	taipan.site.45,@object
	.p2align	4, 0x0
taipan.site.45:
	.quad	taipan.code.__main__.V.__mul__
	.long	1
	.long	1
	.long	17
	.long	23
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.45, 40

	.type	taipan.site.46,@object
	.p2align	4, 0x0
taipan.site.46:
	.quad	taipan.code.__main__.V.__mul__
	.long	1
	.long	1
	.long	17
	.long	27
	.long	0
	.long	24
	.long	0
	.long	25
	.size	taipan.site.46, 40

	.type	taipan.cache.47,@object
	.local	taipan.cache.47
	.comm	taipan.cache.47,72,8
	.type	taipan.site.48,@object
	.p2align	4, 0x0
taipan.site.48:
	.quad	taipan.code.__main__.V.__mul__
	.long	1
	.long	1
	.long	29
	.long	35
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.48, 40

	.type	taipan.site.49,@object
	.p2align	4, 0x0
taipan.site.49:
	.quad	taipan.code.__main__.V.__mul__
	.long	1
	.long	1
	.long	29
	.long	39
	.long	0
	.long	36
	.long	0
	.long	37
	.size	taipan.site.49, 40

	.type	taipan.cache.50,@object
	.local	taipan.cache.50
	.comm	taipan.cache.50,72,8
	.type	taipan.site.51,@object
	.p2align	4, 0x0
taipan.site.51:
	.quad	taipan.code.__main__.V.__add__
	.long	1
	.long	1
	.long	17
	.long	23
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.51, 40

	.type	taipan.cache.52,@object
	.local	taipan.cache.52
	.comm	taipan.cache.52,72,8
	.type	taipan.site.53,@object
	.p2align	4, 0x0
taipan.site.53:
	.quad	taipan.code.__main__.V.__add__
	.long	1
	.long	1
	.long	26
	.long	29
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.53, 40

	.type	taipan.site.54,@object
	.p2align	4, 0x0
taipan.site.54:
	.quad	taipan.code.__main__.V.__add__
	.long	1
	.long	1
	.long	17
	.long	29
	.long	0
	.long	24
	.long	0
	.long	25
	.size	taipan.site.54, 40

	.type	taipan.cache.55,@object
	.local	taipan.cache.55
	.comm	taipan.cache.55,72,8
	.type	taipan.site.56,@object
	.p2align	4, 0x0
taipan.site.56:
	.quad	taipan.code.__main__.V.__add__
	.long	1
	.long	1
	.long	31
	.long	37
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.56, 40

	.type	taipan.cache.57,@object
	.local	taipan.cache.57
	.comm	taipan.cache.57,72,8
	.type	taipan.site.58,@object
	.p2align	4, 0x0
taipan.site.58:
	.quad	taipan.code.__main__.V.__add__
	.long	1
	.long	1
	.long	40
	.long	43
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.58, 40

	.type	taipan.site.59,@object
	.p2align	4, 0x0
taipan.site.59:
	.quad	taipan.code.__main__.V.__add__
	.long	1
	.long	1
	.long	31
	.long	43
	.long	0
	.long	38
	.long	0
	.long	39
	.size	taipan.site.59, 40

	.type	taipan.cache.60,@object
	.local	taipan.cache.60
	.comm	taipan.cache.60,72,8
	.type	taipan.site.61,@object
	.p2align	4, 0x0
taipan.site.61:
	.quad	taipan.code.__main__.V.dot
	.long	1
	.long	1
	.long	15
	.long	21
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.61, 40

	.type	taipan.cache.62,@object
	.local	taipan.cache.62
	.comm	taipan.cache.62,72,8
	.type	taipan.site.63,@object
	.p2align	4, 0x0
taipan.site.63:
	.quad	taipan.code.__main__.V.dot
	.long	1
	.long	1
	.long	24
	.long	27
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.63, 40

	.type	taipan.site.64,@object
	.p2align	4, 0x0
taipan.site.64:
	.quad	taipan.code.__main__.V.dot
	.long	1
	.long	1
	.long	15
	.long	27
	.long	0
	.long	22
	.long	0
	.long	23
	.size	taipan.site.64, 40

	.type	taipan.cache.65,@object
	.local	taipan.cache.65
	.comm	taipan.cache.65,72,8
	.type	taipan.site.66,@object
	.p2align	4, 0x0
taipan.site.66:
	.quad	taipan.code.__main__.V.dot
	.long	1
	.long	1
	.long	30
	.long	36
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.66, 40

	.type	taipan.cache.67,@object
	.local	taipan.cache.67
	.comm	taipan.cache.67,72,8
	.type	taipan.site.68,@object
	.p2align	4, 0x0
taipan.site.68:
	.quad	taipan.code.__main__.V.dot
	.long	1
	.long	1
	.long	39
	.long	42
	.long	0
	.long	0
	.long	0
	.long	0
	.size	taipan.site.68, 40

	.type	taipan.site.69,@object
	.p2align	4, 0x0
taipan.site.69:
	.quad	taipan.code.__main__.V.dot
	.long	1
	.long	1
	.long	30
	.long	42
	.long	0
	.long	37
	.long	0
	.long	38
	.size	taipan.site.69, 40

	.type	taipan.site.70,@object
	.p2align	4, 0x0
taipan.site.70:
	.quad	taipan.code.__main__.V.dot
	.long	1
	.long	1
	.long	15
	.long	42
	.long	0
	.long	28
	.long	0
	.long	29
	.size	taipan.site.70, 40

	.section	".note.GNU-stack","",@progbits
