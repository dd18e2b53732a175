// The evidence is what the likeness is made of: the terms that two vectors share
// are ranked by the product of their weights, which is what each adds to the
// cosine.  A pair of names ("Port Lindow") stands for its two parts.
#include "tellings/stories/explain.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "tellings/base/threads.h"
#include "tellings/stories/background.h"
#include "tellings/stories/describe.h"
#include "tellings/stories/likeness.h"
#include "tellings/stories/vectors.h"

namespace tellings::stories {
namespace {

constexpr std::size_t kMostCompared = 64;
constexpr std::size_t kMostNames = 6;
constexpr std::size_t kMostFigures = 4;
constexpr std::size_t kMostWords = 6;
constexpr std::uint8_t kTellingLevel = 26;  // words of one text in ten or more tell a reader nothing

// A figure that is most likely a year.
bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

struct Shared {
  double adds;
  Surface surface;
};

// What two vectors share and `surfaces` can write, from what adds most.
std::vector<Shared> shared_terms(const Vector& a, const Vector& b, std::span<const Surface> surfaces) {
  std::vector<Shared> out;
  for (const Surface& s : surfaces) {
    const auto x = std::ranges::lower_bound(a, s.term, {}, &Weight::term);
    const auto y = std::ranges::lower_bound(b, s.term, {}, &Weight::term);
    if (x == a.end() || x->term != s.term || y == b.end() || y->term != s.term) continue;
    out.push_back({double{x->weight} * double{y->weight}, s});
  }
  std::ranges::stable_sort(out, [](const Shared& x, const Shared& y) { return x.adds > y.adds; });
  return out;
}

void add(std::vector<std::string>* list, std::size_t most, std::string_view text) {
  if (list->size() < most && std::ranges::find(*list, text) == list->end()) list->emplace_back(text);
}

void tell(const std::vector<Shared>& shared, Membership* out) {
  std::set<std::string_view> parts;  // of pairs of names
  for (const Shared& s : shared) {
    if (s.surface.kind != TermKind::pair) continue;
    add(&out->names, kMostNames, s.surface.text);
    const std::size_t space = s.surface.text.find_first_of(" \n");
    parts.insert(s.surface.text.substr(0, space));
    parts.insert(s.surface.text.substr(std::min(s.surface.text.size(), s.surface.text.find_last_of(" \n") + 1)));
  }
  for (const Shared& s : shared) {
    const std::string_view text = s.surface.text;
    switch (s.surface.kind) {
      case TermKind::name:
        if (!parts.contains(text)) add(&out->names, kMostNames, text);
        break;
      case TermKind::number: add(is_year(text) ? &out->dates : &out->figures, kMostFigures, text); break;
      case TermKind::word:
        if (level_of(s.surface.term) >= kTellingLevel) add(&out->words, kMostWords, text);
        break;
      case TermKind::pair:
      case TermKind::syllables: break;
    }
  }
}

}  // namespace

std::vector<std::vector<Membership>> explain(std::span<const Article> articles, std::span<const Story> stories,
                                             std::size_t threads) {
  std::vector<Sketch> sketches(articles.size());
  parallel_for(articles.size(), threads, [&](std::size_t i) { sketches[i] = sketch(articles[i]); });
  const Counts counts = count_terms(sketches);

  std::vector<std::vector<Membership>> out(stories.size());
  parallel_for(stories.size(), threads, [&](std::size_t i) {
    const std::vector<ArticleNo>& members = stories[i].articles;
    std::vector<ArticleNo> earliest = members;
    std::ranges::sort(earliest, [&](ArticleNo a, ArticleNo b) { return is_earlier(articles, a, b); });
    if (earliest.size() > kMostCompared) earliest.resize(kMostCompared);
    std::vector<Vector> vectors;
    for (const ArticleNo e : earliest) vectors.push_back(weigh(sketches[index(e)], counts));

    for (const ArticleNo a : members) {
      const Vector mine = weigh(sketches[index(a)], counts);
      const Side side{mine, sketches[index(a)].slots, sketches[index(a)].day};
      Membership why{.article = a,
                     .nearest = {},
                     .likeness = 0,
                     .days_apart = {},
                     .names = {},
                     .figures = {},
                     .dates = {},
                     .words = {}};
      std::size_t best = 0;
      for (std::size_t e = 0; e < earliest.size(); ++e) {
        if (earliest[e] == a) continue;
        const Sketch& other = sketches[index(earliest[e])];
        const double l = std::max(0.0, likeness(dot(mine, vectors[e]), side, {vectors[e], other.slots, other.day}));
        if (why.nearest && l <= why.likeness) continue;
        why.nearest = earliest[e];
        why.likeness = l;
        best = e;
      }
      if (why.nearest) {
        const std::int32_t day = sketches[index(*why.nearest)].day;
        if (side.day != kNoDay && day != kNoDay) why.days_apart = std::abs(side.day - day);
        tell(shared_terms(mine, vectors[best], surfaces(articles[index(a)])), &why);
      }
      out[i].push_back(std::move(why));
    }
  });
  return out;
}

}  // namespace tellings::stories
