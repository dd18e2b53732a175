// Witnesses: how many accounts stand behind a set of articles.
//
// Copies of one text are one account (lineage::Lineage::witnesses).  An article
// merged from two texts stands in both groups and adds no account to either.
//
//   const Witnesses witnesses(story, lineage);
//   if (witnesses.count(articles) > 1) agree();
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "tellings/model/lineage.h"
#include "tellings/model/story.h"

namespace tellings::findings {

class Witnesses {
 public:
  Witnesses(const Story& story, const Lineage& lineage);

  // The least number of groups that these articles can come from when an
  // article of several groups goes with one that is there anyway.
  int count(std::span<const ArticleNo> articles) const;

  // True if no group holds both.
  bool apart(ArticleNo a, ArticleNo b) const;

  // True if two of the articles are apart: the statement has two witnesses.
  bool independent(std::span<const ArticleNo> articles) const { return count(articles) > 1; }

  // The groups, each ascending, in the order of the lineage; articles that it
  // does not name follow, each by itself.
  std::span<const std::vector<ArticleNo>> groups() const { return groups_; }

 private:
  const std::vector<std::uint32_t>& of(ArticleNo article) const;

  std::vector<std::vector<ArticleNo>> groups_;
  std::map<ArticleNo, std::vector<std::uint32_t>> groups_of_;  // ascending
  std::vector<std::uint32_t> none_;
};

}  // namespace tellings::findings
