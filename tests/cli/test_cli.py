#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs visual-words-cli as a user would and checks what it prints, writes and returns (TAP)."""
import csv
import gzip
import html
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree
import zlib

import numpy
from scipy.stats import binomtest
from sklearn.metrics import recall_score

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "lib"))
import emnist
import tap
from languages import speaking
from mirror import mirror

CLI = sys.argv.pop(1)
MNIST = os.environ.get("VW_MNIST_DIR")
FASHION = pathlib.Path("/usr/share/datasets/fashion-mnist")
SAMPLE = pathlib.Path(os.environ["VW_DATADIR"]) / "sample"
QUICK = ["--words", "40", "--batch", "1024", "--max-train", "600", "--max-test", "200"]


def run(*arguments, timeout=300, **more):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **more.pop("env", {})}
    return subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True,
                          timeout=timeout, env=environment, **more)


class Cli(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def good(self, *arguments, **more):
        result = run(*arguments, **more)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr, "")
        return result.stdout

    def json(self, *arguments):
        return json.loads(self.good(*arguments, "--json"))

    def bad(self, status, *arguments, says="", **more):
        result = run(*arguments, **more)
        self.assertEqual(result.returncode, status, result.stderr + result.stdout)
        self.assertIn(says, result.stderr)
        if status == 1:
            self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
        return result.stderr

    def train(self, name="model.vwm", *more):
        path = self.folder / name
        self.good("train", "sample", "-o", path, *QUICK, *more)
        return path

    def test_help_of_everything(self):
        commands = re.findall(r"^  ([a-z-]+) ", self.good("--help"), re.M)
        self.assertEqual(commands, ["info", "train", "evaluate", "predict", "inspect", "histogram",
                                    "sweep", "vocabulary", "matrix", "compare", "fetch-mnist"])
        for command in commands:
            self.assertIn("Usage", self.good(command, "--help"))
        self.assertIn("OpenCV", self.good("--version"))

    def test_info_of_the_sample(self):
        info = self.json("info", "sample")
        self.assertEqual(info["train"]["labels"], [300] * 10)
        self.assertEqual(info["test"]["labels"], [100] * 10)
        self.assertFalse(info["mnist"])

    def test_train_prints_the_keys_that_others_rely_on(self):
        report = self.json("train", "sample", *QUICK)
        for key in ("train_descriptors train_images test_images test_total accuracy accuracy_all "
                    "macro_f1 support confusion without_keypoints inertia stages parameters "
                    "data_sha256 version").split():
            self.assertIn(key, report)
        self.assertEqual(report["test_total"], 200)
        self.assertEqual([sum(row) for row in report["confusion"]], report["support"])
        self.assertEqual(sum(report["support"]) + sum(report["without_keypoints"]), 200)
        right = sum(report["confusion"][i][i] for i in range(10))
        self.assertAlmostEqual(report["accuracy"], right / report["test_images"])
        self.assertAlmostEqual(report["accuracy_all"], right / 200)
        self.assertEqual([stage["name"] for stage in report["stages"]],
                         ["load", "keypoints", "vocabulary", "histograms", "classifier",
                          "evaluation"])
        self.assertEqual(report["parameters"]["words"], 40)

    def test_preset_of_ones_own(self):
        report = self.json("train", "sample", *QUICK, "--edge-threshold", "7")
        preset = {"format": 1, "name": "Ours", "parameters": report["parameters"]}
        path = self.folder / "ours.vwpreset"
        path.write_text(json.dumps(preset))
        again = self.json("train", "sample", "--preset", path)
        for key in ("parameters", "confusion"):
            self.assertEqual(again[key], report[key])
        other = self.json("train", "sample", "--preset", path, "--words", "41")
        self.assertEqual(other["parameters"]["words"], 41)
        self.assertEqual(other["parameters"]["edge-threshold"], 7)
        preset["parameters"]["wrods"] = 40
        path.write_text(json.dumps(preset))
        self.assertIn("wrods", self.bad(2, "train", "sample", "--preset", path, says="ours.vwpreset"))
        self.bad(2, "train", "sample", "--preset", self.folder / "no.vwpreset", says="no.vwpreset")
        self.assertIn("FILE.vwpreset", self.good("train", "--help-all"))

    def test_same_bytes_on_any_number_of_threads(self):
        one, two, seven = (self.train(f"{n}.vwm", "--threads", n).read_bytes() for n in (1, 2, 7))
        self.assertTrue(one == two == seven)
        other = self.train("seed.vwm", "--seed", "43").read_bytes()
        self.assertNotEqual(one, other)

    def test_engines_agree(self):
        staged = self.json("train", "sample", *QUICK)
        opencv = self.json("train", "sample", *QUICK, "--engine", "opencv")
        for key in ("confusion", "train_descriptors", "inertia", "accuracy"):
            self.assertEqual(staged[key], opencv[key])

    def test_evaluate_agrees_with_train(self):
        path = self.folder / "m.vwm"
        trained = json.loads(self.good("train", "sample", "-o", path, "--words", "40", "--json"))
        evaluated = self.json("evaluate", path, "sample")
        for key in ("confusion", "without_keypoints", "accuracy", "accuracy_all", "parameters"):
            self.assertEqual(trained[key], evaluated[key])

    def test_spatial_pyramid_and_hamming(self):
        plain = self.json("train", "sample", "--preset", "fixed-border", "--words", "100")
        pyramid = self.json("train", "sample", "--preset", "spatial-pyramid", "--words", "100")
        self.assertGreater(plain["accuracy_all"], 0.7)
        self.assertGreater(pyramid["accuracy_all"], plain["accuracy_all"] + 0.04)

    def test_inspect(self):
        seen = self.json("inspect", "sample", "--index", "0")
        self.assertEqual([level["width"] for level in seen["levels"]],
                         [96, 80, 67, 56, 46, 39, 32, 27])
        for level in seen["levels"]:
            self.assertTrue(level["fast"] >= level["suppressed"] >= level["border"]
                            >= level["kept"])
        self.assertEqual(sum(level["kept"] for level in seen["levels"]), len(seen["keypoints"]))
        self.assertIn("31 px", seen["reason"])
        self.assertIn("3 of 8 levels reach 2 × 31 + 1 = 63 px", seen["reason"])
        small = self.json("inspect", "sample", "--index", "0", "--upscale", "56")
        self.assertEqual(small["keypoints"], [])
        self.assertEqual(small["reason_code"], "no-room")
        self.assertIn("56 px is under 2 × 31 + 1 = 63 px", small["reason"])

    def test_inspect_steps(self):
        titles = ["upscale", "pyramid", "fast", "suppression", "border", "quota", "direction",
                  "descriptor", "words", "histogram", "scores"]
        seen = self.json("inspect", "sample", "--index", "0", "--steps")
        self.assertEqual([step["name"] for step in seen["steps"]], titles)
        levels = self.json("inspect", "sample", "--index", "0")["levels"]
        self.assertEqual(seen["steps"][2]["figure"], str(sum(level["fast"] for level in levels)))
        self.assertEqual(seen["steps"][5]["figure"], str(sum(level["kept"] for level in levels)))
        self.assertIn("no model yet", seen["steps"][10]["sentence"])
        model = self.train()
        text = self.good("inspect", "sample", "--index", "0", "--steps", "--model", model)
        self.assertEqual(len(re.findall(r"^\d+ [A-Z]\w+ · ", text, re.M)), 11)
        histogram = self.json("histogram", model, "sample", "--index", "0")
        self.assertIn(f"Class {histogram['predicted']} ends highest", text)
        changed = self.json("inspect", "sample", "--index", "0", "--steps", "--model", model,
                            "--edge-threshold", "10")
        self.assertGreater(int(changed["steps"][5]["figure"]), int(seen["steps"][5]["figure"]))
        french = self.good("inspect", "sample", "--index", "0", "--steps", env=speaking("fr"))
        self.assertIn("Descripteur", french)
        self.assertIn("96 ÷ 28 = 3,43", french)
        self.bad(1, "inspect", "sample", "--index", "0", "--steps", "--model", "/nowhere.vwm",
                 says="/nowhere.vwm")
        self.bad(2, "inspect", "sample", "--index", "0", "--model", model, says="--steps")

    def test_inspect_says_which_rule_binds(self):
        for more, code, says in [
                ([], "border", "Of 102 corners, 96 lie within 31 px"),
                (["--upscale", "28"], "no-room", "a side of 28 px is under 2 × 31 + 1 = 63 px"),
                (["--fast-threshold", "254"], "no-corners", "by more than 254 from their centre"),
                (["--interpolation", "nearest", "--upscale", "112", "--levels", "1"], "ties",
                 "tie with a neighbour"),
                (["--edge-threshold", "4", "--features", "10"], "quota",
                 "are over the quota of their level. 8 of 8 levels have filled their share"),
                (["--edge-threshold", "4"], "few-corners", "read mirrored pixels"),
                (["--edge-threshold", "4", "--patch-size", "21"], "few-corners",
                 "Patches of 21 px have no learned tests"),
                (["--engine", "opencv"], "unknown", "OpenCV does not tell")]:
            with self.subTest(more=more):
                seen = self.json("inspect", "sample", "--index", "0", *more)
                self.assertEqual(seen["reason_code"], code)
                self.assertIn(says, seen["reason"])

    def test_inspect_keeps_its_promise(self):
        """Setting what it says would help gives the keypoints that it says."""
        for index in (3,) if os.environ.get("VW_QUICK") else (0, 3, 8, 700):
            for more in ([], ["--upscale", "56"], ["--edge-threshold", "4", "--features", "9"],
                         ["--interpolation", "nearest", "--upscale", "112", "--levels", "1"]):
                seen = self.json("inspect", "sample", "--index", index, *more)
                self.assertGreater(len(seen["remedies"]), 0)
                for remedy in seen["remedies"]:
                    with self.subTest(index=index, more=more, remedy=remedy):
                        changed = self.json("inspect", "sample", "--index", index, *more,
                                            f"--{remedy['parameter']}", remedy["value"])
                        self.assertEqual(len(changed["keypoints"]), remedy["keypoints"])
        text = self.good("inspect", "sample", "--index", "0")
        self.assertIn("\nSet edge threshold to 15 → 50 keypoints\nOr ", text)
        enough = self.json("inspect", "sample", "--index", "0", "--edge-threshold", "4")
        self.assertEqual(enough["remedies"], [])

    def test_inspect_compares_with_the_class(self):
        seen = [self.json("inspect", "sample", "--index", index) for index in range(100)]
        zero, one = (next(s for s in seen if s["label"] == label) for label in "01")
        self.assertEqual((zero["class_trait"], one["class_trait"]), ("ring", "few-corners"))
        self.assertEqual(zero["average"], one["average"])
        self.assertEqual(zero["class_average"]["images"], 100)
        self.assertGreater(zero["class_average"]["outside"], zero["average"]["outside"])
        self.assertIn("Its corners lie on a ring: ",
                      self.good("inspect", "sample", "--index", seen.index(zero)))

    def test_inspect_in_french(self):
        french = speaking("fr")
        for index, more, says in [
                (0, [], "Sur 102 coins, 96 sont à moins de 31 px du bord"),
                (0, [], "3 niveaux sur 8 atteignent 2 × 31 + 1 = 63 px"),
                (0, [], "\nRégler le seuil de bord sur 15 → 50 points clés\nOu "),
                (0, [], "En moyenne, la classe 7 garde "), (3, [], "Ses coins forment un anneau : "),
                (0, ["--levels", "1"], "Le quota de 500 ne joue pas."),
                (0, ["--upscale", "56"], "aucune des images examinées n’a de point clé"),
                (0, ["--edge-threshold", "4", "--features", "10"], "dépassent le quota"),
                (0, ["--interpolation", "nearest", "--upscale", "112", "--levels", "1"],
                 "Choisir l’interpolation « ")]:
            with self.subTest(says=says):
                text = self.good("inspect", "sample", "--index", index, *more, env=french)
                self.assertIn(says, text.replace("\u00a0", " "))

    def test_histogram_is_normalised_and_gives_the_scores(self):
        model = self.train()
        seen = self.json("histogram", model, "sample", "--index", "3")
        self.assertAlmostEqual(sum(word["value"] ** 2 for word in seen["words"]), 1, places=5)
        self.assertEqual(len(seen["keypoint_words"]), seen["keypoints"])
        self.assertEqual(seen["scores"].index(max(seen["scores"])), int(seen["predicted"]))

    def test_vocabulary_counts_every_patch(self):
        model = self.train()
        seen = self.json("vocabulary", model, "sample")
        self.assertEqual((seen["images"], len(seen["words"])), (600, 40))
        self.assertEqual(sum(word["patches"] for word in seen["words"]), seen["patches"])
        for word in seen["words"]:
            self.assertEqual(sum(word["by_class"]), word["patches"])
            distances = [patch["distance"] for patch in word["nearest"]]
            self.assertEqual(distances, sorted(distances))
            self.assertEqual(len(distances), min(24, word["patches"]))
        nearest = seen["words"][7]["nearest"][0]
        digit = self.json("histogram", model, "sample", "--split", "train", "--index",
                          nearest["image"])
        self.assertEqual(digit["keypoint_words"][nearest["keypoint"]], 7)
        one = self.json("vocabulary", model, "sample", "--word", 7, "--threads", 1)
        self.assertEqual(one["words"], [seen["words"][7]])

    def test_vocabulary_as_files(self):
        model = self.train()
        table = self.folder / "words.csv"
        self.good("vocabulary", model, "sample", "-o", table)
        rows = list(csv.DictReader(table.open()))
        self.assertEqual([int(row["word"]) for row in rows], list(range(40)))
        self.assertEqual(sorted(int(row["rank"]) for row in rows), list(range(1, 41)))
        for word in ([], ["--word", "3"]):
            for ending, magic in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
                out = self.folder / f"words.{ending}"
                self.good("vocabulary", model, "sample", *word, "-o", out)
                self.assertTrue(out.read_bytes().startswith(magic))
        self.bad(2, "vocabulary", model, "sample", "--word", "40", says="from 0 to 39")
        self.bad(2, "vocabulary", model, "sample", "-o", self.folder / "words.doc", says=".csv")

    def test_evidence_adds_up_to_the_scores(self):
        for preset in "notebook", "spatial-pyramid":
            model = self.train(f"{preset}.vwm", "--preset", preset)
            seen = self.json("histogram", model, "sample", "--index", "3")
            self.assertEqual(len(seen["evidence"]), 10)
            for evidence, score in zip(seen["evidence"], seen["scores"]):
                self.assertEqual(len(evidence["products"]), len(seen["words"]))
                self.assertAlmostEqual(evidence["intercept"] + sum(evidence["products"]), score,
                                       places=9)
        text = self.good("histogram", model, "sample", "--index", "3").splitlines()
        predicted = seen["evidence"][int(seen["predicted"])]
        self.assertIn("Product", "".join(text))
        self.assertEqual(sum(len(line.split()) >= 5 for line in text) - 1, len(seen["words"]))
        self.assertTrue(any(line.split() == ["Intercept", f"{predicted['intercept']:.4f}"]
                            for line in text))

    def test_matrix_as_tables(self):
        model = self.train()
        report = self.folder / "report.json"
        report.write_text(self.good("evaluate", model, "sample", "--json"))
        for source in (model, report):
            for ending in ("csv", "md", "tex"):
                out = self.folder / f"matrix.{ending}"
                self.good("matrix", source, "-o", out)
                self.assertGreater(out.stat().st_size, 100)
        rows = list(csv.reader((self.folder / "matrix.csv").open()))
        confusion = json.loads(report.read_text())["confusion"]
        for truth in range(10):
            self.assertEqual([int(n) for n in rows[1 + truth][1:11]], confusion[truth])
        shares = self.folder / "shares.csv"
        self.good("matrix", report, "-o", shares, "--normalize", "true")
        self.assertLessEqual(float(list(csv.reader(shares.open()))[1][1]), 1)

    def test_matrix_as_pictures(self):
        model = self.train()
        report = self.folder / "report.json"
        report.write_text(self.good("evaluate", model, "sample", "--json"))
        no_display = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
        for source in (model, report):
            for ending in ("png", "svg", "pdf"):
                out = self.folder / f"matrix.{ending}"
                self.good("matrix", source, "-o", out, "--normalize", "true", "--title", "A <b> & c",
                          "--colormap", "ylgnbu", "--lang", "fr", env=no_display)
        png = (self.folder / "matrix.png").read_bytes()
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", png[16:24])
        self.assertEqual(width, round(170 / 25.4 * 300))
        self.assertTrue(0.6 * width < height < 1.2 * width, height)
        svg = xml.etree.ElementTree.parse(self.folder / "matrix.svg").getroot()
        self.assertEqual(svg.findtext("{http://www.w3.org/2000/svg}title"), "A <b> & c")
        self.assertEqual((self.folder / "matrix.pdf").read_bytes()[:5], b"%PDF-")

    def test_matrix_colours_and_shares_change_the_picture(self):
        model = self.train()
        pictures = set()
        for more in ([], ["--colormap", "greys"], ["--normalize", "all"], ["--title", "Other"]):
            out = self.folder / "matrix.png"
            self.good("matrix", model, "-o", out, *more)
            pictures.add(out.read_bytes())
        self.assertEqual(len(pictures), 4)

    def test_matrix_refuses_before_it_writes(self):
        model = self.train()
        for name, more, says in [
                ("m.png", ["--colormap", "viridis"], "colormap: “viridis” is not one of blues"),
                ("m.png", ["--colormap", "difference"], "colormap"),
                ("m.png", ["--normalize", "rows"], "normalize"), ("m.jpeg", [], ".png, .svg, .pdf")]:
            with self.subTest(name=name, more=more):
                self.bad(2, "matrix", model, "-o", self.folder / name, *more, says=says)
                self.assertFalse((self.folder / name).exists())
        self.bad(1, "matrix", model, "-o", "/nowhere/m.png", says="/nowhere/m.png")

    def decode_png(self, path):
        """Width, height, pixels a metre; every byte of the picture is there."""
        data = path.read_bytes()
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        chunks, at = [], 8
        while at < len(data):
            [length] = struct.unpack(">I", data[at:at + 4])
            chunks.append((data[at + 4:at + 8], data[at + 8:at + 8 + length]))
            at += 12 + length
        self.assertEqual((at, chunks[-1][0]), (len(data), b"IEND"))
        width, height, depth, kind = struct.unpack(">IIBB", chunks[0][1][:10])
        self.assertEqual((depth, kind), (8, 2))
        pixels = zlib.decompress(b"".join(c for name, c in chunks if name == b"IDAT"))
        self.assertEqual(len(pixels), height * (1 + 3 * width))
        return width, height, struct.unpack(">I", dict(chunks)[b"pHYs"][:4])[0]

    def compare(self):
        """Two models on the sample's 1,000 test digits: their paths, and what compare says."""
        a = self.train("a.vwm")
        b = self.train("b.vwm", "--edge-threshold", "4")
        return a, b, self.json("compare", a, b, "sample")

    def test_compare_agrees_with_evaluating_each(self):
        a, b, seen = self.compare()
        one, other = (self.json("evaluate", path, "sample") for path in (a, b))
        for side, whole in (("a", one), ("b", other)):
            for key in ("confusion", "without_keypoints", "accuracy_all", "parameters"):
                self.assertEqual(seen[side][key], whole[key])
        counts = lambda report: numpy.column_stack([report["confusion"],
                                                    report["without_keypoints"]])
        self.assertEqual(seen["difference"], (counts(other) - counts(one)).tolist())
        self.assertEqual([sum(row) for row in seen["difference"]], [0] * 10)

    def test_compare_finds_what_flipped(self):
        a, b, seen = self.compare()
        labels = gzip.open(SAMPLE / "t10k-labels-idx1-ubyte.gz").read()[8:]
        labels = numpy.frombuffer(labels, numpy.uint8)
        before, after = (numpy.array(seen[side]["predictions"]) for side in "ab")
        fixed = (before != labels) & (after == labels)
        broken = (before == labels) & (after != labels)
        other = (before != labels) & (after != labels) & (before != after)
        for key, expected in (("fixed", fixed), ("broken", broken), ("other_mistakes", other)):
            self.assertEqual(seen[key], numpy.flatnonzero(expected).tolist())
            self.assertGreater(len(seen[key]), 0)
        rise = (len(seen["fixed"]) - len(seen["broken"])) / len(labels)
        self.assertAlmostEqual(seen["b"]["accuracy_all"] - seen["a"]["accuracy_all"], rise)
        for side, predicted in (("a", before), ("b", after)):
            expected = recall_score(labels, predicted, labels=range(10), average=None)
            numpy.testing.assert_allclose(seen[side]["recall"], expected, rtol=1e-12)
        p = binomtest(len(seen["fixed"]), len(seen["fixed"]) + len(seen["broken"])).pvalue
        numpy.testing.assert_allclose(seen["p_value"], p, rtol=1e-9)
        text = self.good("compare", a, b, "sample")
        self.assertRegex(text, rf"Now right +{len(seen['fixed'])}\n")
        self.assertRegex(text, rf"Now wrong +{len(seen['broken'])}\n")

    def test_compare_with_itself_and_backwards(self):
        a, b, seen = self.compare()
        back = self.json("compare", b, a, "sample")
        self.assertEqual((back["fixed"], back["broken"]), (seen["broken"], seen["fixed"]))
        self.assertEqual(back["p_value"], seen["p_value"])
        same = self.json("compare", a, a, "sample")
        self.assertEqual((same["fixed"], same["broken"], same["other_mistakes"]), ([], [], []))
        self.assertEqual(same["p_value"], 1)
        self.assertFalse(numpy.any(same["difference"]))

    def test_compare_as_files(self):
        a, b, seen = self.compare()
        out = self.folder / "difference.csv"
        self.good("compare", a, b, "sample", "-o", out)
        rows = list(csv.reader(out.open()))
        self.assertEqual([[int(n) for n in row[1:]] for row in rows[1:]], seen["difference"])
        out = self.folder / "scores.csv"
        self.good("compare", a, b, "sample", "-o", out, "--show", "recall")
        rows = list(csv.DictReader(out.open()))
        self.assertEqual([row["class"] for row in rows[10:]], ["accuracy", "macro average"])
        for row, before, after in zip(rows, seen["a"]["recall"], seen["b"]["recall"]):
            self.assertEqual((float(row["recall A"]), float(row["recall B"])),
                             (round(before, 4), round(after, 4)))
            self.assertAlmostEqual(float(row["recall B − A"]), after - before, delta=5.1e-5)
        pictures = set()
        for show in ("difference", "precision", "recall", "f1"):
            out = self.folder / f"{show}.png"
            self.good("compare", a, b, "sample", "-o", out, "--show", show, "--resolution", "72",
                      env={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
            pictures.add(out.read_bytes())
        self.assertEqual(len(pictures), 4)
        out = self.folder / "difference.svg"
        self.good("compare", a, b, "sample", "-o", out, "--lang", "fr")
        text = out.read_text()
        self.assertIn("Matrice de confusion, B − A", text)
        facts = json.loads(re.search(r'{"A":.*}', html.unescape(text))[0])
        self.assertEqual(facts["B"]["parameters"]["edge-threshold"], 4)

    def test_compare_refuses_before_it_writes(self):
        a = self.train("a.vwm")
        out = self.folder / "out.png"
        self.bad(2, "compare", a, a, "sample", "-o", out, "--show", "words", says="show: “words”")
        self.bad(1, "compare", a, self.folder / "none.vwm", "sample", "-o", out, says="none.vwm")
        self.bad(2, "compare", a, a, "sample", "-o", self.folder / "out.doc", says="out.doc")
        self.bad(2, "compare", a, "sample")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["a.vwm"])

    def test_a_digit_as_pictures(self):
        model = self.train()
        no_display = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
        for command, shown in [(["inspect", "sample"], "keypoints"), (["inspect", "sample"], "funnel"),
                               (["histogram", model, "sample"], "words"),
                               (["histogram", model, "sample"], "keypoints")]:
            for millimetres, dpi in [(85, 300), (170, 100)]:
                out = self.folder / "a.png"
                self.good(*command, "--index", "5", "--show", shown, "--width", millimetres,
                          "--resolution", dpi, "-o", out, env=no_display)
                width, height, per_metre = self.decode_png(out)
                self.assertEqual(width, round(millimetres / 25.4 * dpi))
                self.assertEqual(per_metre, round(dpi / 0.0254))
                self.assertTrue(0.2 * width < height < 2.5 * width, (shown, width, height))
            svg = self.folder / "a.svg"
            self.good(*command, "--index", "5", "--show", shown, "-o", svg, "--title", "A <b> & c")
            root = xml.etree.ElementTree.parse(svg).getroot()
            self.assertEqual(root.findtext("{http://www.w3.org/2000/svg}title"), "A <b> & c")
            origin = root.findtext("{http://www.w3.org/2000/svg}desc").splitlines()[-1]
            self.assertEqual(json.loads(origin)["index"], 5)
            if shutil.which("rsvg-convert"):
                picture = subprocess.run(["rsvg-convert", svg], check=True, capture_output=True)
                self.assertEqual(picture.stdout[:4], b"\x89PNG")

    def pdf_words(self, path):
        """Page size, and each word with its box, as another program reads the file."""
        page = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, text=True,
                              capture_output=True).stdout
        size = [float(n) for n in re.search(r'<page width="(\S+)" height="(\S+)"', page).groups()]
        words = re.findall(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>',
                           page)
        return size, [([float(n) for n in box], word) for *box, word in words]

    def check_words_apart(self, path):
        (width, height), words = self.pdf_words(path)
        self.assertGreater(len(words), 30)
        for i, ((left, top, right, bottom), word) in enumerate(words):
            self.assertTrue(0 <= left and right <= width and 0 <= top and bottom <= height, word)
            for (x0, y0, x1, y1), other in words[:i]:
                beside = right <= x0 + 0.1 or x1 <= left + 0.1
                below = abs(top + bottom - y0 - y1) / 2  # lines may be closer than their boxes
                apart = beside or below >= 0.6 * (bottom - top + y1 - y0) / 2
                self.assertTrue(apart, f"{path.name}: {word} over {other}")

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_nothing_of_a_figure_is_cut_or_covered(self):
        model = self.train("m.vwm", "--edge-threshold", "4")
        out = self.folder / "a.pdf"
        for language in ("en", "fr"):
            for millimetres in (85, 120, 170):
                common = ["--index", "0", "--lang", language, "--width", millimetres, "-o", out]
                for more in ([], ["--show", "funnel"], ["--upscale", "56"],
                             ["--features", "20", "--edge-threshold", "4", "--show", "funnel"],
                             ["--features", "20", "--edge-threshold", "4"]):
                    self.good("inspect", "sample", *common, *more)
                    self.check_words_apart(out)
                self.good("histogram", model, "sample", *common)
                self.check_words_apart(out)
        said = " ".join(word for _, word in self.pdf_words(out)[1])
        for part in ("Chiffre 0, étiquette 7 : mots visuels", "Score de chaque classe", "Graine 42"):
            self.assertIn(part, said.replace("\xa0", " "))

    def rows(self, *arguments):
        out = self.folder / "rows.csv"
        self.good(*arguments, "-o", out)
        with out.open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def assertSameRows(self, rows, objects):
        self.assertEqual([list(row) for row in rows], [list(thing) for thing in objects])
        self.assertEqual([[float(text) for text in row.values()] for row in rows],
                         [list(thing.values()) for thing in objects])

    def test_a_digit_as_tables(self):
        model = self.train()
        seen = self.json("inspect", "sample", "--index", "5")
        self.assertGreater(len(seen["keypoints"]), 5)
        self.assertSameRows(self.rows("inspect", "sample", "--index", "5"), seen["keypoints"])
        self.assertSameRows(self.rows("inspect", "sample", "--index", "5", "--show", "funnel"),
                            seen["levels"])
        known = self.json("histogram", model, "sample", "--index", "5")
        self.assertSameRows(self.rows("histogram", model, "sample", "--index", "5"), known["words"])
        rows = self.rows("histogram", model, "sample", "--index", "5", "--show", "keypoints")
        self.assertEqual([int(row.pop("word")) for row in rows], known["keypoint_words"])
        self.assertTrue(all(float(row.pop("distance")) > 0 for row in rows))
        self.assertSameRows(rows, seen["keypoints"])
        self.assertEqual(self.rows("inspect", "sample", "--index", "5", "--lang", "fr"), rows)
        turned = self.train("turned.vwm", "--directions", "4", "--pyramid", "1+2")
        known = self.json("histogram", turned, "sample", "--index", "5")
        self.assertSameRows(self.rows("histogram", turned, "sample", "--index", "5"), known["words"])
        self.assertEqual({word["word"] for word in known["words"]}, set(known["keypoint_words"]))
        self.assertEqual({word["cell"] for word in known["words"]} - set(range(5)), set())
        self.assertGreater(len({word["direction"] for word in known["words"]}), 1)
        self.good("histogram", turned, "sample", "--index", "5", "-o", self.folder / "turned.svg")
        none = self.folder / "none.csv"
        self.good("inspect", "sample", "--index", "5", "--upscale", "56", "-o", none)
        self.assertEqual(none.read_text(), "x,y,size,angle,response,octave\n")

    def test_a_digit_is_refused_before_it_is_written(self):
        model = self.train()
        inside = sorted(self.folder.iterdir())
        for command in (["inspect", "sample"], ["histogram", model, "sample"]):
            for name, more, says in [
                    ("a.jpeg", [], ".png, .svg, .pdf, .csv, .md, .tex"),
                    ("a.png", ["--show", "scores"], "show: “scores” is not one of keypoints, funnel"),
                    ("a.png", ["--width", "5"], "width: 5 is not a number from 40 to 400"),
                    ("a.png", ["--resolution", "nan"], "resolution: nan is not a number from 72"),
                    ("a.png", ["--index", "1000"], "999")]:
                with self.subTest(command=command[0], name=name, more=more):
                    self.bad(2, *command, "--index", "0", "-o", self.folder / name, *more, says=says)
            self.bad(2, *command, "--index", "0", "--show", "keypoints", says="--output is needed")
            self.bad(1, *command, "--index", "0", "-o", "/nowhere/a.png", says="/nowhere/a.png")
            self.bad(1, *command, "--index", "0", "-o", "/proc/a.png", says="/proc/a.png")
        self.bad(2, "inspect", "sample", "--index", "0", "--show", "words", "-o",
                 self.folder / "a.png", says="keypoints, funnel")
        self.assertEqual(sorted(self.folder.iterdir()), inside)

    @unittest.skipUnless(os.geteuid(), "root may write anywhere")
    def test_read_only_folder_stays_empty(self):
        self.folder.chmod(0o500)
        self.bad(1, "inspect", "sample", "--index", "0", "-o", self.folder / "a.png", says="a.png")
        self.folder.chmod(0o700)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_full_disk_leaves_what_was_there(self):
        """A limit on the size of files stands for a full disk."""
        out = self.folder / "a.png"
        out.write_text("old")
        command = [CLI, "inspect", "sample", "--index", "0", "-o", str(out)]
        limited = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                           resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
        result = subprocess.run(command, capture_output=True, text=True, preexec_fn=limited,
                                env=dict(os.environ, LC_ALL="C.UTF-8"))
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(str(out), result.stderr)
        self.assertEqual(out.read_text(), "old")
        self.assertEqual(list(self.folder.iterdir()), [out])
    def test_sweep_is_one_training_a_value(self):
        path = self.folder / "sweep.csv"
        swept = self.json("sweep", "sample", "--values", "31,64,20", "-o", path, *QUICK)
        self.assertEqual(swept["parameter"], "edge-threshold")
        self.assertNotIn("accuracy", swept)  # a mean over settings means nothing
        self.assertIn("descriptors", swept["trials"][1]["error"])
        rows = list(csv.DictReader(path.open()))
        for i, threshold in ((0, 31), (2, 20)):
            alone = self.json("train", "sample", "--edge-threshold", threshold, *QUICK)
            trial = swept["trials"][i]
            self.assertEqual(trial["value"], threshold)
            for key in ("accuracy", "accuracy_all", "macro_f1", "train_descriptors", "test_images"):
                self.assertEqual(trial[key], alone[key])
            self.assertEqual(rows[i]["edge-threshold"], str(threshold))
            self.assertAlmostEqual(float(rows[i]["accuracy_all"]), alone["accuracy_all"], 4)
        self.assertEqual(rows[1]["accuracy_all"], "")
        text = self.good("sweep", "sample", "--parameter", "norm", "--values", "l1,hellinger", *QUICK)
        self.assertRegex(text, r"(?m)^l1 +0\.\d{4} .*\nhellinger +0\.\d{4} ")

    def test_sweep_draws_its_curve(self):
        picture = self.folder / "sweep.svg"
        swept = ("sweep", "sample", "--parameter", "interpolation", "--values", "nearest,area", *QUICK)
        self.good(*swept, "-o", picture, "--title", "Two ways", "--lang", "fr")
        text = picture.read_text()
        self.assertIn("Two ways", text)
        self.assertIn("interpolation", text)
        first = picture.read_bytes()
        self.good(*swept, "-o", picture, "--title", "Two ways", "--lang", "fr")
        self.assertEqual(picture.read_bytes(), first)
        for name, start in ("sweep.png", b"\x89PNG"), ("sweep.pdf", b"%PDF"), ("sweep.md", b"|"):
            self.good(*swept, "-o", self.folder / name)
            self.assertTrue((self.folder / name).read_bytes().startswith(start))

    def test_repeat_tells_the_spread(self):
        repeated = self.json("train", "sample", "--repeat", 3, *QUICK)
        found = [trial["accuracy_all"] for trial in repeated["trials"]]
        self.assertEqual([trial["value"] for trial in repeated["trials"]], [42, 43, 44])
        self.assertEqual(found[1], self.json("train", "sample", "--seed", 43, *QUICK)["accuracy_all"])
        self.assertAlmostEqual(repeated["accuracy_all"]["mean"], statistics.mean(found))
        self.assertAlmostEqual(repeated["accuracy_all"]["deviation"], statistics.stdev(found))
        self.assertIn("±", self.good("train", "sample", "--repeat", 2, *QUICK))

    def test_sweep_and_repeat_refuse(self):
        unwritten = self.folder / "model.vwm"
        self.bad(2, "train", "sample", "--repeat", 1, says="repeat")
        self.bad(2, "train", "sample", "--repeat", 3, "-o", unwritten, says="--repeat")
        self.assertFalse(unwritten.exists())
        self.bad(2, "sweep", "sample", "--parameter", "colour", says="colour")
        self.bad(2, "sweep", "sample", "--parameter", "words", says="--values")
        self.bad(2, "sweep", "sample", "--values", "0:129", says="129")
        self.bad(2, "sweep", "sample", "--values", "4", "-o", "sweep.doc", says="sweep.doc")
        self.bad(2, "sweep", "sample", "--values", "4", "--title", "x", says="--output")
        self.bad(1, "sweep", "sample", "--values", "4", "-o", "/nowhere/sweep.csv", says="/nowhere")

    def test_predict_files(self):
        model = self.train()
        digit = self.folder / "digit.pgm"
        digit.write_bytes(b"P5 28 28 255\n" + bytes(28 * 28))
        answer = self.json("predict", model, digit)["predictions"][0]
        self.assertIsNone(answer["label"])
        self.bad(1, "predict", model, self.folder / "gone.png", says="gone.png")

    def test_names_that_are_not_utf8(self):
        folder = pathlib.Path(os.fsdecode(os.fsencode(self.folder) + b"/caf\xe9"))
        shutil.copytree(SAMPLE, folder / "data")
        model, digit = self.train(folder / "model.vwm"), folder / "digit.pgm"
        digit.write_bytes(b"P5 28 28 255\n" + bytes(28 * 28))
        sides = self.json("compare", model, model, "sample")
        for name in (self.json("info", folder / "data")["source"],
                     self.json("predict", model, digit)["predictions"][0]["file"],
                     sides["a"]["model"]):
            self.assertIn("caf\ufffd", name)
        (folder / "data" / "t10k-labels-idx1-ubyte.gz").unlink()
        self.bad(1, "info", folder / "data", says="caf\ufffd/data/t10k-labels")

    def test_wrong_usage_is_2(self):
        for arguments, says in [
                ([], "Usage"), (["fly"], "fly"), (["train"], "DATA"), (["train", "a", "b"], "DATA"),
                (["train", "sample", "--words", "-5"], "words: -5 is not a number from 2 to"),
                (["train", "sample", "--svm-c", "nan"], "svm-c: nan is not a number from"),
                (["train", "sample", "--upscale", "9999"], "upscale: 9999 is not a number from 8"),
                (["train", "sample", "--interpolation", "x"], "interpolation: “x” is not one of"),
                (["train", "sample", "--preset", "best-ever"], "preset: “best-ever” is not one of"),
                (["train", "sample", "--threads", "-1"], "threads"),
                (["inspect", "sample"], "--index"), (["inspect", "sample", "--index", "1000"], "999"),
                (["inspect", "sample", "--index", "0", "--split", "dev"], "split"),
                (["inspect", "sample", "--index", "0", "--upscale", "8", "--scale-factor", "4"],
                 "pyramid level"), (["train", "sample", "--nonsense"], "nonsense")]:
            with self.subTest(arguments=arguments):
                self.bad(2, *arguments, says=says)

    def test_bad_data_is_1_and_writes_nothing(self):
        for name in ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"):
            garbage = self.folder / f"{name}-ubyte.gz"
            garbage.write_text("<html>404</html>")
        out = self.folder / "m.vwm"
        for data, says in [(self.folder, "web page"), ("/nowhere", "/nowhere"),
                           ("/dev/null", "/dev/null")]:
            with self.subTest(data=data):
                self.bad(1, "train", data, "-o", out, says=says)
                self.assertFalse(out.exists())
        self.bad(1, "evaluate", garbage, "sample", says=garbage.name)
        self.bad(1, "train", "sample", "-o", "/nowhere/m.vwm", says="/nowhere/m.vwm")
        self.bad(1, "train", "sample", "-o", "/dev/null", says="/dev/null")

    def test_full_standard_output_is_an_error(self):
        with open("/dev/full", "w") as full:
            result = subprocess.run([CLI, "info", "sample"], stdout=full, stderr=subprocess.PIPE,
                                    env=dict(os.environ, LC_ALL="C.UTF-8"))
        self.assertEqual(result.returncode, 1)

    def test_too_few_descriptors(self):
        self.bad(1, "train", "sample", "--max-train", "5", "--words", "5000", says="too few")

    def wait_until_it_listens(self, process):
        """An interrupt before the program handles it would end it as it ends any program."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            blocked = int(re.search(r"^SigBlk:\s*(\w+)", status, re.M).group(1), 16)
            if blocked >> (signal.SIGINT - 1) & 1:
                return
            time.sleep(0.002)
        self.fail("the program does not handle SIGINT")

    def test_interrupt_leaves_nothing(self):
        out = self.folder / "m.vwm"
        for delay in (0, 0.05, 0.4, 1.0):
            with self.subTest(delay=delay):
                process = subprocess.Popen([CLI, "train", "sample", "-o", str(out), "--preset", "tuned",
                                            "--words", "4000", "--threads", "1"],
                                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                self.wait_until_it_listens(process)
                time.sleep(delay)
                process.send_signal(signal.SIGINT)
                begin = time.monotonic()
                process.communicate(timeout=60)
                self.assertEqual(process.returncode, 130)
                self.assertLess(time.monotonic() - begin, 5)
                self.assertEqual(list(self.folder.iterdir()), [])

    def test_french(self):
        french = speaking("fr")
        self.assertIn("Matrice de confusion", self.good("train", "sample", *QUICK, env=french))
        self.bad(2, "train", "sample", "--words", "1", says="n’est pas un nombre", env=french)
        model = self.train()
        out = self.folder / "matrix.md"
        for locale in "C", "C.UTF-8", "C_FR.UTF-8":
            with self.subTest(locale=locale):
                self.good("matrix", model, "-o", out, "--lang", "fr", env={"LC_ALL": locale})
                self.assertIn("sans points clés", out.read_text())
        untranslated = run("matrix", model, "-o", out, "--lang", "tlh")
        self.assertEqual(untranslated.returncode, 0)
        self.assertIn("no translation into “tlh”", untranslated.stderr)
        self.assertIn("no keypoints", out.read_text())

    def test_fetch_mnist_fails(self):
        folder = self.folder / "mnist"
        with mirror(self.folder) as server:
            said = self.bad(1, "fetch-mnist", folder, "--mirror", server.url + "nowhere",
                            says="its server answers 404")
            self.assertIn(server.url + "nowhere/train-images-idx3-ubyte.gz", said)
        with mirror(self.folder, page=b"<!DOCTYPE html><title>Sign in</title>") as server:
            self.bad(1, "fetch-mnist", folder, "--mirror", server.url, says="is a web page")
        self.bad(1, "fetch-mnist", folder, "--mirror", server.url, says="does not take the connection")
        self.assertEqual(list(self.folder.iterdir()), [])
        self.assertIn("serveur", self.bad(1, "fetch-mnist", folder, "--mirror", server.url,
                                          env=speaking("fr")))

    def test_fetch_mnist_into_the_way(self):
        data = self.folder / "data"
        shutil.copytree(SAMPLE, data)
        before = sorted(path.read_bytes() for path in data.iterdir())
        self.bad(1, "fetch-mnist", data, "--mirror", "http://127.0.0.1:1/",
                 says="holds other data than MNIST")
        self.bad(1, "fetch-mnist", data / "LICENSE", "--mirror", "http://127.0.0.1:1/",
                 says="LICENSE")
        self.assertEqual(sorted(path.read_bytes() for path in data.iterdir()), before)
        self.bad(2, "fetch-mnist", data, "--mirror", "ftp://127.0.0.1/", says="http or https")
        self.bad(2, "fetch-mnist", data, data)

    @unittest.skipUnless(MNIST, "VW_MNIST_DIR is not set")
    def test_fetch_mnist(self):
        home = self.folder / "home"
        folder = home / "visual-words" / "mnist"
        with mirror(MNIST) as server:
            fetch = "fetch-mnist", "--mirror", server.url
            env = {"XDG_DATA_HOME": str(home)}
            self.assertEqual(self.good(*fetch, env=env), f"{folder}\n")
            self.assertEqual(len(server.asked), 4)
            self.assertEqual(len(list(folder.iterdir())), 4)
            self.assertTrue(self.json("info", folder)["mnist"])
            self.assertEqual(self.good(*fetch, env=env), f"{folder}\n")
            self.assertEqual(len(server.asked), 4)
            damaged = folder / "t10k-images-idx3-ubyte.gz"
            damaged.write_bytes(damaged.read_bytes()[:1000])
            result = run(*fetch, env=env)
            self.assertEqual(result.returncode, 0)
            self.assertIn(f"{damaged}: is cut off", result.stderr)
            self.assertEqual(server.asked[4:], [("/t10k-images-idx3-ubyte.gz", None)])
        self.assertTrue(self.json("info", folder)["mnist"])

    @unittest.skipUnless(MNIST, "VW_MNIST_DIR is not set")
    def test_fetch_mnist_interrupted(self):
        folder, beside = self.folder / "mnist", self.folder / "mnist.part"
        part = beside / "train-images-idx3-ubyte.gz.part"
        with mirror(MNIST, pace=0.1) as server:
            process = subprocess.Popen([CLI, "fetch-mnist", folder, "--mirror", server.url],
                                       stderr=subprocess.PIPE, text=True)
            while not part.exists() or part.stat().st_size < 100000:
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 130)
            self.assertEqual(len(said.splitlines()), 1, said)
        self.assertEqual(list(beside.iterdir()), [part])
        self.assertFalse(folder.exists())
        with mirror(MNIST) as server:
            self.good("fetch-mnist", folder, "--mirror", server.url)
            self.assertRegex(server.asked[0][1], "^bytes=[0-9]+-$")
        self.assertFalse(beside.exists())

    @unittest.skipUnless(FASHION.is_dir(), "dataset-fashion-mnist is not installed")
    def test_class_names_follow_the_data(self):
        english, french = speaking("en"), speaking("fr")
        self.assertIn("Ankle boot", self.good("info", FASHION, env=english))
        self.assertIn("Bottine", self.good("info", FASHION, env=french))
        self.assertEqual(json.loads(self.good("info", FASHION, "--json", env=french))["classes"][8], "Bag")
        quick = QUICK + ["-o"]
        models = [self.folder / "en.vwm", self.folder / "fr.vwm"]
        for model, language in zip(models, (english, french)):
            self.good("train", FASHION, *quick, model, env=language)
        self.assertEqual(*(model.read_bytes() for model in models))
        table = self.folder / "matrix.md"
        self.good("matrix", models[0], "-o", table, env=french)
        self.assertIn("Manteau", table.read_text())
        # A figure in another language says all in it.
        for lang, mine, names in ("en", french, ("Ankle boot", "Coat")), ("fr", english, ("Bottine", "Manteau")):
            self.good("matrix", models[0], "-o", table, "--lang", lang, env=mine)
            self.assertIn(names[1], table.read_text())
            self.good("compare", *models, FASHION, "-o", table, "--lang", lang, env=mine)
            self.assertIn(names[1], table.read_text())
            figure = self.folder / "digit.svg"
            self.good("inspect", FASHION, "--index", "0", "-o", figure, "--lang", lang, env=mine)
            self.assertIn(names[0], figure.read_text())

    def test_emnist_is_read_upright(self):
        emnist.write(SAMPLE, self.folder)
        result = run("info", self.folder, "--json")
        self.assertEqual(result.returncode, 0)
        self.assertIn("they are read upright", result.stderr)
        self.assertEqual(json.loads(result.stdout)["sha256"], self.json("info", "sample")["sha256"])

    @unittest.skipUnless(MNIST, "VW_MNIST_DIR is not set")
    def test_full_mnist(self):
        self.assertTrue(self.json("info", MNIST)["mnist"])
        report = self.json("train", MNIST, "--preset", "notebook-printed")
        self.assertEqual((report["train_images"], report["test_images"]), (59815, 9971))
        self.assertEqual(report["support"], [966, 1121, 1031, 1010, 982, 892, 958, 1028, 974, 1009])
        self.assertLessEqual(abs(report["train_descriptors"] - 1024077), 5)
        self.assertTrue(0.62 <= report["accuracy"] <= 0.64, report["accuracy"])
        listed = self.json("train", MNIST, "--preset", "notebook")
        self.assertEqual((listed["train_descriptors"], listed["train_images"],
                          listed["test_images"]), (1335695, 59928, 9989))


if __name__ == "__main__":
    tap.main()
