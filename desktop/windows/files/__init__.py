"""Recordings and films transcribed: dropped, followed, edited, written in other forms, kept."""
