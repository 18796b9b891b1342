"""Stands before the real PySide6 on the path, so that nothing in this process or its children can import Qt."""

# ruff: noqa: N999 - the name is the one to be blocked

raise ImportError("PySide6 is blocked here: the engine and the trainer work without Qt.")
