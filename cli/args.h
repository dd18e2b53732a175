// The words of a command line, checked against its command's table.
//
//   const Args args = Args::parse(command, words);
//   const int threads = args.number("--threads", 1, 1, 256);
#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace tellings::cli {

// The command line was wrong: exit status 2.  what() names the word and the
// remedy.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Args {
 public:
  // Throws UsageError for a flag that the command does not take (with the
  // nearest one it does), a flag without its value, or an empty value.
  // "--flag=value" and "--flag value" are the same; "--" ends the flags.
  static Args parse(const Command& command, std::span<const std::string> words);

  bool has(std::string_view flag) const;

  // The last value given to a flag, or `otherwise`.
  std::string value(std::string_view flag, std::string_view otherwise = "") const;

  // Every value given to a flag, in order.
  std::vector<std::string> values(std::string_view flag) const;

  // A whole number in [low, high]; throws UsageError for anything else.
  std::size_t number(std::string_view flag, std::size_t otherwise, std::size_t low, std::size_t high) const;

  const std::vector<std::string>& operands() const { return operands_; }
  const Command& command() const { return *command_; }

 private:
  struct Given {
    std::string_view flag;  // into the command's table
    std::string value;
  };

  const Command* command_ = nullptr;
  std::vector<Given> given_;
  std::vector<std::string> operands_;
};

// The candidate nearest to `word`, if it is near enough to be what was meant;
// else empty.  Distance: one for a letter added, lost, changed or two swapped
// (Damerau 1964), at most a third of the word's letters.
std::string_view did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace tellings::cli
