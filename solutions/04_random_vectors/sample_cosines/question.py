# %% [markdown]
# ### 2. Random vectors are nearly orthogonal
#
# What is a "random vector"? The lecture's answer: components drawn independently from $N(0,\sigma^2)$, which is $x\sim N(0,\Sigma)$ with $\Sigma=\sigma^2I$.
#
# This choice has a reason. The density of $x$ is proportional to $e^{-x_1^2/2\sigma^2}\cdots e^{-x_n^2/2\sigma^2}=e^{-\lVert x\rVert^2/2\sigma^2}$: it knows the *length* of $x$ and nothing else.
# So all **directions** are equally likely, and since the cosine does not depend on the lengths, $\sigma$ plays no part in it: take $\sigma=1$.
#
# Vectors with other components look random too, and are not. With each component uniform on $[-1,1]$ the vectors fill a cube, and a cube has corners: they point along its diagonals more often than along its axes.
# With components $\pm1$, all of them *are* corners: in the plane, only the cosines $-1$, $0$ and $1$ ever occur.
# And averaging is not normalising: $x^\top y/n$ has the right variance for $\sigma=1$, namely $\frac1n$, but it does not stop at $\pm1$: for $n=2$, 13.5 % of the values lie beyond.
#
# **Your task.** Draw $m$ independent cosines between random vectors of $\mathbb{R}^n$. Each pair of vectors is used for one cosine.
#
# One thing more. For $n=4096$ and $m=3000$ all the vectors together need $2\cdot3000\cdot4096\cdot8$ bytes, that is 197 MB, for 3000 numbers in the end. Draw the pairs in blocks, and forget each block before you draw the next.


# %% tags=["answer"]
def sample_cosines(n, m, *, rng, chunk=256):
    """m independent samples of cos θ, θ the angle between two random vectors of R^n.

    Both vectors have independent N(0, 1) components, or uniform directions made in any other way.

    n: the dimension, an integer of at least 2.
    m: the number of samples, an integer of at least 1.
    rng: a np.random.Generator, and the only source of random numbers: the same seed, n, m and chunk
         give the same samples, another seed others, and a second call with the same rng goes on
         with new ones.
    chunk: how many pairs to hold in memory at a time, an integer of at least 1; it need not divide
           m and may be larger. The samples may depend on it, their law may not.

    Returns a float64 array of shape (m,) with values in [-1, 1], in any order.
    Memory: for n = 4096, m = 3000 and the default chunk, all arrays that exist at the same time take
    less than 80 MB.

    Raises ValueError when n is below 2, m or chunk below 1, or any of them no integer (1.5).
    """
    # BEGIN SOLUTION
    for value, least in [(n, 2), (m, 1), (chunk, 1)]:
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"wanted an integer of at least {least}, got {value}")
    sample = np.empty(m)
    for start in range(0, m, chunk):
        size = min(chunk, m - start)  # the last block may be shorter
        # Gaussian, because only then no direction is preferred; cosines divides by both lengths.
        X, Y = rng.standard_normal((2, size, n))
        sample[start : start + size] = cosines(X, Y)
    return sample
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="One cosine for each pair, m pairs in all, also when m is smaller than a block."
def returns_m_cosines(sample_cosines):
    """The result has shape (m,), all values lie in [−1, 1] and they are not all the same."""
    import numpy as np

    for n, m in [(3, 7), (20, 600)]:
        values = sample_cosines(n, m, rng=np.random.default_rng(1))
        call = f"sample_cosines({n}, {m}, rng=np.random.default_rng(1)) returned"
        what = "None" if values is None else f"values of shape {np.shape(values)}"
        assert np.shape(values) == (m,), f"{call} {what}, expected shape ({m},)"
        values = np.asarray(values)
        largest = f"{call} a cosine of size {abs(values).max()}, expected at most 1"
        assert np.all(abs(values) <= 1 + 1e-12), largest
        assert np.ptp(values) > 0, f"{call} {m} times {values[0]}, expected different values"


