"""The socket of a session."""

import asyncio
import contextlib

import zmq
from zmq.utils.monitor import parse_monitor_message

from .status import Code, RPCError

MAXIMUM_HEADER = 4 << 10
MAXIMUM_PAYLOAD = 1 << 20

FAILURES = (zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL | zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL
            | zmq.EVENT_HANDSHAKE_FAILED_AUTH)


class Connection:
    """A DEALER socket that connects once, and its monitor, which tells how that went.

    libzmq must not connect it again: it would send old frames to whoever has the address next.
    """

    def __init__(self, address, keys):
        self._socket = zmq.Context.instance().socket(zmq.DEALER)
        self._socket.reconnect_ivl = -1
        self._socket.ipv6 = "[" in address
        self._socket.maxmsgsize = MAXIMUM_PAYLOAD
        # What waits to be sent is bounded by the server's credit, not by a number of messages.
        self._socket.sndhwm = 0
        # Milliseconds for the last words: CANCEL, GOAWAY, RESET.
        self._socket.linger = 100
        self._has_keys = keys is not None
        if keys:
            keys.apply(self._socket)
        self._is_connected = False
        self._monitor = self._socket.get_monitor_socket(
            zmq.EVENT_HANDSHAKE_SUCCEEDED | zmq.EVENT_CLOSED | zmq.EVENT_DISCONNECTED | FAILURES)
        self._has_news = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        for socket in (self._socket, self._monitor):
            self._loop.add_reader(socket.fd, self._has_news.set)
        self._socket.connect(address)

    def send(self, header, payload):
        # Where nothing can be sent the connection is lost, which the monitor tells.
        with contextlib.suppress(zmq.Again):
            self._socket.send_multipart([header, payload], zmq.NOBLOCK)
        self._look()

    async def wait(self, seconds):
        """Returns when something may have come, or after so long."""
        self._look()
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._has_news.wait(), max(0, seconds))
        self._has_news.clear()

    def _look(self):
        """libzmq's descriptors tell of news once, and whatever uses the socket may take it away."""
        if (self._socket.events | self._monitor.events) & zmq.POLLIN:
            self._has_news.set()

    def message(self):
        """The parts of a message that has come, or None."""
        return receive_now(self._socket)

    def failure(self):
        """Why there is no connection any more, or None; what came before it counts."""
        while parts := receive_now(self._monitor):
            event = parse_monitor_message(parts)["event"]
            if event != zmq.EVENT_HANDSHAKE_SUCCEEDED:
                return self._error(event)
            self._is_connected = True
        return None

    def _error(self, event):
        if self._is_connected:
            return RPCError(Code.UNAVAILABLE, "the connection was lost", "connection_lost")
        if event == zmq.EVENT_CLOSED:
            return RPCError(
                Code.UNAVAILABLE, "nobody listens there", "refused", never_started=True)
        if event == zmq.EVENT_HANDSHAKE_FAILED_AUTH:
            return unauthenticated("the server does not allow this key")
        if self._has_keys:
            return unauthenticated(
                "the server has another public key than this one, or asks for none")
        if event == zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL:
            return unauthenticated("the server asks for keys")
        return foreign()

    def close(self):
        for socket in (self._socket, self._monitor):
            self._loop.remove_reader(socket.fd)
        self._socket.disable_monitor()
        self._monitor.close(0)
        self._socket.close()


def unauthenticated(message):
    return RPCError(Code.UNAUTHENTICATED, message, "keys", never_started=True)


def foreign():
    return RPCError(
        Code.FAILED_PRECONDITION, "what answers there is no Lyre server", "foreign",
        never_started=True)


def receive_now(socket):
    try:
        return socket.recv_multipart(zmq.NOBLOCK)
    except zmq.Again:
        return None


async def resolve(endpoint):
    """An endpoint with a number as its host: libzmq's own look-up stops its thread for seconds."""
    host, _, port = endpoint.removeprefix("tcp://").rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise RPCError(
            Code.INVALID_ARGUMENT, f"'{endpoint}' is no endpoint such as tcp://127.0.0.1:7100",
            "address", never_started=True)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host.strip("[]"), int(port))
    except OSError as error:
        raise RPCError(
            Code.UNAVAILABLE, f"the host '{host}' is not known: {error.strerror}", "dns",
            never_started=True) from None
    number = found[0][4][0]
    return f"tcp://[{number}]:{port}" if ":" in number else f"tcp://{number}:{port}"
