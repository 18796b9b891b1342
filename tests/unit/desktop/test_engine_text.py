"""The engine's sentences in the language of the windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QTranslator

from desktop.engine_text import in_language
from desktop.i18n import FOLDER
from engine.errors import StorageError


@pytest.fixture
def german(qapp):
    before = QLocale()
    translator = QTranslator()
    assert translator.load(str(FOLDER / "attune_de.qm"))
    qapp.installTranslator(translator)
    QLocale.setDefault(QLocale("de"))
    yield
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("talk.mp3 is empty.", "talk.mp3 ist leer."),
        (
            str(StorageError("/a b.json cannot be read: no such file.", "Check its permissions.")),
            "/a b.json lässt sich nicht lesen: no such file. Prüfen Sie die Zugriffsrechte.",
        ),
        (
            "On 148 utterances of yours that it never trained on: 40.1 % of the words wrong before, 25.0 % now. "
            "It is better by at least 11.8 points.\nIt is as fast as before.",
            "An 148 Äußerungen von Ihnen, mit denen nie trainiert wurde: zuvor 40,1 % der Wörter falsch, jetzt 25,0 %. "
            "Besser ist es um mindestens 11,8 Punkte.\nEs ist so schnell wie zuvor.",
        ),
        (
            "The settings file is damaged. It is kept as old.json, and the defaults are used.",
            "Die Datei der Einstellungen ist beschädigt. Sie bleibt als old.json, und es gelten die Vorgaben.",
        ),
        ("Something else happened. Try again.", "Something else happened. Versuchen Sie es noch einmal."),
        ("ctranslate2 4.8.5", "ctranslate2 4.8.5"),
        ("", ""),
    ],
)
def test_what_is_known_is_said_in_german_and_the_rest_stays(said, shown):
    assert in_language(said) == shown


def test_english_stays_english(qapp):
    assert in_language("talk.mp3 is empty. Check its permissions.") == "talk.mp3 is empty. Check its permissions."