# %% tags=["check"] points=0.5 hint="If n times the variance is near n or n², a length is missing; if the mean is far from 0, some sign has been lost."
def has_mean_0_and_variance_1_over_n(sample_cosines):
    """The samples have mean 0 and variance 1/n, up to six standard errors.

    A right answer fails with probability below 1e-7; missing lengths and lost signs always fail.
    """
    import numpy as np

    m = 4000
    for n in (5, 50):
        found = sample_cosines(n, m, rng=np.random.default_rng(2))
        call = f"sample_cosines({n}, {m}, rng=np.random.default_rng(2)) returned"
        assert found is not None, f"{call} None, expected {m} cosines"
        values = np.asarray(found)
        mean, variance = np.sqrt(n) * values.mean(), n * np.mean(values**2)
        about = f"{call} values whose mean is {values.mean():.4f}, expected about 0"
        assert abs(mean) < 6 / np.sqrt(m), about
        error = np.sqrt(2 / m)
        about = f"{call} values whose variance is {variance / n:.4f}, expected about {1 / n}"
        assert abs(variance - 1) < 6 * error, about


# %% tags=["check", "hidden"] points=1 hint="Small dimensions show the law: in the plane cosines near ±1 are the most frequent ones. Which vectors make all directions equally likely, and by what must you divide?"
def follows_the_exact_law(sample_cosines):
    """In dimensions 2, 3, 8 and 200 the samples follow the law of the cosine.

    Kolmogorov–Smirnov with m = 10,000 and D < 2.63/√m = 0.0263, p < 2e-6 for each n; D < 0.25/√m, p < 3e-8,
    is too near for independent samples (spread evenly: below 1/m); and the largest of 10,000 is above 3.1/√n
    for n = 200, p < 3e-8. A right answer fails with probability below 9e-6. A law at sup distance Δ is found
    with probability above 1 − Φ(−2√m (Δ − 0.0263)): 1 − 1e-15 for the normal limit (Δ = 0.097 at n = 2, 0.057 at 3) and more for
    averages, a missing length, lost signs, centred vectors and ±1 components (Δ > 0.1 for one of the n).
    """
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.values import as_float64

    m = 10_000
    for n in (2, 3, 8, 200):
        values = sample_cosines(n, m, rng=np.random.default_rng(4200 + n))
        found = as_float64(values, (m,), f"sample_cosines({n}, {m})")
        assert np.isfinite(found).all(), f"a sample for n = {n} is NaN or infinite"
        assert abs(found).max() <= 1 + 1e-12, f"a cosine for n = {n} is {abs(found).max()} in size"
        distance = reference.ks_distance(found, lambda t, n=n: reference.cos_cdf(t, n))
        assert distance < 2.63 / np.sqrt(m), (
            f"the samples for n = {n} are {distance:.4f} away from the law of the cosine, "
            f"wanted less than {2.63 / np.sqrt(m):.4f}"
        )
        assert distance > 0.25 / np.sqrt(m), (
            f"the samples for n = {n} are only {distance:.6f} away from the law of the cosine: "
            "spread evenly, wanted independent ones"
        )
    largest = np.sqrt(n) * float(abs(found).max())
    assert largest > 3.1, (
        f"the largest of {m} cosines for n = {n} is {largest:.2f}/sqrt(n): the tails are missing"
    )


# %% tags=["check", "hidden"] points=0.5 hint="A cube has corners. In the plane, the angle between two random directions must be uniform, to its finest details."
def prefers_no_direction(sample_cosines):
    """In the plane the angle is uniform also in its second and fourth harmonic.

    cos 2θ and cos 4θ have mean 0 and standard error 1/√(2m), m = 100,000; five of them are allowed: a
    right answer fails with probability below 2e-6. Vectors from a cube give E cos 4θ = (π − 3)² = 0.0200
    against 0.0112 and are found with probability above 1 − 1e-4; Kolmogorov–Smirnov would miss them.
    """
    import numpy as np
    from mathtx_ref.values import as_float64

    m = 100_000
    values = sample_cosines(2, m, rng=np.random.default_rng(4210), chunk=5000)
    t = as_float64(values, (m,), f"sample_cosines(2, {m})")
    assert np.isfinite(t).all(), "a sample is NaN or infinite"
    for name, harmonic in [("2θ", 2 * t**2 - 1), ("4θ", 8 * t**4 - 8 * t**2 + 1)]:
        mean, allowed = float(harmonic.mean()), 5 / np.sqrt(2 * m)
        assert abs(mean) < allowed, (
            f"the mean of cos {name} is {mean:.4f}, wanted 0 up to {allowed:.4f}"
        )


