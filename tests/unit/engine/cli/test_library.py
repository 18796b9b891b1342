import json
import stat

import numpy as np
import pytest
import soundfile
from library_samples import SENTENCES, dictate, home_in, sound

from engine.cli.main import main
from engine.learning.queue import review_queue
from engine.library.entities import NewUtterance
from engine.library.library import Library
from engine.records import Hypothesis, Word


@pytest.fixture
def home(tmp_path):
    return home_in(tmp_path)


@pytest.fixture
def attune(home, capsys):
    """Run a command on the home; returns exit status, output and error output."""

    def run(*arguments):
        status = main(["--home", str(home.base), *map(str, arguments)])
        done = capsys.readouterr()
        return status, done.out, done.err

    return run


@pytest.fixture
def filled(home):
    with Library(home) as library:
        words = (Word("please", 0.0, 0.4, 0.9), Word("send", 0.5, 0.8, 0.4))
        return [
            dictate(
                library,
                words=words,
                hypotheses=(Hypothesis("police send the report", -1.0),),
                app="editor",
                model="tiny",
            ),
            *(dictate(library, text, seed=n) for n, text in enumerate(SENTENCES[1:3], start=1)),
        ]


def make_audiofolder(folder):
    folder.mkdir()
    for n in range(3):
        soundfile.write(folder / f"{n}.wav", np.asarray(sound(2.0, 50 + n)), 16_000)
    lines = [json.dumps({"file_name": f"{n}.wav", "text": text}) for n, text in enumerate(SENTENCES[3:6])]
    (folder / "metadata.jsonl").write_text("\n".join(lines))
    return folder


@pytest.mark.parametrize("command", [["stats"], ["list"], ["search", "word"]])
def test_an_empty_library_says_what_to_do(attune, command):
    status, out, _ = attune("library", *command)

    assert status == 0
    assert "attune dictate" in out
    assert "attune library import" in out


def test_an_empty_library_is_empty_json(attune, home):
    assert json.loads(attune("library", "list", "--json")[1]) == []
    assert json.loads(attune("library", "search", "x", "--json")[1]) == []
    assert json.loads(attune("library", "stats", "--json")[1])["total"]["utterances"] == 0
    assert not home.library.exists()


def test_list_is_one_array_in_the_agreed_shape(attune, filled):
    rows = json.loads(attune("library", "list", "--json")[1])

    assert [row["id"] for row in rows] == filled[::-1]
    shape = {"id", "created_at", "duration", "text", "raw_text", "status", "kind", "split", "model", "app", "audio"}
    assert all(shape <= set(row) for row in rows)
    last = rows[-1]
    assert (last["text"], last["duration"], last["app"], last["model"]) == (SENTENCES[0], 2.0, "editor", "tiny")
    assert soundfile.info(last["audio"]).samplerate == 16_000


def test_the_table_goes_page_by_page(attune, filled):
    out = attune("library", "list", "--limit", 2)[1]
    assert filled[2] in out
    assert f"--before {filled[1]}" in out
    assert filled[0] in attune("library", "list", "--before", filled[1])[1]
    assert "Nothing matches" in attune("library", "list", "--status", "rejected")[1]


def test_show_tells_everything(attune, filled):
    attune("correct", filled[0], "please send the report to Hannah")
    out = attune("library", "show", filled[0])[1]
    for part in ("Hannah", "Anna", "2:send (40%)", "police send", "misheard", "corrected, in train", ".flac"):
        assert part in out
    found = json.loads(attune("library", "show", filled[0], "--json")[1])
    assert found["corrections"][0]["after_text"] == "please send the report to Hannah"
    assert [word["text"] for word in found["words"]] == ["please", "send"]


def test_search_shows_the_place(attune, filled):
    assert "[cellar]" in attune("library", "search", "cellar")[1]
    assert json.loads(attune("library", "search", "cellar", "--json")[1])[0]["id"] == filled[1]
    assert "No utterance has these words" in attune("library", "search", "absent")[1]


def test_stats_count_pairs_and_what_is_kept_back(attune, filled):
    attune("library", "mark", *filled[:2], "--accepted")
    with_figures = json.loads(attune("library", "stats", "--json")[1])
    assert with_figures["by_split"]["train"]["utterances"] == 2
    out = attune("library", "stats")[1]
    assert "pairs, accepted" in out
    assert "Different words" in out


