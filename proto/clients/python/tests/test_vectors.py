"""The golden frames and messages of proto/vectors, read and written."""

import json
import pathlib

import pytest
from google.protobuf import json_format
from lyre.rpc.v1 import frame_pb2, health_pb2, reflection_pb2, status_pb2
from lyre.speech.v1 import decoder_pb2, speech_pb2, text_pb2, tokens_pb2

VECTORS = pathlib.Path(__file__).parents[3] / "vectors"
INDEX = json.loads((VECTORS / "vectors.json").read_text(encoding="utf-8"))
MODULES = [
    frame_pb2, health_pb2, reflection_pb2, status_pb2, decoder_pb2, speech_pb2, text_pb2,
    tokens_pb2]


def cases():
    for frame in INDEX["frames"]:
        yield f"{frame['name']}.header.bin", "lyre.rpc.v1.Frame", frame["header"]
        if payload := frame.get("payload"):
            yield f"{frame['name']}.payload.bin", payload["message"], payload["json"]
    for message in INDEX["messages"]:
        yield f"{message['name']}.message.bin", message["message"], message["json"]


def named(name):
    """A message by its full name."""
    for module in MODULES:
        if module.DESCRIPTOR.package == name.rpartition(".")[0]:
            if found := getattr(module, name.rpartition(".")[2], None):
                return found()
    raise LookupError(name)


@pytest.mark.parametrize("file, name, fields", cases())
def test_vector(file, name, fields):
    golden = (VECTORS / file).read_bytes()
    written = json_format.ParseDict(fields, named(name))
    assert written.SerializeToString(deterministic=True) == golden
    read = named(name)
    read.ParseFromString(golden)
    assert read == written


def test_every_vector_is_among_them():
    assert {case[0] for case in cases()} == {path.name for path in VECTORS.glob("*.bin")}
