#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What visual-words-cli owes to careless, hurried and French-speaking users (TAP)."""
import csv
import gzip
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
import unittest

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "lib"))
import tap
from languages import speaking

CLI = str(pathlib.Path(sys.argv.pop(1)).resolve())
SAMPLE = pathlib.Path(os.environ["VW_DATADIR"]) / "sample"
QUICK = ["--words", "20", "--batch", "1024", "--edge-threshold", "4"]


def run(*arguments, **more):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **more.pop("env", {})}
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, timeout=300,
                          env=environment, **more)


def sample(part, header):
    with gzip.open(SAMPLE / f"{part}-ubyte.gz") as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=header)


def columns(text):
    """Of a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Manners(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.model = cls.kept / "m.vwm"
        assert run("train", "sample", "-o", cls.model, *QUICK, "--max-train", "600").returncode == 0
        cls.images = sample("train-images-idx3", 16).reshape(-1, 28, 28)
        cls.labels = sample("train-labels-idx1", 8)

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def good(self, *arguments, **more):
        result = run(*arguments, **more)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def json(self, *arguments, **more):
        return json.loads(self.good(*arguments, "--json", **more))

    def bad(self, status, *arguments, says, **more):
        result = run(*arguments, **more)
        self.assertEqual(result.returncode, status, result.stderr + result.stdout)
        self.assertEqual(result.stdout, "")
        self.assertIn(says, result.stderr)

    def pgm(self, name, image):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"P5 %d %d 255\n" % image.shape[::-1] + image.tobytes())
        return path

    def classes(self, folder, names, n=120):
        """A folder for each class; the test split has the same images."""
        for i in range(n):
            for split in "train", "test":
                self.pgm(f"{folder}/{split}/{names[self.labels[i] % len(names)]}/{i}.pgm", self.images[i])
        return self.folder / folder

    def test_never_writes_over_what_it_reads(self):
        data = self.folder / "digits.csv"
        data.write_text("".join(",".join(map(str, [label, *image.ravel()])) + "\n"
                                for label, image in zip(self.labels[:60], self.images)))
        model = self.folder / "model.csv"
        shutil.copy(self.model, model)
        link = self.folder / "link.csv"
        link.symlink_to(data)
        before = {path: path.read_bytes() for path in (data, model)}
        for arguments, output in [(["train", data, *QUICK], data), (["train", data, *QUICK], link),
                                  (["sweep", data, "--values", "4", *QUICK], data),
                                  (["inspect", data, "--index", "0"], data),
                                  (["histogram", model, data, "--index", "0"], model),
                                  (["vocabulary", model, data], data), (["matrix", model], model),
                                  (["compare", model, self.model, data], model)]:
            with self.subTest(command=arguments[0], output=output.name):
                self.bad(2, *arguments, "-o", output, says=f"{output}: is read here")
                self.assertEqual({path: path.read_bytes() for path in before}, before)

    def test_names_that_are_no_files(self):
        for command in ["train", "sample", *QUICK], ["matrix", self.model]:
            self.bad(2, *command, "-o", "-", says="standard output", cwd=self.folder)
            self.bad(2, *command, "-o", "", says="--output is needed", cwd=self.folder)
        self.bad(2, "fetch-mnist", "", says="expected [DIR]", cwd=self.folder)
        self.assertEqual(list(self.folder.iterdir()), [])

    def interrupt(self, number, *arguments):
        process = subprocess.Popen([CLI, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   text=True)
        status = pathlib.Path(f"/proc/{process.pid}/status")
        while not int(re.search(r"^SigBlk:\s*(\w+)", status.read_text(), re.M).group(1), 16) \
                >> (number - 1) & 1:
            time.sleep(0.002)
        time.sleep(0.1)
        process.send_signal(number)
        output, said = process.communicate(timeout=60)
        self.assertEqual((process.returncode, said), (130, "visual-words-cli: interrupted\n"))
        return output

    def test_interrupted_while_it_draws(self):
        for number in signal.SIGINT, signal.SIGTERM:
            self.assertEqual(self.interrupt(number, "matrix", self.model, "-o", self.folder / "m.png",
                                            "--resolution", "1200"), "")
            self.assertEqual(list(self.folder.iterdir()), [])

    def test_interrupted_while_it_predicts(self):
        digit = self.pgm("digit.pgm", self.images[0])
        many = ["predict", self.model, *[digit] * 20000]
        self.assertLess(len(self.interrupt(signal.SIGINT, *many).splitlines()), 20000)
        self.assertEqual(self.interrupt(signal.SIGTERM, *many, "--json"), "")

    def test_language_of_the_terminal(self):
        text = self.good("inspect", "sample", "--index", "0", "--lang", "fr")
        self.assertIn("Points clés", text)
        self.assertIn("Descripteur", self.good("inspect", "sample", "--index", "0", "--steps",
                                               "--lang", "fr"))
        self.assertIn("Étiquette", self.good("histogram", self.model, "sample", "--index", "0",
                                             "--lang", "fr"))
        self.assertIn("Exactitude", self.good("compare", self.model, self.model, "sample",
                                              "--lang", "fr"))
        self.assertIn("Avec points clés", self.good("sweep", "sample", "--values", "4", *QUICK,
                                                    "--max-train", "300", "--lang", "fr"))
        english = self.good("inspect", "sample", "--index", "0", "--lang", "en", env=speaking("fr"))
        self.assertEqual(english, self.good("inspect", "sample", "--index", "0"))

    def test_vocabulary_writes_what_the_others_write(self):
        words = ["vocabulary", self.model, "sample"]
        self.good(*words, "-o", self.folder / "words.CSV")
        table = list(csv.reader((self.folder / "words.CSV").open()))
        self.good(*words, "-o", self.folder / "words.md")
        self.good(*words, "-o", self.folder / "words.tex")
        self.assertEqual(len((self.folder / "words.md").read_text().splitlines()), len(table) + 1)
        self.assertIn(r"\end{tabular}", (self.folder / "words.tex").read_text())
        svg = self.folder / "words.svg"
        self.good(*words, "-o", svg, "--title", "Mine", "--width", "85", "--lang", "fr")
        self.assertIn("<title>Mine</title>", svg.read_text())
        self.assertIn(f'width="{85 / 25.4 * 72:.2f}', svg.read_text())
        self.bad(2, *words, "--title", "Mine", says="--output is needed")

    def test_options_that_would_change_nothing(self):
        self.bad(2, "compare", self.model, self.model, "sample", "--show", "recall",
                 says="--output is needed")
        self.bad(2, "inspect", "sample", "--index", "0", "--steps", "--show", "funnel",
                 says="--steps writes no file")
        self.bad(2, "train", "sample", "--repeat", "0", says="repeat: 0 is not a number from 2")

    def test_numbers_below_the_range(self):
        self.bad(2, "inspect", "sample", "--index", "-5", says="index: -5 is not a number from 0 to 999")
        self.bad(2, "vocabulary", self.model, "sample", "--word", "-1",
                 says="word: -1 is not a number from 0 to 19")

    def test_predict_any_name(self):
        digit = self.pgm("-8.pgm", self.images[0])
        answer = self.good("predict", self.model, "--", digit.name, cwd=self.folder)
        self.assertEqual(answer, self.good("predict", "--", self.model, digit.name, cwd=self.folder))
        odd = os.fsencode(self.folder) + b"/\xff.pgm"
        shutil.copy(digit, odd)
        answer = subprocess.run([CLI, "predict", self.model, odd, "--json"], capture_output=True)
        [answer] = json.loads(answer.stdout.decode())["predictions"]
        self.assertTrue(answer["file"].endswith("/\ufffd.pgm"))

    def test_predict_names_the_image_that_does_not_fit(self):
        line = self.pgm("line.pgm", numpy.zeros((1, 100), numpy.uint8))
        self.bad(1, "predict", self.model, line, says=f"{line}: has no shape for the model’s settings")

    def test_full_standard_output(self):
        for command in "--help", "--version":
            with open("/dev/full", "w") as full:
                result = subprocess.run([CLI, command], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(result.returncode, 1)

    def test_report_names_its_classes(self):
        data = self.classes("data", ["a,b", "c|d", 'e"f', "g&h"])
        report = self.folder / "report.JSON"
        report.write_text(self.good("train", data, *QUICK, "--json"))
        said = json.loads(report.read_text())
        self.assertEqual(said["classes"], ["a,b", "c|d", 'e"f', "g&h"])
        table = self.folder / "matrix.csv"
        self.good("matrix", report, "-o", table)
        rows = list(csv.reader(table.open(newline="")))
        self.assertEqual(rows[0][1:5], said["classes"])
        self.assertEqual([row[0] for row in rows[1:5]], said["classes"])
        self.good("matrix", report, "-o", self.folder / "matrix.md")
        self.assertIn(r"| c\|d |", (self.folder / "matrix.md").read_text())
        for classes, says in (["a", "b"], "right length"), (["a", "b", "c", 4], "array of texts"):
            report.write_text(json.dumps({**said, "classes": classes}))
            self.bad(1, "matrix", report, "-o", table, says=says)
        del said["classes"]
        report.write_text(json.dumps(said))
        self.good("matrix", report, "-o", table)
        self.assertEqual(next(csv.reader(table.open()))[1:5], ["0", "1", "2", "3"])

    def test_tables_of_odd_names_stay_straight(self):
        names = ["日本語の字", "new\nline", "🙂", "a name that is longer than its column"]
        model = self.folder / "m.vwm"
        text = self.good("train", self.classes("data", names), *QUICK, "-o", model)
        report = text[text.index("Class "):].split("\n\n")
        self.assertEqual({columns(line) for line in report[0].splitlines()}, {38 + 11 + 3 * 9})
        matrix = report[1].splitlines()[1:]
        self.assertEqual({columns(line) for line in matrix}, {38 + 4 * 6 + 20})
        self.assertIn("a name that is longer than its column", report[0])
        self.assertIn(" a na… ", matrix[0])
        self.assertIn("new line ", matrix[1 + sorted(names).index("new\nline")])
        rows = self.good("info", self.folder / "data").split("\n\n")[1].splitlines()
        self.assertEqual({columns(line) for line in rows}, {38 + 15 + 9})

    def test_other_classes_are_refused_or_told(self):
        data = self.classes("data", ["cat", "dog", "fish"])
        other = self.classes("other", ["cat", "fish", "goat"])
        model = self.folder / "animals.vwm"
        self.good("train", data, *QUICK, "-o", model)
        for command in (["evaluate", model, other], ["compare", model, model, other],
                        ["vocabulary", model, other]):
            self.bad(1, *command, says="have a class “fish” where the model knows “dog”")
        self.bad(1, "evaluate", model, "sample", says="10 classes, the model knows 3")
        numbered = self.classes("numbered", ["0", "1", "2"])
        result = run("evaluate", model, numbered, "--json")
        self.assertEqual(result.returncode, 0)
        self.assertIn("what is “0” here is “cat” to the model", result.stderr)
        self.assertEqual(json.loads(result.stdout)["accuracy"],
                         self.json("evaluate", model, data)["accuracy"])

    def test_a_class_without_training_images_has_no_score(self):
        some = self.labels != 3
        data = self.folder / "gap.npz"
        numpy.savez(data, x_train=self.images[some], y_train=self.labels[some],
                    x_test=self.images[:20], y_test=self.labels[:20])
        model = self.folder / "gap.vwm"
        self.good("train", data, *QUICK, "-o", model)
        digit = self.pgm("digit.pgm", self.images[0])
        seen = self.json("histogram", model, "sample", "--index", "0")
        self.assertEqual([score is None for score in seen["scores"]], [c == 3 for c in range(10)])
        self.assertEqual([evidence["intercept"] is None for evidence in seen["evidence"]],
                         [c == 3 for c in range(10)])
        [answer] = self.json("predict", model, digit)["predictions"]
        self.assertIsNone(answer["scores"][3])
        self.assertRegex(self.good("predict", model, digit), r" 2 [+-]\d\.\d\d 3 – 4 [+-]")
        self.assertRegex(self.good("histogram", model, "sample", "--index", "0"), r"(?m)^3 {28}–$")

    def test_opencv_makes_up_no_counts(self):
        opencv = ["inspect", "sample", "--index", "0", "--engine", "opencv"]
        seen = self.json(*opencv)
        staged = self.json("inspect", "sample", "--index", "0")
        self.assertEqual(seen["keypoints"], staged["keypoints"])
        for level, told in zip(seen["levels"], staged["levels"]):
            self.assertEqual(level, {**told, "fast": None, "suppressed": None, "border": None})
        self.assertIsNone(seen["average"]["corners"])
        self.assertEqual(seen["average"]["keypoints"], staged["average"]["keypoints"])
        self.assertRegex(self.good(*opencv), r"96 × 96 +\? +\? +\? +4\n")
        for name in "funnel.png", "funnel.csv":
            self.bad(1, *opencv, "--show", "funnel", "-o", self.folder / name, says="no funnel to show")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_sweep_names_its_values_plainly(self):
        text = self.good("sweep", "sample", "--parameter", "svm-c", "--values", "0.0001,100", *QUICK,
                         "--max-train", "300")
        self.assertRegex(text, r"(?m)^0\.0001 +0\.\d{4} .*\n100 +0\.\d{4} ")

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_a_sweep_was_not_made_with_one_value(self):
        picture = self.folder / "sweep.pdf"
        self.good("sweep", "sample", "--values", "4,20", "--words", "20", "--max-train", "300",
                  "--lang", "en", "-o", picture)
        said = subprocess.run(["pdftotext", picture, "-"], check=True, text=True, capture_output=True)
        caption = said.stdout[said.stdout.index("Visual Words"):].replace("\u00a0", " ")
        self.assertIn("Edge threshold varied", caption)
        self.assertIn("Scale factor 1.2", caption)
        self.assertNotIn("Edge threshold 31", caption)


if __name__ == "__main__":
    tap.main()
