"""The report as one page that needs nothing else: no script, no address, no other file."""

from trainer.report_page.page import render

__all__ = ["render"]
