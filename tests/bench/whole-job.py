#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole notebook job: visual-words-cli against the same pipeline in Python, in turn.

whole-job.py CLI [ROUNDS]   prints one line of JSON; reads MNIST from VW_MNIST_DIR.
"""
import json
import os
import resource
import subprocess
import sys
import time

FOLDER = os.environ.get("VW_MNIST_DIR")
PYTHON = os.environ.get("VW_PYTHON", "/usr/bin/python3")
HERE = os.path.dirname(os.path.abspath(__file__))


def run(command):
    """Wall seconds, peak memory in MB and what the command printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return time.perf_counter() - start, usage.ru_maxrss * 1024 / 1e6, json.loads(output)


def main():
    if not FOLDER:
        sys.exit(77)  # skipped
    cli, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    ours, theirs = [], []
    for _ in range(rounds):
        theirs.append(run([PYTHON, os.path.join(HERE, "notebook.py"), FOLDER, "linear"]))
        ours.append(run([cli, "train", FOLDER, "--preset", "notebook", "--json"]))
    ratios = sorted(their[0] / our[0] for our, their in zip(ours, theirs))
    for key in ("train_descriptors", "train_images", "test_images"):
        assert ours[0][2][key] == theirs[0][2][key], key
    print(json.dumps({
        "benchmark": "whole-job", "preset": "notebook", "rounds": rounds,
        "python_s": round(min(their[0] for their in theirs), 2),
        "ours_s": round(min(our[0] for our in ours), 2),
        "ratio": round(ratios[len(ratios) // 2], 1),
        "python_mb": round(max(their[1] for their in theirs)),
        "ours_mb": round(max(our[1] for our in ours)),
        "python_accuracy": round(theirs[0][2]["accuracy"], 4),
        "ours_accuracy": round(ours[0][2]["accuracy"], 4)}))


if __name__ == "__main__":
    main()
