"""A working day of dictation, played faster than it was spoken: memory and files stay level, no sample is lost.

    python tests/faults/soak.py [--hours 8] [--speed 8] [--seed 1]

Sentences and pauses, six tenths of the time speech, go through one session with its spool, library, voice detector and
recogniser child. Every minute of it the memory of all its processes and the open files are counted. Afterwards each
recording of the library is looked for in the day as it was played, sample by sample: whatever was louder than a whisper
has to be in one of them.
"""

from __future__ import annotations

import argparse
import contextlib
import mmap
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from engine.audio.sources import PCM_SCALE, Playback  # noqa: E402
from engine.audio.vad import StreamingVad  # noqa: E402
from engine.library.library import Library  # noqa: E402
from engine.paths import STARTER_MODEL, Home, open_home  # noqa: E402
from engine.records import SAMPLE_RATE  # noqa: E402
from engine.session.events import Notice, TextEvent, Trouble  # noqa: E402
from engine.session.options import Keeping  # noqa: E402
from engine.session.session import Session  # noqa: E402
from engine.session.target import Document  # noqa: E402
from engine.speech.options import RecogniserOptions  # noqa: E402
from engine.speech.wire import ModelChoice  # noqa: E402
from engine.speech.worker_client import RecogniserClient  # noqa: E402
from trainer.scratch.recipe import STARTER  # noqa: E402
from trainer.scratch.text import unseen_sentences  # noqa: E402
from trainer.synthesise import Delivery, synthesise  # noqa: E402
from trainer.voices import espeak  # noqa: E402

MODEL = STARTER_MODEL / "ctranslate2"
SENTENCES = 200  # different ones; the day goes round them
SPEECH = 0.6  # share of the day
SHORT_PAUSES, LONG_PAUSES = (0.3, 1.0), (5.0, 20.0)  # s; the long ones are as many as the share needs
HISS = 3  # steps of 16 bits: no two moments of the day are alike
LOUD = 0.01  # of full scale, -40 dB
WARM_UP = 1 / 8  # of the day; growth counts from then on
MOST_GROWTH = 50.0  # MB
MOST_NEW_FILES = 4


@dataclass
class Day:
    """What is said, and all of it on disk as it was played: 16 bits, mono."""

    file: Path
    seconds: float
    seed: int
    samples: int = 0

    def blocks(self) -> Iterator[np.ndarray]:
        """The day, piece by piece, float32 at 16 kHz."""
        chance, hiss = random.Random(self.seed), np.random.default_rng(self.seed)
        voice = espeak("en-us")
        said = [synthesise(text, voice, Delivery(speed=160)) for text in unseen_sentences(STARTER, SENTENCES)]
        spoken = 0
        with self.file.open("wb") as file:
            while self.samples < self.seconds * SAMPLE_RATE:
                sentence = chance.choice(said)
                spoken += len(sentence)
                behind = spoken / SPEECH > self.samples + len(sentence)
                pause = round(chance.uniform(*(LONG_PAUSES if behind else SHORT_PAUSES)) * SAMPLE_RATE)
                piece = np.concatenate([sentence, np.zeros(pause, np.float32)])
                coarse = np.clip(piece * PCM_SCALE, -30_000, 30_000).round() + hiss.integers(
                    -HISS, HISS + 1, len(piece)
                )
                whole = coarse.astype(np.int16)
                file.write(whole.tobytes())
                file.flush()
                self.samples += len(whole)
                yield whole.astype(np.float32) / PCM_SCALE


@dataclass
class Watch:
    """Counts of the day: (seconds of audio, MB of all processes, open files, seconds of audio that waited)."""

    rows: list[tuple[float, float, int, float]] = field(default_factory=list)

    def note(self, audio_seconds: float, waiting: float) -> None:
        megabytes, files = 0.0, 0
        own = psutil.Process()
        for process in (own, *own.children(recursive=True)):
            with contextlib.suppress(psutil.NoSuchProcess):
                megabytes += process.memory_full_info().pss / 1e6
                files += process.num_fds()
        self.rows.append((audio_seconds, megabytes, files, waiting))

    def growth(self) -> tuple[float, int]:
        """Most memory and open files after the warm-up, over what there was at its end."""
        settled = [row for row in self.rows if row[0] >= WARM_UP * self.rows[-1][0]]
        return max(row[1] for row in settled) - settled[0][1], max(row[2] for row in settled) - settled[0][2]


