import pytest

from desktop.hotkeys.shortcut import Modifier, Shortcut
from engine.errors import InputError


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ctrl+Space", "Ctrl+Space"),
        ("shift+control+d", "Ctrl+Shift+D"),
        ("f9", "F9"),
        ("cmd + option + escape", "Alt+Meta+Esc"),
        ("right ctrl", "Right Ctrl"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+ö", "Ctrl+Ö"),
    ],
)
def test_it_is_read_in_any_form_and_written_in_one(text, written):
    shortcut = Shortcut.parse(text)

    assert str(shortcut) == written
    assert Shortcut.parse(written) == shortcut


@pytest.mark.parametrize("text", ["", "Ctrl+", "Ctrl+Foo", "Hyper+A", "F36", "Ctrl"])
def test_what_is_no_key_is_refused_with_an_example(text):
    with pytest.raises(InputError) as refusal:
        Shortcut.parse(text)
    assert refusal.value.remedy


@pytest.mark.parametrize("text", ["a", "Shift+A", "Space", "Return", "5"])
def test_keys_needed_for_typing_are_refused(text):
    with pytest.raises(InputError, match="needed for typing"):
        Shortcut.parse(text)


def test_modifiers_are_a_set():
    assert Shortcut.parse("Ctrl+Shift+F1").modifiers == {Modifier.CTRL, Modifier.SHIFT}
