"""The rules of a session, against a server that is played by the test."""

import asyncio

import pytest
import zmq
import zmq.asyncio
from lyre.rpc.v1 import frame_pb2 as wire
from lyre.rpc.v1.health_pb2 import HealthReply, HealthRequest
from lyre_client import Code, Method, RPCError, Session, check_health
from lyre_client.keepalive import Keepalive
from lyre_client.services import converse
from server import with_server

ECHO = Method("Test/Echo", HealthRequest, HealthReply)
NO_MESSAGE = {"no_message": True}


def request(size=64):
    """A message that costs `size` bytes of credit: 64, or 195 and more."""
    return HealthRequest(service="x" * max(0, size - 67))


@with_server
async def test_handshake_and_a_unary_call(server):
    welcomed = asyncio.create_task(server.welcome())
    async with await Session.connect(server.endpoint, "Health") as session:
        hello = await welcomed
        assert (hello.lowest_version, hello.highest_version, hello.service) == (1, 1, "Health")
        assert (hello.stream_window, hello.connection_window) == (256 << 10, 4 << 20)
        assert session.server.instance == "test"
        asked = asyncio.create_task(check_health(session, "Speech", timeout=60))
        frame, payload = await server.receive(wire.KIND_OPEN)
        assert (frame.stream, frame.end, frame.no_message) == (1, True, False)
        assert frame.open.method == "Health/Check"
        assert 0 < frame.open.timeout_ms <= 60_000
        assert HealthRequest.FromString(payload).service == "Speech"
        await server.send(
            wire.KIND_STATUS, HealthReply(status=HealthReply.NOT_SERVING).SerializeToString(),
            stream=1)
        assert await asked == "NOT_SERVING"
    # It says good-bye.
    await server.receive(wire.KIND_GOAWAY)


@with_server
async def test_a_status_tells_all(server):
    async with server.client() as session:
        asked = asyncio.create_task(session.unary(ECHO, request()))
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_STATUS, stream=1, no_message=True, status=wire.Status(
            code=8, message="no room", reason="full", never_started=True, retry_after_ms=250))
        with pytest.raises(RPCError) as caught:
            await asked
        error = caught.value
        assert (error.code, error.message, error.reason) == (
            Code.RESOURCE_EXHAUSTED, "no room", "full")
        assert (error.never_started, error.retry_after) == (True, 0.25)
        assert str(error) == "no room (RESOURCE_EXHAUSTED, full); try again in 0.25 s"
        # A code that nobody knows yet.
        asked = asyncio.create_task(session.unary(ECHO, request()))
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_STATUS, stream=2, no_message=True, status=wire.Status(code=99))
        with pytest.raises(RPCError) as caught:
            await asked
        assert caught.value.code == Code.UNKNOWN


@with_server
async def test_a_deadline_cancels(server):
    async with server.client() as session:
        with pytest.raises(RPCError) as caught:
            await session.unary(ECHO, request(), timeout=0.02)
        assert (caught.value.code, caught.value.reason) == (Code.DEADLINE_EXCEEDED, "deadline")
        await server.receive(wire.KIND_OPEN)
        assert (await server.receive(wire.KIND_CANCEL))[0].stream == 1


@with_server
async def test_leaving_a_call_cancels_it(server):
    async with server.client() as session:
        async with session.call(ECHO) as call:
            await call.send(request())
        await server.receive(wire.KIND_OPEN)
        await server.receive(wire.KIND_CANCEL)
        # What crossed with the CANCEL is dropped; the session goes on.
        await server.send(wire.KIND_DATA, stream=1)
        await server.send(wire.KIND_STATUS, stream=1, status=wire.Status(code=1), **NO_MESSAGE)
        # So does a task that is cancelled.
        task = asyncio.create_task(session.unary(ECHO, request()))
        await server.receive(wire.KIND_OPEN)
        task.cancel()
        assert (await server.receive(wire.KIND_CANCEL))[0].stream == 2


@with_server
async def test_sends_wait_for_credit(server):
    async with server.client(stream_window=1000, connection_window=1500) as session:
        first, second = session.call(ECHO), session.call(ECHO)
        await first.send(request(600))
        await first.send(request(600))  # below zero
        third = asyncio.create_task(first.send(request(600)))
        # 300 bytes of the connection are left; then a call waits that was not opened yet.
        await second.send(request(400))
        waiting = asyncio.create_task(session.unary(ECHO, request()))
        for kind in (wire.KIND_OPEN, wire.KIND_DATA, wire.KIND_OPEN):
            await server.receive(kind)
        await server.send(wire.KIND_CREDIT, stream=1, credit=wire.Credit(bytes=900))
        await server.send(wire.KIND_PING, nonce=7)
        # Nothing but the answer: the connection has none.
        assert (await server.receive(wire.KIND_PONG))[0].nonce == 7
        assert not third.done() and not waiting.done()
        await server.send(wire.KIND_CREDIT, credit=wire.Credit(bytes=1500))
        assert {(await server.receive(kind))[0].stream for kind in (
            wire.KIND_DATA, wire.KIND_OPEN)} == {1, 3}
        await third
        await server.send(wire.KIND_STATUS, stream=3)
        await waiting


