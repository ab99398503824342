"""A server that does what a test says, frame by frame."""

import asyncio
import contextlib
import functools

import zmq
import zmq.asyncio
import zmq.utils.z85
from lyre.rpc.v1 import frame_pb2 as wire
from lyre_client import Session

SESSION = 0x0123456789ABCDEF


class Server:
    def __init__(self, secret=None):
        self._socket = zmq.asyncio.Context.instance().socket(zmq.ROUTER)
        self._socket.linger = 0
        if secret:
            self._socket.curve_server = True
            self._socket.curve_secretkey = secret
        self.endpoint = f"tcp://127.0.0.1:{self._socket.bind_to_random_port('tcp://127.0.0.1')}"
        self._peer = None
        self.begin_again()

    def begin_again(self):
        """Another client will come."""
        self._sequence = self._last = 0

    async def receive(self, kind):
        """The next frame, which has to be of a kind and well numbered, and its payload."""
        while True:
            self._peer, header, payload = await self._socket.recv_multipart()
            frame = wire.Frame.FromString(header)
            if frame.kind not in (wire.KIND_HELLO, wire.KIND_RESET):
                self._last += 1
                assert (frame.session, frame.sequence) == (SESSION, self._last)
            if frame.kind == wire.KIND_PING != kind:
                # On a busy machine the client may have had to wait.
                await self.send(wire.KIND_PONG, nonce=frame.nonce)
                continue
            assert frame.kind == kind, frame
            return frame, payload

    async def send(self, kind, payload=b"", skip=0, session=SESSION, **fields):
        """Sends a frame; `skip`: leaves out so many numbers before it."""
        frame = wire.Frame(kind=kind, session=session, **fields)
        if kind != wire.KIND_WELCOME:
            self._sequence += 1 + skip
            frame.sequence = self._sequence
        await self._socket.send_multipart([self._peer, frame.SerializeToString(), payload])

    async def welcome(self, stream_window=256 << 10, connection_window=4 << 20):
        hello, _ = await self.receive(wire.KIND_HELLO)
        await self.send(wire.KIND_WELCOME, welcome=wire.Welcome(
            version=1, instance="test", stream_window=stream_window,
            connection_window=connection_window))
        return hello.hello

    @contextlib.asynccontextmanager
    async def client(self, keys=None, **windows):
        """A client's session with this server."""
        welcomed = asyncio.create_task(self.welcome(**windows))
        async with await Session.connect(self.endpoint, "Test", keys) as session:
            await welcomed
            yield session

    def close(self):
        self._socket.close(0)


@contextlib.asynccontextmanager
async def guarded(secret, allowed):
    """A server with CURVE, whose ZAP handler lets in whoever has the `allowed` public key."""
    zap = zmq.asyncio.Context.instance().socket(zmq.REP)
    zap.linger = 0
    zap.bind("inproc://zeromq.zap.01")

    async def answer():
        while True:
            version, request, *_, key = await zap.recv_multipart()
            code = b"200" if zmq.utils.z85.encode(key) == allowed else b"400"
            await zap.send_multipart([version, request, code, b"", b"", b""])

    answering = asyncio.create_task(answer())
    server = Server(secret)
    try:
        yield server
    finally:
        server.close()
        answering.cancel()
        # Closing takes a while, and the next test needs the address.
        zap.unbind("inproc://zeromq.zap.01")
        zap.close()


def with_server(test):
    """Runs a test, an asynchronous function of a server."""
    @functools.wraps(test)
    def run():
        async def body():
            server = Server()
            try:
                await asyncio.wait_for(test(server), 30)
            finally:
                server.close()
        asyncio.run(body())
    # pytest would take the server for a fixture.
    del run.__wrapped__
    return run
