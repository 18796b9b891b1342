"""Keys through the RemoteDesktop portal, over a real session bus; the portal itself is a stand-in."""

import stat

import pytest
from desktop_session import DesktopSession
from fake_portal import FakePortal

from desktop.insertion.desk import CannotInsertError
from desktop.insertion.wkeys import PortalKeys
from desktop.linux.bus import BusError


@pytest.fixture(scope="module", autouse=True)
def desktop():
    with DesktopSession() as session:
        yield session


@pytest.fixture
def portal():
    fake = FakePortal()
    yield fake
    fake.close()


@pytest.fixture
def keys(portal, tmp_path):
    made = PortalKeys(tmp_path / "token")
    yield made
    made.close()


def strokes(portal: FakePortal) -> list[tuple[int, int]]:
    return [(keysym, state) for _, _, keysym, state in portal.bodies("NotifyKeyboardKeysym")]


def test_each_character_is_pressed_and_released_once_the_user_has_allowed_it(portal, keys):
    looks = []
    keys.type("aÄ漢\n", looks.append)
    keysyms = [0x61, 0xC4, 0x1006F22, 0xFF0D]
    assert strokes(portal) == [(keysym, state) for keysym in keysyms for state in (1, 0)]
    assert looks == [0]
    _, options = portal.bodies("SelectDevices")[0]
    assert options["types"] == ("u", 1), "the keyboard only"


def test_modifiers_are_held_around_a_key(portal, keys):
    keys.press("v", "ctrl", "shift")
    assert strokes(portal) == [(0xFFE3, 1), (0xFFE1, 1), (0x76, 1), (0x76, 0), (0xFFE1, 0), (0xFFE3, 0)]


def test_the_permission_is_remembered(portal, keys, tmp_path):
    keys.press("v", "ctrl")
    token = tmp_path / "token"
    assert token.read_text() == "token-1"
    assert stat.S_IMODE(token.stat().st_mode) == 0o600

    again = PortalKeys(token)
    again.press("v", "ctrl")
    again.close()
    assert portal.bodies("SelectDevices")[-1][1]["restore_token"] == ("s", "token-1")


def test_a_refusal_is_told_and_the_question_does_not_come_again(portal, keys):
    portal.refuse = True
    for _ in range(2):
        with pytest.raises(CannotInsertError, match="did not allow"):
            keys.type("a", lambda done: None)
    assert len(portal.bodies("CreateSession")) == 1
    assert strokes(portal) == []


def test_a_desktop_that_gives_no_keyboard_is_told(portal, keys):
    portal.granted_devices = 2
    with pytest.raises(CannotInsertError, match="no keyboard"):
        keys.press("v", "ctrl")


def test_where_there_is_no_portal_it_says_so():
    with pytest.raises(BusError):
        PortalKeys(None)
