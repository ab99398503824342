"""pocketsphinx with the matrix test's grammar."""

import re
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

import matrix

PROGRAM = "pocketsphinx_continuous"


def heard(samples):
    """The words that pocketsphinx hears in samples at 24 kHz."""
    with tempfile.TemporaryDirectory() as folder:
        grammar, sound = Path(folder) / "matrix.jsgf", Path(folder) / "sound.wav"
        grammar.write_text(matrix.grammar())
        narrow = np.clip(resample_poly(samples, 2, 3), -1, 1)
        soundfile.write(sound, narrow, 16_000, subtype="PCM_16")
        command = [PROGRAM, "-infile", sound, "-jsgf", grammar, "-logfn", "/dev/null"]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.findall(r"[a-z']+", out.lower())
