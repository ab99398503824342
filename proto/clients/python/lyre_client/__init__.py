"""A client of Lyre's RPC: asyncio, pyzmq and protobuf. The wire is described in proto/README.md."""

try:
    import lyre.rpc.v1.frame_pb2  # noqa: F401
except ImportError as error:
    raise ImportError(
        "lyre_client has no messages yet: run 'make' in proto/clients/python, which needs protoc "
        "(Debian: protobuf-compiler) and protobuf (python3-protobuf)") from error

from .keys import Keys
from .services import check_health, decode, prepare, speak
from .call import Call, Method
from .session import Session
from .status import Code, RPCError

__all__ = [
    "Call", "Code", "Keys", "Method", "RPCError", "Session", "check_health", "decode", "prepare",
    "speak"]
