#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample as EMNIST's files: transposed, under EMNIST's names. emnist.py SAMPLE FOLDER writes them."""
import gzip
import pathlib
import sys

import numpy


def write(sample, folder):
    for part, name in ("train", "train"), ("t10k", "test"):
        for kind in "images-idx3", "labels-idx1":
            data = gzip.decompress((sample / f"{part}-{kind}-ubyte.gz").read_bytes())
            if kind == "images-idx3":
                pixels = numpy.frombuffer(data, "u1", offset=16).reshape(-1, 28, 28)
                data = data[:16] + pixels.transpose(0, 2, 1).tobytes()
            (folder / f"emnist-digits-{name}-{kind}-ubyte").write_bytes(data)


if __name__ == "__main__":
    write(*map(pathlib.Path, sys.argv[1:]))
