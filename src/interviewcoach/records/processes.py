"""Whether a process of this machine still runs: asked without disturbing it."""

from __future__ import annotations

import os
import sys


def runs(pid: int) -> bool | None:
    """None where that cannot be known."""
    if pid <= 0:
        return None
    if sys.platform == "win32":  # where os.kill with the signal 0 would end it
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MAY_BE_ASKED = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _NO_SUCH_PROCESS = 87  # ERROR_INVALID_PARAMETER
    _STILL_ACTIVE = 259

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.OpenProcess.argtypes = wintypes.DWORD, wintypes.BOOL, wintypes.DWORD
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.GetExitCodeProcess.argtypes = wintypes.HANDLE, wintypes.LPDWORD
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    def _runs_on_windows(pid: int) -> bool:
        handle = _kernel.OpenProcess(_MAY_BE_ASKED, False, pid)
        if not handle:  # a process that may not be asked is one
            return ctypes.get_last_error() != _NO_SUCH_PROCESS
        try:
            code = wintypes.DWORD()
            return not _kernel.GetExitCodeProcess(handle, ctypes.byref(code)) or code.value == _STILL_ACTIVE
        finally:
            _kernel.CloseHandle(handle)
