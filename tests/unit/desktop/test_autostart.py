from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.autostart import NAME, _quoted, set_autostart, set_menu_entry
from engine.errors import StorageError
from engine.paths import Home


def entry(path: Path) -> dict[str, str]:
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(path)
    return dict(parser["Desktop Entry"])


def test_starting_with_the_session_is_switched_on_and_off(tmp_path):
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    home = Home(tmp_path / "a home")
    set_autostart(home, True, environment)
    path = tmp_path / "autostart" / NAME
    command = entry(path)["Exec"]
    assert f'"{sys.executable}" "-m" "desktop" "--home" "{home.base}" "--hidden"' in command
    assert [file.name for file in path.parent.iterdir()] == [NAME]
    set_autostart(home, False, environment)
    set_autostart(home, False, environment)
    assert not path.exists()


def test_the_menu_has_an_entry_with_an_icon_that_is_there(tmp_path):
    set_menu_entry(Home(tmp_path), True, {"XDG_DATA_HOME": str(tmp_path)})
    found = entry(tmp_path / "applications" / NAME)
    assert Path(found["Icon"]).is_file()
    assert "--hidden" not in found["Exec"]
    assert found["Categories"].endswith(";")


@pytest.mark.parametrize("word", ["plain", "with space", "50%", 'quo"te', "$HOME", "back\\slash", "`x`"])
def test_odd_paths_survive_the_quoting(word):
    # First the file's own escapes, then the field codes, then the quotes, which are a shell's.
    read = _quoted(word).replace("\\\\", "\\").replace("%%", "%")
    assert subprocess.run(["sh", "-c", f"printf %s {read}"], capture_output=True, text=True).stdout == word


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "autostart").write_text("a file")
    with pytest.raises(StorageError, match="cannot be changed"):
        set_autostart(Home(tmp_path), True, {"XDG_CONFIG_HOME": str(tmp_path)})
