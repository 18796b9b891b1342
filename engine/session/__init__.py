"""Live dictation end to end: microphone, spool, voice detector, policy, recogniser, formatter, target, library.

`Session` wires them and owns their threads; what the others do stands in its docstring.
"""
