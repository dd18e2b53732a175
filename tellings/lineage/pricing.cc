#include "tellings/lineage/pricing.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace tellings::lineage {
namespace {

constexpr double kFewChanges = 4;  // of words, before they grow cheap

// A sentence that one child of a lost text has alone was in the lost text if at most
// so many others, going on after it, lack it, or if the child has so many of them.
constexpr std::size_t kMostAgainst = 1;
constexpr std::size_t kManyAlone = 4;

double price_of(const Changes& c) {
  double sum = c.cut_sentences > 0 ? kPrices.cut : 0;
  sum += c.lost_runs * (kPrices.lost_run - kPrices.lost_sentence) + c.lost_sentences * kPrices.lost_sentence;
  sum += c.gained_runs * (kPrices.gained_run - kPrices.gained_sentence) + c.gained_sentences * kPrices.gained_sentence;
  sum += c.foreign_runs * (kPrices.foreign_run - kPrices.gained_sentence);
  sum += c.replaced_runs * kPrices.replaced_run;
  sum += std::min(c.wording, kFewChanges) * kPrices.wording +
         std::max(0.0, c.wording - kFewChanges) * kPrices.more_wording;
  if (c.layout > 0) sum += kPrices.layout + (c.layout - 1) * kPrices.more_layout;
  if (c.lost_marks > 0) sum += kPrices.lost_marks;
  if (c.gained_marks > 0) sum += kPrices.gained_marks;
  if (c.rewritten > 0) sum += kPrices.rewritten + (c.rewritten - 1) * kPrices.more_rewritten;
  return sum;
}

double price_of_head(const Traits& from, const Traits& to) {
  double sum = 0;
  if (to.dateline > from.dateline)
    sum += to.dateline == Dateline::agency ? kPrices.dateline_agency : kPrices.dateline_place;
  if (to.dateline < from.dateline) sum += kPrices.dateline_lost;
  if (from.credit_line && !to.credit_line) sum += kPrices.credit_lost;
  return sum;
}

// The state of most of `votes`; on a tie the earlier vote's, of no vote none.
std::uint16_t majority(std::span<const std::uint16_t> votes) {
  std::uint16_t best = kNoReading;
  std::ptrdiff_t most = 0;
  for (const std::uint16_t v : votes) {
    if (v == kNoReading) continue;
    const auto n = std::count(votes.begin(), votes.end(), v);
    if (n > most) most = n, best = v;
  }
  return best;
}

}  // namespace

Pricing::Pricing(const Collation& c, std::span<const Clues> clues, std::span<const MemberPair> pairs)
    : collation_(c), clues_(clues), members_(clues.size()) {
  for (std::size_t m = 0; m < members_; ++m) traits_.push_back(traits_of(c, clues[m], m));
  for (const MemberPair& p : pairs) {
    if (!p.copy->copy || !p.copy->direction_confidence) continue;
    const double q = std::clamp(*p.copy->direction_confidence, 0.02, 0.98);
    const double against = kPrices.direction * std::log(q / (1 - q));
    const bool b_is_copy = *p.copy->copy == Side::b;
    against_[{b_is_copy ? p.b : p.a, b_is_copy ? p.a : p.b}] = std::max(0.0, against);
  }
}

double Pricing::between(std::size_t from, std::size_t to) const {
  double sum = texts(traits_[from], traits_[to]);
  const auto& x = clues_[from].time;
  const auto& y = clues_[to].time;
  if (x && y && y->last < x->first) {
    sum += kPrices.against_time;
  } else if (!(x && y && x->last < y->first)) {
    sum += kPrices.no_time;
  }
  const auto against = against_.find({from, to});
  return against == against_.end() ? sum : sum + against->second;
}

double Pricing::texts(const Traits& from, const Traits& to) const {
  return price_of(changes(collation_, from, to)) + price_of_head(from, to);
}

