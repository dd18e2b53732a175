#include "tellings/statements/singles.h"

#include <algorithm>
#include <optional>

#include "tellings/statements/phrases.h"
#include "tellings/statements/roles.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

bool is_one_person(const Reading& r, std::size_t i) {
  static const WordSet kMany(
      "people men women children police policemen policewomen others personnel troops forces staff crew chinese "
      "british members american "
      "iraqi israeli palestinian syrian russian ukrainian general senior minor suspect gunman shooter attacker");
  const std::string_view w = r.low(i);
  return r.tokens[i].kind == TokenKind::word && is_person_noun(r, i) && !kMany.has(r.tokens[i].hash) &&
         !(w.ends_with("s") && !w.ends_with("ss"));
}

// The token after the noun of "a 17-year-old student", "a 15-year-old", "Teen";
// nothing if no single person is named at `i`.
std::optional<std::size_t> one_person(const Reading& r, const Sentence& s, std::size_t i) {
  const std::string_view w = r.low(i);
  const bool article = w == "a" || w == "an";
  if (!article) {
    const bool headline = i == s.first && r.tokens[i].shape != Shape::lower && is_one_person(r, i);
    return headline ? std::optional(i + 1) : std::nullopt;
  }
  const Phrase p = phrase_at(r, s, i + 1);
  if (p.head && p.noun == i + 1 && is_one_person(r, *p.head)) return p.last;
  for (std::size_t k = i + 1; k < std::min<std::size_t>(i + 8, s.last); ++k) {
    if (r.low(k) != "old" || r.low(k - 1) != "-") continue;
    const Phrase q = phrase_at(r, s, k + 1);
    if (!q.head || q.first != k + 1) return k + 1;
    return is_one_person(r, *q.head) ? std::optional(q.last) : std::nullopt;
  }
  return {};
}

// "Four people, including Roe, a 6-year-old boy".
bool among_others(const Reading& r, const Sentence& s, std::size_t i) {
  for (std::size_t k = i; k > s.first && i - k < 10; --k) {
    const std::string_view w = r.low(k - 1);
    if (w == "including" || w == "includes" || w == "among" || w == "tell") return true;
  }
  return false;
}

// "A man and a woman were hurt": neither is all.
bool in_a_row(const Reading& r, const Sentence& s, std::size_t i, std::size_t end) {
  const bool before = i > s.first + 1 && (r.low(i - 1) == "and" || r.low(i - 1) == ",") && is_person_noun(r, i - 2);
  if (end + 1 >= s.last || (r.low(end) != "and" && r.low(end) != ",")) return before;
  const std::string_view next = r.low(end + 1);
  return before || next == "a" || next == "an" || next == "another" || next == "his" || next == "her" ||
         next == "and" || r.tokens[end + 1].tag == Tag::num;
}

// "In critical condition" and the like may end in death, and are told so early.
bool plainly_injured(const Reading& r, const Sentence& s, std::size_t i) {
  static const WordSet kSet("injured wounded hurt injuring wounding injures wounds");
  for (std::size_t k = s.first; k < s.last; ++k) {
    if (r.low(k) == "condition" || r.low(k) == "critically") return false;
  }
  for (std::size_t k = i > s.first + 4 ? i - 4 : s.first; k < s.last && k < i + 16; ++k) {
    if (kSet.has(r.tokens[k].hash)) return true;
  }
  return false;
}

}  // namespace

void find_singles(const Reading& r, std::vector<Figure>* figures) {
  const std::size_t counted = figures->size();
  const auto many = [&](const std::string& role) {
    return std::any_of(figures->begin(), figures->begin() + static_cast<std::ptrdiff_t>(counted), [&](const Figure& f) {
      return f.role == role && (f.low.value_or(0) >= 2 || f.high.value_or(0) >= 2);
    });
  };
  const bool many_killed = many("killed"), many_injured = many("injured");
  for (const Sentence& s : r.sentences) {
    for (std::size_t i = s.first; i < s.last; ++i) {
      const auto end = one_person(r, s, i);
      if (!end) continue;
      if (among_others(r, s, i) || in_a_row(r, s, i, *end)) continue;
      std::string role = role_of(r, s, {i, i + 1, *end});
      if (role == "injured" && !plainly_injured(r, s, i)) continue;
      if ((role != "killed" || many_killed) && (role != "injured" || many_injured)) continue;
      Figure f;
      f.span = r.cover(i, *end);
      f.low = 1;
      f.unit = "person";
      f.noun = std::string(r.word(*end - 1));
      f.role = std::move(role);
      f.sentence = s.span;
      figures->push_back(std::move(f));
      i = *end - 1;
    }
  }
}

}  // namespace tellings::statements
