"""Writes a tiny random model with the vocabulary and the frame grammar of Orpheus-TTS.

It is a LlamaForCausalLM of one layer whose attention and MLP add nothing that its head would see:
a bigram over classes of tokens.

    ... 128260 (end of human) -> 128261 (start of AI) -> 128257 (start of speech)
    128257 -> slot 0 -> slot 1 ... -> slot 6 -> slot 0, or 128258 (end of speech)

The 4096 codes of a slot are equally likely. With --stray a share of the tokens breaks the grammar
on purpose: four fifths codes of other slots, a tenth ends of speech, a tenth text.
"""

import argparse
import json
import math
import struct
import sys
from pathlib import Path

import numpy as np

from tiny_tokenizer import write_tokenizer

VOCABULARY = 156_940
START_OF_SPEECH, END_OF_SPEECH = 128_257, 128_258
END_OF_HUMAN, START_OF_AI, END_OF_AI = 128_260, 128_261, 128_262
BEGIN_OF_TEXT, END_OF_TEXT, END_OF_TURN, PADDING = 128_000, 128_001, 128_009, 128_263
FIRST_CODE, CODES, SLOTS = 128_266, 4096, 7
TEXTS = 128_000

# A class of tokens is a dimension of the hidden state; classes 0...6 are the slots.
TEXT, AT_START, AT_END, AT_HUMAN, AT_AI, AFTER_AI = range(SLOTS, SLOTS + 6)
CLASSES = SLOTS + 6
HIDDEN = 64
LOGIT = 16.0


def codes(slot):
    first = FIRST_CODE + slot % SLOTS * CODES
    return slice(first, first + CODES)


def weights(temperature, frames, stray):
    """The embedding and the head; at this temperature, with top_p 1, their shares hold."""
    classes = np.full(VOCABULARY, TEXT)
    for slot in range(SLOTS):
        classes[codes(slot)] = slot
    markers = [START_OF_SPEECH, END_OF_SPEECH, END_OF_HUMAN, START_OF_AI, END_OF_AI]
    classes[markers] = [AT_START, AT_END, AT_HUMAN, AT_AI, AFTER_AI]
    embedding = np.zeros((VOCABULARY, HIDDEN), np.float32)
    embedding[np.arange(VOCABULARY), classes] = 1

    # RMSNorm makes of a one of width 64 an eight, which bfloat16 holds exactly.
    gain = math.sqrt(HIDDEN)
    head = np.full((VOCABULARY, HIDDEN), -LOGIT / gain, np.float32)
    head[:, CLASSES:] = 0

    def favour(source, ids, odds=1.0):
        """Odds for each of these ids, beside 1 for each code of the slot that is due."""
        head[ids, source] = (LOGIT + temperature * math.log(odds)) / gain

    for slot in range(SLOTS):
        if stray:
            odds = stray / (1 - stray) * CODES
            for other in range(SLOTS - 1):
                favour(slot, codes(slot + 2 + other), 0.8 * odds / (CODES * (SLOTS - 1)))
            favour(slot, [END_OF_SPEECH], 0.1 * odds)
            favour(slot, slice(TEXTS), 0.1 * odds / TEXTS)
        favour(slot, codes(slot + 1))
    if frames > 1:
        favour(SLOTS - 1, [END_OF_SPEECH], CODES / (frames - 1))
    favour(AT_START, codes(0))
    chain = [(TEXT, START_OF_AI), (AT_HUMAN, START_OF_AI), (AT_AI, START_OF_SPEECH)]
    for source, follower in [*chain, (AT_END, END_OF_AI), (AFTER_AI, END_OF_TEXT)]:
        favour(source, [follower])
    return embedding, head