Traits Pricing::between_all(std::span<const Traits* const> children, const Traits* parent) const {
  Traits out = *children[0];
  std::vector<const Traits*> all(children.begin(), children.end());
  if (parent) all.insert(all.begin(), parent);
  // On a tie the child that is most often with the majority is believed.
  std::stable_sort(all.begin() + (parent ? 1 : 0), all.end(),
                   [&](const Traits* x, const Traits* y) { return with_majority(*x, all) > with_majority(*y, all); });
  std::vector<std::uint16_t> votes(all.size());
  const auto vote = [&](auto get) {
    for (std::size_t i = 0; i < all.size(); ++i) votes[i] = get(*all[i]);
    return majority(votes);
  };
  for (std::size_t i = 0; i < out.wording.size(); ++i)
    out.wording[i] = vote([&](const Traits& t) { return t.wording[i]; });
  for (std::size_t i = 0; i < out.rewritten.size(); ++i)
    out.rewritten[i] = vote([&](const Traits& t) { return t.rewritten[i]; });
  set_places(children, parent, &out);
  out.credit_line = false;
  for (const Traits* t : all) out.dateline = std::max(out.dateline, t->dateline);
  return out;
}

double Pricing::with_majority(const Traits& text, std::span<const Traits* const> all) const {
  double sum = 0;
  for (std::size_t i = 0; i < text.wording.size(); ++i) {
    if (text.wording[i] == kNoReading) continue;
    const auto n =
        std::count_if(all.begin(), all.end(), [&](const Traits* t) { return t->wording[i] == text.wording[i]; });
    if (n > 1) sum += collation_.wording[i].weight;
  }
  return sum;
}

void Pricing::set_places(std::span<const Traits* const> children, const Traits* parent, Traits* out) const {
  const std::size_t places = collation_.places;
  std::vector<std::size_t> ends;                       // where each child ends: what it lacks after that was cut
  std::vector<std::size_t> alone(children.size(), 0);  // sentences that only this child has
  for (const Traits* t : children) {
    const auto last = std::find(t->has.rbegin(), t->has.rend(), 1);
    ends.push_back(static_cast<std::size_t>(t->has.rend() - last));
  }
  std::vector<std::size_t> n(places, 0);
  std::vector<std::size_t> holder(places, 0);
  for (std::size_t k = 0; k < places; ++k) {
    for (std::size_t i = 0; i < children.size(); ++i) {
      if (!children[i]->has[k]) continue;
      ++n[k];
      holder[k] = i;
    }
    if (n[k] == 1 && !collation_.foreign[k]) ++alone[holder[k]];
  }
  for (std::size_t k = 0; k < places; ++k) {
    std::size_t against = 0;
    for (std::size_t i = 0; i < children.size(); ++i) against += !children[i]->has[k] && k < ends[i];
    const bool few = against <= kMostAgainst || alone[holder[k]] >= kManyAlone;
    const bool enough = n[k] >= 2 || (n[k] == 1 && (against == 0 || (few && !collation_.foreign[k])));
    out->has[k] = parent ? n[k] + parent->has[k] >= 2 : enough;
  }
  if (!parent) drop_doublets(n, holder, alone, &out->has);
}

void Pricing::drop_doublets(const std::vector<std::size_t>& n, const std::vector<std::size_t>& holder,
                            const std::vector<std::size_t>& alone, std::vector<std::uint8_t>* has) const {
  const std::size_t places = n.size();
  for (std::size_t k = 0; k < places;) {
    std::size_t end = k;
    std::optional<std::size_t> best;
    for (; end < places && n[end] < 2; ++end) {
      if (!(*has)[end]) continue;
      if (!best || std::pair(alone[*best], *best) < std::pair(alone[holder[end]], holder[end])) best = holder[end];
    }
    for (std::size_t i = k; i < end; ++i) (*has)[i] = (*has)[i] && holder[i] == *best;
    k = end + 1;
  }
}

}  // namespace tellings::lineage
