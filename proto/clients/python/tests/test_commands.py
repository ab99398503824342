"""The clients' programs, all of them, against a server that is played by the test."""

import asyncio
import contextlib
import pathlib
import signal
import sys
import wave

import pytest
from lyre.rpc.v1 import frame_pb2 as wire
from lyre.rpc.v1.health_pb2 import HealthReply
from lyre.speech.v1 import decoder_pb2, speech_pb2
from server import guarded, with_server

CLIENTS = pathlib.Path(__file__).parents[2]
CPP = CLIENTS / "cpp/build/lyre-client"
COMMANDS = [
    pytest.param([sys.executable, "-m", "lyre_client"], id="python"),
    pytest.param([str(CPP)], id="cpp", marks=pytest.mark.skipif(
        not CPP.exists(), reason="run 'make' in proto/clients/cpp first"))]
each_client = pytest.mark.parametrize("command", COMMANDS)
SERVING = HealthReply(status=HealthReply.SERVING).SerializeToString()


@contextlib.asynccontextmanager
async def running(command, *words, text=b""):
    process = await asyncio.create_subprocess_exec(
        *command, *map(str, words), cwd=CLIENTS / "python", stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    process.stdin.write(text)
    process.stdin.write_eof()
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()


async def end(process):
    """What it leaves: its exit code, and what it has written."""
    output, errors = await process.communicate()
    return process.returncode, (output + errors).decode()


def served(test):
    """A test for each client, an asynchronous function of a server, a command and a folder."""
    @each_client
    def run(command, tmp_path):
        @with_server
        async def body(server):
            await test(server, command, tmp_path)
        body()
    return run


def sound(samples):
    reply = speech_pb2.SpeakReply()
    reply.audio.samples = samples
    return reply.SerializeToString()


@served
async def test_health(server, command, _):
    async with running(command, "health", server.endpoint, "--service", "Speech") as process:
        assert (await server.welcome()).service == "Health"
        await server.receive(wire.KIND_OPEN)
        # Signs of life go both ways: it asks by itself after 2 s.
        await server.send(wire.KIND_PING, nonce=1 << 63)
        assert (await server.receive(wire.KIND_PONG))[0].nonce == 1 << 63
        await server.receive(wire.KIND_PING)
        await server.send(wire.KIND_STATUS, SERVING, stream=1)
        assert await end(process) == (0, "SERVING\n")
        await server.receive(wire.KIND_GOAWAY)


@served
async def test_a_text_waits_for_credit_and_its_sound_is_granted(server, command, folder):
    text = "Grüße. " * 5000
    async with running(
            command, "speak", server.endpoint, "-o", folder / "a.wav", "--voice", "leo",
            "--seed", 2**64 - 1, text=text.encode()) as process:
        await server.welcome(stream_window=100, connection_window=100)
        _, payload = await server.receive(wire.KIND_OPEN)
        start = speech_pb2.SpeakRequest.FromString(payload).start
        assert (start.voice, start.seed) == ("leo", 2**64 - 1)
        heard = ""
        while True:
            # 100 bytes are left of the windows, or less than none: it is silent until it may send.
            for stream in (1, 0):
                await server.send(
                    wire.KIND_CREDIT, stream=stream, credit=wire.Credit(bytes=1 << 20))
            frame, payload = await server.receive(wire.KIND_DATA)
            if frame.end:
                assert frame.no_message
                break
            heard += speech_pb2.SpeakRequest.FromString(payload).text
        assert heard == text
        piece = bytes(range(250)) * 400
        for _ in range(2):
            await server.send(wire.KIND_DATA, sound(piece), stream=1)
        frame, _ = await server.receive(wire.KIND_CREDIT)
        assert frame.stream == 1 and frame.credit.bytes > 128 << 10
        await server.send(wire.KIND_STATUS, stream=1, no_message=True)
        assert await end(process) == (0, "")
        with wave.open(str(folder / "a.wav")) as file:
            assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (24000, 2, 1)
            assert file.readframes(1 << 20) == piece * 2


@served
async def test_codes_go_out_in_whole_frames(server, command, folder):
    codes = [code % 4096 for code in range(7 * 3000)]
    (folder / "codes").write_text("\n".join(
        " ".join(map(str, codes[first:first + 7])) for first in range(0, len(codes), 7)))
    async with running(
            command, "decode", server.endpoint, "--codes", folder / "codes", "--noise", "off",
            "-o", folder / "a.wav") as process:
        await server.welcome()
        _, payload = await server.receive(wire.KIND_OPEN)
        assert decoder_pb2.DecodeRequest.FromString(payload).start.noise_off
        came = []
        while not (received := await server.receive(wire.KIND_DATA))[0].end:
            part = decoder_pb2.DecodeRequest.FromString(received[1]).frames.codes
            assert len(part) % 7 == 0
            came += part
        assert came == codes
        await server.send(wire.KIND_STATUS, stream=1, no_message=True)
        assert await end(process) == (0, "")


@served
async def test_a_call_that_is_refused_leaves_no_file(server, command, folder):
    async with running(
            command, "speak", server.endpoint, "Hi.", "-o", folder / "a.wav") as process:
        await server.welcome()
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_STATUS, stream=1, no_message=True, status=wire.Status(
            code=8, message="no room", reason="full", never_started=True, retry_after_ms=250))
        code, text = await end(process)
        assert code == 1
        assert text.startswith("Error: no room (RESOURCE_EXHAUSTED, full); try again in ")
    assert list(folder.iterdir()) == []


@served
async def test_a_deadline(server, command, _):
    async with running(command, "health", server.endpoint, "--timeout", "0.3") as process:
        await server.welcome()
        frame, _ = await server.receive(wire.KIND_OPEN)
        assert 0 < frame.open.timeout_ms <= 300
        await server.receive(wire.KIND_CANCEL)
        assert await end(process) == (
            1, "Error: the call's deadline has passed (DEADLINE_EXCEEDED, deadline)\n")


