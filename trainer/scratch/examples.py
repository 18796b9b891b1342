"""Clips composed into training examples.

Most examples are one sentence. Some are several with pauses between them, some sit in a full 30 s window, some
are silence; some carry timestamps, the sentence before, or a list of words that may or may not be of use. So the
model learns long windows, times, silence, context and hotwords from clips that are one sentence each. Some are a part
of a sentence, as a live window holds it: cut off after any word, begun at any word, led by the words before.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from engine.models.card import WINDOW_SECONDS
from engine.records import SAMPLE_RATE
from trainer.augment import (
    COLOURS,
    add_noise,
    add_room,
    change_gain,
    clicks,
    coloured_noise,
    mains_hum,
    room_response,
)
from trainer.features import MAX_FRAMES
from trainer.scratch.corpus import Clip
from trainer.scratch.letters import ENGLISH, Letters
from trainer.scratch.recipe import Mix
from trainer.scratch.tokens import TokenIds

WINDOW_SAMPLES = int(WINDOW_SECONDS * SAMPLE_RATE)
CONTEXT_TOKENS = 64
IGNORED = -100  # torch's cross-entropy leaves these targets out


@dataclass(frozen=True)
class Plan:
    """Which clips an example is made of, before any audio is read. `seconds` is its length in the batch."""

    clips: tuple[Clip, ...]
    seconds: float
    full_window: bool = False
    before: str = ""  # the words of the sentence that were said before an excerpt


@dataclass(frozen=True)
class Example:
    """float32 audio (samples,), decoder input and target ids of one length, and characters for CTC."""

    samples: np.ndarray
    inputs: list[int]
    targets: list[int]
    characters: list[int]
    real_frames: int


def plan_example(clips: list[Clip], mix: Mix, source: np.random.Generator) -> Plan:
    """Draw the clips of one example."""
    first = clips[int(source.integers(len(clips)))]
    single = Plan((first,), first.seconds + 1.0)
    kind = source.choice(6, p=_kinds(mix))
    if kind == 1:
        return _pack(first, clips, float(source.uniform(5.0, 15.0)), source)
    if kind == 2:
        packed = _pack(first, clips, WINDOW_SECONDS, source)
        return Plan(packed.clips, WINDOW_SECONDS, full_window=True)
    if kind == 3:
        return Plan((first,), WINDOW_SECONDS, full_window=True)
    if kind == 4:
        return Plan((), float(source.uniform(1.0, 15.0)))
    if kind == 5 and len(first.word_starts) > 1:
        return _excerpt(first, source)
    return single


def _kinds(mix: Mix) -> list[float]:
    special = [mix.packed, mix.full_window, mix.padded, mix.silent, mix.excerpt]
    # On the way from one mix to another the shares may add up to a hair more than 1.
    return [max(0.0, 1.0 - sum(special)), *special]


def _excerpt(clip: Clip, source: np.random.Generator) -> Plan:
    """Some words of a clip, at least one left out, with a little of the next word as a live window would have it."""
    starts = clip.word_starts
    words = len(starts)
    first = int(source.integers(words)) if source.random() < 0.4 else 0
    end = int(source.integers(first + 1, words + 1 if first else words))
    cut = clip.length
    if end < words:
        following = (starts[end + 1] if end + 1 < words else clip.length) - starts[end]
        cut = starts[end] + int(source.uniform(0.0, min(0.12 * SAMPLE_RATE, 0.4 * following)))
    part = clip.excerpt(first, end, cut)
    return Plan((part,), part.seconds + 1.0, before=" ".join(clip.text.split()[:first]))


def _pack(first: Clip, clips: list[Clip], seconds: float, source: np.random.Generator) -> Plan:
    chosen, total = [first], first.seconds + 1.0
    # Neighbours of one voice as a rule, as one person speaks; a shard is large enough to find some.
    for index in source.integers(len(clips), size=12):
        clip = clips[int(index)]
        if total + clip.seconds + 0.6 < seconds:
            chosen.append(clip)
            total += clip.seconds + 0.6
    return Plan(tuple(chosen), total)


class Composer:
    """Turns plans into examples for one tokenizer; `clips` lend their texts as context."""

    def __init__(self, tokenizer: Tokenizer, clips: list[Clip], letters: Letters = ENGLISH) -> None:
        self.tokenizer = tokenizer
        self.letters = letters
        self.ids = TokenIds.of(tokenizer)
        self.clips = clips
        self._counts = Counter(word for clip in clips for word in _long_words(clip.text))

    def compose(self, plan: Plan, mix: Mix, source: np.random.Generator) -> Example:
        """Read the audio, lay it out, disturb it, and write the tokens that belong to it."""
        if not plan.clips:
            return self._silence(plan, source)
        samples, spans = _lay_out(plan, source)
        samples = _disturb(samples, mix, source)
        samples = change_gain(samples, float(source.uniform(-12, 3)))
        timed = source.random() < mix.timestamps
        context = self._context(plan, mix, source)
        inputs, targets = self._tokens(plan, spans, timed, context)
        text = " ".join(clip.text for clip in plan.clips)
        return Example(_window(samples, plan), inputs, targets, self.letters.ids(text), samples.size // 160)

    def _tokens(
        self, plan: Plan, spans: list[tuple[float, float]], timed: bool, context: list[int]
    ) -> tuple[list[int], list[int]]:
        ids = self.ids
        body: list[int] = [] if timed else [ids.no_timestamps]
        for clip, (start, end) in zip(plan.clips, spans, strict=True):
            text = self.tokenizer.encode(" " + clip.text).ids
            body += [ids.timestamp(start), *text, ids.timestamp(end)] if timed else text
        body.append(ids.end)
        # The first target stands behind <|startoftranscript|>: there a decoder reads off "no speech".
        inputs = [*context, ids.start, *body[:-1]]
        targets = [IGNORED] * len(context) + body
        return inputs, targets

    def _context(self, plan: Plan, mix: Mix, source: np.random.Generator) -> list[int]:
        """Terms, then what was said before, as the recogniser puts them; either may be missing."""
        vocabulary = ", ".join(self._vocabulary(plan, source)) if source.random() < mix.vocabulary else ""
        previous = ""
        if plan.before and source.random() < 0.8:
            previous = plan.before
        elif not plan.before and source.random() < mix.previous_text:
            previous = self.clips[int(source.integers(len(self.clips)))].text
        return self._prefixed(vocabulary, previous)

    def _vocabulary(self, plan: Plan, source: np.random.Generator) -> list[str]:
        """A few words that are said and a few that are not; sometimes only such."""
        others = [self.clips[int(i)].text for i in source.integers(len(self.clips), size=4)]
        terms = [word for text in others for word in self._rare_words(text)[:2]]
        if source.random() < 0.6:
            terms += self._rare_words(" ".join(clip.text for clip in plan.clips))[: int(source.integers(1, 4))]
        return [str(term) for term in source.permutation(terms)] if terms else ["dictation"]

    def _rare_words(self, text: str) -> list[str]:
        """The rarest words first, what a vocabulary list would hold; those never met (invented ones) before all."""
        return sorted(set(_long_words(text)), key=lambda word: (self._counts[word], word))

    def _prefixed(self, vocabulary: str, previous: str) -> list[int]:
        parts = [self.tokenizer.encode(" " + text).ids for text in (vocabulary, previous) if text]
        past = [token for part in parts for token in part[-CONTEXT_TOKENS:]]
        return [self.ids.previous, *past] if past else []

    def _silence(self, plan: Plan, source: np.random.Generator) -> Example:
        samples = _without_speech(int(plan.seconds * SAMPLE_RATE), source)
        ids = self.ids
        timed = source.random() < 0.3
        inputs = [ids.start] if timed else [ids.start, ids.no_timestamps]
        targets = [ids.no_speech] if timed else [ids.no_speech, ids.end]
        return Example(samples, inputs, targets, [], samples.size // 160)


def _without_speech(length: int, source: np.random.Generator) -> np.ndarray:
    """Nothing, noise, hum or clicks, at any level: what a microphone hears while nobody speaks."""
    level = 10 ** (float(source.uniform(-70, -10)) / 20)
    kind = source.choice(["nothing", "noise", "hum", "clicks"], p=[0.15, 0.55, 0.15, 0.15])
    if kind == "noise":
        colour = str(source.choice(list(COLOURS)))
        return np.clip(np.float32(level) * coloured_noise(length, colour, source), -1, 1)
    if kind == "hum":
        return mains_hum(length, float(source.uniform(48.0, 62.0)), level)
    if kind == "clicks":
        return clicks(length, float(source.uniform(0.5, 8.0)), source, min(1.0, 3 * level))
    return np.zeros(length, np.float32)


def _lay_out(plan: Plan, source: np.random.Generator) -> tuple[np.ndarray, list[tuple[float, float]]]:
    """Join the clips with pauses. Returns the samples and the start and end of each clip in seconds."""
    budget = WINDOW_SAMPLES - sum(clip.length for clip in plan.clips)
    pieces = [np.zeros(_pause(source, 0.0, 0.4, budget), np.float32)]
    spans: list[tuple[float, float]] = []
    position = pieces[0].size
    for clip in plan.clips:
        if spans:
            pieces.append(np.zeros(_pause(source, 0.15, 0.6, budget - position), np.float32))
            position += pieces[-1].size
        spans.append((position / SAMPLE_RATE, (position + clip.length) / SAMPLE_RATE))
        pieces.append(clip.samples())
        position += clip.length
    pieces.append(np.zeros(_pause(source, 0.0, 0.6, WINDOW_SAMPLES - position), np.float32))
    return np.concatenate(pieces), spans


def _pause(source: np.random.Generator, shortest: float, longest: float, budget: int) -> int:
    return max(0, min(int(source.uniform(shortest, longest) * SAMPLE_RATE), budget))


def _disturb(samples: np.ndarray, mix: Mix, source: np.random.Generator) -> np.ndarray:
    if source.random() < mix.reverberant:
        response = room_response(float(source.uniform(0.1, 0.5)), float(source.uniform(0.3, 0.8)), source)
        samples = add_room(samples, response)
    if source.random() < mix.noisy:
        colour = str(source.choice(list(COLOURS)))
        samples = add_noise(samples, float(source.uniform(3, 22)), colour, source)
    return samples


def _window(samples: np.ndarray, plan: Plan) -> np.ndarray:
    if not plan.full_window:
        return samples[:WINDOW_SAMPLES]
    return np.pad(samples[:WINDOW_SAMPLES], (0, max(0, WINDOW_SAMPLES - samples.size)))


def _long_words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_](?:[^\W\d_]|'){4,}", text)


assert WINDOW_SAMPLES // 160 == MAX_FRAMES
