"""The generated files that are committed: fresh, and refreshed by one command."""

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent


def test_generated_files_are_fresh_and_check_writes_nothing():
    done = subprocess.run([sys.executable, "-m", "checker.compile", "--check"], cwd=HOME, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), f"run: make compile\n{done.stdout}{done.stderr}"
