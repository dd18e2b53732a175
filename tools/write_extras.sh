#!/bin/sh
# Writes manual pages and shell completions: tools/write_extras.sh TELLINGS FOLDER
set -eu
program=$1
out=$2
mkdir -p "$out/man/man1" "$out/bash-completion/completions" "$out/zsh/site-functions" "$out/fish/vendor_completions.d"
"$program" help --man >"$out/man/man1/tellings.1"
for command in $("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\)  .*/\1/p'); do
  "$program" help "$command" --man >"$out/man/man1/tellings-$command.1"
done
"$program" help --completions bash >"$out/bash-completion/completions/tellings"
"$program" help --completions zsh >"$out/zsh/site-functions/_tellings"
"$program" help --completions fish >"$out/fish/vendor_completions.d/tellings.fish"
