from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from engine.errors import StorageError
from engine.settings import Settings
from engine.settings.declarations import (
    FORMATTING,
    GEOMETRY,
    IDLE_MINUTES,
    PROFILES,
    SETTINGS,
    TEXT_SIZE,
    THEME,
)
from engine.settings.profiles import Profile, profile_for
from engine.settings.setting import choice


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def write(path: Path, values: dict, version: int = 1) -> None:
    path.write_text(json.dumps({"version": version, "values": values}))


def stored(path: Path) -> dict:
    return json.loads(path.read_text())["values"]


def test_without_a_file_everything_is_the_default_and_nothing_is_written(path):
    settings = Settings(path, SETTINGS)
    assert all(settings.get(setting) == setting.default for setting in SETTINGS)
    assert settings.problems == []
    assert not path.exists()


def test_a_choice_is_on_the_disk_at_once_private_and_only_what_differs(path):
    settings = Settings(path, SETTINGS)
    settings.set(THEME, "dark")
    settings.set(IDLE_MINUTES, 30)
    assert stored(path) == {"appearance.theme": "dark", "program.idle_minutes": 30}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = Settings(path, SETTINGS)
    assert (again.get(THEME), again.get(IDLE_MINUTES)) == ("dark", 30)
    again.reset(THEME)
    assert stored(path) == {"program.idle_minutes": 30}
    assert again.is_default(THEME)


def test_every_kind_of_value_survives_the_file(path):
    settings = Settings(path, SETTINGS)
    settings.set(GEOMETRY, {"main": "abc"})
    settings.set(PROFILES, ({"app": "xterm", "format": False},))
    settings.set(FORMATTING["small_numbers"], True)
    again = Settings(path, SETTINGS)
    assert again.problems == []
    assert again.get(GEOMETRY) == {"main": "abc"}
    assert profile_for("XTerm", again.get(PROFILES)) == Profile("xterm", format=False)
    assert profile_for("other", again.get(PROFILES)) == Profile("other")
    assert again.get(FORMATTING["small_numbers"])


def test_one_bad_value_is_reported_and_leaves_the_rest(path):
    write(path, {"appearance.theme": "purple", "program.idle_minutes": 30, "of.a.newer.version": [1]})
    settings = Settings(path, SETTINGS)
    assert settings.get(THEME) == "system"
    assert settings.get(IDLE_MINUTES) == 30
    [problem] = settings.problems
    assert "appearance.theme" in problem
    assert "light" in problem

    settings.set(IDLE_MINUTES, 60)
    assert stored(path) == {"appearance.theme": "purple", "program.idle_minutes": 60, "of.a.newer.version": [1]}
    settings.set(THEME, "dark")
    assert stored(path)["appearance.theme"] == "dark"


def test_a_bad_value_can_be_reset_to_the_default(path):
    write(path, {"appearance.theme": "purple"})
    settings = Settings(path, SETTINGS)
    assert not settings.is_default(THEME)
    settings.reset(THEME)
    assert stored(path) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("appearance.text_size", 1_000),
        ("appearance.text_size", 100.5),
        ("appearance.text_size", True),
        ("appearance.text_size", "100"),
        ("appearance.text_size", float("nan")),
        ("learning.enabled", 1),
        ("dictation.language", 7),
        ("dictation.language", "x" * 2_000),
        ("profiles", [{"language": "en"}]),
        ("profiles", [{"app": "x", "insertion": "magic"}]),
        ("profiles", [{"app": "x", "keep": "no"}]),
        ("profiles", [{"app": "x", "unknown": 1}]),
        ("window.geometry", {"main": 1}),
    ],
)
def test_values_out_of_bounds_are_not_used(path, name, value):
    write(path, {name: value})
    settings = Settings(path, SETTINGS)
    assert len(settings.problems) == 1
    [setting] = [setting for setting in SETTINGS if setting.name == name]
    assert settings.get(setting) == setting.default


def test_a_refused_choice_changes_nothing(path):
    settings = Settings(path, SETTINGS)
    settings.set(TEXT_SIZE, 120)
    with pytest.raises(ValueError, match="75 to 250"):
        settings.set(TEXT_SIZE, 10)
    assert settings.get(TEXT_SIZE) == 120
    assert stored(path) == {"appearance.text_size": 120}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": "x", "values": {}}', '{"version": 1}', "[" * 100_000])
def test_a_damaged_file_is_set_aside(path, content):
    path.write_text(content)
    settings = Settings(path, SETTINGS)
    assert len(settings.problems) == 1
    assert path.with_name("settings.json.damaged").read_text() == content
    settings.set(THEME, "dark")
    assert Settings(path, SETTINGS).get(THEME) == "dark"


def test_an_older_file_is_migrated_and_a_newer_one_keeps_its_version(path):
    colour = choice("new.theme", "light", "", "", "", (("light", ""), ("dark", "")))
    migrations = (lambda values: {"new.theme" if name == "old.theme" else name: v for name, v in values.items()},)
    write(path, {"old.theme": "dark"})
    settings = Settings(path, (colour,), migrations)
    assert settings.get(colour) == "dark"

    write(path, {"new.theme": "dark"}, version=9)
    settings = Settings(path, (colour,), migrations)
    settings.set(colour, "light")
    assert json.loads(path.read_text())["version"] == 9


def test_listeners_hear_of_changes_only(path):
    settings = Settings(path, SETTINGS)
    heard = []
    settings.on_change(lambda setting: heard.append((setting.name, settings.get(setting))))
    settings.set(THEME, "dark")
    settings.set(THEME, "dark")
    settings.reset(THEME)
    assert heard == [("appearance.theme", "dark"), ("appearance.theme", "system")]


def test_where_it_cannot_be_written_the_choice_still_holds(tmp_path):
    settings = Settings(tmp_path / "missing" / "settings.json", SETTINGS)
    heard = []
    settings.on_change(heard.append)
    with pytest.raises(StorageError, match="cannot be saved"):
        settings.set(THEME, "dark")
    assert settings.get(THEME) == "dark"
    assert heard == [THEME]


def test_declarations_are_sound():
    names = [setting.name for setting in SETTINGS]
    assert len(names) == len(set(names))
    for setting in SETTINGS:
        assert setting.parse(setting.default) == setting.default
        if setting.form != "hidden":
            assert setting.title
            assert setting.group
