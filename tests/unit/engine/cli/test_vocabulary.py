import json
import stat

import pytest
from corrected_samples import active_rules, correct, teach
from library_samples import dictate, home_in
from speech import speech
from tiny_whisper import make_model

from engine.cli.main import main
from engine.library.entities import NewUtterance
from engine.library.library import Library
from engine.records import Hypothesis, Word


@pytest.fixture
def home(tmp_path):
    return home_in(tmp_path)


@pytest.fixture
def attune(home, capsys):
    def run(*arguments):
        status = main(["--home", str(home.base), *map(str, arguments)])
        done = capsys.readouterr()
        return status, done.out, done.err

    return run


def listed(attune, what="list"):
    return json.loads(attune("vocabulary", what, "--json")[1])


def test_an_empty_vocabulary_says_what_to_do(attune):
    assert "attune vocabulary add" in attune("vocabulary", "list")[1]
    assert (listed(attune), listed(attune, "rules")) == ([], [])


def test_terms_are_added_with_how_they_are_said_and_removed(attune):
    assert attune("vocabulary", "add", "Captain", "Grimsby", "--spoken", "grimsbee")[0] == 0
    [term] = listed(attune)
    assert (term["text"], term["spoken"], term["origin"]) == ("Captain Grimsby", "grimsbee", "user")

    assert attune("vocabulary", "remove", "captain grimsby")[0] == 0
    assert listed(attune) == []
    assert attune("vocabulary", "remove", "captain grimsby")[0] == 2


def test_a_correction_says_what_it_taught_and_undoing_it_what_is_unlearnt(attune, home):
    with Library(home) as library:
        identifier = dictate(library, "deploy on cooper netties", seconds=3.0)

    _, taught, _ = attune("correct", identifier, "deploy on Kubernetes", "--kind", "misheard")
    assert "New in your vocabulary: Kubernetes" in taught
    assert "cooper netties -> Kubernetes" in taught
    assert listed(attune, "rules")[0]["utterances"] == [identifier]

    _, undone, _ = attune("correct", identifier, "--undo")
    assert "Unlearnt: Kubernetes" in undone
    assert (listed(attune), listed(attune, "rules")) == ([], [])


def test_rules_are_switched_off_and_on(attune, home):
    with Library(home) as library:
        teach(library, ("deploy on cooper netties", "deploy on Kubernetes"))
    [rule] = listed(attune, "rules")

    attune("vocabulary", "disable", rule["id"][:20])
    assert [row["active"] for row in listed(attune, "rules")] == [False]
    attune("vocabulary", "enable", rule["id"])
    assert [row["active"] for row in listed(attune, "rules")] == [True]
    assert "anywhere" in attune("vocabulary", "rules")[1]


def test_an_exported_vocabulary_is_imported_elsewhere(attune, home, tmp_path, capsys):
    attune("vocabulary", "add", "Qt", "--spoken", "cute", "--heard", "queue tea")
    file = tmp_path / "mine.json"
    assert attune("vocabulary", "export", file)[0] == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    other = home_in(tmp_path / "other")
    assert main(["--home", str(other.base), "vocabulary", "import", str(file)]) == 0
    with Library(other) as library:
        [rule] = active_rules(library)
    assert (rule.pattern, rule.replacement, rule.origin) == ("queue tea", "Qt", "user")


def test_terms_of_a_document_are_shown_and_added_only_when_the_user_says_so(attune, tmp_path):
    document = tmp_path / "notes.md"
    document.write_text("# Log\n\nThe gollywobbler tore. We mended the gollywobbler near Skerrivore.\n")

    _, shown, _ = attune("vocabulary", "import", document)
    assert ("2  gollywobbler" in shown, listed(attune)) == (True, [])

    attune("vocabulary", "import", document, "--add", "Skerrivore")
    assert [(term["text"], term["origin"]) for term in listed(attune)] == [("Skerrivore", "notes.md")]
    assert json.loads(attune("vocabulary", "import", document, "--json")[1])["found"][0]["text"] == "gollywobbler"


