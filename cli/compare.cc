#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/copies/copies.h"
#include "tellings/pipeline/names.h"
#include "tellings/pipeline/records.h"
#include "tellings/text/words.h"

namespace tellings::cli {
namespace {

// A side of a row: text with the words that the other side has too lit.
std::string lit_words(std::string_view text, std::string_view other, const Look& look) {
  std::unordered_set<std::uint64_t> shared;
  for (const text::Word& w : text::words(other)) shared.insert(w.hash);
  std::string out;
  std::size_t at = 0;
  for (const text::Word& w : text::words(text)) {
    out += one_line(text.substr(at, w.span.begin - at));
    const std::string word = one_line(slice(text, w.span));
    out += shared.contains(w.hash) ? look.lit(word) : word;
    at = w.span.end;
  }
  return out + one_line(text.substr(at));
}

// Text broken to lines of at most `width` columns, at spaces where there are any.
std::vector<std::string> wrap(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width)
      lines.push_back(std::exchange(line, ""));
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

std::string side_by_side(const std::string& left, const std::string& right, char mark, std::size_t width) {
  const auto a = wrap(left, width);
  const auto b = wrap(right, width);
  std::string out;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string l = i < a.size() ? a[i] : "";
    out += l + std::string(width - std::min(width, display_width(l)), ' ') + fmt::format(" {} ", i == 0 ? mark : ' ') +
           (i < b.size() ? b[i] : "");
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
  }
  return out;
}

char mark_of(PassageKind kind) {
  switch (kind) {
    case PassageKind::same: return '=';
    case PassageKind::edited: return '~';
    case PassageKind::paraphrased: return '?';
  }
  return ' ';
}

std::string page(const Article& a, const Article& b, const Copy& pair, const Look& look) {
  const std::size_t width = (std::max<std::size_t>(look.columns() == 0 ? 160 : look.columns(), 60) - 3) / 2;
  std::string out = side_by_side(look.bold(one_line(a.id)) + " " + one_line(a.title),
                                 look.bold(one_line(b.id)) + " " + one_line(b.title), ' ', width) +
                    "\n";
  std::uint32_t at_a = 0;
  std::uint32_t at_b = 0;
  const auto rest = [&](std::uint32_t to_a, std::uint32_t to_b) {
    const auto between = [](const Article& x, std::uint32_t from, std::uint32_t to) {
      return from < to ? one_line(slice(x.text, {from, to})) : std::string();
    };
    out += side_by_side(between(a, at_a, to_a), between(b, at_b, to_b), ' ', width);
  };
  for (const Passage& p : pair.passages) {
    rest(p.a.begin, p.b.begin);
    const std::string_view left = slice(a.text, p.a);
    const std::string_view right = slice(b.text, p.b);
    out += side_by_side(lit_words(left, right, look), lit_words(right, left, look), mark_of(p.kind), width);
    at_a = p.a.end;
    at_b = std::max(at_b, p.b.end);
  }
  rest(static_cast<std::uint32_t>(a.text.size()), static_cast<std::uint32_t>(b.text.size()));
  out += fmt::format(
      "\n{}, score {:.2f}: {:.0f} % of the left in {:.0f} % of the right (= the same, ~ edited, ? reworded)\n",
      pipeline::name(pair.kind), pair.score, 100 * pair.covered_a, 100 * pair.covered_b);
  for (const std::string& why : pair.why) out += fmt::format("  {}\n", look.dim(one_line(why)));
  return out;
}

int run(const Args& args) {
  if (args.operands().size() != 2) throw UsageError("compare: needs two inputs, A and B");
  Analysis run = analyse(args, Stage::articles);
  tell_refusals(args, run);
  if (run.articles.size() < 2) {
    if (!args.has("--quiet"))
      fmt::print(stderr, "tellings: compare needs two articles, and {} read\n",
                 run.articles.empty() ? "none was" : "only one was");
    return 3;
  }
  // The first article of each input; the ids' order decides who is A.
  const auto from = [&](std::size_t operand) {
    const auto found = std::ranges::find(run.articles, args.operands()[operand], &Article::source);
    return found == run.articles.end() ? operand : static_cast<std::size_t>(found - run.articles.begin());
  };
  std::size_t first = std::min(from(0), from(1));
  std::size_t second = std::max(from(0), from(1));
  if (first == second) second = first + 1 < run.articles.size() ? first + 1 : std::exchange(first, first - 1);
  const auto found = copies::compare(run.articles[first], run.articles[second]);
  Copy pair = found.value_or(Copy{});
  pair.a = ArticleNo{static_cast<std::uint32_t>(first)};
  pair.b = ArticleNo{static_cast<std::uint32_t>(second)};
  run.copies = {pair};
  if (args.has("--json")) {
    if (found) write_out(pipeline::copy_record(run, 0) + "\n");
  } else {
    write_out(found ? page(run.articles[first], run.articles[second], pair, look_of(args))
                    : "nothing in common beyond chance\n");
  }
  return status_of(run);
}

}  // namespace

const Command compare_command = {"compare",
                                 "two articles side by side, with what they share",
                                 "A B",
                                 R"(  tellings compare wire.txt paper.html        # shared passages side by side
  tellings compare --json wire.txt paper.html
)",
                                 R"(Sets two articles beside each other, passage by passage; words that both have in
a passage are lit. The last lines say in what manner they share text.
)",
                                 {},
                                 run};

}  // namespace tellings::cli
