"""German formatting as a table of (what was recognised, what stands before the cursor, what is inserted)."""

from __future__ import annotations

import pytest

from engine.text.formatter import Formatter

CASES: list[tuple[str, str, str]] = [
    ("Hallo Komma Welt Punkt", "", "Hallo, Welt."),
    ("Hallo, Komma, Welt.", "", "Hallo, Welt."),
    ("Wie geht es dir Fragezeichen", "", "Wie geht es dir?"),
    ("Achtung Ausrufezeichen", "", "Achtung!"),
    ("Folgendes Doppelpunkt Äpfel Semikolon Birnen", "", "Folgendes: Äpfel; Birnen"),
    ("Anführungszeichen auf Hallo Anführungszeichen zu sagte er", "", '"Hallo" sagte er'),
    ("die Liste Klammer auf Äpfel Klammer zu ist lang", "", "Die Liste (Äpfel) ist lang"),
    ("Baden Bindestrich Württemberg", "", "Baden-Württemberg"),
    ("und Schrägstrich oder", "", "Und/oder"),
    ("das ist der Punkt", "", "Das ist der Punkt"),
    ("auf den Punkt gebracht", "", "Auf den Punkt gebracht"),
    ("das Komma fehlt", "", "Das Komma fehlt"),
    ("ein Fragezeichen bleibt", "", "Ein Fragezeichen bleibt"),
    ("liebe Anna Komma neue Zeile danke Punkt", "", "Liebe Anna,\nDanke."),
    ("Ende Punkt neuer Absatz Anfang", "", "Ende.\n\nAnfang"),
    ("eine neue Zeile Produkte", "", "Eine neue Zeile Produkte"),
    ("Aufzählungspunkt Äpfel Aufzählungspunkt Birnen", "", "• Äpfel\n• Birnen"),
    ("alles groß nato", "", "NATO"),
    ("Daten kein Leerzeichen Bank", "", "DatenBank"),
    ("wörtlich Komma", "", "Komma"),
    ("ich habe drei Äpfel", "", "Ich habe drei Äpfel"),
    ("ich habe dreiundzwanzig Äpfel", "", "Ich habe 23 Äpfel"),
    ("zwölftausendfünfhundert Leute", "", "12.500 Leute"),
    ("tausendfünfhundert Leute", "", "1500 Leute"),
    ("drei Komma eins vier", "", "3,14"),
    ("zwei Komma fünf Millionen Euro", "", "2,5 Millionen Euro"),
    ("die dritte Seite", "", "Die dritte Seite"),
    ("der einundzwanzigste Tag", "", "Der 21. Tag"),
    ("am zwölften März zweitausendsechsundzwanzig", "", "Am 12. März 2026"),
    ("am ersten mai", "", "Am 1. Mai"),
    ("im Jahr neunzehnhundertachtzig", "", "Im Jahr 1980"),
    ("um achtzehn Uhr dreißig", "", "Um 18:30 Uhr"),
    ("Punkt acht Uhr", "", "Punkt 8 Uhr"),
    ("fünfundzwanzig Prozent", "", "25\u00a0%"),
    ("zehn bis zwanzig Prozent", "", "10–20\u00a0%"),
    ("zwölf Euro fünfzig", "", "12,50\u00a0€"),
    ("minus fünf Grad Celsius", "", "-5 °C"),
    ("null eins sieben sechs", "", "0176"),
    ("zwei Drittel davon", "", "2/3 davon"),
    ("Seite drei", "", "Seite 3"),
    ("Version drei Punkt eins", "", "Version 3.1"),
    ("Max Punkt Müller at Beispiel Punkt de", "", "max.mueller@beispiel.de"),
    ("besuche www Punkt Beispiel Punkt de", "", "Besuche www.beispiel.de"),
    ("Die Katze schläft.", "Ich glaube,", " die Katze schläft."),
    ("Haus und Hof", "mein", " Haus und Hof"),
    ("am montag", "Erst", " am Montag"),
]


@pytest.fixture(scope="module")
def formatter() -> Formatter:
    return Formatter("de")


@pytest.mark.parametrize(("raw", "before", "expected"), CASES)
def test_german(formatter: Formatter, raw: str, before: str, expected: str) -> None:
    assert formatter.format(raw, before).text == expected


def test_switzerland_writes_amounts_its_own_way() -> None:
    assert Formatter("de-CH").format("zwölftausendfünfhundert Franken").text == "CHF\u00a012’500"
