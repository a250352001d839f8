"""Rule files -> `Rule`: read, refused with all problems at once, solved by sympy, compiled to JSON.

    rules/*.toml --load--> schema (pydantic) --equation (ast)--> expressions --solve (sympy)--> Rule --compiled--> JSON

A warm start reads the JSON only: neither pydantic nor sympy nor a TOML parser is imported then.
"""

from checker.rulebook.load import load_rules, shipped_rules

__all__ = ["load_rules", "shipped_rules"]
