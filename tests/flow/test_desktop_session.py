"""The desktop that the other flows use: it comes up, gives windows the focus, and leaves nothing behind."""

import os
import subprocess
import sys

from desktop_session import DesktopSession
from programs import wait_until

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setWindowTitle("a field")
field.textChanged.connect(lambda text: open(sys.argv[1], "w").write(text))
field.show()
app.exec()
"""


def test_keys_reach_a_program_on_a_desktop_of_its_own():
    before = dict(os.environ)
    with DesktopSession() as desktop:
        typed = desktop.root / "typed"
        program = desktop.start(sys.executable, "-c", WINDOW, str(typed))
        desktop.focus(desktop.wait_for_window("a field"))
        desktop.xdotool("key", "h", "i")
        wait_until(lambda: typed.exists() and typed.read_text() == "hi", what=desktop.output())
        assert desktop.environment["DISPLAY"] != before.get("DISPLAY")
    assert program.poll() is not None
    assert dict(os.environ) == before
    assert not desktop.root.exists()


def test_two_desktops_do_not_meet():
    with DesktopSession() as one, DesktopSession() as other:
        assert one.environment["DISPLAY"] != other.environment["DISPLAY"]
        # The cookie of the one does not open the other.
        foreign = one.environment | {"DISPLAY": other.environment["DISPLAY"]}
        done = subprocess.run(["xdotool", "getdisplaygeometry"], env=foreign, capture_output=True, timeout=30)
        assert done.returncode != 0
