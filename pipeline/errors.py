"""Errors that are told to a person in one sentence. Anything else that is raised is a fault of ours."""

from __future__ import annotations


class UsageError(Exception):
    """Something the user gave cannot be used; the message says what, where and what to do. Exit status 2."""
