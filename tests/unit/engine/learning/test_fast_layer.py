import math

import pytest
from corrected_samples import teach, vocabulary, words_of
from hypothesis import given
from hypothesis import strategies as st
from library_samples import dictate, opened

from engine.learning.fast_layer import FastLayer
from engine.records import Hypothesis, Word


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def rewritten(library, text, probability=0.9, hypotheses=()):
    return FastLayer.load(library).rewrite(words_of(text, probability), hypotheses)


def test_a_doubtful_word_that_sounds_like_a_term_is_the_term(library):
    teach(library, ("we saw Kandrabat", "we saw Kandrabad"))

    assert rewritten(library, "the map of candra bad is small", 0.3).text == "the map of Kandrabad is small"
    assert rewritten(library, "the map of Candrabat is small", 0.7).text == "the map of Kandrabad is small"


def test_a_term_takes_no_neighbour_along(library):
    vocabulary(library).add("Vaelith")
    words = (Word("voice", 0, 1, 0.9), Word("of", 1, 2, 0.9), Word("vale", 2, 3, 0.3), Word("is", 3, 4, 0.3))

    assert FastLayer.load(library).rewrite(words).text.startswith("voice of ")


def test_a_term_that_was_recognised_is_written_as_the_user_writes_it(library):
    vocabulary(library).add("Grimsby Toll")
    vocabulary(library).add("Mint")

    assert rewritten(library, "ask grimsby toll about the mint").text == "ask Grimsby Toll about the mint"


def test_words_the_recogniser_is_sure_of_are_left_alone(library):
    teach(library, ("taxes in fen rock rise", "taxes in Fenrook rise"))

    assert rewritten(library, "the fan look is cold", 0.97).text == "the fan look is cold"


def test_terms_out_of_documents_replace_nothing(library):
    vocabulary(library).add("Kandrabad", origin="notes.md")

    assert rewritten(library, "the map of Candrabat is small", 0.2).text == "the map of Candrabat is small"


def test_a_spoken_form_is_what_is_listened_for(library):
    vocabulary(library).add("Sqlachemist", spoken="sequel alchemist")

    assert rewritten(library, "restart sequel alchemist now", 0.3).text == "restart Sqlachemist now"


def test_what_was_once_wrongly_taken_for_a_term_is_not_taken_for_it_again(library):
    vocabulary(library).add("Kandrabad")
    teach(library, ("the Kandrabad was closed", "the canned rabat was closed"))

    assert rewritten(library, "a canned rabat please", 0.2).text == "a canned rabat please"


def test_new_words_share_the_time_of_those_they_stand_for(library):
    teach(library, ("ask grims bee toll", "ask Grimsby Toll"))

    words = rewritten(library, "please ask grims bee toll now").words

    assert [word.text for word in words] == ["please", "ask", "Grimsby", "Toll", "now"]
    assert (words[2].start, words[3].end, words[4]) == (1.0, 2.4, Word("now", 2.5, 2.9, 0.9))
    assert words[2].end == words[3].start


def test_a_close_hypothesis_with_a_term_is_chosen_and_a_far_one_is_not(library):
    vocabulary(library).add("halyard")
    best = "check the hallow yard rope"

    def chosen(score):
        return (
            FastLayer.load(library).choose((Hypothesis(best, -0.30), Hypothesis("check the halyard rope", score))).text
        )

    assert chosen(-0.40) == "check the halyard rope"
    assert chosen(-2.0) == best


def test_a_confusion_that_was_corrected_before_decides_between_close_hypotheses(library):
    teach(library, ("turn the lute down", "turn the loot down"), ("count the lute again", "count the loot again"))
    hypotheses = (Hypothesis("sell my lute", -0.30), Hypothesis("sell my loot", -0.36), Hypothesis("sell me", -0.31))

    assert FastLayer.load(library).choose(hypotheses).text == "sell my loot"


def test_without_learning_nothing_changes(library):
    layer = FastLayer.load(library)
    words = words_of("the map of candra bad is small", 0.1)
    hypotheses = (Hypothesis("the map of candra bad is small", -0.9), Hypothesis("the map", -0.91))

    assert layer.rewrite(words, hypotheses).words == words
    assert (layer.prompt_terms("the map"), layer.apply_rules("a b")) == ((), ("a b", ()))


def test_the_terms_to_expect_are_few_recent_and_fitting(library):
    user = vocabulary(library)
    user.add_all([(f"Zarn{chr(97 + n // 26)}{chr(97 + n % 26)}", "") for n in range(200)], "notes.md")
    assert FastLayer.load(library).prompt_terms("anything") == ()

    dictate(library, "hoist the gollywobbler before the harbour", seed=1)
    user.add("gollywobbler")
    layer = FastLayer.load(library)

    assert layer.prompt_terms("into the harbour") == ("gollywobbler",)
    assert layer.prompt_terms("into the harbour", tokens=3) == ()


@given(
    st.lists(
        st.tuples(st.sampled_from(["Kandrabat", "candra", "bad.", "the", "—", "lute,"]), st.floats(0, 1)), max_size=8
    )
)
def test_words_keep_their_order_and_times(drawn):
    from engine.learning.known import KnownTerm
    from engine.learning.rules import Replacement
    from engine.learning.sounds import sounds_of

    term = KnownTerm("Kandrabad", ("kandrabad",), (sounds_of("Kandrabad"),), trusted=True)
    layer = FastLayer([term], [Replacement(("lute",), "loot of the sea")])
    words = [Word(text, n * 1.0, n + 0.5, probability) for n, (text, probability) in enumerate(drawn)]

    made = layer.rewrite(words).words

    assert [word.start for word in made] == sorted(word.start for word in made)
    assert all(word.start <= word.end and math.isfinite(word.end) for word in made)
    assert (made[0].start, made[-1].end) == (words[0].start, words[-1].end) if words else made == ()
