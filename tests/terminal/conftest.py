"""These tests need a pty, which Windows does not have."""

from __future__ import annotations

import sys
from pathlib import Path

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []
sys.path.insert(0, str(Path(__file__).parent))
