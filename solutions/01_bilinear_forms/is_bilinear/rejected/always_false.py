"""Says False without looking."""
# caught by: accepts_the_example, accepts_every_bilinear_form, accepts_a_form_that_overwrites_its_arguments
# nudge: Which f would you accept?


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    return False
