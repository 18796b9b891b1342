"""The language of the windows: Qt's own texts and ours, from compiled catalogues."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from engine.paths import RESOURCES
from engine.settings.declarations import SYSTEM

FOLDER = RESOURCES / "i18n"


def install(app: QApplication, chosen: str) -> None:
    """Show the windows of `app` in the language `chosen`, a code, or in the system's; English where there is none."""
    locale = QLocale.system() if chosen == SYSTEM else QLocale(chosen)
    QLocale.setDefault(locale)
    for name, folder in (("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), ("attune", FOLDER)):
        translator = QTranslator(app)
        # English ones of ours say how to count ("1 thing"), which no other language without a catalogue could.
        if translator.load(locale, name, "_", str(folder)) or translator.load(QLocale("en"), name, "_", str(folder)):
            app.installTranslator(translator)
    app.setLayoutDirection(locale.textDirection())
