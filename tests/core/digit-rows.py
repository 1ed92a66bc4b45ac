# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the notebook's histograms of the first MNIST digits with OpenCV and scikit-learn.

digit-rows.py MNIST FOLDER STEM COUNT: writes STEM-offsets, -indices, -values and -labels.
"""
import gzip
import os
import sys

import cv2
import numpy as np
from sklearn.cluster import MiniBatchKMeans

mnist, folder, stem, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])


def idx(name, skip):
    path = os.path.join(mnist, name)
    opener = gzip.open if os.path.exists(path + ".gz") else open
    with opener(path + ".gz" if opener is gzip.open else path, "rb") as file:
        return np.frombuffer(file.read(), "u1", offset=skip)


images = idx("train-images-idx3-ubyte", 16).reshape(-1, 28, 28)[:count]
labels = idx("train-labels-idx1-ubyte", 8)[:count]
orb = cv2.ORB_create(nfeatures=500)
found = [orb.detectAndCompute(cv2.resize(i, (96, 96), interpolation=cv2.INTER_CUBIC), None)[1]
         for i in images]
means = MiniBatchKMeans(300, batch_size=4096, random_state=42, n_init=1)
means.fit(np.concatenate([d for d in found if d is not None]).astype("f4"))
rows = np.zeros((count, 300), "f4")
for row, d in zip(rows, found):
    if d is not None:
        row += np.bincount(means.predict(d.astype("f4")), minlength=300)
        row /= np.linalg.norm(row) + 1e-12
np.concatenate([[0], np.cumsum((rows > 0).sum(1))]).astype("<i8").tofile(f"{folder}/{stem}-offsets")
np.nonzero(rows)[1].astype("<u4").tofile(f"{folder}/{stem}-indices")
rows[rows > 0].astype("<f4").tofile(f"{folder}/{stem}-values")
labels.tofile(f"{folder}/{stem}-labels")
