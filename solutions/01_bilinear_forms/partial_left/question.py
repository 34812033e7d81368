# %% [markdown]
# ### 6. Hold x, and a linear function is left
#
# The lecture: *if you hold $x$ constant, this function in terms of $y$ is linear, and vice versa*.
# A linear function of $y\in\mathbb{R}^n$ is a dot product with a fixed vector, so for each $x$ there is a vector $c$ with
#
# $$f(x,y)=c\cdot y\qquad\text{for all }y .$$
#
# It depends on $x$ and on $A$, and it is not $Ax$: look at the sizes of a rectangular $A$.
# In an attention head, $x$ is the token that asks; $c$ is then the direction in which it looks, and every other token $y$ scores by its dot product with $c$.
#
# **Your task.** Find $c$.


# %% tags=["answer"]
def partial_left(A, x):
    """The vector c with xᵀAy = c·y for all y: the form with its left vector held.

    A: a matrix of shape (m, n); m and n may differ.
    x: one vector of shape (m,).
    Both are array-like: compute in float64, change neither.

    Returns an array of shape (n,), also when n is 1.

    Raises ValueError when A has not exactly two axes, when x is not a vector of length m (length 1 is
    not stretched, a column of shape (m, 1) is no vector), and when A or x holds NaN or infinity.
    """
    # BEGIN SOLUTION
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError(f"A {A.shape} does not fit x {x.shape}")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("A and x must be finite")
    # x^T A y = (x^T A) y: the first two factors, read as a vector, are c.
    return x @ A
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Set the brackets in x^T A y so that everything that does not depend on y stands together."
def gives_23_34_for_the_example(partial_left):
    """For A = [[1, 2], [3, 4]] and x = (5, 6) the vector is (23, 34), and (23, 34)·(7, 8) = 433."""
    import numpy as np

    c = partial_left([[1, 2], [3, 4]], [5, 6])
    said = f"partial_left([[1, 2], [3, 4]], [5, 6]) returned {c}, expected [23 34]"
    assert np.shape(c) == (2,), f"{said} of shape (2,), not {np.shape(c)}"
    assert np.allclose(c, [23, 34]), said


