"""The vocabulary as a JSON file: for another machine, or a colleague."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from engine.errors import InputError, StorageError
from engine.json_text import parse_json
from engine.learning.vocabulary import FROM_USER, Rule, Vocabulary


def export_vocabulary(vocabulary: Vocabulary, file: Path) -> tuple[int, int]:
    """Write the terms and rules that are in use; returns how many of each.

    Rules that hold only between certain words, or do nothing here, stay here.

    Raises:
        StorageError: the file cannot be written.
    """
    content = {
        "terms": [{"text": term.text, "spoken": term.spoken} for term in vocabulary.terms() if term.enabled],
        "rules": [
            {"heard": rule.pattern, "written": rule.replacement} for rule in vocabulary.rules() if _is_portable(rule)
        ],
    }
    _write_private(file, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return len(content["terms"]), len(content["rules"])


def import_vocabulary(vocabulary: Vocabulary, file: Path) -> tuple[int, int]:
    """Add the terms and rules of an exported vocabulary; returns how many terms were new, and how many rules it has.

    Raises:
        InputError: the file cannot be read, or is something else.
    """
    terms, pairs = _read(file)
    added = vocabulary.add_all(terms, origin=FROM_USER)
    for heard, written in pairs:
        vocabulary.add_rule(heard, written)
    return added, len(pairs)


def _is_portable(rule: Rule) -> bool:
    return rule.active and rule.context.anywhere


def _read(file: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    try:
        content: Any = parse_json(file.read_text(encoding="utf-8"))
        terms = [(str(term["text"]), str(term.get("spoken", ""))) for term in content["terms"]]
        pairs = [(str(rule["heard"]), str(rule["written"])) for rule in content.get("rules", [])]
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.", "Give an exported vocabulary.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{file} is no exported vocabulary.", "Make one with `attune vocabulary export`.") from error
    return terms, pairs


def _write_private(file: Path, text: str) -> None:
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise StorageError(f"{file} cannot be written: {error.strerror}.", "Choose another place.") from error
