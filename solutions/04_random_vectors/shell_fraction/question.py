# %% [markdown]
# ### 5. Where the volume of a ball lies
#
# > space expands exponentially as you increase the dimension
#
# > as dimension n gets bigger and bigger, points tend to distribute at the edge
#
# The first sentence of the notes needs reading with care. What grows exponentially is how the volume depends on the *radius*: scale a body in $\mathbb{R}^n$ by $r$, and its volume is multiplied by $r^n$. The volume of the unit ball itself does not grow: it is largest for $n=5$, and for $n=768$ it is $e^{-1465}$.
#
# The second one follows, for points that are **uniform in a ball**. Let $r$ be the distance of such a point from the centre of the unit ball. The ball of radius $1-\delta$ holds what share of the volume? The rest lies in the outer shell of thickness $\delta$. For $n=768$, half of the volume has $r>0.99910$, and the share with $r<0.99$ is $4.4\cdot10^{-4}$.
#
# **Your task.** The share of the volume in the shell. The formula is one line; to get it *right* takes one thought more.
# For $\delta=10^{-18}$ the share is nearly $n\,\delta$. But `1 - 1e-18` is `1.0` in Python, so that the obvious line returns 0. Look up `math.log1p` and `math.expm1`: they compute $\log(1+u)$ and $e^u-1$ without ever forming $1+u$ or subtracting 1.


# %% tags=["answer"]
def shell_fraction(n, delta):
    """P(r > 1 − delta): the share of the unit ball's volume in R^n in its outer shell.

    n: the dimension, an integer of at least 1.
    delta: the thickness of the shell, one number with 0 ≤ delta ≤ 1. delta = 1 is the whole ball, which gives 1.

    The relative error is at most 1e-10, for a tiny delta too (1e-18, 1e-90).

    Raises ValueError when n is below 1 or no integer (1.5), and when delta is below 0 or above 1.
    """
    # BEGIN SOLUTION
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError(f"the dimension is an integer of at least 1, not {n}")
    if not 0 <= delta <= 1:
        raise ValueError(f"delta lies between 0 and 1, not at {delta}")
    if delta == 1:
        return 1.0  # log 0 is not needed
    # 1 − (1 − δ)^n = 1 − exp(n·log(1 − δ)), and no number near 1 is ever stored.
    return -math.expm1(n * math.log1p(-delta))
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="The inner ball has radius 1 − delta. By what is its volume smaller, and what is left for the shell?"
def is_right_in_the_plane_and_in_space(shell_fraction):
    """In the plane the outer half has ¾ of the area; in space the outer tenth has 0.271 of the volume."""
    for n, delta, expected in [(2, 0.5, 0.75), (3, 0.1, 0.271), (1, 0.25, 0.25)]:
        value = shell_fraction(n, delta)
        said = f"shell_fraction({n}, {delta}) returned {value}, expected {expected}"
        assert value is not None and abs(float(value) - expected) < 1e-12, said


# %% tags=["check", "hidden"] points=0.5 hint="Does your formula give 0.9996 for n = 768 and delta = 0.01? The exponent is n."
def is_right_in_every_dimension(shell_fraction):
    """The share is right for every n, from thin shells to thick ones."""
    import numpy as np
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 2, 3, 10, 100, 768, 12_288, np.int64(7)):
        for delta in (0.3, 0.01, 9.021e-4, 1e-3, 0.9, 0.5, 0.9995, 1 - 1e-9):
            what = f"shell_fraction({n}, {delta})"
            expected = reference.shell_fraction(n, delta)
            assert_close(shell_fraction(n, delta), expected, rtol=1e-10, what=what)


