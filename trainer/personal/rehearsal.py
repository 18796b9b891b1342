"""Speech of others and from before, heard again while a personal model learns: what it must not forget.

What was read aloud is rehearsed with the text that was read. What was dictated and never looked at is rehearsed where
the base reads it well, with the base's own text as label: greedy and beam search agree, the base was sure, and it is
near the text that came with the recording (filtered pseudo-labels, as in Distil-Whisper, Gandhi et al. 2023, arXiv
2311.00430). Rehearsing only what the base reads well of the rest as well was tried: it forgot more (LOG.md).
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

READ = "read"  # the source of what was read aloud: its text is known
LEAST_SCORE = -0.7  # mean log probability of a token
MOST_ERRORS = 0.1  # of the words of the text that came along
KEPT_BACK_SHARE, KEPT_BACK_MOST = 0.2, 240
FEWEST_SESSIONS = 8  # with fewer, keeping back whole ones would leave too little to rehearse


@dataclass(frozen=True)
class Rehearsal:
    """`learnt` is rehearsed; `kept_back` shows how much is forgotten, and chooses the adapter's scale."""

    learnt: tuple[Clip, ...] = ()
    kept_back: tuple[Clip, ...] = ()


def to_label(clips: Sequence[Clip]) -> list[Clip]:
    """Those whose text nobody has vouched for."""
    return [clip for clip in clips if clip.source != READ]


def label(clips: Sequence[Clip], base_model: Path, on_clip: Callable[[int, int], None]) -> list[Clip]:
    """The clips to rehearse, with their text. `on_clip` hears how many of the dictated ones are done, of how many."""
    dictated = to_label(clips)
    if not dictated:
        return list(clips)
    recogniser = Recogniser.load(base_model, RecogniserOptions(device="auto"))
    labelled = [clip for clip in clips if clip.source == READ]
    for number, clip in enumerate(dictated, 1):
        text = _sure_text(recogniser, clip)
        if text is not None:
            labelled.append(replace(clip, text=text))
        on_clip(number, len(dictated))
    return labelled


def split(clips: Sequence[Clip], texts: Mapping[str, str]) -> Rehearsal:
    """Keep a part back, the same part each time; rehearse the rest.

    `texts` are the labels by id; what has none is left out. Development speech is kept back where there is some: the
    bundled one has sentences that never trained a starter, as words that the base knows well are forgotten last. Else
    whole sessions are, chosen by a hash: what is rehearsed in a voice is not forgotten in it.
    """
    labelled = [replace(clip, text=texts[clip.id]) for clip in clips if clip.id in texts]
    development = [clip for clip in labelled if clip.split == "dev"]
    if development:
        return Rehearsal(tuple(clip for clip in labelled if clip.split != "dev"), tuple(development[:KEPT_BACK_MOST]))
    ordered = sorted(labelled, key=_place(labelled))
    count = min(KEPT_BACK_MOST, round(len(ordered) * KEPT_BACK_SHARE))
    cut = ordered[count - 1].session if count and _by_session(ordered) else None
    return Rehearsal(tuple(clip for clip in ordered[count:] if clip.session != cut), tuple(ordered[:count]))


def _place(clips: Sequence[Clip]) -> Callable[[Clip], tuple[bytes, bytes]]:
    """Where a clip stands in the order in which clips are kept back."""
    whole = _by_session(clips)
    return lambda clip: (_hash(clip.session) if whole else b"", _hash(clip.id))


def _by_session(clips: Sequence[Clip]) -> bool:
    return len({clip.session for clip in clips}) >= FEWEST_SESSIONS


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


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
