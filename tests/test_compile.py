"""The generated files that are committed: fresh, and refreshed by one command."""

import subprocess
import sys
from pathlib import Path

from checker.compile import generated, stale

HOME = Path(__file__).resolve().parent.parent


def test_generated_files_are_fresh():
    assert [str(path.relative_to(HOME)) for path in stale(generated())] == [], "run: make compile"


def test_check_writes_nothing():
    done = subprocess.run([sys.executable, "-m", "checker.compile", "--check"], cwd=HOME, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
