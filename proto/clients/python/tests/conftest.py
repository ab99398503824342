import pytest
import zmq


@pytest.fixture
def files(tmp_path):
    """Key files as Lyre has them: NAME.pub and NAME.key, one line each."""
    for name in ("server", "client", "stranger"):
        public, secret = zmq.curve_keypair()
        (tmp_path / f"{name}.pub").write_bytes(public + b"\n")
        (tmp_path / f"{name}.key").write_bytes(secret + b"\n")
    return tmp_path