@pytest.mark.parametrize("name", ["missing.json", "missing.txt", "bad.json", "bad.docx", "bad.pdf", "picture.png"])
def test_what_cannot_be_imported_is_said_in_one_line(attune, tmp_path, name):
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(b"[1, 2]")

    status, out, err = attune("vocabulary", "import", tmp_path / name)

    assert (status, out, len(err.strip().splitlines())) == (2, "", 1)


def test_the_queue_begins_with_what_is_marked_and_then_with_what_is_doubtful(attune, home):
    with Library(home) as library:
        words = "the boat left the harbour"

        def sure(probability, last):
            texts = words.split()
            return tuple(Word(one, n, n + 0.3, last if n == 4 else probability) for n, one in enumerate(texts))

        fine = dictate(library, words, seconds=3.0, seed=1, words=sure(0.99, 0.99))
        doubtful = dictate(library, words, seconds=3.0, seed=2, words=sure(0.99, 0.2))
        later = dictate(library, words, seconds=3.0, seed=3, words=sure(0.99, 0.98))
        library.utterances.mark_later(later)
        library.utterances.accept(dictate(library, "already looked at", seconds=3.0, seed=4))

    queue = json.loads(attune("library", "queue", "--json")[1])

    assert [row["id"] for row in queue] == [later, doubtful, fine]
    assert queue[1]["doubtful"] == [{"word": 5, "text": "harbour", "confidence": 0.2}]
    attune("library", "mark", *[row["id"] for row in queue], "--accepted")
    assert "Everything has been reviewed" in attune("library", "queue")[1]


def test_choosing_an_alternative_is_a_correction(attune, home):
    with Library(home) as library:
        teach(library, ("hoist the hello yard now", "hoist the halyard now"))
        heard = "check the hallow yard rope"
        probabilities = (0.95, 0.95, 0.3, 0.4, 0.9)
        words = tuple(Word(w, n, n + 0.4, p) for n, (w, p) in enumerate(zip(heard.split(), probabilities, strict=True)))
        hypotheses = (Hypothesis(heard, -0.3), Hypothesis("chuck the hollow yard rope", -0.5))
        identifier = dictate(library, heard, seconds=4.0, words=words, hypotheses=hypotheses)

    found = json.loads(attune("library", "alternatives", identifier, "--json")[1])
    texts = [row["text"].lower().rstrip(".") for row in found]
    assert texts == ["chuck the hollow yard rope", "check the hollow yard rope", "check the halyard rope"]
    assert found[2]["words"] == [3, 2]

    row = json.loads(attune("correct", identifier, "--choose", "3", "--json")[1])
    assert (row["text"], row["kind"], row["source"]) == ("check the halyard rope", "misheard", "corrected")
    assert attune("correct", identifier, "--choose", "99")[0] == 2
    assert attune("correct", identifier, "text", "--choose", "1")[0] == 2


def test_where_no_readings_were_kept_the_model_listens_again_and_they_are_kept(attune, home, tmp_path):
    model = make_model(tmp_path / "tiny")
    with Library(home) as library:
        session = library.utterances.start_session()
        kept = library.utterances.add(NewUtterance("something", session, samples=speech("The boat is on the lake.")))

    assert json.loads(attune("library", "alternatives", kept, "--kept-only", "--json")[1]) == []
    found = json.loads(attune("library", "alternatives", kept, "--model", model, "--json")[1])

    assert found
    assert json.loads(attune("library", "alternatives", kept, "--kept-only", "--json")[1]) == found


def test_a_deleted_utterance_takes_its_evidence_along(attune, home):
    with Library(home) as library:
        identifier = correct(library, "deploy on cooper netties", "deploy on Kubernetes")
    attune("vocabulary", "learn")
    attune("library", "delete", identifier)
    attune("vocabulary", "learn")

    assert listed(attune) == []
