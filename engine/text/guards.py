"""Command or ordinary word? "The trial period ends period" holds one of each.

A phrase is judged by the words directly beside it; a punctuation mark or the utterance's edge ends the
neighbourhood, so a phrase that the recogniser fenced off (", comma,") is a command. The guards:

free      always a command ("question mark" after "literal" apart).
noun      ordinary after a determiner ("the comma", "my question mark").
strict    for words that are nouns in everyday speech ("period", "colon", "dash"): ordinary after a
          determiner, after a doubtful determiner that begins the clause or follows a preposition ("this
          period was", "during this period", but "I like this period" ends the sentence), and between a
          preposition such as "of" and another word ("a symptom of colon cancer").
prefix    acts on the next word ("cap", "hashtag"): ordinary without one, and after a determiner ("a cap").
alone     only as the whole utterance ("undo that").

Each command may add its own words: `not_after` ("trial", "grace" for "period") and `not_before` ("of").
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.text.tables import Command, Grammar, Guard


def is_command(command: Command, keys: Sequence[str], at: int, length: int, grammar: Grammar) -> bool:
    """Whether the phrase of `length` words at `at` is meant as a command.

    `keys` are the utterance's words in lower case, with "" for each punctuation mark.
    """
    previous = keys[at - 1] if at else ""
    following = keys[at + length] if at + length < len(keys) else ""
    if command.guard is Guard.ALONE:
        return not any(keys[:at]) and not any(keys[at + length :])
    if command.guard is Guard.PREFIX and not following:
        return False
    if following in command.not_before or previous in command.not_after:
        return False
    if command.guard is Guard.FREE or not previous:
        return True
    if previous in grammar.determiners:
        return False
    if command.guard in (Guard.NOUN, Guard.PREFIX):
        return True
    earlier = keys[at - 2] if at > 1 else ""
    return not _stands_as_noun(previous, earlier, following, grammar)


def _stands_as_noun(previous: str, earlier: str, following: str, grammar: Grammar) -> bool:
    if previous in grammar.doubtful_determiners:
        return bool(following) if not earlier else earlier in grammar.prepositions
    return previous in grammar.noun_prepositions and bool(following)