@with_server
async def test_what_was_read_is_granted(server):
    payload = HealthReply(status=1).SerializeToString() + b"\x1a\x80\x80\x02" + bytes(1 << 15)
    async with server.client() as session:
        call = session.call(ECHO)
        await call.send(request(), end=True)
        await server.receive(wire.KIND_OPEN)
        for _ in range(8):
            await server.send(wire.KIND_DATA, payload, stream=1)
        for _ in range(4):
            await call.receive()
        frame, _ = await server.receive(wire.KIND_CREDIT)
        assert (frame.stream, frame.credit.bytes) == (1, 4 * (len(payload) + 64))
        # Behind the end the connection's credit goes on, the stream's does not.
        await server.send(wire.KIND_STATUS, stream=1, **NO_MESSAGE)
        await server.send(wire.KIND_PING)
        await server.receive(wire.KIND_PONG)
        assert len([reply async for reply in call]) == 4
        for stream in range(2, 10):
            task = asyncio.create_task(session.unary(ECHO, request()))
            await server.receive(wire.KIND_OPEN)
            await server.send(wire.KIND_STATUS, payload * 8, stream=stream)
            await task
            if stream == 8:
                frame, _ = await server.receive(wire.KIND_CREDIT)
                assert frame.stream == 0 and frame.credit.bytes >= 2 << 20


@with_server
async def test_a_server_that_sends_beyond_its_credit_is_reset(server):
    async with server.client() as session:
        call = session.call(ECHO)
        await call.send(request())
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_DATA, bytes(256 << 10), stream=1)
        await server.send(wire.KIND_DATA, stream=1)
        frame, _ = await server.receive(wire.KIND_RESET)
        assert frame.reset.reason == "more bytes came than stream 1 had credit for"


@with_server
async def test_a_missing_frame_is_data_loss(server):
    async with server.client() as session:
        asked = asyncio.create_task(session.unary(ECHO, request()))
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_STATUS, stream=1, skip=1)
        with pytest.raises(RPCError) as caught:
            await asked
        assert (caught.value.code, caught.value.reason) == (Code.DATA_LOSS, "missing_frame")
        frame, _ = await server.receive(wire.KIND_RESET)
        assert frame.reset.reason == "a frame is missing before number 2"
        with pytest.raises(RPCError) as caught:
            await session.unary(ECHO, request())
        assert caught.value.never_started


@pytest.mark.parametrize("fields, reason", [
    ({"kind": wire.KIND_LOAD, "load": wire.Load(), "session": 5},
     "the frame is of another session"),
    ({"kind": wire.KIND_DATA, "stream": 9}, "stream 9 was never opened"),
    ({"kind": wire.KIND_CANCEL, "stream": 1},
     "a server sends no frame of kind 6 with such a body"),
    ({"kind": 77}, "a server sends no frame of kind 77 with such a body"),
    ({"kind": wire.KIND_WELCOME, "welcome": wire.Welcome(version=1)}, "a handshake came twice"),
])
def test_a_server_that_breaks_a_rule_is_told(fields, reason):
    @with_server
    async def body(server):
        async with server.client() as session:
            if fields["kind"] == wire.KIND_WELCOME:
                await server.send(wire.KIND_LOAD, load=wire.Load())
                server._sequence += 1
                await server._socket.send_multipart([server._peer, wire.Frame(
                    session=0x0123456789ABCDEF, sequence=2, **fields).SerializeToString(), b""])
            else:
                await server.send(**fields)
            assert (await server.receive(wire.KIND_RESET))[0].reset.reason == reason
            with pytest.raises(RPCError) as caught:
                await session.unary(ECHO, request())
            assert (caught.value.code, caught.value.reason) == (Code.INTERNAL, "violation")
    body()


@with_server
async def test_a_reset_says_why(server):
    async with server.client() as session:
        asked = asyncio.create_task(session.unary(ECHO, request()))
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_RESET, reset=wire.Reset(reason="that was one too many"))
        with pytest.raises(RPCError) as caught:
            await asked
        assert (caught.value.code, caught.value.reason) == (Code.UNAVAILABLE, "reset")
        assert caught.value.message == "the server ended the session: that was one too many"


