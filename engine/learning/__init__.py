"""The fast layer of learning: what corrections teach from the next utterance on, before any training.

`learn.py` derives terms and replacement rules from the corrections in the library, afresh each time, so that undoing a
correction or deleting an utterance withdraws its evidence. `fast_layer.py` puts them to use: terms to expect,
a choice among the recogniser's hypotheses, replacements. `queue.py` and `alternatives.py` make correcting quick,
`confidence.py` says what the recogniser's probabilities are worth for this user.
"""
