function __cnigen_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __cnigen_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __cnigen_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __cnigen_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __cnigen_parse_tokens -S
    set -l unparsed_tokens (__cnigen_tokens -pc)
    switch $unparsed_tokens[1]
    case 'cnigen'
        __cnigen_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'build'
            __cnigen_parse_subcommand 1 'o/output=' 'node=+' 'pool=+' 'emit=' 'check' 'summary' 'layout=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'validate'
            __cnigen_parse_subcommand -r 1 'kind=' 'max-conf-num=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'try'
            __cnigen_parse_subcommand 1 'node=' 'bin-dir=+' 'ports' 'keep' 'emit=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'init'
            __cnigen_parse_subcommand 0 'template=' 'name=' 'o/output=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'version' 'h/help'
        case 'import'
            __cnigen_parse_subcommand -r 1 'o/output=' 'kind=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'templates'
            __cnigen_parse_subcommand 1 'source' 'version' 'h/help'
        case 'explain'
            __cnigen_parse_subcommand -r 1 'version' 'h/help'
        case 'schema'
            __cnigen_parse_subcommand 1 'draft=' 'plugins=' 'o/output=' 'version' 'h/help'
        case 'probe'
            __cnigen_parse_subcommand 0 'bin-dir=+' 'containerd=' 'root=' 'name=' 'o/output=' 'check=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'diff'
            __cnigen_parse_subcommand 2 'node=+' 'pool=+' 'emit=' 'fail-on=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'plan'
            __cnigen_parse_subcommand 2 'max-unavailable=' 'by=' 'canary=' 'control-plane=' 'control-plane-order=' 'order=' 'no-drain' 'standalone' 'node=+' 'pool=+' 'emit=' 'o/output=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'apply'
            __cnigen_parse_subcommand 1 'node=' 'root=' 'try' 'check' 'force' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'rollback'
            __cnigen_parse_subcommand 0 'root=' 'force' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'show'
            __cnigen_parse_subcommand 2 'origin' 'all' 'emit=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'report'
            __cnigen_parse_subcommand 1 'o/output=' 'emit=' 'link-base=' 'containerd=' 'plugins=' 'kubernetes=' 'capabilities=' 'strict' 'format=' 'color=' 'q/quiet' 'v/verbose' 'version' 'h/help'
        case 'help'
            __cnigen_parse_subcommand -r 1 'version'
        end
    end
end

