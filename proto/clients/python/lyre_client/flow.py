"""Credit: what either side may still send. A message costs its bytes and 64 more."""

STREAM_WINDOW = 256 << 10
CONNECTION_WINDOW = 4 << 20


def cost(payload):
    return len(payload) + 64


class SendWindow:
    """What may be sent before the peer grants more."""

    def __init__(self, size):
        self._size = self._balance = size

    @property
    def is_open(self):
        return self._balance > 0

    def spend(self, count):
        """The last message may take it below zero."""
        self._balance -= count

    def grant(self, count):
        self._balance = min(self._balance + count, self._size)


class ReceiveWindow:
    """What the peer may send, and what it is to be granted."""

    def __init__(self, size):
        self._size = self._balance = size
        self._read = 0

    def receive(self, count):
        """False when the peer had no credit left to send this."""
        allowed = self._balance > 0
        self._balance -= count
        return allowed

    def read(self, count):
        """The credit to grant now: nothing until half of the window was read."""
        self._read += count
        if self._read < self._size // 2:
            return 0
        granted, self._read = self._read, 0
        self._balance += granted
        return granted
