"""The user's own texts: entered, listed, removed, and written where their phrase is said."""

from __future__ import annotations

import io
import json

import pytest

from engine.cli.main import main
from engine.library.lock import HomeLock
from engine.paths import Home, open_home
from engine.session.assembly import formatting_from
from engine.settings.declarations import SETTINGS
from engine.settings.store import Settings
from engine.text.formatter import Formatter


@pytest.fixture
def home(tmp_path):
    return open_home(Home(tmp_path))


@pytest.fixture
def attune(home, capsys):
    def run(*arguments):
        status = main(["--home", str(home.base), "snippets", *arguments])
        done = capsys.readouterr()
        return status, done.out, done.err

    return run


def written(home, said):
    rules, snippets = formatting_from(Settings(home.settings, SETTINGS))
    return Formatter("en", rules, snippets).format(said).text


def test_without_snippets_it_says_what_to_do(attune):
    assert "attune snippets add" in attune("list")[1]
    assert json.loads(attune("list", "--json")[1]) == []


def test_a_phrase_writes_its_text_from_then_on(attune, home, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Kind regards,\nAda"))
    assert attune("add", "my signature", "-")[0] == 0
    assert written(home, "thank you my signature") == "Thank you Kind regards,\nAda"
    assert json.loads(attune("list", "--json")[1]) == [{"spoken": "my signature", "text": "Kind regards,\nAda"}]


def test_a_phrase_has_one_text_and_can_be_removed(attune, home):
    attune("add", "my town", "Bath")
    attune("add", "My Town", "Ely")
    assert written(home, "my town") == "Ely"
    assert attune("remove", "MY TOWN")[0] == 0
    assert written(home, "my town") == "My town"
    status, _, errors = attune("remove", "my town")
    assert status == 2
    assert "no snippet" in errors


def test_what_nobody_can_say_is_refused(attune):
    for phrase, text in (("...", "x"), ("word " * 50, "x"), ("fine", "x" * 20_000)):
        status, _, errors = attune("add", phrase, text)
        assert (status, errors.count("\n")) == (2, 1), errors
    assert json.loads(attune("list", "--json")[1]) == []


def test_while_the_application_runs_nothing_is_changed_behind_its_back(attune, home):
    with HomeLock(home):
        status, _, errors = attune("add", "my town", "Bath")
    assert status == 1
    assert "Another Attune" in errors


def test_damaged_snippets_are_told_of_and_the_rest_of_the_settings_holds(home):
    values = {"snippets": [{"spoken": 3}], "formatting.smart_quotes": True}
    home.settings.write_text(json.dumps({"version": 1, "values": values}))
    settings = Settings(home.settings, SETTINGS)
    rules, snippets = formatting_from(settings)
    assert (rules.smart_quotes, snippets) == (True, ())
    assert "snippets" in settings.problems[0]
