from itertools import chain

import pytest

from trainer.text.lexicon import COMMON, SLOT, load_domains
from trainer.text.numbers import NUMBER_SLOTS

DOMAINS = load_domains()


def _reachable(slot: str, domain: str) -> bool:
    name = slot.partition(":")[0]
    if "." in name:
        domain, _, name = name.partition(".")
    if name in NUMBER_SLOTS or name in DOMAINS[COMMON].lists or name in DOMAINS[domain].lists:
        return True
    everywhere = all(name in other.lists for other in DOMAINS.values() if other.name != COMMON)
    return domain == COMMON and everywhere


@pytest.mark.parametrize("name", sorted(DOMAINS))
def test_every_slot_names_a_list(name: str) -> None:
    domain = DOMAINS[name]
    texts = chain(domain.sentences, domain.unseen, domain.phrases, *domain.lists.values())
    slots = [(slot, text) for text in texts for slot in SLOT.findall(text) if "|" not in slot]
    assert slots
    assert [pair for pair in slots if not _reachable(pair[0], name)] == []


@pytest.mark.parametrize("name", sorted(DOMAINS))
def test_a_tenth_of_the_templates_is_unseen(name: str) -> None:
    domain = DOMAINS[name]
    assert not set(domain.sentences) & set(domain.unseen)
    assert 0.06 <= len(domain.unseen) / len(domain.sentences) <= 0.16
