"""Training from scratch beside fine-tuning, on the same speech, measured: ``python -m trainer compare``.

material.py   the speech to learn from and the sets to test on
arms.py       what is compared, and how each is trained
cell.py       one arm with one amount of speech and one seed: trained, and read on every set
figures.py    means and intervals over the seeds
verdicts.py   the claims that are put to the test, and what became of each
page.py       the table, the plots and the page
command.py    all cells in turn, each kept as soon as it is done
"""
