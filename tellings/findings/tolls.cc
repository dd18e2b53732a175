// A report gives its toll first, in the headline or the lead: "2 dead, 4
// injured".  Later numbers are parts ("one died at the scene"), other events
// ("19 were hurt a week before") and other spans of time ("80 this month").
// So the toll of a telling is its first reading of a role that no word takes
// beyond the event, and tolls, not readings, are compared.
//
// Two tolls that differ are a difference unless something explains it:
//   * an article that gives both, on the word of one speaker or none;
//   * the other role: five shot, one of whom died, are four injured;
//   * a rest: two in critical condition and five others are seven;
//   * the gunman, who is counted here and not there;
//   * more dead and more hurt: a wider scope, that no word tells;
//   * time: the dead become more, the day after.
//
// Learnt from 73 conflicts labelled by hand, where the largest number in each
// article "differs" in 73 and is a difference in 17 (docs/algorithms/findings.md).
#include "tellings/findings/tolls.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "tellings/findings/answers.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

using Readings = std::vector<const Reading*>;

// Words of a text in which the one who did it may be among the dead.
constexpr auto kOwnHand =
    std::to_array<std::string_view>({"gunman", "gunmen", "shooter", "attacker", "suicide", "himself", "herself",
                                     "suspect", "bomber", "assailant", "bombers"});

// Words that set one number against another, and that say where numbers come from.
constexpr auto kContrast = std::to_array<std::string_view>({"while", "whereas", "but", "although", "though"});
constexpr auto kSources = std::to_array<std::string_view>({"according", "source", "sources", "said", "per", "claimed"});

// Smaller tolls meet by chance.
constexpr double kTellingToll = 5;

// Tellings whose tolls are set against each other; stories larger than this
// repeat themselves.
constexpr std::size_t kMostTellings = 400;

bool is_open(People p) { return p == People::unsaid || p == People::anybody; }

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::ranges::any_of(text::words(text), [&](const text::Word& w) {
    return std::ranges::find(list, text::fold(slice(text, w.span))) != list.end();
  });
}

// The readings of one role, by telling.
using ByTelling = std::map<TellingNo, Readings>;

class Role {
 public:
  Role(const Board& board, ByTelling readings, std::span<const Reading> all)
      : board_(board), readings_(std::move(readings)), all_(all) {}

  std::vector<Finding> find() {
    std::vector<Finding> out;
    for (const People people : groups_of_people()) {
      if (auto finding = ask(people)) out.push_back(std::move(*finding));
    }
    return out;
  }

 private:
  // The event as a whole, then the groups that are counted by themselves.
  std::vector<People> groups_of_people() const {
    std::vector<People> out{People::anybody};
    for (const auto& [_, readings] : readings_) {
      for (const Reading* r : readings) {
        if (!is_open(r->people) && std::ranges::find(out, r->people) == out.end()) out.push_back(r->people);
      }
    }
    std::ranges::sort(out);
    return out;
  }

  // The first reading that fits, but not "a man was killed" where "two people
  // died" follows: one of several is told first.
  static const Reading* first_toll(const Readings& readings, const auto& fits) {
    const Reading* first = nullptr;
    for (const Reading* r : readings) {
      if (!fits(r)) continue;
      if (first == nullptr) first = r;
      if (first->reach.low > 1) return first;
      if (r->reach.low > 1) return r;
    }
    return first;
  }

  // What a telling says of these people: its toll, or nothing.
  const Reading* toll(const Readings& readings, People people) const {
    for (const Reading* r : readings) {
      const bool fits = is_open(people) ? is_open(r->people) : r->people == people;
      if (fits && !r->wider && !r->part && !r->superseded) return r;
    }
    return nullptr;
  }

  // The toll that the same sentence sets against the first: "one died, while two
  // were killed, by another source".
  const Reading* second_toll(const Readings& readings, const Reading& first) const {
    const Telling& t = board_.tellings[first.telling];
    for (const Reading* r : readings) {
      if (r == &first || r->place != first.place || r->people != first.people) continue;
      if (r->figure->span.begin < first.figure->span.end || compare(r->reach, first.reach) != Relation::apart) continue;
      const Span between{first.figure->span.end, r->figure->span.begin};
      if (has_any(slice(t.text, between), kContrast) && has_any(slice(t.text, first.figure->sentence), kSources))
        return r;
    }
    return nullptr;
  }

  static void add(const Reading* r, std::vector<Readings>* values) {
    const auto same = std::ranges::find_if(*values, [&](const Readings& v) {
      return v.front()->figure->low == r->figure->low && v.front()->figure->high == r->figure->high;
    });
    if (same == values->end()) {
      values->push_back({r});
    } else {
      same->push_back(r);
    }
  }

