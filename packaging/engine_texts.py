"""The sentences with which the engine, the trainer and what lies below the windows speak to the user, as patterns.

They know no Qt, or not in which language it shows, and a window may get their sentences from another process:
`desktop/engine_text.py` finds the pattern that a sentence was made from. "{0} is empty." is the pattern of
f"{path} is empty.".
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SPEAKING = ("desktop", "engine", "trainer/gate.py", "trainer/convert.py", "trainer/personal")
# These are translated with the settings, never shown in a window, or made for developers.
LEFT_OUT = (
    "engine/cli",
    "engine/demo",
    "engine/settings/declarations.py",
    "engine/text/rules.py",
    "engine/speech/policy.py",
    "engine/speech/streaming.py",
    "engine/speech/adaptive.py",
)
# Here a text may be a part of a sentence.
PARTS = (
    "engine/doctor",
    "engine/enrolment/checks.py",
    "engine/models/machine.py",
    "engine/settings/setting.py",
    "engine/settings/profiles.py",
    "engine/settings/snippets.py",
    "trainer/gate.py",
)
TRANSLATED = ("tr", "translate")
LOGGED = ("debug", "info", "warning", "error", "exception", "event")
NOT_SHOWN = (*TRANSLATED, *LOGGED, "execute", "add_parser", "add_argument")
SENTENCE = re.compile(r"[A-Z{][^\n]* [^\n]*[.?!]")
CATALOGUE = ROOT / "resources" / "catalogue.json"
ON_CARDS = (
    "Attune starter (English, synthetic voices only)",
    "trained from scratch by Attune",
    "multilingual",
    "clean",
    "clean, noise {0} dB",
)
FEWEST_LETTERS = 4  # of a pattern's own: "{0}, {1}" says nothing
NO_TEXT = re.compile(r"= \?|LIMIT \?|SELECT |UPDATE |INSERT |DELETE |[\\^$|]|^--|\.py$")


def engine_texts() -> list[str]:
    """Every pattern once, in the order of the alphabet."""
    files = [file for place in SPEAKING for file in _files(ROOT / place)]
    notes = {entry["note"] for entry in json.loads(CATALOGUE.read_text(encoding="utf-8"))["models"]}
    return sorted({text for file in files for text in _texts_of(file)} | notes.union(ON_CARDS))


def _files(place: Path) -> Iterator[Path]:
    for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        if not file.relative_to(ROOT).as_posix().startswith(LEFT_OUT):
            yield file


def _texts_of(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    parts = file.relative_to(ROOT).as_posix().startswith(PARTS)
    nowhere = {id(node) for node in _never_said(tree)}
    raised = {id(argument) for call in _calls(tree) if _is_raised(call) for argument in call.args}
    for node in ast.walk(tree):
        text = None if id(node) in nowhere else _pattern(node)
        if text is None or len(re.sub(r"\{\d+\}|[^A-Za-z]", "", text)) < FEWEST_LETTERS or NO_TEXT.search(text):
            continue
        if SENTENCE.fullmatch(text) or (" " in text and (parts or id(node) in raised)):
            yield text


def _never_said(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, what goes into logs and databases, what is translated, and what stands inside another text."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr():
                yield node.value
            case ast.JoinedStr():
                yield from (part for part in node.values if isinstance(part, ast.Constant))
            case ast.Call() if _name(node) in NOT_SHOWN:
                yield from (inner for argument in node.args for inner in ast.walk(argument))


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _is_raised(call: ast.Call) -> bool:
    return _name(call).endswith("Error") and _name(call) not in ("ValueError", "RuntimeError", "TypeError", "KeyError")


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _pattern(node: ast.AST) -> str | None:
    """A text with numbers in braces where an f-string has values."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    text, places = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            text += f"{{{places}}}"
            places += 1
    return text
