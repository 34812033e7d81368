# %% [markdown]
# ### 3. The exact law of the cosine
#
# Your samples have a law, and it can be written down for every $n$; the notes only give a limit.
#
# All directions are equally likely, so turn the picture until $y$ points to the north pole: nothing changes. Then $t=\cos\theta$ is the height of $x/\lVert x\rVert$ on the unit sphere.
# The points at angle $\theta$ from the pole form a circle of latitude (in $\mathbb{R}^n$ a sphere of dimension $n-2$) with radius $\sin\theta$. So the density of the *angle* is proportional to $\sin^{n-2}\theta$.
# For the *cosine*, substitute $t=\cos\theta$, $|dt|=\sin\theta\,d\theta$:
#
# $$f_n(t)=C_n\,(1-t^2)^{\frac{n-3}2},\qquad C_n=\frac{\Gamma(\frac n2)}{\sqrt\pi\;\Gamma(\frac{n-1}2)},\qquad -1\le t\le1 .$$
#
# - $n=2$: $f(t)=\frac1{\pi\sqrt{1-t^2}}$. In the plane the angle is uniform, and the cosine is most often near $\pm1$.
# - $n=3$: $f(t)=\frac12$. On the ordinary sphere all heights are equally likely; Archimedes knew.
# - $n=768$: $C_n\,(1-t^2)^{382.5}$ with $C_n=11.05$. The cosine hardly leaves $0\pm0.1$, and exceeds $0.25$ in size with probability $2.0\cdot10^{-12}$.
#
# Two difficulties, both of them only numerical:
#
# - $\Gamma(172)$ is beyond the largest `float`, the *quotient* of two Gammas is harmless. `math.lgamma` gives $\log\Gamma$.
# - The distribution function $F_n(t)=\int_{-1}^tf_n(s)\,ds$ has no simple formula, and for $n=2$ the integrand is infinite at the ends. Go back to angles: with $s=\sin\varphi$ (so $\varphi=90°-\theta$)
#
# $$F_n(t)=\frac12\pm C_n\int_0^{\arcsin|t|}\cos^{n-2}\varphi\;d\varphi,\qquad\text{the sign being that of }t,$$
#
#   where nothing is infinite. A composite rule is enough, Simpson's with 1000 intervals or Gauss–Legendre with 40 points, if you spend the points where the integrand is: $\cos^{n-2}\varphi$ falls like $e^{-n\varphi^2/2}$, so that nothing is left beyond $\varphi=10/\sqrt n$. End the integral there if $\arcsin|t|$ is larger, or for $n=100{,}000$ the rule will step over all there is.
#
# **Your task.** The density and the distribution function of $\cos\theta$. Both functions go into the one answer cell.


# %% tags=["answer"]
def cos_pdf(t, n):
    """The density of cos θ, θ the angle between two random vectors of R^n; 0 for |t| > 1.

    t: a number or an array of any shape (array-like). The result has the shape of t.
    n: the dimension, an integer from 2 to 100,000.

    The relative error is at most 1e-7 wherever the density is above 1e-100 and |t| at most 1 − 1e-6. At
    exactly t = ±1 it is 0 for n > 3; what you return there for n = 2 and n = 3 does not matter.

    Raises ValueError when n is below 2 or no integer (1.5).
    """
    # BEGIN SOLUTION
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError(f"the dimension is an integer of at least 2, not {n}")
    t = np.asarray(t, dtype=float)
    # The difference of logarithms: both Gammas overflow, their quotient is about √(n/2).
    constant = math.exp(math.lgamma(n / 2) - math.lgamma((n - 1) / 2)) / math.sqrt(math.pi)
    inside = abs(t) <= 1
    with np.errstate(divide="ignore"):  # n = 2 at t = ±1
        power = (1 - np.where(inside, t, 0) ** 2) ** ((n - 3) / 2)
    return np.where(inside, constant * power, 0.0)
    # END SOLUTION


def cos_cdf(t, n):
    """P(cos θ ≤ t): 0 for t < −1, 1 for t > 1.

    t and n as in cos_pdf. The absolute error is at most 1e-8.

    Raises ValueError when n is below 2 or no integer (1.5).
    """
    # BEGIN SOLUTION
    constant = cos_pdf(0, n)  # the density at 0, where the power is 1
    t = np.asarray(t, dtype=float)
    end = np.minimum(np.arcsin(np.minimum(abs(t), 1)), 10 / np.sqrt(n))
    # 40 points of Gauss–Legendre on [0, end], one more axis for them: all where the integrand is.
    points, weights = np.polynomial.legendre.leggauss(40)
    phi = end[..., None] * (points + 1) / 2
    integral = end / 2 * (np.cos(phi) ** (n - 2) @ weights)
    return 0.5 + np.sign(t) * constant * integral
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Put n = 2, 3, 4 into the formula by hand: the exponents are −1/2, 0 and 1/2."
def has_the_known_densities(cos_pdf):
    """For n = 2, 3, 4 the density is 1/(π√(1−t²)), ½ and (2/π)√(1−t²)."""
    import numpy as np

    t = np.array([-0.9, -0.2, 0.0, 0.6])
    root = np.sqrt(1 - t**2)
    for n, expected in [(2, 1 / (np.pi * root)), (3, np.full(4, 0.5)), (4, 2 / np.pi * root)]:
        values = cos_pdf(t, n)
        call = f"cos_pdf(np.array({t.tolist()}), {n})"
        said = f"{call} returned\n{values}\nexpected\n{expected}"
        assert np.shape(values) == (4,), f"{said}\nof shape (4,), not {np.shape(values)}"
        assert np.allclose(values, expected), said


