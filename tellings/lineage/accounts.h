// Which articles of a story go back to one account of the event, and which
// were made from two.
//
//   const Accounts found = group_accounts(articles, story, pairs);
//   found.groups.size();  // independent witnesses
#pragma once

#include <span>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/copy.h"
#include "tellings/model/lineage.h"
#include "tellings/model/story.h"

namespace tellings::lineage {

struct Accounts {
  std::vector<std::vector<ArticleNo>> groups;  // each ascending, by first; a merge stands in several
  std::vector<ArticleNo> merges;               // ascending
  Range count;
};

// The pairs of `copies`, which is in the order of (a, b), that lie inside the
// story.  The pointers are into `copies`.
std::vector<const Copy*> pairs_within(const Story& story, std::span<const Copy> copies);

// Groups the story's articles by the pairs that copying connects.  `pairs` is
// what pairs_within() gave.  The range says how many groups there could be,
// given the scores of the pairs.  Time O(pairs log pairs) a pass, few passes.
Accounts group_accounts(std::span<const Article> articles, const Story& story, std::span<const Copy* const> pairs);

}  // namespace tellings::lineage
