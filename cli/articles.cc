#include <fmt/format.h>

#include <map>

#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/pipeline/names.h"
#include "tellings/pipeline/records.h"
#include "tellings/text/words.h"

namespace tellings::cli {
namespace {

std::string page(const Analysis& run, std::size_t count, const Look& look) {
  if (run.articles.empty()) return "no articles\n";
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const Article& a = run.articles[i];
    std::map<std::string, int> reasons;
    for (const Dropped& d : a.dropped) ++reasons[pipeline::name(d.why)];
    std::string dropped;
    for (const auto& [why, n] : reasons) dropped += fmt::format("{}{} {}", dropped.empty() ? "" : ", ", n, why);
    rows.push_back({one_line(a.id), std::to_string(text::words(a.text).size()), std::to_string(a.paragraphs.size()),
                    a.published.substr(0, 10), one_line(a.outlet), dropped.empty() ? "·" : dropped, one_line(a.title)});
  }
  return table(look, {"ARTICLE", "WORDS", "PARAGRAPHS", "PUBLISHED", "OUTLET", "LEFT OUT", "TITLE"}, rows, {1, 2});
}

int run(const Args& args) {
  return run_stage(args, Stage::articles,
                   {[](const Analysis& r) { return r.articles.size(); }, pipeline::article_record, page}, false);
}

}  // namespace

const Command articles_command = {"articles",
                                  "the article's own words: text, title, authors, date, and what was left out",
                                  "INPUT...",
                                  R"(  tellings articles page.html                 # what was read, in a table
  tellings articles --json pages/ > out.jsonl # one JSON line an article
  curl -s URL | tellings articles --json -    # a page from standard input
)",
                                  R"(Reads articles and keeps only their own words: no headline, byline, captions,
link boxes or other furniture of the page. What was left out is listed with the
reason; an article glued onto another is given by itself, with #2 after its id.
)",
                                  {},
                                  run};

}  // namespace tellings::cli