@served
async def test_control_c_cancels(server, command, folder):
    async with running(
            command, "speak", server.endpoint, "Hi.", "-o", folder / "a.wav") as process:
        await server.welcome()
        await server.receive(wire.KIND_OPEN)
        while not (await server.receive(wire.KIND_DATA))[0].end:
            pass
        process.send_signal(signal.SIGINT)
        await server.receive(wire.KIND_CANCEL)
        await server.receive(wire.KIND_GOAWAY)
        assert await end(process) == (130, "")
    assert list(folder.iterdir()) == []


@served
async def test_enough_sound_cancels(server, command, folder):
    async with running(
            command, "speak", server.endpoint, "Hi.", "--seconds", "1",
            "-o", folder / "a.wav") as process:
        await server.welcome()
        await server.receive(wire.KIND_OPEN)
        while not (await server.receive(wire.KIND_DATA))[0].end:
            pass
        for _ in range(2):
            await server.send(wire.KIND_DATA, sound(bytes(24000)), stream=1)
        await server.receive(wire.KIND_CANCEL)
        assert await end(process) == (0, "")
    assert (folder / "a.wav").stat().st_size == 44 + 48000


@pytest.mark.parametrize("sent, code, text", [
    ({"kind": wire.KIND_STATUS, "stream": 1, "skip": 1}, 1,
     "a frame is missing before number 2 (DATA_LOSS, missing_frame)"),
    ({"kind": wire.KIND_STATUS, "stream": 1, "session": 7}, 1,
     "the server broke the protocol: the frame is of another session (INTERNAL, violation)"),
    ({"kind": wire.KIND_DATA, "stream": 2}, 1,
     "the server broke the protocol: stream 2 was never opened (INTERNAL, violation)"),
    ({"kind": wire.KIND_HELLO, "hello": wire.Hello()}, 1,
     "the server broke the protocol: a server sends no frame of kind 1 with such a body "
     "(INTERNAL, violation)"),
    ({"kind": wire.KIND_RESET, "reset": wire.Reset(reason="enough")}, 2,
     "the server ended the session: enough (UNAVAILABLE, reset)")],
    ids=["hole", "session", "stream", "kind", "reset"])
@each_client
def test_the_end_of_a_session(command, sent, code, text):
    @with_server
    async def body(server):
        async with running(command, "health", server.endpoint) as process:
            await server.welcome()
            await server.receive(wire.KIND_OPEN)
            await server.send(**sent)
            assert await end(process) == (code, f"Error: {text}\n")
            if sent["kind"] != wire.KIND_RESET:
                await server.receive(wire.KIND_RESET)
    body()


@served
async def test_a_server_that_drains(server, command, _):
    async with running(command, "health", server.endpoint) as process:
        await server.welcome()
        await server.receive(wire.KIND_OPEN)
        await server.send(wire.KIND_GOAWAY, goaway=wire.GoAway(last_stream=1, reason="bye"))
        await server.send(wire.KIND_STATUS, SERVING, stream=1)
        assert await end(process) == (0, "SERVING\n")
        await server.receive(wire.KIND_GOAWAY)


@pytest.mark.parametrize("server_key, key, text", [
    ("server.pub", "client.key", "SERVING\n"),
    ("server.pub", "stranger.key", "Error: the server does not allow this key"),
    ("server.pub", None, "Error: the server does not allow this key"),
    ("stranger.pub", "client.key", "Error: the server has another public key"),
    ("server.key.none", "client.key", "Error: "),
    # libzmq may tell of the lost connection before it tells why.
    (None, None, ("Error: the server asks for keys", "Error: what answers there is no Lyre"))],
    ids=["right", "unknown", "none", "wrong-server", "no-file", "no-curve"])
@each_client
def test_curve(command, files, server_key, key, text):
    async def body():
        secret = (files / "server.key").read_bytes().strip()
        async with guarded(secret, (files / "client.pub").read_bytes().strip()) as server:
            words = ["--server-key", files / server_key] if server_key else []
            words += ["--key", files / key] if key else []
            async with running(command, "health", server.endpoint, *words) as process:
                if text == "SERVING\n":
                    await server.welcome()
                    await server.receive(wire.KIND_OPEN)
                    await server.send(wire.KIND_STATUS, SERVING, stream=1)
                assert (await end(process))[1].startswith(text)
    asyncio.run(body())


@served
async def test_a_call_that_waits_for_the_connections_credit(server, command, folder):
    """It was not opened yet, and hears of its deadline and of the session's end all the same."""
    words = [command, "speak", server.endpoint, "Hi.", "-o", folder / "a.wav"]
    async with running(*words, "--timeout", "0.2") as process:
        await server.welcome(connection_window=0)
        assert await end(process) == (
            1, "Error: the call's deadline has passed (DEADLINE_EXCEEDED, deadline)\n")
        await server.receive(wire.KIND_GOAWAY)
    for last, text in [
        (wire.Frame(kind=wire.KIND_GOAWAY, goaway=wire.GoAway()),
         "the server is shutting down (UNAVAILABLE, draining)"),
        (wire.Frame(kind=wire.KIND_RESET, reset=wire.Reset(reason="enough")),
         "the server ended the session: enough (UNAVAILABLE, reset)")]:
        server.begin_again()
        async with running(*words) as process:
            await server.welcome(connection_window=0)
            body = last.WhichOneof("body")
            await server.send(last.kind, **{body: getattr(last, body)})
            assert await end(process) == (2, f"Error: {text}\n")
            if last.kind == wire.KIND_GOAWAY:
                await server.receive(wire.KIND_GOAWAY)
