"""A home in which a personal model was trained: checked dictations of some weeks, and reports as the trainer writes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from evaluations import evaluation, readings
from library_samples import sound

from engine.library.entities import NewUtterance, now
from engine.library.library import Library
from engine.paths import Home
from trainer.gate import judge
from trainer.report import AlphaPoint, Curves, LearningPoint, Training, write
from trainer.testing.evaluation import Evaluation

MODEL = "starter-personal-1"
SENTENCES = (
    ("Ask Kaelen to send the assay to Weatherby.", "Ask Colin to send the essay to weather by."),
    ("The titration starts at nine in the morning.", "The titration starts at nine in the mourning."),
    ("Please restart the build machine tomorrow.", "Please restart the bill machine tomorrow."),
    ("We deploy on Friday before the meeting.", "We deploy on Friday before the meeting."),
    ("The pipette tips are in the second drawer.", "The pipe at tips are in the second drawer."),
    ("Nobody answered the second telephone call.", "Nobody answered the second telephone call."),
)
LEARNT = (
    "Ask Kaelen to send the assay to Weatherby.",
    "The titration starts at nine in the morning.",
    "Please restart the bill machine tomorrow.",
    "We deploy on Friday before the meeting.",
    "The pipette tips are in the second door.",
    "Nobody answered the second telephone call.",
)


def evaluations(repeats: int = 8) -> tuple[Evaluation, Evaluation]:
    """The same sets, read before and after the training."""
    found = []
    for name, own in (("starter", [read for _, read in SENTENCES]), (MODEL, list(LEARNT))):
        rows = [(said, read) for (said, _), read in zip(SENTENCES, own, strict=True)] * repeats
        general = [("The rain falls on the old town.", "The rain falls on the old town.")] * 30
        sets = (
            readings("personal", "personal", rows, ("Kaelen", "Weatherby")),
            readings("general", "general", general),
            readings("personal, noise 10 dB", "robustness", rows),
            readings("personal, room 0.4 s", "robustness", rows),
            readings("personal, tempo 1.25", "robustness", rows),
            readings("silence", "silence", [("", "")] * 3),
        )
        found.append(evaluation(*sets, model=name))
    return found[0], found[1]


def write_report(folder: Path) -> Path:
    """``report.json`` and its page in `folder`: an accepted candidate."""
    before, after = evaluations()
    curves = Curves(
        learning=tuple(
            LearningPoint(step, 2.4 / (1 + step / 40) + 0.2, 0.19 / (1 + step / 60) if step % 20 == 0 else None)
            for step in range(0, 200, 5)
        ),
        alpha=(AlphaPoint(0.0, 0.2, 0.03), AlphaPoint(1.0, 0.05, 0.03, chosen=True)),
    )
    return write(folder, before, after, judge(before, after), curves, training=Training(4e5, 8e6, 2.0, 200.0, 432.0))


def add_history(home: Home, library: Library) -> Path:
    """Five weeks of checked dictation, one training that proved nothing and one that did; returns its report."""
    session = library.utterances.start_session()
    seen = []
    for week in range(5, 0, -1):
        for number, (said, read) in enumerate(SENTENCES):
            raw = LEARNT[number] if week <= 2 else read
            identifier = library.utterances.add(
                NewUtterance(
                    raw,
                    session,
                    sound(4.0, 10 * week + number),
                    app="mousepad",
                    model=MODEL if week <= 2 else "starter",
                    created_at=now() - timedelta(weeks=week, minutes=number),
                )
            )
            assert identifier is not None
            seen.append(identifier)
            if raw == said:
                library.utterances.accept(identifier)
            else:
                library.corrections.correct(identifier, said, "misheard")
    first = home.jobs / "starter-personal-0"
    library.runs.begin(first.name, "starter", seen[:6])
    library.runs.finish(first.name, "not proven")
    report = write_report(home.jobs / MODEL)
    library.runs.begin(MODEL, "starter", seen)
    library.runs.finish(MODEL, "accepted", MODEL, str(report))
    return report
