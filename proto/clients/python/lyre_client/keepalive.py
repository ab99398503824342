"""When a silent server is asked whether it lives, and when it counts as dead. Times in seconds."""

PING_INTERVAL = 2
DEAD_AFTER = 6


class Keepalive:
    def __init__(self, now):
        self._heard = self._asked = now

    def hear(self, now):
        """Any frame is a sign of life."""
        self._heard = now

    def is_dead(self, now):
        return now - self._heard >= DEAD_AFTER

    def must_ask(self, now):
        """True when a PING is due; it counts as sent then."""
        if now - max(self._heard, self._asked) < PING_INTERVAL:
            return False
        self._asked = now
        return True

    @property
    def due(self):
        """When to look again."""
        return min(max(self._heard, self._asked) + PING_INTERVAL, self._heard + DEAD_AFTER)
