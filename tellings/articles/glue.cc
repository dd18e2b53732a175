#include "tellings/articles/glue.h"

#include <algorithm>
#include <unordered_set>

#include "tellings/articles/features.h"
#include "tellings/articles/headline.h"

namespace tellings::articles {
namespace {

using Terms = std::unordered_set<std::uint32_t>;

Terms terms_of(const Lines& lines, std::size_t begin, std::size_t end) {
  Terms out;
  for (std::size_t i = begin; i < end; ++i) {
    const Line& l = lines.list[i];
    if (!l.drop) out.insert(lines.terms.begin() + l.terms_begin, lines.terms.begin() + l.terms_end);
  }
  return out;
}

double share(const Lines& lines, const Line& l, const Terms& terms) {
  if (l.terms_begin == l.terms_end) return 0;
  double hits = 0;
  for (std::uint32_t t = l.terms_begin; t < l.terms_end; ++t) hits += terms.contains(lines.terms[t]);
  return hits / (l.terms_end - l.terms_begin);
}

}  // namespace

std::vector<Cut> find_cuts(Lines* lines) {
  const std::size_t n = lines->list.size();
  std::vector<std::size_t> prose;
  for (std::size_t i = 0; i < n; ++i)
    if (!lines->list[i].drop && is_prose(lines->list[i].shape)) prose.push_back(i);
  for (std::size_t k = 3; k + 2 < prose.size(); ++k) {
    const std::size_t begin = prose[k - 1] + 1, end = prose[k];
    if (end - begin < 2) continue;
    const auto title = find_headline(*lines, begin, end);
    if (!title) continue;
    const auto copies = std::count_if(lines->list.begin() + static_cast<std::ptrdiff_t>(begin),
                                      lines->list.begin() + static_cast<std::ptrdiff_t>(end),
                                      [&](const Line& l) { return l.hash == lines->list[*title].hash; });
    if (copies < 2) continue;
    const Terms before = terms_of(*lines, 0, begin);
    const Terms after = terms_of(*lines, end, n);
    if (share(*lines, lines->list[*title], before) >= share(*lines, lines->list[*title], after)) continue;
    const std::string text = lines->list[*title].text;
    const std::uint64_t hash = lines->list[*title].hash;
    for (std::size_t i = begin; i < end; ++i) {
      Line& l = lines->list[i];
      if (l.hash == hash) l.drop = DropReason::headline;
      if (!l.drop && !is_prose(l.shape)) l.drop = DropReason::caption;
    }
    return {{begin, text}};
  }
  return {};
}

}  // namespace tellings::articles
