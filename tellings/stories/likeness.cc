// Time and templates.
//
// Time.  A day's distance says nothing; ten days take half of what can be
// taken; never all, since trials and inquiries come back.  Measured: basil +.02,
// gva +.03, vnmds +.01; a hard limit loses what it cuts.  But a text that is
// printed again weeks later, or under a wrong date, is the same text: the more
// two texts are as alike as copies are, the less their days say.
//
// Templates.  "Hale wins Ohio" and "Hale wins Iowa" share nine words in ten,
// more than two honest accounts of one night do, and a vector cannot see that
// the tenth is the one that counts.  But texts made from one template line up:
// the same two words stand around another name, another number.  So for every
// name and number the words beside it are kept, and where two articles agree on
// many such contexts and disagree on what stands in them, they are two events.
// Two accounts of one event share few contexts, so nothing is said of them; an
// update shares many, and most of them hold the same values.  A copy in another
// house's spelling, or with one name misspelt, makes one change over and over;
// one change counts once.
#include "tellings/stories/likeness.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "tellings/base/hash.h"

namespace tellings::stories {
namespace {

constexpr double kGraceDays = 1;
constexpr double kFadeDays = 10;
constexpr double kOldest = 0.3;

// Two accounts of one event are under .6 in all sets: from here the days say
// less and less, and nothing of copies.
constexpr double kAccounts = 0.6;

// Without loss on any set: at least two changes, more than three for every ten
// slots that hold the same, and the shared slots are two fifths of what the one
// with fewer has.
// "Quake kills 12" and "Quake kills 30" may be one quake in one week, not in two.
// Of longer texts one change, or one of names side by side, is a misprint, and
// the day may be wrong.
constexpr double kWeek = 7;
constexpr std::size_t kHeadlineTerms = 40;  // some 20 words
constexpr double kOtherToSame = 0.3;
constexpr double kLeastShared = 0.4;

// Under this the slots are not looked at: such a pair joins no story anyway.
constexpr double kWorthALook = 0.1;

std::size_t end_of_context(std::span<const Slot> slots, std::size_t at) {
  std::size_t end = at;
  while (end < slots.size() && slots[end].context == slots[at].context) ++end;
  return end;
}

std::size_t contexts(std::span<const Slot> slots) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < slots.size(); at = end_of_context(slots, at)) ++count;
  return count;
}

// What two ascending runs of slots of one context hold: values of both, and the
// change from those that only the one has to those that only the other has.
struct Change {
  bool meet = false;
  bool both_differ = false;
  std::uint64_t change = 0;
};

Change change_of(std::span<const Slot> a, std::span<const Slot> b) {
  Change out;
  std::uint64_t only_a = 0;
  std::uint64_t only_b = 0;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (j == b.size() || (i < a.size() && a[i].value < b[j].value)) {
      only_a = mix(only_a + a[i++].value) | 1;
    } else if (i == a.size() || b[j].value < a[i].value) {
      only_b = mix(only_b + b[j++].value) | 1;
    } else {
      out.meet = true;
      ++i, ++j;
    }
  }
  out.both_differ = only_a != 0 && only_b != 0;
  out.change = mix(only_a ^ mix(only_b));
  return out;
}

std::uint32_t distinct(std::vector<std::uint64_t>* changes) {
  std::ranges::sort(*changes);
  return static_cast<std::uint32_t>(std::ranges::unique(*changes).begin() - changes->begin());
}

// The share of a likeness that days may take.
double hold_of_time(double cosine) {
  return std::clamp((kCopyLikeness - cosine) / (kCopyLikeness - kAccounts), 0.0, 1.0);
}

}  // namespace

Slots compare_slots(std::span<const Slot> a, std::span<const Slot> b, const TemplateRule& rule) {
  Slots out;
  std::size_t shared = 0;
  std::vector<std::uint64_t> changes;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].context != b[j].context) {
      a[i].context < b[j].context ? ++i : ++j;
      continue;
    }
    const std::size_t i_end = end_of_context(a, i);
    const std::size_t j_end = end_of_context(b, j);
    const auto x = a.subspan(i, i_end - i);
    const auto y = b.subspan(j, j_end - j);
    const Change c = change_of(x, y);
    ++shared;
    if (c.meet) ++out.same;
    if (c.both_differ && (rule.one_of_several || !c.meet)) changes.push_back(c.change);
    i = i_end;
    j = j_end;
  }
  out.other = distinct(&changes);
  if (out.other < rule.least_changes || out.other <= kOtherToSame * out.same) return out;
  const auto fewer = static_cast<double>(std::min(contexts(a), contexts(b)));
  out.template_of_two = static_cast<double>(shared) >= kLeastShared * fewer;
  return out;
}

namespace {

double days_between(std::int32_t a, std::int32_t b) {
  if (a == kNoDay || b == kNoDay) return 0;
  return std::abs(static_cast<double>(a) - static_cast<double>(b));
}

}  // namespace

double time_factor(std::int32_t a, std::int32_t b) {
  return kOldest + (1 - kOldest) * std::exp(-std::max(0.0, days_between(a, b) - kGraceDays) / kFadeDays);
}

double likeness(double cosine, const Side& a, const Side& b) {
  const double alike = cosine * (1 - hold_of_time(cosine) * (1 - time_factor(a.day, b.day)));
  if (alike < kWorthALook) return alike;
  const bool headline = std::min(a.vector.size(), b.vector.size()) < kHeadlineTerms;
  const bool weeks = days_between(a.day, b.day) > kWeek;
  const TemplateRule rule{.least_changes = headline && weeks ? 1u : 2u, .one_of_several = headline};
  return compare_slots(a.slots, b.slots, rule).template_of_two ? kApart : alike;
}

}  // namespace tellings::stories
