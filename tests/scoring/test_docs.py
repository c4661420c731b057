"""The page on the checks is that of the table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_up_to_date() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "data" / "build_checks_doc.py"), "--check"], check=False)
    assert done.returncode == 0, "run data/build_checks_doc.py"
