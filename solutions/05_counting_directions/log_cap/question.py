# %% [markdown]
# ### 2. How much of the sphere does one vector take up?
#
# The proof sketch of the notes: *sample a vector, then draw a theta angle around the vector which creates a patch*. Such a patch is called a **cap**: all directions whose angle with a given vector $v$ is at most $\theta$, that is, whose cosine with $v$ is at least $\varepsilon=\cos\theta$.
#
# Its share of the sphere is the probability that a random direction falls into it,
#
# $$\mu=P(\cos\theta'\ge\varepsilon)=C_n\int_\varepsilon^1(1-t^2)^{\frac{n-3}2}dt,\qquad C_n=\frac{\Gamma(\frac n2)}{\sqrt\pi\;\Gamma(\frac{n-1}2)},$$
#
# with the density from the fourth notebook. In the plane the angle is uniform: $\mu=\theta/\pi$, so for $\varepsilon=\frac12$ ($\theta=60°$) it is $\frac13$. On the ordinary sphere $\mu=\frac{1-\varepsilon}2$. For $\varepsilon=0$ a cap is half the sphere, in every dimension.
#
# In high dimension $\mu$ is small beyond words: for $(n,\varepsilon)=(12288,\,0.9)$ it is $10^{-4433}$, which a `float` turns into 0. So we want $\log\mu$, and must stay in logarithms from the first step to the last. (The fourth notebook's `cos_cdf` is no help here: $1-F(\varepsilon)$ loses everything below $10^{-16}$. Even scipy's `beta.logcdf` answers $-\infty$ at $(12288,\,0.5)$, because it takes the logarithm of a number that has already underflowed.)
#
# **A route that works.** In terms of angles, $\mu=C_n\int_0^{\theta}\sin^{n-2}\varphi\,d\varphi$. The integrand is largest at the rim $\varphi=\theta$. Pull that value out and count the angle $u=\theta-\varphi$ from the rim:
#
# $$\log\mu=\log C_n+(n-2)\log\sin\theta+\log\int_0^{\theta}\Big(\frac{\sin(\theta-u)}{\sin\theta}\Big)^{n-2}du .$$
#
# - What is left under the integral starts at 1 and falls: $\frac{\sin(\theta-u)}{\sin\theta}=\cos u-c\,\sin u$ with $c=\cot\theta=\frac\varepsilon{\sqrt{1-\varepsilon^2}}$, and its logarithm is at most $-(c\,u+\frac{u^2}2)$.
# - So nothing is left beyond the $u$ at which $(n-2)(c\,u+\frac{u^2}2)=40$. End the integral at $w$, that $u$ or $\theta$, whichever is smaller (for $n=2$ at $\theta$). Then the rule of Gauss and Legendre with 64 points on $[0,w]$ (`np.polynomial.legendre.leggauss`, which is made for $[-1,1]$) is exact to ten digits. If the integral went to $\theta$ in all cases, the points would step over all there is.
#
# Any other way is as good: a series, a recursion in $n$, a sum of exponentials with its largest term pulled out.
#
# **Your task.** $\log\mu$.


