#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/version.h"

namespace tellings::cli {
namespace {

constexpr std::string_view kTagline =
    "One event, many tellings: who saw it, who copied whom, what they agree on, where they differ.";

constexpr std::string_view kInputs =
    R"(Inputs are files, folders (read recursively, in name order) or - for standard
input: text, HTML, MHTML, WARC, ARC, RSS, Atom, JSON Feed, JSONL, JSON, CSV and
TSV, each also as .gz or .zst. What a file is, its content tells.
)";

constexpr std::string_view kStatuses =
    R"(  0    done
  1    failed
  2    wrong usage
  3    could not measure
  4    done, but some inputs were refused or damaged
  130  interrupted
)";

std::string option_lines(std::span<const Option> options) {
  std::size_t width = 0;
  const auto left = [](const Option& o) {
    return o.value.empty() ? std::string(o.name) : fmt::format("{} {}", o.name, o.value);
  };
  for (const Option& o : options) width = std::max(width, left(o).size());
  std::string out;
  for (const Option& o : options) out += fmt::format("  {:<{}}  {}\n", left(o), width, o.help);
  return out;
}

// Text for roff: backslashes, hyphens that must stay, leading dots and quotes.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_start = c == '\n';
  }
  return out;
}

std::string flags_of(const Command& command) {
  std::string out;
  for (const auto options : {command.options, kCommonOptions}) {
    for (const Option& o : options) out += (out.empty() ? "" : " ") + std::string(o.name);
  }
  return out;
}

std::string names_of_commands() {
  std::string out;
  for (const Command* c : commands()) out += (out.empty() ? "" : " ") + std::string(c->name);
  return out;
}

std::string bash_completions() {
  std::string cases;
  for (const Command* c : commands()) cases += fmt::format("    {}) words='{} --help' ;;\n", c->name, flags_of(*c));
  return fmt::format(R"(_tellings() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{} help --help --version' -- "$word"))
    return
  fi
  case ${{COMP_WORDS[1]}} in
{}  esac
  case $word in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}}
complete -o filenames -F _tellings tellings
)",
                     names_of_commands(), cases);
}

std::string fish_completions() {
  std::string out = "complete -c tellings -n __fish_use_subcommand -l help -l version\n";
  for (const Command* c : commands()) {
    out += fmt::format("complete -c tellings -n __fish_use_subcommand -f -a {} -d '{}'\n", c->name, c->summary);
    for (const auto options : {c->options, kCommonOptions}) {
      for (const Option& o : options) {
        if (!o.name.starts_with("--")) continue;
        out += fmt::format("complete -c tellings -n '__fish_seen_subcommand_from {}' -l {}{} -d '{}'\n", c->name,
                           o.name.substr(2), o.value.empty() ? "" : " -r", o.help);
      }
    }
  }
  return out;
}

}  // namespace

std::string overview() {
  std::string out = fmt::format(R"({}

  tellings report examples/ -o report.html    # read the folder, write the report
  tellings findings news.jsonl                # what the accounts agree on, where they differ
  cat page.html | tellings articles -         # the article's own words

usage: tellings COMMAND [OPTION...] INPUT...

Commands:
)",
                                kTagline);
  std::size_t width = 0;
  for (const Command* c : commands()) width = std::max(width, c->name.size());
  for (const Command* c : commands()) out += fmt::format("  {:<{}}  {}\n", c->name, width, c->summary);
  out += fmt::format(
      "\n{}\nOptions of every command:\n{}\n`tellings COMMAND --help` says more, with examples. Exit status:\n{}",
      kInputs, option_lines(kCommonOptions), kStatuses);
  return out;
}

std::string help(const Command& command) {
  std::string out = fmt::format("{}\n\nExamples:\n{}\nusage: tellings {} [OPTION...] {}\n\n{}", command.summary,
                                command.examples, command.name, command.operands, command.description);
  out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  if (!command.options.empty()) out += fmt::format("\nOptions:\n{}", option_lines(command.options));
  out += fmt::format("\nOptions of every command:\n{}\nExit status:\n{}", option_lines(kCommonOptions), kStatuses);
  return out;
}

std::string manual_page(const Command* command) {
  const std::string name = command ? fmt::format("tellings-{}", command->name) : "tellings";
  const std::string_view summary = command ? command->summary : kTagline;
  return fmt::format(
      ".TH {} 1 \"\" \"tellings {}\" \"User Commands\"\n.SH NAME\n{} \\- {}\n.SH DESCRIPTION\n.nf\n{}.fi\n", roff(name),
      kVersion, roff(name), roff(summary), roff(command ? help(*command) : overview()));
}

std::string completions(std::string_view shell) {
  if (shell == "bash") return bash_completions();
  if (shell == "zsh") return "autoload -U +X bashcompinit && bashcompinit\n" + bash_completions();
  if (shell == "fish") return fish_completions();
  return "";
}

}  // namespace tellings::cli
