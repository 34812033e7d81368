"""Which stored wrong answer does an answer behave like? Staff code runs here, never a student's."""
