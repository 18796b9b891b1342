"""The test sets of a job, from its manifests: each asks one question about the new model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np

from engine.audio.decode import read_recording
from engine.errors import InputError
from engine.library.manifests import FoundPair, read_manifests
from engine.models.card import WINDOW_SECONDS
from engine.paths import GENERAL_SPEECH
from engine.records import SAMPLE_RATE
from trainer.testing.scoring import count_terms
from trainer.testing.tempo import tempo_copy
from trainer.testsets import Role, TestSet, Utterance, no_speech_set, noisy_copy, room_copy

NOISE_DB = (20.0, 10.0, 5.0)
TEMPI = (0.8, 1.25)
DISTURBED = 60  # utterances in each disturbed copy: six copies of all would take longer than all else


class Recorded(Protocol):
    """A recording with what was said in it. `session` names the sitting, or the speaker where there are several."""

    @property
    def id(self) -> str:
        """Names the recording."""
        ...

    @property
    def text(self) -> str:
        """What was said, as it is written."""
        ...

    @property
    def language(self) -> str:
        """A code such as "en"."""
        ...

    @property
    def session(self) -> str:
        """What errs together."""
        ...

    def samples(self) -> np.ndarray:
        """The audio, float32 (samples,) at 16 kHz."""
        ...


@dataclass(frozen=True)
class FoundRecording:
    """A recording of an audiofolder."""

    found: FoundPair

    @property
    def id(self) -> str:
        """The record's id, or the file's name."""
        return self.found.record.id or self.found.file.name

    @property
    def text(self) -> str:
        """What was said."""
        return self.found.record.text

    @property
    def language(self) -> str:
        """As the record says."""
        return self.found.record.language

    @property
    def session(self) -> str:
        """The session, or the speaker where there is none."""
        return self.found.record.session_id or self.found.record.speaker_id

    def samples(self) -> np.ndarray:
        """The decoded file."""
        return read_recording(self.found.file)


def build_sets(
    test: Sequence[Recorded],
    general: Sequence[Recorded],
    *,
    gold: Sequence[Recorded] = (),
    terms: Sequence[str] = (),
    seed: int = 1,
) -> tuple[TestSet, ...]:
    """All sets of a job; the same for a seed.

    Args:
        test: the user's own utterances that never train.
        general: other people's; see `general_speech` for the bundled ones.
        gold: the user's, read or typed blind; an utterance that is in `test` as well counts once.
        terms: the user's vocabulary, looked for in all sets.

    Raises:
        InputError: no test utterance can be used.
        AudioFileError: a recording cannot be read.
    """
    blindly = {one.id for one in gold}
    own = [one for one in test if one.id not in blindly]
    personal = _recorded_set("personal", "personal", own, terms)
    blind = _recorded_set("gold", "gold", gold, terms)
    if not personal.utterances and not blind.utterances:
        raise InputError("No recording is set aside to test with.", "Dictate and correct more, then try again.")
    disturbed = _evenly(personal if personal.utterances else blind)
    silence = replace(no_speech_set(seed=seed), terms=tuple(terms))
    sets = [
        personal,
        blind,
        _with_terms(personal, blind, terms),
        _recorded_set("general", "general", general, terms),
        *(noisy_copy(disturbed, snr, seed) for snr in NOISE_DB),
        room_copy(disturbed, seed=seed),
        *(tempo_copy(disturbed, tempo) for tempo in TEMPI),
        silence,
        replace(silence, name=f"{silence.name}, without a detector", role="sounds"),
    ]
    return tuple(one for one in sets if one.utterances)


def general_speech(folder: Path = GENERAL_SPEECH) -> list[FoundRecording]:
    """The bundled recordings of other people, none where they are not installed.

    Raises:
        InputError: the folder's manifest is wrong.
    """
    return [FoundRecording(pair) for pair in read_manifests(folder)] if folder.is_dir() else []


def _recorded_set(name: str, role: Role, recordings: Sequence[Recorded], terms: Sequence[str]) -> TestSet:
    utterances = (Utterance(one.samples(), one.text, one.session, one.id, one.language) for one in recordings)
    fitting = tuple(one for one in utterances if 0 < one.samples.size <= WINDOW_SECONDS * SAMPLE_RATE)
    return TestSet(name, fitting, role=role, terms=tuple(terms))


def _with_terms(personal: TestSet, gold: TestSet, terms: Sequence[str]) -> TestSet:
    both = (*personal.utterances, *gold.utterances)
    chosen = tuple(one for one in both if count_terms(one.text, "", terms).said)
    return TestSet("vocabulary", chosen, role="vocabulary", terms=tuple(terms))


def _evenly(original: TestSet) -> TestSet:
    """At most `DISTURBED` utterances, from the whole length of the set."""
    step = max(1, -(-len(original.utterances) // DISTURBED))
    return replace(original, utterances=original.utterances[::step])
