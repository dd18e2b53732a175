#!/bin/sh
# Installs what is missing to build tellings on Debian 12 or later.
#
#     tools/setup.sh build      what the program, its tests and its report need
#     tools/setup.sh develop    that, and what formats, lints and fuzzes it
#
# Does nothing, and needs no network, when nothing is missing. Says what it will
# install before it does. Needs root or sudo only to install; without either it
# prints the one line to run and exits with 2.
set -eu
cd "$(dirname "$0")/.."

lists=tools/packages.txt
[ "${1:-build}" = develop ] && lists="$lists tools/packages-develop.txt"

# A line names a package, and behind it a command that serves as well wherever
# it came from.
missing=
while read -r package command; do
  if [ -n "$command" ] && command -v "$command" >/dev/null 2>&1; then continue; fi
  if dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$'; then continue; fi
  missing="$missing $package"
done <<LINES
$(cat $lists)
LINES

[ -z "$missing" ] && exit 0
echo "tellings needs these packages:$missing"
install="apt-get install -y --no-install-recommends$missing"
if ! command -v apt-get >/dev/null 2>&1; then
  echo "there is no apt-get here: install the like of them, then run this again" >&2
  exit 2
elif [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null || { command -v sudo >/dev/null 2>&1 && [ -t 0 ]; }; then
  as_root=sudo
else
  echo "and neither root nor sudo is at hand. Have this line run, then come back:" >&2
  echo "    apt-get update && $install" >&2
  exit 2
fi
echo "installing them with: ${as_root:+$as_root }$install"
$as_root apt-get update -q >/dev/null
DEBIAN_FRONTEND=noninteractive $as_root $install >/dev/null
