"""The test sets of a job, from its manifests: each asks one question about the new model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from engine.audio.decode import read_recording
from engine.errors import InputError
from engine.library.manifests import FoundPair, read_manifests
from engine.models.card import WINDOW_SECONDS
from engine.paths import RESOURCES
from engine.records import SAMPLE_RATE
from trainer.testing.scoring import count_terms
from trainer.testsets import Role, TestSet, Utterance, no_speech_set, noisy_copy, room_copy

GENERAL_SPEECH = RESOURCES / "general"  # an audiofolder of other people's voices
NOISE_DB = (20.0, 10.0, 5.0)
DISTURBED = 100  # utterances in each disturbed copy: four copies of all would take longer than all else


def build_sets(
    test: Sequence[FoundPair],
    general: Sequence[FoundPair],
    *,
    gold: Sequence[FoundPair] = (),
    terms: Sequence[str] = (),
    seed: int = 1,
) -> tuple[TestSet, ...]:
    """All sets of a job; the same for a seed.

    Args:
        test: the user's own utterances that never train.
        general: other people's, or the user's ordinary talk.
        gold: the user's, read or typed blind; an utterance that is in `test` as well counts once.
        terms: the user's vocabulary, looked for in all sets.

    Raises:
        InputError: no test utterance can be used.
        AudioFileError: a recording cannot be read.
    """
    known = {pair.record.id or str(pair.file) for pair in gold}
    own = [pair for pair in test if (pair.record.id or str(pair.file)) not in known]
    personal = _recorded_set("personal", "personal", own, terms)
    blind = _recorded_set("gold", "gold", gold, terms)
    if not personal.utterances and not blind.utterances:
        raise InputError("No recording is set aside to test with.", "Dictate and correct more, then try again.")
    disturbed = _evenly(personal if personal.utterances else blind)
    sets = [
        personal,
        blind,
        _with_terms(personal, blind, terms),
        _recorded_set("general", "general", general, terms),
        *(noisy_copy(disturbed, snr, seed) for snr in NOISE_DB),
        room_copy(disturbed, seed=seed),
        replace(no_speech_set(seed=seed), terms=tuple(terms)),
    ]
    return tuple(one for one in sets if one.utterances)


def general_speech(manifest: Path | None = None) -> list[FoundPair]:
    """Other people's speech: the bundled one where there is one, else the job's own manifest, else nothing.

    Raises:
        InputError: the manifest is wrong.
    """
    if GENERAL_SPEECH.is_dir():
        return read_manifests(GENERAL_SPEECH)
    return read_manifests(manifest) if manifest else []


def _recorded_set(name: str, role: Role, pairs: Sequence[FoundPair], terms: Sequence[str]) -> TestSet:
    utterances = (_utterance(pair) for pair in pairs)
    fitting = tuple(one for one in utterances if 0 < one.samples.size <= WINDOW_SECONDS * SAMPLE_RATE)
    return TestSet(name, fitting, role=role, terms=tuple(terms))


def _utterance(pair: FoundPair) -> Utterance:
    """One recording; its block is the session, or the speaker where there are several people."""
    record = pair.record
    block = record.session_id or record.speaker_id
    name = record.id or pair.file.name
    return Utterance(read_recording(pair.file), record.text, block, name, record.language)


def _with_terms(personal: TestSet, gold: TestSet, terms: Sequence[str]) -> TestSet:
    both = (*personal.utterances, *gold.utterances)
    chosen = tuple(one for one in both if count_terms(one.text, "", terms).said)
    return TestSet("vocabulary", chosen, role="vocabulary", terms=tuple(terms))


def _evenly(original: TestSet) -> TestSet:
    """At most `DISTURBED` utterances, from the whole length of the set."""
    step = max(1, -(-len(original.utterances) // DISTURBED))
    return replace(original, utterances=original.utterances[::step])
