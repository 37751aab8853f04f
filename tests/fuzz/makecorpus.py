#!/usr/bin/env python3
"""Cuts recorded frames and samples into inputs for fuzz_streamdecoder.

makecorpus.py <shared folder> <corpus folder>: frames of data/ws/*.jsonl.gz, a few lines an input,
and the JSON objects found in the samples and in the service's description.
"""

import gzip
import hashlib
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


def samples(folder):
    for file in sorted(folder.glob("samples/**/*.json")):
        yield b"[" + b"".join(file.read_bytes().split(b"\n")) + b"]"


def main():
    shared, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    corpus.mkdir(parents=True, exist_ok=True)
    inputs = {*recorded(shared), *described(shared), *samples(shared)}
    for content in inputs:
        if len(content) <= LONGEST:
            (corpus / hashlib.sha1(content).hexdigest()).write_bytes(content)
    print(f"{len(list(corpus.iterdir()))} inputs in {corpus}")


if __name__ == "__main__":
    main()
