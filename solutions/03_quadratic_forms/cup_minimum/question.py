# %% [markdown]
# ### 7. The bottom of the cup
#
# The notes close with pictures, and two of their words need care.
#
# - *Say we are in 2d space: $Q(x)=ax^2$, this is just a parabola opening up.* There is one variable: the domain is $\mathbb{R}^1$, and it is the graph that lies in the plane. It opens up if $a>0$, and only then.
# - *If we are in $\mathbb{R}^2$, then a positive definite quadratic form takes on a cup shape.* So it does, and its level sets are ellipses. But definiteness matters: with one eigenvalue $0$ the cup becomes a trough, with one negative it becomes a saddle.
# - *Higher order quadratic forms behave similarly.* The order (the degree) of a quadratic form is always two. What grows is the number of **variables**; the cup stays a cup.
#
# A cup need not stand at the origin. Add a linear term and a constant,
#
# $$q(x)=x^\top A\,x+b^\top x+c .$$
#
# Where is the bottom? There the gradient vanishes. Be careful with the gradient of the first term when $A$ is not symmetric: the derivative of $\sum_{ij}a_{ij}x_ix_j$ with respect to $x_k$ is $\sum_ja_{kj}x_j+\sum_ia_{ik}x_i$, row *and* column. For a positive definite form there is exactly one such point. In every other case there is no lowest point, or there are many, and the caller should be told.
#
# Do not ask `np.linalg.cholesky(A)` or the eigenvalues of $A$ itself whether $A$ is positive definite: for $\begin{pmatrix}1&10\\0&1\end{pmatrix}$ both say yes, and $x=(1,-1)$ gives $-8$. For $\begin{pmatrix}1&-10\\10&1\end{pmatrix}$ the eigenvalues are $1\pm10i$, and $x^\top A\,x=x_1^2+x_2^2$ is the nicest cup there is.
#
# **Your task.** Find the bottom of the cup and the value there.


# %% tags=["answer"]
def cup_minimum(A, b, c=0):
    """Where q(x) = xᵀAx + bᵀx + c is least, and its value there, for a positive definite xᵀAx.

    A: a matrix of shape (n, n), symmetric or not.
    b: a vector of shape (n,).   c: one number.
    A and b are array-like: compute in float64, change neither.

    Returns the tuple (x, value): an array of shape (n,), also when n is 1, and one number.
    Accepted errors: 1e-9 times the largest |x_i| in x, and in value 1e-9 times the larger of |c| and
    the depth c − value of the cup (both more for the flat cups below: 1e-13 divided by the ratio).

    Raises ValueError when A is not a square matrix with exactly two axes, when b has not the shape
    (n,) (a vector of length 1 is not stretched), when A or b holds NaN or infinity, and when xᵀAx is
    not positive definite: semidefinite, negative, indefinite or zero. Decide about that relative to
    the size of the form: 1e-90·(x₁² + x₂²) is a cup. Nothing in between is asked for: the ratio of the
    least to the largest value of xᵀAx on the unit sphere is at least 1e-10, or exactly 0 (up to
    rounding), or it is clearly negative (−1e-6 or less).
    """
    # BEGIN SOLUTION
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError(f"A {A.shape} must be square and b {b.shape} fit it")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("A and b must be finite")
    S = (A + A.T) / 2
    eigenvalues = np.linalg.eigvalsh(S)  # ascending
    if eigenvalues[0] <= 1e-12 * eigenvalues[-1]:
        raise ValueError("the form is not positive definite: there is no single lowest point")
    # The gradient is (A + Aᵀ)x + b = 2Sx + b. It vanishes here:
    x = np.linalg.solve(S, -b / 2)
    return x, x @ S @ x + b @ x + c
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Complete the square: 2x² - 12x + 5 is 2(x - 3)² plus what? And one variable still wants an array of shape (1,)."
def finds_the_bottom_of_a_parabola(cup_minimum):
    """2x² − 12x + 5 is least at x = 3, where it is −13."""
    import numpy as np

    pair = cup_minimum([[2]], [-12], 5)
    assert pair is not None, "cup_minimum([[2]], [-12], 5) returned None, expected ([3.], -13.0)"
    x, value = pair
    said = f"cup_minimum([[2]], [-12], 5) returned ({x}, {value}), expected ([3.], -13.0)"
    assert np.shape(x) == (1,), f"{said}, where [3.] has shape (1,), not {np.shape(x)}"
    assert abs(x[0] - 3) < 1e-8, said
    assert value is not None and np.shape(value) == (), f"{said}, where -13.0 is one number"
    assert abs(value - (-13)) < 1e-8, said


