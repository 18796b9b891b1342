"""French formatting as a table of (what was recognised, what stands before the cursor, what is inserted)."""

from __future__ import annotations

import pytest

from engine.text.formatter import Formatter
from engine.text.rules import FormattingRules

CASES: list[tuple[str, str, str]] = [
    ("bonjour virgule comment ça va", "", "Bonjour, comment ça va"),
    ("Bonjour, virgule, ça va.", "", "Bonjour, ça va."),
    ("comment ça va point d'interrogation", "", "Comment ça va\u00a0?"),
    ("comment ça va point d’interrogation", "", "Comment ça va\u00a0?"),
    ("Comment ça va ?", "", "Comment ça va\u00a0?"),
    ("attention point d'exclamation", "", "Attention\u00a0!"),
    ("c'est fini point", "", "C'est fini."),
    ("voici la liste deux points pommes virgule poires", "", "Voici la liste\u00a0: pommes, poires"),
    ("il part point-virgule elle reste", "", "Il part\u00a0; elle reste"),
    ("un point de vue intéressant", "", "Un point de vue intéressant"),
    ("il a marqué deux points", "", "Il a marqué deux points"),
    ("la virgule manque", "", "La virgule manque"),
    ("à ce point de départ", "", "À ce point de départ"),
    ("ouvrir les guillemets bonjour fermer les guillemets dit-il", "", "«\u00a0Bonjour\u00a0» dit-il"),
    ("la liste ouvrir la parenthèse pommes fermer la parenthèse", "", "La liste (pommes)"),
    ("grand trait d'union père", "", "Grand-père"),
    ("cher monsieur virgule à la ligne merci point", "", "Cher monsieur,\nMerci."),
    ("fin point nouveau paragraphe début", "", "Fin.\n\nDébut"),
    ("tout en majuscules sncf", "", "SNCF"),
    ("base sans espace ball", "", "Baseball"),
    ("littéral virgule", "", "Virgule"),
    ("j'ai trois pommes", "", "J'ai trois pommes"),
    ("j'ai vingt-trois pommes", "", "J'ai 23 pommes"),
    ("quatre-vingt-quinze personnes", "", "95 personnes"),
    ("douze mille cinq cents personnes", "", "12\u202f500 personnes"),
    ("trois virgule quatorze", "", "3,14"),
    ("trois virgule cinq millions d'euros", "", "3,5 millions d'euros"),
    ("le vingt et unième siècle", "", "Le 21e siècle"),
    ("le premier mai", "", "Le 1er mai"),
    ("le douze mars deux mille vingt-six", "", "Le 12 mars 2026"),
    ("en dix-neuf cent quatre-vingt-quatre", "", "En 1984"),
    ("à dix-huit heures trente", "", "À 18 h 30"),
    ("vingt-cinq pour cent", "", "25\u00a0%"),
    ("douze euros cinquante", "", "12,50\u00a0€"),
    ("cinq kilomètres", "", "5 km"),
    ("moins cinq degrés", "", "-5°"),
    ("zéro six douze trente-quatre cinquante-six soixante-dix-huit", "", "06 12 34 56 78"),
    ("deux tiers", "", "2/3"),
    ("page trois", "", "Page 3"),
    ("jean point dupont arobase exemple point fr", "", "jean.dupont@exemple.fr"),
    ("Le chat dort.", "Je crois que", " le chat dort."),
    ("Paris est belle", "Je crois que", " Paris est belle"),
]


@pytest.fixture(scope="module")
def formatter() -> Formatter:
    return Formatter("fr")


@pytest.mark.parametrize(("raw", "before", "expected"), CASES)
def test_french(formatter: Formatter, raw: str, before: str, expected: str) -> None:
    assert formatter.format(raw, before).text == expected


def test_non_breaking_spaces_can_be_switched_off() -> None:
    plain = Formatter("fr", FormattingRules(typographic_spaces=False))
    assert plain.format("ça va point d'interrogation").text == "Ça va?"