# %% tags=["check"] points=0.5 hint="At t = 0 one half lies to the left. In the plane the angle is uniform: which share of the half circle has a cosine of at most t?"
def has_the_known_distribution_functions(cos_cdf):
    """For n = 2 the distribution function is 1 − arccos(t)/π, for n = 3 it is (t + 1)/2."""
    import numpy as np

    t = np.array([-0.9, -0.2, 0.0, 0.6])
    for n, expected in [(2, 1 - np.arccos(t) / np.pi), (3, (t + 1) / 2)]:
        values = cos_cdf(t, n)
        call = f"cos_cdf(np.array({t.tolist()}), {n})"
        said = f"{call} returned\n{values}\nexpected\n{expected}"
        assert np.shape(values) == (4,), f"{said}\nof shape (4,), not {np.shape(values)}"
        error = np.max(abs(values - expected))
        assert error < 1e-8, f"{said}\nthe largest error is {error:.1e}, allowed 1e-8"


# %% tags=["check", "hidden"] points=0.5 hint="The exponent belongs to the cosine, not to the angle: dt = sin θ dθ has used up one power. And the total must be 1."
def has_the_exact_density(cos_pdf):
    """The density is exact for small and middling n, also far from 0."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    t = np.array([-0.99, -0.7, -0.3, -0.01, 0.0, 0.02, 0.25, 0.5, 0.8, 0.97])
    for n in (2, 3, 4, 5, 8, 17, 50, 100):
        what = f"cos_pdf(t, {n})"
        assert_close(cos_pdf(t, n), reference.cos_pdf(t, n), rtol=1e-7, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="math.gamma overflows from 172 on, and math.comb is slow. Subtract two logarithms and take one exponential."
def has_a_density_in_high_dimension(cos_pdf):
    """The density is exact for n up to 100,000."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    for n in (340, 343, 768, 4096, 12_288, 100_000):
        t = np.array([-8.0, -3.0, -1.0, 0.0, 0.5, 2.0, 6.0, 12.0]) / np.sqrt(n)
        what = f"cos_pdf(t, {n})"
        assert_close(cos_pdf(t, n), reference.cos_pdf(t, n), rtol=1e-7, what=what)


