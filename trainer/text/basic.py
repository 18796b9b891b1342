"""A small grammar of everyday dictation, for the first stage of training.

Some 380 words in short sentences of three to nine words: names, days, months, small numbers, colours,
places, foods, requests, questions, polite phrases. Numbers are written as words, so that what a synthesiser
says is what is written. One sentence in twenty, by a hash of its words, is held out and never trains.
"""

from __future__ import annotations

import random
import re

from trainer.text.wording import is_held_out, normalise, words_of

__all__ = ["is_held_out", "sentences", "vocabulary"]

_SLOT = re.compile(r"\{(\w+)\}")
_VOWEL_AFTER_A = re.compile(r"\b([Aa]) (?=[aeiou])")

_LISTS = {
    "name": (
        "Anna, Ben, Clara, Daniel, Emma, Frank, Grace, Henry, Julia, Kevin, Laura, Martin, Nora, "
        "Oscar, Paul, Rachel, Sam, Susan, Thomas, Victor"
    ),
    "kin": "my mother, my father, my sister, my brother, my wife, my husband, my son, my daughter",
    "staff": ("the doctor, the manager, the teacher, the driver, the lawyer, the nurse, the neighbour, the boss"),
    "day": "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
    "month": ("January, February, March, April, May, June, July, August, September, October, November, December"),
    "ordinal": "first, second, third, fourth, fifth, sixth, tenth, twelfth, twentieth",
    "hour": "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
    "count": (
        "two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, forty, fifty"
    ),
    "colour": "red, blue, green, yellow, black, white, brown, grey, orange, pink",
    "place": (
        "the office, the station, the market, the school, the hotel, the bank, the airport, the "
        "library, the garden, the kitchen, the hospital, the park, the beach, the church"
    ),
    "city": "London, Paris, Boston, Dublin, Berlin, Madrid",
    "mass": "bread, butter, cheese, milk, coffee, tea, sugar, rice, soup, fish, chicken, salad",
    "fruit": "apples, eggs, lemons, tomatoes, potatoes, carrots, onions, bananas, oranges, cakes",
    "thing": (
        "box, bag, book, cup, chair, table, lamp, phone, key, coat, hat, shirt, car, bicycle, "
        "door, window, clock, knife, plate, bottle, picture, umbrella"
    ),
    "things": "boxes, bags, books, cups, chairs, tables, keys, bottles, plates, pictures, tickets, letters",
    "text": "letter, message, report, note, list, contract, invoice, email, story, summary",
    "adjective": (
        "big, small, old, new, heavy, light, clean, dirty, broken, expensive, cheap, empty, full, strong, soft, round"
    ),
    "mood": "happy, tired, busy, ready, late, early, sick, angry, hungry, quiet, free, sorry, sure",
    "weather": "cold, warm, wet, dry, windy, sunny, cloudy, dark",
    "animal": "dog, cat, horse, bird, cow",
    "device": "the light, the radio, the heating, the computer, the television, the printer",
    "on": "on the table, under the chair, behind the door, in the box, near the window, next to the lamp",
    "when": (
        "today, tomorrow, tonight, on {day}, next {day}, next week, in the morning, in the "
        "afternoon, at {hour} o'clock, before lunch, after dinner, this evening, in {month}, soon, "
        "on {day} morning"
    ),
    "past": (
        "yesterday, last night, last week, last {day}, an hour ago, in {month}, this morning, "
        "{count} days ago, on {day}"
    ),
    "person": "{name}, {name}, {name}, {kin}, {staff}",
    "people": "{name} and {name}, {name} and {kin}, the children, our friends",
    "object": (
        "the {colour} {thing}, the {adjective} {thing}, a {colour} {thing}, my {thing}, a "
        "{adjective} {thing}, the {things}, {count} {things}, the {adjective} {colour} {thing}, "
        "{person}'s {thing}"
    ),
    "food": ("{count} {fruit}, some {mass}, some {mass} and {mass}, the {fruit}, {mass} with {fruit}, fresh {fruit}"),
    "document": (
        "the {text}, a {text}, the {text} about {person}, the {adjective} {text}, your {text}, the {month} {text}"
    ),
    "there": "to {place}, to {city}, home, to {person}'s house",
    "where": "at {place}, in {city}, at home, near {place}",
    "act": (
        "call {person} {when}, send {document} to {person}, buy {food}, buy {object}, bring "
        "{object} to {person}, put {object} {on}, turn on {device}, turn off {device}, write "
        "{document}, read {document}, meet {person} {where}, drive {person} {there}, go {there} "
        "{when}, cook {food} for {person}, clean {object}, find {object}, ask {person} about "
        "{document}, wait for {person} {where}, help {person} {when}, visit {person} {when}, sell "
        "{object} {when}, wash {object}, pay {person} {when}, feed the {animal} {when}, open "
        "{object}, close {object}, carry {object} {there}"
    ),
    "did": (
        "called {person} {past}, sent {document} to {person}, bought {food} {past}, brought "
        "{object} {there}, wrote {document} {past}, read {document} {past}, met {person} {where}, "
        "drove {there} {past}, went {there} {past}, cooked {food} {past}, cleaned {object} {past}, "
        "found {object} {where}, lost {object} {where}, asked {person} about {document}, saw "
        "{person} {where}, saw a {colour} {animal} {where}, sold {object} {past}, painted {object} "
        "{colour}, paid {person} {past}, forgot {object} {where}, left {object} {on}, helped "
        "{person} {past}, took {object} {there}, gave {person} {object}, liked {person}'s {text}"
    ),
    "who": "I, you, we, they, he, she, {person}, {people}, {person}",
    "group": "I, you, we, they, {people}",
    "modal_not": "will not, cannot, must not, should not, won't, don't want to",
    "modal": "will, can, must, should, may, would like to, could",
    "opening": "Dear {name}, Hello {name}, Good morning {name}, Good evening {name}, Hi {name}",
    "closing": "Best wishes, Kind regards, Many thanks, See you {when}, Talk to you {when}",
}

