"""Speech the base reads well, with the base's own text as label: what the personal model must not forget.

A label counts only if greedy and beam search agree, the base was sure, and it is near the text that came with the
recording (filtered pseudo-labels, as in Distil-Whisper, Gandhi et al. 2023, arXiv 2311.00430).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.speech.options import DecodeOptions, RecogniserOptions
from engine.speech.utterance import recognise
from engine.speech.whisper import Recogniser
from trainer.personal.manifest import Clip
from trainer.statistics import count_word_errors, plain

LEAST_SCORE = -0.7  # mean log probability of a token
MOST_ERRORS = 0.1  # of the words of the text that came along
KEPT_BACK_SHARE, KEPT_BACK_MOST = 0.2, 80
FEWEST_SESSIONS = 8  # with fewer, keeping back whole ones would leave too little to rehearse


@dataclass(frozen=True)
class Rehearsal:
    """`learnt` is rehearsed; `kept_back` shows how much is forgotten, and chooses the adapter's scale."""

    learnt: tuple[Clip, ...] = ()
    kept_back: tuple[Clip, ...] = ()


def label(clips: Sequence[Clip], base_model: Path, on_clip: Callable[[int, int], None]) -> list[Clip]:
    """The clips that the base reads well, with its text. `on_clip` hears how many are done, of how many."""
    if not clips:
        return []
    recogniser = Recogniser.load(base_model, RecogniserOptions(device="auto"))
    kept = []
    for number, clip in enumerate(clips, 1):
        text = _sure_text(recogniser, clip)
        if text is not None:
            kept.append(replace(clip, text=text))
        on_clip(number, len(clips))
    return kept


def split(clips: Sequence[Clip], texts: Mapping[str, str]) -> Rehearsal:
    """Keep a part back, chosen by a hash, so that it is the same part each time; rehearse the rest.

    `texts` are the base's sure texts by id; only these are rehearsed. What was read aloud is kept back whether the
    base was sure or not, with the text that was read: clips the base finds easy show forgetting last. Whole
    sessions (of bundled speech: voices) are kept back: what is rehearsed in a voice is not forgotten in it.
    """
    ordered = sorted(clips, key=_place(clips))
    count = min(KEPT_BACK_MOST, round(len(ordered) * KEPT_BACK_SHARE))
    back = (clip if clip.source == "read" else _with_text(clip, texts) for clip in ordered[:count])
    cut = ordered[count - 1].session if count and _by_session(clips) else None
    learnt = (_with_text(clip, texts) for clip in ordered[count:] if clip.session != cut)
    return Rehearsal(tuple(clip for clip in learnt if clip), tuple(clip for clip in back if clip))


def _place(clips: Sequence[Clip]) -> Callable[[Clip], tuple[bytes, bytes]]:
    """Where a clip stands in the order in which clips are kept back."""
    whole = _by_session(clips)
    return lambda clip: (_hash(clip.session) if whole else b"", _hash(clip.id))


def _by_session(clips: Sequence[Clip]) -> bool:
    return len({clip.session for clip in clips}) >= FEWEST_SESSIONS


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _with_text(clip: Clip, texts: Mapping[str, str]) -> Clip | None:
    return replace(clip, text=texts[clip.id]) if clip.id in texts else None


def _sure_text(recogniser: Recogniser, clip: Clip) -> str | None:
    samples = clip.samples()
    options = DecodeOptions(language=clip.language)
    searched = recognise(recogniser, samples, options, adaptive=False, words=False)
    if searched.anomaly or not searched.hypotheses or searched.hypotheses[0].score < LEAST_SCORE:
        return None
    greedy = recognise(recogniser, samples, replace(options, beam=1), adaptive=False, words=False)
    if plain(greedy.text) != plain(searched.text):
        return None
    counts = count_word_errors(clip.text, searched.text)
    return searched.text if counts.errors <= MOST_ERRORS * counts.words else None
