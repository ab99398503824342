"""How calls end."""

import enum


class Code(enum.IntEnum):
    """gRPC's codes."""

    OK = 0
    CANCELLED = 1
    UNKNOWN = 2
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    PERMISSION_DENIED = 7
    RESOURCE_EXHAUSTED = 8
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14
    DATA_LOSS = 15
    UNAUTHENTICATED = 16

    @classmethod
    def _missing_(cls, value):
        return cls.UNKNOWN


class RPCError(Exception):
    """A call, or a whole session, that did not end well."""

    def __init__(self, code, message, reason="", never_started=False, retry_after=None):
        super().__init__(code, message, reason, never_started, retry_after)
        self.code = code
        # One sentence for a person, and a word for programs.
        self.message = message
        self.reason = reason
        # The call had no effect: it may be sent again, elsewhere if possible,
        self.never_started = never_started
        # after so many seconds, where the server said so.
        self.retry_after = retry_after

    @classmethod
    def of(cls, status):
        """The error that a STATUS, lyre.rpc.v1.Status, tells of."""
        return cls(
            Code(status.code), status.message, status.reason, status.never_started,
            status.retry_after_ms / 1000 if status.retry_after_ms else None)

    def __str__(self):
        reason = f", {self.reason}" if self.reason else ""
        retry = "" if self.retry_after is None else f"; try again in {self.retry_after:g} s"
        return f"{self.message} ({self.code.name}{reason}){retry}"
