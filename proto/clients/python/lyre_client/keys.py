"""CURVE keys, from files of one line, Z85: NAME.pub holds a public key, NAME.key a secret one."""

import dataclasses

import zmq


@dataclasses.dataclass(frozen=True, repr=False)
class Keys:
    """What a client needs to meet a server with CURVE."""

    server: bytes
    public: bytes
    secret: bytes

    @classmethod
    def read(cls, server_file, key_file=None):
        """The server's public key and the own secret one; a new one for servers that let all in."""
        server = read_key(server_file)
        if key_file is None:
            return cls(server, *zmq.curve_keypair())
        secret = read_key(key_file)
        return cls(server, zmq.curve_public(secret), secret)

    def apply(self, socket):
        socket.curve_serverkey = self.server
        socket.curve_publickey = self.public
        socket.curve_secretkey = self.secret


def read_key(path):
    with open(path, "rb") as file:
        key = file.read(100).strip()
    # Z85 has no blank, and no quotation mark, comma, semicolon, backslash, underscore, ` | or ~.
    if len(key) != 40 or any(byte <= 32 or byte >= 126 or byte in b"\"',;\\_`|" for byte in key):
        raise ValueError(f"the file '{path}' holds no key: 40 characters of Z85 in one line")
    return key