# %% tags=["check"] points=0.5 hint="Write out both partial derivatives of 2x_1² + 2x_1x_2 + x_2² - 6x_1 - 4x_2 + 1 and set them to 0. Where do the two halves of the mixed term come from?"
def finds_the_bottom_of_a_cup_that_is_not_symmetric(cup_minimum):
    """A = [[2, 2], [0, 1]], b = (−6, −4), c = 1: the lowest point is (1, 1), with the value −4."""
    import numpy as np

    pair = cup_minimum([[2, 2], [0, 1]], [-6, -4], 1)
    call = "cup_minimum([[2, 2], [0, 1]], [-6, -4], 1)"
    assert pair is not None, f"{call} returned None, expected ([1. 1.], -4.0)"
    x, value = pair
    said = f"{call} returned ({x}, {value}), expected ([1. 1.], -4.0)"
    assert np.shape(x) == (2,), f"{said}, where [1. 1.] has shape (2,), not {np.shape(x)}"
    assert np.allclose(x, [1, 1]), said
    assert value is not None and abs(value - (-4)) < 1e-8, said


# %% tags=["check", "hidden"] points=0.25 hint="Put your x into the gradient: does 2Sx + b vanish? Both the factor 1/2 and the sign come from there."
def finds_the_bottom_of_a_symmetric_cup(cup_minimum):
    """x and the value are right for symmetric positive definite matrices of every size, b = 0 included."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3703)
    for n in (1, 2, 3, 5, 8):
        B = rng.standard_normal((n, n))
        A = B @ B.T + np.eye(n)
        for b in (rng.standard_normal(n), 100.0 * rng.standard_normal(n), np.zeros(n), np.ones(n)):
            for c in (0.0, 2.5, -30.0):
                where, least = reference.cup_minimum(A, b, c)
                result = cup_minimum(A, b, c)
                assert type(result) in (tuple, list) and len(result) == 2, "wanted (x, value)"
                size = abs(where).max()
                assert_close(result[0], where, rtol=1e-9, scale=size, what=f"x, n = {n},")
                size = max(abs(c), c - least)
                assert_close(result[1], least, rtol=1e-9, scale=size, what=f"the value, n = {n},")


# %% tags=["check", "hidden"] points=0.5 hint="The gradient of x^T A x is (A + A^T) x. For which matrices is that 2 A x?"
def finds_the_bottom_when_the_matrix_is_not_symmetric(cup_minimum):
    """x and the value are those of the symmetric part, however large the antisymmetric part is."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3704)
    cases = {
        "[[1, -10], [10, 1]]": np.array([[1.0, -10.0], [10.0, 1.0]]),
        "[[1, 1], [0, 1]]": np.array([[1.0, 1.0], [0.0, 1.0]]),
        "[[1, 0], [1, 1]]": np.array([[1.0, 0.0], [1.0, 1.0]]),
        "[[1, 3], [-2, 4]]": np.array([[1.0, 3.0], [-2.0, 4.0]]),
    }
    for n in (2, 3, 6):
        B = rng.standard_normal((n, n))
        S = B @ B.T + np.eye(n)
        cases |= {
            f"a random cup, n = {n},": S + B - B.T,
            f"a mostly antisymmetric one, n = {n},": S + 20.0 * (B - B.T),
            f"an upper triangle, n = {n},": 2.0 * np.triu(S) - np.diag(np.diag(S)),
            f"a lower triangle, n = {n},": 2.0 * np.tril(S) - np.diag(np.diag(S)),
        }
    inputs = {name: (A, rng.standard_normal(len(A))) for name, A in cases.items()}
    # Here xᵀAx adds nothing to 1 but zeros, so rounding is no excuse.
    inputs["[[1, -1e16], [1e16, 1]]"] = np.array([[1.0, -1e16], [1e16, 1.0]]), np.array([2.0, 0.0])
    for name, (A, b) in inputs.items():
        where, least = reference.cup_minimum(A, b, 1.5)
        result = cup_minimum(A, b, 1.5)
        assert type(result) in (tuple, list) and len(result) == 2, "wanted (x, value)"
        size = abs(where).max()
        assert_close(result[0], where, rtol=1e-9, scale=size, what=f"x for {name}")
        size = max(1.5, 1.5 - least)
        assert_close(result[1], least, rtol=1e-9, scale=size, what=f"the value for {name}")


