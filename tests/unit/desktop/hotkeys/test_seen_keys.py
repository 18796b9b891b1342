from __future__ import annotations

import queue

import pytest

from desktop.hotkeys.interface import Hotkey, Listener
from desktop.hotkeys.seen_keys import KeyWatch, SeenKeys
from desktop.hotkeys.shortcut import Modifier, Shortcut

CODES = {"Space": 32, "Esc": 27, "F8": 119}
CTRL = frozenset({Modifier.CTRL})
NONE = frozenset()


@pytest.fixture
def told():
    return []


@pytest.fixture
def listener(told):
    return Listener(
        pressed=lambda hotkey: told.append(("pressed", hotkey)),
        released=lambda hotkey: told.append(("released", hotkey)),
        failed=lambda hotkey, reason: told.append((reason, hotkey)),
    )


@pytest.fixture
def keys(listener):
    keys = SeenKeys(listener, lambda shortcut: CODES.get(shortcut.key))
    keys.bind({Hotkey.DICTATE: Shortcut.parse("Ctrl+Space")})
    return keys


def test_a_press_and_its_release_are_taken_and_told(keys, told):
    assert keys.take(32, CTRL, down=True)
    assert keys.take(32, NONE, down=False)
    assert told == [("pressed", Hotkey.DICTATE), ("released", Hotkey.DICTATE)]


def test_a_held_key_is_told_once_however_often_it_repeats(keys, told):
    assert [keys.take(32, CTRL, down=True) for _ in range(3)] == [True, True, True]
    assert told == [("pressed", Hotkey.DICTATE)]


def test_other_modifiers_and_other_keys_belong_to_the_program(keys, told):
    assert not keys.take(32, NONE, down=True)
    assert not keys.take(32, CTRL | {Modifier.SHIFT}, down=True)
    assert not keys.take(65, CTRL, down=True)
    assert not keys.take(32, NONE, down=False)
    assert told == []


def test_the_cancel_key_is_taken_only_while_recording(keys, told):
    assert not keys.take(27, NONE, down=True)
    keys.cancelling = True
    assert keys.take(27, NONE, down=True)
    keys.cancelling = False
    assert keys.take(27, NONE, down=False)  # what was taken on its way down is taken on its way up
    assert told == [("pressed", Hotkey.CANCEL), ("released", Hotkey.CANCEL)]


def test_new_keys_hold_from_the_next_press_on(keys, told):
    keys.take(32, CTRL, down=True)
    keys.bind({Hotkey.DICTATE: Shortcut.parse("F8")})
    assert keys.take(32, NONE, down=False)
    assert keys.take(119, NONE, down=True)
    assert told == [("pressed", Hotkey.DICTATE), ("released", Hotkey.DICTATE), ("pressed", Hotkey.DICTATE)]


def test_a_key_that_the_keyboard_lacks_is_told(keys, told):
    keys.bind({Hotkey.CORRECT: Shortcut.parse("F24")})
    assert told == [("This keyboard has no key for F24.", Hotkey.CORRECT)]


class _Watch(KeyWatch):
    """A system that shows the keys put into a queue, or refuses to."""

    def __init__(self, listener, refusal=None):
        super().__init__(listener, lambda shortcut: CODES.get(shortcut.key))
        self.shown = queue.Queue()
        self.taken = []
        self._refusal = refusal
        self._start({Hotkey.DICTATE: Shortcut.parse("F8")})

    def _run(self):
        self._ready.set()
        if self._refusal:
            self._fail(self._refusal)
            return
        while (code := self.shown.get()) is not None:
            self.taken.append(self._keys.take(code, NONE, down=True))

    def _end(self):
        self.shown.put(None)
        return True


def test_a_watch_takes_its_keys_until_it_is_closed(listener, told):
    watch = _Watch(listener)
    watch.set_cancel(True)
    for code in (119, 65, 27):
        watch.shown.put(code)
    watch.close()

    assert watch.taken == [True, False, True]
    assert told == [("pressed", Hotkey.DICTATE), ("pressed", Hotkey.CANCEL)]


def test_a_watch_that_is_refused_says_so_of_both_keys_and_closes(listener, told):
    watch = _Watch(listener, refusal="not allowed")
    watch.close()

    assert told == [("not allowed", Hotkey.DICTATE), ("not allowed", Hotkey.CORRECT)]
