#include "tellings/findings/alone.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "tellings/findings/answers.h"
#include "tellings/findings/slots.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

// Quotations shorter than this are seldom what a reader would look for.
constexpr std::uint32_t kLongQuotationBytes = 60;

constexpr std::size_t kMostQuotationBytes = 300;

class Finder {
 public:
  Finder(const Board& board, const std::vector<Finding>& others) : board_(board) {
    for (const Finding& f : others) {
      for (const Value& v : f.values) {
        for (const Evidence& e : v.evidence) told_.emplace(e.article, e.span);
      }
    }
  }

  std::vector<Finding> find() {
    figures();
    quotations();
    return std::move(out_);
  }

 private:
  bool is_told(ArticleNo article, Span span) const {
    const auto at = told_.lower_bound({article, Span{0, 0}});
    return std::any_of(at, told_.upper_bound({article, Span{~0u, ~0u}}),
                       [&](const auto& t) { return t.second.contains(span); });
  }

  void figures() {
    const auto readings = read_figures(board_);
    std::map<std::string, std::vector<ArticleNo>> told_by;
    for (const Reading& r : readings) told_by[question(r)].push_back(r.article);
    std::map<std::tuple<std::string, double, double>, std::vector<const Reading*>> answers;
    for (const Reading& r : readings) {
      const bool plain = r.key != "age" && !r.figure->noun.empty() && r.reach.exact && !r.superseded;
      if (!plain || is_told(r.article, r.figure->span)) continue;
      if (board_.witnesses.count(told_by[question(r)]) > 1) continue;
      answers[{question(r), r.reach.low, r.reach.high}].push_back(&r);
    }
    for (const auto& [_, same] : answers) {
      Finding f = question_of(*same.front());
      f.values.push_back(answer(board_, same));
      f.confidence = specific(*same.front());
      add(std::move(f));
    }
  }

  static std::string question(const Reading& r) { return r.key + "/" + std::to_string(r.head); }

  // Large numbers and rare surroundings say more than "two officials".
  static double specific(const Reading& r) {
    double weight = r.reach.low >= 10 ? 10 : 0;
    for (const Near& n : r.context) weight += n.weight;
    return weight / (weight + 30);
  }

  void quotations() {
    std::map<std::string, std::size_t> by_words;
    for (const Telling& t : board_.tellings) {
      for (const Statement& s : t.statements) {
        const Quotation* q = std::get_if<Quotation>(&s);
        if (q == nullptr || !q->direct || !q->speaker || q->span.end > t.text.size()) continue;
        if (q->span.size() < kLongQuotationBytes || is_told(t.article, q->span)) continue;
        const std::string_view words = slice(t.text, q->span);
        const auto [known, fresh] = by_words.try_emplace(text::fold(words.substr(0, kMostQuotationBytes)), out_.size());
        if (!fresh) {
          Value& v = out_[known->second].values.front();
          v.evidence.push_back({t.article, q->span});
          v.articles = articles_of(v.evidence);
          continue;
        }
        Finding f;
        f.about = q->speaker->name;
        Value v;
        v.value = words.substr(0, words.rfind(' ', kMostQuotationBytes));
        v.articles = {t.article};
        v.witnesses = 1;
        v.evidence = {{t.article, q->span}};
        v.speakers = {q->speaker->name};
        f.values = {std::move(v)};
        f.confidence = .4;
        add(std::move(f));
      }
    }
  }

  void add(Finding f) {
    f.kind = FindingKind::alone;
    f.why.push_back("no other account tells of it");
    out_.push_back(std::move(f));
  }

  const Board& board_;
  std::set<std::pair<ArticleNo, Span>> told_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> find_alone(const Board& board, const std::vector<Finding>& others) {
  if (board.witnesses.groups().size() < 2) return {};
  return Finder(board, others).find();
}

}  // namespace tellings::findings
