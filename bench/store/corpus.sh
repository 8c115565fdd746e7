#!/bin/sh
# usage: corpus.sh JOKBO FOLDER...    Processor seconds of reading alone, of reading and storing, and of the same once more.
set -eu
program=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
timed() {
  name=$1
  shift
  bash -c 'TIMEFORMAT="user_s %U sys_s %S wall_s %R"; time "$@"' run "$@" 2> "$work/time" > "$work/out" || [ $? = 3 ] # some cannot be read
  echo "$name  $(tail -1 "$work/time")"
}
find "$@" -type f | awk 'END { print NR " files" }'
timed "reading alone      " "$program" extract --quiet "$@"
timed "reading and storing" "$program" ingest --quiet --db "$work/store.db" "$@"
timed "nothing changed    " "$program" ingest --quiet --db "$work/store.db" "$@"
"$program" stats --db "$work/store.db" | head -8
ls -l "$work/store.db" | awk '{ print $5 " bytes" }'
