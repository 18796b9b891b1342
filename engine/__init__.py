"""Live dictation, library, models and command line: no Qt, no torch."""

import os

# onnxruntime reports to its maker from 1.29 on, unless it is told not to before it is loaded. Every process of Attune
# imports this package first, and the children of each inherit the word.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
