"""A panel on a screen without a compositor, where nothing can be translucent."""

import sys

from application import ROOT
from desktop_session import DesktopSession

PANEL = """
import sys
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from desktop.floating import FloatingPanel
app = QApplication([])
panel = FloatingPanel(200)
panel.resize(200, 60)
panel.show()
corners = [panel.mask().contains(QPoint(0, 0)), panel.mask().contains(QPoint(100, 0))]
panel.resize(200, 90)
corners += [panel.mask().contains(QPoint(199, 89)), panel.mask().contains(QPoint(100, 89))]
print(corners)
"""


def test_its_corners_are_cut_off_whatever_its_size():
    with DesktopSession() as desktop:
        desktop.environment["PYTHONPATH"] = str(ROOT)
        said = desktop.run(sys.executable, "-c", PANEL)
        assert said.strip() == "[False, True, False, True]"
