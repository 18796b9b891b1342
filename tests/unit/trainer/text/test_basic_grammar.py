from trainer.text import basic
from trainer.text.wording import normalise, words_of


def test_sentences_are_short_different_and_repeatable() -> None:
    made = basic.sentences(8_000, seed=3)
    assert made == basic.sentences(8_000, seed=3)
    assert len({normalise(sentence) for sentence in made}) == 8_000
    assert all(3 <= len(sentence.split()) <= 9 for sentence in made)


def test_every_word_belongs_to_the_small_vocabulary() -> None:
    spoken = {word for sentence in basic.sentences(8_000, seed=4) for word in words_of(sentence)}
    assert spoken <= basic.vocabulary()
    assert 300 <= len(basic.vocabulary()) <= 450


def test_held_out_sentences_never_train() -> None:
    trained = {normalise(sentence) for sentence in basic.sentences(8_000, seed=5)}
    held_out = basic.sentences(500, seed=5, held_out=True)
    assert not trained & {normalise(sentence) for sentence in held_out}
    assert all(map(basic.is_held_out, held_out))
