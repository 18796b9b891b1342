"""Spanish formatting as a table of (what was recognised, what stands before the cursor, what is inserted)."""

from __future__ import annotations

import pytest

from engine.text.formatter import Formatter

CASES: list[tuple[str, str, str]] = [
    ("hola coma cómo estás", "", "Hola, cómo estás"),
    ("Hola, coma, mundo.", "", "Hola, mundo."),
    ("hasta luego punto", "", "Hasta luego."),
    ("abrir interrogación cómo estás cerrar interrogación", "", "¿Cómo estás?"),
    ("abrir exclamación cuidado cerrar exclamación", "", "¡Cuidado!"),
    ("la lista dos puntos peras punto y coma uvas", "", "La lista: peras; uvas"),
    ("espero que coma bien", "", "Espero que coma bien"),
    ("un punto de vista", "", "Un punto de vista"),
    ("ganó por dos puntos", "", "Ganó por dos puntos"),
    ("el punto es claro", "", "El punto es claro"),
    ("abrir comillas hola cerrar comillas dijo", "", '"Hola" dijo'),
    ("la lista abrir paréntesis peras cerrar paréntesis", "", "La lista (peras)"),
    ("físico guion químico", "", "Físico-químico"),
    ("hola punto y aparte adiós punto", "", "Hola.\n\nAdiós."),
    ("querida ana coma nueva línea gracias", "", "Querida ana,\nGracias"),
    ("fin punto nuevo párrafo inicio", "", "Fin.\n\nInicio"),
    ("todo mayúsculas onu", "", "ONU"),
    ("literal coma", "", "Coma"),
    ("tengo tres manzanas", "", "Tengo tres manzanas"),
    ("tengo veintitrés manzanas", "", "Tengo 23 manzanas"),
    ("treinta y un años", "", "31 años"),
    ("doce mil quinientos", "", "12.500"),
    ("mil quinientos", "", "1500"),
    ("dos millones de personas", "", "2 millones de personas"),
    ("tres coma catorce", "", "3,14"),
    ("tres coma cinco millones de euros", "", "3,5 millones de euros"),
    ("el cinco de mayo", "", "El 5 de mayo"),
    ("el cinco de mayo de dos mil veintiséis", "", "El 5 de mayo de 2026"),
    ("a las dieciocho treinta", "", "A las 18:30"),
    ("a las seis y treinta", "", "A las 6:30"),
    ("las seis y media", "", "Las seis y media"),
    ("veinticinco por ciento", "", "25\u00a0%"),
    ("doce euros con cincuenta céntimos", "", "12,50\u00a0€"),
    ("doce euros con cincuenta", "", "12,50\u00a0€"),
    ("cinco kilómetros", "", "5 km"),
    ("menos cinco grados", "", "-5°"),
    ("seis uno dos tres", "", "6123"),
    ("dos tercios", "", "2/3"),
    ("página tres", "", "Página 3"),
    ("juan punto garcía arroba ejemplo punto es", "", "juan.garcia@ejemplo.es"),
    ("La casa es grande.", "Creo que", " la casa es grande."),
    ("Madrid es grande", "Creo que", " Madrid es grande"),
]


@pytest.fixture(scope="module")
def formatter() -> Formatter:
    return Formatter("es")


@pytest.mark.parametrize(("raw", "before", "expected"), CASES)
def test_spanish(formatter: Formatter, raw: str, before: str, expected: str) -> None:
    assert formatter.format(raw, before).text == expected


def test_mexico_groups_and_points_like_its_neighbour() -> None:
    assert Formatter("es-MX").format("doce mil quinientos").text == "12,500"
    assert Formatter("es-MX").format("tres coma catorce").text == "3.14"
