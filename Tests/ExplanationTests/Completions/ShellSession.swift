import Foundation
import TestSupport

/// A shell that completes a line with the script of `Packaging/completions`, as one does who has it installed.
enum ShellSession: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The script in the packages.
  var script: String {
    switch self {
    case .bash: "cnigen.bash"
    case .zsh: "_cnigen"
    case .fish: "cnigen.fish"
    }
  }

  static let folder = "../Packaging/completions"

  /// What the shell offers behind a line that is typed so far. Nothing may be said on the side: a person would have it
  /// amid the line.
  func candidates(behind line: String, in folder: String) throws -> Set<String> {
    let program = URL(filePath: try Machine.cnigen()).deletingLastPathComponent().path(percentEncoded: false)
    let environment = [
      "PATH": "\(program):/usr/bin:/bin", "HOME": folder, "LINE": line, "TERM": "dumb",
      "SCRIPT": TestFiles.path("\(Self.folder)/\(script)"), "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder,
    ]
    let outcome = try run(
      "/usr/bin/env", ["--chdir=\(folder)"] + interpreter + ["-c", text],
      environment: environment)
    guard outcome.errors.isEmpty, outcome.succeeded else { throw Trouble(outcome.description) }
    return Set(outcome.output.split(whereSeparator: \.isNewline).map { String($0.split(separator: "\t")[0]) })
  }

  /// The shell that the text is for.
  private var interpreter: [String] {
    self == .bash ? ["/bin/bash", "--norc", "--noprofile"] : ["/bin/zsh", "-f"]
  }

  /// What the shell is told to do.
  private var text: String {
    switch self {
    case .bash:
      // As readline calls the function: the words up to the cursor, the last one being typed.
      #"""
      source "$SCRIPT"
      COMP_LINE=$LINE COMP_POINT=${#LINE}
      read -r -a COMP_WORDS <<<"$LINE"
      [[ $LINE == *" " ]] && COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _cnigen cnigen "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\n' "${COMPREPLY[@]}"
      """#
    case .zsh:
      #"""
      setup='
      autoload -Uz compinit; fpath=(${SCRIPT:h} $fpath); compinit -u -D
      compadd() {
        if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)* ]]; then builtin compadd "$@"; return; fi
        typeset -a hits; builtin compadd -A hits "$@"; print -rl -- "${(@)hits}" >>$HOME/.offers
        builtin compadd "$@"
      }
      offer() { zle complete-word; mv $HOME/.offers $HOME/.offered }; zle -N offer; bindkey "^X" offer
      LISTMAX=100000; : >$HOME/.offers; : >$HOME/.ready'
      start="zsh -f -i"
      """# + Self.terminal
    case .fish:
      #"""
      setup='
      source $SCRIPT
      bind \cx "complete --do-complete (commandline -cp) >$HOME/.offers; mv $HOME/.offers $HOME/.offered"
      : >$HOME/.ready'
      start="fish --no-config --interactive"
      """# + Self.terminal
    }
  }

  /// These line editors work on a terminal alone. One is made, by zsh; Control-X has them write down what they offer.
  private static let terminal = #"""

    zmodload zsh/zpty
    rm -f $HOME/.ready $HOME/.offered
    wait_for() {
      for turn in {1..1000}; do
        while zpty -r -t shell ignored; do :; done
        [[ -e $1 ]] && return
        sleep 0.01
      done
      print -u2 "waited in vain for $1"
    }
    zpty shell ${=start}
    zpty -w shell "$setup"
    wait_for $HOME/.ready
    zpty -w -n shell "$LINE"$'\x18'
    wait_for $HOME/.offered
    zpty -d shell
    cat $HOME/.offered
    """#
}
