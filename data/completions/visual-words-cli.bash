# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for visual-words-cli. It knows no command, option or value by itself: it reads them
# from the program's help, in English, which has them in any language.

_visual_words_cli_help ()
{
  LC_ALL=C.UTF-8 LANGUAGE='' "${COMP_WORDS[0]}" "$@" 2>/dev/null
}

# Each option of the command on a line, a tab, and what it says of its argument, if it has one.
_visual_words_cli_options ()
{
  _visual_words_cli_help "${COMP_WORDS[1]}" --help-all |
    sed -n -E 's/^  (-[a-z], )?(--[a-z-]+)(=([^ ].*[^ ]|[^ ]))?   +[^ ].*/\2\t\4/p'
}

# Says “sample”, folders, and the files with an ending that $1 speaks of: MODEL, DATA, FILE.png|.svg …
_visual_words_cli_files ()
{
  local endings ending
  endings=$(grep -o -E '\.[a-z]+' <<<"$1")
  [[ $1 == *MODEL* ]] && endings+=' .vwm'
  [[ $1 == *IMAGE* ]] && endings+=' .png .jpg .jpeg .pgm'
  if [[ $1 == *DATA* ]]; then
    endings+=' .npz .csv'
    compgen -W sample -- "$2"
  fi
  compopt -o filenames 2>/dev/null
  compgen -d -- "$2"
  for ending in $endings; do compgen -f -X "!*$ending" -- "$2"; done
}

# What may stand for an argument of which the help says $1.
_visual_words_cli_values ()
{
  case $1 in
  NAME) compgen -W "$(_visual_words_cli_help train --help-parameters |
    sed -n -E '/--preset|--help/d; s/^  --([a-z-]+)=.*/\1/p')" -- "$2" ;;
  *,*) compgen -W "$(grep -o -E '\b[a-z][a-z-]+,' <<<"$1" | tr -d ,)" -- "$2"
    _visual_words_cli_files "$1" "$2" ;;
  *[A-Z]*) _visual_words_cli_files "$1" "$2" ;;
  *'|'*) compgen -W "${1//|/ }" -- "$2" ;;
  esac
}

_visual_words_cli ()
{
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} options argument
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "--help --version $(_visual_words_cli_help --help |
      sed -n -E 's/^  ([a-z-]+) .*/\1/p')" -- "$cur")
    return
  fi
  # “--show=funnel” are three words.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  [[ $prev == -o ]] && prev=--output
  options=$(_visual_words_cli_options)
  argument=$(sed -n -E "s/^$prev\t(.+)/\1/p" <<<"$options")
  if [[ $prev == --* && -n $argument ]]; then
    mapfile -t COMPREPLY < <(_visual_words_cli_values "$argument" "$cur")
  elif [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(sed -E 's/\t.+/=/; s/\t//' <<<"$options")" -- "$cur")
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  else
    mapfile -t COMPREPLY < <(_visual_words_cli_files "$(_visual_words_cli_help "${COMP_WORDS[1]}" \
      --help | sed -n '/^Usage/{n;p}' | sed 's/.*…\]//')" "$cur")
  fi
} && complete -F _visual_words_cli visual-words-cli
