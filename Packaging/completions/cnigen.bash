#!/bin/bash

__cnigen_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__cnigen_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__cnigen_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__cnigen_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_cnigen() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __cnigen_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    build|validate|try|init|import|templates|explain|schema|probe|diff|plan|apply|rollback|show|report|help)
        # Offer subcommand argument completions
        "_cnigen_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'build validate try init import templates explain schema probe diff plan apply rollback show report help' -- "${cur}"))
        ;;
    esac
}

_cnigen_build() {
    repeating_flags=()
    non_repeating_flags=(--check --summary --strict --quiet -q --verbose -v --version -h --help)
    repeating_options=(--node --pool)
    non_repeating_options=(--output -o --emit --layout --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __cnigen_add_completions -d
        return
        ;;
    '--node')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion build -- --node "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--pool')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion build -- --pool "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--emit')
        __cnigen_add_completions -W 'tree'$'\n''tar'$'\n''jsonl'
        return
        ;;
    '--layout')
        __cnigen_add_completions -W 'nodes'$'\n''variants'
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion build -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion build -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion build -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_validate() {
    repeating_flags=()
    non_repeating_flags=(--strict --quiet -q --verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=(--kind --max-conf-num --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--kind')
        __cnigen_add_completions -W 'profile'$'\n''template'$'\n''fleet'$'\n''capabilities'$'\n''conflist'$'\n''conf'$'\n''containerd'$'\n''conf-template'
        return
        ;;
    '--max-conf-num')
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion validate -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion validate -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion validate -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_try() {
    repeating_flags=()
    non_repeating_flags=(--ports --keep --strict --quiet -q --verbose -v --version -h --help)
    repeating_options=(--bin-dir)
    non_repeating_options=(--node --emit --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--node')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion try -- --node "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--bin-dir')
        __cnigen_add_completions -d
        return
        ;;
    '--emit')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''junit'
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion try -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion try -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion try -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_init() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--template --name --output -o --containerd --plugins --kubernetes --capabilities)
    __cnigen_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--template')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion init -- --template "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--name')
        return
        ;;
    '--output'|'-o')
        __cnigen_add_completions -f
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion init -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion init -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion init -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_import() {
    repeating_flags=()
    non_repeating_flags=(--strict --quiet -q --verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=(--output -o --kind --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __cnigen_add_completions -o plusdirs -fX '!*.@(yaml)'
        return
        ;;
    '--kind')
        __cnigen_add_completions -W 'profile'$'\n''template'$'\n''fleet'$'\n''capabilities'$'\n''conflist'$'\n''conf'$'\n''containerd'$'\n''conf-template'
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion import -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion import -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion import -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_templates() {
    repeating_flags=()
    non_repeating_flags=(--source --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __cnigen_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion templates -- positional@0 "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_cnigen_explain() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __cnigen_offer_flags_options -1

    # Offer positional completions
    case "${positional_number}" in
    *)
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion explain -- positional@0 "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_cnigen_schema() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--draft --plugins --output -o)
    __cnigen_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--draft')
        __cnigen_add_completions -W '2020-12'$'\n''7'
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion schema -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--output'|'-o')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -W 'profile'$'\n''template'$'\n''fleet'$'\n''capabilities'$'\n''conflist'
        return
        ;;
    esac
}

_cnigen_probe() {
    repeating_flags=()
    non_repeating_flags=(--strict --quiet -q --verbose -v --version -h --help)
    repeating_options=(--bin-dir)
    non_repeating_options=(--containerd --root --name --output -o --check --format --color)
    __cnigen_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--bin-dir')
        __cnigen_add_completions -d
        return
        ;;
    '--containerd')
        __cnigen_add_completions -f
        return
        ;;
    '--root')
        __cnigen_add_completions -d
        return
        ;;
    '--name')
        return
        ;;
    '--output'|'-o')
        __cnigen_add_completions -f
        return
        ;;
    '--check')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_cnigen_diff() {
    repeating_flags=()
    non_repeating_flags=(--strict --quiet -q --verbose -v --version -h --help)
    repeating_options=(--node --pool)
    non_repeating_options=(--emit --fail-on --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--node')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion diff -- --node "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--pool')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion diff -- --pool "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--emit')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''md'
        return
        ;;
    '--fail-on')
        __cnigen_add_completions -W 'no-effect'$'\n''new-pods'$'\n''restart-containerd'$'\n''drain'$'\n''loses-port-mappings'$'\n''delete-bridge'$'\n''duplicate-addresses'
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion diff -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion diff -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion diff -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -f
        return
        ;;
    2)
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_plan() {
    repeating_flags=()
    non_repeating_flags=(--no-drain --standalone --strict --quiet -q --verbose -v --version -h --help)
    repeating_options=(--node --pool)
    non_repeating_options=(--max-unavailable --by --canary --control-plane --control-plane-order --order --emit --output -o --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--max-unavailable')
        return
        ;;
    '--by')
        return
        ;;
    '--canary')
        return
        ;;
    '--control-plane')
        return
        ;;
    '--control-plane-order')
        __cnigen_add_completions -W 'first'$'\n''last'
        return
        ;;
    '--order')
        return
        ;;
    '--node')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion plan -- --node "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--pool')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion plan -- --pool "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--emit')
        __cnigen_add_completions -W 'md'$'\n''json'$'\n''ansible'
        return
        ;;
    '--output'|'-o')
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion plan -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion plan -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion plan -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -f
        return
        ;;
    2)
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_apply() {
    repeating_flags=()
    non_repeating_flags=(--try --check --dry-run --force --strict --quiet -q --verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=(--node --root --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--node')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion apply -- --node "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--root')
        __cnigen_add_completions -d
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion apply -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion apply -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion apply -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_rollback() {
    repeating_flags=()
    non_repeating_flags=(--force --strict --quiet -q --verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=(--root --format --color)
    __cnigen_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--root')
        __cnigen_add_completions -d
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_cnigen_show() {
    repeating_flags=()
    non_repeating_flags=(--origin --all --strict --quiet -q --verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=(--emit --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--emit')
        __cnigen_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion show -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion show -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion show -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -f
        return
        ;;
    2)
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion show -- positional@1 "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_cnigen_report() {
    repeating_flags=()
    non_repeating_flags=(--strict --quiet -q --verbose -v --version -h --help)
    repeating_options=()
    non_repeating_options=(--output -o --emit --link-base --containerd --plugins --kubernetes --capabilities --format --color)
    __cnigen_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __cnigen_add_completions -f
        return
        ;;
    '--emit')
        __cnigen_add_completions -W 'html'$'\n''svg'$'\n''md'$'\n''csv'
        return
        ;;
    '--link-base')
        return
        ;;
    '--containerd')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion report -- --containerd "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--plugins')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion report -- --plugins "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--kubernetes')
        __cnigen_add_completions -W "$(__cnigen_custom_complete ---completion report -- --kubernetes "${COMP_CWORD}" "$(__cnigen_cursor_index_in_current_word)")"
        return
        ;;
    '--capabilities')
        __cnigen_add_completions -f
        return
        ;;
    '--format')
        __cnigen_add_completions -W 'text'$'\n''json'$'\n''sarif'$'\n''github'
        return
        ;;
    '--color')
        __cnigen_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __cnigen_add_completions -f
        return
        ;;
    esac
}

_cnigen_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __cnigen_offer_flags_options -1
}

complete -o filenames -F _cnigen cnigen
