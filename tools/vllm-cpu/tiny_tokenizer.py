"""A tokenizer of Orpheus' shape: byte-level BPE, Llama's special tokens, Orpheus' added ones.

Its merges are learnt from English that comes with Python, so it needs no download; ids of text are
not those of the real one.
"""

import json
import pydoc_data.topics

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

TEXTS = 128_000
SPECIALS = 256
VOCABULARY = 156_940
WORDS = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
BEGIN = "<|begin_of_text|>"
NAMED = {
    0: BEGIN,
    1: "<|end_of_text|>",
    4: "<|finetune_right_pad_id|>",
    6: "<|start_header_id|>",
    7: "<|end_header_id|>",
    8: "<|eom_id|>",
    9: "<|eot_id|>",
    10: "<|python_tag|>",
}


def learnt(merges):
    tokenizer = Tokenizer(models.BPE(ignore_merges=True))
    split = pre_tokenizers.Split(Regex(WORDS), behavior="isolated")
    bytes_ = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([split, bytes_])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=merges,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(pydoc_data.topics.topics.values(), trainer)
    return json.loads(tokenizer.to_str())


def added(id, content, special):
    flags = dict.fromkeys(("single_word", "lstrip", "rstrip"), False)
    return {"id": id, "content": content, **flags, "normalized": not special, "special": special}


def added_tokens():
    reserved = 0
    for n in range(SPECIALS):
        name = NAMED.get(n)
        if name is None:
            name = f"<|reserved_special_token_{reserved}|>"
            reserved += 1
        yield added(TEXTS + n, name, special=True)
    for n in range(VOCABULARY - TEXTS - SPECIALS):
        yield added(TEXTS + SPECIALS + n, f"<custom_token_{n}>", special=False)


def begins_with_begin():
    """Llama's post-processor: the begin of text before each sequence."""

    def template(*types):
        for letter, type_id in zip("AB", types):
            yield {"SpecialToken": {"id": BEGIN, "type_id": type_id}}
            yield {"Sequence": {"id": letter, "type_id": type_id}}

    return {
        "type": "TemplateProcessing",
        "single": list(template(0)),
        "pair": list(template(0, 1)),
        "special_tokens": {BEGIN: {"id": BEGIN, "ids": [TEXTS], "tokens": [BEGIN]}},
    }


def write_tokenizer(folder, merges=4096):
    tokenizer = learnt(merges)
    vocabulary = tokenizer["model"]["vocab"]
    # Filled up, so that the special tokens have Llama's ids.
    vocabulary |= {f"<|filler_{n}|>": n for n in range(len(vocabulary), TEXTS)}
    tokenizer["added_tokens"] = list(added_tokens())
    tokenizer["post_processor"] = begins_with_begin()
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False))
    configuration = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": BEGIN,
        "eos_token": NAMED[9],
        "pad_token": "<custom_token_7>",
        "clean_up_tokenization_spaces": False,
        "model_max_length": 131_072,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(configuration, indent=1))
