"""The speech of a comparison: what is learnt from, what chooses the best state, and the sets that are tested on."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from engine.errors import AttuneError, InputError
from engine.library.manifests import read_manifests
from trainer.features import MAX_FRAMES, log_mel
from trainer.personal.manifest import LONGEST_SECONDS, SHORTEST_SECONDS, Clip, clip_of
from trainer.personal.whisper import ToRead
from trainer.speakers import user_readings, write_readings
from trainer.statistics import plain
from trainer.testing.sets import general_speech
from trainer.testing.tempo import tempo_copy
from trainer.testsets import TestSet, Utterance, noisy_copy, room_copy, spoken_set
from trainer.text.testing import test_sentences
from trainer.text.users import user_sentences
from trainer.voices import espeak

DEVELOPMENT, TEST = 20, 40  # utterances: the last ones, whatever is learnt from
REPLAYED = 30
ACCENTS = ("en-gb-scotland", "en-029", "en-gb-x-gbcwmd")
VARIANTS = ("m1", "f1", "m4", "f3")
NEW_SENTENCES, NEW_WORDS, REPLAY, OTHERS, OTHER_ACCENTS = (
    "new sentences", "new words", "training clips again", "other voices", "other accents",
)  # fmt: skip
DISTURBED = ("tempo 0.8", "tempo 1.25", "noise 20 dB", "noise 10 dB", "noise 5 dB", "room 0.4 s")


@dataclass(frozen=True)
class Material:
    """Clips to draw from, in the order they were spoken, and sets that are the same for every cell."""

    pool: tuple[Clip, ...]
    development: tuple[Clip, ...]
    sets: tuple[TestSet, ...]

    def draw(self, minutes: float, seed: int) -> list[Clip]:
        """So many minutes of the pool, others for each seed.

        Raises:
            InputError: there is less.
        """
        chosen: list[Clip] = []
        for clip in random.Random(seed).sample(self.pool, len(self.pool)):
            if sum(one.duration for one in chosen) >= 60 * minutes:
                return sorted(chosen, key=lambda one: one.id)
            chosen.append(clip)
        held = sum(clip.duration for clip in self.pool) / 60
        if sum(one.duration for one in chosen) >= 60 * minutes:
            return sorted(chosen, key=lambda one: one.id)
        raise InputError(f"There are {held:.1f} minutes to learn from, not {minutes:g}.", "Compare with fewer.")

    def sets_for(self, learnt: Sequence[Clip]) -> list[TestSet]:
        """The sets of a cell: two of them depend on what is learnt."""
        again = learnt[:: max(1, len(learnt) // REPLAYED)][:REPLAYED]
        replay = TestSet(REPLAY, tuple(Utterance(one.samples(), one.text, one.session, one.id) for one in again))
        known = {word for clip in learnt for word in plain(clip.text).split()}
        fresh = next(one for one in self.sets if one.name == NEW_SENTENCES)
        unknown = tuple(one for one in fresh.utterances if not set(plain(one.text).split()) <= known)
        return [replay, *self.sets, *([replace(fresh, name=NEW_WORDS, utterances=unknown)] if unknown else [])]


def make_synthetic(user: str, folder: Path) -> Path:
    """The recordings of a development user, made once in `folder`."""
    place = folder / user
    if not place.is_dir():
        making = folder / f"{user}.part"
        shutil.rmtree(making, ignore_errors=True)
        making.parent.mkdir(parents=True, exist_ok=True)
        write_readings(user_readings(user, user_sentences(user)), making)
        making.rename(place)
    return place


def load_material(folder: Path) -> Material:
    """The material in an audiofolder: of one person, as a development user's or as `attune library export` writes it.

    Raises:
        InputError: it is no audiofolder, or holds too little.
    """
    clips = [
        clip_of(pair.record, pair.file)
        for pair in read_manifests(folder)
        if SHORTEST_SECONDS <= pair.record.duration <= LONGEST_SECONDS and plain(pair.record.text)
    ]
    if len(clips) < 2 * (DEVELOPMENT + TEST):
        raise InputError(
            f"{folder} holds {len(clips)} usable recordings; a comparison needs {2 * (DEVELOPMENT + TEST)}.",
            "Dictate and correct more, or compare on synthetic speech.",
        )
    tested = clips[-TEST:]
    seen = {plain(clip.text) for clip in tested}
    rest = [clip for clip in clips[:-TEST] if plain(clip.text) not in seen]
    return Material(tuple(rest[:-DEVELOPMENT]), tuple(rest[-DEVELOPMENT:]), tuple(_sets(tested)))


def to_read(test_set: TestSet, bins: int) -> list[ToRead]:
    """The features of a set, as a recogniser computes them."""
    return [_features(one.samples, bins, one.language or "en") for one in test_set.utterances]


def clip_to_read(clip: Clip, bins: int) -> ToRead:
    """The features of a clip."""
    return _features(clip.samples(), bins, clip.language)


def _features(samples: np.ndarray, bins: int, language: str) -> ToRead:
    audio = torch.from_numpy(np.ascontiguousarray(samples, np.float32))[None]
    return ToRead(log_mel(audio, bins)[0, :, :MAX_FRAMES].numpy(), language)


def _sets(tested: Sequence[Clip]) -> list[TestSet]:
    fresh = TestSet(
        NEW_SENTENCES,
        tuple(Utterance(one.samples(), one.text, one.session, one.id, one.language) for one in tested),
    )
    disturbed = [tempo_copy(fresh, tempo) for tempo in (0.8, 1.25)]
    disturbed += [noisy_copy(fresh, snr) for snr in (20.0, 10.0, 5.0)]
    disturbed.append(room_copy(fresh))
    named = [replace(one, name=name) for one, name in zip(disturbed, DISTURBED, strict=True)]
    return [fresh, *named, *_others()]


def _others() -> list[TestSet]:
    """Speech of other people; accents need a synthesiser, and are left out where there is none."""
    general = [one for one in general_speech() if one.found.record.duration <= LONGEST_SECONDS]
    spread = general[:: max(1, len(general) // TEST)][:TEST]
    found = []
    if spread:
        others = tuple(Utterance(one.samples(), one.text, one.session, one.id, one.language) for one in spread)
        found.append(TestSet(OTHERS, others))
    voices = [espeak(accent, variant) for variant in VARIANTS for accent in ACCENTS]
    try:
        sentences = [one.text for one in test_sentences(TEST, seed=17)]
        found.append(spoken_set(OTHER_ACCENTS, sentences, voices, seed=17))
    except AttuneError:
        pass
    return found


def seconds_of(clips: Sequence[Clip]) -> float:
    """How much speech."""
    return sum(clip.duration for clip in clips)
