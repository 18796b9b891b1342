"""How alike two spellings sound, vowels included.

Metaphone keeps consonants only, which suffices to tell a mishearing from a rewrite, and confuses too many short words
to replace one by another. Here a spelling becomes a row of broad English sounds by ordered rewriting rules (in the
manner of Elovitz et al. 1976, NRL Report 7948, far fewer), and rows are compared by a weighted edit distance.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Longer spellings first. Capitals: S sh, C ch, J judge, T th, N ng, A igh, O ow, Y oy; vowels a e i o u are broad.
RULES: tuple[tuple[str, str], ...] = (
    (r"\bps", "s"), (r"\b[kg]n", "n"), (r"\bwr", "r"), (r"\bx", "z"), (r"\bpt", "t"), (r"\bwho", "hu"),
    (r"tion|ssion|cian", "Sen"), (r"sion", "Sen"), (r"tious|cious", "Ses"), (r"tial|cial", "Sel"), (r"ture\b", "Cer"),
    (r"tch", "C"), (r"dge|dj", "J"), (r"sch", "S"), (r"sh", "S"), (r"chr", "kr"), (r"ch", "C"), (r"ph", "f"),
    (r"wh", "w"), (r"th", "T"), (r"igh", "A"), (r"eigh|aigh", "e"), (r"augh|ough", "o"), (r"gh", "g"), (r"ck", "k"),
    (r"qu", "kw"), (r"q", "k"), (r"x", "ks"), (r"mb\b", "m"), (r"mn\b", "m"), (r"ng", "N"), (r"sc(?=[eiy])", "s"),
    (r"c(?=[eiy])", "s"), (r"c", "k"), (r"g(?=[eiy])", "J"), (r"j", "J"),
    (r"(?<=[b-df-hj-np-tv-zSCJTN])le\b", "el"),
    (r"a(?=[b-df-hj-np-tv-zSCJTN]e\b)", "e"), (r"i(?=[b-df-hj-np-tv-zSCJTN]e\b)", "A"),
    (r"(?<=[b-df-hj-np-tv-zSCJTNAeiou])e\b", ""), (r"es\b", "s"),
    (r"ee|ea|ie|ei", "i"), (r"oo|ew|eu|ue|ui", "u"), (r"ai|ay|ey", "e"), (r"oi|oy", "Y"), (r"ou|ow", "O"),
    (r"oa|oe|au|aw", "o"), (r"y(?=[aeiouAOY])", "j"), (r"\by", "j"), (r"y\b", "i"), (r"y", "i"),
    (r"s(?=\b)", "s"), (r"([a-zA-Z])\1+", r"\1"),
)  # fmt: skip
COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in RULES)
VOWELS = frozenset("aeiouAOY")
GLIDES = frozenset("wjhr")
ALIKE = tuple(map(frozenset, ("pb", "td", "kg", "fv", "sz", "SCJ", "mnN", "lr", "Tfd", "zJ", "gJ", "sS")))
VOWEL_GAP, GLIDE_GAP, CONSONANT_GAP = 0.4, 0.5, 1.0
OTHER_VOWEL, ALIKE_CONSONANT, OTHER = 0.3, 0.4, 1.1


@lru_cache(maxsize=20_000)
def sounds_of(text: str) -> str:
    """The broad sounds of a text, its words run together. Letters that English does not have lose their marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"[a-z]+|\d+|[^\W\d_]", "".join(c for c in plain if not unicodedata.combining(c) and c != "'"))
    return re.sub(r"([a-zA-Z])\1+", r"\1", "".join(map(_sounds_of_word, words)))


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str) -> float:
    """How alike two rows of sounds are: 1 for the same, 0 for nothing in common."""
    whole = max(weight(one), weight(other))
    return max(0.0, 1.0 - _distance(one, other) / whole) if whole else 0.0


@lru_cache(maxsize=20_000)
def weight(sounds: str) -> float:
    """How much a row of sounds says: what it costs to leave all of it out."""
    return sum(map(_gap, sounds))


def may_be_alike(one: str, other: str, least: float) -> bool:
    """A quick test that never fails two rows that are at least so alike: how much they say, and their consonants."""
    longer = max(weight(one), weight(other))
    if abs(weight(one) - weight(other)) > (1 - least) * longer:
        return False
    kinds, other_kinds = _kinds(one), _kinds(other)
    return ALIKE_CONSONANT * bin(kinds ^ other_kinds).count("1") / 2 <= (1 - least) * longer


def _sounds_of_word(word: str) -> str:
    for pattern, replacement in COMPILED:
        word = pattern.sub(replacement, word)
    return word


def _distance(one: str, other: str) -> float:
    """Weighted Levenshtein distance."""
    above = [0.0]
    for sound in other:
        above.append(above[-1] + _gap(sound))
    for sound in one:
        line = [above[0] + _gap(sound)]
        for column, second in enumerate(other, start=1):
            swap = above[column - 1] + _swap(sound, second)
            line.append(min(swap, above[column] + _gap(sound), line[column - 1] + _gap(second)))
        above = line
    return above[-1]


def _gap(sound: str) -> float:
    if sound in VOWELS:
        return VOWEL_GAP
    return GLIDE_GAP if sound in GLIDES else CONSONANT_GAP


@lru_cache(maxsize=4_000)
def _swap(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in VOWELS and other in VOWELS:
        return OTHER_VOWEL
    return ALIKE_CONSONANT if any(one in group and other in group for group in ALIKE) else OTHER


@lru_cache(maxsize=20_000)
def _kinds(sounds: str) -> int:
    """One bit for each full consonant that occurs."""
    bits = 0
    for sound in set(sounds) - VOWELS - GLIDES:
        bits |= 1 << (ord(sound) & 63)
    return bits
