"""What works on this machine: `attune doctor` as a page."""
