"""Signs that a decoder's output is not what was said. Pure functions over text and figures.

Whisper's own rules (Radford et al. 2022, section 4.5) catch silence and loops in long text; dictation is short, so
repeated phrases, token rate and echoes of the prompt are looked at as well.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from enum import Enum

NO_SPEECH_PROBABILITY = 0.6
TRUSTED_SCORE = -1.0  # mean log probability
COMPRESSION_RATIO = 2.4
TOKENS_PER_SECOND = 8  # twice as fast as people speak
FEWEST_TOKENS_PER_SECOND = 2.0  # of speech, pauses not counted: half as fast as people speak
LONGEST_PHRASE = 12  # words
ECHO_TERMS = 3  # one or two terms alone may well be all that was said


class Anomaly(Enum):
    """What is wrong with an output."""

    NO_SPEECH = "nobody speaks"
    REPETITION = "a phrase is repeated over and over"
    RUNAWAY = "more tokens than anybody says in that time"
    ECHO = "the prompted terms come back as they were given"


def find_anomaly(
    text: str, tokens: int, limit: int, score: float, no_speech_probability: float, vocabulary: Sequence[str]
) -> Anomaly | None:
    """The first sign that the output is not to be trusted, or None.

    Args:
        tokens: how many the decoder gave; `limit` is how many it was allowed.
        score: mean log probability of the tokens.
        vocabulary: the terms the decoder was prompted with.
    """
    if is_silence(score, no_speech_probability):
        return Anomaly.NO_SPEECH
    if is_repetitive(text):
        return Anomaly.REPETITION
    if tokens >= limit:
        return Anomaly.RUNAWAY
    if is_prompt_echo(text, vocabulary):
        return Anomaly.ECHO
    return None


def token_limit(seconds: float) -> int:
    """How many tokens so much audio may hold."""
    return int(seconds * TOKENS_PER_SECOND) + 10


def says_too_little(tokens: int, speech_seconds: float) -> bool:
    """Whether a text is so short for the speech it was read from that parts of it may have been passed over."""
    return tokens < speech_seconds * FEWEST_TOKENS_PER_SECOND


def is_silence(score: float, no_speech_probability: float) -> bool:
    """Whether the decoder hears nobody and does not believe its own text either."""
    return no_speech_probability > NO_SPEECH_PROBABILITY and score <= TRUSTED_SCORE


def is_repetitive(text: str) -> bool:
    """Whether a phrase follows itself more often than anybody says it, or the whole compresses too well."""
    data = text.encode()
    if data and len(data) / len(zlib.compress(data)) > COMPRESSION_RATIO:
        return True
    words = words_of(text)
    return any(_longest_run(words, size) > _allowed_runs(size) for size in range(1, LONGEST_PHRASE + 1))


def is_prompt_echo(text: str, vocabulary: Sequence[str]) -> bool:
    """Whether the text is mostly prompted terms and uses most of them."""
    words = words_of(text)
    terms = {tuple(words_of(term)) for term in vocabulary} - {()}
    if len(terms) < ECHO_TERMS or not words:
        return False
    covered, used = _covered(words, terms)
    return covered >= 0.8 * len(words) and used >= 0.6 * len(terms)


def words_of(text: str) -> list[str]:
    """Lower-case words without punctuation."""
    return re.findall(r"\w+(?:['’]\w+)*", text.lower())


def _allowed_runs(size: int) -> int:
    return {1: 8, 2: 5}.get(size, 3)


def _longest_run(words: Sequence[str], size: int) -> int:
    """How often a phrase of `size` words follows itself at most."""
    longest = run = 0  # words in a row that equal the word one phrase earlier
    for index in range(size, len(words)):
        run = run + 1 if words[index] == words[index - size] else 0
        longest = max(longest, run)
    return longest // size + 1


def _covered(words: Sequence[str], terms: set[tuple[str, ...]]) -> tuple[int, int]:
    """How many words belong to terms, and how many terms occur. The longest term wins at each place."""
    sizes = sorted({len(term) for term in terms}, reverse=True)
    covered, used, index = 0, set(), 0
    while index < len(words):
        found = next((tuple(words[index : index + n]) for n in sizes if tuple(words[index : index + n]) in terms), ())
        used |= {found} - {()}
        covered += len(found)
        index += max(1, len(found))
    return covered, len(used)
