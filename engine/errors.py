"""What can go wrong, as the user is told it.

AttuneError                 a fault of the world: said in one line, with the remedy
├── InputError              the command, file or setting given cannot be used (exit 2)
│   ├── AudioFileError      a recording that cannot be read
│   └── ModelFolderError    a folder that is not a usable model
├── ModelError              an installed model is missing, damaged or unfit
├── DownloadError           a download that failed; what has arrived is kept
├── DeviceError             microphone or GPU missing or lost
├── SecretFieldError        text was dictated into a password field; it is neither inserted nor kept
├── StorageError            disk full, read-only or damaged
└── ChildError              a child process died or did not answer

Anything else that is raised is a defect of Attune, and is shown as one.
"""

from __future__ import annotations


class AttuneError(Exception):
    """A fault of the world: what happened and what the user can do about it."""

    exit_code = 1

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what} {remedy}".strip())
        self.what = what
        self.remedy = remedy


class InputError(AttuneError):
    """The command, file or setting given cannot be used."""

    exit_code = 2


class AudioFileError(InputError):
    """A recording that cannot be read."""


class ModelFolderError(InputError):
    """A folder that is not a usable model."""


class ModelError(AttuneError):
    """An installed model is missing, damaged or unfit for what was asked."""


class DownloadError(AttuneError):
    """A download that failed; what has arrived is kept for the next try."""


class DeviceError(AttuneError):
    """A microphone or GPU that is missing or was lost."""


class SecretFieldError(AttuneError):
    """Text was dictated into a password field; it is neither inserted nor kept, and its sound is thrown away."""


class StorageError(AttuneError):
    """The disk is full, read-only or returned damaged data."""


class DiskFullError(StorageError):
    """There is no room left on the disk, or in the user's quota."""


class ChildError(AttuneError):
    """A child process died or did not answer in time."""
