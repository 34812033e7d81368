"""Says False without looking."""
# caught by: accepts_the_example, refuses_simple_impostors, accepts_every_bilinear_form, accepts_a_form_that_overwrites_its_arguments, refuses_added_constants_and_one_sided_terms, refuses_powers_in_either_place, refuses_homogeneous_functions_that_are_not_additive, refuses_forms_that_change_with_the_sign, refuses_forms_that_change_with_the_size, refuses_tiny_impostors, never_accepts_nan_or_infinity, draws_its_points_from_rng, forgives_what_rtol_says, refuses_impossible_dimensions
# nudge: Which f would you accept?


def is_bilinear(f, m, n=None, *, rtol=1e-8, trials=20, rng=None):
    return False
