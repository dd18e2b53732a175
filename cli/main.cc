// The subcommands in the order in which a new user meets them, and the only
// place where exceptions end: each becomes one line of advice and a status.

#include <fmt/format.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/args.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/version.h"

namespace tellings::cli {
namespace {

constexpr std::array kCommands = {
    &report_command,  &findings_command,   &lineage_command,  &copies_command, &compare_command,
    &stories_command, &statements_command, &articles_command, &names_command,
};

const Command& command_named(const std::string& word) {
  std::vector<std::string_view> names;
  for (const Command* c : kCommands) {
    if (c->name == word) return *c;
    names.push_back(c->name);
  }
  const std::string_view near = did_you_mean(word, names);
  throw UsageError(near.empty() ? fmt::format("{}: no such command; `tellings --help` lists them", word)
                                : fmt::format("{}: no such command; did you mean {}?", word, near));
}

// tellings help [COMMAND] [--man], tellings help --completions SHELL
int run_help(const std::vector<std::string>& words) {
  if (words.size() == 3 && words[1] == "--completions") {
    const std::string script = completions(words[2]);
    if (script.empty()) throw UsageError(fmt::format("{}: no such shell; bash, zsh and fish are known", words[2]));
    write_out(script);
    return 0;
  }
  const bool man = words.back() == "--man";
  const std::size_t count = words.size() - (man ? 1 : 0);
  if (count > 2) throw UsageError("help: takes one command");
  const Command* command = count == 2 ? &command_named(words[1]) : nullptr;
  write_out(man ? manual_page(command) : command ? help(*command) : overview());
  return 0;
}

int run(const std::vector<std::string>& words) {
  if (words.empty()) {
    fmt::print(stderr, "{}", overview());
    return 2;
  }
  if (words[0] == "--version" || words[0] == "-V") {
    write_out(fmt::format("tellings {}\n", kVersion));
    return 0;
  }
  if (words[0] == "--help" || words[0] == "-h") return run_help({"help"});
  if (words[0] == "help") return run_help(words);
  const Command& command = command_named(words[0]);
  const Args args = Args::parse(command, std::span(words).subspan(1));
  if (args.has("--help") || args.has("-h")) {
    write_out(help(command));
    return 0;
  }
  return command.run(args);
}

// Nothing is half done that would have to be tidied up.
void interrupted(int) { std::_Exit(130); }

}  // namespace

std::span<const Command* const> commands() { return kCommands; }

}  // namespace tellings::cli

int main(int argc, char** argv) {
  using namespace tellings::cli;
  std::signal(SIGINT, interrupted);
  try {
    const int status = run({argv + 1, argv + argc});
    flush_out();
    return status;
  } catch (const UsageError& error) {
    fmt::print(stderr, "tellings: {}\n", error.what());
    return 2;
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "tellings: out of memory; give it fewer inputs at a time\n");
    return 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "tellings: {}\n", error.what());
    return 1;
  }
}
