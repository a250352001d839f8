"""Dates, weekdays, ages and lengths of time, with the calendar as the witness."""
