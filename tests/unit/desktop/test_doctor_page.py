from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

import engine.doctor
from desktop.windows.doctor.page import DoctorPage
from engine.doctor import Check

CHECKS = (
    Check("disk", "ok", "50 GiB free"),
    Check("microphone", "fail", "the sound server does not answer", "Restart PulseAudio or PipeWire."),
)


def test_each_check_is_said_with_its_remedy_the_worst_first(context, qtbot, monkeypatch, stage):
    monkeypatch.setattr(engine.doctor, "examine", lambda home: iter(CHECKS))
    page = DoctorPage(context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page._again.isEnabled())
    cards = [frame for frame in page.findChildren(QFrame) if frame.property("look") == "card"]
    assert cards[0].accessibleName() == "microphone: does not work"
    assert cards[0].accessibleDescription() == "the sound server does not answer Restart PulseAudio or PipeWire."
    assert page._summary.text().startswith("1 thing")

    page._copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "fail  microphone" in copied
    assert "50 GiB" in copied