# %% tags=["check", "hidden"] points=0.25 hint="Each cosine wants its own pair of vectors: no block twice, no sample with its sign turned, no table of a few vectors with each other."
def draws_a_new_pair_for_each_cosine(sample_cosines):
    """No value comes twice, with either sign, and the values are no table of few vectors with each other.

    Independent samples repeat a size |t| with probability below 1e-9 in float64. For n = 2 the table of 20
    vectors with 20 others, and of 20 vectors among themselves, has rank 2: its third singular value is
    rounding (1e-16), and above 1e-3 of the first for independent samples, sorted or not; 1e-9 is asked for.
    With two samples of one call, n·t₁·t₂ has mean 0 and standard error 1/√200 over 200 calls, five of which are
    allowed: a right answer fails with probability below 1e-6; a mean above 0.7 is found with one above 1 − 1e-6.
    """
    import numpy as np
    from mathtx_ref.values import as_float64

    for n, m, chunk in [(5, 1000, 256), (3, 90, 30)]:
        values = sample_cosines(n, m, rng=np.random.default_rng(4220), chunk=chunk)
        found = as_float64(values, (m,), f"sample_cosines({n}, {m}, chunk={chunk})")
        different = len(np.unique(abs(found)))
        assert different >= 0.99 * m, f"among {m} samples only {different} are different in size"
    for chunk in (20, 400):
        values = sample_cosines(2, 400, rng=np.random.default_rng(4221), chunk=chunk)
        found = as_float64(values, (400,), f"sample_cosines(2, 400, chunk={chunk})")
        assert np.isfinite(found).all(), "a sample is NaN or infinite"
        sizes = np.linalg.svd(found.reshape(20, 20), compute_uv=False)
        assert sizes[2] > 1e-9 * sizes[0], (
            "400 samples are the table of 20 vectors with 20 others, wanted 400 pairs"
        )
    values = sample_cosines(2, 190, rng=np.random.default_rng(4222))
    found = as_float64(values, (190,), "sample_cosines(2, 190)")
    for i, j in [np.triu_indices(20, 1), np.tril_indices(20, -1)]:
        gram = np.eye(20)
        gram[i, j] = gram[j, i] = found
        sizes = np.linalg.svd(gram, compute_uv=False)
        assert sizes[2] > 1e-9 * sizes[0], (
            "190 samples are the pairs among 20 vectors, wanted 190 pairs of their own"
        )
    products = []
    for seed in range(200):
        values = sample_cosines(2, 2, rng=np.random.default_rng((4223, seed)))
        products.append(2 * np.prod(as_float64(values, (2,), "sample_cosines(2, 2)")))
    mean, allowed = float(np.mean(products)), 5 / np.sqrt(200)
    assert abs(mean) < allowed, (
        f"two samples of one call have the correlation {mean:.2f}, wanted 0 up to {allowed:.2f}"
    )


# %% tags=["check", "hidden"] points=0.5 hint="How many vectors exist at the same time in your code? Only one block of chunk pairs may. Copies, products and squares count too."
def keeps_the_memory_small(sample_cosines):
    """The memory for n = 2048 and m = 3000 is that of a few blocks, and the cosines are right.

    n times the mean square is 1 up to six standard errors √(2/m) = 0.026: a right answer fails with
    probability below 1e-7. All vectors at once take 98 MB, one of the two sets 49 MB, a block of 256 pairs
    8 MB; less than 40 MB are wanted, half of what the question allows for n = 4096.
    """
    import numpy as np
    from mathtx_ref.checking import measure
    from mathtx_ref.values import as_float64

    n, m = 2048, 3000
    values, peak, _ = measure(sample_cosines, n, m, rng=np.random.default_rng(4230))
    found = as_float64(values, (m,), f"sample_cosines({n}, {m})")
    variance = float(n * np.mean(found**2))
    assert abs(variance - 1) < 6 * np.sqrt(2 / m), (
        f"n times the variance is {variance:.3f} for n = {n}, wanted 1"
    )
    assert peak < 40e6, f"{peak / 1e6:.0f} MB are in use for n = {n}, m = {m}, wanted less than 40"


