"""A call: messages there, messages back, and exactly one end."""

import asyncio
import collections
import math
import typing

from google.protobuf.message import DecodeError
from lyre.rpc.v1 import frame_pb2 as wire

from .connection import MAXIMUM_PAYLOAD
from .flow import STREAM_WINDOW, ReceiveWindow, SendWindow, cost
from .status import Code, RPCError


class Method(typing.NamedTuple):
    # "Service/Method", and the classes of its messages.
    name: str
    request: type
    reply: type


class Call:
    """A call of a session, which begins with its first message.

    `async with` cancels it at the end, where it has not ended by itself. One task may send while
    another one receives.
    """

    def __init__(self, session, method, timeout):
        self._session = session
        self._method = method
        # 0 until it was opened.
        self._stream = 0
        self._has_finished = False
        # None while the call lives, then an error, or True where it ended well.
        self._outcome = None
        self._inbound = collections.deque()
        self._has_changed = asyncio.Event()
        self._send_window = SendWindow(session.server.stream_window)
        self._receive_window = ReceiveWindow(STREAM_WINDOW)
        self._deadline = self._timer = None
        if timeout is not None:
            loop = asyncio.get_running_loop()
            self._deadline = loop.time() + timeout
            self._timer = loop.call_at(self._deadline, self._expire)

    async def send(self, message, end=False):
        """Sends a message as soon as there is credit for it; `end`: the last one."""
        payload = message.SerializeToString()
        if len(payload) > MAXIMUM_PAYLOAD:
            raise RPCError(
                Code.RESOURCE_EXHAUSTED, f"a message of {len(payload)} bytes exceeds 1 MiB",
                "message_too_large")
        self._check()
        while not (self._send_window.is_open and self._session.send_window.is_open):
            await self._session.until_credit_changes()
            self._check()
        self._write(payload, end)

    def finish(self):
        """No further messages will be sent. A server that has ended well need not be told."""
        if not self._has_finished and self._outcome is not True:
            self._check()
            self._write(None, end=True)

    async def receive(self):
        """The next message, or None behind the last one of a call that ended well."""
        while not self._inbound:
            if self._outcome is True:
                return None
            if self._outcome:
                raise self._outcome
            self._has_changed.clear()
            await self._has_changed.wait()
        try:
            return self._method.reply.FromString(self._read())
        except DecodeError:
            self.cancel()
            raise RPCError(
                Code.INTERNAL, f"a reply of {self._method.name} is malformed", "bad_reply"
            ) from None

    def cancel(self):
        """Gives the call up, if it has not ended."""
        self._give_up(
            RPCError(Code.CANCELLED, "the call was cancelled", "cancelled", not self._stream))

    def __aiter__(self):
        return self

    async def __anext__(self):
        message = await self.receive()
        if message is None:
            raise StopAsyncIteration
        return message

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.cancel()
        while self._inbound:
            # Nobody wants it any more; the connection's credit for it is due all the same.
            self._read()

    # What the session tells it.

    def deliver(self, payload, may_exceed):
        """Takes a message that came. False when there was no credit for it."""
        if not self._receive_window.receive(cost(payload)) and not may_exceed:
            return False
        self._inbound.append(payload)
        self._has_changed.set()
        return True

    def grant(self, count):
        self._send_window.grant(count)

    def end(self, outcome):
        if self._outcome:
            return
        self._outcome = outcome
        self._has_changed.set()
        if self._timer:
            self._timer.cancel()
        self._session.forget(self._stream)

    # Its own.

    def _check(self):
        """Throws where nothing can be sent any more."""
        if self._has_finished:
            raise RuntimeError("a message was sent behind the last one of its call")
        if self._outcome is True:
            raise RPCError(
                Code.CANCELLED, "the server has ended the call and takes no further messages",
                "ended")
        if self._outcome:
            raise self._outcome
        if not self._stream:
            try:
                self._session.check_open()
            except RPCError as error:
                # Whoever receives is told, too.
                self.end(error)
                raise

    def _write(self, payload, end):
        self._has_finished = end
        if payload is not None:
            self._send_window.spend(cost(payload))
            self._session.send_window.spend(cost(payload))
        frame = wire.Frame(kind=wire.KIND_DATA, end=end, no_message=payload is None)
        if not self._stream:
            self._stream = self._session.number(self)
            frame.kind = wire.KIND_OPEN
            frame.open.method = self._method.name
            if self._deadline is not None:
                left = self._deadline - asyncio.get_running_loop().time()
                frame.open.timeout_ms = max(1, math.ceil(left * 1000))
        frame.stream = self._stream
        self._session.transmit(frame, payload or b"")

    def _read(self):
        """Takes a message off, and grants credit: for the stream only while more may come on it."""
        payload = self._inbound.popleft()
        granted = self._receive_window.read(cost(payload))
        if granted and not self._outcome:
            self._session.transmit(wire.Frame(
                kind=wire.KIND_CREDIT, stream=self._stream, credit=wire.Credit(bytes=granted)))
        self._session.was_read(cost(payload))
        return payload

    def _expire(self):
        self._give_up(RPCError(
            Code.DEADLINE_EXCEEDED, "the call's deadline has passed", "deadline", not self._stream))

    def _give_up(self, error):
        if self._outcome:
            return
        if self._stream:
            self._session.transmit(wire.Frame(kind=wire.KIND_CANCEL, stream=self._stream))
        self.end(error)
