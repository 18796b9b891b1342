import pytest
from corrected_samples import active_rules, correct, teach, vocabulary
from library_samples import dictate, opened

from engine.learning.fast_layer import FastLayer
from engine.learning.learn import learn


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def written(library, text):
    return FastLayer.load(library).apply_rules(text)[0]


def test_one_correction_is_enough_for_the_next_dictation(library):
    learnt = teach(library, ("We deploy it on cooper netties today.", "We deploy it on Kubernetes today."))

    assert learnt.terms == ("Kubernetes",)
    assert [(rule.pattern, rule.replacement) for rule in learnt.rules] == [("cooper netties", "Kubernetes")]
    assert written(library, "Is cooper netties, the old one, down?") == "Is Kubernetes, the old one, down?"


def test_undoing_the_correction_withdraws_what_it_taught(library):
    identifier = correct(library, "We deploy on cooper netties.", "We deploy on Kubernetes.")
    learn(library)
    library.corrections.undo(identifier)

    assert set(learn(library).withdrawn) == {"Kubernetes", "cooper netties -> Kubernetes"}
    assert (vocabulary(library).terms(), vocabulary(library).rules()) == ([], [])


@pytest.mark.parametrize("withdraw", ["kind", "delete"])
def test_evidence_goes_with_its_kind_and_with_its_utterance(library, withdraw):
    identifier = correct(library, "We deploy on cooper netties.", "We deploy on Kubernetes.")
    learn(library)
    if withdraw == "kind":
        library.corrections.change_kind(identifier, "rewrite")
    else:
        library.deletions.delete([identifier])
    learn(library)

    assert vocabulary(library).terms() == []


def test_a_rewrite_and_a_change_of_case_teach_nothing(library):
    library.corrections.correct(dictate(library, "see you on friday"), "see you on Friday")
    library.corrections.correct(dictate(library, "it is good", seed=1), "it is a catastrophe in Montenegro", "rewrite")

    learn(library)

    assert vocabulary(library).rules() == []


def test_a_rule_that_would_change_what_was_accepted_is_not_active(library):
    accepted = dictate(library, "they sail on the sea wraith and on others", seconds=4.0, seed=7)
    library.utterances.accept(accepted)

    teach(library, ("the sea wraith", "the Searaith"))

    assert active_rules(library) == []
    [rule] = vocabulary(library).rules()
    assert accepted in rule.blocked


def test_a_context_saves_a_rule_that_would_do_harm_elsewhere(library):
    library.utterances.accept(dictate(library, "what a cute little dog", seconds=3.0, seed=7))

    teach(library, ("install cute with the package manager", "install Qt with the package manager"))

    assert written(library, "install cute now") == "install Qt now"
    assert written(library, "what a cute little dog") == "what a cute little dog"
    assert written(library, "a cute cat") == "a cute cat"


def test_very_common_words_are_never_replaced_without_their_neighbours(library):
    teach(library, ("the two of us", "the Tu of us"), ("say to again", "say Tu again"))

    for rule in active_rules(library):
        assert not rule.context.anywhere
    assert written(library, "I want to go to the two of them") == "I want to go to the two of them"


def test_a_name_that_everybody_knows_is_not_replaced_everywhere_after_one_correction(library):
    teach(library, ("invite kevin tomorrow", "invite Kelvyn tomorrow"))

    assert written(library, "invite Kevin to lunch") == "invite Kelvyn to lunch"
    assert written(library, "my brother Kevin is here") == "my brother Kevin is here"


def test_unreviewed_text_speaks_against_ordinary_words_only(library):
    dictate(library, "kubernetis is slow", seed=5)
    dictate(library, "a grand piano stood there", seed=6)

    teach(library, ("restart kubernetis", "restart Kubernetes"), ("ask the grand piano", "ask the Grampiano"))

    assert [rule.pattern for rule in active_rules(library)] == ["kubernetis"]


def test_the_same_words_heard_for_two_things_need_their_neighbours(library):
    teach(
        library,
        ("compile marlin strike tonight", "compile Marlinspike tonight"),
        ("invite marlin strike tomorrow", "invite Marlene St Ryke tomorrow"),
    )

    assert written(library, "compile marlin strike") == "compile Marlinspike"
    assert written(library, "invite marlin strike") == "invite Marlene St Ryke"
    assert written(library, "marlin strike") == "marlin strike"


def test_the_longest_pattern_wins(library):
    teach(library, ("ask lumi creet", "ask Lumicrete"), ("ask lumi creet bronzal", "ask Lumicrete Bronzel"))

    assert written(library, "the lumi creet bronzal wall") == "the Lumicrete Bronzel wall"


def test_evidence_adds_up_and_says_where_it_comes_from(library):
    first = correct(library, "deploy on cooper netties", "deploy on Kubernetes", seed=1)
    second = correct(library, "restart cooper netties now", "restart Kubernetes now", seed=2)
    learn(library)

    [rule] = vocabulary(library).rules()
    [term] = vocabulary(library).terms()
    assert (rule.evidence, set(rule.utterances), rule.origin) == (2, {first, second}, "correction")
    assert (term.evidence, term.origin) == (2, "correction")


def test_what_was_switched_off_stays_off_and_what_was_entered_stays(library):
    teach(library, ("deploy on cooper netties", "deploy on Kubernetes"))
    user = vocabulary(library)
    user.switch(active_rules(library)[0].id[:20], on=False)
    user.remove("kubernetes")
    user.add("Terravolt")

    teach(library, ("scale cooper netties up", "scale Kubernetes up"))

    assert active_rules(library) == []
    assert {term.text: term.enabled for term in user.terms()} == {"Kubernetes": False, "Terravolt": True}


def test_learning_twice_changes_nothing(library):
    teach(library, ("deploy on cooper netties", "deploy on Kubernetes"), ("a cute tool", "a Qt tool"))
    before = (vocabulary(library).terms(), vocabulary(library).rules())

    assert learn(library) == type(learn(library))()
    assert (vocabulary(library).terms(), vocabulary(library).rules()) == before


def test_a_correction_of_a_correction_counts_from_what_was_heard_to_what_was_said(library):
    identifier = correct(library, "deploy on cooper netties", "deploy on Kubernets")
    library.corrections.correct(identifier, "deploy on Kubernetes", "misheard")
    learn(library)

    assert [(rule.pattern, rule.replacement) for rule in vocabulary(library).rules()] == [
        ("cooper netties", "Kubernetes")
    ]


def test_a_rare_word_that_sounds_like_something_else_altogether_is_replaced_beside_its_neighbours_only(library):
    teach(library, ("please visit Zolmec tonight", "please visit sunderaxe tonight"))

    assert written(library, "please visit Zolmec tonight") == "please visit sunderaxe tonight"
    assert written(library, "best wishes, Zolmec") == "best wishes, Zolmec"
