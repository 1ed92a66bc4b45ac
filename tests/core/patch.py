# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a turned patch of FOLDER/image, sample by sample.

patch.py FOLDER SIDE X Y ANGLE SIZE SAMPLES: the square of SIZE pixels round (X, Y), turned clockwise
by ANGLE degrees, with SAMPLES a side, bilinear between the centres of the pixels.
"""
import sys

import numpy as np

folder = sys.argv[1]
width, x, y, angle, size, n = (float(v) for v in sys.argv[2:])
width, n = int(width), int(n)
image = np.fromfile(f"{folder}/image", np.uint8).reshape(-1, width).astype(float)
places = (np.arange(n) + 0.5) * size / n - size / 2
u, v = np.meshgrid(places, places)
turn = np.deg2rad(angle)
xs = x + u * np.cos(turn) - v * np.sin(turn)
ys = y + u * np.sin(turn) + v * np.cos(turn)
left, top = np.floor(xs).astype(int), np.floor(ys).astype(int)
right, low = xs - left, ys - top
above = image[top, left] * (1 - right) + image[top, left + 1] * right
below = image[top + 1, left] * (1 - right) + image[top + 1, left + 1] * right
for value in (above * (1 - low) + below * low).ravel():
    print(repr(float(value)))
