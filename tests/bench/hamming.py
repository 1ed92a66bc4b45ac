#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nearest words by Hamming distance with cv2.BFMatcher, on one thread.

hamming.py DESCRIPTORS WORDS   two files of 32 bytes a row; prints seconds of CPU time, then for each
descriptor its word, as 16-bit numbers in a file beside them.
"""
import sys
import time

import cv2
import numpy as np

cv2.setNumThreads(1)
descriptors, words = (np.fromfile(name, np.uint8).reshape(-1, 32) for name in sys.argv[1:3])
matcher = cv2.BFMatcher(cv2.NORM_HAMMING)
start = time.process_time()
matches = matcher.match(descriptors, words)
print(time.process_time() - start)
np.array([match.trainIdx for match in matches], np.uint16).tofile(sys.argv[1] + ".words")
