# %% [markdown]
# ### 6. More than n vectors cannot all be orthogonal: by how much not?
#
# So far we asked how many vectors are possible. Now the other side: $N$ vectors in $\mathbb{R}^n$ with $N>n$ are not all orthogonal. How small can the largest $|\cos|$ be?
#
# Let $G$ be the matrix of all cosines, $G_{ij}=\cos\theta_{ij}$. It is $N\times N$, symmetric, positive semidefinite, has rank at most $n$ and trace $N$. Its at most $n$ eigenvalues that are not zero add up to $N$, so their squares add up to at least $N^2/n$ (they do least when all are $N/n$). But the squares of the eigenvalues add up to the squares of the entries:
#
# $$\frac{N^2}n\;\le\;\sum_{ij}G_{ij}^2\;\le\;N+N(N-1)\,\max_{i\ne j}|\cos\theta_{ij}|^2 .$$
#
# Solve for the maximum. This is **Welch's bound** (1974):
#
# $$\max_{i\ne j}|\cos\theta_{ij}|\;\ge\;\sqrt{\frac{N-n}{n\,(N-1)}}\,.$$
#
# - $N=n+1$: the bound is $\frac1n$. The corners of a regular simplex attain it; in the plane, three vectors at $120°$.
# - $N\to\infty$: it approaches $\frac1{\sqrt n}$, the vertical line in the figure above, and no more. Left of the line the bound limits the number of vectors: $N\le n\,\frac{1-\varepsilon^2}{1-n\varepsilon^2}$, at most 831 for $(768,\,0.01)$. **Exponentially many vectors need $\varepsilon>1/\sqrt n$.** Right of the line the bound says nothing, and the counts of question 3 take over.
# - The $50{,}257$ tokens of GPT-2 in $\mathbb{R}^{768}$: some two of them have $|\cos|\ge0.0358$, whatever the training did. That is a tame demand.
#
# **Your task.** The bound. Python's integers know no largest number, use that: for $N=10^{20}+1$ vectors in dimension $10^{20}$ the numerator is 1, but not if you make floats of the two first.


# %% tags=["answer"]
def welch(n, N):
    """Welch's lower bound on the largest |cos| between two of N vectors in R^n.

    n: the dimension.   N: the number of vectors.   Each is an integer of at least 1: Python's, up
    to 1e30 and not rounded to floats, or numpy's (np.int64, np.int32), whose products overflow
    silently while int(N) never does.

    Returns one number (a float; no Fraction): √((N − n)/(n·(N − 1))) for N > n, and 0 for N ≤ n,
    where the vectors may be orthogonal. The relative error is at most 1e-9.

    Raises ValueError when n or N is below 1 or no integer (1.5).
    """
    # BEGIN SOLUTION
    for number in (n, N):
        if not isinstance(number, (int, np.integer)) or number < 1:
            raise ValueError(f"n and N are integers of at least 1, not {number}")
    n, N = int(n), int(N)  # of any size, where np.int64 would overflow
    if N <= n:
        return 0.0  # also the case N = n = 1, where the quotient is 0/0
    return math.sqrt((N - n) / (n * (N - 1)))
    # END SOLUTION


# %% tags=["check"] points=0.25 hint="Do not forget the root. Three vectors in the plane at 120° have cosines of size ½."
def gives_the_bound_of_the_examples(welch):
    """Three vectors in the plane give ½, and GPT-2's 50,257 tokens give 0.0358."""
    for n, N, wanted in [(2, 3, 0.5), (768, 50257, 0.0358079757)]:
        value = welch(n, N)
        said = f"welch({n}, {N}) returned {value}, expected {wanted}"
        assert value is not None and abs(float(value) - wanted) < 1e-9, said


# %% tags=["check"] points=0.25 hint="With at most n vectors nothing forces any cosine away from 0, and the root of a negative number is no bound."
def gives_zero_for_a_basis(welch):
    """For N ≤ n the vectors may be orthogonal: the bound is 0."""
    for n, N in [(5, 5), (5, 3), (768, 100)]:
        assert welch(n, N) == 0, f"welch({n}, {N}) returned {welch(n, N)}, expected 0"
    value = welch(2, 4)
    said = f"welch(2, 4) returned {value}, expected 0.577: here N is above n"
    assert value is not None and value > 0.1, said


