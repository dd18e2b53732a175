#include "tellings/lineage/changes.h"

namespace tellings::lineage {
namespace {

// A rewriting changes words in so many spots of a sentence, over all of them; a
// sentence put otherwise altogether counts as many.  House style stays below
// one spot in two sentences.
constexpr double kManyChanges = 1.5;
constexpr double kRewrittenChanges = 4;

double differing(const std::vector<Variant>& variants, const std::vector<std::uint16_t>& x,
                 const std::vector<std::uint16_t>& y) {
  double sum = 0;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    if (x[i] != y[i] && x[i] != kNoReading && y[i] != kNoReading) sum += variants[i].weight;
  }
  return sum;
}

}  // namespace

Changes changes(const Collation& c, const Traits& from, const Traits& to) {
  Changes out;
  int lost = 0;
  int gained = 0;
  int foreign = 0;
  const auto close = [&](bool at_end) {
    if (lost > 0 && gained > 0) {
      ++out.replaced_runs;
    } else if (lost > 0 && at_end) {
      out.cut_sentences += lost;
    } else if (lost > 0) {
      ++out.lost_runs;
      out.lost_sentences += lost;
    } else if (gained > 0) {
      ++(2 * foreign > gained ? out.foreign_runs : out.gained_runs);
      out.gained_sentences += gained;
    }
    lost = gained = foreign = 0;
  };
  for (std::size_t k = 0; k < c.places; ++k) {
    if (from.has[k] && to.has[k]) {
      close(false);
      ++out.kept_sentences;
    } else {
      lost += from.has[k];
      gained += to.has[k];
      foreign += to.has[k] && c.foreign[k];
    }
  }
  close(true);
  out.wording = differing(c.wording, from.wording, to.wording);
  out.rewritten = differing(c.rewritten, from.rewritten, to.rewritten);
  out.layout = differing(c.layout, from.layout, to.layout);
  for (std::size_t i = 0; i < c.marks.size(); ++i) {
    if (from.marks[i] == kNoReading || to.marks[i] == kNoReading) continue;
    if (from.marks[i] > to.marks[i]) out.lost_marks += c.marks[i].weight;
    if (from.marks[i] < to.marks[i]) out.gained_marks += c.marks[i].weight;
  }
  return out;
}

bool is_rewriting(const Changes& c) {
  return c.kept_sentences > 0 && c.wording + kRewrittenChanges * c.rewritten >= kManyChanges * c.kept_sentences;
}

Traits traits_of(const Collation& c, const Clues& clues, std::size_t member) {
  Traits t;
  t.has = c.has[member];
  t.dateline = clues.dateline;
  t.credit_line = clues.credit_line;
  for (const Variant& v : c.wording) t.wording.push_back(v.state[member]);
  for (const Variant& v : c.rewritten) t.rewritten.push_back(v.state[member]);
  for (const Variant& v : c.layout) t.layout.push_back(v.state[member]);
  for (const Variant& v : c.marks) t.marks.push_back(v.state[member]);
  return t;
}

}  // namespace tellings::lineage
