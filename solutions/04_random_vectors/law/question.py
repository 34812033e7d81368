# %% [markdown]
# ### 4. The right scaling
#
# Now for the formula of the notes. For independent $x$, $y$ with components from $N(0,\sigma^2)$ they say:
#
# $$\sqrt n\,\langle x,y\rangle\rightarrow N(0,\sigma^2)\qquad\text{(as printed)}$$
#
# and that the inner product becomes *narrower and narrower around zero* as $n$ grows. Do not believe it: measure. The cell below takes $\sigma=2$, so the printed variance is $4$.

# %%
# Needs none of your answers: run it, and look for columns that settle down as n grows.
rng = np.random.default_rng(4)
sigma, pairs = 2.0, 1000
print("    n    var √n⟨x,y⟩     var ⟨x,y⟩   var ⟨x,y⟩/√n   var √n·cosθ")
for n in [16, 128, 1024]:
    x, y = sigma * rng.standard_normal((2, pairs, n))
    inner = (x * y).sum(axis=1)
    cosine = inner / (np.linalg.norm(x, axis=1) * np.linalg.norm(y, axis=1))
    row = np.sqrt(n) * inner, inner, inner / np.sqrt(n), np.sqrt(n) * cosine
    print(
        f"{n:5d}  {row[0].var():12.4g}  {row[1].var():12.4g}  {row[2].var():13.4g}  {row[3].var():12.4g}"
    )

# %% [markdown]
# The first column should settle at $4$ and runs away like $n^2$. The second grows too: the raw inner product becomes *wider*, not narrower. The last two stay where they are, near $16=\sigma^4$ and near $1$.
#
# The reason takes two lines. $\langle x,y\rangle=\sum_ix_iy_i$ is a sum of $n$ independent terms; each has mean $0$ and variance $\mathrm E[x_i^2]\,\mathrm E[y_i^2]=\sigma^4$. So its variance is known exactly, and by the central limit theorem
#
# $$\frac{\langle x,y\rangle}{\sqrt n}\rightarrow N(0,\sigma^4)\qquad\text{and}\qquad\sqrt n\,\cos\theta\rightarrow N(0,1).$$
#
# Dividing by the lengths, which are close to $\sigma\sqrt n$ each, removes $\sigma$. "Narrower and narrower" is true of $\cos\theta$, and of $\langle x,y\rangle/n$, but not of $\langle x,y\rangle$.
# (The printed formula does hold in another setting: exactly, if $x$ has length 1 and the components of $y$ have variance $\sigma^2/n$.)
#
# Besides the variances, which are exact for every $n$, two means are worth knowing:
#
# - The mean of $|\cos\theta|$, "how far from orthogonal is a typical pair?": $\mathrm E\,|\cos\theta|=2\int_0^1t\,f_n(t)\,dt$ with the density of question 3. Do this integral; it is one you can do. In the plane it is $\frac2\pi$, for $n=768$ it is $0.0288005528$. (For $n=1$ all cosines are $\pm1$; the formula that you find will know it.) The mean *angle*, by the way, is not small at all: it is $90°$.
# - The mean length, $\mathrm E\lVert x\rVert=\sigma\sqrt2\;\Gamma(\frac{n+1}2)\,/\,\Gamma(\frac n2)$: a little less than $\sigma\sqrt n$, and for $n=2$ clearly less.
#
# **Your task.** All five numbers, exact for every $n$ and not only in the limit.