# %% tags=["check", "hidden"] points=0.25 hint="Evaluate q at your x with all its three terms. And what is c when nobody gives it?"
def gives_the_value_with_and_without_c(cup_minimum):
    """c is 0 when it is left out, may be given by name, and moves the value but not x."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3705)
    for n in (1, 2, 4):
        B = rng.standard_normal((n, n))
        A, b = B @ B.T + np.eye(n), rng.standard_normal(n)
        where, least = reference.cup_minimum(A, b)
        depth = -least
        calls = {"without c": ((), {}, 0.0), "with c = 7 by name": ((), {"c": 7}, 7.0)}
        calls |= {"with c = -0.25": ((-0.25,), {}, -0.25), "with c = 1e6": ((1e6,), {}, 1e6)}
        calls |= {
            "with c = 0.1": ((0.1,), {}, 0.1),
            "with c = 12345.678": ((12345.678,), {}, 12345.678),
        }
        calls["with c a numpy number"] = ((np.float64(3.0),), {}, 3.0)
        for name, (more, named, c) in calls.items():
            result = cup_minimum(A, b, *more, **named)
            assert type(result) in (tuple, list) and len(result) == 2, "wanted (x, value)"
            assert_close(result[0], where, rtol=1e-9, scale=abs(where).max(), what=f"x {name}")
            what = f"the value {name}, n = {n},"
            size = max(abs(c), depth)
            assert_close(result[1], least + c, rtol=1e-9, scale=size, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="A cup of size 1e-90 is a cup, and so is one that is a million times flatter in one direction. Compare the least eigenvalue with the largest, not with 1e-8."
def accepts_small_large_and_flat_cups(cup_minimum):
    """Positive definite forms of any size, and forms that are much flatter in one direction, are accepted."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close

    rng = np.random.default_rng(3706)
    B = rng.standard_normal((4, 4))
    S = B @ B.T + np.eye(4)
    turn, _ = np.linalg.qr(rng.standard_normal((3, 3)))
    turned, _ = np.linalg.qr(rng.standard_normal((12, 12)))
    cases = {
        "1e-90 times a cup": (1e-90 * S, 1e-80 * rng.standard_normal(4), 1.0),
        "1e90 times a cup": (1e90 * S, 1e80 * rng.standard_normal(4), 1.0),
        "1e-12 times the identity": (1e-12 * np.eye(5), np.ones(5), 1.0),
        "1e-90 times a cup that is not symmetric": (1e-90 * (S + B - B.T), 1e-90 * np.ones(4), 1.0),
        "diag(1, 3e-10)": (np.diag([1.0, 3e-10]), np.array([1.0, 3e-10]), 3e-10),
        "diag(1e9, 0.3)": (np.diag([1e9, 0.3]), np.array([-1e9, 0.6]), 3e-10),
        "a turned flat cup": (turn @ np.diag([1.0, 1e-3, 1e-6]) @ turn.T, np.ones(3), 1e-6),
        "a turned flat cup, n = 12,": (
            turned @ np.diag(np.geomspace(1.0, 1e-6, 12)) @ turned.T,
            np.ones(12),
            1e-6,
        ),
        "diag(1, 2, …, 30)": (np.diag(np.arange(1.0, 31.0)), np.ones(30), 1.0),
        "a number": (np.array([[1e-30]]), np.array([1e-30]), 1.0),
    }
    for name, (A, b, ratio) in cases.items():
        where, least = reference.cup_minimum(A, b)
        result = cup_minimum(A, b)
        assert type(result) in (tuple, list) and len(result) == 2, "wanted (x, value)"
        rtol = max(1e-9, 1e-13 / ratio)
        size = abs(where).max()
        assert_close(result[0], where, rtol=rtol, scale=size, what=f"x for {name}")
        assert_close(result[1], least, rtol=rtol, scale=abs(least), what=f"the value for {name}")


