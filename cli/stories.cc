#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/pipeline/records.h"

namespace tellings::cli {
namespace {

std::string page(const Analysis& run, std::size_t count, const Look& look) {
  if (run.stories.empty()) return "no stories\n";
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const Story& s = run.stories[i];
    const std::string dates =
        s.first.empty() ? ""
                        : s.first.substr(0, 10) +
                              (s.last.substr(0, 10) == s.first.substr(0, 10) ? "" : " to " + s.last.substr(0, 10));
    std::string keywords;
    for (const std::string& k : s.keywords) keywords += (keywords.empty() ? "" : ", ") + one_line(k);
    std::string members;
    for (const ArticleNo a : s.articles) members += (members.empty() ? "" : "  ") + one_line(run.articles[index(a)].id);
    out += fmt::format("{}  {}  {}{}{}\n", s.id, look.bold(s.title.empty() ? "(no title)" : one_line(s.title)),
                       counted(s.articles.size(), "article"), dates.empty() ? "" : ", ", dates);
    if (!keywords.empty()) out += fmt::format("            {}\n", look.dim(keywords));
    const std::size_t room = look.columns() == 0 ? std::string::npos : std::max<std::size_t>(look.columns(), 40) - 12;
    out += fmt::format("            {}\n", cut_to(members, room));
  }
  return out;
}

int run(const Args& args) {
  return run_stage(args, Stage::stories,
                   {[](const Analysis& r) { return r.stories.size(); }, pipeline::story_record, page}, true);
}

}  // namespace

const Command stories_command = {"stories",
                                 "which articles tell one event",
                                 "INPUT...",
                                 R"(  tellings stories news.jsonl                 # the stories, with their articles
  tellings stories --json archive/ > stories.jsonl
)",
                                 R"(Groups the articles to stories: every article is in exactly one, alone if need
be. A story's id comes from its earliest article and stays when others join.
)",
                                 {},
                                 run};

}  // namespace tellings::cli