# %% tags=["answer"]
def law(n, sigma):
    """Exact moments for independent x, y in R^n with independent components from N(0, sigma²).

    n: the dimension, an integer from 1 to 100,000.
    sigma: the standard deviation of each component, a number above 0.

    Returns a plain dict with these keys, each value one number:
        "var_inner"              the variance of ⟨x, y⟩
        "var_inner_over_sqrt_n"  the variance of ⟨x, y⟩/√n
        "var_cos"                the variance of cos θ
        "mean_abs_cos"           the mean of |cos θ|
        "mean_norm"              the mean of ‖x‖
    with relative errors of at most 1e-8: exact values, not their limits for large n.

    Raises ValueError when n is below 1 or no integer (1.5), and when sigma is 0 or negative.
    """
    # BEGIN SOLUTION
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError(f"the dimension is an integer of at least 1, not {n}")
    if not sigma > 0:
        raise ValueError(f"sigma is a number above 0, not {sigma}")
    n, sigma = int(n), float(sigma)
    # E|cos θ| = 2∫ t·f(t) dt = 2C/(n−1), where (n−1)/2·Γ((n−1)/2) is Γ((n+1)/2): one quotient
    # of Gammas for both means, by logarithms because each Gamma alone overflows.
    quotient = math.exp(math.lgamma((n + 1) / 2) - math.lgamma(n / 2))
    return {
        "var_inner": n * sigma**4,
        "var_inner_over_sqrt_n": sigma**4,
        "var_cos": 1 / n,
        "mean_abs_cos": 1 / (math.sqrt(math.pi) * quotient),
        "mean_norm": sigma * math.sqrt(2) * quotient,
    }
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="For sigma = 2 each product of two components has the variance 16. How many of them are added, and what does a division by the root of n do to a variance?"
def has_the_variances_for_n_4_and_sigma_2(law):
    """For n = 4 and σ = 2 the variances are 64, 16 and ¼."""
    found = law(4, 2)
    assert type(found) is dict, f"law(4, 2) returned {found}, expected a plain dict"
    for key, expected in [("var_inner", 64), ("var_inner_over_sqrt_n", 16), ("var_cos", 0.25)]:
        assert key in found, f"law(4, 2) returned a dict without the key {key!r}, expected it"
        value = found[key]
        said = f"law(4, 2)[{key!r}] returned {value}, expected {expected}"
        assert value is not None and abs(float(value) - expected) < 1e-9, said


# %% tags=["check"] points=0.5 hint="In the plane the angle is uniform: the mean of |cos θ| over a quarter of the circle is 2/π. The limit √(2/(πn)) is only close."
def has_the_means_in_the_plane(law):
    """For n = 2 and σ = 1 the mean of |cos θ| is 2/π and the mean length √(π/2)."""
    import math

    found = law(2, 1)
    assert type(found) is dict, f"law(2, 1) returned {found}, expected a plain dict"
    for key, expected in [("mean_abs_cos", 2 / math.pi), ("mean_norm", math.sqrt(math.pi / 2))]:
        assert key in found, f"law(2, 1) returned a dict without the key {key!r}, expected it"
        value = found[key]
        said = f"law(2, 1)[{key!r}] returned {value}, expected {expected}"
        assert value is not None and abs(float(value) - expected) < 1e-8, said


# %% tags=["check", "hidden"] points=0.5 hint="Which of the three depend on sigma, which on n? Measure with a sigma that is not 1."
def has_the_exact_variances(law):
    """The three variances are right for every n and σ."""
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 2, 3, 10, 768, 12_288):
        for sigma in (1, 2, 0.5, 3.7, 12.75, 1e-20, 1e20):
            expected, found = reference.law(n, sigma), law(n, sigma)
            assert type(found) is dict, f"law({n}, {sigma}) is no plain dict"
            for key in ("var_inner", "var_inner_over_sqrt_n", "var_cos"):
                assert key in found, f"law({n}, {sigma}) has no key {key}"
                assert_close(found[key], expected[key], rtol=1e-8, what=f"law({n}, {sigma})[{key}]")


# %% tags=["check", "hidden"] points=0.5 hint="Substitute u = 1 − t² in the integral. Then compare with 2/π for n = 2, with ½ for n = 3: a limit for large n is no exact value."
def has_the_exact_mean_of_the_absolute_cosine(law):
    """E|cos θ| is exact in every dimension, from 1 up, whatever σ is."""
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 2, 3, 4, 5, 10, 33, 100, 170, 250):
        for sigma in (1.0, 0.3, 5):
            expected, found = reference.law(n, sigma), law(n, sigma)
            assert type(found) is dict, f"law({n}, {sigma}) is no plain dict"
            assert "mean_abs_cos" in found, f"law({n}, {sigma}) has no key mean_abs_cos"
            what = f"law({n}, {sigma})[mean_abs_cos]"
            assert_close(found["mean_abs_cos"], expected["mean_abs_cos"], rtol=1e-8, what=what)