function __cnigen_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __cnigen_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __cnigen_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __cnigen_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__cnigen_tokens -p)
    if test -z "$(__cnigen_tokens -t)"
        set -l index (count (__cnigen_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'cnigen' -f
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'build' -d 'Compile a profile or a fleet into conflists and containerd configs.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'validate' -d 'Check profiles, conflists, containerd configs and folders of them; for pre-commit and CI.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'try' -d 'Attach throw-away containers with the real plugins, and look whether the network does what it promises.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'init' -d 'Write a commented first profile.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'import' -d 'Make a profile of conflists, .conf files, folders of them and a containerd config.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'templates' -d 'List the shipped templates, or tell what one of them takes.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'explain' -d 'Tell what a rule, a plugin, a key, a release or a node\'s message means.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'schema' -d 'Write a JSON Schema, for editors and other tools.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'probe' -d 'Ask the plugins and containerd of this machine what they can do, and write it down.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'diff' -d 'Tell what changes between two profiles, fleets, builds or folders, and what that means on a node.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'plan' -d 'Plan the work that brings the nodes from one state to another, wave by wave.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'apply' -d 'Put a profile\'s files in place on this node, after checking them against what is installed here.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'rollback' -d 'Put back the files that this node had before the last apply.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'show' -d 'Show a fleet at a terminal: who has which subnets; or one node, and where each of its values comes from.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'report' -d 'Make a page that shows a fleet: its address space as a map, nodes, capacity and findings.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen build" -eq 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" o output' -l 'output' -s 'o' -d 'The folder to write to, or - for standard output; out if not given, - with tar and jsonl.' -rfa '(__cnigen_complete_directories)'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build"' -l 'node' -d 'Nodes of a fleet to build for; a single one gets the folder itself.' -rfka '(__cnigen_custom_completion ---completion build -- --node (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build"' -l 'pool' -d 'Pools of a fleet to build for: all nodes in any of them.' -rfka '(__cnigen_custom_completion ---completion build -- --pool (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" emit' -l 'emit' -d 'The form of what is made; tar and jsonl go to -o as one file.' -rfka 'tree tar jsonl'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" check' -l 'check' -d 'Write nothing; list what is missing, outdated, edited, stale or foreign in -o, and exit with 1 if anything is.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" summary' -l 'summary' -d 'Write nothing; print how a fleet\'s addresses are used, and which nodes have the same files.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" layout' -l 'layout' -d 'A folder for each node of a fleet, or each distinct file once with a map from node to file.' -rfka 'nodes variants'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion build -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion build -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion build -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen build" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen validate" -ge 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" kind' -l 'kind' -d 'What the files are, whatever their names say.' -rfka 'profile template fleet capabilities conflist conf containerd conf-template'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" max-conf-num' -l 'max-conf-num' -d 'How many files of a folder containerd takes; 0 for all.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion validate -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion validate -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion validate -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen validate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen try" -eq 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" node' -l 'node' -d 'The node of a fleet to try.' -rfka '(__cnigen_custom_completion ---completion try -- --node (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try"' -l 'bin-dir' -d 'A folder of plugins, looked through before any later one; if not given, the profile\'s binDirs, CNI_PATH, /opt/cni/bin, /usr/lib/cni and /usr/libexec/cni.' -rfa '(__cnigen_complete_directories)'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" ports' -l 'ports' -d 'Expect ports of the node to lead to containers even where the network has no port mappings.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" keep' -l 'keep' -d 'Leave the containers attached, and print how to look around and how to remove everything.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" emit' -l 'emit' -d 'The form of the report.' -rfka 'text json junit'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion try -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion try -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion try -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen try" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" template' -l 'template' -d 'Start from a template: a shipped one, or a path.' -rfka '(__cnigen_custom_completion ---completion init -- --template (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" name' -l 'name' -d 'The profile\'s name, which is its network\'s too.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" o output' -l 'output' -s 'o' -d 'The file to write, or - for standard output.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion init -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion init -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion init -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen import" -ge 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" o output' -l 'output' -s 'o' -d 'The profile to write, or - for standard output.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'yaml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" kind' -l 'kind' -d 'What the files are, whatever their names say.' -rfka 'profile template fleet capabilities conflist conf containerd conf-template'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion import -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion import -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion import -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen templates" -eq 1' -fka '(__cnigen_custom_completion ---completion templates -- positional@0 (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen templates" source' -l 'source' -d 'Print the template\'s own YAML.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen templates" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen templates" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen explain" -ge 1' -fka '(__cnigen_custom_completion ---completion explain -- positional@0 (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen explain" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen schema" -eq 1' -fka 'profile template fleet capabilities conflist'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen schema" draft' -l 'draft' -d 'The version of JSON Schema: 2020-12, or 7, which most editors read.' -rfka '2020-12 7'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen schema" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to judge values for.' -rfka '(__cnigen_custom_completion ---completion schema -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen schema" o output' -l 'output' -s 'o' -d 'The file to write; - for standard output.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen schema" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe"' -l 'bin-dir' -d 'A folder of plugins; several in the order in which a runtime looks through them.' -rfa '(__cnigen_complete_directories)'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" containerd' -l 'containerd' -d 'The program containerd.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" root' -l 'root' -d 'Where the node\'s file system is mounted; all paths begin there.' -rfa '(__cnigen_complete_directories)'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" name' -l 'name' -d 'The node\'s name in the document; without it the host\'s.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" o output' -l 'output' -s 'o' -d 'The file to write, or - for standard output.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" check' -l 'check' -d 'Write nothing; tell what has changed since this document was written.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen probe" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen diff" -eq 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen diff" -eq 2' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff"' -l 'node' -d 'Nodes to compare, of sides that have several.' -rfka '(__cnigen_custom_completion ---completion diff -- --node (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff"' -l 'pool' -d 'Pools of fleets to compare: all nodes in any of them.' -rfka '(__cnigen_custom_completion ---completion diff -- --pool (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" emit' -l 'emit' -d 'The form of the difference.' -rfka 'text json md'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" fail-on' -l 'fail-on' -d 'Exit with 1 where any change is of this class or a worse one, else with 0.' -rfka 'no-effect new-pods restart-containerd drain loses-port-mappings delete-bridge duplicate-addresses'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion diff -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion diff -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion diff -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen plan" -eq 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen plan" -eq 2' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" max-unavailable' -l 'max-unavailable' -d 'How many nodes of a pool may be out of work at once; a part is rounded down, and at least 1.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" by' -l 'by' -d 'A label, such as rack: a wave has nodes of one value only.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" canary' -l 'canary' -d 'Begin each pool with a wave of so many nodes.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" control-plane' -l 'control-plane' -d 'The pool of the control plane, whose nodes come one by one; without it those with its role\'s label.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" control-plane-order' -l 'control-plane-order' -d 'When the control plane comes.' -rfka 'first last'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" order' -l 'order' -d 'The order on a node, in place of one that works: plugins, config and containerd, with commas.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" no-drain' -l 'no-drain' -d 'Refuse a plan that makes pods leave their nodes.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" standalone' -l 'standalone' -d 'The nodes run containerd without Kubernetes: the plan says when containers stop and start, and asks nobody with kubectl.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan"' -l 'node' -d 'Nodes to plan for, of sides that have several.' -rfka '(__cnigen_custom_completion ---completion plan -- --node (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan"' -l 'pool' -d 'Pools to plan for: all nodes in any of them.' -rfka '(__cnigen_custom_completion ---completion plan -- --pool (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" emit' -l 'emit' -d 'The form: Markdown for people, JSON, or a playbook of Ansible.' -rfka 'md json ansible'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" o output' -l 'output' -s 'o' -d 'The file to write; - for standard output.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion plan -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion plan -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion plan -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen plan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen apply" -eq 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" node' -l 'node' -d 'The node of a fleet; the one of this machine\'s name if not given.' -rfka '(__cnigen_custom_completion ---completion apply -- --node (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" root' -l 'root' -d 'The folder that is / of the node, for building images.' -rfa '(__cnigen_complete_directories)'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" try' -l 'try' -d 'Attach throw-away containers first, as cnigen try does, and go on if all is well; not with --root.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" check dry-run' -l 'check' -l 'dry-run' -d 'Write nothing and lock nothing; list what would be done.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" force' -l 'force' -d 'Replace files of ours that somebody changed, and networks of others in their places; rollback brings them back. A config of somebody else is never replaced.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion apply -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion apply -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion apply -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen apply" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" root' -l 'root' -d 'The folder that is / of the node.' -rfa '(__cnigen_complete_directories)'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" force' -l 'force' -d 'Replace files that somebody changed since.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen rollback" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen show" -eq 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen show" -eq 2' -fka '(__cnigen_custom_completion ---completion show -- positional@1 (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" origin' -l 'origin' -d 'Put beside each line of a file the place that set it.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" all' -l 'all' -d 'A line for each node, however many there are.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" emit' -l 'emit' -d 'The form.' -rfka 'text json'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion show -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion show -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion show -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_positional "cnigen report" -eq 1' -F
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" o output' -l 'output' -s 'o' -d 'The file to write, or - for standard output; report.html if not given, - with svg, md and csv.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" emit' -l 'emit' -d 'A page, the map as a picture, a summary for a pull request, or a row for each node.' -rfka 'html svg md csv'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" link-base' -l 'link-base' -d 'Where the files can be looked at, so that findings link to their lines: https://github.com/o/r/blob/main.' -rfka ''
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" containerd' -l 'containerd' -d 'The release of containerd to build for.' -rfka '(__cnigen_custom_completion ---completion report -- --containerd (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" plugins' -l 'plugins' -d 'The release of the CNI reference plugins to build for.' -rfka '(__cnigen_custom_completion ---completion report -- --plugins (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" kubernetes' -l 'kubernetes' -d 'The minor version of Kubernetes to build for.' -rfka '(__cnigen_custom_completion ---completion report -- --kubernetes (count (__cnigen_tokens -pc)) (__cnigen_tokens -tC))'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" capabilities' -l 'capabilities' -d 'What was measured on the node to build for, a Capabilities document.' -rF
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" strict' -l 'strict' -d 'Fail on warnings too.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" format' -l 'format' -d 'The form of the findings.' -rfka 'text json sarif github'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" color' -l 'color' -d 'When to color.' -rfka 'auto always never'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" q quiet' -l 'quiet' -s 'q' -d 'Show errors only.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" v verbose' -l 'verbose' -s 'v' -d 'Show notes too, and what was done with each file.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" version' -l 'version' -d 'Show the version.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen report" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'cnigen' -n '__cnigen_should_offer_completions_for_flags_or_options "cnigen help" version' -l 'version' -d 'Show the version.'