def test_marks(attune, filled):
    for mark, field in [("--later", "later"), ("--gold", "gold")]:
        assert attune("library", "mark", filled[0], mark)[0] == 0
        assert json.loads(attune("library", "show", filled[0], "--json")[1])[field] is True
    assert filled[0] in attune("library", "list", "--later")[1]
    attune("library", "mark", filled[0], "--not-later")
    assert "Nothing matches" in attune("library", "list", "--later")[1]
    attune("library", "mark", filled[2], "--rejected")
    assert "no: neither accepted" in attune("library", "show", filled[2])[1]
    assert attune("library", "mark", filled[0])[0] == 2


def test_correcting_undoing_and_changing_the_kind(attune, filled):
    status, out, _ = attune("correct", filled[0], "Hannah", "--words", "6", "--json")
    row = json.loads(out)
    assert (status, row["text"], row["kind"], row["proposed_kind"]) == (
        0,
        "please send the report to Hannah",
        "misheard",
        "misheard",
    )
    assert "rewrite" in attune("correct", filled[0], "--kind", "rewrite")[1]
    assert SENTENCES[0] in attune("correct", filled[0], "--undo")[1]
    out = attune("correct", filled[1], "the server in the cellar is up", "--kind", "misheard")[1]
    assert "Taken as" not in out
    assert "Taken as rewrite" in attune("correct", filled[2], "let us wait for the others instead of rushing")[1]
    assert "will not train: too much text" in attune("correct", filled[1], "x " * 200, "--kind", "misheard")[1]


def test_joining_splitting_and_undoing(attune, filled):
    made = json.loads(attune("library", "split", filled[0], "3", "--json")[1])
    assert [row["text"] for row in made] == ["please send", "the report to Anna"]
    joined = json.loads(attune("library", "join", *(row["id"] for row in made), "--json")[1])
    assert [row["text"] for row in joined] == [SENTENCES[0]]
    assert made[0]["id"] in attune("library", "undo", joined[0]["id"])[1]
    assert SENTENCES[0] in attune("library", "undo", made[1]["id"])[1]
    assert "not joined or split" in attune("library", "undo", filled[0])[2]
    assert len(json.loads(attune("library", "list", "--json")[1])) == 3


def test_marks_as_json_and_taken_back(attune, filled):
    rows = json.loads(attune("library", "mark", *filled[:2], "--accepted", "--json")[1])
    assert [(row["id"], row["source"]) for row in rows] == [(one, "accepted") for one in filled[:2]]
    assert json.loads(attune("library", "mark", filled[0], "--unreviewed", "--json")[1])[0]["status"] == "dictated"


def test_what_is_kept_is_decided_once_for_all(attune, home):
    assert "for ever" in attune("library", "retention")[1]
    assert "for 30 days" in attune("library", "retention", "--days", "30", "--exclude", "bank")[1]
    assert json.loads(attune("library", "retention", "--exclude", "chat", "--json")[1]) == {
        "audio_days": 30,
        "excluded_apps": ["bank", "chat"],
    }
    with Library(home) as library:
        assert library.retention.audio_days == 30
        secret = NewUtterance("my password", library.utterances.start_session(), app="bank")
        assert library.utterances.add(secret) is None
    attune("library", "retention", "--include", "bank", "--forever")
    assert json.loads(attune("library", "retention", "--json")[1]) == {"audio_days": None, "excluded_apps": ["chat"]}
    (home.base / "retention.json").write_text("ruined")
    assert "what may be kept" in attune("library", "retention")[2]
    assert attune("library", "verify")[0] == 2
    assert "no application" in attune("library", "retention", "--forever", "--keep-all-apps")[1]
    assert attune("library", "verify")[0] == 0


