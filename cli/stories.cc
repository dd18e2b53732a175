#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/pipeline/records.h"
#include "tellings/pipeline/streaming.h"

namespace tellings::cli {
namespace {

// "with e2: Grey Heron, Port Lindow, 212; passengers, tide"
std::string evidence(const Analysis& run, const Membership& m) {
  if (!m.nearest) return "alone";
  std::string shared;
  for (const auto* list : {&m.names, &m.figures, &m.dates, &m.words}) {
    for (const std::string& s : *list) shared += (shared.empty() ? "" : ", ") + one_line(s);
  }
  const std::string days = !m.days_apart ? ""
                           : *m.days_apart == 0
                               ? ", of the same day"
                               : fmt::format(", {} apart", counted(static_cast<std::size_t>(*m.days_apart), "day"));
  return fmt::format("as {} ({:.2f}{}): {}", one_line(run.articles[index(*m.nearest)].id), m.likeness, days, shared);
}

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
    if (!run.memberships.empty()) {
      for (const Membership& m : run.memberships[i]) {
        out += fmt::format("            {}  {}\n", one_line(run.articles[index(m.article)].id),
                           look.dim(evidence(run, m)));
      }
      continue;
    }
    const std::size_t room = look.columns() == 0 ? std::string::npos : std::max<std::size_t>(look.columns(), 40) - 12;
    out += fmt::format("            {}\n", cut_to(members, room));
  }
  return out;
}

int stream(const Args& args) {
  const bool json = args.has("--json");
  const std::size_t limit = args.number("--limit", std::string::npos, 1, std::string::npos);
  std::size_t lines = 0;
  const auto say = [&](const std::string& line) {
    if (lines++ < limit) write_out(line + "\n");
  };
  const pipeline::StoryListener listener{
      [&](std::string_view article, std::string_view story) {
        say(json ? pipeline::told_record(article, story) : fmt::format("{}  {}", story, one_line(article)));
      },
      [&](std::string_view from, std::string_view into) {
        say(json ? pipeline::merge_record(from, into) : fmt::format("{}  is one with {}", from, into));
      }};
  Analysis run;
  const std::size_t count =
      pipeline::stream_stories(args.operands(), options_of(args, Stage::stories), listener, &run.rejections);
  flush_out();
  write_errors(args, run);
  tell_refusals(args, run);
  if (count == 0) {
    if (!args.has("--quiet")) fmt::print(stderr, "tellings: no article was read, so there is nothing to measure\n");
    return 3;
  }
  return status_of(run);
}

int run(const Args& args) {
  if (args.has("--stream")) return stream(args);
  return run_stage(args, Stage::stories,
                   {[](const Analysis& r) { return r.stories.size(); }, pipeline::story_record, page}, true);
}

constexpr std::array kOptions = {
    Option{"--why", "", "say of every article what it shares with the one it is most like"},
    Option{"--stream", "", "take the articles in the order given and answer one at a time"},
};

}  // namespace

const Command stories_command = {"stories",
                                 "which articles tell one event",
                                 "INPUT...",
                                 R"(  tellings stories news.jsonl                 # the stories, with their articles
  tellings stories --json archive/ > stories.jsonl
  tellings stories --why news.jsonl           # the names, figures and words that decided
  tellings stories --stream --json feed.jsonl # a line an article, as it comes
)",
                                 R"(Groups the articles to stories: every article is in exactly one, alone if need
be. A story's id comes from its earliest article and stays when others join.
With --stream an article once told stays where it is, unless a line says that
its story was merged into another.
)",
                                 kOptions,
                                 run};

}  // namespace tellings::cli
