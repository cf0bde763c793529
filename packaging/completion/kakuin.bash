# SPDX-License-Identifier: MIT
# Completion of kakuin's command line for bash. tests/app/tst_manual compares it with the program.

_kakuin_words() { # _kakuin_words "WORDS" CURRENT
    local IFS=$' \t\n'
    # shellcheck disable=SC2207 # our own words hold no blanks
    COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_kakuin_files() { # names with blanks stay whole
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    # shellcheck disable=SC2207
    COMPREPLY=($(compgen "$1" -- "$2"))
}

_kakuin() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command='' word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do # options may stand before the command
        case $word in check | inventory | journal | help) command=${command:-$word} ;; esac
    done
    COMPREPLY=()
    case $previous in
    --lang) _kakuin_words 'en ja' "$current" ;;
    --theme) _kakuin_words 'light dark' "$current" ;;
    --lab) _kakuin_words 'contoso-2013 small medium large huge' "$current" ;;
    --auth) _kakuin_words 'kerberos negotiate basic certificate' "$current" ;;
    --for) _kakuin_words 'setup' "$current" ;;
    --format)
        if [[ $command == inventory ]]; then
            _kakuin_words 'text json csv' "$current"
        else
            _kakuin_words 'text json csv prometheus' "$current"
        fi
        ;;
    --data-folder) _kakuin_files -d "$current" ;;
    --open | --ca | --client-certificate | --export | --ignore-file) _kakuin_files -f "$current" ;;
    --connection | --url | --process | --user | --pin | --warn | --crit | --ignore) ;;
    *)
        if [[ $command == help ]]; then
            _kakuin_words 'check inventory journal' "$current"
            return
        fi
        if [[ $current != -* ]]; then
            _kakuin_files -f "$current"
            [[ -n $command ]] || COMPREPLY+=($(compgen -W 'check inventory journal help' -- "$current"))
            return
        fi
        local console='--open --lab --connection --url --process --auth --user --password-stdin --ca --pin
            --client-certificate --format --lang --allow-debugging --version --help'
        case $command in
        check) _kakuin_words "$console --warn --crit --for --ignore --ignore-file" "$current" ;;
        inventory) _kakuin_words "$console" "$current" ;;
        journal) _kakuin_words '--verify --export --data-folder --lang --version --help' "$current" ;;
        *) _kakuin_words '--open --lab --lang --theme --data-folder --allow-debugging --version --help' "$current" ;;
        esac
        ;;
    esac
}

complete -F _kakuin kakuin