def test_the_balance_names_rare_terms_and_what_is_covered(attune, filled):
    attune("library", "mark", *filled[:2], "--accepted")
    attune("vocabulary", "add", "cellar")
    found = json.loads(attune("library", "balance", "--json")[1])
    assert found["by_split"]["train"]["utterances"] == 2
    assert found["terms"] == [{"text": "cellar", "train": 1, "dev": 0, "test": 0}]
    assert (found["distinct_words"], found["covered_words"]) == (12, 0.7143)
    out = attune("library", "balance")[1]
    assert "cellar" in out
    assert "71%" in out


def test_confidence_says_what_is_missing_before_it_says_anything(attune, filled):
    assert json.loads(attune("library", "confidence", "--json")[1])["error_after"] is None
    assert "Too little was reviewed" in attune("library", "confidence")[1]


def test_deleting_forgets_what_only_that_utterance_taught(attune, home):
    with Library(home) as library:
        identifier = dictate(library, "deploy it on cooper netties today", seconds=4.0)
    attune("correct", identifier, "deploy it on Kubernetes today", "--kind", "misheard")
    assert "Kubernetes" in attune("vocabulary", "list")[1]
    attune("library", "delete", identifier)
    assert json.loads(attune("vocabulary", "list", "--json")[1]) == []
    assert json.loads(attune("vocabulary", "rules", "--json")[1]) == []


def test_reviewing_takes_one_key_each(attune, filled, home, monkeypatch):
    with Library(home) as library:
        order = [entry.utterance.id for entry in review_queue(library)]
    keys = iter(["u", "x", "p", "\r", "u", "l", "e", "\n", "q"])
    monkeypatch.setattr("click.getchar", lambda: next(keys))
    monkeypatch.setattr("click.prompt", lambda *_: "we deploy at midnight")
    monkeypatch.setattr("engine.audio.playback.play", lambda samples: None)
    status, out, _ = attune("library", "review", "--limit", "3", "--kept-only")

    rows = {row["id"]: row for row in json.loads(attune("library", "list", "--json")[1])}
    assert status == 0
    assert "There is nothing to undo." in out
    assert "Reviewed 2." in out
    assert [rows[one]["status"] for one in order] == ["dictated", "corrected", "accepted"]
    assert rows[order[0]]["later"] is True
    assert rows[order[1]]["text"] == "we deploy at midnight"


def test_erase_and_delete_answer_as_json(attune, filled, tmp_path):
    attune("library", "backup", tmp_path / "b")
    assert json.loads(attune("library", "erase", "--yes", "--json")[1]) == {
        "erased": True,
        "backups": [str(tmp_path / "b")],
    }


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "Give the corrected text"),
        (["text", "--undo"], "Give the corrected text"),
        (["text", "--words", "x"], "no range of words"),
        (["text", "--words", "5-3"], "no range of words"),
        (["text", "--words", "40"], "The text has 6 words"),
        ([SENTENCES[0]], "changes nothing"),
        (["--undo"], "no correction"),
        (["x", "--kind", "typo"], "is not one of"),
    ],
)
def test_corrections_that_cannot_be_are_explained_in_one_line(attune, filled, arguments, reason):
    status, out, err = attune("correct", filled[0], *arguments)

    assert (status, out) == (2, "")
    assert reason in err
    assert err.count("\n") == 1


def test_an_unknown_utterance_is_exit_2(attune, filled):
    status, _, err = attune("library", "show", "zzz")
    assert (status, "no utterance 'zzz'" in err) == (2, True)
    status, _, err = attune("library", "show", filled[0][:3])
    assert (status, "Several utterances" in err) == (2, True)


def test_import_export_and_import_again(attune, home, tmp_path):
    folder = make_audiofolder(tmp_path / "in")
    assert attune("library", "import", folder, "--source", "read")[1] == "Took in 3 recordings.\n"
    again = json.loads(attune("library", "import", folder, "--json")[1])
    assert (again["added"], again["already_there"]) == (0, 3)
    assert "3 in train" in attune("library", "export", tmp_path / "out")[1]
    assert json.loads(attune("library", "export", tmp_path / "out2", "--json")[1]) == {
        "splits": {"train": 3},
        "quarantined": 0,
    }
    assert attune("library", "export", tmp_path / "out")[0] == 2
    rows = json.loads(attune("library", "list", "--json")[1])
    assert {(row["status"], row["source"], row["split"]) for row in rows} == {("imported", "read", "train")}


