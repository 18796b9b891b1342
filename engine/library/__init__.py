"""The library: what was said, as sound and text, what was corrected, and what of it trains a model.

`library.py` opens it (`Library`); `entities.py` and `records.py` are what it holds and hands out.
"""
