import re
from collections import Counter
from random import Random

import pytest

from trainer.text.grammar import LONGEST, Grammar, generate
from trainer.text.lexicon import SLOT, Domain, load_domains
from trainer.text.wording import is_held_out, normalise, words_of

WRITTEN = re.compile(r"[A-Z][A-Za-z' ,.?!:-]*[.?!]")


@pytest.fixture(scope="module")
def training() -> list[str]:
    return list(generate(40_000, seed=1, split="train"))


def test_sentences_are_different_and_in_written_form(training: list[str]) -> None:
    assert len({normalise(sentence) for sentence in training}) == 40_000
    assert [sentence for sentence in training if not WRITTEN.fullmatch(sentence)] == []


def test_lengths_are_those_of_dictation(training: list[str]) -> None:
    lengths = Counter(min(len(sentence.split()), LONGEST + 1) for sentence in training)
    assert lengths[LONGEST + 1] == 0
    assert 0.02 < sum(lengths[n] for n in (1, 2, 3)) / len(training) < 0.10
    assert sum(lengths[n] for n in range(4, 15)) / len(training) > 0.7
    assert sum(lengths[n] for n in range(15, 31)) / len(training) > 0.08


def test_words_are_many_and_function_words_are_frequent(training: list[str]) -> None:
    counts = Counter(word for sentence in training for word in words_of(sentence))
    assert len(counts) >= 9_000
    assert counts.most_common(1)[0][0] == "the"
    assert {"a", "and", "is", "to", "of", "in", "i"} < {word for word, _ in counts.most_common(25)}


def test_dealing_evenly_reaches_the_words_of_every_list() -> None:
    grammar, random = Grammar(even=1.0), Random(2)
    made = {word for _ in range(30_000) for word in words_of(grammar.sentence(random))}
    lists = [items for domain in load_domains().values() for items in domain.lists.values()]
    listed = {word for items in lists for item in items if "{" not in item for word in words_of(item)}
    assert len(listed) >= 6_000
    assert len(listed - made) / len(listed) < 0.01


def test_no_sentence_is_in_two_splits(training: list[str]) -> None:
    dev, test = (list(generate(300, seed=1, split=split)) for split in ("dev", "test"))
    assert not {normalise(text) for text in [*dev, *test]} & {normalise(text) for text in training}
    assert all(map(is_held_out, [*dev, *test]))
    assert not any(map(is_held_out, training))
    in_any_order = {" ".join(sorted(words_of(text))) for text in training}
    assert [text for text in test if " ".join(sorted(words_of(text))) in in_any_order] == []


def test_wording_of_unseen_templates_is_never_trained(training: list[str]) -> None:
    domains = load_domains().values()
    known = "\n".join(text for domain in domains for text in (*domain.sentences, *_items(domain)))
    unseen = {part for domain in domains for text in domain.unseen for part in SLOT.split(text)[::2]}
    fragments = [part for part in unseen if len(part) > 18 and part not in known]
    trained, tested = "\n".join(training), "\n".join(generate(600, seed=3, split="test"))
    assert len(fragments) > 30
    assert [part for part in fragments if part in trained] == []
    assert sum(part in tested for part in fragments) > len(fragments) / 4


def _items(domain: Domain) -> list[str]:
    return [item for items in domain.lists.values() for item in items]


def test_the_same_seed_makes_the_same_sentences(training: list[str]) -> None:
    again = generate(500, seed=1, split="train")
    other = generate(500, seed=2, split="train")
    assert list(again) == training[:500]
    assert list(other) != training[:500]


@pytest.mark.parametrize("domain", ["cooking", "law", "medicine", "software"])
def test_a_domain_can_be_asked_for(domain: str) -> None:
    words = {word for text in generate(300, 1, split="train", domain=domain) for word in words_of(text)}
    own = {"cooking": "salt", "law": "judge", "medicine": "patient", "software": "server"}
    assert own[domain] in words