# %% tags=["check", "hidden"] points=0.5 hint="Print 1 − 1e-18, and 1 − 1e-9 with all its digits. Then see what log1p and expm1 are for: you need both."
def keeps_its_digits_for_thin_shells(shell_fraction):
    """For δ = 1e-9, 1e-18 or 1e-90 the share has its full relative accuracy, also where nδ is not small."""
    from mathtx_ref import random_vectors as reference
    from mathtx_ref.checking import assert_close

    for n in (1, 2, 10, 768, 12_288, 1_000_000):
        for delta in (1e-5, 5e-7, 1e-7, 1e-9, 3e-12, 1e-15, 1e-18, 1e-90):
            what = f"shell_fraction({n}, {delta})"
            expected = reference.shell_fraction(n, delta)
            assert_close(shell_fraction(n, delta), expected, rtol=1e-10, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="What does math.log1p do with −1? The whole ball is not hard to measure."
def knows_the_empty_shell_and_the_whole_ball(shell_fraction):
    """δ = 0 gives 0 and δ = 1 gives 1."""
    from mathtx_ref.checking import assert_close

    value = shell_fraction(768, 0.5)  # neither: nearly the whole ball
    assert_close(value, 1.0, rtol=1e-3, what="shell_fraction(768, 0.5)")
    for n in (1, 2, 768):
        for delta in (0, 0.0):
            assert_close(shell_fraction(n, delta), 0.0, what=f"shell_fraction({n}, {delta})")
        for delta in (1, 1.0):
            what = f"shell_fraction({n}, {delta})"
            assert_close(shell_fraction(n, delta), 1.0, rtol=1e-10, what=what)


# %% tags=["check", "hidden"] points=0.25 hint="A shell thicker than the ball, or of negative thickness: for an even n the formula does not mind. You should."
def refuses_impossible_numbers(shell_fraction):
    """n below 1 or no integer, and δ outside [0, 1], raise ValueError."""
    from mathtx_ref.checking import assert_close, assert_raises_value_error

    assert_close(shell_fraction(2, 0.5), 0.75, rtol=0.2, what="shell_fraction(2, 0.5)")
    for n, delta in [
        (0, 0.5),
        (-1, 0.5),
        (1.5, 0.5),
        (2, -0.1),
        (3, -1e-9),
        (3, -1e-13),
        (2, 1.5),
        (3, 1.000001),
        (3, 1 + 1e-13),
        (1, 2),
    ]:
        assert_raises_value_error(shell_fraction, n, delta, what=f"shell_fraction({n}, {delta})")


# %% tags=["figure"]
# Left: the ball, your function. Right: Gaussian vectors have no edge, and lie in a thin shell all the same.
colours = ["#E69F00", "#56B4E9", "#009E73", "#0072B2"]
try:
    fig, (left, right) = plt.subplots(1, 2, figsize=(11, 4.3), layout="constrained")
    thickness = np.linspace(0, 1, 400)
    for n, colour in zip([2, 10, 100, 768], colours):
        shares = [shell_fraction(n, delta) for delta in thickness]
        left.plot(thickness, shares, color=colour, linewidth=2, label=f"n = {n}")
    left.set(xlabel="thickness δ of the outer shell", ylabel="share of the volume")
    left.set_title("Uniform in the ball: at the edge")
    left.legend(frameon=False)

    rng = np.random.default_rng(5)
    for n, colour in zip([2, 10, 100, 768], colours):
        lengths = np.linalg.norm(rng.standard_normal((4000, n)), axis=1)
        bins = np.linspace(-3, 3, 49)
        right.hist(
            lengths - np.sqrt(n), bins, density=True, histtype="step", linewidth=2, color=colour
        )
    right.set(xlabel="$\\|x\\| - \\sqrt{n}$", ylabel="density")
    right.set_title("Gaussian: $\\sqrt{n}\\pm0.7$, in every dimension")
    plt.show()
except (NotImplementedError, NameError) as missing:
    plt.close()
    print(f"This figure waits for an answer: {missing}")

# %% [markdown]
# **What the figure shows.** On the left, the uniform ball: the larger $n$, the thinner the shell that holds nearly everything.
# On the right, the random vectors of this notebook. A Gaussian has no edge; yet $\lVert x\rVert$ stays within about $\pm0.7$ of $\sqrt n$ (standard deviation $0.707$ at $n=768$), however large $n$ is: relative to their length, all of them are nearly equally long.
#
# The notes go on: *at which point angles between vectors is more informational than distance*. For vectors of equal length, angle and distance say the same: $\lVert x-y\rVert^2=2-2\cos\theta$ on the unit sphere. What carries (nearly) no information any more is the *length*.
