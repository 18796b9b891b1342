"""Facts of models in the user's words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.downloads import Downloads
from desktop.engine_text import in_language
from desktop.windows.counted import Counted
from engine.models.card import WINDOW_SECONDS, Context, Measured
from engine.models.machine import Fit

MOST_MEASURED = 4  # sets; the card has them all


def context_words(context: Context) -> str:
    """How short a sound a model bears."""
    translate = QCoreApplication.translate
    if context.min_seconds >= WINDOW_SECONDS:
        return translate("ModelWords", "always {seconds} s").format(seconds=round(WINDOW_SECONDS))
    shortest = QLocale().toString(context.min_seconds, "f", 1)
    return translate("ModelWords", "from {seconds} s, so live text is fast").format(seconds=shortest)


def context_help() -> str:
    """What the context is."""
    return QCoreApplication.translate(
        "ModelWords",
        "How much sound the model has to look at, at least, each time the text is brought up to date. A model that "
        "needs the whole 30 seconds is slower.",
    )


def measured_words(measured: Sequence[Measured]) -> str:
    """Its error rates, where somebody measured them."""
    rows = []
    for one in measured[:MOST_MEASURED]:
        value, low, high = (QLocale().toString(100 * share, "f", 1) for share in (one.wer, one.low, one.high))
        rows.append(f"{in_language(one.set)}: {value} % ({low}–{high})")
    return "\n".join(rows)


def measured_help() -> str:
    """What an error rate says."""
    return QCoreApplication.translate(
        "ModelWords",
        "The word error rate on test speech, and in brackets the range in which it lies 19 times in 20. Figures of "
        "different models compare only where the test speech is the same.",
    )


def fit_words(fit: Fit) -> str:
    """Whether it suits this machine."""
    translate = QCoreApplication.translate
    return {
        "good": translate("ModelWords", "fast enough here"),
        "slow": translate("ModelWords", "slow here"),
        "too big": translate("ModelWords", "too big for this machine"),
    }[fit.level]


def describe_download(downloads: Downloads) -> str:
    """How far it is."""
    translate = QCoreApplication.translate
    if downloads.stopping:
        return translate("ModelWords", "Stopping…")
    progress = downloads.progress
    if progress is None:
        return translate("ModelWords", "Looking what there is to download…")
    if downloads.installing:
        return translate("ModelWords", "Installing and checking it…")
    sizes = [
        QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        for size in (progress.done, progress.total, round(progress.speed))
    ]
    text = translate("ModelWords", "{done} of {total}, {speed}/s").format(done=sizes[0], total=sizes[1], speed=sizes[2])
    if progress.eta is not None:
        text += ", " + Counted().minutes_left(max(1, round(progress.eta / 60)))
    return text
