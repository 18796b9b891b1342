import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_samples import dictate, opened


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("search")) as library:
        for seed, text in enumerate(["Grüße an Hannah", "the quick brown fox jumps", "a Quick question for Anna"]):
            dictate(library, text, seed=seed)
        yield library


def texts(library, query):
    return [match.utterance.text for match in library.search(query)]


def test_every_word_must_occur_newest_first_case_and_accents_aside(library):
    assert texts(library, "QUICK") == ["a Quick question for Anna", "the quick brown fox jumps"]
    assert texts(library, "quick fox") == ["the quick brown fox jumps"]
    assert texts(library, "grusse hannah") == []
    assert texts(library, "gruße hannah") == ["Grüße an Hannah"]


def test_the_last_word_may_be_a_beginning(library):
    assert texts(library, "quick jum") == ["the quick brown fox jumps"]
    assert texts(library, "qui fox") == []
    assert texts(library, "quick j") == []


def test_the_place_is_shown(library):
    assert library.search("brown")[0].snippet == "the quick [brown] fox jumps"


@pytest.mark.parametrize(
    "text", ['"', "fox*", "NEAR(fox", "fox AND", "text:fox", "(", "-fox", "^", "'; DROP TABLE utterance"]
)
def test_no_character_has_a_meaning_of_its_own(library, text):
    library.search(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.text(max_size=40))
def test_any_text_can_be_searched_for(library, text):
    library.search(text)


def test_search_follows_corrections_and_deletions(tmp_path):
    with opened(tmp_path) as library:
        identifier = dictate(library, "deploy the cooper netties cluster")
        library.corrections.correct(identifier, "deploy the Kubernetes cluster")
        assert texts(library, "netties") == []
        assert texts(library, "kubernetes") == ["deploy the Kubernetes cluster"]
        library.deletions.delete([identifier])
        assert texts(library, "kubernetes") == []
        library.deletions.undo(identifier)
        assert texts(library, "kubernetes") == ["deploy the Kubernetes cluster"]
