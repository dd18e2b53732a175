#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "tellings/base/utf8.h"
#include "tellings/pipeline/records.h"
#include "tellings/statements/statements.h"

namespace tellings::cli {
namespace {

constexpr Option kOptions[] = {{"--pairs", "FILE", "two names a line with a tab between them; - is standard input"}};

std::string pair_line(const std::string& a, const std::string& b, bool json) {
  const double p = statements::same_name(a, b);
  if (!json) return fmt::format("{}\t{}\t{:.4f}\n", a, b, p);
  return fmt::format("{{\"a\":{},\"b\":{},\"same\":{:.4f}}}\n", pipeline::quoted(a), pipeline::quoted(b), p);
}

int run(const Args& args) {
  if (!args.has("--pairs") || !args.operands().empty()) throw UsageError("names: needs --pairs FILE and nothing else");
  const std::string path = args.value("--pairs");
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) throw std::runtime_error(fmt::format("{}: cannot be read", path));
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::size_t n = 0;
  int status = 0;
  for (std::string line; std::getline(in, line);) {
    ++n;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      if (!args.has("--quiet")) fmt::print(stderr, "tellings: {}, line {}: no tab between two names\n", path, n);
      status = 4;
      continue;
    }
    const std::size_t end = std::min(line.find('\t', tab + 1), line.size());
    write_out(pair_line(to_valid_utf8(line.substr(0, tab)), to_valid_utf8(line.substr(tab + 1, end - tab - 1)),
                        args.has("--json")));
  }
  return status;
}

}  // namespace

const Command names_command = {"names",
                               "are two spellings one name?",
                               "--pairs FILE",
                               R"(  printf 'Qasem Soleimani\tQassim Sulemani\n' | tellings names --pairs -
)",
                               R"(Prints each pair of names with a third column: the probability, 0 to 1, that
both are spellings of one name.
)",
                               kOptions,
                               run};

}  // namespace tellings::cli
