#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The notebook's pipeline in Python: what a user would run instead.

notebook.py IDX_FOLDER [linear|cubic-float]   prints one JSON object with seconds and figures.
"""
import gzip
import json
import os
import resource
import sys
import time

import cv2
import numpy as np
from sklearn.cluster import MiniBatchKMeans
from sklearn.metrics import accuracy_score
from sklearn.svm import LinearSVC

SIDE, WORDS = 96, 300


def read_idx(folder, name):
    with gzip.open(os.path.join(folder, name + ".gz")) as file:
        data = file.read()
    dims = [int.from_bytes(data[4 + 4 * i:8 + 4 * i], "big") for i in range(data[3])]
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(dims)


def cubic_float_matrix(source, target, a=-0.75):
    """Weights of bicubic interpolation, borders replicated: a target × source matrix."""
    matrix = np.zeros((target, source))
    for i in range(target):
        position = (i + 0.5) * source / target - 0.5
        left = int(np.floor(position))
        for k in range(left - 1, left + 3):
            t = abs(position - k)
            near = (a + 2) * t ** 3 - (a + 3) * t ** 2 + 1
            far = a * t ** 3 - 5 * a * t ** 2 + 8 * a * t - 4 * a
            matrix[i, min(max(k, 0), source - 1)] += near if t <= 1 else far
    return matrix


def upscaler(interpolation):
    if interpolation == "linear":
        return lambda image: cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
    weights = cubic_float_matrix(28, SIDE)
    return lambda image: np.clip(np.rint(weights @ image @ weights.T), 0, 255).astype(np.uint8)


def describe(images, upscale):
    orb = cv2.ORB_create(nfeatures=500)
    return [orb.detectAndCompute(upscale(image), None)[1] for image in images]


def histograms(kmeans, descriptors):
    rows = []
    for found in descriptors:
        counts = np.bincount(kmeans.predict(found.astype(np.float32)), minlength=WORDS)
        rows.append(counts / (np.linalg.norm(counts) + 1e-12))
    return np.array(rows, np.float32)


def main():
    folder = sys.argv[1]
    upscale = upscaler(sys.argv[2] if len(sys.argv) > 2 else "linear")
    stages, start = {}, time.perf_counter()

    def lap(name):
        nonlocal start
        stages[name] = round(time.perf_counter() - start, 3)
        start = time.perf_counter()

    train, train_labels = (read_idx(folder, "train-images-idx3-ubyte"),
                           read_idx(folder, "train-labels-idx1-ubyte"))
    test, test_labels = (read_idx(folder, "t10k-images-idx3-ubyte"),
                         read_idx(folder, "t10k-labels-idx1-ubyte"))
    lap("load")
    train_found, test_found = describe(train, upscale), describe(test, upscale)
    lap("keypoints")
    kept = [i for i, d in enumerate(train_found) if d is not None]
    kept_test = [i for i, d in enumerate(test_found) if d is not None]
    everything = np.vstack([train_found[i] for i in kept]).astype(np.float32)
    kmeans = MiniBatchKMeans(n_clusters=WORDS, batch_size=4096, random_state=42, n_init="auto")
    kmeans.fit(everything)
    lap("vocabulary")
    rows = histograms(kmeans, [train_found[i] for i in kept])
    test_rows = histograms(kmeans, [test_found[i] for i in kept_test])
    lap("histograms")
    svm = LinearSVC(dual=False, random_state=42).fit(rows, train_labels[kept])
    lap("classifier")
    accuracy = accuracy_score(test_labels[kept_test], svm.predict(test_rows))
    lap("evaluation")
    print(json.dumps({
        "seconds": round(sum(stages.values()), 2), "stages": stages,
        "train_descriptors": len(everything), "train_images": len(kept),
        "test_images": len(kept_test), "accuracy": accuracy, "inertia": float(kmeans.inertia_),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6}))


if __name__ == "__main__":
    main()
