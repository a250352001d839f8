"""For people who write rules: what a rule says, a first draft of one, and its examples run as tests.

Above the pipeline, below the commands; nothing here is imported by a run.
"""