  // The tolls of these people, each with the readings that give it.
  std::vector<Readings> tolls(People people) {
    std::vector<Readings> out;
    disputed_.clear();
    for (const auto& [_, readings] : readings_) {
      const Reading* t = toll(readings, people);
      if (t == nullptr) continue;
      add(t, &out);
      const Reading* second = second_toll(readings, *t);
      if (second == nullptr) continue;
      add(second, &out);
      disputed_.insert(t->article);
    }
    return out;
  }

  // Tellings that name no group join the group's toll that is theirs.
  void join_open(std::vector<Readings>* values) const {
    for (const auto& [telling, readings] : readings_) {
      const auto has = [&](const Readings& v) { return std::ranges::find(v, telling, &Reading::telling) != v.end(); };
      const Reading* t = toll(readings, People::anybody);
      if (t == nullptr || t->reach.low < kTellingToll || std::ranges::any_of(*values, has)) continue;
      for (Readings& v : *values) {
        if (compare(v.front()->reach, t->reach) == Relation::same) v.push_back(t);
      }
    }
  }

  std::optional<Finding> ask(People people) {
    std::vector<Readings> values = tolls(people);
    if (!is_open(people)) join_open(&values);
    if (!is_open(people) && (values.empty() || are_part(values))) return std::nullopt;
    std::ranges::stable_sort(values, std::ranges::greater{}, [&](const Readings& v) { return accounts(v); });
    return show(values, people);
  }

  // Counts of some people ("six children") where their tellings count more in all.
  bool are_part(const std::vector<Readings>& values) const {
    return std::ranges::any_of(values, [&](const Readings& v) {
      return std::ranges::any_of(v, [&](const Reading* r) {
        const Reading* all = toll(readings_.at(r->telling), People::anybody);
        return all != nullptr && all->reach.high > r->reach.high;
      });
    });
  }

  int accounts(const Readings& v) const {
    std::vector<ArticleNo> articles;
    for (const Reading* r : v) articles.push_back(r->article);
    return board_.witnesses.count(articles);
  }

