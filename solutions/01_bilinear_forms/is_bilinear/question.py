# %% [markdown]
# ### 4. Is it bilinear?
#
# The definition asks four things of $f$: in each of the two vectors, **additivity** $f(x+z,y)=f(x,y)+f(z,y)$ **and homogeneity** $f(ax,y)=a\,f(x,y)$.
# The notes list both, and with reason: the second does not imply the first. $f(x,y)=\sqrt[3]{x_1^3+\dots+x_m^3}\,\cdot(y_1+\dots+y_n)$ is homogeneous in $x$, for negative $a$ too, and yet not additive.
#
# Two things that look like consequences are none:
#
# - $f$ is *not* linear in the pair: $f(cx,cy)=c^2f(x,y)$.
# - To be right on the basis is not enough: $\sum_i x_i^3y_i$ agrees with $x^\top y$ on every pair $(e_i,e_j)$.
#
# You cannot try all vectors. But you know from question 3 what $f$ must be, *if* it is bilinear: $x^\top A\,y$ with $a_{ij}=f(e_i,e_j)$. So compare the two at random points, and choose these well:
#
# - a random (Gaussian) point is far better than a neat one: a polynomial that is not zero everywhere is almost never zero at a random point;
# - **signs**: $|x^\top A\,y|$, $\max(f,g)$ and $\mathrm{relu}(x)^\top A\,y$ are perfect as long as everything is positive;
# - **sizes**: a form that is clipped at $\pm50$ is perfect for short vectors, and an extra $+1$ drowns for long ones. Try vectors with entries around $10^{-2}$, $1$, $10^{2}$, $10^{4}$, for $x$ and $y$ independently;
# - **tolerance**: rounding leaves an error of about $10^{-16}$ *relative to the terms that are added*, $\sum_{ij}|a_{ij}x_iy_j|=|x|^\top|A|\,|y|$. Measure with that, and $10^{-12}\,|x^\top A\,y|$ is found out while $10^{9}\,x^\top A\,y$ passes. An absolute tolerance gets one of the two wrong.
#
# Testing additivity directly is as good, with the same care for signs, sizes and tolerance.
#
# **Your task.** Decide whether a black box $f$ is bilinear.


