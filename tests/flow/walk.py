"""The way of a new user through the real program, with pictures to be looked at.

    PYTHONPATH=.:tests/support python tests/flow/walk.py --out DIR [--until correct]

First steps, a dictated paragraph in another program, three corrections, some sentences read aloud, the demonstration's
recordings brought in, Personalize to its end, the new version in use, and back to the old one. Speech comes from
espeak-ng through a microphone of the test's own; keys are pressed as on a keyboard. It takes as long as the training.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import soundfile as sf
import soxr
from application import ROOT, RunningApplication
from desktop_session import DesktopSession
from editors import QtEditor
from programs import wait_until
from pulse import PulseServer
from speech import silence, speech

from engine.library.entities import Utterance
from engine.library.library import Library
from engine.paths import RESOURCES, Home

STAGES = ("first steps", "dictate", "correct", "read", "bring in", "personalize", "roll back")
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""
PRACTICE = "Please send the minutes of the meeting to everybody by Thursday."
PARAGRAPH = (
    "Dear Anna, thank you for the letter.",
    "The meeting is on Friday at ten o'clock.",
    "Please bring the report and the list of names.",
)
MISHEARD = (
    "Please ask Marlowe about the contract.",
    "The keys are with Ferrovanta today.",
    "Can you call Bronzel tomorrow?",
)
READ = 5  # sentences
TRAINED_WITHIN = 2_400.0  # seconds


class Walk:
    """The program, a microphone and another program on a desktop, and the pictures taken on the way."""

    def __init__(self, session: DesktopSession, server: PulseServer, out: Path) -> None:
        self.session, self.server, self.out = session, server, out
        self.home = session.root / "home-of-attune"
        self.pictures = 0
        self.application = RunningApplication(session, self.home, first_run=True)

    def look(self, name: str) -> None:
        """Take a picture of the whole screen."""
        self.pictures += 1
        path = self.out / f"{self.pictures:02}-{name}.png"
        time.sleep(0.7)  # until what is to be seen is painted
        self.session.run(sys.executable, "-c", GRAB, str(path))
        print(path.name, flush=True)

    def keys(self, *keys: str) -> None:
        """Press keys in the window that has the keyboard."""
        self.session.xdotool("key", "--delay", "100", *keys)

    def say(self, text: str) -> subprocess.Popen[bytes]:
        """Speak into the microphone."""
        path = self.session.root / f"said-{abs(hash(text))}.wav"
        played = np.concatenate([silence(0.3), speech(text), silence(1.2)])
        sf.write(path, soxr.resample(played, 16_000, 48_000), 48_000, subtype="PCM_16")
        return self.server.play(path)

    def attune(self, *arguments: str) -> str:
        """What the command says."""
        command = (sys.executable, "-c", "from engine.cli.main import main; raise SystemExit(main())")
        environment = self.session.environment | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [*command, "--home", str(self.home), *arguments],
            env=environment, capture_output=True, text=True, cwd=ROOT, timeout=600, check=True,
        )  # fmt: skip
        return done.stdout

    def utterances(self) -> list[Utterance]:
        """What is kept, the newest first."""
        with Library(Home(self.home), writable=False) as library:
            return library.utterances.page(1_000)

    def dictate(self, text: str) -> str:
        """Press the key, say it, press it again; what was kept."""
        before = {one.id for one in self.utterances()}
        self.keys("ctrl+alt+space")
        self.application.wait_for("recording")
        self.say(text).wait(60)
        self.keys("ctrl+alt+space")
        wait_until(lambda: self.application.state() == "idle" and {one.id for one in self.utterances()} - before, 60)
        return " ".join(one.text for one in reversed(self.utterances()) if one.id not in before)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--until", choices=STAGES, default=STAGES[-1])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    ways = (first_steps, dictate, correct, read, bring_in, personalize, roll_back)
    with DesktopSession() as session, PulseServer() as server:
        session.environment.update(server.environment)
        walk = Walk(session, server, options.out)
        with walk.application:
            for stage, way in zip(STAGES, ways, strict=True):
                print(f"== {stage}", flush=True)
                way(walk)
                if stage == options.until:
                    break
        strange = [line for line in session.output().splitlines() if "Traceback" in line or "Error" in line]
        print("\n".join(strange) or "No errors on stderr.")


def first_steps(walk: Walk) -> None:
    """The dialog of the first start: microphone, model, key, a sentence."""
    window = walk.application.window("^Welcome to Attune$")
    walk.session.focus(window)
    walk.look("first-steps-microphone")
    walk.keys("alt+r")
    said = walk.say("This is how I speak when I dictate.")
    time.sleep(2.0)
    walk.look("first-steps-level")
    said.wait(60)
    walk.keys("alt+r")
    walk.look("first-steps-heard")
    walk.keys("alt+n")
    time.sleep(4.0)  # the machine's speed is measured
    walk.look("first-steps-model")
    walk.keys("alt+n")
    walk.look("first-steps-key")
    walk.keys("ctrl+alt+space")
    walk.application.wait_for("idle")
    walk.look("first-steps-key-pressed")
    walk.keys("alt+n")
    walk.look("first-steps-sentence")
    walk.keys("alt+d")
    walk.application.wait_for("recording")
    walk.say(PRACTICE).wait(60)
    walk.keys("alt+s")
    walk.application.wait_for("idle")
    walk.look("first-steps-said")
    walk.keys("alt+a")
    walk.look("first-steps-right")
    walk.keys("alt+f")
    walk.session.focus(walk.application.window())
    walk.look("window")


def dictate(walk: Walk) -> None:
    """A paragraph into another program."""
    editor = QtEditor(walk.session, "a letter")
    walk.keys("ctrl+alt+space")
    walk.application.wait_for("recording")
    for number, sentence in enumerate(PARAGRAPH):
        said = walk.say(sentence)
        if number == 1:
            time.sleep(2.0)
            walk.look("dictating")
        said.wait(60)
    walk.keys("ctrl+alt+space")
    walk.application.wait_for("idle")
    wait_until(lambda: len(editor.text().split()) > 15, 30)
    walk.look("dictated")
    print(f"   said     {' '.join(PARAGRAPH)}\n   written  {editor.text()}")


def correct(walk: Walk) -> None:
    """Three utterances put right, where they were written too."""
    for number, right in enumerate(MISHEARD):
        heard = walk.dictate(right)
        walk.keys("ctrl+alt+c")
        window = walk.application.window("correct what was said")
        wait_until(lambda window=window: walk.session.active_window() == window, 30)
        if number == 0:
            walk.look("correct")
        if heard != right:
            walk.keys("F2", "ctrl+a")
            walk.session.xdotool("type", "--delay", "20", right)
            if number == 0:
                walk.look("correct-typed")
        walk.keys("Return")
        wait_until(lambda right=right: walk.utterances()[0].text == right, 60)
        print(f"   {heard}  ->  {walk.utterances()[0].text} ({walk.utterances()[0].status})")
    walk.look("corrected")
    walk.attune("show", "vocabulary")
    walk.look("vocabulary")


def read(walk: Walk) -> None:
    """Some sentences read aloud."""
    sentences = [line.split(maxsplit=1)[-1] for line in walk.attune("enrol", "--print").splitlines()][:READ]
    walk.attune("show", "enrolment")
    walk.session.focus(walk.application.window())
    walk.look("reading")
    walk.keys("alt+b")
    time.sleep(3.0)  # the noise of the room
    walk.look("reading-noise")
    before = len(walk.utterances())
    for number, sentence in enumerate(sentences):
        walk.keys("Return")
        time.sleep(0.5)
        said = walk.say(sentence)
        if number == 1:
            time.sleep(1.0)
            walk.look("reading-sentence")
        said.wait(60)
        walk.keys("Return")
        time.sleep(2.0)
    walk.look("reading-done")
    print(f"   {len(walk.utterances()) - before} of {len(sentences)} sentences count")
    walk.keys("alt+f")
    walk.look("reading-summary")


def bring_in(walk: Walk) -> None:
    """The demonstration's recordings."""
    print("  ", walk.attune("library", "import", str(RESOURCES / "demo")).strip())
    walk.attune("show", "history")
    walk.look("history")


