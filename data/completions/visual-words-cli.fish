# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for visual-words-cli; commands, options and values are read from the program's help.

function __visual_words_cli_help
    set -lx LC_ALL C.UTF-8
    set -lx LANGUAGE ''
    visual-words-cli $argv 2>/dev/null
end

for line in (__visual_words_cli_help --help | string replace -r -f '^  ([a-z-]+) +(.*)' '$1\t$2')
    set -l command (string split \t -- $line)
    complete -c visual-words-cli -n __fish_use_subcommand -f -a $command[1] -d $command[2]
    for row in (__visual_words_cli_help $command[1] --help-all | string replace -r -f \
            '^  (?:-([a-z]), )?--([a-z-]+)(?:=(\S.*?))? {3,}(\S.*)$' '$1\t$2\t$3\t$4')
        set -l option (string split \t -- $row)
        set -l rule -n "__fish_seen_subcommand_from $command[1]" -l $option[2] -d $option[4]
        test -n "$option[1]"; and set -a rule -s $option[1]
        # Words in small letters are values; FILE and MODEL are files, and numbers just numbers.
        set -l values (string split -n '|' -- (string replace -a ', ' '|' -- $option[3]) |
            string match -v -r '[A-Z….]')
        if test -z "$option[3]"
            complete -c visual-words-cli $rule -f
        else if test -n "$values"
            complete -c visual-words-cli $rule -x -a "$values"
        else
            complete -c visual-words-cli $rule -r
        end
    end
end
complete -c visual-words-cli -n 'not __fish_use_subcommand' -a sample
