#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/base/utf8.h"
#include "tellings/copies/copies.h"
#include "tellings/pipeline/names.h"
#include "tellings/pipeline/records.h"
#include "tellings/text/words.h"

namespace tellings::cli {
namespace {

// The words of a text, by their hashes.
using Words = std::unordered_set<std::uint64_t>;

Words words_of(std::string_view text) {
  Words out;
  for (const text::Word& w : text::words(text)) out.insert(w.hash);
  return out;
}

// A line with its stretches of `shared` words lit.
std::string lit_line(std::string_view line, const Words& shared, const Look& look) {
  std::string out;
  std::size_t at = 0;     // up to here it is written
  std::size_t begin = 0;  // of the stretch that is open
  std::size_t end = 0;    // of its last word
  const auto close = [&] {
    if (end <= begin) return;
    out.append(line.substr(at, begin - at)).append(look.lit(line.substr(begin, end - begin)));
    at = begin = end;
  };
  for (const text::Word& w : text::words(line)) {
    if (!shared.contains(w.hash)) {
      close();
      begin = end = w.span.end;
      continue;
    }
    if (end <= begin) begin = w.span.begin;
    end = w.span.end;
  }
  close();
  return out.append(line.substr(at));
}

// Text broken to lines of at most `width` columns, at spaces where there are any.
std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t columns = 0;  // of `line`
  const auto end_line = [&] {
    lines.push_back(std::exchange(line, ""));
    columns = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end + 1;
    std::size_t wide = display_width(word);
    if (columns > 0 && columns + 1 + wide > width) end_line();
    while (wide > width) {  // scripts without spaces
      std::size_t cut = 0;
      for (std::size_t next = 0; next < word.size() && display_width(word.substr(0, next)) <= width;) {
        cut = next;
        next += code_point_at(word, next).length;
      }
      line = word.substr(0, cut);
      end_line();
      word.remove_prefix(cut);
      wide = display_width(word);
    }
    if (columns > 0) line += ' ', ++columns;
    line += word;
    columns += wide;
  }
  if (!line.empty()) end_line();
  return lines;
}

// Two texts beside each other, each with the words of its own set lit.
std::string side_by_side(std::string_view left, std::string_view right, char mark, std::size_t width, const Look& look,
                         const Words& lit_left = {}, const Words& lit_right = {}) {
  const auto a = wrap(left, width);
  const auto b = wrap(right, width);
  std::string out;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string l = i < a.size() ? a[i] : "";
    std::string row = lit_line(l, lit_left, look) + std::string(width - std::min(width, display_width(l)), ' ') +
                      fmt::format(" {} ", i == 0 ? mark : ' ') + (i < b.size() ? lit_line(b[i], lit_right, look) : "");
    while (row.ends_with(' ')) row.pop_back();
    out += row + '\n';
  }
  return out;
}

// Where a passage ends with the marks that close it, which are no words.
std::uint32_t with_marks(std::string_view text, std::uint32_t end) {
  const std::string_view behind = text.substr(end);
  const auto words = text::words(behind.substr(0, std::min<std::size_t>(behind.find_first_of(" \n"), behind.size())));
  return end + (words.empty() ? static_cast<std::uint32_t>(std::min(behind.find_first_of(" \n"), behind.size())) : 0);
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
  std::string out = side_by_side(one_line(a.id), one_line(b.id), ' ', width, look) +
                    side_by_side(one_line(a.title), one_line(b.title), ' ', width, look) + "\n";
  std::uint32_t at_a = 0;
  std::uint32_t at_b = 0;
  const auto rest = [&](std::uint32_t to_a, std::uint32_t to_b) {
    const auto between = [](const Article& x, std::uint32_t from, std::uint32_t to) {
      return from < to ? one_line(slice(x.text, {from, to})) : std::string();
    };
    out += side_by_side(between(a, at_a, to_a), between(b, at_b, to_b), ' ', width, look);
  };
  for (const Passage& p : pair.passages) {
    rest(p.a.begin, p.b.begin);
    const std::uint32_t end_a = with_marks(a.text, p.a.end);
    const std::uint32_t end_b = with_marks(b.text, p.b.end);
    const std::string left = one_line(slice(a.text, {p.a.begin, end_a}));
    const std::string right = one_line(slice(b.text, {p.b.begin, end_b}));
    out += side_by_side(left, right, mark_of(p.kind), width, look, words_of(right), words_of(left));
    at_a = end_a;
    at_b = std::max(at_b, end_b);
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
