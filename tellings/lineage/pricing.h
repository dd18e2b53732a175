// What the changes between the texts of an account cost.
//
//   const Pricing pricing(collation, clues, pairs);
//   pricing.between(0, 2);  // of member 2 made from member 0
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "tellings/lineage/changes.h"

namespace tellings::lineage {

// Prices, fitted on artificial traditions (docs/algorithms/lineage.md).
struct Prices {
  double cut = 1.12;              // the end, however long
  double lost_run = 1.4;          // a stretch elsewhere
  double lost_sentence = 0.05;    // and each further sentence of it
  double gained_run = 2.5;        // a stretch put in
  double foreign_run = 1.2;       // the same, about something else
  double gained_sentence = 1.57;  // and each further sentence of it
  double replaced_run = 3.64;     // one stretch in the place of another
  double wording = 0.7;           // each of the first kFewChanges changes of words
  double more_wording = 0.28;     // each one after those
  double rewritten = 1.0;         // the first rewritten sentence
  double more_rewritten = 0.15;   // each one after it
  double layout = 0.42;           // the first paragraph parted or joined
  double more_layout = 0.1;       // each one after it
  double lost_marks = 0.35;       // quotation marks taken off
  double gained_marks = 4.0;      // or put where there were none
  double dateline_agency = 2.5;   // an agency's dateline put in
  double dateline_place = 1.2;    // a place put in
  double dateline_lost = 0.6;     // or taken off
  double credit_lost = 0.35;      // a credit line taken off
  double credit_root = 3.5;       // a first text that credits somebody
  double against_time = 2.25;     // the copy is the earlier one
  double no_time = 0.1;           // not known which is earlier
  double direction = 1.0;         // of the log-odds that the pair gives against it
  double lost_root = 1.0;         // a lost text that all others come from
  double lost_inner = 6.0;        // a lost text between
  double copied_rewriting = 3.0;  // a rewriting that was copied word for word
  double deep = 0.4;              // a copy of a copy
  double temperature = 1.0;
};
inline constexpr Prices kPrices;

// All must outlive it.
class Pricing {
 public:
  Pricing(const Collation& c, std::span<const Clues> clues, std::span<const MemberPair> pairs);

  std::size_t members() const { return members_; }
  const std::vector<Traits>& traits() const { return traits_; }

  // Of a member made from a member.
  double between(std::size_t from, std::size_t to) const;
  // Of any text made from any other, by their traits alone.
  double texts(const Traits& from, const Traits& to) const;
  bool rewrites(const Traits& from, const Traits& to) const { return is_rewriting(changes(collation_, from, to)); }
  // Of a member that was made from nothing.
  double root(std::size_t member) const { return traits_[member].credit_line ? kPrices.credit_root : 0; }

  // What a lost text has, given its children's traits and its parent's, if it has one.
  Traits between_all(std::span<const Traits* const> children, const Traits* parent) const;

 private:
  // How many changes of words a text has as at least one other of them has them.
  double with_majority(const Traits& text, std::span<const Traits* const> all) const;

  // What two children have, their lost parent had.  What one has alone it had
  // too, unless the others, where they go on after it, speak against that.
  void set_places(std::span<const Traits* const> children, const Traits* parent, Traits* out) const;

  // Of stretches that two children have alone between the same two shared
  // sentences, one is the other put in other words: the fuller child's is kept.
  void drop_doublets(const std::vector<std::size_t>& n, const std::vector<std::size_t>& holder,
                     const std::vector<std::size_t>& alone, std::vector<std::uint8_t>* has) const;

  const Collation& collation_;
  std::span<const Clues> clues_;
  std::size_t members_;
  std::vector<Traits> traits_;
  std::map<std::pair<std::size_t, std::size_t>, double> against_;  // (from, to)
};

}  // namespace tellings::lineage
