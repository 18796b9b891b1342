import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.learning.sounds import likeness, may_be_alike, sounds_of

letters = st.text(alphabet="abcdefghijklmnopqrstuvwxyzé' ", max_size=16)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("right", "write"),
        ("Kubernetes", "cooper netties"),
        ("Xandrith", "zandrith"),
        ("knight", "nite"),
        ("Muñoz", "munoz"),
    ],
)
def test_spellings_that_sound_alike(one, other):
    assert likeness(sounds_of(one), sounds_of(other)) > 0.85


@pytest.mark.parametrize(("one", "other"), [("cat", "dog"), ("Vaelith", "they lit"), ("Anna", "and a"), ("", "word")])
def test_spellings_that_do_not(one, other):
    assert likeness(sounds_of(one), sounds_of(other)) < 0.7


@given(letters, letters, st.floats(0.5, 1.0))
def test_the_quick_test_never_fails_what_is_alike(one, other, least):
    first, second = sounds_of(one), sounds_of(other)

    value = likeness(first, second)
    assert value == pytest.approx(likeness(second, first))
    assert value < least or may_be_alike(first, second, least)
