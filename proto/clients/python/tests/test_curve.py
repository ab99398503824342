"""CURVE, with key files, against a server that lets one client in."""

import asyncio

import pytest
from lyre_client import Code, Keys, RPCError
from server import guarded


async def connect(files, server_key, key):
    """Connects with key files to the server whose keys are in server.*, which allows client.pub."""
    secret = (files / "server.key").read_bytes().strip()
    async with guarded(secret, (files / "client.pub").read_bytes().strip()) as server:
        keys = server_key and Keys.read(files / server_key, key and files / key)
        async with server.client(keys) as session:
            return session.server.instance


def test_the_right_keys_get_in(files):
    assert asyncio.run(connect(files, "server.pub", "client.key")) == "test"


@pytest.mark.parametrize("server_key, key", [
    ("server.pub", "stranger.key"), ("server.pub", None), ("stranger.pub", "client.key")])
def test_wrong_keys_do_not(files, server_key, key):
    with pytest.raises(RPCError) as caught:
        asyncio.run(connect(files, server_key, key))
    assert (caught.value.code, caught.value.reason) == (Code.UNAUTHENTICATED, "keys")
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
