"""Sessions in the documentation: blocks of ```console are run again, and what they show must be what is printed.

    $ command          one command; lines that begin with "> " belong to it
    output             all that it prints, standard error too

The blocks of a page share a folder and a shell. `python tests/console.py PAGE...` writes what is printed now into them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
END = "\x1e"  # printed after each command, so that its output can be told from the next


def environment(folder: Path) -> dict[str, str]:
    """Where `factcheck` is the program of this source tree and nothing depends on who runs it."""
    programs = folder / ".programs"
    programs.mkdir(exist_ok=True)
    program = programs / "factcheck"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{HOME}" exec "{sys.executable}" -m checker "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join([str(programs), os.path.dirname(sys.executable), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "COLUMNS": "120", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "HOME": str(folder)}


def commands(block: str) -> list[str]:
    """The commands of a block, those of several lines in one."""
    found: list[str] = []
    typing = False
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(line)
            typing = True
        elif typing and line.startswith(">"):
            found[-1] += f"\n{line}"
        else:
            typing = False
    return found


def again(page: str, folder: Path) -> str:
    """The page with what its commands print now."""
    blocks = [commands(block) for block in BLOCK.findall(page)]
    script = "".join(f"{_typed(command)}\n__code=$?; printf '\\036'; (exit $__code)\n" for block in blocks for command in block)
    shell = ["bash", "-c", f"exec 2>&1\n{script}"]
    done = subprocess.run(shell, cwd=folder, env=environment(folder), capture_output=True, text=True, encoding="utf-8", timeout=120)
    outputs = iter(done.stdout.split(END))
    shown = ["".join(f"{command}\n{_ended(next(outputs))}" for command in block) for block in blocks]
    pieces = iter(shown)
    return BLOCK.sub(lambda _: f"```console\n{next(pieces)}```", page)


def _typed(command: str) -> str:
    """A command without its prompts."""
    return "\n".join(re.sub(r"^(\$ |> ?)", "", line) for line in command.split("\n"))


def _ended(output: str) -> str:
    return output if not output or output.endswith("\n") else f"{output}\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(again(path.read_text("utf-8"), Path(folder)), "utf-8")
