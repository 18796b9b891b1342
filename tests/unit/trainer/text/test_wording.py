from trainer.text.wording import is_held_out, normalise


def test_punctuation_case_and_hyphens_do_not_count() -> None:
    assert normalise("Twenty-three, PLEASE: it's Ben's!") == "twenty three please it's ben's"


def test_what_is_held_out_depends_on_the_words_alone() -> None:
    sentences = [f"Sentence number {'very ' * count}long." for count in range(400)]
    held_out = [is_held_out(sentence) for sentence in sentences]
    assert held_out == [is_held_out(sentence.upper().replace(".", "!")) for sentence in sentences]
    assert 5 <= sum(held_out) <= 45