# %% tags=["answer"]
def log_cap(n, eps):
    """log P(cos θ ≥ ε): the logarithm of the share of the sphere of R^n in one cap.

    n: the dimension, an integer (Python's or numpy's) of at least 2.
    eps: one number, 0 ≤ eps < 1.

    Returns one number. It is right to 1e-7, absolute or relative, whichever is larger, for all
    n up to 20,000 and all eps from 0 to 0.95: the error is at most 1e-7 · max(1, |log μ|).
    In particular the result is finite there.

    Raises ValueError when n is below 2 or no integer (2.5), and when eps is negative, 1 or larger,
    or NaN.
    """
    # BEGIN SOLUTION
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError(f"the dimension is an integer of at least 2, not {n}")
    if not 0 <= eps < 1:  # true for NaN, too
        raise ValueError(f"eps must lie in 0 ≤ eps < 1, not {eps}")
    eps = float(eps)
    theta, cot = math.acos(eps), eps / math.sqrt(1 - eps**2)
    width = theta
    if n > 2:
        # Where (n−2)(cot·u + u²/2) = 40: all that counts lies nearer to the rim.
        width = min(theta, math.sqrt(cot**2 + 80 / (n - 2)) - cot)
    points, weights = np.polynomial.legendre.leggauss(64)
    u = width * (points + 1) / 2
    integral = width / 2 * weights @ (np.cos(u) - cot * np.sin(u)) ** (n - 2)
    log_constant = math.lgamma(n / 2) - math.lgamma((n - 1) / 2) - math.log(math.pi) / 2
    # The rim's value is what underflows: it enters as a logarithm only.
    return log_constant + (n - 2) / 2 * math.log1p(-(eps**2)) + math.log(integral)
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="One cap only, not the two of |cos|. In the plane it is the arc from -θ to θ, of 2π in all. What is the integral for n = 3, where the exponent is 0?"
def is_known_in_two_and_three_dimensions(log_cap):
    """In the plane μ = θ/π, on the ordinary sphere μ = (1 − ε)/2, and at ε = 0 always ½."""
    import math

    cases = [(2, 0.5, 1 / 3), (2, 0.8, math.acos(0.8) / math.pi), (3, 0.5, 0.25), (3, 0.2, 0.4)]
    for n, eps, share in [*cases, (2, 0.0, 0.5), (3, 0.0, 0.5), (10, 0.0, 0.5)]:
        value, wanted = log_cap(n, eps), math.log(share)
        said = f"log_cap({n}, {eps}) returned {value}, expected {wanted}, the log of {share:.6g}"
        assert value is not None and abs(float(value) - wanted) < 2e-7, said


# %% tags=["check"] points=0.5 hint="-24.8 is the exponent of question 1 and -24 is nε²/2: both leave factors out. math.lgamma gives the logarithm of the constant."
def is_right_for_gpt2(log_cap):
    """log μ = −27.6233740 for n = 768 and ε = 0.25."""
    value = log_cap(768, 0.25)
    said = f"log_cap(768, 0.25) returned {value}, expected -27.6233740"
    assert value is not None and abs(float(value) + 27.6233740102) < 3e-6, said


# %% tags=["check", "hidden"] points=0.75 hint="The exponent of the sine is n - 2, that of 1 - t² is (n - 3)/2. Test n = 4, where you can integrate by hand, and check your rule with twice as many points."
def is_exact_in_low_dimension(log_cap):
    """log μ is right to 1e-7 for n from 2 to 50 and ε from 0.03 to 0.95."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    for n in (2, 3, 4, 5, 6, 9, 16, 50):
        for eps in (0.03, 0.25, 0.6, 0.95):
            wanted = reference.log_cap(n, eps)
            assert_close(log_cap(n, eps), wanted, rtol=1e-7, scale=1, what=f"log_cap({n}, {eps})")


# %% tags=["check", "hidden"] points=0.75 hint="Is it a formula for the limit of large n? Then it misses by about 1/(nε²), which is more than 1e-7. If it is a rule: how many of its points lie where the integrand is?"
def is_exact_in_high_dimension(log_cap):
    """log μ is right to 1e-7 for n up to 20,000 while μ is still a float."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    cases = [
        (200, 0.1),
        (341, 0.05),
        (344, 0.3),
        (768, 0.04),
        (768, 0.25),
        (768, 0.6),
        (2000, 0.02),
    ]
    cases += [(4096, 0.1), (7001, 0.3), (12_288, 0.009), (12_288, 0.05), (20_000, 0.01)]
    for n, eps in [*cases, (20_000, 0.03), (20_000, 0.2)]:
        wanted = reference.log_cap(n, eps)
        assert_close(log_cap(n, eps), wanted, rtol=1e-7, scale=1, what=f"log_cap({n}, {eps})")


