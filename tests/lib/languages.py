# SPDX-License-Identifier: GPL-3.0-or-later
"""What to set so that a program speaks a language, without a locale for it being set up."""


def speaking(language):
    # In C.UTF-8 glibc 2.41 looks at LANGUAGE no more. Here it finds no such territory, takes C.UTF-8
    # and keeps the name. Of messages alone: fontconfig complains of such a name for letters.
    return {"LC_ALL": "", "LANG": "C.UTF-8", "LC_MESSAGES": "C_FR.UTF-8", "LANGUAGE": language}