def dictate(home: Home, day: Day, speed: float, watch: Watch) -> tuple[list[str], list[str]]:
    """The utterances that were acknowledged, in order, and what was reported as trouble."""
    kept: list[str] = []
    faults: list[str] = []

    def show(event: TextEvent) -> None:
        if event.event == "final" and event.saved and event.utterance is not None:
            kept.append(event.utterance)

    def tell(notice: Notice) -> None:
        if isinstance(notice, Trouble):
            faults.append(f"trouble: {notice.error}")

    client = RecogniserClient(ModelChoice(MODEL, RecogniserOptions("cpu", "int8", 2, "en")))
    with Library(home) as library:
        keeping = Keeping(
            library.utterances.add, library.ids.make, home.spool, library.utterances.start_session()
        )  # fmt: skip
        session = Session(client, StreamingVad(), Document(), show, tell, keeping)
        playback = Playback(day.blocks(), session, session.hear, session, speed)
        playback.start()
        while not playback.finished.wait(60 / (speed or 20)):
            watch.note(day.samples / SAMPLE_RATE, session.backlog_seconds)
        playback.stop()
        session.stop()
        watch.note(day.samples / SAMPLE_RATE, 0.0)
        client.close()
    return kept, faults


def missing_samples(day: Day, recordings: Sequence[np.ndarray]) -> tuple[int, list[str]]:
    """How many loud samples are in none of the recordings, given in order, and which of these are not of the day."""
    faults: list[str] = []
    with day.file.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as played:
        heard = np.zeros(len(played) // 2, bool)
        begin = 0
        for number, recording in enumerate(recordings):
            content = (recording * PCM_SCALE).round().astype(np.int16).tobytes()
            at = played.find(content, begin)
            if at < 0 or at % 2:
                faults.append(f"recording {number} is not what was played")
                continue
            begin = at + 2  # they are in order; the next may hold the end of this one
            heard[at // 2 : (at + len(content)) // 2] = True
        loud = np.abs(np.frombuffer(played[:], np.int16)) > LOUD * PCM_SCALE
        return int((loud & ~heard).sum()), faults


def run(hours: float, speed: float, seed: int, folder: Path) -> tuple[Watch, int, list[str]]:
    """The counts, the number of utterances, and what was wrong, in words."""
    home = open_home(Home(folder / "home"))
    day, watch = Day(folder / "day.raw", 3600 * hours, seed), Watch()
    kept, faults = dictate(home, day, speed, watch)
    with Library(home) as library:
        names = [library.utterances.get(identifier).audio for identifier in kept]
        recordings = [library.recordings.read(name) for name in names if name]
    lost, strange = missing_samples(day, recordings)
    faults += strange
    if lost:
        faults.append(f"{lost} loud samples of {day.samples} are in no recording")
    if any(home.spool.iterdir()):
        faults.append("spools were left behind")
    memory, open_files = watch.growth()
    if memory > MOST_GROWTH:
        faults.append(f"memory grew by {memory:.0f} MB")
    if open_files > MOST_NEW_FILES:
        faults.append(f"{open_files} more files were open than at first")
    return watch, len(kept), faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hours", type=float, default=8.0)
    parser.add_argument("--speed", type=float, default=8.0, help="times as fast as spoken; 0: as fast as it goes")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="attune-soak-") as folder:
        watch, kept, faults = run(given.hours, given.speed, given.seed, Path(folder))
    print(f"{'audio':>8}{'memory':>10}{'files':>7}{'waiting':>9}")
    for seconds, megabytes, files, waiting in watch.rows[:: max(1, len(watch.rows) // 16)]:
        print(f"{seconds / 60:6.1f} m{megabytes:7.0f} MB{files:7}{waiting:7.1f} s")
    memory, open_files = watch.growth()
    print(f"{kept} utterances; after the first eighth {memory:+.1f} MB and {open_files:+d} open files at most")
    print("\n".join(faults) or "no sample was lost")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
