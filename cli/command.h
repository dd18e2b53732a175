// A subcommand of `tellings`, declared once: its help, its manual page, the
// check of its flags and its shell completions all come from this table.
#pragma once

#include <span>
#include <string_view>

namespace tellings::cli {

class Args;

// A flag that a command takes.
struct Option {
  std::string_view name;   // with its dashes: "--errors"
  std::string_view value;  // what follows it, "FILE"; empty for a switch
  std::string_view help;   // a clause, no full stop
};

struct Command {
  std::string_view name;
  std::string_view summary;         // one clause, for the list of commands
  std::string_view operands;        // "INPUT..."
  std::string_view examples;        // lines of a shell, with comments
  std::string_view description;     // paragraphs, wrapped at 80
  std::span<const Option> options;  // beside the common ones
  int (*run)(const Args& args);     // returns the exit status
};

// The options that every command takes.
extern const std::span<const Option> kCommonOptions;

// All commands, in the order in which a new user meets them.
std::span<const Command* const> commands();

}  // namespace tellings::cli
