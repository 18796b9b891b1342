"""What a dictation reports, in a line for the user."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.engine_text import in_language
from engine.audio.events import Clipping, DeviceChanged, HeldUp, Lost, NoSignal, Overrun, Resumed, Stalled
from engine.audio.spool import SpoolBehind, SpoolFailed, SpoolRecovered
from engine.records import SAMPLE_RATE
from engine.session.events import Notice, Trouble


def describe(notice: Notice) -> str:
    """One line, or nothing for what needs no word."""
    match notice:
        case Trouble(error=error) | SpoolFailed(error=error):
            return in_language(str(error))
        case SpoolBehind(seconds=seconds):
            return QCoreApplication.translate(
                "Notices", "The disk is slower than your speech; {seconds} s wait in memory."
            ).format(seconds=f"{seconds:.0f}")
        case SpoolRecovered():
            return QCoreApplication.translate("Notices", "Everything is on the disk again.")
    return _describe_capture(notice)


def _describe_capture(notice: Notice) -> str:
    match notice:
        case Clipping():
            return QCoreApplication.translate("Notices", "The sound is too loud: turn the microphone down.")
        case NoSignal(seconds=seconds):
            return QCoreApplication.translate("Notices", "No sound for {seconds} s: is the microphone muted?").format(
                seconds=f"{seconds:.0f}"
            )
        case Stalled():
            return QCoreApplication.translate("Notices", "The audio system does not answer; waiting for it.")
        case Lost(reason=reason):
            return in_language(reason)
        case Resumed(gap_samples=gap) | Overrun(gap_samples=gap):
            return (
                QCoreApplication.translate("Notices", "{seconds} s of sound are missing.").format(
                    seconds=f"{gap / SAMPLE_RATE:.1f}"
                )
                if gap
                else ""
            )
        case HeldUp(seconds=seconds):
            return QCoreApplication.translate("Notices", "This program was held up for {seconds} s.").format(
                seconds=f"{seconds:.0f}"
            )
        case DeviceChanged(name=name):
            return QCoreApplication.translate("Notices", "The sound comes from {name} now.").format(name=name)
    return ""
