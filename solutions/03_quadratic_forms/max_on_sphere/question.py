# %% [markdown]
# ### 4. The largest value on the sphere
#
# The notes ask us to *always keep in mind the Courant-Fisher Theorem: recall that* $\max_{\|x\|=1}x^\top A\,x=\lambda_1$.
# Keep it in mind, and test it on two small matrices.
#
# - $A=\begin{pmatrix}0&1\\0&0\end{pmatrix}$. On the unit circle $x=(\cos t,\sin t)$ and $x^\top A\,x=\cos t\sin t=\tfrac12\sin2t$: the maximum is $\tfrac12$. The eigenvalues of $A$ are $0$ and $0$. (Its largest singular value is $1$. That is not it either.)
# - $A=\begin{pmatrix}1&10\\0&1\end{pmatrix}$. The eigenvalues are $1$ and $1$, but $x=\tfrac1{\sqrt2}(1,1)$ gives $6$ and $x=\tfrac1{\sqrt2}(1,-1)$ gives $-4$.
#
# So as it stands the sentence is wrong. What it needs is a symmetric matrix, and you know from question 2 that there is one: $Q$ sees only the symmetric part $S=(A+A^\top)/2$. With the eigenvalues of $S$, the largest first, and orthonormal eigenvectors $v_1,\dots,v_n$,
#
# $$x=\sum_iz_iv_i\quad\Longrightarrow\quad x^\top A\,x=x^\top S\,x=\sum_i\lambda_i(S)\,z_i^2,\qquad\sum_iz_i^2=1 .$$
#
# This is a weighted mean of the eigenvalues of $S$, and so for **every** square $A$
#
# $$\max_{\|x\|=1}x^\top A\,x=\lambda_1(S),\qquad\text{where }x=\pm v_1 .$$
#
# $\lambda_1$ is the *largest* eigenvalue, not the one largest in size: for $\mathrm{diag}(1,-5)$ the maximum is $1$.
# (The statement belongs to Rayleigh and Ritz. Courant and Fischer, with c, said far more; that is question 6.)
#
# **Your task.** Find the maximum, and a unit vector where it is taken.