# %% tags=["answer"]
def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    """Whether the black box f is bilinear: linear in x for every y, and in y for every x.

    f: a function of two float64 arrays x, shape (m,), and y, shape (n,), that returns one number.
       The same arguments always give the same value, up to rounding in float64. f may overwrite both
       arrays: hand it new, writable ones at each call.
    m, n: the dimensions, integers of at least 1. n=None means n = m.
    rtol: the error that is forgiven, relative to the size of what is added up: f passes when
       |f(x, y) − xᵀAy| ≤ rtol·|x|ᵀ|A||y| (|·| of each entry) wherever you compare.
       If you test additivity instead: relative to the sizes of the values that you add.
    trials: how many random pairs or triples of vectors to try (each with several signs, if you like);
       more trials, more calls of f. The default must be enough to find out a function that fails for
       some signs, or for vectors with entries of sizes between 1e-2 and 1e4.
    rng: a np.random.Generator, the only source of random numbers: the same seed makes the same calls
       of f, another seed tries other points. None means that you make a generator yourself.

    Returns True or False. When f returns NaN or infinity at a point that you try, the answer is
    False, or you raise ValueError; never True.

    Raises ValueError when m or n is below 1 or no integer (1.5).
    """
    # BEGIN SOLUTION
    n = m if n is None else n
    rng = np.random.default_rng(rng)
    # Raises ValueError for bad dimensions and for NaN or infinity on the basis.
    A = matrix_of_form(f, m, n)
    sizes = (1.0, 1e-2, 1e4, 1e2)
    for trial in range(trials):
        # Sixteen trials see every pair of sizes.
        x = sizes[trial % 4] * rng.standard_normal(m)
        y = sizes[trial // 4 % 4] * rng.standard_normal(n)
        allowed = rtol * (abs(x) @ abs(A) @ abs(y))
        for sign_x in (1, -1):
            for sign_y in (1, -1):
                # The products are new arrays: f may do with them what it likes.
                value = f(sign_x * x, sign_y * y)
                # Written with not, because every comparison with NaN is False.
                if not abs(value - sign_x * sign_y * (x @ A @ y)) <= allowed:
                    return False
    return True
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="For a true form, f(x, y) and x^T A y differ by rounding only. If you say False, look at which two numbers you compare."
def accepts_the_example(is_bilinear):
    """The form x₁y₁ + 2x₁y₂ + 3x₂y₁ + 4x₂y₂ is bilinear, and so is the form that is 0 everywhere; the example + 1 is not."""
    import numpy as np

    def f(x, y):
        return x[0] * y[0] + 2 * x[0] * y[1] + 3 * x[1] * y[0] + 4 * x[1] * y[1]

    for name, form, n, trials, wanted in [
        ("the form of the example", f, 2, 20, True),
        ("the form that is 0 everywhere", lambda x, y: 0.0, 3, 4, True),
        ("the form of the example + 1", lambda x, y: f(x, y) + 1.0, 2, 20, False),
    ]:
        value = is_bilinear(form, 2, n, trials=trials)
        call = f"is_bilinear(f, 2, {n}, trials={trials}) with {name} as f"
        said = f"{call} returned {value}, expected {wanted}"
        assert np.asarray(value).dtype == bool, f"{said}, a bool"
        assert value == wanted, said


# %% tags=["check"] points=0.25 hint="A neat point such as a basis vector hides a lot. Compare at random points of both signs."
def refuses_simple_impostors(is_bilinear):
    """x·y + 1 and Σ xᵢ³yᵢ are not bilinear, and x·y is."""
    import numpy as np

    for name, f, wanted in [
        ("x·y + 1", lambda x, y: float(x @ y) + 1.0, False),
        ("the sum of x_i^3 y_i", lambda x, y: float(x**3 @ y), False),
        ("x·y", lambda x, y: float(x @ y), True),
    ]:
        trials = 4 if wanted else 20
        value = is_bilinear(f, 3, trials=trials)
        call = f"is_bilinear(f, 3, trials={trials}) with f(x, y) = {name}"
        said = f"{call} returned {value}, expected {wanted}"
        assert np.asarray(value).dtype == bool, f"{said}, a bool"
        assert value == wanted, said


# %% tags=["check", "hidden"] points=0.5 hint="Nothing makes a form symmetric, square or large. Does your tolerance grow and shrink with the form?"
def accepts_every_bilinear_form(is_bilinear):
    """Rectangular, antisymmetric, sparse, zero, tiny and huge forms are bilinear, and x·y + 1 is not."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y) + 1.0, 2, rng=np.random.default_rng(0))
    assert_bool(value, False, what="is_bilinear of x·y + 1")
    rng = np.random.default_rng(401)
    matrices = {
        "a wide form": rng.standard_normal((2, 3)),
        "a form of single numbers": np.array([[-2.5]]),
        "a form with one row": 0.1 + rng.random((1, 3)),
        "an antisymmetric form": np.array([[0.0, 1.0, -2.0], [-1.0, 0.0, 3.0], [2.0, -3.0, 0.0]]),
        "a single term": np.array([[0.0, 0.0, 7.0], [0.0, 0.0, 0.0]]),
        "the zero form": np.zeros((3, 2)),
        "1e-12 times a form": 1e-12 * rng.standard_normal((3, 1)),
        "1e9 times a form": 1e9 * rng.standard_normal((2, 3)),
        "1e-90 times a form": 1e-90 * rng.standard_normal((2, 2)),
        "1e90 times a form": 1e90 * rng.standard_normal((3, 2)),
    }
    for seed, (name, A) in enumerate(matrices.items()):
        m, n = A.shape

        def f(x, y, A=A):
            return float((A * np.outer(x, y)).sum())  # rounds otherwise than x @ A @ y

        value = is_bilinear(f, m, n, trials=6, rng=np.random.default_rng(seed))
        assert_bool(value, True, what=f"is_bilinear of {name}")
    A = rng.standard_normal((2, 2))
    value = is_bilinear(lambda x, y: x @ A @ y, 2, trials=6)
    assert_bool(value, True, what="is_bilinear with n and rng left out")


# %% tags=["check", "hidden"] points=0.25 hint="If f overwrites x, what is x worth in your next line? Hand out copies."
def accepts_a_form_that_overwrites_its_arguments(is_bilinear):
    """A bilinear form that uses its arguments as scratch paper is still bilinear, and an impostor that does is none."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    rng = np.random.default_rng(402)
    A = rng.standard_normal((2, 3))

    def zeroes(x, y):
        value = float(x @ A @ y)
        x[:] = 0.0
        y[:] = 0.0
        return value

    def halves(x, y):
        x *= 0.5
        value = 2.0 * float(x @ A @ y)
        y += 1.0
        return value

    def impostor(x, y):
        value = float(abs(x) @ A @ y)
        x[:] = abs(x)
        return value

    for f, expected, trials in [(zeroes, True, 6), (halves, True, 6), (impostor, False, 20)]:
        value = is_bilinear(f, 2, 3, trials=trials, rng=np.random.default_rng(1))
        assert_bool(
            value, expected, what=f"is_bilinear of a form that overwrites x, y ({f.__name__})"
        )


# %% tags=["check", "hidden"] points=0.25 hint="What must f(0, y) and f(x, 0) be? Make sure that both places of f are looked at."
def refuses_added_constants_and_one_sided_terms(is_bilinear):
    """xᵀAy + 1, xᵀAy + b·x, xᵀAy + b·y and xᵀAx are not bilinear, and x·y is."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y), 2, trials=2, rng=np.random.default_rng(0))
    assert_bool(value, True, what="is_bilinear of x·y")
    rng = np.random.default_rng(403)
    for m, n in [(3, 2), (2, 2), (1, 1)]:
        A, b, c = rng.standard_normal((m, n)), rng.standard_normal(m), rng.standard_normal(n)
        cases = {
            "a form + 1": lambda x, y, A=A: float(x @ A @ y) + 1.0,
            "a form + b·x": lambda x, y, A=A, b=b: float(x @ A @ y + b @ x),
            "a form + c·y": lambda x, y, A=A, c=c: float(x @ A @ y + c @ y),
            "the constant 1": lambda x, y: 1.0,
            "b·x alone": lambda x, y, b=b: float(b @ x),
        }
        if m == n:
            cases["x^T A x"] = lambda x, y, A=A: float(x @ A @ x)
        for name, f in cases.items():
            value = is_bilinear(f, m, n, rng=np.random.default_rng(2))
            assert_bool(value, False, what=f"is_bilinear of {name}, {m, n},")


# %% tags=["check", "hidden"] points=0.25 hint="Cubes cannot be told from the numbers themselves at 0 and ±1. And is your test as strict with y as with x?"
def refuses_powers_in_either_place(is_bilinear):
    """Forms that are linear in one of the two vectors only, or agree with a form on the basis only, are refused, and x·y is not."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y), 2, trials=2, rng=np.random.default_rng(0))
    assert_bool(value, True, what="is_bilinear of x·y")
    cases = {
        "the sum of x_i^3 y_i": lambda x, y: float(x**3 @ y),
        "the sum of x_i y_i^3": lambda x, y: float(x @ y**3),
        "the sum of x_i y_i^2": lambda x, y: float(x @ y**2),
        "x·y plus x_1 x_2 (x_1 - x_2) y_1": lambda x, y: float(x @ y + x[0] * x[1] * (x[0] - x[1]) * y[0]),
        "x·y plus x_1 y_1 y_2 (y_1 - y_2)": lambda x, y: float(x @ y + x[0] * y[0] * y[1] * (y[0] - y[1])),
        "x_1 x_2 times the sum of y": lambda x, y: float(x[0] * x[1] * np.sum(y)),
        "(x·y)^3": lambda x, y: float(x @ y) ** 3,
        "x·y + sin(2 pi x_1) y_1": lambda x, y: float(x @ y + np.sin(2 * np.pi * x[0]) * y[0]),
        "sin(x_1) y_1": lambda x, y: float(np.sin(x[0]) * y[0]),
    }  # fmt: skip
    for name, f in cases.items():
        value = is_bilinear(f, 2, rng=np.random.default_rng(3))
        assert_bool(value, False, what=f"is_bilinear of {name}")


# %% tags=["check", "hidden"] points=0.25 hint="f(ax, y) = a f(x, y) is half of linearity. What does the other half say about x + z?"
def refuses_homogeneous_functions_that_are_not_additive(is_bilinear):
    """Functions that are homogeneous in x and y, negative factors included, but not additive are refused, and x·y is not."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y), 2, trials=2, rng=np.random.default_rng(0))
    assert_bool(value, True, what="is_bilinear of x·y")

    def ratio(x):
        return float(np.sum(x**3) / np.sum(x**2))

    cases = {
        "cbrt(x_1^3 + …) (y_1 + …)": lambda x, y: float(np.cbrt(np.sum(x**3)) * np.sum(y)),
        "(x_1 + …) cbrt(y_1^3 + …)": lambda x, y: float(np.sum(x) * np.cbrt(np.sum(y**3))),
        "(Σx^3 / Σx^2) (y_1 + …)": lambda x, y: ratio(x) * float(np.sum(y)),
        "the entry of x that is largest in size, times y_1": lambda x, y: float(
            x[np.argmax(abs(x))] * y[0]
        ),
    }
    for name, f in cases.items():
        for m, n in [(2, 2), (3, 2)]:
            value = is_bilinear(f, m, n, rng=np.random.default_rng(4))
            assert_bool(value, False, what=f"is_bilinear of {name}, {m, n},")


# %% tags=["check", "hidden"] points=0.25 hint="rng.random() is never negative, and neither is the absolute value of a form with positive entries."
def refuses_forms_that_change_with_the_sign(is_bilinear):
    """|f|, max(f, g), relu(x)ᵀAy, ‖x‖‖y‖ and sort(x)·y are not bilinear, even when they are for positive vectors; x·y is."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y), 2, trials=2, rng=np.random.default_rng(0))
    assert_bool(value, True, what="is_bilinear of x·y")
    rng = np.random.default_rng(405)
    for m in (2, 1):
        A = 0.5 + rng.random((m, m))
        B = 0.1 * A
        cases = {
            "|x^T A y|": lambda x, y, A=A: abs(float(x @ A @ y)),
            "max(f, g)": lambda x, y, A=A, B=B: max(float(x @ A @ y), float(x @ B @ y)),
            "relu(x)^T A y": lambda x, y, A=A: float(np.maximum(x, 0.0) @ A @ y),
            "x^T A relu(y)": lambda x, y, A=A: float(x @ A @ np.maximum(y, 0.0)),
            "|x|^T A |y|": lambda x, y, A=A: float(abs(x) @ A @ abs(y)),
            "‖x‖‖y‖": lambda x, y: float(np.linalg.norm(x) * np.linalg.norm(y)),
        }
        if m > 1:
            cases["sort(x)·y"] = lambda x, y: float(np.sort(x) @ y)
            # Bilinear as long as the entries of x, or of y, have one sign.
            cases["x·y plus max(0, -x_1 x_2) y_1"] = lambda x, y: float(
                x @ y + max(0.0, -x[0] * x[1]) * y[0]
            )
            cases["x·y plus x_1 max(0, -y_1 y_2)"] = lambda x, y: float(
                x @ y + x[0] * max(0.0, -y[0] * y[1])
            )
        for name, f in cases.items():
            value = is_bilinear(f, m, rng=np.random.default_rng(5))
            assert_bool(value, False, what=f"is_bilinear of {name}, m = {m},")


# %% tags=["check", "hidden"] points=0.25 hint="A clipped form looks perfect until a value reaches the limit. How long are your longest vectors, and how short your shortest?"
def refuses_forms_that_change_with_the_size(is_bilinear):
    """A form that is cut off at ±50, forgets the signs of short vectors or has a small constant added is not bilinear, and x·y is."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y), 2, trials=2, rng=np.random.default_rng(0))
    assert_bool(value, True, what="is_bilinear of x·y")
    rng = np.random.default_rng(406)
    for m, n in [(2, 3), (1, 1)]:
        A = 0.5 + rng.random((m, n))
        cases = {
            "a form clipped at ±50": lambda x, y, A=A: float(np.clip(x @ A @ y, -50.0, 50.0)),
            "a form of x clipped at ±50": lambda x, y, A=A: float(np.clip(x, -50.0, 50.0) @ A @ y),
            "a form of y clipped at ±50": lambda x, y, A=A: float(x @ A @ np.clip(y, -50.0, 50.0)),
            "a form + 0.001": lambda x, y, A=A: float(x @ A @ y) + 0.001,
        }
        for name, f in cases.items():
            value = is_bilinear(f, m, n, rng=np.random.default_rng(6))
            assert_bool(value, False, what=f"is_bilinear of {name}, {m, n},")
    A = 0.5 + rng.random((4, 4))

    def bent(v):
        return v if abs(v).max() >= 0.3 else abs(v)

    for name, f in {
        "a form of x, of |x| where x is short": lambda x, y: float(bent(x) @ A @ y),
        "a form of y, of |y| where y is short": lambda x, y: float(x @ A @ bent(y)),
    }.items():
        value = is_bilinear(f, 4, rng=np.random.default_rng(6))
        assert_bool(value, False, what=f"is_bilinear of {name}")


# %% tags=["check", "hidden"] points=0.25 hint="np.allclose calls all numbers below 1e-8 equal. Compare with rtol times the size of the terms, and with nothing else."
def refuses_tiny_impostors(is_bilinear):
    """1e-12 times a function that is not bilinear is not bilinear, and x·y is."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y), 2, trials=2, rng=np.random.default_rng(0))
    assert_bool(value, True, what="is_bilinear of x·y")
    rng = np.random.default_rng(407)
    A = rng.standard_normal((2, 2))
    tiny = 1e-12
    cases = {
        "1e-12 |x^T A y|": lambda x, y: tiny * abs(float(x @ A @ y)),
        "1e-12 relu(x)^T A y": lambda x, y: tiny * float(np.maximum(x, 0.0) @ A @ y),
        "1e-12 (x^T A y + 1)": lambda x, y: tiny * (float(x @ A @ y) + 1.0),
        "1e-12 cbrt(x_1^3 + …) (y_1 + …)": lambda x, y: tiny * float(np.cbrt(np.sum(x**3)) * np.sum(y)),
        "1e-90 |x^T A y|": lambda x, y: 1e-90 * abs(float(x @ A @ y)),
    }  # fmt: skip
    for name, f in cases.items():
        value = is_bilinear(f, 2, rng=np.random.default_rng(7))
        assert_bool(value, False, what=f"is_bilinear of {name}")


# %% tags=["check", "hidden"] points=0.25 hint="NaN > tolerance is False, and so is NaN <= tolerance: the way you write the comparison decides."
def never_accepts_nan_or_infinity(is_bilinear):
    """When f returns NaN or infinity the answer is False or a ValueError, and when it never does, it may be True."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y), 2, trials=2, rng=np.random.default_rng(0))
    assert_bool(value, True, what="is_bilinear of x·y")
    A = np.array([[1.0, 2.0], [3.0, -4.0]])

    def overflows(x, y):
        value = float(x @ A @ y)
        return value if abs(value) <= 50.0 else float(np.copysign(np.inf, value))

    cases = {
        "NaN everywhere": lambda x, y: np.nan,
        "infinity everywhere": lambda x, y: np.inf,
        "NaN for negative x_1": lambda x, y: float(x @ A @ y) if x[0] >= 0 else float("nan"),
        "infinity for negative y_1": lambda x, y: float(x @ A @ y) if y[0] >= 0 else float("inf"),
        "infinity beyond ±50": overflows,
        "NaN for large x_1 and y_2, 0 elsewhere": lambda x, y: np.nan if min(x[0], y[1]) > 2 else 0.0,
    }  # fmt: skip
    for name, f in cases.items():
        try:
            value = is_bilinear(f, 2, rng=np.random.default_rng(8))
        except ValueError:
            continue
        assert_bool(value, False, what=f"is_bilinear of a function that is {name}")
    met = []

    def hole(x, y):
        if np.count_nonzero(x) == 1 and np.count_nonzero(y) == 1:
            met.append("NaN")
            return np.nan
        return 0.0

    try:
        value = is_bilinear(hole, 2, trials=2, rng=np.random.default_rng(8))
    except ValueError:
        return
    assert_bool(value, not met, what="is_bilinear of 0, with NaN on the basis,")


# %% tags=["check", "hidden"] points=0.25 hint="Every random number comes from rng. Which line of yours draws from somewhere else, and which loop does not know trials?"
def draws_its_points_from_rng(is_bilinear):
    """The same seed makes the same calls of f, another seed other ones, more trials make more calls, and the answers are right."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    value = is_bilinear(lambda x, y: float(x @ y) + 1.0, 2, rng=np.random.default_rng(0))
    assert_bool(value, False, what="is_bilinear of x·y + 1")

    def points(seed, trials, most):
        called = []

        def f(x, y):
            called.append((*x.tolist(), *y.tolist()))
            if len(called) > most:
                raise RuntimeError("enough was seen")
            return float(x[0] * y[0] - 2.0 * x[1] * y[1])

        try:
            value = is_bilinear(f, 2, rng=np.random.default_rng(seed), trials=trials)
        except Exception:
            if len(called) <= most:
                raise
        if len(called) <= most:
            what = f"is_bilinear of x_1 y_1 - 2 x_2 y_2, trials={trials},"
            assert_bool(value, True, what=what)
        return called

    first = points(11, trials=4, most=np.inf)
    assert points(11, trials=4, most=np.inf) == first, "the same seed led to different calls of f"
    assert points(12, trials=4, most=np.inf) != first, "another seed led to the same calls of f"
    few = len(first)
    many = len(points(11, trials=1000, most=few))
    assert many > few, f"f was called {few} times for 4 trials and {many} times for 1000"


# %% tags=["check", "hidden"] points=0.25 hint="rtol is the caller's wish: where you compare, no other number decides."
def forgives_what_rtol_says(is_bilinear):
    """A form that is off by 1e-5 is refused with rtol=1e-8 and passes with rtol=0.1."""
    import numpy as np
    from mathtx_ref.checking import assert_bool

    def nearly(x, y):
        return float(3.0 * x[0] * y[0] * (1.0 + 1e-5 * np.cos(x[0])))

    for options, expected in [({}, False), ({"rtol": 1e-10}, False), ({"rtol": 0.1}, True)]:
        value = is_bilinear(nearly, 1, rng=np.random.default_rng(9), **options)
        assert_bool(value, expected, what=f"is_bilinear of a form that is off by 1e-5, {options},")


# %% tags=["check", "hidden"] points=0.25 hint="With m = 0 there is nothing to compare, and every loop is happy. Look at m and n before anything else."
def refuses_impossible_dimensions(is_bilinear):
    """m or n below 1 or not an integer raises ValueError; numpy's integers are integers."""
    import numpy as np
    from mathtx_ref.checking import assert_bool, assert_raises_value_error

    for m, n in [(0, 2), (2, 0), (-1, None), (1.5, 2), (2, 1.5)]:
        what = f"is_bilinear with m={m}, n={n}"
        assert_raises_value_error(is_bilinear, lambda x, y: 0.0, m, n, what=what)
    value = is_bilinear(lambda x, y: float(x @ y) + 1.0, 2, rng=np.random.default_rng(0))
    assert_bool(value, False, what="is_bilinear of x·y + 1")
    value = is_bilinear(lambda x, y: float(x[0] * y[2]), np.int64(2), np.int64(3), trials=2)
    assert_bool(value, True, what="is_bilinear with m, n as numpy integers")
