"""Clips composed into training examples: one utterance, or neighbours packed into a full window with times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import soxr
import torch

from engine.records import SAMPLE_RATE
from trainer.augment import COLOURS, add_noise, add_room, change_gain, coloured_noise, room_response
from trainer.features import MAX_FRAMES, log_mel, silence_level
from trainer.personal.cache import ArrayCache, file_key, key_of
from trainer.personal.manifest import Clip
from trainer.personal.tokens import Tokens

Kind = Literal["pair", "packed", "rehearsal", "silence"]
WINDOW_SECONDS = 30.0
GAP_SECONDS = 0.3  # between packed neighbours
EDGE_DB = -35.0  # below the loudest frame: where the speech of a clip begins and ends
IGNORED = -100  # torch's cross-entropy leaves these targets out


@dataclass(frozen=True)
class Plan:
    """Which clips an example is made of, before any audio is read."""

    kind: Kind
    clips: tuple[Clip, ...]

    @property
    def seconds(self) -> float:
        """Its length in a batch."""
        if self.kind == "packed":
            return WINDOW_SECONDS
        return sum(clip.duration for clip in self.clips) if self.clips else 3.0


@dataclass(frozen=True)
class Example:
    """Log-mel (bins, frames), decoder input and target ids of one length. `pad` is the features of silence.

    `key` names the content of `mel` where it will be met again, so that the encoder's answer can be kept.
    """

    plan: Plan
    mel: np.ndarray
    inputs: list[int]
    targets: list[int]
    key: str = ""

    @property
    def pad(self) -> float:
        """What stands for silence behind the recording."""
        return silence_level(self.mel)


class Composer:
    """Turns plans into examples for one checkpoint.

    With `variants` each recording comes in so many fixed versions, so that the encoder's answers can be kept;
    without, it is disturbed anew each time if `augment` says so.
    """

    def __init__(self, tokens: Tokens, bins: int, cache: ArrayCache, *, augment: bool, variants: int = 0) -> None:
        self.tokens = tokens
        self._bins = bins
        self._cache = cache
        self._augment = augment
        self._variants = variants

    def compose(self, plan: Plan, source: np.random.Generator) -> Example:
        """Read the audio, disturb it if the recipe says so, and write the tokens that belong to it."""
        if plan.kind == "silence":
            return self._silence(plan, source)
        if plan.kind == "packed":
            return self._packed(plan)
        clip = plan.clips[0]
        if self._variants:
            variant = int(source.integers(self._variants))
            mel, key = self._variant(clip, variant)
            return self._example(plan, mel, self.labels(clip), key)
        disturbed = self._augment and source.random() < 0.7
        mel = self._mel(disturb(clip.samples(), source)) if disturbed else self.clean_mel(clip)
        return self._example(plan, mel, self.labels(clip))

    def undisturbed(self, clip: Clip) -> Example:
        """The recording as it is, with its text."""
        return self._example(Plan("pair", (clip,)), self.clean_mel(clip), self.labels(clip))

    def clean_mel(self, clip: Clip) -> np.ndarray:
        """The recording's own features, (bins, frames), from the cache where they are there."""
        key = key_of("mel", self._bins, file_key(clip.audio))
        return self._cache.get(clip.id, key, lambda: self._mel(clip.samples()))

    def _variant(self, clip: Clip, number: int) -> tuple[np.ndarray, str]:
        key = key_of("variant", number, self._bins, file_key(clip.audio))
        if number == 0:
            return self.clean_mel(clip), key
        seed = (number, *clip.id.encode())
        return self._cache.get(
            clip.id, key, lambda: self._mel(disturb(clip.samples(), np.random.default_rng(seed)))
        ), key

    def labels(self, clip: Clip) -> list[int]:
        """Prompt, text and end."""
        return [*self.tokens.prompt(clip.language), *self.tokens.text(clip.text), self.tokens.end]

    def _packed(self, plan: Plan) -> Example:
        samples, spans = lay_out([clip.samples() for clip in plan.clips])
        labels = self.tokens.prompt(plan.clips[0].language, timed=True)
        for clip, (start, end) in zip(plan.clips, spans, strict=True):
            labels += [self.tokens.timestamp(start), *self.tokens.text(clip.text), self.tokens.timestamp(end)]
        padded = np.pad(samples, (0, int(WINDOW_SECONDS * SAMPLE_RATE) - samples.size))
        return self._example(plan, self._mel(padded), [*labels, self.tokens.end])

    def _silence(self, plan: Plan, source: np.random.Generator) -> Example:
        length = int(source.uniform(1.0, 5.0) * SAMPLE_RATE)
        level = np.float32(10 ** (float(source.uniform(-70, -25)) / 20))
        samples = level * coloured_noise(length, str(source.choice(list(COLOURS))), source)
        prompt = self.tokens.prompt()
        targets = [self.tokens.no_speech, *prompt[2:], self.tokens.end]
        return Example(plan, self._mel(samples), prompt, targets)

    def _example(self, plan: Plan, mel: np.ndarray, labels: list[int], key: str = "") -> Example:
        # The first target stands behind <|startoftranscript|>: there a decoder reads off "no speech".
        return Example(plan, mel, labels[:-1], labels[1:], key)

    def _mel(self, samples: np.ndarray) -> np.ndarray:
        audio = torch.from_numpy(np.ascontiguousarray(samples, dtype=np.float32))[None]
        with torch.autocast("cpu", enabled=False):  # whoever asks, the features are the recogniser's
            mel = log_mel(audio, self._bins)[0]
        return mel[:, :MAX_FRAMES].numpy()


