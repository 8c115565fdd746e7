#!/bin/sh
# usage: run.sh BUILD_FOLDER [PEER_FOLDER] [STATEMENTS] [RUNS]
set -eu
build=$1
peer=${2:-}
statements=${3:-1000000}
runs=${4:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for method in gen add; do
  "$build/bench/store_bench" "$method" "$work/store.db" "$statements" "$runs"
done
if [ -z "$peer" ] || [ ! -e "$peer/ingest.cc" ]; then
  echo "SKIPPED the peer: no folder with ingest.cc was given" >&2
  exit 0
fi
g++ -O2 -std=c++17 -o "$work/peer" "$peer/ingest.cc" -lSQLiteCpp -lsqlite3
for method in gen raw-returning raw-late-index raw-no-keys; do
  rm -f "$work/peer.db"*
  LC_ALL=C bash -c 'TIMEFORMAT="user_s %U sys_s %S"; time "$@"' run "$work/peer" "$method" "$work/peer.db" WAL 1 2>&1
done
