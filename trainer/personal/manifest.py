"""The recordings of a job with what was said in them, checked before anything is trained on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from engine.audio.flac import read_flac
from engine.errors import AudioFileError, InputError
from engine.library.records import TrainingRecord, parse_line, record_from
from engine.records import SAMPLE_RATE
from trainer.personal.job import Job
from trainer.statistics import plain

LONGEST_SECONDS = 29.0  # the window is 30 s, and a decoder needs to see that the speech has ended
SHORTEST_SECONDS = 0.2


@dataclass(frozen=True)
class Clip:
    """One recording: 16 kHz mono FLAC, its length in seconds, and the text in written form."""

    id: str
    audio: Path
    text: str
    language: str
    duration: float
    session: str
    source: str
    base_text: str = ""
    split: str = ""

    def samples(self) -> np.ndarray:
        """The audio, float32 (samples,) at 16 kHz."""
        return read_flac(self.audio)


@dataclass(frozen=True)
class Manifest:
    """The usable clips of one manifest, and what was wrong with the others."""

    name: str
    clips: tuple[Clip, ...]
    left_out: tuple[str, ...] = ()

    @property
    def minutes(self) -> float:
        """How much speech it holds."""
        return sum(clip.duration for clip in self.clips) / 60


def clip_of(record: TrainingRecord, audio: Path) -> Clip:
    """A recording of an audiofolder as a clip."""
    return Clip(
        id=record.id or audio.stem,
        audio=audio,
        text=record.text,
        language=record.language or "en",
        duration=record.duration,
        session=record.session_id or record.speaker_id,
        source=record.source,
        split=record.split or "",
    )


def read_manifest(job: Job, name: str) -> Manifest:
    """The manifest `name` of the job, empty where the job has none. Recordings that cannot be used are left out.

    Raises:
        InputError: the manifest itself is missing or damaged.
    """
    path = job.manifest(name)
    if path is None:
        return Manifest(name, ())
    if not path.is_file():
        raise InputError(f"The manifest {path} is missing.", "Make the job again.")
    clips: list[Clip] = []
    faults: list[str] = []
    for place, clip in _records(path, job.folder):
        fault = _fault(clip)
        if fault:
            faults.append(f"{place}: {fault}")
        else:
            clips.append(clip)
    return Manifest(name, tuple(clips), tuple(faults))


def _records(path: Path, folder: Path) -> Iterator[tuple[str, Clip]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            place = f"{path.name}, line {number}"
            record = record_from(parse_line(line, place), place)
            audio = folder / record.audio
            yield (
                place,
                Clip(
                    id=record.id or hashlib.sha256(record.audio.encode()).hexdigest()[:16],
                    audio=audio,
                    text=record.text,
                    language=record.language,
                    duration=_duration(audio) or record.duration,
                    session=record.session_id,
                    source=record.source,
                    base_text=record.base_text,
                    split=record.split or "",
                ),
            )


def _duration(audio: Path) -> float:
    try:
        info = soundfile.info(audio)
    except (soundfile.SoundFileError, OSError):
        return 0.0
    return float(info.frames / info.samplerate)


def _fault(clip: Clip) -> str | None:
    try:
        with soundfile.SoundFile(clip.audio) as file:
            if file.samplerate != SAMPLE_RATE or file.channels != 1:
                return "the recording is not 16 kHz mono"
    except (soundfile.SoundFileError, OSError):
        return "the recording is missing or damaged"
    if not plain(clip.text):
        return "there is no text"
    if not SHORTEST_SECONDS <= clip.duration <= LONGEST_SECONDS:
        return f"{clip.duration:.1f} s is not between {SHORTEST_SECONDS} and {LONGEST_SECONDS} s"
    return None


def check_sound(clip: Clip) -> None:
    """Decode the whole recording.

    Raises:
        AudioFileError: it is damaged, or holds values that are no numbers.
    """
    if not np.isfinite(clip.samples()).all():
        raise AudioFileError(f"{clip.audio} is damaged.", "Leave it out.")


def check_disjoint(learnt: Sequence[Manifest], tested: Sequence[Manifest]) -> None:
    """No recording and no sentence that is tested may be learnt from.

    Raises:
        InputError: one is in both.
    """
    ids = {clip.id for manifest in learnt for clip in manifest.clips}
    texts = {plain(clip.text) for manifest in learnt for clip in manifest.clips if manifest.name != "rehearsal"}
    for manifest in tested:
        for clip in manifest.clips:
            if clip.id in ids:
                raise InputError(f"{clip.id} is in {manifest.name} and is trained on too.", "Make the job again.")
            if len(plain(clip.text).split()) > 2 and plain(clip.text) in texts:
                raise InputError(
                    f"The sentence of {clip.id} is in {manifest.name} and is trained on too.", "Make the job again."
                )