# %% tags=["check", "hidden"] points=0.5 hint="c is multiplied with y, so it has n entries. Which index of a_ij is summed over? Does anything in your code rely on a particular size of the numbers, or keep few digits?"
def holds_x_for_matrices_of_every_shape(partial_left):
    """c·y = xᵀAy for square, rectangular, single-row and single-column A, for tiny and huge numbers."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(601)
    for m, n in [(3, 3), (2, 5), (5, 2), (1, 4), (1, 1), (4, 4)]:
        A, x = rng.standard_normal((m, n)), rng.standard_normal(m)
        for a, b in [(1, 1), (1e-96, 1e-96), (1e98, 1e98), (1e-9, 1e-9)]:
            expected = reference.partial_left(a * A, b * x)
            c = partial_left(a * A, b * x)
            terms = abs(b * x) @ abs(a * A)
            assert_close(c, expected, scale=terms, what=f"partial_left(A, x), A of shape {m, n},")


# %% tags=["check", "hidden"] points=0.25 hint="A vector has one axis, even if it has one entry."
def returns_a_vector_when_n_is_1(partial_left):
    """For A with a single column the result is a vector with one entry, shape (1,)."""
    import numpy as np
    from mathtx_ref.checking import assert_close

    for A, x, expected in [
        ([[2.0], [3.0], [4.0]], [1.0, 10.0, 100.0], [432.0]),
        ([[2.0]], [-3.0], [-6.0]),
        (np.zeros((2, 1)), np.ones(2), [0.0]),
    ]:
        what = f"partial_left(A, x), A of shape {np.shape(A)},"
        assert_close(partial_left(A, x), expected, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Convert to float64 before you multiply."
def computes_in_float64_whatever_comes_in(partial_left):
    """Lists, small and large integers, float32, read-only and strided arrays give the float64 value."""
    import numpy as np
    from mathtx_ref import bilinear as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(602)
    read_only = [rng.standard_normal((4, 3)), rng.standard_normal(4)]
    for array in read_only:
        array.setflags(write=False)
    cases = {
        "int8": [np.full((3, 2), 100, np.int8), np.full(3, 100, np.int8)],
        "uint8": [np.full((2, 2), 200, np.uint8), np.full(2, 200, np.uint8)],
        "large integers": [[[10**12, 2], [10**12, 1]], [10**12, 10**12]],
        "tuples": [((0.1, 2, 0.7),), (0.3,)],
        "float32": [rng.standard_normal((3, 4)).astype(np.float32), rng.standard_normal(3).astype(np.float32)],
        "read-only": read_only,
        "strided": [rng.standard_normal((6, 8))[::-2, ::2].T, rng.standard_normal(8)[::2]],
    }  # fmt: skip
    for name, (A, x) in cases.items():
        expected = reference.partial_left(A, x)
        left, right = (np.abs(np.asarray(a, dtype=float)) for a in (x, A))
        assert_close(
            partial_left(A, x), expected, scale=left @ right, what=f"the vector for {name}"
        )


# %% tags=["check", "hidden"] points=0.25 hint="Which wrong shapes does your formula accept? Compare x with the number of rows of A, and ask np.isfinite."
def refuses_what_does_not_fit(partial_left):
    """x of another length or shape than (m,), A that is no matrix, NaN and infinity raise ValueError, and nothing else does."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    c = partial_left(np.full((3, 2), 2.0), np.full(3, 5.0))
    assert_close(c, [30.0, 30.0], what="partial_left of what fits")
    for left, right in [
        ((2, 3), (3,)),
        ((3, 2), (2,)),
        ((3, 2), (4,)),
        ((3, 2), (1,)),  # numpy would stretch it
        ((1, 3), (3,)),
        ((3, 2), ()),
        ((1, 2), ()),
        ((3, 2), (3, 1)),
        ((3, 2), (1, 3)),
        ((3, 2), (4, 3)),  # no batches
        ((3, 3), (3, 1)),
        ((3,), (3,)),
        ((3,), (1,)),
        ((2, 3, 3), (3,)),
    ]:
        what = f"partial_left with A of shape {left} and x of shape {right}"
        assert_raises_value_error(partial_left, np.ones(left), np.ones(right), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for spoilt in range(2):
            arguments = [np.ones((2, 3)), np.ones(2)]
            arguments[spoilt][..., -1] = bad
            what = f"partial_left with {bad} in argument {spoilt + 1}"
            assert_raises_value_error(partial_left, *arguments, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="A *= x[:, None] writes into the caller's matrix."
def leaves_its_arguments_unchanged(partial_left):
    """The vector is right, and A and x are afterwards as they were before."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(603)
    for m, n in [(3, 2), (4, 4)]:
        A, x = rng.standard_normal((m, n)), rng.standard_normal(m)
        expected, terms = x @ A, abs(x) @ abs(A)
        c = assert_unchanged(partial_left, A, x, what="partial_left")
        assert_close(c, expected, scale=terms, what="partial_left(A, x)")
    assert_unchanged(
        partial_left, [[1.0, 2.0], [3.0, 4.0]], [5.0, 6.0], what="partial_left with lists"
    )


# %% tags=["figure"]
# Left: hold x, and the form is a plane over y. Right: let both move, and it is a saddle.
A = np.array([[1.0, 2.0], [3.0, 4.0]])
x0 = np.array([0.5, -0.5])
grid = np.linspace(-1, 1, 25)
first, second = np.meshgrid(grid, grid, indexing="ij")
try:
    plane = bilinear(A, x0, np.stack([first, second], axis=-1))
    c = partial_left(A, x0)
    zero = np.zeros_like(first)
    saddle = bilinear(A, np.stack([first, zero], axis=-1), np.stack([second, zero], axis=-1))

    fig = plt.figure(figsize=(11, 5), layout="constrained")
    left, right = (fig.add_subplot(1, 2, k, projection="3d", computed_zorder=False) for k in (1, 2))
    left.plot_surface(first, second, plane, cmap="viridis", alpha=0.75)
    floor = plane.min() - 0.6
    left.contour(first, second, plane, levels=9, offset=floor, cmap="viridis")
    arrow = c / np.linalg.norm(c)
    left.quiver(0, 0, floor, *arrow, 0, color="#D55E00", linewidth=3)
    left.text(*(0.55 * arrow + [0.1, -0.35]), floor, "c", color="#D55E00", fontsize=16)
    left.set(
        xlabel="$y_1$",
        ylabel="$y_2$",
        zlabel="$f(x_0, y)$",
        zlim=(floor, plane.max()),
        zticks=[-2, -1, 0, 1, 2],
    )
    left.set_title("x held: a plane over y, steepest along c")

    right.plot_surface(first, second, saddle, cmap="viridis", alpha=0.75)
    for turn, colour in [(1, "#D55E00"), (-1, "#CC79A7")]:
        right.plot(grid, turn * grid, A[0, 0] * turn * grid**2, color=colour, linewidth=3)
    right.set(xlabel="s", ylabel="t", zlabel="$f((s, 0), (t, 0))$", zticks=[-1, 0, 1])
    right.set_title("both move: $a_{11}\\,s\\,t$, a saddle")
    for ax in (left, right):
        ax.set(xticks=[-1, 0, 1], yticks=[-1, 0, 1])
        ax.tick_params(labelsize=11)
        for axis in (ax.xaxis, ax.yaxis, ax.zaxis):
            axis.label.set_size(13)
    plt.show()
except (NotImplementedError, NameError) as missing:
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** On the left $x$ is held and the surface is a plane: the form is linear in $y$, rises fastest along $c$, and its level lines are straight. On the right both arguments move, and the plane is gone: along $s=t$ the surface curves up, along $s=-t$ it curves down. Linear in each argument is not linear in both, $f(cx,cy)=c^2f(x,y)$.
#
# ### What you have shown
#
# - A bilinear form on finite-dimensional spaces is a matrix, once bases are fixed: $a_{ij}=f(e_i,e_j)$, and $x^\top A\,y$ is the sum of the terms $a_{ij}x_iy_j$.
# - Whether a black box is bilinear can be decided from outside, with random points of both signs and of many sizes, and a tolerance that knows how large the terms are.
# - In another basis the same form has the matrix $P^\top AP$; rank and signs stay, eigenvalues do not.
# - With $x$ held, the form is a dot product with $A^\top x$.
#
# **What comes next.** A form that gives the same number when its vectors change places, and a positive one when both are the same vector (unless that is 0), measures lengths and angles: the next notebook asks which matrices do.
