#include "tellings/findings/witnesses.h"

#include <algorithm>
#include <set>

namespace tellings::findings {

Witnesses::Witnesses(const Story& story, const Lineage& lineage) : groups_(lineage.witnesses) {
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    std::ranges::sort(groups_[g]);
    for (const ArticleNo a : groups_[g]) groups_of_[a].push_back(g);
  }
  for (const ArticleNo a : story.articles) {
    if (groups_of_.contains(a)) continue;
    groups_of_[a].push_back(static_cast<std::uint32_t>(groups_.size()));
    groups_.push_back({a});
  }
}

const std::vector<std::uint32_t>& Witnesses::of(ArticleNo article) const {
  const auto found = groups_of_.find(article);
  return found == groups_of_.end() ? none_ : found->second;
}

int Witnesses::count(std::span<const ArticleNo> articles) const {
  std::set<std::uint32_t> met;
  for (const ArticleNo a : articles) {
    if (of(a).size() == 1) met.insert(of(a).front());
  }
  for (const ArticleNo a : articles) {
    const auto& groups = of(a);
    if (groups.size() < 2) continue;
    if (std::ranges::none_of(groups, [&](std::uint32_t g) { return met.contains(g); })) met.insert(groups.front());
  }
  return static_cast<int>(met.size());
}

bool Witnesses::apart(ArticleNo a, ArticleNo b) const {
  if (a == b) return false;
  const auto& left = of(a);
  return std::ranges::none_of(of(b), [&](std::uint32_t g) { return std::ranges::binary_search(left, g); });
}

}  // namespace tellings::findings
