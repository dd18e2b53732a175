#include "tellings/lineage/lineage.h"

namespace tellings::lineage {

Lineage trace(std::span<const Article>, const Story& story, std::span<const Copy>) {
  Lineage out;
  for (const ArticleNo a : story.articles) {
    out.nodes.push_back({.article = a, .id = {}, .credit = {}, .text = {}, .support = {}});
    out.witnesses.push_back({a});
  }
  const int n = static_cast<int>(story.articles.size());
  out.counts = {.articles = n, .outlets = {}, .texts = n, .witnesses = {n, n, n}};
  return out;
}

}  // namespace tellings::lineage
