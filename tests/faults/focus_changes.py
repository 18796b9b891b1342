"""The keyboard goes elsewhere while text is put in: at most a word comes out in a wrong place, none as a password.

    python tests/faults/focus_changes.py [--count 500] [--seed 1]

Real programs on an X server of the test's own. In each trial text is typed or pasted into an editor, and at a random
moment the keyboard goes to another editor, to a window that asks for a password, or the editor is ended; or text is
typed into a form and the keyboard goes to its password field. Nothing that was said is gone: what did not come out is
kept.
"""

from __future__ import annotations

import contextlib
import random
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "faults")]


from desktop_session import DesktopSession  # noqa: E402
from editors import Editor, QtEditor  # noqa: E402
from fault_figures import bound_line, parse  # noqa: E402
from programs import wait_until  # noqa: E402

from desktop.insertion import DesktopTarget, InsertOptions, Method, NotInsertedError, create_target  # noqa: E402

WORDS = 40
LONGEST = 0.4  # seconds until the keyboard goes: about as long as so many words take
SETTLED = 0.15  # seconds in which a program shows what it was given
FRESH = 25  # trials with the same editor
KINDS = ("window", "password window", "field", "window", "password window", "ended")

FORM = """
import os, sys
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
app = QApplication([])
form = QWidget()
form.setWindowTitle(sys.argv[2])
layout = QVBoxLayout(form)
name, password = QLineEdit(), QLineEdit(echoMode=QLineEdit.EchoMode.Password)
def save():
    with open(sys.argv[1] + ".new", "w") as file:
        file.write(name.text() + "\\0" + password.text())
    os.replace(sys.argv[1] + ".new", sys.argv[1])
for field in (name, password):
    field.textChanged.connect(save)
    layout.addWidget(field)
save()
if "secret" in sys.argv[2]:
    password.setFocus()
form.show()
app.exec()
"""


class Form(Editor):
    """A name and a password; which of them has the keyboard at first depends on the title."""

    def command(self) -> tuple[str, ...]:
        return (sys.executable, "-c", FORM, str(self.file), self.title)

    def ready(self) -> None:
        wait_until(lambda: "\0" in self.text())

    @property
    def password(self) -> str:
        return self.text().split("\0")[1]


class Stage:
    """The programs of the trials, and the target that writes into them."""

    def __init__(self, desktop: DesktopSession) -> None:
        self.desktop = desktop
        self.method = Method.TYPE
        self.target: DesktopTarget = create_target(lambda app: InsertOptions(method=self.method))
        self.secret = Form(desktop, "secret form")
        self.other = QtEditor(desktop, "other")
        self._made = 0
        self.editor = self.new_editor()

    def new_editor(self) -> QtEditor:
        self._made += 1
        return QtEditor(self.desktop, f"editor {self._made}")

    def settled(self, editor: Editor) -> str:
        """What stands in it once it has stopped changing."""
        text, since = editor.text(), time.monotonic()
        while time.monotonic() - since < SETTLED:
            time.sleep(0.02)
            if (now := editor.text()) != text:
                text, since = now, time.monotonic()
        return text

    def insert_while(self, text: str, meanwhile: Callable[[], object], delay: float) -> str:
        """Insert, do `meanwhile` after `delay` seconds, and return what is kept."""
        self.target.begin()
        leaving = threading.Timer(delay, meanwhile)
        leaving.start()
        with contextlib.suppress(NotInsertedError):
            self.target.insert(text)
        leaving.join()
        return self.target.kept


def go_to(stage: Stage, chance: random.Random, text: str, editor: Editor) -> list[str]:
    """To another window, an editor's or one that asks for a password."""
    stage.desktop.focus(stage.editor.window)
    before, there = stage.settled(stage.editor), stage.settled(editor)
    kept = stage.insert_while(
        text, lambda: stage.desktop.xdotool("windowactivate", str(editor.window)), chance.uniform(0, LONGEST)
    )
    stray = stage.settled(editor)[len(there) :]
    own = stage.settled(stage.editor)[len(before) :]
    faults = [f"{stray!r} came out in a wrong window"] if len(stray.split()) > 1 else []
    if isinstance(editor, Form) and stray:
        faults.append("words came out as a password")
    if own + stray + kept != text and kept != text:  # a paste that nobody confirmed is kept whole
        faults.append(f"of {text!r} came {own!r}, elsewhere {stray!r}, and {kept!r} was kept")
    return faults


def end_it(stage: Stage, chance: random.Random, text: str) -> list[str]:
    """The program that is written into is killed. What was typed is gone with it; the rest is kept."""
    stage.desktop.focus(stage.other.window)
    there = stage.settled(stage.other)
    victim = stage.new_editor()
    stage.desktop.focus(victim.window)
    kept = stage.insert_while(text, victim.process.kill, chance.uniform(0, LONGEST))
    stray = stage.settled(stage.other)[len(there) :]
    victim.close()
    faults = [f"{stray!r} came out in the window behind"] if len(stray.split()) > 1 else []
    if not text.endswith(kept):
        faults.append(f"{kept!r} was kept of {text!r}")
    return faults


def next_field(stage: Stage, chance: random.Random, text: str) -> list[str]:
    """Within one window the keyboard goes from a field to that of a password."""
    form = Form(stage.desktop, f"form {chance.randrange(1 << 30)}")
    wait_until(lambda: stage.target._fields.is_secret(stage.target._desk.focused()) is False)
    kept = stage.insert_while(text, lambda: stage.desktop.xdotool("key", "Tab"), chance.uniform(0, LONGEST))
    name, password = stage.settled(form).split("\0")
    form.close()
    faults = [f"{password!r} came out as a password"] if len(password.split()) > 1 else []
    if name + password + kept != text and kept != text:
        faults.append(f"of {text!r} came {name!r}, elsewhere {password!r}, and {kept!r} was kept")
    return faults


def run(count: int, seed: int) -> tuple[dict[str, int], list[str]]:
    """How many trials of each kind there were, and what was wrong, in words."""
    chance, faults, kinds = random.Random(seed), [], dict.fromkeys(KINDS, 0)
    with DesktopSession() as desktop:
        stage = Stage(desktop)
        for trial in range(count):
            kind = KINDS[trial % len(KINDS)]
            kinds[kind] += 1
            stage.method = chance.choice((Method.TYPE, Method.TYPE, Method.PASTE)) if kind != "field" else Method.TYPE
            text = " ".join(f"word{trial}x{index}" for index in range(WORDS)) + " "
            match kind:
                case "window":
                    found = go_to(stage, chance, text, stage.other)
                case "password window":
                    found = go_to(stage, chance, text, stage.secret)
                case "field":
                    found = next_field(stage, chance, text)
                case _:
                    found = end_it(stage, chance, text)
            faults += [f"trial {trial} ({kind}, {stage.method.value}): {fault}" for fault in found]
            if trial % FRESH == FRESH - 1:
                stage.editor.close()
                stage.editor = stage.new_editor()
        stage.target.close()
    return kinds, faults


def main() -> int:
    given = parse(__doc__.splitlines()[0], 500)
    kinds, faults = run(given.count, given.seed)
    print("\n".join(faults))
    print(", ".join(f"{count} x {kind}" for kind, count in kinds.items()))
    print(bound_line(given.count, len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
