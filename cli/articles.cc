#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/base/threads.h"
#include "tellings/pipeline/names.h"
#include "tellings/pipeline/records.h"
#include "tellings/text/words.h"

namespace tellings::cli {
namespace {

constexpr Option kOptions[] = {{"--text", "", "print the articles to be read, with what was left out under each"}};

std::vector<std::string> row_of(const Article& a) {
  std::map<std::string, int> reasons;
  for (const Dropped& d : a.dropped) ++reasons[pipeline::name(d.why)];
  std::string dropped;
  for (const auto& [why, n] : reasons) dropped += fmt::format("{}{} {}", dropped.empty() ? "" : ", ", n, why);
  return {one_line(a.id),
          std::to_string(text::words(a.text).size()),
          std::to_string(a.paragraphs.size()),
          a.published.substr(0, 10),
          one_line(a.outlet),
          dropped.empty() ? "·" : dropped,
          one_line(a.title)};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : ", ") + one_line(w);
  return out;
}

// An article to be read: its headline, what is known of it, its words, and
// under them what was left out.
std::string page_of(const Article& a, const Look& look) {
  std::string out = fmt::format("{}  {}\n", look.bold(one_line(a.id)), look.bold(one_line(a.title)));
  std::string known;
  const auto tell = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) known += fmt::format("{}{}{}", known.empty() ? "" : " · ", name, value);
  };
  tell("", one_line(a.outlet));
  tell("", a.published);
  tell("by ", joined(a.authors));
  tell("credits ", joined(a.credits));
  tell("in ", a.language);
  if (a.quality) tell("quality ", fmt::format("{:.2f}", *a.quality));
  if (!known.empty()) out += look.dim(known) + "\n";
  for (const Span p : a.paragraphs) out += "\n" + one_line(slice(a.text, p)) + "\n";
  if (!a.dropped.empty()) out += look.dim("\nLeft out:") + "\n";
  for (const Dropped& d : a.dropped) {
    const std::string line = fmt::format("  {:<16}  {}", pipeline::name(d.why), one_line(d.text));
    out += look.dim(look.columns() == 0 ? line : cut_to(line, look.columns())) + "\n";
  }
  return out;
}

// Prints articles as they come: archives have more than memory takes.
int run(const Args& args) {
  const bool json = args.has("--json");
  const bool text = args.has("--text");
  if (json && text) throw UsageError("--json and --text are two ways to print the same: give one of them");
  const Look look = look_of(args);
  const std::size_t limit = args.number("--limit", std::string::npos, 1, std::string::npos);
  const pipeline::Options options = options_of(args, Stage::articles);
  std::size_t count = 0;
  std::vector<std::vector<std::string>> rows;
  const auto print = [&](const std::vector<Article>& articles) {
    const std::size_t shown = std::min(articles.size(), limit - std::min(limit, count));
    const std::size_t before = count;
    count += articles.size();
    if (json) {
      std::vector<std::string> records(shown);
      parallel_for(shown, options.threads,
                   [&](std::size_t i) { records[i] = pipeline::article_record(articles[i]) + "\n"; });
      for (const std::string& record : records) write_out(record);
    } else if (text) {
      for (std::size_t i = 0; i < shown; ++i) write_out((before + i > 0 ? "\n\n" : "") + page_of(articles[i], look));
    } else {
      for (std::size_t i = 0; i < shown; ++i) rows.push_back(row_of(articles[i]));
    }
  };
  const Analysis run = each_article(args, options, print);
  if (!json && count == 0) write_out("no articles\n");
  if (!json && !text && count > 0) {
    write_out(
        table(look, {"ARTICLE", "WORDS", "PARAGRAPHS", "PUBLISHED", "OUTLET", "LEFT OUT", "TITLE"}, rows, {1, 2}));
    if (rows.size() < count) write_out(fmt::format("… and {} more\n", count - rows.size()));
  }
  flush_out();
  tell_refusals(args, run);
  return status_of(run);
}

}  // namespace

const Command articles_command = {"articles",
                                  "the article's own words: text, title, authors, date, and what was left out",
                                  "INPUT...",
                                  R"(  tellings articles page.html                 # what was read, in a table
  tellings articles --text page.html          # its words, and what was left out
  tellings articles --json pages/ > out.jsonl # one JSON line an article
  curl -s URL | tellings articles --json -    # a page from standard input
)",
                                  R"(Reads articles and keeps only their own words: no headline, byline, captions,
link boxes or other furniture of the page. What was left out is listed with the
reason; an article glued onto another is given by itself, with #2 after its id.
)",
                                  kOptions,
                                  run};

}  // namespace tellings::cli
