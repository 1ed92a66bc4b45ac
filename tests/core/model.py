# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens FOLDER/m.vwm as anybody would and says what is in it, one JSON object."""
import hashlib
import io
import json
import sys
import zipfile

import numpy as np

path = sys.argv[1] + "/m.vwm"
model = np.load(path)
members = zipfile.ZipFile(path)
names = members.namelist()


def resaved(name):
    out = io.BytesIO()
    np.save(out, model[name])
    return out.getvalue() == members.read(name + ".npy")


print(json.dumps({
    "names": names,
    "dtypes": [model[n].dtype.str for n in ("centers", "coef", "intercept", "classes")],
    "shapes": [list(model[n].shape) for n in ("centers", "coef", "intercept", "classes", "meta")],
    "centers": float(model["centers"].astype(float).sum()),
    "coef": model["coef"][1, 2],
    "intercept": model["intercept"].tolist(),
    "classes": model["classes"].tolist(),
    "meta": json.loads(str(model["meta"])),
    "checksum_holds": str(model["checksum"]) == hashlib.sha256(
        b"".join(members.read(n) for n in names[:-1])).hexdigest(),
    "numpy_writes_the_same": all(resaved(n[:-4]) for n in names),
}))
