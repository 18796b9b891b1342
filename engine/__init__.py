"""Live dictation, library, models and command line: no Qt, no torch."""

import os

# onnxruntime (from 1.29 on) and huggingface_hub report to their makers unless told not to before they are loaded. Every
# process of Attune imports this package first, and its children inherit the word.
os.environ |= {"ORT_DISABLE_TELEMETRY": "1", "DO_NOT_TRACK": "1"}
# The network is used only by an explicit download, which lifts this for its own client.
os.environ.setdefault("HF_HUB_OFFLINE", "1")