# %% tags=["check", "hidden"] points=0.5 hint="Look at the eigenvalues of the symmetric part: all of them must be positive, and 1e-16 beside a 1 is a rounded 0."
def refuses_what_is_no_cup(cup_minimum):
    """Troughs, saddles, hills and the zero form raise ValueError, whatever A's own eigenvalues and triangles say."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    result = cup_minimum(np.eye(2), np.zeros(2), 3.0)
    assert type(result) in (tuple, list) and len(result) == 2, "wanted (x, value)"
    assert_close(result[0], np.zeros(2), atol=1e-9, what="x of a cup")
    assert_close(result[1], 3.0, rtol=1e-9, what="the value of a cup")
    rng = np.random.default_rng(3707)
    B = rng.standard_normal((3, 3))
    cases = {
        "[[1, 1], [1, 1]]": np.array([[1.0, 1.0], [1.0, 1.0]]),
        "[[4, 2], [2, 1]]": np.array([[4.0, 2.0], [2.0, 1.0]]),
        "[[1, 2], [0, 1]]": np.array([[1.0, 2.0], [0.0, 1.0]]),
        "diag(1, 0)": np.diag([1.0, 0.0]),
        "diag(1, -1)": np.diag([1.0, -1.0]),
        "diag(-1, -2)": np.diag([-1.0, -2.0]),
        "diag(-1, -2, 3)": np.diag([-1.0, -2.0, 3.0]),
        "diag(1, -1e-5)": np.diag([1.0, -1e-5]),
        "[[1, 2], [2, 1]]": np.array([[1.0, 2.0], [2.0, 1.0]]),
        "[[1, 10], [0, 1]]": np.array([[1.0, 10.0], [0.0, 1.0]]),
        "[[1, 0], [10, 1]]": np.array([[1.0, 0.0], [10.0, 1.0]]),
        "the number 0": np.array([[0.0]]),
        "the number -2": np.array([[-2.0]]),
        "the zero matrix": np.zeros((3, 3)),
        "a quarter turn": np.array([[0.0, -1.0], [1.0, 0.0]]),
        "an antisymmetric matrix": B - B.T,
        "a negative definite matrix": -(B @ B.T) - np.eye(3),
    }
    for name, A in cases.items():
        for size in (1.0, 2.0**-290, 2.0**290):  # exact; 5e-88 and 2e87
            for b in (np.ones(len(A)), np.zeros(len(A))):
                what = f"cup_minimum with A = {name}, times {size:g},"
                assert_raises_value_error(cup_minimum, size * A, b, what=what)
    for seed in range(12):  # troughs whose 0 is rounded to either side
        thin = np.random.default_rng(seed).standard_normal((20, 19))
        what = "cup_minimum with A = BBᵀ, B of shape (20, 19),"
        assert_raises_value_error(cup_minimum, thin @ thin.T, np.ones(20), what=what)


# %% tags=["check", "hidden"] points=0.125 hint="Convert before you add and multiply. -b / 2 makes a new array; b /= -2 changes the caller's."
def reads_any_numbers_and_leaves_them_unchanged(cup_minimum):
    """Integers, float32, lists and read-only arrays are read as float64 and left as they were."""
    import numpy as np
    from mathtx_ref import quadratic as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(3708)
    B = rng.standard_normal((6, 6))
    A = B @ B.T + np.eye(6) + B - B.T
    fixed, still = A[:3, :3].copy(), rng.standard_normal(3)
    fixed.setflags(write=False)
    still.setflags(write=False)
    cases = {
        "float64": (A.copy(), rng.standard_normal(6), 1.0),
        "int8": (np.array([[100, 90], [80, 100]], np.int8), np.array([-128, 101], np.int8), 3),
        "uint8": (np.array([[200, 3], [4, 250]], np.uint8), np.array([250, 255], np.uint8), 3),
        "lists": ([[10**9, 2], [3, 10**9]], [7 * 10**9, 10**9], 1),
        "lists with fractions": ([[0.5, 0.1], [0.2, 0.3]], [0.1, 7], 0.1),
        "float32": (A.astype(np.float32), rng.standard_normal(6).astype(np.float32), 0.5),
        "float32 only for b": (A[:2, :2].copy(), np.float32([0.1, 0.7]), 0.5),
        "read-only": (fixed, still, -2.0),
        "strided": (A[::2, ::2], rng.standard_normal(6)[::-2], 0.0),
        "column order": (A[:4, :4].T, rng.standard_normal(4), 0.0),
    }
    for name, (A, b, c) in cases.items():
        where, least = reference.cup_minimum(A, b, c)
        result = assert_unchanged(cup_minimum, A, b, c, what=f"cup_minimum with {name}")
        assert type(result) in (tuple, list) and len(result) == 2, "wanted (x, value)"
        size = abs(where).max()
        assert_close(result[0], where, rtol=1e-9, scale=size, what=f"x for {name}")
        size = max(abs(c), c - least)
        assert_close(result[1], least, rtol=1e-9, scale=size, what=f"the value for {name}")


# %% tags=["check", "hidden"] points=0.125 hint="solve takes a b of shape (n, 1) and a stack of matrices without a word. Compare the shapes yourself."
def refuses_shapes_that_do_not_fit(cup_minimum):
    """Shapes that do not fit, NaN and infinity raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    result = cup_minimum(np.eye(2), np.zeros(2), 3.0)
    assert type(result) in (tuple, list) and len(result) == 2, "wanted (x, value)"
    assert_close(result[0], np.zeros(2), atol=1e-9, what="x of shapes that fit")
    assert_close(result[1], 3.0, rtol=1e-9, what="the value of shapes that fit")
    shapes = [((3, 3), s) for s in [(2,), (4,), (1,), (), (3, 1), (1, 3), (3, 3)]]
    shapes += [((1, 1), s) for s in [(3,), (), (1, 1)]]
    shapes += [((2, 3), (3,)), ((2, 3), (2,)), ((3, 2), (3,)), ((3, 2), (2,))]
    shapes += [((3,), (3,)), ((2, 3, 3), (3,)), ((1, 3, 3), (3,)), ((), ()), ((), (1,))]
    for left, right in shapes:
        A = np.broadcast_to(np.eye(*left[-2:]) if len(left) > 1 else 1.0, left).copy()
        what = f"cup_minimum with A of shape {left} and b of shape {right}"
        assert_raises_value_error(cup_minimum, A, np.ones(right), what=what)
    for bad in (np.nan, np.inf, -np.inf):
        for i, j in [(0, 0), (0, 2), (2, 1)]:
            A = np.eye(3)
            A[i, j] = bad
            what = f"cup_minimum with {bad} in A"
            assert_raises_value_error(cup_minimum, A, np.ones(3), what=what)
        b = np.array([1.0, bad, 1.0])
        assert_raises_value_error(cup_minimum, np.eye(3), b, what=f"cup_minimum with {bad} in b")


