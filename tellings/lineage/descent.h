// The most likely descent of the articles of one account: who was made from
// whom, and whether a text that is lost stood behind them.
//
//   const Descent d = find_descent(collation, clues, pairs);
//   d.parent[2];  // the node that member 2 was made from
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tellings/lineage/clues.h"
#include "tellings/lineage/collation.h"

namespace tellings::lineage {

// What a text has, as far as other texts of the account have it otherwise.
struct Traits {
  std::vector<std::uint8_t> has;         // by place
  std::vector<std::uint16_t> wording;    // by Collation::wording
  std::vector<std::uint16_t> rewritten;  // by Collation::rewritten
  std::vector<std::uint16_t> layout;     // by Collation::layout
  std::vector<std::uint16_t> marks;      // by Collation::marks
  Dateline dateline = Dateline::none;
  bool credit_line = false;
};

// What is gained and lost on the way from one text to another.
struct Changes {
  int cut_sentences = 0;   // lost at the end, in one piece
  int lost_runs = 0;       // stretches lost elsewhere
  int lost_sentences = 0;  // in them
  int gained_runs = 0;     // stretches that the parent lacks
  int gained_sentences = 0;
  int foreign_runs = 0;   // the same of sentences about something else
  int replaced_runs = 0;  // lost and gained in one spot
  double wording = 0;     // changes of words
  double rewritten = 0;   // sentences put otherwise
  double layout = 0;      // paragraphs parted or joined
  double lost_marks = 0;  // sentences whose quotation marks are gone
  double gained_marks = 0;
  int kept_sentences = 0;
};
Changes changes(const Collation& c, const Traits& from, const Traits& to);

// True if the sentences that were kept were put in other words.
bool is_rewriting(const Changes& changes);

// The traits of a member.
Traits traits_of(const Collation& c, const Clues& clues, std::size_t member);

struct Descent {
  std::vector<int> parent;         // by node: members, then lost texts; -1 for the root
  std::vector<double> confidence;  // by node, that it was made from its parent; 0 for the root
  std::vector<double> reversed;    // by node, that its parent was made from it
  std::vector<Traits> lost;        // of the nodes after the members
};

// The descent of two members or more.  At most kMostSearched members are
// searched with all their possible lost texts; of more, each is hung from one
// that shares text with it, or from one lost text: time O(pairs log pairs).
inline constexpr std::size_t kMostSearched = 24;
Descent find_descent(const Collation& collation, std::span<const Clues> clues, std::span<const MemberPair> pairs);

}  // namespace tellings::lineage
