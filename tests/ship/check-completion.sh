#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-completion FOLDER CLI   drives bash's completion as readline does: with its words split at “=”.
set -u
folder=$1 cli=$(realpath "$2") failed=0

# shellcheck disable=SC1091 # found at run time
source "$folder/visual-words-cli.bash"
complete -p visual-words-cli | grep -q -- '-F _visual_words_cli' || exit 1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir digits && touch model.vwm mine.vwpreset report.json table.csv notes.txt seven.png

# offers WANTED WORD…   the last word is the one to be completed
offers () {
  local wanted=$1
  shift
  COMP_WORDS=("$cli" "$@") COMP_CWORD=$# COMPREPLY=()
  _visual_words_cli
  local found
  found=$(printf '%s\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"} | sort -u | paste -s -d ' ')
  [[ $found == "$(tr ' ' '\n' <<<"$wanted" | sort -u | paste -s -d ' ')" ]] && return
  echo "visual-words-cli $*: offers “$found”, not “$wanted”" >&2
  failed=1
}

# Every command and option that the help lists, and no other.
commands=$("$cli" --help | sed -n -E 's/^  ([a-z-]+) .*/\1/p')
offers "--help --version $(paste -s -d ' ' <<<"$commands")" ''
offers 'inspect info' in
for name in $commands; do
  offers "$("$cli" "$name" --help-all | grep -o -E '^  (-[a-z], )?--[a-z-]+=?' | grep -o -E -- '--.*' |
    paste -s -d ' ')" "$name" --
done

# Values, behind a space and behind “=”; presets and parameters from the program's own tables.
presets=$("$cli" train --help-parameters | sed -n -E 's/^  --preset=(.*), FILE.*/\1/p' | tr -d ,)
[[ $(wc -w <<<"$presets") -ge 7 ]] || failed=1
offers "$presets digits mine.vwpreset" train sample --preset ''
offers "$presets digits mine.vwpreset" train sample --preset =
offers 'fixed-border' train sample --preset = fix
offers 'euclidean hamming' train sample --vocabulary =
offers '1 1+2 1+2+4' train sample --pyramid = ''
offers 'keypoints funnel words' histogram model.vwm sample --show ''
offers 'edge-threshold' sweep sample --parameter = edge
offers '' train sample --words = ''

# Files of the kind that is wanted there.
offers 'sample digits table.csv' train ''
offers 'model.vwm' predict m
offers 'digits model.vwm report.json' matrix ''
offers 'digits model.vwm seven.png' predict ''
offers 'digits model.vwm' train sample -o ''
offers 'digits table.csv seven.png' inspect sample --output ''
exit $failed
