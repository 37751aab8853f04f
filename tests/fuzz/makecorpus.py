#!/usr/bin/env python3
"""Cuts recorded frames and samples into inputs for fuzz_streamdecoder.

makecorpus.py <shared folder> <corpus folder>: frames of data/ws/*.jsonl.gz and
data/crypto/*_l2.jsonl.gz, a few lines an input, and the JSON objects found in the samples and in the service's description.
"""

import gzip
import hashlib
import itertools
import json
import re
import sys
from pathlib import Path

LINES_AN_INPUT = 4
INPUTS_A_FILE = 400
LONGEST = 4096


def recorded(folder):
    for file in sorted(folder.glob("data/ws/*.jsonl.gz")):
        with gzip.open(file, "rb") as lines:
            taken = [line.strip() for _, line in zip(range(LINES_AN_INPUT * INPUTS_A_FILE), lines)]
        for at in range(0, len(taken), LINES_AN_INPUT):
            yield b"\n".join(taken[at:at + LINES_AN_INPUT])


def described(folder):
    """Lines that are a frame, wherever the documents show one."""
    for file in sorted(folder.glob("api/*.md")):
        yield from re.findall(rb"^\[\{\"ev\".*\}\]$", file.read_bytes(), re.MULTILINE)


def books(folder):
    """Recorded changes of depth books as the stream writes books."""
    for file in sorted(folder.glob("data/crypto/*_l2.jsonl.gz")):
        with gzip.open(file) as lines:
            changes = (json.loads(line) for line in lines)
            changes = (change for change in changes if change["k"] == "U")
            taken = list(itertools.islice(changes, LINES_AN_INPUT * INPUTS_A_FILE))
        frames = [json.dumps([{"ev": "XL2", **{name: change[name] for name in ("pair", "b", "a", "t", "x")}}],
                             separators=(",", ":")).encode() for change in taken]
        for at in range(0, len(frames), LINES_AN_INPUT):
            yield b"\n".join(frames[at:at + LINES_AN_INPUT])


def samples(folder):
    for file in sorted(folder.glob("samples/**/*.json")):
        yield b"[" + b"".join(file.read_bytes().split(b"\n")) + b"]"


def main():
    shared, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    corpus.mkdir(parents=True, exist_ok=True)
    inputs = {*recorded(shared), *described(shared), *samples(shared), *books(shared)}
    for content in inputs:
        if len(content) <= LONGEST:
            (corpus / hashlib.sha1(content).hexdigest()).write_bytes(content)
    print(f"{len(list(corpus.iterdir()))} inputs in {corpus}")


if __name__ == "__main__":
    main()
