"""Lyre, by its own programs: bench for the figures, decode and encode for the results."""

import json
import subprocess
import tempfile
from pathlib import Path

import soundfile
import torch

from measure import Cost, NotRun, Row
from weights import RATE, Codes, token_lines

# Each row's name, what it shows, its batch and what it is called with.
CALLS = (
    ("lyre_1", "Lyre", 1, ()),
    ("lyre_8", "Lyre", 8, ()),
    ("lyre_bf16_8", "Lyre, bf16", 8, ("--bf16",)),
    ("lyre_avx2_8", "Lyre, avx2", 8, ("--kernels", "avx2")),
    ("lyre_portable_8", "Lyre, portable", 8, ("--kernels", "portable")),
    ("lyre_encoder", "Lyre encoder", 1, ("--encoder",)),
)


class Lyre:
    """The program, and what it last said of each row."""

    def __init__(self, program: Path, model: Path):
        self.program, self.model = program, model
        self.said: dict[str, dict] = {}

    def rows(self) -> list[Row]:
        return [
            Row(key, label, batch, self.bench(key, batch, options))
            for key, label, batch, options in CALLS
        ]

    def bench(self, key: str, batch: int, options: tuple[str, ...]):
        """How long it measures is its own business: it takes no length."""

        def measure(_: float) -> Cost:
            text = self.call(
                "bench", "decoder", "--model", self.model, "--batch", batch, *options, "--json"
            )
            try:
                self.said[key] = json.loads(text)
                return Cost(user=self.said[key]["cpu_seconds_per_audio_second"])
            except (json.JSONDecodeError, KeyError) as error:
                raise NotRun(f"lyre bench decoder prints no such JSON: {error}") from None

        return measure

    def decode(self, codes: Codes, *options: str) -> torch.Tensor:
        """Samples without the noise."""
        with tempfile.TemporaryDirectory() as folder:
            text, wav = Path(folder) / "codes.txt", Path(folder) / "speech.wav"
            text.write_text(token_lines(codes))
            self.call(
                "decode",
                "--model",
                self.model,
                "--codes",
                text,
                "--noise",
                "off",
                *options,
                "--float",
                "-o",
                wav,
            )
            return torch.from_numpy(soundfile.read(wav, dtype="float32")[0])

    def encode(self, sound: torch.Tensor) -> str:
        """A frame of seven codes a line."""
        with tempfile.TemporaryDirectory() as folder:
            wav = Path(folder) / "sound.wav"
            soundfile.write(wav, sound.flatten().numpy(), RATE, subtype="FLOAT")
            return self.call("encode", "--model", self.model, wav)

    def call(self, *arguments) -> str:
        if not self.program.is_file():
            raise NotRun(f"no program at {self.program}: build Lyre, or name it by --lyre")
        try:
            run = subprocess.run(
                [self.program, *map(str, arguments)], capture_output=True, text=True, timeout=120
            )
        except subprocess.TimeoutExpired:
            raise NotRun(f"lyre {arguments[0]} took more than two minutes") from None
        if run.returncode:
            lines = run.stderr.strip().splitlines()
            raise NotRun(
                f"lyre {arguments[0]}: {lines[0] if lines else f'status {run.returncode}'}"
            )
        return run.stdout
