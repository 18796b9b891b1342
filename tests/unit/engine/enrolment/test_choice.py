from corrected_samples import teach
from library_samples import opened

from engine.enrolment.choice import coverage, order_texts, own_texts, targets_of
from engine.enrolment.texts import bundled_texts


def test_what_the_user_needs_comes_first():
    texts = ["Nothing of note is in here.", "We saw the gollywobbler again.", "Hoist the Gollywobbler, then the jib."]

    ordered = order_texts(texts, ["gollywobbler"])

    assert ordered[2] == texts[0]


def test_a_term_that_was_read_often_enough_leaves_room_for_sounds():
    texts = [f"The halyard number {word}." for word in ("one", "two", "three", "four", "five")]
    other = "Joyful zebras vanish through which thick orchard?"

    assert other in order_texts([*texts, other], ["halyard"])[:4]


def test_twenty_sentences_hold_far_more_sounds_than_twenty_others():
    texts = bundled_texts()
    first = order_texts(texts)[:20]

    assert sorted(order_texts(texts)) == sorted(texts)
    assert coverage(first) > 1.25 * coverage(texts[-20:])


def test_errors_and_terms_of_a_library_are_the_targets(tmp_path):
    with opened(tmp_path) as library:
        teach(
            library,
            ("hoist the golly wobbler", "hoist the gollywobbler"),
            ("lower the golly wobler", "lower the gollywobbler"),
            ("turn the lute down", "turn the loot down"),
        )

        assert targets_of(library) == ["gollywobbler", "loot"]
        assert set(own_texts(library, ["loot"])) == {"turn the loot down"}
