"""Words with times and probabilities, out of the decoder's cross-attention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from faster_whisper.transcribe import merge_punctuations

from engine.records import UNSPACED_LANGUAGES, Word
from engine.speech.results import Encoded
from engine.text.safety import clean_hypothesis

# faster-whisper's own: written to the word after them, and to the word before them.
OPENING_PUNCTUATION = "\"'“¿([{-"
CLOSING_PUNCTUATION = "\"'.。,，!！?？:：”)]}、"
SHORTEST = 0.05  # seconds of a word


def align_words(model: Any, tokenizer: Any, encoded: Encoded, tokens: Sequence[int]) -> tuple[Word, ...]:
    """Times by dynamic time warping over the alignment heads (as in openai/whisper), in seconds of the audio.

    Args:
        model: a faster_whisper.WhisperModel.
        tokenizer: faster-whisper's, for the language of the text.
        tokens: what was decoded; special tokens are left out.
    """
    text_tokens = [token for token in tokens if token < tokenizer.eot]
    if not text_tokens:
        return ()
    # The frame count keeps the warping path out of the padding. One position is two frames, however many there are.
    aligned = model.find_alignment(tokenizer, [text_tokens], encoded.states, max(2, encoded.frames))[0]
    merge_punctuations(aligned, OPENING_PUNCTUATION, CLOSING_PUNCTUATION)
    if tokenizer.language_code not in UNSPACED_LANGUAGES:
        aligned = _joined(aligned)
    words = tuple(word for word in (_word(entry, encoded.seconds) for entry in aligned) if word.text)
    return _from_onset(words, encoded.onset)


def _from_onset(words: tuple[Word, ...], onset: float) -> tuple[Word, ...]:
    """The first word without the silence before it: a warping path begins at nought, whatever is there."""
    if not words:
        return ()
    first = words[0]
    start = max(first.start, min(round(onset, 3), first.end - SHORTEST))
    return (replace(first, start=start), *words[1:])


def _joined(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parts of "o'clock", which a token for the apostrophe alone takes apart, as the one word they are."""
    joined: list[dict[str, Any]] = []
    for entry in entries:
        written = entry["word"]
        if not written:  # moved to a neighbour, as punctuation is
            continue
        if joined and not written[0].isspace():
            whole = joined[-1]
            least = min(whole["probability"], entry["probability"])
            joined[-1] = {**whole, "word": whole["word"] + written, "end": entry["end"], "probability": least}
        else:
            joined.append(entry)
    return joined


def _word(entry: dict[str, Any], seconds: float) -> Word:
    start = min(float(entry["start"]), seconds)
    end = min(max(start, float(entry["end"])), seconds)
    probability = min(1.0, max(0.0, float(entry["probability"])))
    return Word(clean_hypothesis(entry["word"]), round(start, 3), round(end, 3), round(probability, 4))
