#!/bin/sh
# backup.sh FOLDER: a new backup below FOLDER, read whole after it was written. Those older than thirty days are removed, once the new one is good.
set -eu
to="$1/$(date +%Y-%m-%d-%H%M%S)"
murmur="node $(dirname "$0")/../../app/cli/murmur.mjs"
$murmur backup "$to"
$murmur backup verify "$to"
find "$1" -mindepth 1 -maxdepth 1 -type d -name '20*' -mtime +30 -exec rm -rf {} +
