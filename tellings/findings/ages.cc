#include "tellings/findings/ages.h"

#include <algorithm>
#include <string>

#include "tellings/findings/answers.h"
#include "tellings/findings/persons.h"

namespace tellings::findings {
namespace {

// A birthday may lie between two articles that are further apart than this.
constexpr int kBirthdayDays = 20;
constexpr double kDaysAYear = 365.25;

// Persons of one story whose ages are compared; each is compared with all.
constexpr std::size_t kMostPersons = 400;

struct Aged {
  Person person;
  std::vector<const Reading*> readings;
};

// Readings of ages by person: full names first, so that surnames find theirs.
std::vector<Aged> by_person(std::span<const Reading> readings) {
  std::vector<std::pair<Person, const Reading*>> all;
  for (const Reading& r : readings) {
    if (r.key == "age" && !r.subject.empty()) all.emplace_back(read_person(r.subject), &r);
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const auto& x) { return x.first.words.size() > 1; });
  std::vector<Aged> out;
  for (const auto& [person, reading] : all) {
    Aged* best = nullptr;
    Sameness most = Sameness::other;
    for (Aged& a : out) {
      const Sameness sameness = compare(person, a.person);
      if (sameness <= most) continue;
      most = sameness;
      best = &a;
    }
    if (best == nullptr && out.size() < kMostPersons) best = &out.emplace_back(person, std::vector<const Reading*>{});
    if (best == nullptr) continue;
    // A surname may be a relative's: it can bear an age out, not bring another.
    const auto same_age = [&](const Reading* r) { return r->reach.low == reading->reach.low; };
    if (most != Sameness::maybe || std::ranges::any_of(best->readings, same_age)) best->readings.push_back(reading);
  }
  return out;
}

// The readings of a person by age, the youngest first, each in the order of articles.
std::vector<std::vector<const Reading*>> by_age(std::vector<const Reading*> readings) {
  std::ranges::stable_sort(readings, {}, [](const Reading* r) { return std::pair(r->reach.low, r->article); });
  std::vector<std::vector<const Reading*>> out;
  for (const Reading* r : readings) {
    if (out.empty() || out.back().front()->reach.low != r->reach.low) out.emplace_back();
    out.back().push_back(r);
  }
  return out;
}

// A birthday lies, or may lie, between the younger and the older age.
bool grew(const Board& board, std::span<const Reading* const> young, std::span<const Reading* const> old) {
  const auto days = days_between(board, young, old);
  if (!days || *days <= kBirthdayDays) return false;
  return old.front()->reach.low - young.front()->reach.low <= 1 + *days / kDaysAYear;
}

// True if the names are sure to be of one person, as a difference needs.
bool is_sure(const Aged& aged, std::span<const Reading* const> a, std::span<const Reading* const> b) {
  const auto full = [&](const Reading* r) { return compare(read_person(r->subject), aged.person) == Sameness::same; };
  return std::ranges::any_of(a, full) && std::ranges::any_of(b, full);
}

std::optional<Finding> compare_ages(const Board& board, const Aged& aged) {
  const auto ages = by_age(aged.readings);
  Finding out = question_of(*aged.readings.front());
  for (const auto& age : ages) out.values.push_back(answer(board, age));
  std::vector<ArticleNo> all;
  for (const Value& v : out.values) all.insert(all.end(), v.articles.begin(), v.articles.end());
  if (!board.witnesses.independent(all)) return std::nullopt;
  if (ages.size() == 1) {
    out.confidence = .8;
    out.why.push_back("same age, " + told_by(out.values[0].witnesses, out.values[0].articles.size()));
    return out;
  }
  for (std::size_t i = 1; i < ages.size(); ++i) {
    if (one_article_has_both(ages[0], ages[i]) || !is_sure(aged, ages[0], ages[i])) return std::nullopt;
  }
  if (ages.size() > 2) return std::nullopt;
  out.confidence = .85;
  if (grew(board, ages[0], ages[1])) {
    out.kind = FindingKind::update;
    out.why.push_back("a birthday may lie between the articles");
  } else {
    out.kind = FindingKind::difference;
    out.why.push_back("one person by name, two ages, and no birthday can explain it");
  }
  return out;
}

}  // namespace

std::vector<Finding> find_ages(const Board& board, std::span<const Reading> readings) {
  std::vector<Finding> out;
  for (const Aged& aged : by_person(readings)) {
    if (auto finding = compare_ages(board, aged)) out.push_back(std::move(*finding));
  }
  return out;
}

}  // namespace tellings::findings
