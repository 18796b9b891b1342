"""Training from scratch: how the starter model is made, from nothing to a model folder.

recipe     what is trained on what, in one frozen dataclass
corpus     sentences spoken by synthetic voices, on disk in shards
tokens     byte-level BPE with Whisper's special tokens
examples   clips composed into training examples: packed, silent, with context, with timestamps
model      Whisper's architecture with a CTC head on the encoder
train      the loop, resumable
publish    checkpoint, conversion, card
"""