_SENTENCES = """
Please {act}.
{name}, please {act}.
{act}, please.
{act}.
Could you {act}?
Can you {act}, please?
Would you {act}?
Do not forget to {act}.
Remember to {act}.
Don't {act}.
I want to {act}.
I have to {act}.
We need to {act}.
We are going to {act}.
I'm going to {act}.
I'd like to {act}.
It's time to {act}.
{who} {modal} {act}.
{who} {modal} {act}.
{who} {modal} {act}.
{group} {modal_not} {act}.
{who} {did}.
{who} {did}.
{who} {did}.
{who} {did}.
{who} {did}, and {who} {did}.
{when}, {who} will {act}.
{past}, {who} {did}.
Did {person} {act}?
Will {person} {act}?
Should we {act}?
When will {person} {act}?
Why should {person} {act}?
Where did {person} put {object}?
Who will {act}?
Where is {object}?
Where is {person} {when}?
How is {person} today?
How much is {object}?
How many {things} are there {on}?
What is {on}?
Is {person} {mood}?
Are {people} {mood} {when}?
{person} is {mood} and {mood}.
{person} is very {mood} today.
{people} are {mood} {when}.
{person} was {mood} {past}.
I am {mood}, thank you.
{object} was {on}.
There is a {colour} {thing} {on}.
There are {count} {things} {on}.
There are {count} {adjective} {things} {where}.
{person} has {count} {things}.
{person} has a {adjective} {thing} and a {thing}.
I have a meeting with {person} {when}.
I have an appointment {when} with {person}.
The meeting is at {hour} o'clock {where}.
The meeting with {person} is on {day}.
The train to {city} leaves at {hour} o'clock.
It is {hour} o'clock on {day}.
It is {weather} and {weather} in {city}.
It was {weather} in {city} {past}.
It will be {weather} {when}.
Today is the {ordinal} of {month}.
{person}'s birthday is on the {ordinal} of {month}.
The {text} is from the {ordinal} of {month}.
The {animal} is {where}.
The {colour} {animal} is {mood}.
My {thing} is {colour} and {adjective}.
Is the {thing} {adjective} or {adjective}?
The {adjective} {thing} is {colour}.
The number is {hour} {count} {hour} {count}.
Page {count}, line {hour}, the {text}.
{mass}, {mass}, {fruit} and {fruit}.
We need {food} and {food}.
{opening}, thank you for {document}.
{opening}, how are you?
Thank you for {document}, {name}.
Thanks for the {things}, {name}.
Yes, {who} {did}.
No, {who} did not {act}.
Yes, we can {act}.
{closing}, {name}.
Sorry, I am late for {person}.
"""

_TEMPLATES = _SENTENCES.strip().splitlines()
_CHOICES = {name: [choice.strip() for choice in text.split(",")] for name, text in _LISTS.items()}


def sentences(count: int, seed: int, *, held_out: bool = False) -> list[str]:
    """`count` different sentences, the same for the same seed; all held out, or none of them."""
    chance = random.Random(seed)
    found: dict[str, str] = {}
    while len(found) < count:
        sentence = _make(chance)
        if is_held_out(sentence) == held_out and 3 <= len(sentence.split()) <= 9:
            found.setdefault(normalise(sentence), sentence)
    return list(found.values())


def vocabulary() -> set[str]:
    """Every word that a sentence can hold, in lower case."""
    texts = [*_TEMPLATES, *(choice for choices in _CHOICES.values() for choice in choices)]
    words = {word for text in texts for word in words_of(_SLOT.sub(" ", text))} - {"s"} | {"an"}
    owners = [words_of(owner)[-1] for name in ("name", "kin", "staff") for owner in _CHOICES[name]]
    return words | {f"{owner}'s" for owner in owners}


def _make(chance: random.Random) -> str:
    text = _fill(chance.choice(_TEMPLATES), chance)
    text = _VOWEL_AFTER_A.sub(r"\1n ", text)
    return text[0].upper() + text[1:]


def _fill(template: str, chance: random.Random) -> str:
    return _SLOT.sub(lambda slot: _fill(chance.choice(_CHOICES[slot[1]]), chance), template)
