"""The fault program that stops the real program while somebody dictates, once and for a short while."""

import machine_sleep
import pytest


@pytest.mark.timeout(900)
def test_what_was_said_before_a_sleep_is_kept_and_not_written():
    assert machine_sleep.run(1, 8.0, 3) == []
