#!/bin/sh
# Runs every fuzz target for a while: tools/fuzz.sh FOLDER [SECONDS each, default 60].
set -eu
ran=0
for target in $(find "$1" -name '*_fuzz' -type f -perm -u+x | sort); do
  corpus="$1/corpus/$(basename "$target")"
  mkdir -p "$corpus"
  echo "$(basename "$target") for ${2:-60} s"
  "$target" -max_total_time="${2:-60}" -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 "$corpus"
  ran=$((ran + 1))
done
echo "$ran fuzz targets ran"
[ "$ran" -gt 0 ]
