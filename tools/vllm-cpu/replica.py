"""A vLLM server on this machine's CPUs, as a child of this process."""

import ctypes
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

PR_SET_PDEATHSIG = 1  # linux/prctl.h
SETTINGS = {
    "VLLM_NO_USAGE_STATS": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "VLLM_CPU_KVCACHE_SPACE": "1",  # GiB, for all streams
}
FLAGS = (
    "--served-model-name orpheus --host 127.0.0.1 --enforce-eager --enable-chunked-prefill"
    " --enable-prefix-caching --dtype auto --max-num-batched-tokens 512 --max-num-seqs 4"
    " --max-model-len 2048"
).split()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def yield_to_others():
    """Between fork and exec. vLLM keeps every core busy while it generates.

    On few cores its own clients would starve, so its session yields to all others; niceness
    alone counts only within a session where the kernel groups processes by session.
    """
    os.nice(10)
    try:
        Path("/proc/self/autogroup").write_text("10")
    except OSError:
        pass
    # Whoever kills us kills the server too.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Replica:
    """One server. It can be started again after its end, at the same port."""

    def __init__(self, home, model, port, flags=(), environment=None):
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.log = Path(home) / "logs" / f"{port}.log"
        command = [Path(home) / "bin" / "vllm", "serve", model, *FLAGS, "--port", port, *flags]
        self.command = [str(word) for word in command]
        self.environment = {**SETTINGS, **os.environ, **(environment or {})}
        self.process = None

    def start(self):
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self.environment,
                start_new_session=True,
                preexec_fn=yield_to_others,
            )

    @property
    def group(self):
        """The process group of the server and all that it started."""
        return self.process.pid

    @property
    def status(self):
        """How the server has ended, None while it runs."""
        return self.process.poll()

    def is_healthy(self):
        try:
            with urllib.request.urlopen(self.url + "/health", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def last_words(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])

    def signal(self, number):
        try:
            os.killpg(self.group, number)
        except ProcessLookupError:
            pass

    def clean_up(self):
        """What a dead server left running goes too."""
        self.signal(signal.SIGKILL)
        self.process.wait()


def stop(replicas, patience=10):
    """Ends servers, politely for so many seconds."""
    started = [replica for replica in replicas if replica.process]
    for replica in started:
        replica.signal(signal.SIGTERM)
    until = time.monotonic() + patience
    while any(replica.status is None for replica in started) and time.monotonic() < until:
        time.sleep(0.1)
    for replica in started:
        replica.clean_up()
