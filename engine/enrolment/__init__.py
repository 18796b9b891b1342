"""Enrolment: the user reads sentences, and what was read becomes training pairs.

`texts.py` knows the sentences, `choice.py` which of them to read first, `checks.py` whether a recording may count.
"""