def tensors(embedding, head):
    random = np.random.default_rng(0)

    def drawn(*shape):
        return (random.standard_normal(shape) * 0.02).astype(np.float32)

    def unseen(*shape):
        # Not all zero, or a quantizer would divide by a maximum of zero.
        weight = drawn(*shape) * 0.05
        weight[:CLASSES] = 0
        return weight

    layer, ones = "model.layers.0.", np.ones(HIDDEN, np.float32)
    return {
        "model.embed_tokens.weight": embedding,
        layer + "input_layernorm.weight": ones,
        layer + "self_attn.q_proj.weight": drawn(HIDDEN, HIDDEN),
        layer + "self_attn.k_proj.weight": drawn(HIDDEN, HIDDEN),
        layer + "self_attn.v_proj.weight": drawn(HIDDEN, HIDDEN),
        layer + "self_attn.o_proj.weight": unseen(HIDDEN, HIDDEN),
        layer + "post_attention_layernorm.weight": ones,
        layer + "mlp.gate_proj.weight": drawn(2 * HIDDEN, HIDDEN),
        layer + "mlp.up_proj.weight": drawn(2 * HIDDEN, HIDDEN),
        layer + "mlp.down_proj.weight": unseen(HIDDEN, 2 * HIDDEN),
        "model.norm.weight": ones,
        "lm_head.weight": head,
    }


def bfloat16(array):
    """Rounded to nearest, ties to even."""
    bits = np.ascontiguousarray(array, np.float32).view(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype("<u2").tobytes()


def write_safetensors(path, tensors):
    header, blobs, end = {"__metadata__": {"format": "pt"}}, [], 0
    for name, array in tensors.items():
        blobs.append(bfloat16(array))
        start, end = end, end + len(blobs[-1])
        shape = list(array.shape)
        header[name] = {"dtype": "BF16", "shape": shape, "data_offsets": [start, end]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.writelines(blobs)


CONFIGURATION = {
    "architectures": ["LlamaForCausalLM"],
    "model_type": "llama",
    "torch_dtype": "bfloat16",
    "vocab_size": VOCABULARY,
    "hidden_size": HIDDEN,
    "intermediate_size": 2 * HIDDEN,
    "num_hidden_layers": 1,
    "num_attention_heads": 1,
    "num_key_value_heads": 1,
    "head_dim": HIDDEN,
    "hidden_act": "silu",
    "max_position_embeddings": 131_072,
    "rms_norm_eps": 1e-5,
    "rope_theta": 500_000.0,
    "rope_scaling": {
        "factor": 32.0,
        "high_freq_factor": 4.0,
        "low_freq_factor": 1.0,
        "original_max_position_embeddings": 8192,
        "rope_type": "llama3",
    },
    "attention_bias": False,
    "mlp_bias": False,
    "tie_word_embeddings": False,
    "use_cache": True,
    "bos_token_id": BEGIN_OF_TEXT,
    "eos_token_id": END_OF_TURN,
    "pad_token_id": PADDING,
}
GENERATION = {
    "bos_token_id": BEGIN_OF_TEXT,
    "eos_token_id": [END_OF_TEXT, 128_008, END_OF_TURN],
    "do_sample": True,
    "temperature": 0.6,
    "top_p": 0.9,
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--temperature", type=float, default=0.6, help="at which the shares hold (default 0.6)"
    )
    parser.add_argument(
        "--frames", type=float, default=40, help="of an utterance on average, 0: endless (default 40)"
    )
    parser.add_argument(
        "--stray", type=float, default=0, help="share of tokens against the grammar (default 0)"
    )
    return parser.parse_args()


def main():
    options = arguments()
    if not 0 <= options.stray < 1 or options.temperature <= 0 or not 0 <= options.frames != 1:
        sys.exit("--stray is a share below 1, --temperature above 0, --frames 0 or above 1")
    options.folder.mkdir(parents=True, exist_ok=True)
    matrices = weights(options.temperature, options.frames, options.stray)
    write_safetensors(options.folder / "model.safetensors", tensors(*matrices))
    for name, value in (("config", CONFIGURATION), ("generation_config", GENERATION)):
        (options.folder / f"{name}.json").write_text(json.dumps(value, indent=1))
    write_tokenizer(options.folder)


if __name__ == "__main__":
    main()
