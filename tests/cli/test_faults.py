#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left when memory, disk or the program itself ends: the old file or the new one (TAP)."""
import gzip
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zlib

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "lib"))
import tap

CLI = sys.argv.pop(1)
QUICK = ["--words", "40", "--batch", "1024", "--max-train", "600", "--max-test", "200"]
MEGABYTE = 1 << 20


def run(*arguments, timeout=300, **more):
    return subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True,
                          timeout=timeout, env=dict(os.environ, LC_ALL="C.UTF-8"), **more)


def limit_memory(limit):
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def fits(limit, *arguments):
    """Whether a command can do with so many bytes of address space; libraries may even hang."""
    try:
        return run(*arguments, timeout=10, preexec_fn=lambda: limit_memory(limit)).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def least_memory(*arguments):
    low, high = 64 * MEGABYTE, 1024 * MEGABYTE
    while high - low > 8 * MEGABYTE:
        limit = (low + high) // 2
        low, high = (low, limit) if fits(limit, *arguments) else (limit, high)
    return high


class Scratch(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))


@unittest.skipIf(os.environ.get("ASAN_OPTIONS"), "the sanitizers reserve more memory than any limit")
class OutOfMemory(Scratch):
    """Data that do not fit are refused in a line that names the file; the program never aborts."""
    N = 150_000  # images of 28 × 28: 112 MB

    def idx(self, opened, suffix=""):
        images = numpy.zeros((self.N, 28, 28), numpy.uint8)
        labels = numpy.arange(self.N, dtype=numpy.uint8) % 10
        for split in ("train", "t10k"):
            n = self.N if split == "train" else 10
            with opened(self.folder / f"{split}-images-idx3-ubyte{suffix}", "wb") as file:
                file.write(struct.pack(">iiii", 2051, n, 28, 28) + images[:n].tobytes())
            with opened(self.folder / f"{split}-labels-idx1-ubyte{suffix}", "wb") as file:
                file.write(struct.pack(">ii", 2049, n) + labels[:n].tobytes())
        return self.folder, "train-images"

    def npz(self):
        images = numpy.random.default_rng(1).integers(0, 256, (self.N, 28, 28), numpy.uint8)
        labels = numpy.arange(self.N, dtype=numpy.uint8) % 10
        numpy.savez(self.folder / "big.npz", x_train=images, y_train=labels, x_test=images[:10],
                    y_test=labels[:10])
        return self.folder / "big.npz", "big.npz"

    def csv(self):
        line = b"7" + b",0" * 784 + b"\n"
        (self.folder / "train.csv").write_bytes(line * self.N)
        (self.folder / "test.csv").write_bytes(line * 10)
        return self.folder / "train.csv", "train.csv"

    def test_readers(self):
        enough = least_memory("info", "sample")
        for kind, make in (("idx", lambda: self.idx(open)),
                           ("gz", lambda: self.idx(lambda path, mode: gzip.open(path, mode, 1), ".gz")),
                           ("npz", self.npz), ("csv", self.csv)):
            with self.subTest(kind=kind):
                data, name = make()
                self.assertEqual(run("info", data).returncode, 0, kind)
                for more in (24, 48, 96):
                    result = run("info", data,
                                 preexec_fn=lambda: limit_memory(enough + more * MEGABYTE))
                    self.assertEqual(result.returncode, 1, (more, result.stdout, result.stderr))
                    self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
                    self.assertIn(name, result.stderr)
                    self.assertRegex(result.stderr, "needs [0-9]+ bytes of memory")
                for path in self.folder.iterdir():
                    path.unlink()


def outputs(model):
    """Commands that write a file, each with its name."""
    return (("model.vwm", ["train", "sample", *QUICK, "-o"]),
            ("matrix.png", ["matrix", model, "-o"]), ("matrix.svg", ["matrix", model, "-o"]),
            ("matrix.pdf", ["matrix", model, "-o"]), ("matrix.csv", ["matrix", model, "-o"]),
            ("digit.png", ["inspect", "sample", "--index", "3", "-o"]),
            ("words.png", ["histogram", model, "sample", "--index", "3", "-o"]),
            ("vocabulary.png", ["vocabulary", model, "sample", "-o"]),
            ("sweep.csv", ["sweep", "sample", "--values", "20,25", *QUICK, "-o"]))