# %% tags=["check", "hidden"] points=0.75 hint="The smallest float is about e^-745. Which number in your code is smaller than that? Pull its logarithm out before you add anything up."
def survives_underflow(log_cap):
    """log μ is right to 1e-7 where μ itself is 0 as a float."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    cases = [(768, 0.95), (2000, 0.8), (5000, 0.7), (12_288, 0.36), (12_288, 0.5), (12_288, 0.9)]
    for n, eps in [*cases, (20_000, 0.3), (20_000, 0.75), (19_999, 0.95), (20_000, 0.95)]:
        wanted = reference.log_cap(n, eps)
        assert_close(log_cap(n, eps), wanted, rtol=1e-7, scale=1, what=f"log_cap({n}, {eps})")


# %% tags=["check", "hidden"] points=0.25 hint="At eps = 0 the cap is half the sphere, the cotangent is 0 and log(eps) is no number. Where does your integral end there?"
def is_right_at_the_equator(log_cap):
    """At ε = 0 a cap is half the sphere in every dimension, and for tiny ε very nearly."""
    import numpy as np
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close

    for n in (2, 3, 7, 768, 20_000):
        for eps in (0, 1e-100, 1e-12, 1e-5):
            wanted = reference.log_cap(n, eps)
            assert_close(log_cap(n, eps), wanted, rtol=1e-7, scale=1, what=f"log_cap({n}, {eps})")
    value = log_cap(np.int64(768), np.float64(1e-3))
    wanted = reference.log_cap(768, 1e-3)
    assert_close(value, wanted, rtol=1e-7, scale=1, what="log_cap of numpy numbers (768, 1e-3)")


# %% tags=["check", "hidden"] points=0.25 hint="For eps = 1 and for NaN your formula may answer something. No cap belongs to it: look at eps first."
def refuses_what_is_no_cosine(log_cap):
    """ε below 0, from 1 on or NaN raises ValueError; 0.25 gives roughly the right share."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    wanted = reference.log_cap(768, 0.25)
    assert_close(log_cap(768, 0.25), wanted, rtol=0.2, what="log_cap(768, 0.25)")
    for n in (2, 3, 768):
        for eps in (1.0, 1, 1.25, -0.25, -1e-12, float("nan"), float("inf")):
            assert_raises_value_error(log_cap, n, eps, what=f"log_cap({n}, {eps})")


# %% tags=["check", "hidden"] points=0.25 hint="R^1 has no sphere with caps on it, and 2.5 is no dimension, although the formula would not mind."
def refuses_impossible_dimensions(log_cap):
    """n below 2 or no integer raises ValueError; n = 300 gives roughly the right share."""
    from mathtx_ref import counting as reference
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    wanted = reference.log_cap(300, 0.5)
    assert_close(log_cap(300, 0.5), wanted, rtol=0.2, what="log_cap(300, 0.5)")
    for n in (1, 0, -4, 2.5, 768.5):
        for eps in (0.25, 0.0):
            assert_raises_value_error(log_cap, n, eps, what=f"log_cap({n}, {eps})")


# %% tags=["figure"]
# The share of one cap, and two rules of thumb for it.
try:
    fig, axes = plt.subplots(1, 2, figsize=(10, 4), layout="constrained", sharey=True)
    eps = np.linspace(0, 0.3, 61)
    for ax, n in zip(axes, [16, 768]):
        exact = np.array([log_cap(n, e) for e in eps])
        ax.plot(eps, exact / np.log(10), color="#0072B2", linewidth=2.5, label="one cap, exactly")
        ax.plot(
            eps,
            -log_count(n, eps) / np.log(10),
            "--",
            color="#D55E00",
            label="(sin θ)ⁿ, question 1",
        )
        ax.plot(eps, -n * eps**2 / 2 / np.log(10), ":", color="black", label="exp(−nε²/2)")
        ax.set(title=f"n = {n}", xlabel="ε = cos θ")
    axes[0].set_ylabel("log₁₀ of the share of the sphere")
    axes[0].legend(frameon=False, loc="lower left")
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close()
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** While $\varepsilon$ goes from 0 to 0.3, a cap shrinks from a half to an eighth of the sphere in dimension 16, and to $10^{-17}$ in dimension 768. The formula of the notes has the right slope and lies above the true share all the way: the polynomial factor that it leaves out makes a cap *smaller*, by a factor of 17 at $(768,\,0.25)$.
