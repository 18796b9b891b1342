"""What keeps a pair of sound and text from training: each fault is named, nothing is dropped silently.

The limits are wide on purpose. They are there for pairs that are wrong, not for pairs that are unusual.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

SHORTEST = 0.3  # seconds: less holds no word
LONGEST = 30.0  # seconds: Whisper's window
SLOWEST = 0.4  # characters per second: "yes" within seven seconds
FASTEST = 35.0  # characters per second: twice a fast speaker
QUIETEST_DB = -60.0  # below full scale; the noise of a muted or distant microphone
MOST_CLIPPED = 0.02  # share of samples at full scale
FORBIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn")  # control, invisible and direction marks, private, broken, unassigned
JOINERS = "\u200c\u200d"  # written languages need these two although they are invisible
REPLACEMENT = "\ufffd"  # what a decoder writes for what it could not read


@dataclass(frozen=True)
class Candidate:
    """A pair to be judged: normalised text, seconds, and what is known of the sound (None: not known).

    `alignment_score` is the log odds that the text belongs to this sound (engine/learning/fit.py).
    """

    text: str
    duration: float
    level_db: float | None = None
    clipped: float | None = None
    alignment_score: float | None = None


def normalise(text: str) -> str:
    """Written form for training: Unicode NFC, every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def find_fault(pair: Candidate) -> str | None:
    """Why a pair must not train, in words for the user; None for a sound one."""
    return fault_of_writing(pair) or fault_of_recording(pair) or _fault_of_match(pair)


def fault_of_recording(pair: Candidate) -> str | None:
    """What is wrong with the sound alone, whatever its text."""
    return _fault_of_duration(pair.duration) or _fault_of_sound(pair)


def fault_of_writing(pair: Candidate) -> str | None:
    """What is wrong with the text, and with how much of it there is for the sound's length."""
    # A length that no pair may have explains a strange rate; the rate does not explain the length.
    return _fault_of_text(pair.text) or _fault_of_duration(pair.duration) or _fault_of_rate(pair)


def _fault_of_text(text: str) -> str | None:
    if not text:
        return "no text"
    for character in text:
        category = unicodedata.category(character)
        if character == REPLACEMENT or (category in FORBIDDEN and character not in JOINERS):
            return f"forbidden character U+{ord(character):04X}"
    if not any(unicodedata.category(character)[0] in "LN" for character in text):
        return "no word"
    return None


def _fault_of_duration(duration: float) -> str | None:
    if duration < SHORTEST:
        return f"too short ({duration:.2f} s)"
    if duration > LONGEST:
        return f"too long ({duration:.1f} s)"
    return None


def _fault_of_rate(pair: Candidate) -> str | None:
    rate = len(pair.text) / pair.duration
    if rate > FASTEST:
        return f"too much text for the sound ({rate:.0f} characters a second)"
    if rate < SLOWEST:
        return f"too little text for the sound ({rate:.1f} characters a second)"
    return None


def _fault_of_sound(pair: Candidate) -> str | None:
    if pair.level_db is not None and pair.level_db < QUIETEST_DB:
        return f"nearly silent ({pair.level_db:.0f} dB)"
    if pair.clipped is not None and pair.clipped > MOST_CLIPPED:
        return f"clipped ({pair.clipped:.0%} of the samples)"
    return None


def _fault_of_match(pair: Candidate) -> str | None:
    if pair.alignment_score is not None and pair.alignment_score < 0.0:
        return f"the text does not fit the sound (by {-pair.alignment_score:.1f})"
    return None
