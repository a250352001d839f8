"""Refreshes the generated files: `python -m checker.compile` (`--check` only tells which are stale).

They are committed, so that neither an installation nor a start has to make them; a test calls the check.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from checker.errors import FactcheckError

HERE = Path(__file__).parent


def generated() -> dict[Path, str]:
    """Every generated file and what it should hold. Raises `FilesRefused` where a source is wrong."""
    from checker.configuring.schema import json_schema as config_schema
    from checker.language.pack import compile_pack, compiled_path
    from checker.reporting.schema import report_schema
    from checker.rulebook.compiled import SHIPPED, compiled_text
    from checker.rulebook.load import compile_rules, shipped_folder
    from checker.rulebook.schema import json_schema

    packs = sorted(path.parent.name for path in HERE.glob("language/*/pack.toml"))
    return {
        **{compiled_path(name): compile_pack(name) for name in packs},
        SHIPPED: compiled_text(compile_rules(shipped_folder())),
        shipped_folder() / "schema.json": _pretty(json_schema()),
        HERE / "reporting" / "report.schema.json": _pretty(report_schema()),
        HERE / "configuring" / "config.schema.json": _pretty(config_schema()),
    }


def stale(files: dict[Path, str]) -> list[Path]:
    """Those of the generated files that do not hold what they should."""
    return [path for path, text in files.items() if not path.is_file() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write what is stale and name it; with --check write nothing and return 1."""
    check = arguments == ["--check"]
    try:
        files = generated()
    except FactcheckError as error:
        print(error, file=sys.stderr)
        return 2
    found = stale(files)
    if not check:
        from checker.units import write_table

        write_table()  # asks pint for every unit; tests/test_units.py says when it is stale
    for path in found:
        print(f"{'stale' if check else 'written'}: {path}")
        if not check:
            path.write_text(files[path], "utf-8")
    return int(check and bool(found))


def _pretty(data: dict) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
