"""The fault program that takes the keyboard away during insertion, with a small count."""

import focus_changes


def test_no_password_field_and_no_wrong_window_gets_more_than_a_word():
    _, faults = focus_changes.run(12, 3)
    assert faults == []
