// What `--help`, the manual pages and the shell completions say, all from the
// table of commands.
#pragma once

#include <string>

#include "cli/command.h"

namespace tellings::cli {

// The page of `tellings --help`: what it is, the commands, the exit statuses.
std::string overview();

// The page of one command: examples first.  docs/cli/NAME.txt is this text.
std::string help(const Command& command);

// The manual page in roff (man(7)) of `tellings` (no command) or of a command.
std::string manual_page(const Command* command);

// A completion script for "bash", "zsh" or "fish"; empty for another shell.
std::string completions(std::string_view shell);

}  // namespace tellings::cli
