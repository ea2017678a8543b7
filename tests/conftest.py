"""What all tests share can be imported by name."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

gc.set_threshold(50_000, 20, 100)  # content and rubrics stay to the end: to look through them for garbage took half of the time
