# SPDX-License-Identifier: GPL-3.0-or-later
"""Where OpenCV finds FAST's corners in the digits of a folder's test split.

corners.py FOLDER: upscales to 96 (linear), threshold 20, and prints a line a class: images,
corners, corners outside the window of 31 pixels' border, corners in the middle of the window.
"""
import gzip
import sys

import cv2
import numpy as np

folder = sys.argv[1]
images = np.frombuffer(gzip.open(f"{folder}/t10k-images-idx3-ubyte.gz").read(), np.uint8, offset=16)
labels = np.frombuffer(gzip.open(f"{folder}/t10k-labels-idx1-ubyte.gz").read(), np.uint8, offset=8)
images = images.reshape(-1, 28, 28)
fast = cv2.FastFeatureDetector_create(20, True)
counts = np.zeros((10, 4), int)
for image, label in zip(images, labels):
    big = cv2.resize(image, (96, 96), interpolation=cv2.INTER_LINEAR)
    at = np.array([k.pt for k in fast.detect(big)]).reshape(-1, 2)
    outside = ((at < 31) | (at >= 96 - 31)).any(1)
    middle = (abs(at - 47.5) < 34 / 4).all(1)
    counts[label] += 1, len(at), outside.sum(), middle.sum()
for row in counts:
    print(*row)
