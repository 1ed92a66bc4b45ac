# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains scikit-learn's LinearSVC on the rows that a test wrote.

linear-svc.py FOLDER STEM C: reads STEM-offsets …, writes STEM-coef, -intercept (float64) and
-predicted (uint8, of every row), prints the seconds of fit().
"""
import sys
import time

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

folder, stem, cost = sys.argv[1], sys.argv[2], float(sys.argv[3])


def part(name, dtype):
    return np.fromfile(f"{folder}/{stem}-{name}", dtype)


offsets = part("offsets", "<i8")
x = csr_matrix((part("values", "<f4"), part("indices", "<u4").astype("<i4"), offsets))
y = part("labels", "u1")
full = np.diff(offsets) > 0
classifier = LinearSVC(dual=False, C=cost, tol=1e-4, random_state=42)
begin = time.perf_counter()
classifier.fit(x[full], y[full])
print(time.perf_counter() - begin)
classifier.coef_.astype("<f8").tofile(f"{folder}/{stem}-coef")
classifier.intercept_.astype("<f8").tofile(f"{folder}/{stem}-intercept")
classifier.predict(x).astype("u1").tofile(f"{folder}/{stem}-predicted")