# %% tags=["check", "hidden"] points=0.25 hint="Which of N, N - 1 and N - n belongs where? At N = n + 1 the bound must be 1/n."
def is_right_for_all_numbers(welch):
    """The bound is right for small and large n and N."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 2, 3, 10, 384, 12_288):
        for N in (n + 1, n + 2, 2 * n, n * n + 1, 1000 * n + 7):
            if N > 1:
                wanted = reference.welch(n, N)
                assert_close(welch(n, N), wanted, rtol=1e-9, what=f"welch({n}, {N})")


# %% tags=["check", "hidden"] points=0.25 hint="Make the matrix of cosines of a simplex, or of the six diagonals of an icosahedron, and compare its largest entry with your bound."
def is_attained_by_the_best_sets(welch):
    """Simplices and equiangular lines attain the bound, and random sets never lie below it."""
    import numpy as np
    from mathtx_ref.checking import assert_close, assert_scalar

    rng = np.random.default_rng(5601)

    def largest(X):
        X = X / np.linalg.norm(X, axis=1, keepdims=True)
        return float(np.abs(X @ X.T - np.eye(len(X))).max())

    for n in (2, 3, 7, 20):
        simplex = np.eye(n + 1) - 1 / (n + 1)  # n + 1 vectors in an n-dimensional subspace
        what = f"the bound for a simplex, welch({n}, {n + 1}),"
        assert_close(welch(n, n + 1), largest(simplex), rtol=1e-9, what=what)
        for N in (n + 1, 2 * n, 10 * n):
            found, bound = largest(rng.standard_normal((N, n))), assert_scalar(welch(n, N))
            assert bound <= found, (
                f"{N} vectors in R^{n} have {found}, below welch, which is {bound}"
            )
    golden = (1 + 5**0.5) / 2
    icosahedron = np.array([[0, 1, golden], [1, golden, 0], [golden, 0, 1]])
    icosahedron = np.concatenate(
        [icosahedron, icosahedron * np.sign([[1, -1, 1], [-1, 1, 1], [1, 1, -1]])]
    )
    assert_close(welch(3, 6), largest(icosahedron), rtol=1e-9, what="welch(3, 6), an icosahedron,")
    for n, N, cosine in [(7, 28, 1 / 3), (23, 276, 1 / 5)]:  # the largest known in these spaces
        what = f"welch({n}, {N}), equiangular lines,"
        assert_close(welch(n, N), cosine, rtol=1e-9, what=what)


# %% tags=["check", "hidden"] points=0.5 hint="Subtract and multiply as Python integers, divide afterwards. What is int32(50257) · int32(100000)?"
def computes_with_integers_of_any_size(welch):
    """Numbers up to 1e30 and numpy integers give the exact bound, also for N = n + 1."""
    import numpy as np
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    big = [
        (768, 10**30),
        (10**15, 10**30),
        (10**20, 10**20 + 1),
        (10**30 - 5, 10**30),
        (10**29, 10**30),
    ]
    big += [(2**62, 2**63 + 1), (10**18, 3 * 10**18), (1, 10**30), (2**53, 2**53 + 1)]
    big += [(10**8, 10**8 + 1), (10**9, 10**9 + 2), (10**11, 10**11 + 1)]
    big += [(2_000_003, 7_000_001)]
    for n, N in big:
        assert_close(welch(n, N), reference.welch(n, N), rtol=1e-9, what=f"welch({n}, {N})")
    for kind, n, N in [
        (np.int64, 3 * 10**9, 4 * 10**9),
        (np.int32, 50_257, 100_000),
        (np.int32, 768, 2**31 - 1),
        (np.int64, 12_288, 50_257),
        (np.int32, 300, 30_000_000),
    ]:
        wanted = reference.welch(n, N)
        what = f"welch({n}, {N}) with both as {kind.__name__}"
        assert_close(welch(kind(n), kind(N)), wanted, rtol=1e-9, what=what)
        what = f"welch({n}, {N}) with N as {kind.__name__}"
        assert_close(welch(n, kind(N)), wanted, rtol=1e-9, what=what)
    wanted = reference.welch(768, 10**30)
    what = "welch(768, 10**30) with n as int64"
    assert_close(welch(np.int64(768), 10**30), wanted, rtol=1e-9, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="Compare n and N before you divide: for N = 1 the denominator is 0, and for N < n the root has no value."
def is_zero_while_the_vectors_may_be_orthogonal(welch):
    """For N ≤ n, one vector included, the bound is 0, as a number; for N > n it is not."""
    import numpy as np
    from mathtx_ref.checking import assert_close

    cases = [(1, 1), (2, 1), (2, 2), (3, 2), (768, 1), (768, 767), (12_288, 12_288)]
    for n, N in [*cases, (10**30, 10**30), (10**30, 10**30 - 1), (10**30, 1)]:
        assert_close(welch(n, N), 0.0, what=f"welch({n}, {N})")
    what = "welch(5, 5) with numpy integers"
    assert_close(welch(np.int64(5), np.int64(5)), 0.0, what=what)
    assert_close(welch(5, 11), 0.12**0.5, rtol=0.2, what="welch(5, 11)")  # roughly √(6/50)


# %% tags=["check", "hidden"] points=0.25 hint="The answer for N at most n comes early; the look at the arguments must come earlier."
def refuses_what_is_no_number_of_vectors(welch):
    """n or N below 1 or no integer raises ValueError; (3, 7) does not."""
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    cases = [(0, 5), (5, 0), (-3, 5), (5, -3), (0, 0), (1.5, 5), (5, 1.5), (3, 7.5), (7.5, 3)]
    for n, N in cases:
        assert_raises_value_error(welch, n, N, what=f"welch({n}, {N})")
    assert_close(welch(3, 7), (2 / 9) ** 0.5, rtol=0.2, what="welch(3, 7)")  # roughly √(4/18)
