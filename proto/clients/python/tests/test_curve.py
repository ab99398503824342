"""CURVE, with key files, against a server that lets one client in."""

import asyncio
import contextlib

import pytest
import zmq
import zmq.asyncio
import zmq.utils.z85
from lyre.rpc.v1 import frame_pb2 as wire
from lyre_client import Code, Keys, RPCError, Session
from server import Server


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
        zap.close()


@pytest.fixture
def files(tmp_path):
    """Key files as Lyre has them: NAME.pub and NAME.key, one line each."""
    for name in ("server", "client", "stranger"):
        public, secret = zmq.curve_keypair()
        (tmp_path / f"{name}.pub").write_bytes(public + b"\n")
        (tmp_path / f"{name}.key").write_bytes(secret + b"\n")
    return tmp_path


async def connect(files, server_key, key):
    """Connects with key files to the server whose keys are in server.*, which allows client.pub."""
    secret = (files / "server.key").read_bytes().strip()
    async with guarded(secret, (files / "client.pub").read_bytes().strip()) as server:
        keys = server_key and Keys.read(files / server_key, key and files / key)
        async with server.client(keys) as session:
            return session.server_windows.instance


def test_the_right_keys_get_in(files):
    assert asyncio.run(connect(files, "server.pub", "client.key")) == "test"


@pytest.mark.parametrize("server_key, key", [
    ("server.pub", "stranger.key"), ("server.pub", None), ("stranger.pub", "client.key")])
def test_wrong_keys_do_not(files, server_key, key):
    with pytest.raises(RPCError) as caught:
        asyncio.run(connect(files, server_key, key))
    assert (caught.value.code, caught.value.reason) == (Code.UNAUTHENTICATED, "key")
    assert caught.value.never_started


def test_without_keys_nobody_gets_in(files):
    with pytest.raises(RPCError) as caught:
        asyncio.run(connect(files, None, None))
    assert caught.value.never_started


@pytest.mark.parametrize("content", ["", "x" * 39, "x" * 41, "ä" * 20, "x" * 39 + " y"])
def test_what_is_no_key_file(tmp_path, content):
    (tmp_path / "a.pub").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="holds no key"):
        Keys.read(tmp_path / "a.pub")
