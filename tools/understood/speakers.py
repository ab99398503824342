"""What speaks the test: the farm through `lyre speak`, or the demo codec alone."""

import subprocess
import tempfile
import threading
from pathlib import Path

import numpy as np
import soundfile

RATE = 24_000

# The demo engine's spread of flite's voices over Orpheus' voice names.
LYRE_VOICES = {
    "slt": ("tara", "leah"),
    "rms": ("leo", "zoe"),
    "awb": ("jess", "dan"),
    "kal16": ("mia", "zac"),
}


class CannotSpeak(Exception):
    """Why a sentence was not spoken, in one sentence."""


class Farm:
    """Speaks through the farm; the two Lyre voices of a flite voice take turns."""

    def __init__(self, lyre, options):
        self.lyre = Path(lyre)
        self.options = options
        if not self.lyre.is_file():
            raise CannotSpeak(f"no program at {lyre}: build Lyre, or name it by --lyre")

    def __call__(self, number, text, flite_voice, original):
        voice = LYRE_VOICES[flite_voice][number % 2]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "speech.wav"
            # Seed 0: by any other the demo engine varies the pitch and the pace of flite.
            command = [self.lyre, "speak", "--voice", voice, "--seed", "0", "-o", file]
            run = subprocess.run([*command, *self.options, text], capture_output=True, text=True)
            if run.returncode:
                raise CannotSpeak(
                    f"lyre speak ended with status {run.returncode} for "
                    f"{voice}, {text!r}: {run.stderr.strip()[-500:]}"
                )
            samples, rate = soundfile.read(file, dtype="float32")
        if rate != RATE or samples.ndim != 1:
            raise CannotSpeak(f"lyre speak wrote {rate} Hz, {samples.ndim} dimensions")
        return samples


class Codec:
    """Passes flite's sound through a model folder by the reference implementation, no farm."""

    def __init__(self, folder):
        import torch
        from safetensors.torch import load_file
        from snac import SNAC

        torch.set_num_threads(1)
        self.torch = torch
        self.lock = threading.Lock()  # the seed is the library's own, one for all threads
        self.model = SNAC.from_config(f"{folder}/config.json").eval()
        stored = load_file(f"{folder}/model.safetensors")
        self.model.load_state_dict({key: value.float() for key, value in stored.items()})

    def __call__(self, number, text, flite_voice, original):
        with self.lock, self.torch.inference_mode():
            self.torch.manual_seed(number)
            codes = self.model.encode(self.torch.from_numpy(original)[None, None])
            return self.model.decode(codes)[0, 0, : len(original)].numpy().astype(np.float32)
