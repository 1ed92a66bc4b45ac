# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what sklearn.metrics says of FOLDER/labels ("truth prediction" a line, −1 for none).

metrics.py FOLDER N_CLASSES: the confusion matrix cell by cell, then the scores of each class, the
macro and weighted averages and the accuracy: over images with a prediction, then over all.
"""
import sys

import numpy as np
from sklearn import metrics

folder, n = sys.argv[1], int(sys.argv[2])
truth, predicted = np.loadtxt(f"{folder}/labels", dtype=int, ndmin=2).T
known = predicted >= 0


def scores(y, p, **options):
    return metrics.precision_recall_fscore_support(y, p, zero_division=0, **options)


def show(name, values):
    print(name, *(repr(float(v)) for v in values))


def population(y, p):
    occurring = [c for c in range(n) if c in y or c in p]
    if len(y) == 0:
        for name in ["class"] * n + ["macro", "weighted"]:
            show(name, [0, 0, 0, 0])
        show("accuracy", [0])
        return
    for values in zip(*scores(y, p, labels=range(n), average=None)):
        show("class", values)
    for average in ["macro", "weighted"]:
        show(average, [*scores(y, p, labels=occurring, average=average)[:3], len(y)])
    show("accuracy", [metrics.accuracy_score(y, p)])


if known.any():
    matrix = metrics.confusion_matrix(truth[known], predicted[known], labels=range(n))
else:
    matrix = np.zeros((n, n), int)
for cell in matrix.ravel():
    print(cell)
population(truth[known], predicted[known])
population(truth, predicted)
