"""Global keys through the desktop portal, over a real session bus; the portal itself is a stand-in."""

import pytest
from desktop_session import DesktopSession
from fake_portal import FakePortal
from programs import wait_until

from desktop.hotkeys import COMPOSITOR_ADVICE, create_hotkeys
from desktop.hotkeys.interface import Hotkey, Listener
from desktop.hotkeys.portal import PortalHotkeys
from desktop.hotkeys.shortcut import Shortcut

KEYS = {Hotkey.DICTATE: Shortcut.parse("Ctrl+Meta+Space"), Hotkey.CORRECT: Shortcut.parse("F9")}


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
def events():
    return []


@pytest.fixture
def keys(events, monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    made = []

    def make() -> PortalHotkeys:
        listener = Listener(
            lambda hotkey: events.append(("down", hotkey)),
            lambda hotkey: events.append(("up", hotkey)),
            lambda hotkey, reason: events.append((hotkey, reason)),
        )
        made.append(create_hotkeys(KEYS, listener))
        return made[0]

    yield make
    made[0].close()


def test_presses_and_releases_of_the_portal_arrive(portal, keys, events):
    hotkeys = keys()
    wait_until(lambda: portal.bodies("BindShortcuts"), what=str(events))
    session, shortcuts, _, _ = portal.bodies("BindShortcuts")[0]
    proposed = {name: described.get("preferred_trigger", ("s", None))[1] for name, described in shortcuts}
    assert proposed == {"dictate": "CTRL+LOGO+space", "correct": "F9", "cancel": None}

    portal.signal("Activated", session, "dictate")
    portal.signal("Activated", session, "dictate")  # some repeat it
    portal.signal("Deactivated", session, "dictate")
    portal.signal("Activated", "/another/session", "dictate")
    portal.signal("Activated", session, "cancel")
    portal.signal("Deactivated", session, "cancel")
    portal.signal("Activated", session, "correct")  # after what must not be heard
    wait_until(lambda: len(events) >= 3)
    hotkeys.set_cancel(True)
    portal.signal("Activated", session, "cancel")
    wait_until(lambda: len(events) >= 4)
    assert events == [
        ("down", Hotkey.DICTATE),
        ("up", Hotkey.DICTATE),
        ("down", Hotkey.CORRECT),
        ("down", Hotkey.CANCEL),
    ]


def test_other_keys_are_proposed_in_a_new_session(portal, keys, events):
    hotkeys = keys()
    wait_until(lambda: portal.bodies("BindShortcuts"))
    hotkeys.bind({Hotkey.DICTATE: Shortcut.parse("F8")})
    wait_until(lambda: len(portal.bodies("BindShortcuts")) == 2)
    assert portal.bodies("Close"), "the first session is closed"
    (first, *_), (second, shortcuts, *_) = portal.bodies("BindShortcuts")
    assert first != second
    assert dict(shortcuts)["dictate"]["preferred_trigger"] == ("s", "F8")


def test_a_user_who_declines_is_told_what_to_do(portal, keys, events):
    portal.refuse = True
    keys()
    wait_until(lambda: len(events) == 2)
    assert {hotkey for hotkey, _ in events} == set(KEYS)
    assert all("did not allow" in reason for _, reason in events)


def test_without_such_a_portal_the_compositor_is_to_have_the_key(keys, events):
    keys()
    wait_until(lambda: len(events) == 2)
    assert events == [(hotkey, COMPOSITOR_ADVICE) for hotkey in KEYS]