def disturb(samples: np.ndarray, source: np.random.Generator) -> np.ndarray:
    """Other speed, level, room and noise, each by chance: float32 at 16 kHz, of about the same length."""
    if source.random() < 0.5:
        samples = change_speed(samples, float(source.uniform(0.9, 1.1)))
    samples = change_gain(samples, float(source.uniform(-6, 6)))
    if source.random() < 0.3:
        response = room_response(float(source.uniform(0.1, 0.5)), float(source.uniform(0.3, 0.8)), source)
        samples = add_room(samples, response)
    if source.random() < 0.3:
        samples = add_noise(samples, float(source.uniform(5, 25)), str(source.choice(list(COLOURS))), source)
    return samples


def change_speed(samples: np.ndarray, factor: float) -> np.ndarray:
    """Faster and higher by `factor`, as a tape (Ko et al. 2015). float32."""
    return np.asarray(soxr.resample(samples, SAMPLE_RATE, SAMPLE_RATE / factor), dtype=np.float32)


def lay_out(recordings: list[np.ndarray]) -> tuple[np.ndarray, list[tuple[float, float]]]:
    """Recordings one after the other with gaps, and when the speech of each starts and ends, in seconds."""
    gap = np.zeros(int(GAP_SECONDS * SAMPLE_RATE), np.float32)
    pieces: list[np.ndarray] = []
    spans, position = [], 0
    for samples in recordings:
        first, last = speech_edges(samples)
        spans.append(((position + first) / SAMPLE_RATE, (position + last) / SAMPLE_RATE))
        pieces += [samples, gap]
        position += samples.size + gap.size
    return np.concatenate(pieces[:-1]), spans


def speech_edges(samples: np.ndarray) -> tuple[int, int]:
    """The first and last sample of what is loud enough to be speech."""
    hop = SAMPLE_RATE // 100
    frames = samples[: samples.size // hop * hop].reshape(-1, hop)
    power = 10 * np.log10(np.mean(frames.astype(np.float64) ** 2, axis=1) + 1e-12) if frames.size else np.zeros(0)
    loud = np.flatnonzero(power > power.max() + EDGE_DB) if power.size else power
    if loud.size == 0:
        return 0, samples.size
    return int(loud[0]) * hop, min(samples.size, (int(loud[-1]) + 1) * hop)