def undated(path):
    """A file without the date that cairo puts into a PDF, and what follows from how long it is packed."""
    def unpack(stream):
        return b"" if b"/XRef" in stream[1] else stream[1] + zlib.decompress(stream[2])

    data = path.read_bytes()
    if not data.startswith(b"%PDF"):
        return data
    data = re.sub(rb"(<<[^>]*(?:>(?!>)[^>]*)*>>\nstream\n)(.*?)\nendstream", unpack, data, flags=re.S)
    return re.sub(rb"CreationDate \(D:\d+|(?m:^ *\d+$)", b"", data)


class Written(Scratch):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.model = pathlib.Path(cls.kept.name) / "m.vwm"
        assert run("train", "sample", *QUICK, "-o", cls.model).returncode == 0

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount a disk as small as that")
    def test_full_disk(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", disk],
                          capture_output=True).returncode:
            self.skipTest("nothing can be mounted here")
        self.addCleanup(subprocess.run, ["umount", disk])
        for name, command in outputs(self.model):
            with self.subTest(name=name):
                (disk / name).write_text("old")
                free = os.statvfs(disk)
                (disk / "ballast").write_bytes(b"x" * (free.f_bavail * free.f_bsize))
                result = run(*command, disk / name)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
                self.assertIn(name, result.stderr)
                self.assertEqual((disk / name).read_text(), "old")
                self.assertEqual(sorted(p.name for p in disk.iterdir()), sorted(["ballast", name]))
                for path in disk.iterdir():
                    path.unlink()

    def test_killed_at_any_moment(self):
        """SIGKILL while it runs: the old file or the whole new one, byte for byte."""
        chance = random.Random(7)
        rounds = 4 if os.environ.get("VW_QUICK") else 12
        for name, command in outputs(self.model):
            if name == "sweep.csv":
                continue  # as the tables of the matrix
            path = self.folder / name
            began = time.monotonic()
            result = run(*command, path)
            self.assertEqual(result.returncode, 0, result.stderr)
            takes, new = time.monotonic() - began, self.stable(path, command)
            for _ in range(rounds):
                path.write_text("old")
                process = subprocess.Popen([CLI, *map(str, command), str(path)],
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(chance.uniform(0, 1.2) * takes)
                process.send_signal(signal.SIGKILL)
                process.wait()
                self.assertIn(undated(path), (b"old", new), name)
                for left in self.folder.iterdir():
                    if left != path:  # of the killed one, and named so
                        self.assertTrue(left.name.startswith(name + "."), left)
                        left.unlink()
            path.unlink()

    def stable(self, path, command):
        """The file, which a second run writes to the byte."""
        first = undated(path)
        self.assertEqual(run(*command, path).returncode, 0)
        self.assertEqual(undated(path), first)
        return first


class Data(Scratch):
    def test_removed_while_it_is_read(self):
        """A data set that goes away under a training: done, or an error that names a file."""
        sample = pathlib.Path(os.environ["VW_DATADIR"]) / "sample"
        for delay in (0, 0.002, 0.005, 0.01, 0.03, 0.1):
            data = self.folder / "data"
            shutil.copytree(sample, data)
            process = subprocess.Popen([CLI, "train", str(data), *QUICK], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True)
            time.sleep(delay)
            shutil.rmtree(data)
            out, err = process.communicate(timeout=120)
            self.assertIn(process.returncode, (0, 1), err)
            if process.returncode:
                self.assertEqual(len(err.splitlines()), 1, err)
                self.assertIn(str(data), err)
            else:
                self.assertIn("Macro mean", out)


if __name__ == "__main__":
    tap.main()
