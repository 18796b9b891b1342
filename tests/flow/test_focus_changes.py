"""The fault program that takes the keyboard away during insertion, with a small count."""

import focus_changes
from desktop_session import DesktopSession
from Xlib.display import Display

from desktop.insertion.xfocus import XFocus


def test_no_password_field_and_no_wrong_window_gets_more_than_a_word():
    _, faults = focus_changes.run(12, 3)
    assert faults == []


def test_a_window_that_is_gone_answers_no_pings():
    with DesktopSession():
        display = Display()
        window = display.screen().root.create_window(0, 0, 10, 10, 0, display.screen().root_depth)
        window.destroy()
        display.sync()
        assert not XFocus(display).answers_pings(window.id)
        display.close()