# %% tags=["check", "hidden"] points=0.25 hint="Draw from the generator that you are handed, from nothing else, and do not copy it or make a new one."
def draws_from_rng_only(sample_cosines):
    """The same seed gives the same samples, another seed others, and a second call new ones."""
    import numpy as np
    from mathtx_ref.checking import assert_close
    from mathtx_ref.values import as_float64

    def draw(rng):
        values = sample_cosines(6, 40, rng=rng, chunk=16)
        return as_float64(values, (40,), "sample_cosines(6, 40)")

    rng = np.random.default_rng(4240)
    first, second = draw(rng), draw(rng)
    assert not np.isin(second, first).any(), "a second call with the same rng repeats samples"
    rng = np.random.default_rng(4240)
    for name, expected in [("first", first), ("second", second)]:
        assert_close(draw(rng), expected, what=f"the {name} call with the same seed")
    other = draw(np.random.default_rng(4241))
    assert not np.isin(other, first).any(), "another seed gives the same samples"


# %% tags=["check", "hidden"] points=0.25 hint="Try m = 10 with blocks of 4. How long is the last block, and who fills the last two values?"
def works_for_every_m_and_chunk(sample_cosines):
    """There are m samples, all of them drawn, for chunks that divide m or do not, smaller or larger."""
    import numpy as np
    from mathtx_ref.values import as_float64

    cases = [(3, 10, 4), (3, 10, 5), (4, 3, 7), (2, 1, 1), (5, 6, 1), (2, 257, 256), (3, 1, 256)]
    cases += [(np.int64(3), np.int64(10), np.int64(4))]
    for n, m, chunk in cases:
        what = f"sample_cosines({n}, {m}, chunk={chunk})"
        values = sample_cosines(n, m, rng=np.random.default_rng(4250), chunk=chunk)
        found = as_float64(values, (int(m),), what)
        if type(values) is np.ndarray:
            assert values.dtype == np.float64, f"{what} has dtype {values.dtype}, wanted float64"
        assert np.all(abs(found) <= 1 + 1e-12), f"{what} holds a value outside [−1, 1]"
        assert np.all(found != 0), f"{what} holds a 0: a value that was never drawn"
        assert len(np.unique(found)) == m, f"{what} holds a value twice"


# %% tags=["check", "hidden"] points=0.25 hint="In one dimension every cosine is 1 or −1: that is no n for this question. Look at all three numbers first."
def refuses_impossible_numbers(sample_cosines):
    """n below 2, m or chunk below 1, and numbers that are no integers raise ValueError."""
    import numpy as np
    from mathtx_ref.checking import assert_raises_value_error
    from mathtx_ref.values import as_float64

    rng = np.random.default_rng(4260)
    values = sample_cosines(3, 8, rng=rng, chunk=4)
    found = as_float64(values, (8,), "sample_cosines(3, 8, chunk=4)")
    assert np.all(abs(found) <= 1 + 1e-12), (
        "sample_cosines(3, 8, chunk=4) holds a value outside [−1, 1]"
    )
    for n, m, chunk in [
        (1, 5, 4),
        (0, 5, 4),
        (-3, 5, 4),
        (2.5, 5, 4),
        (3, 0, 4),
        (3, -1, 4),
        (3, 2.5, 4),
        (3, 5, 0),
        (3, 5, -2),
        (3, 5, 1.5),
    ]:
        what = f"sample_cosines({n}, {m}, chunk={chunk})"
        assert_raises_value_error(sample_cosines, n, m, rng=rng, chunk=chunk, what=what)


# %% tags=["figure"]
# The angle between two random vectors: anything in the plane, 90° in high dimension.
colours = ["#E69F00", "#56B4E9", "#009E73", "#0072B2"]
try:
    fig, ax = plt.subplots(figsize=(7.5, 4), layout="constrained")
    for n, colour in zip([2, 3, 10, 100], colours):
        t = sample_cosines(n, 5000, rng=np.random.default_rng(n))
        angles = np.degrees(np.arccos(np.clip(t, -1, 1)))
        bins = np.arange(0, 181, 3)
        ax.hist(
            angles, bins, density=True, histtype="step", linewidth=2, color=colour, label=f"n = {n}"
        )
    ax.set(xlabel="angle in degrees", ylabel="density", xticks=range(0, 181, 30))
    ax.set_title("The angle between two random vectors")
    ax.legend(frameon=False)
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close()
    print(f"This figure waits for an answer: {missing}")
