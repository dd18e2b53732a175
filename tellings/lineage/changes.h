// What is gained and lost on the way from one text of an account to another.
//
//   const Changes c = changes(collation, traits_of(collation, clues[a], a), traits_of(collation, clues[b], b));
#pragma once

#include <cstddef>
#include <cstdint>
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

}  // namespace tellings::lineage
