"""Makes small files with torch.save, good ones and those that Lyre refuses.

    python torch_files.py OUT      the files of Tests/SNACTests/Resources/torch

OUT gets config.json, model.safetensors and pytorch_model.bin of one tiny SNAC with seeded weights,
tensors.bin (types, parameters, views of one storage), and transposed.bin, integers.bin, nested.bin,
legacy.bin and calls.bin, each of which is refused for one reason.
"""
import argparse
import json
import os
import pathlib
from collections import OrderedDict

import torch
from safetensors.torch import save_file
from snac import SNAC

CONFIG = dict(sampling_rate=24000, encoder_dim=1, encoder_rates=[2, 4, 8, 8], latent_dim=16,
              decoder_dim=16, decoder_rates=[8, 8, 4, 2], attn_window_size=None, codebook_size=8,
              codebook_dim=8, vq_strides=[4, 2, 1], noise=True, depthwise=True)


class Call:
    """What a pickle of harm does; loading it elsewhere would run the command."""

    def __reduce__(self):
        return os.system, ("true",)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=pathlib.Path)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(7)

    state = SNAC(**CONFIG).state_dict()
    (out / "config.json").write_text(json.dumps(CONFIG) + "\n")
    torch.save(state, out / "pytorch_model.bin")
    save_file({name: value.contiguous() for name, value in state.items()}, out / "model.safetensors")

    numbers = torch.arange(6, dtype=torch.float32) - 2.5
    torch.save(OrderedDict(
        single=numbers.reshape(2, 3), half=numbers.half(), brain=numbers.bfloat16(),
        double=numbers.double(), parameter=torch.nn.Parameter(numbers.reshape(3, 1, 2).clone()),
        middle=numbers[2:5], again=numbers.reshape(2, 3)[1], column=numbers.reshape(6, 1)[:, :1],
        scalar=torch.tensor(0.25), empty=torch.zeros(0, 3)), out / "tensors.bin")
    torch.save({"sideways": numbers.reshape(2, 3).T}, out / "transposed.bin")
    torch.save({"steps": torch.tensor([1, 2])}, out / "integers.bin")
    torch.save({"state_dict": {"a": numbers}, "epoch": 3}, out / "nested.bin")
    torch.save({"a": numbers}, out / "legacy.bin", _use_new_zipfile_serialization=False)
    torch.save({"a": numbers, "b": Call()}, out / "calls.bin")


if __name__ == "__main__":
    main()