def test_an_import_says_what_it_left_out(attune, tmp_path):
    folder = make_audiofolder(tmp_path / "in")
    (folder / "0.wav").write_bytes(b"nothing")
    soundfile.write(folder / "1.wav", np.zeros(32_000, np.float32), 16_000)
    status, out, err = attune("library", "import", folder)

    assert status == 1
    assert "Left out 0.wav" in err
    assert "nearly silent" in out
    assert "quarantined" in attune("library", "export", tmp_path / "out")[1]
    assert attune("library", "import", tmp_path / "absent")[0] == 2


def test_verify_names_damage_and_exits_1(attune, home, filled):
    assert attune("library", "verify")[:2] == (0, "Checked 3 utterances and 3 recordings.\nAll is well.\n")
    with Library(home, writable=False) as library:
        library.recordings.absolute(library.utterances.get(filled[0]).audio).unlink()
    status, out, _ = attune("library", "verify")
    assert (status, "Damaged:" in out) == (1, True)
    assert json.loads(attune("library", "verify", "--json")[1])["sound"] is False


def test_verify_rebuilds_a_ruined_database(attune, home, filled):
    (home.library / "library.db").write_bytes(b"ruined " * 999)
    assert attune("library", "list")[0] == 1
    status, out, _ = attune("library", "verify")

    assert status == 1
    assert "set aside" in out
    assert out.count("Repaired:") == 3
    rows = json.loads(attune("library", "list", "--json")[1])
    assert {row["text"] for row in rows} == set(SENTENCES[:3])


def test_backup_delete_restore(attune, home, filled, tmp_path):
    assert "3 utterances and 3 recordings" in attune("library", "backup", tmp_path / "b")[1]
    assert json.loads(attune("library", "backup", tmp_path / "b", "--json")[1])["copied"] == 0
    status, out, _ = attune("library", "delete", filled[0])
    assert (status, str(tmp_path / "b") in out) == (0, True)
    assert len(json.loads(attune("library", "list", "--json")[1])) == 2
    out = attune("library", "restore", tmp_path / "b")[1]
    assert "Restored 3 utterances" in out
    assert "before-restore" in out
    assert len(json.loads(attune("library", "list", "--json")[1])) == 3
    assert json.loads(attune("library", "restore", tmp_path / "b", "--json")[1])["utterances"] == 3


def test_a_backup_with_gaps_says_so(attune, home, filled, tmp_path):
    with Library(home, writable=False) as library:
        library.recordings.absolute(library.utterances.get(filled[0]).audio).unlink()
    assert "gone" in attune("library", "backup", tmp_path / "b")[2]
    assert "missing in the backup" in attune("library", "restore", tmp_path / "b")[2]


def test_delete_names_the_models_that_saw_it(attune, home, filled):
    with Library(home) as library:
        library.runs.begin("run-1", "tiny", [filled[0]])
        library.runs.finish("run-1", "accepted", "personal-1")
    assert "Seen by     personal-1" in attune("library", "show", filled[0])[1]
    assert "Models that saw it: personal-1" in attune("library", "delete", filled[0])[1]
    assert json.loads(attune("library", "delete", filled[1], "--json")[1])[0]["models"] == []


def test_erase_asks_first(attune, home, filled, tmp_path, monkeypatch):
    import io

    attune("library", "backup", tmp_path / "b")
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert attune("library", "erase")[0] == 130
    assert len(json.loads(attune("library", "list", "--json")[1])) == 3
    status, out, _ = attune("library", "erase", "--yes")
    assert status == 0
    assert str(tmp_path / "b") in out
    assert not home.library.exists()
    assert "Nothing has been kept yet" in attune("library", "list")[1]


def test_the_home_is_private(attune, home, tmp_path):
    attune("library", "import", make_audiofolder(tmp_path / "in"))

    for path in home.base.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_help_lists_looking_and_keeping(attune):
    out = attune("library", "--help")[1]

    for command in (
        "stats",
        "list",
        "show",
        "search",
        "verify",
        "backup",
        "restore",
        "export",
        "import",
        "delete",
        "erase",
        "review",
        "join",
        "balance",
        "confidence",
    ):
        assert command in out