# %% tags=["figure"]
# A cup, a trough and a saddle, drawn from the coefficients; your function finds the bottom, if any.
b = np.array([-1.0, -0.5])
forms = {
    "cup": np.array([[1.5, 1.0], [-0.5, 1.0]]),
    "trough": np.array([[1.0, 0.5], [0.5, 0.25]]),
    "saddle": np.array([[1.0, 0.5], [0.5, -1.0]]),
}
grid = np.linspace(-2, 2, 41)
x1, x2 = np.meshgrid(grid, grid, indexing="ij")
try:
    fig = plt.figure(figsize=(14, 5.4))
    for number, (name, A) in enumerate(forms.items(), start=1):
        C = quad_coeffs(A)
        z = C[0, 0] * x1**2 + C[0, 1] * x1 * x2 + C[1, 1] * x2**2 + b[0] * x1 + b[1] * x2
        ax = fig.add_subplot(1, 3, number, projection="3d", computed_zorder=False)
        floor = z.min() - 0.4 * (z.max() - z.min())
        ax.contour(x1, x2, z, levels=14, offset=floor, cmap="viridis")
        ax.plot_surface(x1, x2, z, cmap="viridis", alpha=0.75)
        try:
            (p, q), value = cup_minimum(A, b)
            ax.plot(
                [p, p], [q, q], [floor, value], "o-", color="#D55E00", linewidth=2, markersize=7
            )
            found = f"lowest at ({p:.2f}, {q:.2f}), value {value:.2f}"
        except ValueError:
            found = "no single lowest point (ValueError)"
        least, most = -max_on_sphere(-A)[0], max_on_sphere(A)[0]
        signs = f"eigenvalues of S: {most:.2f}, {least:.2f}".replace("-0.00", "0.00")
        ax.set_title(f"{name}: {found}\n{signs}", fontsize=12)
        ax.set(xticks=[-2, 0, 2], yticks=[-2, 0, 2], zlim=(floor, z.max()))
        ax.set_xlabel("$x_1$", fontsize=13)
        ax.set_ylabel("$x_2$", fontsize=13)
        ax.set_zlabel("q(x)", fontsize=13)
        ax.locator_params(axis="z", nbins=5)
        ax.set_box_aspect(None, zoom=0.95)
    fig.subplots_adjust(left=0.01, right=0.97, top=0.9, bottom=0.04, wspace=0.1)
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close("all")
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** Below each surface lie its level sets. For the cup, whose matrix is not even symmetric, they are ellipses round one lowest point; for the trough parallel lines, and a whole line of lowest points (had $b$ a part along the flat direction, it would go down for ever); for the saddle hyperbolas. The signs of the eigenvalues of $S$ decide, in any number of variables.
#
# ### What you have shown
#
# - A quadratic form is a polynomial of degree two. The coefficient of $x_ix_j$ is $a_{ij}+a_{ji}$; many matrices give one polynomial, and exactly one of them is symmetric.
# - The Rayleigh quotient is the form without the length of $x$. Its maximum is $\lambda_1(S)$ for every square $A$, where $S$ is the symmetric part: not an eigenvalue of $A$, not a singular value.
# - Courant–Fischer gives every $\lambda_k$ a meaning: it is the highest floor of a subspace of dimension $k$.
# - $x^\top A\,x+b^\top x+c$ has a single lowest point when the form is positive definite, where the gradient vanishes, whatever the number of variables; otherwise it has none, or many.
#
# **What comes next.** So far the vectors were given. In a transformer they have 768 or 12 288 entries, and nobody has looked at them one by one. The next notebook draws them at random, and finds that in high dimension almost all of them are almost orthogonal.
