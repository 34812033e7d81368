"""Says True without looking."""
# caught by: refuses_simple_impostors, refuses_powers_in_either_place, refuses_forms_that_change_with_the_size, never_accepts_nan_or_infinity, draws_its_points_from_rng, refuses_impossible_dimensions
# nudge: Which f would you refuse?


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    return True
