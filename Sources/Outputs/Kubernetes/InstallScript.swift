/// The script that a DaemonSet runs on every node, for any POSIX shell with the tools of busybox or the GNU core
/// utilities.
///
/// It stands in the arguments of a container, where Kubernetes takes `$$` for `$` and replaces `$(NAME)` of a variable
/// that the container has: it has no double dollar, and no command in it has the name of a variable.
enum InstallScript {
  static let text = #"""
    # Keeps the files of a ConfigMap in a folder that containerd reads. A file is written beside its place under a name
    # that nobody takes for a network, synced, compared and renamed: containerd hears of the rename and reads the file
    # whole. The folder itself is never removed, which would end containerd. With a pause of 0 it goes through the
    # files once.
    set -u
    umask 022

    name=${CNIGEN_NAME:-cnigen}
    from=${CNIGEN_FROM:-/files}
    to=${CNIGEN_TO:-/host/folder}
    pause=${CNIGEN_PAUSE:-10}
    patience=${CNIGEN_PATIENCE:-6}
    record=$to/.$name.installed

    say() { printf '%s: %s\n' "$name" "$1"; }

    fault() { faults="${faults:+$faults; }$1"; }

    # On the disk before it is known under its name; old tools take no file and sync everything.
    flush() { sync "$1" 2>/dev/null || sync; }

    # The kubelet swaps all files of a ConfigMap at once, by a link to the folder that holds them.
    current() {
      if [ -d "$from/..data" ]; then CDPATH='' cd -P "$from/..data" && pwd -P; else printf '%s\n' "$from"; fi
    }

    sum() {
      line=$({ sha256sum <"$1"; } 2>/dev/null) || return 1
      printf '%s\n' "${line%% *}"
    }

    # write SOURCE NEW PLACE: renames a whole copy of SOURCE, made at NEW, to PLACE.
    write() {
      cat "$1" >"$2" && chmod 0644 "$2" && flush "$2" || return 1
      cmp -s "$1" "$2" || { echo "the copy differs"; return 1; }
      mv -f "$2" "$3" && flush "$to"
    }

    # put SOURCE PLACE: makes PLACE what SOURCE is, if it is anything else.
    put() {
      if [ -f "$2" ] && [ ! -L "$2" ] && cmp -s "$1" "$2"; then return 0; fi
      if [ -d "$2" ]; then
        fault "$2 is a folder"
        return 1
      fi
      if [ ! -s "$1" ]; then
        fault "${1##*/} is empty in the ConfigMap; the node keeps what it has"
        return 1
      fi
      if ! new=$(mktemp "$to/.$name.XXXXXX" 2>&1); then
        fault "$to cannot be written to: $new"
        return 1
      fi
      if ! why=$(write "$1" "$new" "$2" 2>&1); then
        rm -f "$new"
        fault "$2 cannot be written: $why"
        return 1
      fi
      say "installed $2"
    }

    # What an earlier ConfigMap brought and this one does not have. What somebody changed since is left alone.
    # It goes by the names that were seen, as the folder that had them may be gone by now.
    retire() {
      [ -f "$record" ] || return 0
      while read -r old file; do
        case $file in '' | */*) continue ;; esac
        case $names in */"$file"/*) continue ;; esac
        [ -f "$to/$file" ] || continue
        if [ "$(sum "$to/$file")" = "$old" ]; then
          rm -f "$to/$file" && say "removed $to/$file, which the ConfigMap no longer has"
        else
          say "left $to/$file alone, which the ConfigMap no longer has but somebody changed"
        fi
      done <"$record"
    }

    # note SUMS: keeps what was installed, for the day when a file is dropped from the ConfigMap.
    note() {
      if [ -f "$record" ] && [ "$(cat "$record")" = "$1" ]; then return 0; fi
      new=$(mktemp "$to/.$name.XXXXXX" 2>&1) && printf '%s\n' "$1" >"$new" && flush "$new" && mv -f "$new" "$record"
    }

    round() {
      faults=
      sums=
      names=/
      if [ ! -d "$to" ]; then
        fault "there is no folder $to"
        return 1
      fi
      folder=$(current)
      for file in "$folder"/*; do
        [ -f "$file" ] || continue
        names=$names${file##*/}/
        put "$file" "$to/${file##*/}" || continue
        if ! one=$(sum "$file"); then
          fault "$file cannot be read"
          continue
        fi
        sums="$sums$one  ${file##*/}
    "
      done
      # In the midst of a swap nothing is known for sure; the next round sees it whole.
      if [ "$folder" != "$(current)" ]; then
        faults=
        return 0
      fi
      if [ -z "$sums$faults" ]; then fault "the ConfigMap has no files; the node keeps what it has"; fi
      if [ -n "$faults" ]; then return 1; fi
      retire
      note "$(printf '%s' "$sums")" || fault "$record cannot be written"
      [ -z "$faults" ]
    }

    # What a run that was killed left behind.
    rm -f "$to/.$name".??????

    sleeper=
    trap '[ -z "$sleeper" ] || kill "$sleeper" 2>/dev/null; exit 0' INT TERM
    failures=0
    told=
    while :; do
      if round; then failures=0; else failures=$((failures + 1)); fi
      if [ "$faults" != "$told" ]; then
        [ -z "$faults" ] || say "$faults" >&2
        told=$faults
      fi
      if [ "$pause" = 0 ]; then exit "$failures"; fi
      # A new container gets the folder anew, should it have been removed and made again.
      if [ "$failures" -ge "$patience" ]; then exit 1; fi
      sleep "$pause" &
      sleeper=$!
      wait "$sleeper"
    done

    """#
}