# %% tags=["check", "hidden"] points=0.5 hint="The root of the mean of ‖x‖² is not the mean of ‖x‖. And twice as large sigma, twice as long vectors."
def has_the_exact_mean_length(law):
    """E‖x‖ is exact in every dimension, from 1 up, for every σ."""
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 2, 3, 4, 5, 10, 33, 100, 170, 250):
        for sigma in (1.0, 0.3, 5, 12.75, 1e-20, 1e20):
            expected, found = reference.law(n, sigma), law(n, sigma)
            assert type(found) is dict, f"law({n}, {sigma}) is no plain dict"
            assert "mean_norm" in found, f"law({n}, {sigma}) has no key mean_norm"
            what = f"law({n}, {sigma})[mean_norm]"
            assert_close(found["mean_norm"], expected["mean_norm"], rtol=1e-8, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="math.gamma(172) is an OverflowError. The quotient of two Gammas that are neighbours is small; math.lgamma gets you there."
def survives_high_dimensions(law):
    """The means are exact for n up to 100,000, where Γ itself overflows; n may be a numpy integer."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    for n in (341, 344, 768, 4097, 12_288, 100_000, np.int64(768)):
        expected, found = reference.law(n, 2.0), law(n, 2.0)
        assert type(found) is dict, f"law({n}, 2.0) is no plain dict"
        for key in ("mean_abs_cos", "mean_norm"):
            assert key in found, f"law({n}, 2.0) has no key {key}"
            assert_close(found[key], expected[key], rtol=1e-8, what=f"law({n}, 2.0)[{key}]")


# %% tags=["check", "hidden"] points=0.25 hint="A dimension of 0 and a negative standard deviation make perfectly good floats. Look at both arguments first."
def refuses_impossible_numbers(law):
    """n below 1 or no integer, and σ ≤ 0, raise ValueError."""
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    values, key = law(3, 1.0), "var_inner_over_sqrt_n"
    assert type(values) is dict and key in values, f"law(3, 1.0) is no dict with {key}"
    assert_close(values[key], 1.0, rtol=1e-8, what=f"law(3, 1.0)[{key!r}]")
    for n, sigma in [(0, 1.0), (-2, 1.0), (1.5, 1.0), (3, 0), (3, 0.0), (3, -1.0), (768, -1e-9)]:
        assert_raises_value_error(law, n, sigma, what=f"law({n}, {sigma})")


# %% tags=["figure"]
# How the spread depends on n, for σ = 2: measured (dots), your law (lines), the notes (dashes).
try:
    sigma, sizes = 2.0, np.array([4, 16, 64, 256, 1024])
    laws = [law(int(n), sigma) for n in sizes]
    rng = np.random.default_rng(44)
    inner_sd, cosine_sd = [], []
    for n in sizes:
        x, y = sigma * rng.standard_normal((2, 500, n))
        inner_sd.append((x * y).sum(axis=1).std())
        cosine_sd.append(cosines(x, y).std())
    fig, ax = plt.subplots(figsize=(7.5, 5), layout="constrained")
    lines = np.sqrt([[values["var_inner"], values["var_cos"]] for values in laws])
    ax.loglog(sizes, lines[:, 0], color="#D55E00", linewidth=2, label="⟨x, y⟩: slope +½")
    ax.loglog(sizes, inner_sd, "o", color="#D55E00", markersize=8)
    ax.loglog(
        sizes, sigma / np.sqrt(sizes), "--", color="#777777", label="⟨x, y⟩ as the notes print it"
    )
    ax.loglog(sizes, lines[:, 1], color="#0072B2", linewidth=2, label="cos θ: slope −½")
    ax.loglog(sizes, cosine_sd, "o", color="#0072B2", markersize=8)
    ax.set(xlabel="dimension n", ylabel="standard deviation")
    ax.set_title("The inner product spreads, the cosine narrows")
    ax.legend(frameon=False)
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close()
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** Two straight lines, with slopes $+\frac12$ and $-\frac12$: raw inner products of random vectors *grow* with the dimension like $\sqrt n$, only their cosines shrink like $1/\sqrt n$. This is why the attention scores of the last notebook are divided by $\sqrt{d_{\text{head}}}$.
#
# Multiply your two means: $\mathrm E\lVert x\rVert\cdot\mathrm E\,|\cos\theta|=\sigma\sqrt{2/\pi}$ for every $n$. That is the mean of $|x_1|$, a single component. Do you see why? (Length and direction of $x$ are independent, and $x_1=\lVert x\rVert\cos\theta$ for the angle with the first axis.)
