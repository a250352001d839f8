"""The house: arrows go down only, stages do not know one another, heavy packages stay behind their doors."""

import ast
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import checker

PACKAGE = Path(checker.__file__).parent
MODULES = {".".join(("checker", *path.relative_to(PACKAGE).with_suffix("").parts)): path for path in sorted(PACKAGE.rglob("*.py"))}

STAGES = {"reading", "extracting", "rulebook", "linking", "judging", "reporting"}
BELOW = {"extracting": {"language"}, "linking": {"language"}, "judging": {"solving"}}  # rooms that a stage may look into
# Rooms around the stages, and what else they may look into.
AROUND = {
    "configuring": {"rulebook"},
    "running": {"language", "reading", "reporting"},
    "accepting": {"configuring", "reporting", "rulebook"},
}
COMMANDS = {"commands", "rule_commands", "cli", "cli_rules", "compile", "rule_pages", "__main__"}
TOP = {"pipeline", "api", "authoring", "serving", *COMMANDS}  # may import what they need
PRINTERS = COMMANDS
LEAVES = {path.stem for path in PACKAGE.glob("*.py")} - TOP - {"__init__"}  # types and arithmetic

# Package -> where it may be imported, wherever in the module the import stands.
DOORS = {
    "typer": {"checker.cli", "checker.cli_rules"},
    "rich": {"checker.reporting.text"},
    "pydantic": {"checker.reporting.schema", "checker.rulebook", "checker.configuring.file", "checker.configuring.schema"},
    "sympy": {"checker.rulebook"},
    "pint": {"checker.units"},
    "pygls": {"checker.serving.server"},
    "z3": {"checker.solving.linear"},
    "lsprotocol": {"checker.serving.server", "checker.serving.content"},
}
MODULE_LINES, FUNCTION_LINES = 330, 50


def room(module: str) -> str:
    """The part of the house: reading, model, cli ..., "" for the package itself."""
    return module.split(".")[1] if "." in module and module != "checker.__init__" else ""


@dataclass
class Source:
    """What is asked of a module, read once: the modules that it imports, at its top or within functions, what it calls by
    name, how many lines it has, and each of its functions."""

    lines: int
    imports: set[str] = field(default_factory=set)
    calls: set[str] = field(default_factory=set)
    functions: dict[str, int] = field(default_factory=dict)


def source(path: Path) -> Source:
    text = path.read_text("utf-8")
    found = Source(text.count("\n"))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found.imports |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found.imports |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call):
            found.calls.add(dotted(node.func))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found.functions[node.name] = max(found.functions.get(node.name, 0), node.end_lineno - node.lineno)
    return found


def dotted(called: ast.expr) -> str:
    """A name as it is written, sys.stdout.write; "" of what else is called."""
    if isinstance(called, ast.Attribute):
        return f"{dotted(called.value)}.{called.attr}"
    return called.id if isinstance(called, ast.Name) else ""


SOURCES = {module: source(path) for module, path in MODULES.items()}
IMPORTS = {module: found.imports for module, found in SOURCES.items()}


def allowed(own: str) -> set[str]:
    if own == "":
        return LEAVES | {"api"}  # what the package exports
    if own in TOP:
        return LEAVES | STAGES | TOP | {"language", "solving", *AROUND}
    if own in LEAVES:
        return LEAVES
    if own in AROUND:
        return LEAVES | {own} | AROUND[own]
    return LEAVES | {own} | BELOW.get(own, set())


def test_fractions_are_of_one_kind():
    """Arithmetic is quick where both operands are of `rational`; with one of the library's it is right, but slow."""
    assert [module for module, found in IMPORTS.items() if {name.partition(".")[0] for name in found} & {"fractions"}] == ["checker.rational"]


@pytest.mark.parametrize("module", MODULES)
def test_arrows_go_down_only(module):
    own = room(module)
    assert own in LEAVES | STAGES | TOP | {"language", "solving", "", *AROUND}, "a new room: put it into the plan"
    for target in IMPORTS[module]:
        if target.startswith("checker.") and target != "checker.__version__":
            assert room(target) in allowed(own), f"{module} imports {target}"


@pytest.mark.parametrize("package", DOORS)
def test_heavy_packages_stay_behind_their_doors(package):
    doors = DOORS[package]
    users = {m for m, found in IMPORTS.items() if any(name.split(".")[0] == package for name in found)}
    assert {m for m in users if not any(m == door or m.startswith(f"{door}.") for door in doors)} == set()


def test_nothing_else_is_imported():
    known = set(sys.stdlib_module_names) | set(DOORS) | {"checker"}
    assert {name for found in IMPORTS.values() for name in found if name.split(".")[0] not in known} == set()


def test_only_the_command_line_prints_and_exits():
    for module, found in SOURCES.items():
        if room(module) not in PRINTERS:
            assert not found.calls & {"print", "exit", "sys.exit", "sys.stdout.write", "sys.stderr.write"}, module


@pytest.mark.parametrize("module", MODULES)
def test_modules_and_functions_fit_on_a_screen(module):
    assert SOURCES[module].lines <= MODULE_LINES or module == "checker.model"  # the types, on one page
    for name, lines in SOURCES[module].functions.items():
        assert lines < FUNCTION_LINES, name


def test_a_run_imports_nothing_heavy(tmp_path):
    """Start-up: what a warm run of one small file must not load. TOML is compiled, typer is for help and mistakes."""
    file = tmp_path / "a.txt"
    file.write_text("Of the 180 parks in the county, 144, or 80%, are open. The lake is 5 km long.")
    doors = ("checker.api", "checker.authoring", "checker.serving", "checker.rule_commands", "checker.cli")
    heavy = (*DOORS, *doors, "tomllib", "asyncio", "email")
    code = (
        "import sys\nfrom checker.__main__ import _main\n"
        f"code = _main(['run', {str(file)!r}])\n"
        f"print('LOADED', [name for name in {heavy!r} if name in sys.modules], code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PACKAGE.parent)
    hint = "tomllib: compiled files are stale, run: make compile"
    assert done.stdout.splitlines()[-1:] == ["LOADED [] 0"], f"{done.stdout}{done.stderr}{hint}"
