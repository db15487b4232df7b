"""The exception of the package."""

from __future__ import annotations

from typing import Any


class GainsayError(Exception):
    """Something that gainsay could not do.

    ``diagnostics`` holds what is wrong with the input, as far as that can be told one by one:
    dictionaries with ``rule``, ``level``, ``message``, ``path``, ``line`` and ``column`` (both
    from 1, ``None`` where unknown).
    """

    diagnostics: list[dict[str, Any]]

    def __init__(self, message: str, diagnostics: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics or []
