"""Which words of a text are doubtful, and how that is shown."""

from __future__ import annotations

import html

from engine.learning.confidence import Calibration
from engine.learning.queue import DOUBTFUL, confidences
from engine.learning.textwords import words_in
from engine.library.entities import UtteranceDetails

MOST_SHARE = 0.4  # where more is doubtful than this, marks help nobody find anything


def doubtful_words(details: UtteranceDetails, calibration: Calibration) -> list[tuple[int, int, float]]:
    """Start, end (characters of the text) and confidence of the words to be marked.

    None where marks would not help: the text was looked at already, or too much of it is doubtful.
    """
    if details.utterance.status not in ("dictated", "imported") or not details.words:
        return []
    text = details.utterance.text
    found = words_in(text)
    sure = confidences(text, details.words, calibration)
    marked = [(word.start, word.end, one) for word, one in zip(found, sure, strict=True) if one < DOUBTFUL]
    return marked if len(marked) <= MOST_SHARE * len(found) else []


def as_html(text: str, marked: list[tuple[int, int, float]], colour: str) -> str:
    """The text with the marked words coloured and underlined, so that the colour is not all there is."""
    parts, at = [], 0
    for start, end, _ in marked:
        parts.append(html.escape(text[at:start]))
        word = html.escape(text[start:end])
        parts.append(f'<span style="color:{colour}; text-decoration: underline;">{word}</span>')
        at = end
    parts.append(html.escape(text[at:]))
    return "".join(parts).replace("\n", "<br>")
