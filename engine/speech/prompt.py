"""The tokens that a decode starts from: terms to expect, what was said before, language and task."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.speech.options import DecodeOptions

# Enough to carry names and style over; a longer past costs time and invites the decoder to go on with it.
PREVIOUS_TOKENS = 64
VOCABULARY_TOKENS = 64


def build_prompt(tokenizer: Any, options: DecodeOptions) -> list[int]:
    """Token ids in Whisper's order: ``<|startofprev|>`` terms and text, then the start of the transcript.

    Args:
        tokenizer: faster-whisper's, for the language and task of `options`.
    """
    past = _vocabulary(tokenizer, options.vocabulary) + _previous(tokenizer, options.previous_text)
    prompt = [tokenizer.sot_prev, *past] if past else []
    prompt += tokenizer.sot_sequence
    if not options.timestamps:
        prompt.append(tokenizer.no_timestamps)
    return prompt


def _vocabulary(tokenizer: Any, terms: Sequence[str]) -> list[int]:
    """As many whole terms as fit, the first ones first."""
    fitting: list[int] = []
    for count in range(1, len(terms) + 1):
        tokens = text_tokens(tokenizer, ", ".join(term.strip() for term in terms[:count]))
        if len(tokens) > VOCABULARY_TOKENS:
            break
        fitting = tokens
    return fitting


def _previous(tokenizer: Any, text: str) -> list[int]:
    return text_tokens(tokenizer, text)[-PREVIOUS_TOKENS:]


def text_tokens(tokenizer: Any, text: str) -> list[int]:
    """The tokens of a text as it stands in a transcript, after a space; none for an empty one."""
    if not text.strip():
        return []
    # A term such as "<|endoftext|>" would be read as the special token; only text may pass.
    return [token for token in tokenizer.encode(" " + text.strip()) if token < tokenizer.eot]