  std::optional<Finding> show(const std::vector<Readings>& values, People people) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t k = i + 1; k < values.size(); ++k) {
        if (const auto kind = differ(values[i], values[k])) return difference(values[i], values[k], *kind);
      }
    }
    return agreement(people);
  }

  // The value that most accounts have, as their toll or further down; two at
  // least have it as their toll.
  std::optional<Finding> agreement(People people) const {
    std::vector<Readings> said;
    Readings first;
    for (const auto& [_, readings] : readings_) {
      const auto fits = [&](const Reading* r) {
        return (is_open(people) ? is_open(r->people) : r->people == people) && !r->far_wider && !r->part &&
               !r->superseded;
      };
      if (const Reading* t = first_toll(readings, fits)) first.push_back(t);
      for (const Reading* r : readings) {
        if (fits(r)) add(r, &said);
      }
    }
    const Readings* best = nullptr;
    std::pair<int, int> most{1, 0};
    for (const Readings& v : said) {
      Readings tolls;
      const auto is_toll = [&](const Reading* r) { return std::ranges::find(first, r) != first.end(); };
      std::ranges::copy_if(v, std::back_inserter(tolls), is_toll);
      const std::pair<int, int> count{accounts(v), accounts(tolls)};
      if (count.second < 2 || count <= most) continue;
      most = count;
      best = &v;
    }
    if (best == nullptr || most.first < 2) return std::nullopt;
    Finding out = question_of(*best->front());
    out.values.push_back(answer(board_, *best));
    out.confidence = .95;
    out.why.push_back("same number for the same question, " +
                      told_by(out.values[0].witnesses, out.values[0].articles.size()));
    if (out.values[0].witnesses < 2) out.why.push_back("they rest on the word of one speaker");
    return out;
  }

  Finding difference(const Readings& a, const Readings& b, FindingKind kind) const {
    Finding out = question_of(*a.front());
    out.kind = kind;
    const bool a_first = kind == FindingKind::difference || days_between(board_, b, a).value_or(0) < 0;
    out.values.push_back(answer(board_, a_first ? a : b));
    out.values.push_back(answer(board_, a_first ? b : a));
    out.confidence = .85;
    out.why.push_back(kind == FindingKind::update
                          ? "the later articles have another number"
                          : "same question, ranges that do not meet, and no account explains both");
    return out;
  }

  // Difference or update, or nothing if both can hold.
  std::optional<FindingKind> differ(const Readings& a, const Readings& b) {
    const bool apart = std::ranges::any_of(a, [&](const Reading* x) {
      return std::ranges::any_of(b, [&](const Reading* y) { return board_.witnesses.apart(x->article, y->article); });
    });
    if (!apart || compare(a.front()->reach, b.front()->reach) != Relation::apart) return std::nullopt;
    if (told_elsewhere(a, b) || told_elsewhere(b, a) || counts_besides(a) != counts_besides(b)) return std::nullopt;
    if (explained_by_sum(a, b) || explained_by_sum(b, a) || tells_of_more(a, b)) return std::nullopt;
    const auto forth = days_between(board_, a, b);
    const auto back = days_between(board_, b, a);
    const bool one_after_the_other = forth && back && (*forth < 0 || *back < 0);
    return one_after_the_other ? FindingKind::update : FindingKind::difference;
  }

  // The first count of another role in a telling, of anybody.
  const Reading* other_toll(const Reading& of, std::string_view role) const {
    const auto found = std::ranges::find_if(all_, [&](const Reading& r) {
      return r.telling == of.telling && r.figure->role == role && is_open(r.people) && !r.part;
    });
    return found == all_.end() ? nullptr : &*found;
  }

  // One telling has more dead and more hurt than the other: it tells of more.
  bool tells_of_more(const Readings& a, const Readings& b) const {
    const std::string_view role = a.front()->figure->role == "killed" ? "injured" : "killed";
    for (const Reading* x : a) {
      for (const Reading* y : b) {
        const Reading* p = other_toll(*x, role);
        const Reading* q = other_toll(*y, role);
        if (p == nullptr || q == nullptr || compare(p->reach, q->reach) != Relation::apart) continue;
        if ((p->reach.low < q->reach.low) == (x->reach.low < y->reach.low)) return true;
      }
    }
    return false;
  }

  // An article of `a` gives the value of `b` as well, somewhere.
  bool told_elsewhere(const Readings& a, const Readings& b) const {
    for (const Reading* x : a) {
      for (const Reading* other : readings_.at(x->telling)) {
        if (other == x || other->superseded || compare(other->reach, b.front()->reach) == Relation::apart) continue;
        const Readings one{x};
        const Readings two{other};
        if (!disputed_.contains(x->article) && one_article_has_both(one, two)) return true;
      }
    }
    return false;
  }

  // "Three others": besides somebody who is hurt too, unless the others are dead.
  static bool counts_besides(const Readings& values) {
    return std::ranges::all_of(values, [](const Reading* r) { return r->others && !r->beside_dead; });
  }

  // a = b + something that an article of either tells: the dead, the others, the gunman.
  bool explained_by_sum(const Readings& a, const Readings& b) const {
    const double rest = a.front()->reach.low - b.front()->reach.low;
    if (!std::isfinite(rest) || rest <= 0) return false;
    const bool without_dead = std::ranges::any_of(a, &Reading::beside_dead) && a.front()->figure->role != "killed";
    const auto compared = [&](const Reading& x) {
      return std::ranges::find(a, &x) != a.end() || std::ranges::find(b, &x) != b.end();
    };
    // One account's aside does not explain what the others of its side say.
    for (const Readings* side : {&a, &b}) {
      Readings explaining;
      std::ranges::copy_if(*side, std::back_inserter(explaining), [&](const Reading* r) {
        return tells_number(*r, rest, without_dead, compared) || (rest == 1 && by_own_hand(*r));
      });
      if (2 * accounts(explaining) > accounts(*side)) return true;
    }
    return false;
  }

  // The telling counts `number` people in another place.
  bool tells_number(const Reading& toll, double number, bool without_dead, const auto& is_compared) const {
    for (const Reading& r : all_) {
      if (r.telling != toll.telling || is_compared(r) || r.part || !r.reach.people) continue;
      if (r.reach.exact && r.reach.low == number && !(without_dead && r.figure->role == "killed")) return true;
    }
    return false;
  }

  bool by_own_hand(const Reading& toll) const {
    if (toll.figure->role != "killed") return false;
    return has_any(board_.tellings[toll.telling].text, kOwnHand);
  }

  const Board& board_;
  ByTelling readings_;
  std::span<const Reading> all_;
  std::set<ArticleNo> disputed_;  // articles that give two tolls on two words
};

}  // namespace

std::vector<Finding> find_tolls(const Board& board, std::span<const Reading> readings) {
  std::map<std::string, ByTelling> roles;
  for (const Reading& r : readings) {
    if (!r.figure->role.empty() && r.key != "age" && r.telling < kMostTellings)
      roles[r.figure->role][r.telling].push_back(&r);
  }
  std::vector<Finding> out;
  for (const auto& [_, tellings] : roles) {
    auto found = Role(board, tellings, readings).find();
    std::ranges::move(found, std::back_inserter(out));
  }
  return out;
}

}  // namespace tellings::findings
