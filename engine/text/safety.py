"""What may leave Attune as text: no control characters, no invisible or direction-changing tricks.

Recognised text is typed into other programs. A newline can send a message or run a command, an escape
sequence can drive a terminal, and bidirectional overrides make text read differently from what it is
(CVE-2021-42574, "Trojan Source"). So a hypothesis is reduced to visible characters and plain spaces;
line breaks and tabs come back only where a command or the user's own snippet asked for them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LINE_BREAK = "\n"
TAB = "\t"

_JOINERS = "\u200c\u200d"  # ZWNJ and ZWJ: spelling in Arabic and Indic scripts, smuggling elsewhere
_JOINED_SCRIPTS = "\u0600-\u0dff\u1780-\u17ff\u1820-\u18af"
_STRAY_JOINER = re.compile(f"(?<![{_JOINED_SCRIPTS}])[{_JOINERS}]|[{_JOINERS}](?![{_JOINED_SCRIPTS}])")
_STRAY_EMOJI_JOINER = re.compile("(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")
# Letters and marks by category, but blank on screen: fillers, CGJ, Khmer inherent vowels, blank Braille.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\ufffd")
_REMOVED_CATEGORIES = frozenset({"Cf", "Cs", "Co", "Cn"})
_SEPARATOR_CATEGORIES = frozenset({"Cc", "Zl", "Zp", "Zs"})
_SPACES = re.compile(" {2,}")


def clean_hypothesis(text: str) -> str:
    """Visible characters and single plain spaces, in NFC. Never raises."""
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip(" ")
    visible = "".join(map(_visible, text))
    while _STRAY_JOINER.search(visible):
        visible = _STRAY_JOINER.sub("", visible)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", visible).strip(" "))


def clean_snippet(text: str) -> str:
    """The user's own text: line breaks, tabs and emoji sequences stay, the rest as for a hypothesis."""
    unified = text.replace("\r\n", LINE_BREAK).replace("\r", LINE_BREAK)
    kept = "".join(map(_snippet_char, unified))
    return unicodedata.normalize("NFC", _STRAY_EMOJI_JOINER.sub("", kept))


def is_forbidden(char: str) -> bool:
    """Whether `char` may never be part of formatted text, whoever asked for it."""
    if char in (LINE_BREAK, TAB) or char in _JOINERS:
        return False
    category = unicodedata.category(char)
    return char in _BLANK or category in _REMOVED_CATEGORIES or category in {"Cc", "Zl", "Zp"}


def _snippet_char(char: str) -> str:
    if char in "\n\t\u00a0\u202f\ufe0f" or char in _JOINERS:
        return char
    return "" if unicodedata.category(char) == "Cc" else _visible(char)


@lru_cache(maxsize=4096)
def _visible(char: str) -> str:
    if char in _JOINERS:
        return char
    category = unicodedata.category(char)
    if category in _SEPARATOR_CATEGORIES:
        return " "
    if char in _BLANK or category in _REMOVED_CATEGORIES or _is_variation_selector(char):
        return ""
    return char


def _is_variation_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
