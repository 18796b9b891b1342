import pytest

from desktop.insertion.replacing import steps


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("e\u0301a", 2),
        ("👩‍👩‍👧x", 2),
        ("🇩🇪🇫🇷", 2),
        ("👍🏽", 1),
        ("❤️", 1),
        ("漢字", 2),
        ("a\nb", 3),
    ],
)
def test_one_step_for_each_visible_character(text, count):
    assert steps(text) == count