@with_server
async def test_a_refused_handshake_says_why(server):
    connected = asyncio.create_task(Session.connect(server.endpoint))
    await server.receive(wire.KIND_HELLO)
    await server.send(wire.KIND_RESET, session=0, reset=wire.Reset(reason="not you"))
    with pytest.raises(RPCError) as caught:
        await connected
    assert (caught.value.code, caught.value.message) == (Code.FAILED_PRECONDITION, "not you")
    assert caught.value.never_started


@with_server
async def test_a_server_that_drains_lets_calls_end(server):
    async with server.client() as session:
        asked = asyncio.create_task(session.unary(ECHO, request()))
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_GOAWAY, goaway=wire.GoAway(last_stream=1, reason="bye"))
        await server.send(wire.KIND_PING, nonce=1)
        await server.receive(wire.KIND_PONG)
        assert session.is_draining
        with pytest.raises(RPCError) as caught:
            await session.unary(ECHO, request())
        assert (caught.value.reason, caught.value.never_started) == ("draining", True)
        await server.send(wire.KIND_STATUS, stream=1)
        await asked
        # It leaves with its last call.
        await server.receive(wire.KIND_GOAWAY)


@with_server
async def test_a_lost_connection_ends_calls(server):
    async with server.client() as session:
        asked = asyncio.create_task(session.unary(ECHO, request()))
        await server.receive(wire.KIND_OPEN)
        server.close()
        with pytest.raises(RPCError) as caught:
            await asked
        assert (caught.value.code, caught.value.reason) == (Code.UNAVAILABLE, "connection_lost")


@with_server
async def test_nobody_listens(server):
    endpoint = server.endpoint
    server.close()
    with pytest.raises(RPCError) as caught:
        await Session.connect(endpoint)
    assert (caught.value.reason, caught.value.never_started) == ("refused", True)


def test_what_is_no_zeromq_is_foreign():
    async def body():
        async def answer(_, writer):
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n" + bytes(100))
            writer.close()
            await writer.wait_closed()
        listener = await asyncio.start_server(answer, "127.0.0.1", 0)
        port = listener.sockets[0].getsockname()[1]
        with pytest.raises(RPCError) as caught:
            await Session.connect(f"tcp://localhost:{port}")
        assert caught.value.reason == "foreign"
        listener.close()
    asyncio.run(body())


@pytest.mark.parametrize("endpoint", ["", "tcp://127.0.0.1", "host:", "host:0", "host:70000"])
def test_what_is_no_endpoint(endpoint):
    with pytest.raises(RPCError) as caught:
        asyncio.run(Session.connect(endpoint))
    assert caught.value.code == Code.INVALID_ARGUMENT


@with_server
async def test_requests_that_fail_cancel_their_call(server):
    async def requests():
        yield request()
        raise ValueError("no text")
    async with server.client() as session:
        with pytest.raises(ValueError, match="no text"):
            async for _ in converse(session.call(ECHO), requests()):
                pass
        await server.receive(wire.KIND_OPEN)
        await server.receive(wire.KIND_CANCEL)


@with_server
async def test_a_conversation_that_waits_for_credit_hears_of_the_end(server):
    async with server.client(connection_window=1000) as session:
        first = session.call(ECHO)
        await first.send(request(1000))
        await server.receive(wire.KIND_OPEN)

        async def requests():
            yield request()
        waiting = asyncio.create_task(anext(converse(session.call(ECHO), requests())))
        await asyncio.sleep(0)
        await server.send(wire.KIND_GOAWAY, goaway=wire.GoAway(last_stream=1))
        with pytest.raises(RPCError) as caught:
            await waiting
        assert (caught.value.reason, caught.value.never_started) == ("draining", True)


@with_server
async def test_a_reply_that_is_none(server):
    async with server.client() as session:
        asked = asyncio.create_task(session.unary(ECHO, request()))
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_STATUS, b"\xff", stream=1)
        with pytest.raises(RPCError) as caught:
            await asked
        assert caught.value.reason == "bad_reply"


def test_keepalive_asks_and_gives_up():
    keepalive = Keepalive(100)
    assert keepalive.due == 102 and not keepalive.must_ask(101.9)
    assert keepalive.must_ask(102) and not keepalive.must_ask(103)
    assert keepalive.due == 104 and keepalive.must_ask(104)
    assert not keepalive.is_dead(105.9) and keepalive.is_dead(106)
    keepalive.hear(105)
    assert keepalive.due == 107 and not keepalive.is_dead(110)