def personalize(walk: Walk) -> None:
    """The one click, to its end."""
    walk.attune("show", "personalize")
    walk.session.focus(walk.application.window())
    time.sleep(3.0)
    walk.look("personalize")
    walk.keys("alt+p")
    wait_until(lambda: status(walk)["state"] == "training", 120)
    began = time.monotonic()
    time.sleep(90.0)
    walk.look("training")
    # Asking is a program's start, which the training would feel.
    wait_until(lambda: status(walk)["state"] != "training", TRAINED_WITHIN, every=5.0)
    time.sleep(3.0)
    print(f"   {(time.monotonic() - began) / 60:.1f} minutes; in use: {status(walk)['model']}")
    walk.look("result")
    walk.keys("Next", "Next")
    walk.look("result-below")
    walk.attune("show", "models")
    walk.look("models")
    reports = list((walk.home / "jobs").glob("*/report.html"))
    for report in reports:
        shutil.copy(report, walk.out)


def roll_back(walk: Walk) -> None:
    """Back to the version before."""
    walk.attune("show", "personalize")
    walk.session.focus(walk.application.window())
    walk.keys("alt+b")
    wait_until(lambda: status(walk)["model"] == "starter", 60)
    walk.look("rolled-back")
    print(f"   in use: {status(walk)['model']}")


def status(walk: Walk) -> dict[str, Any]:
    """As `attune status --json` says it."""
    found: dict[str, Any] = json.loads(walk.attune("status", "--json"))
    return found


if __name__ == "__main__":
    main()
