"""What a road to a recogniser costs, before it is taken: ``python -m trainer plan``.

shapes.py     Whisper's sizes, and the products that a second of audio takes
machines.py   how fast a machine computes them: measured here, or from a table of GPUs
roads.py      data, time, money and expected errors, from scratch and by fine-tuning
studies.py    what others measured by minutes of speech
document.py   the source document's comparison table, recomputed
command.py    the command
"""
