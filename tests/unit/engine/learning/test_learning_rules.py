import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.learning.rules import Context, Replacement, Rules, replace


def applied(text, *rules):
    ready = Rules.of(Replacement(tuple(heard.split()), written) for heard, written in rules)
    return replace(text, ready.find(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cute", "Qt"),
        ("Cute, and (cute)!", "Qt, and (Qt)!"),
        ("execute acute cuteness", "execute acute cuteness"),
        ("écute cuteé", "écute cuteé"),
        ("cute's", "cute's"),
        ("cute-cute", "Qt-Qt"),
    ],
)
def test_rules_keep_to_whole_words(text, expected):
    assert applied(text, ("cute", "Qt")) == expected


def test_a_pattern_does_not_reach_across_a_full_stop():
    assert applied("we met cooper. Netties came", ("cooper netties", "Kubernetes")) == "we met cooper. Netties came"


def test_a_word_in_lower_case_takes_the_capital_of_its_sentence():
    assert applied("Frost loot breaks. The frost loot too.", ("frost loot", "frostlute")) == (
        "Frostlute breaks. The frostlute too."
    )


def test_a_term_that_is_complete_already_is_left_alone():
    assert applied("Port Zarune is far, Zarune", ("zarune", "Port Zarune")) == "Port Zarune is far, Port Zarune"


def test_a_context_is_one_of_its_neighbours():
    rule = Replacement(("cute",), "Qt", Context(left=frozenset({"install"}), both=frozenset({("the", "library")})))
    rules = Rules.of([rule])

    changed = [replace(text, rules.find(text)) for text in ("install cute", "the cute library", "the cute dog")]

    assert changed == ["install Qt", "the Qt library", "the cute dog"]


words = st.text(alphabet="abcé '-.,!\n", max_size=40)


@given(
    words, st.lists(st.tuples(st.sampled_from(["a", "b", "a b", "b c a", "cé"]), st.sampled_from(["X", "a", "Y Z"])))
)
def test_nothing_but_the_matched_words_changes(text, rules):
    ready = Rules.of(Replacement(tuple(heard.split()), written) for heard, written in rules)
    found = ready.find(text)
    changed = replace(text, found)

    assert (changed == text) == (not found)
    untouched = [character for character in text if not character.isalpha() and character not in " '-"]
    assert [character for character in changed if character in ".,!\n"] == untouched


@given(words)
def test_no_rules_change_nothing(text):
    assert replace(text, Rules.of([]).find(text)) == text