# %% tags=["answer"]
def max_on_sphere(A):
    """The largest value of xᵀAx over all x with ‖x‖ = 1, and such an x.

    A: a matrix of shape (n, n), symmetric or not.
    It is array-like: compute in float64, do not change it.

    Returns the tuple (value, x): one number, and an array of shape (n,), also when n is 1.
    x has length 1 and xᵀAx = value; it is not unique, any such x is right. Errors of 1e-9 are
    accepted in the length of x, and of 1e-9 times the largest |a_ij| in value and in xᵀAx.
    The maximum may be negative. (For methods that go step by step: the second largest eigenvalue of
    (A + Aᵀ)/2 is equal to the largest, or less by at least a hundredth of the largest |a_ij|.)

    Raises ValueError when A is not a square matrix with exactly two axes, and when it holds NaN or
    infinity.
    """
    # BEGIN SOLUTION
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError(f"A {A.shape} must be a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("A must be finite")
    # eigh reads one triangle only, so it must be given the symmetric part. It sorts ascending.
    eigenvalues, vectors = np.linalg.eigh((A + A.T) / 2)
    return eigenvalues[-1], vectors[:, -1]
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="For a symmetric matrix the maximum is an eigenvalue. Which one, and in which row or column does numpy keep its vector?"
def gives_3_for_a_symmetric_example(max_on_sphere):
    """For [[2, 1], [1, 2]] the maximum is 3, at (1, 1)/√2 or its negative."""
    import numpy as np

    pair = max_on_sphere([[2, 1], [1, 2]])
    assert pair is not None, "max_on_sphere([[2, 1], [1, 2]]) returned None, expected (value, x)"
    value, x = pair
    call = f"max_on_sphere([[2, 1], [1, 2]]) returned ({value}, {x})"
    said = f"{call}, expected the value 3 and x = ±[0.70710678 0.70710678]"
    assert value is not None and np.shape(value) == (), f"{said}; the value is one number"
    assert abs(value - 3) < 1e-8, said
    assert np.shape(x) == (2,), f"{said}; x has shape (2,), not {np.shape(x)}"
    assert np.allclose(abs(np.array(x)), 0.5**0.5), said
    assert x[0] * x[1] > 0, said


# %% tags=["check"] points=0.5 hint="Neither the eigenvalues (0, 0) nor the singular values (1, 0) of this matrix help. Which symmetric matrix has the same x^T A x?"
def gives_one_half_for_the_matrix_of_the_prompt(max_on_sphere):
    """For [[0, 1], [0, 0]] the maximum is 1/2, and x is a unit vector with x₁x₂ = 1/2."""
    import numpy as np

    pair = max_on_sphere([[0, 1], [0, 0]])
    assert pair is not None, "max_on_sphere([[0, 1], [0, 0]]) returned None, expected (value, x)"
    value, x = pair
    call = f"max_on_sphere([[0, 1], [0, 0]]) returned ({value}, {x})"
    said = f"{call}, expected the value 0.5 and x = ±[0.70710678 0.70710678]"
    assert value is not None and abs(value - 0.5) < 1e-8, said
    assert x is not None and abs(np.sum(np.square(x)) - 1) < 1e-8, f"{said}, a unit vector"
    assert abs(x[0] * x[1] - 0.5) < 1e-8, said


# %% tags=["check", "hidden"] points=0.5 hint="x^T A x does not change when A is replaced by its symmetric part. Do your eigenvalues?"
def finds_the_maximum_of_matrices_that_are_not_symmetric(max_on_sphere):
    """The value is right for triangular, random and rotating matrices, whose own eigenvalues say something else."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3403)
    cases = {
        "[[1, 10], [0, 1]]": np.array([[1.0, 10.0], [0.0, 1.0]]),
        "[[1, 0], [10, 1]]": np.array([[1.0, 0.0], [10.0, 1.0]]),
        "[[1, -10], [10, 1]]": np.array([[1.0, -10.0], [10.0, 1.0]]),
        "a nilpotent matrix": np.diag([1.0, 2.0, 3.0], 1),
        "a quarter turn": np.array([[0.0, -1.0], [1.0, 0.0]]),
    }
    for n in (3, 6, 9):
        A = rng.standard_normal((n, n))
        cases |= {f"a random matrix, n = {n},": A, f"a lower triangle, n = {n},": np.tril(A, -1)}
    for name, A in cases.items():
        expected, _ = reference.max_on_sphere(A)
        result = max_on_sphere(A)
        assert type(result) in (tuple, list) and len(result) == 2, "wanted a tuple (value, x)"
        what = f"the maximum for {name}"
        assert_close(result[0], expected, rtol=1e-9, scale=abs(A).max(), what=what)


# %% tags=["check", "hidden"] points=0.5 hint="For diag(1, -5) the largest eigenvalue is 1, although -5 is larger in size. What is it for minus the identity?"
def takes_the_largest_and_not_the_longest(max_on_sphere):
    """The value is right when the eigenvalue largest in size is negative, and when all are."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3404)
    B = rng.standard_normal((5, 5))
    cases = {
        "diag(1, -5)": np.diag([1.0, -5.0]),
        "diag(-5, 1)": np.diag([-5.0, 1.0]),
        "diag(2, 1, -9)": np.diag([2.0, 1.0, -9.0]),
        "diag(-1, -2, -3)": np.diag([-1.0, -2.0, -3.0]),
        "[[0, -1], [-1, 0]]": np.array([[0.0, -1.0], [-1.0, 0.0]]),
        "minus the identity": -np.eye(3),
        "the number -3": np.array([[-3.0]]),
        "a negative definite matrix": -(B @ B.T) - np.eye(5),
        "a negative definite matrix, not symmetric,": -(B @ B.T) - np.eye(5) + B - B.T,
    }
    for name, A in cases.items():
        expected, _ = reference.max_on_sphere(A)
        result = max_on_sphere(A)
        assert type(result) in (tuple, list) and len(result) == 2, "wanted a tuple (value, x)"
        what = f"the maximum for {name}"
        assert_close(result[0], expected, rtol=1e-9, scale=abs(A).max(), what=what)


# %% tags=["check", "hidden"] points=0.5 hint="Put your x into x^T A x: does the value come out? Eigenvectors stand in the columns, and a maximum on the unit sphere needs a vector of length 1."
def says_where_the_maximum_is_taken(max_on_sphere):
    """x has the shape (n,) and length 1, and xᵀAx is the maximum, also where many x do it."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3405)
    cases = {
        "the number 3": np.array([[3.0]]),
        "the identity": np.eye(4),
        "minus the identity": -np.eye(2),
        "the zero matrix": np.zeros((3, 3)),
        "a quarter turn": np.array([[0.0, -1.0], [1.0, 0.0]]),
        "diag(2, 2, 1)": np.diag([2.0, 2.0, 1.0]),
        "diag(-5, 1)": np.diag([-5.0, 1.0]),
        "[[0, -1], [-1, 0]]": np.array([[0.0, -1.0], [-1.0, 0.0]]),
    }
    for n in (2, 5, 9):
        A = rng.standard_normal((n, n))
        cases |= {f"a random matrix, n = {n},": A, f"a symmetric one, n = {n},": A + A.T}
    for name, A in cases.items():
        expected, _ = reference.max_on_sphere(A)
        result = max_on_sphere(A)
        assert type(result) in (tuple, list) and len(result) == 2, "wanted a tuple (value, x)"
        x = result[1]
        # Reads x without trusting it: n real, finite numbers.
        assert_close(x, np.zeros(len(A)), atol=1.0 + 1e-9, what=f"x for {name}")
        x = np.array(x, dtype=float)
        length = np.sqrt(x @ x)
        assert_close(length, 1.0, rtol=1e-9, what=f"the length of x for {name}")
        what = f"the value of the form at x for {name}"
        assert_close(x @ A @ x, expected, rtol=1e-9, scale=abs(A).max(), what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Multiply A by 1e-90 or 1e90: the value follows, x stays. Does a tolerance or a number of steps of yours depend on the size of A?"
def follows_the_size_of_the_matrix(max_on_sphere):
    """Tiny and huge matrices have tiny and huge maxima, at the same x."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3406)
    for n in (1, 2, 4, 6):
        A = rng.standard_normal((n, n))
        A[0, 0] = abs(A[0, 0])
        expected, _ = reference.max_on_sphere(A)
        for size in (1e-95, 1e-12, 1e12, 1e95):
            result = max_on_sphere(size * A)
            assert type(result) in (tuple, list) and len(result) == 2, "wanted a tuple (value, x)"
            value, x = result
            terms = size * abs(A).max()
            what = f"the maximum for {size} times a matrix, n = {n},"
            assert_close(value, size * expected, rtol=1e-9, scale=terms, what=what)
            what = f"x for {size} times a matrix, n = {n},"
            assert_close(x, np.zeros(n), atol=1.0 + 1e-9, what=what)
            x = np.array(x, dtype=float)
            assert_close(x @ x, 1.0, rtol=2e-9, what=f"the squared length of {what}")
            what = f"the value of the form at {what}"
            assert_close(x @ A @ x, expected, rtol=1e-9, scale=abs(A).max(), what=what)


# %% tags=["check", "hidden"] points=0.125 hint="Convert to float64 before you add: 100 + 100 does not fit into an int8. And A += A.T writes into the caller's matrix."
def reads_any_numbers_and_leaves_them_unchanged(max_on_sphere):
    """Integers, float32, lists and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(3407)
    fixed = rng.standard_normal((3, 3))
    fixed.setflags(write=False)
    cases = {
        "float64": rng.standard_normal((4, 4)),
        "int8": np.array([[100, 100], [90, 120]], np.int8),
        "uint8": np.array([[200, 250], [100, 3]], np.uint8),
        "lists of integers": [[10**9, 2], [10**9, 7]],
        "lists with fractions": [[0.5, 2], [7, 0.1]],
        "float32": rng.standard_normal((5, 5)).astype(np.float32),
        "read-only": fixed,
        "strided": rng.standard_normal((6, 8))[::2, ::-3],
        "column order": np.triu(rng.standard_normal((4, 4))).T,
    }
    for name, A in cases.items():
        expected, _ = reference.max_on_sphere(A)
        result = assert_unchanged(max_on_sphere, A, what=f"max_on_sphere with {name}")
        assert type(result) in (tuple, list) and len(result) == 2, "wanted a tuple (value, x)"
        scale = abs(np.asarray(A, dtype=float)).max()
        what = f"the maximum for {name}"
        assert_close(result[0], expected, rtol=1e-9, scale=scale, what=what)
        assert_close(result[1], np.zeros(len(A)), atol=1.0 + 1e-9, what=f"x for {name}")
        x = np.array(result[1], dtype=float)
        assert_close(x @ x, 1.0, rtol=2e-9, what=f"the squared length of x for {name}")


# %% tags=["check", "hidden"] points=0.125 hint="eigh takes a stack of matrices too and hands NaN on. What do you have to look at yourself?"
def refuses_what_is_no_square_matrix(max_on_sphere):
    """A matrix that is not square, another number of axes, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    result = max_on_sphere(np.diag([1.0, 2.0, 3.0]))
    assert type(result) in (tuple, list) and len(result) == 2, "wanted (value, x)"
    assert_close(result[0], 3.0, rtol=1e-2, what="the value for diag(1, 2, 3)")
    for shape in [(2, 3), (3, 2), (1, 3), (3, 1), (3,), (), (2, 2, 2), (1, 2, 2)]:
        what = f"max_on_sphere of an array of shape {shape}"
        assert_raises_value_error(max_on_sphere, np.ones(shape), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for i, j in [(0, 0), (0, 2), (2, 1)]:
            A = np.eye(3)
            A[i, j] = bad
            what = f"max_on_sphere with {bad} in place ({i + 1}, {j + 1})"
            assert_raises_value_error(max_on_sphere, A, what=what)


# %% tags=["figure"]
# Once around the unit circle: a symmetric matrix, and one whose eigenvalues say nothing about Q.
matrices = {"A = [[2, 1], [1, −1]]": [[2, 1], [1, -1]], "A = [[1, 10], [0, 1]]": [[1, 10], [0, 1]]}
t = np.linspace(0, 2 * np.pi, 361)
circle = np.stack([np.cos(t), np.sin(t)], axis=-1)
try:
    fig, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
    for ax, (name, A) in zip(axes, matrices.items()):
        A = np.array(A, dtype=float)
        top, x = max_on_sphere(A)
        bottom = -max_on_sphere(-A)[0]  # the least value of Q is minus the largest of −Q
        ax.plot(t, rayleigh(A, circle), color="#0072B2", linewidth=2.5, label="R(cos t, sin t)")
        ax.axhline(top, color="#D55E00", linestyle="--", label="λ₁ of the symmetric part")
        ax.axhline(bottom, color="#009E73", linestyle="-.", label="λ₂ of the symmetric part")
        for value in np.unique(np.linalg.eigvals(A).round(12)):
            ax.plot([0, 2 * np.pi], [value, value], ":", color="black", linewidth=1.5)
        ax.plot([], [], ":", color="black", label="eigenvalues of A itself")
        angle = np.arctan2(x[1], x[0]) % (2 * np.pi)
        ax.plot(angle, top, "o", color="#D55E00", markersize=9, label="your x")
        ax.set_title(name, fontsize=13)
        ax.set_xlabel("angle t", fontsize=12)
        ax.set_ylabel("Rayleigh quotient", fontsize=12)
        ax.set_xticks(
            [0, np.pi / 2, np.pi, 3 * np.pi / 2, 2 * np.pi], ["0", "π/2", "π", "3π/2", "2π"]
        )
    fig.legend(
        *axes[0].get_legend_handles_labels(),
        loc="outside lower center",
        ncols=5,
        frameon=False,
        fontsize=11,
    )
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close("all")
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** On the left $A$ is symmetric: its eigenvalues are the highest and the lowest point of the curve. On the right it is not: both eigenvalues of $A$ are $1$, which is not even near a high point, while the curve touches $\lambda_1(S)=6$ and $\lambda_2(S)=-4$ exactly.