# %% tags=["check", "hidden"] points=0.5 hint="Check your rule at n = 3, where you know the answer, with twice as many points. For negative t use the symmetry."
def has_the_exact_distribution_function(cos_cdf):
    """P(cos θ ≤ t) is right to 1e-8 for small and middling n."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    t = np.array([-1.0, -0.999, -0.8, -0.45, -0.1, -1e-3, 0.0, 0.02, 0.3, 0.6, 0.95, 0.9999, 1.0])
    for n in (2, 3, 4, 5, 8, 17, 50, 100):
        what = f"cos_cdf(t, {n})"
        assert_close(cos_cdf(t, n), reference.cos_cdf(t, n), rtol=0, atol=1e-8, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="For n = 100,000 all the mass lies within ±0.03. How many of your points lie there, for t = 0.9 too?"
def has_a_distribution_function_in_high_dimension(cos_cdf):
    """P(cos θ ≤ t) is right to 1e-8 for n up to 100,000, for t near 0 and near ±1."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    for n in (340, 343, 768, 12_288, 100_000):
        near = np.array([-6.0, -2.5, -1.0, -0.1, 0.0, 0.3, 1.5, 4.0]) / np.sqrt(n)
        t = np.concatenate([near, [-1.0, -0.9, -0.5, -0.25, 0.25, 0.5, 0.9, 1.0]])
        what = f"cos_cdf(t, {n})"
        assert_close(cos_cdf(t, n), reference.cos_cdf(t, n), rtol=0, atol=1e-8, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Outside [−1, 1] the formula takes a root of a negative number: NaN. No cosine lies there, so what are density and probability?"
def knows_that_cosines_end_at_one(cos_pdf, cos_cdf):
    """For |t| > 1 the density is 0 and the distribution function 0 or 1; for n > 3 the density is 0 at ±1."""
    import numpy as np
    from mathtx_ref.checking import assert_close

    t = np.array([-7.0, -1.5, -1 - 1e-10, 1 + 1e-10, 2.0, 100.0])
    for n in (2, 3, 4, 5, 9, 1000):
        assert_close(cos_pdf(t, n), np.zeros(6), what=f"cos_pdf(t, {n}) outside [−1, 1]")
        what = f"cos_cdf(t, {n}) outside [−1, 1]"
        assert_close(cos_cdf(t, n), [0, 0, 0, 1, 1, 1], atol=1e-8, what=what)
    for n in (4, 5, 9, 1000):
        assert_close(cos_pdf([-1, 1], n), [0.0, 0.0], atol=1e-6, what=f"cos_pdf(±1, {n})")


# %% tags=["check", "hidden"] points=0.125 hint="If the points of your rule get an axis of their own, a last one, t may have as many axes as it likes."
def keeps_the_shape_of_t(cos_pdf, cos_cdf):
    """A number gives a number; lists, integers and arrays with several axes give arrays of the same shape; t is unchanged."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close, assert_unchanged

    rng = np.random.default_rng(4301)
    cases = {
        "a number": 0.3,
        "an integer": 0,
        "a numpy number": np.float64(-0.4),
        "a list": [0.1, -0.2, 0.3],
        "a list of integers": [0, 2, -3],
        "int8": np.array([0, 16, 100, -100], np.int8),
        "float32": np.array([0.1, 0.7], np.float32),
        "shape (1,)": np.array([0.5]),
        "shape (2, 3)": rng.uniform(-1, 1, (2, 3)),
        "shape (2, 1, 4)": rng.uniform(-1.2, 1.2, (4, 1, 2)).T,
        "shape (40,)": np.linspace(-1.1, 0.9, 40),
    }
    for k, (name, t) in enumerate(cases.items()):
        n = 5 if k % 2 else np.int64(6)
        pdf, cdf = reference.cos_pdf(t, n), reference.cos_cdf(t, n)
        value = assert_unchanged(cos_pdf, t, n, what="cos_pdf")
        assert_close(value, pdf, rtol=1e-7, what=f"cos_pdf(t, {n}), t {name},")
        value = assert_unchanged(cos_cdf, t, n, what="cos_cdf")
        assert_close(value, cdf, rtol=0, atol=1e-8, what=f"cos_cdf(t, {n}), t {name},")


# %% tags=["check", "hidden"] points=0.125 hint="The formula is silent for n = 1 and for n = 2.5. You must not be."
def refuses_impossible_dimensions(cos_pdf, cos_cdf):
    """n below 2 or no integer raises ValueError, in both functions."""
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    # In space the density is 1/2 everywhere: roughly, for the digits are judged above.
    assert_close(cos_pdf(0.3, 3), 0.5, rtol=0.2, what="cos_pdf(0.3, 3)")
    assert_close(cos_cdf(0.3, 3), 0.65, rtol=0.2, what="cos_cdf(0.3, 3)")
    for n in (1, 0, -2, 2.5):
        assert_raises_value_error(cos_pdf, 0.3, n, what=f"cos_pdf(0.3, {n})")
        assert_raises_value_error(cos_cdf, 0.3, n, what=f"cos_cdf(0.3, {n})")


# %% tags=["figure"]
# √n·cos θ: samples, the exact density and the normal limit.
try:
    fig, axes = plt.subplots(2, 2, figsize=(10, 6), layout="constrained")
    s = np.linspace(-3.5, 3.5, 500)
    for ax, n in zip(axes.flat, [3, 10, 100, 768]):
        root = np.sqrt(n)
        sample = root * sample_cosines(n, 4000, rng=np.random.default_rng(n))
        ax.hist(sample, 40, density=True, color="#BBBBBB", label="4000 samples")
        # If s = √n·t, its density is that of t divided by √n.
        ax.plot(s, cos_pdf(s / root, n) / root, color="#0072B2", linewidth=2.5, label="exact")
        normal = np.exp(-(s**2) / 2) / np.sqrt(2 * np.pi)
        ax.plot(s, normal, color="#D55E00", linestyle="--", linewidth=2, label="N(0, 1)")
        ax.set(
            title=f"n = {n}",
            xlabel="$\\sqrt{n}\\,\\cos\\theta$",
            ylabel="density",
            xlim=(-3.5, 3.5),
        )
    axes[0, 1].legend(frameon=False, loc="upper right", fontsize=9)
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close()
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** Multiplied by $\sqrt n$, the cosine settles down to $N(0,1)$, quickly: for $n=100$ no eye tells the two curves apart. Note what is *not* on the axis: no $\sigma$, and no raw inner product.
