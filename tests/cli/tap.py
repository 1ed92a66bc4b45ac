# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the test cases of the main module, all or those named, and reports as TAP, which meson reads."""
import sys
import unittest


class Tap(unittest.TextTestResult):
    number = 0

    def line(self, verdict, test, note=""):
        Tap.number += 1
        print(f"{verdict} {Tap.number} {test.id().split('.')[-1]}{note}", flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.line("ok", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.line("ok", test, f" # SKIP {reason}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.line("not ok", test)

    def addError(self, test, err):
        super().addError(test, err)
        self.line("not ok", test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.line("not ok", test)


def main():
    loader = unittest.defaultTestLoader
    names = sys.argv[1:]
    module = sys.modules["__main__"]
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    result = unittest.TextTestRunner(stream=sys.stderr, resultclass=Tap, verbosity=0).run(suite)
    print(f"1..{Tap.number}")
    sys.exit(not result.wasSuccessful())
