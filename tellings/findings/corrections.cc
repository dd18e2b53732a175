#include "tellings/findings/corrections.h"

#include <map>
#include <tuple>

#include "tellings/text/words.h"

namespace tellings::findings {

std::vector<Finding> find_corrections(const Board& board) {
  std::vector<Finding> out;
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> seen;
  for (const Telling& t : board.tellings) {
    for (const Statement& s : t.statements) {
      const Correction* c = std::get_if<Correction>(&s);
      if (c == nullptr || c->span.empty() || c->span.end > t.text.size()) continue;
      const auto key = std::tuple(text::fold(c->subject), text::fold(c->from), text::fold(c->to));
      const auto [at, fresh] = seen.try_emplace(key, out.size());
      if (fresh) {
        Finding f;
        f.kind = FindingKind::correction;
        f.about = c->subject;
        f.article = t.article;
        f.from = c->from;
        f.to = c->to;
        f.by = c->by;
        f.confidence = c->from.empty() || c->to.empty() ? .6 : .8;
        f.why.push_back(c->by.empty() ? "taken back in the article itself" : "taken back by " + c->by);
        for (const std::string& v : {c->from, c->to}) {
          if (!v.empty())
            f.values.push_back({.value = v, .low = {}, .high = {}, .articles = {}, .evidence = {}, .speakers = {}});
        }
        if (f.values.empty())
          f.values.push_back({.value = std::string(slice(t.text, c->span)),
                              .low = {},
                              .high = {},
                              .articles = {},
                              .evidence = {},
                              .speakers = {}});
        out.push_back(std::move(f));
      }
      for (Value& v : out[at->second].values) v.evidence.push_back({t.article, c->span});
    }
  }
  for (Finding& f : out) {
    for (Value& v : f.values) {
      v.articles = articles_of(v.evidence);
      v.witnesses = board.witnesses.count(v.articles);
    }
  }
  return out;
}

}  // namespace tellings::findings
