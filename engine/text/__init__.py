"""From words to written text: formatting, spoken commands, vocabulary.

How a hypothesis becomes text (`formatter.py`), one stage a module, each a pure function over tokens:

1. safety      Control, invisible and direction-changing characters go; what is left is words and spaces.
               First, so that no later stage has to think of them; the stages after it can only add
               characters from tables, commands and the user's own snippets.
2. tokens      Words and marks, so that rules look at words and never at raw text.
3. snippets    The user's own phrases come first: whoever defines "comma clause" means it.
4. addresses   E-mail and web addresses, before commands: "slash" and "dash" mean another thing in them.
5. commands    Spoken punctuation, layout, case and editing; `guards.py` tells a command from the same word
               in ordinary speech. Numbers are found before, so that the German "drei Komma vier" keeps
               its decimal comma, and words after "literal" are closed to all later stages.
6. normalise   Numbers, dates, times, money, units. After commands, so that a spoken mark or line break
               parts two numbers.
7. marks       Spoken punctuation against what the recogniser wrote in the same place.
8. casing      After the marks are settled, because they decide where sentences begin.
9. layout      Spaces between neighbours, and towards the text before the cursor.

The words of a language are data (`resources/formatting/LANGUAGE.json`, read by `tables.py`); numbers are
read by text2num and written with CLDR's separators from Babel. Both libraries load when the first
`Formatter` is made or used, not at import. Every rule has a switch in `rules.py`.
"""
