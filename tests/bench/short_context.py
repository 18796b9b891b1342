"""A model that has only ever seen windows of 30 s is taught to bear short audio by personalization.

    python tests/bench/short_context.py --work DIR [--minutes 8]

The model is a small variant of the starter, trained on padded windows alone (`trainer scratch --recipe padded`, two
hours on two cores; made once into --work, and gone on with where it was broken off). A voice it does not know reads
sentences; the table shows the words wrong by the least audio context before and after, and the processor's time for an
utterance at the context that each model's card names. The personalization begins anew each time.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from personal_jobs import DEVELOPMENT, TEST, make_user_job, run_job  # noqa: E402

from engine.library.manifests import read_manifests  # noqa: E402
from engine.models.card import Card, Context  # noqa: E402
from engine.speech.options import RecogniserOptions  # noqa: E402
from engine.speech.utterance import recognise  # noqa: E402
from engine.speech.whisper import Recogniser  # noqa: E402
from trainer.evaluate import Floor, context_floors  # noqa: E402
from trainer.personal.manifest import clip_of  # noqa: E402
from trainer.speakers import Reading, write_readings  # noqa: E402
from trainer.testsets import TestSet, Utterance  # noqa: E402
from trainer.text import basic  # noqa: E402
from trainer.voices import development_voices  # noqa: E402

SENTENCES = 500
VOICE, SENTENCE_SEED = 2, 21
SITTING = 15  # sentences
SHORT = 5.0  # seconds of context, of which the issue is


@dataclass(frozen=True)
class Measured:
    """A model: the context on its card, the errors by the least context, and seconds of processor per utterance."""

    context: Context
    floors: list[Floor]
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("bench-short-context"))
    parser.add_argument("--minutes", type=float, default=8.0, help="of the speaker's, to learn from")
    parser.add_argument("--steps", type=int, help="of the padded model's training, in place of the recipe's")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    base = make_base(options.work, options.steps)
    speech = make_speech(options.work)
    job = make_user_job(options.work, base, speech, options.minutes, "as it is")
    outcome = run_job(job)
    heard = test_set(speech)
    before, after = (measure(folder, heard) for folder in (base / "ctranslate2", job / "model"))
    print_table(before, after)
    print(f"\n{outcome['outcome']}: {outcome['reason']}")
    if options.json:
        rows = {name: as_json(one) for name, one in (("base", before), ("personal", after))}
        options.json.write_text(json.dumps({**rows, "outcome": outcome}, indent=1) + "\n", encoding="utf-8")


def make_base(work: Path, steps: int | None) -> Path:
    """The model of padded windows, trained where it is not there yet."""
    folder = work / "base"
    if not (folder / "ctranslate2").is_dir():
        work.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "trainer", "scratch", "--recipe", "padded", "--work", str(work / "scratch")]
        command += ["--publish", str(folder), *(["--steps", str(steps)] if steps else [])]
        with (work / "scratch.jsonl").open("a") as events:
            subprocess.run(command, check=True, cwd=ROOT, stdout=events)
    return folder


def make_speech(work: Path) -> Path:
    """A voice that did not train the model, reading sentences that did not either."""
    folder = work / "speech" / "speaker"
    if not folder.is_dir():
        texts = basic.sentences(SENTENCES, SENTENCE_SEED, held_out=True)
        voice = development_voices()[VOICE]
        readings = [
            Reading(text, text, voice, "speaker", f"speaker-{index // SITTING:02}") for index, text in enumerate(texts)
        ]
        folder.parent.mkdir(parents=True, exist_ok=True)
        making = folder.with_suffix(".part")
        write_readings(readings, making)
        making.rename(folder)
    return folder


def test_set(speech: Path) -> TestSet:
    """The recordings that the job neither learns from nor chooses by."""
    assert SENTENCES > DEVELOPMENT + TEST
    clips = [clip_of(pair.record, pair.file) for pair in read_manifests(speech)[-TEST:]]
    return TestSet("test", tuple(Utterance(clip.samples(), clip.text, clip.session) for clip in clips))


def measure(folder: Path, heard: TestSet) -> Measured:
    """The errors by context, and the cost at the context of the card, on one thread."""
    context = Card.load(folder).context
    recogniser = Recogniser.load(folder, RecogniserOptions(device="cpu", language="en", context=context, threads=1))
    recognise(recogniser, heard.utterances[0].samples, adaptive=False, words=False)  # warm
    began = time.process_time()
    for one in heard.utterances:
        recognise(recogniser, one.samples, adaptive=False, words=False)
    seconds = (time.process_time() - began) / len(heard.utterances)
    return Measured(context, context_floors(folder, heard), seconds)


def print_table(before: Measured, after: Measured) -> None:
    """Errors by context, and the cost."""
    print(f"{'least context':<16}{'base':>10}{'personal':>12}")
    for old, new in zip(before.floors, after.floors, strict=True):
        mark = f"   <- {SHORT:g} s" if old.seconds == SHORT else ""
        print(f"{old.seconds:>11.1f} s   {old.wer.value:>9.1%}{new.wer.value:>12.1%}{mark}")
    print(f"{'on the card':<16}{before.context.min_seconds:>8.1f} s{after.context.min_seconds:>10.1f} s")
    share = after.seconds / before.seconds
    print(f"{'CPU, utterance':<16}{before.seconds * 1e3:>7.1f} ms{after.seconds * 1e3:>9.1f} ms   {share:.2f} of it")


def as_json(one: Measured) -> dict[str, object]:
    """Plain data."""
    rates = {f"{floor.seconds:g}": floor.wer.value for floor in one.floors}
    return {"context": one.context.min_seconds, "wer": rates, "cpu_seconds": one.seconds}


if __name__ == "__main__":
    main()
