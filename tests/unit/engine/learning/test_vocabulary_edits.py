import pytest
from corrected_samples import teach, vocabulary
from library_samples import opened

from engine.errors import InputError
from engine.learning.learn import learn


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def test_how_a_term_is_spoken_can_be_said_and_taken_away(library):
    entered = vocabulary(library)
    entered.add("Qt", "cute")

    assert entered.set_spoken("Qt", " kyoot ").spoken == "kyoot"
    assert entered.set_spoken("Qt", "").spoken == ""
    with pytest.raises(InputError, match="no term"):
        entered.set_spoken("GTK", "")


def test_a_rule_of_the_user_is_removed_and_a_learnt_one_stays_off(library):
    teach(library, ("We deploy on cooper netties.", "We deploy on Kubernetes."))
    entered = vocabulary(library)
    own = entered.add_rule("sequel server", "SQL Server")
    for rule in entered.rules():
        entered.remove_rule(rule.id)
    learn(library)

    [left] = entered.rules()
    assert (left.pattern, left.enabled) == ("cooper netties", False)
    with pytest.raises(InputError, match="no rule"):
        entered.remove_rule(own.id)
