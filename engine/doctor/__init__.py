"""What works on this machine and what to do about the rest: one small function for each thing looked at."""

from engine.doctor.check import Check, State
from engine.doctor.examination import examine

__all__ = ["Check", "State", "examine"]
