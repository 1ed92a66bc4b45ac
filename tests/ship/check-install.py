#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-install BUILD app|""

Installs below a folder of its own, as a packager does, and runs the programs from there: they find
data, languages, schema and icons. Uninstalling leaves nothing."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "lib"))
from languages import speaking

APP_ID = "io.github.visualwords.VisualWords"
build, with_app = sys.argv[1], sys.argv[2] == "app"


def run(*command, env=None, **more):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=env,
                            timeout=120, **more)
    assert result.returncode == 0, f"{command}: {result.stdout}{result.stderr}"
    return result.stdout


def files(folder):
    return sorted(path for path in folder.rglob("*") if not path.is_dir())


def outside_environment(share, home):
    """That of a user, who has set nothing of ours."""
    environment = {key: value for key, value in os.environ.items()
                   if not key.startswith("VW_") and key not in ("GSETTINGS_SCHEMA_DIR", "LANGUAGE")}
    return environment | {"LC_ALL": "C.UTF-8", "HOME": str(home), "XDG_DATA_HOME": f"{home}/data",
                          "GSETTINGS_BACKEND": "memory", "GSK_RENDERER": "cairo",
                          "GTK_A11Y": "none", "XDG_DATA_DIRS": f"{share}:/usr/share"}


def check_cli(prefix, environment):
    program = prefix / "bin/visual-words-cli"
    assert "Apprentissage" in run(program, "info", "sample", env=environment | speaking("fr"))
    for page in ("man/man1", "man/fr/man1"):
        assert (prefix / "share" / page / "visual-words-cli.1").exists(), page
    for file in ("bash-completion/completions/visual-words-cli",
                 "zsh/site-functions/_visual-words-cli",
                 "fish/vendor_completions.d/visual-words-cli.fish"):
        assert (prefix / "share" / file).exists(), file


def check_window(prefix, environment):
    share = prefix / "share"
    # What a package's triggers do.
    run("glib-compile-schemas", "--strict", share / "glib-2.0/schemas")
    run("update-mime-database", share / "mime")
    globs = (share / "mime/globs2").read_text()
    for kind in ("model", "preset"):
        assert f"application/x-visual-words-{kind}" in globs, globs
    desktop = (share / f"applications/{APP_ID}.desktop").read_text()
    assert "Comment[fr]=" in desktop and f"Icon={APP_ID}" in desktop
    for icon in ("scalable", "symbolic"):
        assert list((share / "icons/hicolor" / icon / "apps").glob(f"{APP_ID}*.svg")), icon
    keys = run("gsettings", "--schemadir", share / "glib-2.0/schemas", "list-keys", APP_ID,
               env=environment)
    assert "maximized" in keys, keys
    if shutil.which("xvfb-run"):
        run("xvfb-run", "-a", prefix / "bin/visual-words", "--exit-after-startup",
            env=environment | {"G_DEBUG": "fatal-warnings"})


def main():
    with tempfile.TemporaryDirectory() as folder:
        root, home = pathlib.Path(folder, "root"), pathlib.Path(folder, "home")
        home.mkdir()
        run("meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", root)
        [program] = root.rglob("bin/visual-words-cli")
        prefix = program.parent.parent
        installed = files(root)
        environment = outside_environment(prefix / "share", home)
        check_cli(prefix, environment)
        if with_app:
            check_window(prefix, environment)
        run("ninja", "-C", build, "uninstall")
        left = set(files(root)) & set(installed)
        assert not left, f"uninstalling left {left}"


main()
