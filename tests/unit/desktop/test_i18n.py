from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator

from desktop import i18n


@pytest.fixture
def app(qapp):
    """Without the languages a test has installed."""
    before = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(("language", "title"), [("de", "Einstellungen"), ("en", "Settings"), ("fr", "Settings")])
def test_texts_are_shown_in_the_language_chosen(app, language, title):
    i18n.install(app, language)
    assert QCoreApplication.translate("SettingsPage", "Settings") == title


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [("de", "1 Sache", "2 Dinge"), ("en", "1 thing ", "2 things "), ("C", "1 thing ", "2 things ")],
)
def test_numbers_have_their_forms(app, language, one, two):
    i18n.install(app, language)
    text = "%n thing(s) need your attention."
    assert QCoreApplication.translate("DoctorPage", text, "", 1).startswith(one)
    assert QCoreApplication.translate("DoctorPage", text, "", 2).startswith(two)


def test_where_the_language_is_written_from_right_to_left_so_are_the_windows(app):
    i18n.install(app, "ar")
    assert app.layoutDirection() == Qt.LayoutDirection.RightToLeft
