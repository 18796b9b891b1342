import re
from random import Random

from trainer.text.grammar import generate
from trainer.text.invented import invented_word, with_invented_word


def test_invented_words_can_be_said_and_are_hardly_ever_the_same() -> None:
    chance = Random(1)
    words = [invented_word(chance) for _ in range(500)]

    assert all(re.fullmatch(r"[a-z]{4,18}", word) and re.search(r"[aeiou]", word) for word in words)
    assert len(set(words)) > 490


def test_one_plain_word_gives_way() -> None:
    chance = Random(2)
    for sentence in generate(200, 3, split="train"):
        made = with_invented_word(sentence, chance)
        before, after = sentence.split(" "), made.split(" ")
        changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
        assert len(changed) <= 1
        assert all(re.fullmatch(r"[a-z]{5,}[.,;?!]?", a) for a, _ in changed)


def test_a_sentence_of_short_words_stays_as_it_is() -> None:
    assert with_invented_word("I am on it.", Random(3)) == "I am on it."
