"""A session with a server: handshake, numbers, credit, signs of life, and the calls."""

import asyncio
import copy

from google.protobuf.message import DecodeError
from lyre.rpc.v1 import frame_pb2 as wire

from .call import Call
from .connection import MAXIMUM_HEADER, MAXIMUM_PAYLOAD, Connection, foreign, resolve
from .flow import CONNECTION_WINDOW, STREAM_WINDOW, ReceiveWindow, SendWindow, cost
from .keepalive import Keepalive
from .status import Code, RPCError

HANDSHAKE_TIMEOUT = 5
LAST_STREAM = 1 << 31

# What a server sends, and the bodies that belong to it.
BODIES = {
    wire.KIND_WELCOME: {"welcome"}, wire.KIND_DATA: {None}, wire.KIND_STATUS: {None, "status"},
    wire.KIND_CREDIT: {"credit"}, wire.KIND_PING: {None, "nonce"}, wire.KIND_PONG: {None, "nonce"},
    wire.KIND_GOAWAY: {"goaway"}, wire.KIND_LOAD: {"load"}, wire.KIND_RESET: {None, "reset"}}


class Session:
    """One connection to a server: `async with await Session.connect(endpoint) as session`.

    It never connects again by itself. Once it has ended all its calls fail with the reason, and a
    client that goes on makes a new session.
    """

    def __init__(self, connection):
        self._connection = connection
        self._welcome = asyncio.get_running_loop().create_future()
        self._keepalive = Keepalive(now())
        self._id = 0
        self._sent = self._received = 0
        self._calls = {}
        self._last_stream = 0
        self._error = None
        self._credit_has_changed = asyncio.Event()
        self._receive_window = ReceiveWindow(CONNECTION_WINDOW)
        self.send_window = SendWindow(0)
        # What the server said of itself, lyre.rpc.v1.Welcome, and how busy it is, lyre.rpc.v1.Load.
        self.server = wire.Welcome()
        self.load = wire.Load()
        # It takes no further calls: make them elsewhere.
        self.is_draining = False

    @classmethod
    async def connect(cls, endpoint, service="", keys=None, client="lyre_client for Python"):
        """Connects to an endpoint such as tcp://127.0.0.1:7100; `service`: what it has to offer."""
        session = cls(Connection(await resolve(endpoint), keys))
        session._runner = asyncio.create_task(session._run())
        session.transmit(wire.Frame(kind=wire.KIND_HELLO, hello=wire.Hello(
            lowest_version=1, highest_version=1, service=service, client=client,
            stream_window=STREAM_WINDOW, connection_window=CONNECTION_WINDOW)))
        try:
            await asyncio.wait_for(asyncio.shield(session._welcome), HANDSHAKE_TIMEOUT)
        except asyncio.TimeoutError:
            error = RPCError(
                Code.UNAVAILABLE, "the peer did not answer within 5 seconds: is it a Lyre server?",
                "handshake_timeout", never_started=True)
            session._end(error)
            raise error from None
        except BaseException:
            session.close()
            raise
        return session

    def call(self, method, timeout=None):
        """A new call; `timeout`: seconds until its deadline."""
        return Call(self, method, timeout)

    async def unary(self, method, request, timeout=None):
        """One message there, one back."""
        async with self.call(method, timeout) as call:
            await call.send(request, end=True)
            reply = await call.receive()
        if reply is None:
            raise RPCError(
                Code.INTERNAL, "the server ended the call without a reply", "bad_reply")
        return reply

    def close(self):
        """Leaves: calls that have not ended are cancelled."""
        for call in list(self._calls.values()):
            call.cancel()
        if self._id:
            self.transmit(wire.Frame(
                kind=wire.KIND_GOAWAY, goaway=wire.GoAway(reason="the client has finished")))
        self._end(draining() if self.is_draining else RPCError(
            Code.CANCELLED, "the session was closed", "shutdown"))

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.close()

    # What calls ask of it.

    def check_open(self):
        """Throws where no call can be opened any more."""
        if self._error:
            error = copy.copy(self._error)
            error.never_started = True
            raise error
        if self.is_draining or self._last_stream == LAST_STREAM:
            raise draining()

    def number(self, call):
        """The stream of a call that is being opened."""
        self._last_stream += 1
        self._calls[self._last_stream] = call
        return self._last_stream

    def forget(self, stream):
        self._calls.pop(stream, None)
        # A call that waits for credit looks whether it was the one that ended.
        self._credit_has_changed.set()
        self._leave_if_drained()

    async def until_credit_changes(self):
        self._credit_has_changed.clear()
        await self._credit_has_changed.wait()

    def was_read(self, count):
        if granted := self._receive_window.read(count):
            self.transmit(wire.Frame(kind=wire.KIND_CREDIT, credit=wire.Credit(bytes=granted)))

    def transmit(self, frame, payload=b""):
        """Numbers a frame and sends it; HELLO and RESET have no number."""
        if self._error:
            return
        frame.session = self._id
        if frame.kind not in (wire.KIND_HELLO, wire.KIND_RESET):
            self._sent += 1
            frame.sequence = self._sent
        self._connection.send(frame.SerializeToString(), payload)

    # What comes.

    async def _run(self):
        try:
            while not self._error:
                await self._connection.wait(
                    self._keepalive.due - now() if self._id else HANDSHAKE_TIMEOUT)
                # First what has come: it counts even if the connection is lost by now, and it may
                # have waited while this program was busy with something else.
                while not self._error and (parts := self._connection.message()):
                    self._receive(parts)
                if not self._error and (failure := self._connection.failure()):
                    self._end(failure)
                if self._id:
                    self._keep_alive()
        finally:
            self._end(RPCError(Code.CANCELLED, "the session's task has ended", "shutdown"))

    def _receive(self, parts):
        self._keepalive.hear(now())
        if len(parts) == 3 and not parts[0]:
            # The delimiter of a server with a REP socket.
            parts = parts[1:]
        if len(parts) != 2 or len(parts[0]) > MAXIMUM_HEADER or len(parts[1]) > MAXIMUM_PAYLOAD:
            return self._end(foreign())
        try:
            frame = wire.Frame.FromString(parts[0])
        except DecodeError:
            return self._end(foreign())
        if frame.WhichOneof("body") not in BODIES.get(frame.kind, ()):
            return self._violate(f"a server sends no frame of kind {frame.kind} with such a body")
        if frame.kind == wire.KIND_RESET:
            return self._take_reset(frame.reset.reason)
        if not self._id:
            return self._take_welcome(frame)
        if frame.session != self._id:
            return self._violate("the frame is of another session")
        if frame.sequence != self._received + 1:
            return self._lose(f"a frame is missing before number {frame.sequence}")
        self._received = frame.sequence
        self._take(frame, parts[1])

    def _take_reset(self, reason):
        if self._id:
            error = RPCError(Code.UNAVAILABLE, f"the server ended the session: {reason}", "reset")
        else:
            error = RPCError(Code.FAILED_PRECONDITION, reason, "refused", never_started=True)
        self._end(error)

    def _take_welcome(self, frame):
        if frame.kind != wire.KIND_WELCOME or not frame.session or frame.welcome.version != 1:
            return self._violate("a session begins with a WELCOME of version 1")
        self._id = frame.session
        self.server = frame.welcome
        self.send_window = SendWindow(frame.welcome.connection_window)
        self._welcome.set_result(None)

    def _take(self, frame, payload):
        if frame.kind in (wire.KIND_DATA, wire.KIND_STATUS):
            self._take_message(frame, None if frame.no_message else payload)
        elif frame.kind == wire.KIND_CREDIT:
            if not frame.stream:
                self.send_window.grant(frame.credit.bytes)
            elif frame.stream in self._calls:
                self._calls[frame.stream].grant(frame.credit.bytes)
            self._credit_has_changed.set()
        elif frame.kind == wire.KIND_PING:
            self.transmit(wire.Frame(kind=wire.KIND_PONG, nonce=frame.nonce))
        elif frame.kind == wire.KIND_LOAD:
            self.load = frame.load
        elif frame.kind == wire.KIND_GOAWAY:
            self.is_draining = True
            self._credit_has_changed.set()
            self._leave_if_drained()
        elif frame.kind == wire.KIND_WELCOME:
            self._violate("a handshake came twice")

    def _take_message(self, frame, payload):
        """DATA or STATUS: a message, the end of a call, or both."""
        if not 0 < frame.stream <= self._last_stream:
            return self._violate(f"stream {frame.stream} was never opened")
        call = self._calls.get(frame.stream)
        # A reply with STATUS does not wait for credit.
        is_status = frame.kind == wire.KIND_STATUS
        if payload is not None:
            if not self._receive_window.receive(cost(payload)) and not is_status:
                return self._violate("more bytes came than the connection had credit for")
            if not call:
                # It crossed with the end of its call.
                self.was_read(cost(payload))
            elif not call.deliver(payload, may_exceed=is_status):
                return self._violate(f"more bytes came than stream {frame.stream} had credit for")
        if call and is_status:
            call.end(RPCError.of(frame.status) if frame.status.code else True)

    def _keep_alive(self):
        if self._keepalive.is_dead(now()):
            self._end(RPCError(
                Code.UNAVAILABLE, "the server has been silent for 6 seconds", "silent"))
        elif self._keepalive.must_ask(now()):
            self.transmit(wire.Frame(kind=wire.KIND_PING, nonce=self._sent))

    # The end.

    def _leave_if_drained(self):
        if self.is_draining and not self._calls and not self._error:
            self.close()

    def _violate(self, reason):
        """The server broke a rule: tells it which, and ends."""
        self.transmit(wire.Frame(kind=wire.KIND_RESET, reset=wire.Reset(reason=reason)))
        self._end(RPCError(
            Code.INTERNAL, f"the server broke the protocol: {reason}", "violation"))

    def _lose(self, reason):
        self.transmit(wire.Frame(kind=wire.KIND_RESET, reset=wire.Reset(reason=reason)))
        self._end(RPCError(Code.DATA_LOSS, reason, "missing_frame"))

    def _end(self, error):
        if self._error:
            return
        self._error = error
        for call in list(self._calls.values()):
            call.end(error)
        self._credit_has_changed.set()
        if not self._welcome.done():
            self._welcome.set_exception(error)
            # connect() may have given up before; the error is not lost then.
            self._welcome.exception()
        self._connection.close()


def now():
    return asyncio.get_running_loop().time()


def draining():
    return RPCError(
        Code.UNAVAILABLE, "the server is shutting down", "draining", never_started=True)
