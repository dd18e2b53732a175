// For each number, in this order: is it an age; is it measured (percent, money,
// metres); else what does it count. Then what it is about: the "of" phrase or
// the noun it modifies, else the subject of its verb. Then the role of counted
// people, and whether the verb says that it rose or fell.

#include "tellings/statements/figures.h"

#include <algorithm>

#include "tellings/statements/phrases.h"
#include "tellings/statements/roles.h"
#include "tellings/statements/sentence_view.h"
#include "tellings/statements/units.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

const WordTable<Change>& changes() {
  static const WordTable<Change> kTable{
      {"rose rise rises rising risen up jumped jumps jump jumping climbed climbs climbing gained gains gain gaining "
       "increased increases "
       "increase increasing grew grow grows grown growing surged surges surging soared soars soaring added adds adding "
       "advanced advances advancing higher swelled rallied "
       "rebounded expanded spiked leaped leapt",
       Change::up},
      {"fell fall falls falling fallen down dropped drops dropping declined declines declining lost loses losing "
       "decreased decreases "
       "decreasing slid slides sliding slipped slips slipping sank sinks plunged plunges plunging tumbled tumbles "
       "lower shrank shrunk shed sheds "
       "eased dipped dips dipping reduced reduces reducing cut cuts cutting slumped weakened retreated contracted",
       Change::down}};
  return kTable;
}

const WordSet& group_nouns() {
  static const WordSet kSet(
      "members member groups group pieces piece rounds round types kinds pairs pair sets bags bottles cups cases "
      "counts count "
      "acts act boxes copies votes thousands percent number items bouts waves series victims");
  return kSet;
}

class Builder : SentenceView {
 public:
  Builder(const Reading& r, const Sentence& s, const Number& n, std::size_t floor)
      : SentenceView(r, &s), n_(n), floor_(floor) {}

  Figure build() {
    figure_.low = n_.low;
    figure_.high = n_.high;
    figure_.approximate = n_.approximate;
    figure_.sentence = s_->span;
    begin_ = n_.first;
    end_ = n_.last;
    if (!age() && !measured()) counted();
    change();
    figure_.span = r_.cover(begin_, end_);
    return std::move(figure_);
  }

 private:
  bool hyphen(std::size_t i) const {
    return in(i) && r_.tokens[i].glued && is_any(i, "-", "\xE2\x80\x91", "\xE2\x80\x90");
  }

  // --- ages ------------------------------------------------------------------------------

  bool age() {
    const double value = n_.low ? *n_.low : n_.high ? *n_.high : 0;
    std::size_t k = end_;
    if (hyphen(k)) ++k;
    if (is_any(k, "year", "years", "month", "months", "day", "days", "week", "weeks")) {
      std::size_t old = k + 1;
      if (hyphen(old)) ++old;
      if (is_any(old, "old", "olds")) {
        const std::string unit = singular(r_.low(k));
        end_ = old + 1;
        const Phrase p = phrase_at(r_, *s_, old + 1);
        return aged(unit, p.head ? text_of(r_, p) : subject());
      }
      if (is_any(old, "of") && is(old + 1, "age")) {
        end_ = old + 2;
        return aged("year", subject());
      }
    }
    if (value < 0 || value > 115 || n_.fraction || !n_.currency.empty()) return false;
    if (begin_ > s_->first && is_any(begin_ - 1, "aged", "age", "ages") && !is(end_, "%"))
      return aged("year", subject_before(begin_ - 1));
    if (n_.digits && begin_ > s_->first + 1 && is_any(begin_ - 1, "was", "is") &&
        is_any(begin_ - 2, "who", "he", "she") && value > 0 &&
        (is_any(end_, ",", ".", "when", "at", "and") || !in(end_))) {
      return aged("year", subject_before(begin_ - 2));
    }
    // "Al-Kadhimi, 54, was": a name, the number between commas.
    const bool whole = n_.digits && n_.low == n_.high && !n_.approximate && value >= 1 && n_.core == n_.first;
    if (!whole || n_.first < s_->first + 2 || n_.last != n_.first + 1) return false;
    const bool comma = is(n_.first - 1, ",") || is(n_.first - 1, "(");
    const bool closed = is_any(n_.last, ",", ")", ";") || !in(n_.last) || (is(n_.last, ".") && n_.last + 1 >= s_->last);
    if (!comma || !closed || (is(n_.first - 1, "(") && !is(n_.last, ")"))) return false;
    const std::size_t name = n_.first - 2;
    const bool person =
        (tag(name) == Tag::propn || r_.tokens[name].shape == Shape::capital) && r_.tokens[name].kind == TokenKind::word;
    if (!person || month(name)) return false;
    return aged("year", text_of(r_, phrase_before(r_, s_->first, n_.first - 1)));
  }

  bool month(std::size_t i) const {
    static const WordSet kMonths(
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jan. feb. oct. nov. dec. sept. aug.");
    return kMonths.has(r_.tokens[i].hash);
  }

  bool aged(std::string unit, std::string scope) {
    figure_.unit = std::move(unit);
    figure_.role = "age";
    figure_.scope = std::move(scope);
    return true;
  }

  // --- measures ----------------------------------------------------------------------------

  bool measured() {
    std::size_t k = end_;
    auto unit = unit_after(r_, *s_, k);
    if (!n_.currency.empty()) {
      figure_.unit = n_.currency;
      if (is_any(k, "us", "u.s.") && r_.tokens[k].shape == Shape::upper) ++k;
      if (unit && unit->name == n_.currency) k = unit->last;
      if (const auto per = rate_after(r_, *s_, k)) {
        figure_.unit += " per " + per->name;
        k = per->last;
      }
      about(k);
      return true;
    }
    if (!unit && n_.fraction) {
      about(k);
      return true;
    }
    if (!unit) return false;
    // "3 second-half goals", "two state lawmakers": a unit is no adjective here.
    figure_.unit = unit->name;
    if (unit->name == "percent" || unit->name == "percentage point") end_ = unit->last;
    about(unit->last);
    return true;
  }

  // What a measured figure is about: what it is a part or the price of, the
  // noun it modifies, what it is said to be a value of, else the subject.
  void about(std::size_t k) {
    if (hyphen(k)) ++k;
    if (const std::string value = value_of(); !value.empty()) {
      figure_.scope = value;
      return;
    }
    if (is_any(k, "of", "for", "on")) {
      const Phrase p = phrase_at(r_, *s_, k + 1);
      if (p.head && r_.tokens[*p.head].kind == TokenKind::word && !time_noun(*p.head)) {
        figure_.scope = with_of(p);
        return;
      }
    }
    const Phrase noun = phrase_at(r_, *s_, k);
    if (noun.head && noun.first == k && tag(k) != Tag::det && tag(k) != Tag::pron && !time_noun(*noun.head)) {
      figure_.noun = noun_of(r_, noun);
      figure_.scope = with_of(noun);
      return;
    }
    figure_.scope = subject();
  }

  // "a speed of 20", "a close of 1,463", "the price at 99": what stands before
  // the preposition.
  std::string value_of() const {
    if (begin_ < s_->first + 2 || !is_any(begin_ - 1, "of", "at", "with", "for", "from")) return {};
    const Phrase p = phrase_before(r_, s_->first, begin_ - 1);
    if (!p.head || time_noun(*p.head) || is_any(*p.head, "total", "average", "sum", "maximum", "minimum", "estimate"))
      return {};
    return std::string(slice(r_.text, r_.cover(p.noun, p.last)));
  }

  bool time_noun(std::size_t i) const {
    static const WordSet kSet(
        "year years month months week weeks day days hour hours quarter time today yesterday monday tuesday wednesday "
        "thursday friday saturday sunday january february march april may june july august september october november "
        "december");
    return kSet.has(r_.tokens[i].hash);
  }

  std::string with_of(const Phrase& p) const {
    std::size_t last = p.last;
    for (int times = 0; times < 2 && is_any(last, "of", "in", "for"); ++times) {
      const Phrase q = phrase_at(r_, *s_, last + 1);
      if (!q.head || q.head == last) break;
      last = q.last;
    }
    return std::string(slice(r_.text, r_.cover(p.noun < last ? p.noun : p.first, last)));
  }

  // --- counts --------------------------------------------------------------------------------

  void counted() {
    std::size_t k = end_;
    if (hyphen(k)) ++k;
    const bool of = is(k, "of");
    if (of) ++k;
    if (is(k, "out") && is(k + 1, "of")) return out_of(k + 2);
    if (begin_ > s_->first + 3 && is(begin_ - 1, "of") && is(begin_ - 2, "out") && !is(k, "of") &&
        tag(k) != Tag::noun && tag(k) != Tag::adj)
      return apposed(begin_ - 3);
    if (!of && is_any(k, "more", "additional", "further") && tag(k + 1) != Tag::punct) ++k;
    Phrase p = phrase_at(r_, *s_, k);
    if (!of && p.head && p.noun != k && !is_any(k, "more", "other")) p = {};  // "two the men": not counted
    if (p.head && of && tag(k) == Tag::pron && p.noun == k) p = {};
    std::size_t stop = end_;
    bool grouped = false;
    if (p.head) {
      stop = p.last;
      figure_.noun = noun_of(r_, p);
      if (of && p.first != p.noun) figure_.scope = text_of(r_, p);
      if (is(stop, "of") && group_nouns().has(r_.tokens[*p.head].hash)) {
        const Phrase q = phrase_at(r_, *s_, stop + 1);
        if (q.head) {
          figure_.noun = std::string(slice(r_.text, r_.cover(p.noun, q.last)));
          figure_.scope = text_of(r_, q);
          stop = q.last;
          grouped = true;
        }
      }
    }
    const bool person = p.head && (is_person_noun(r_, *p.head));
    const std::string role =
        person || !p.head || lives(p) || toll(p) ? role_of(r_, *s_, {begin_, end_, stop}) : std::string();
    if (person || (!role.empty())) {
      figure_.unit = "person";
      figure_.role = role;
    } else if (p.head) {
      figure_.unit = grouped ? singular(r_.low(*p.head)) : singular_phrase(figure_.noun);
    }
    if (!p.head && is_any(end_, "others", "other")) figure_.noun = "others";
    if (figure_.scope.empty() && role.empty() && is_any(p.head ? p.last : end_, "of")) {
      const Phrase q = phrase_at(r_, *s_, (p.head ? p.last : end_) + 1);
      if (q.head) figure_.scope = text_of(r_, q);
    }
    if (figure_.scope.empty() && role.empty() && !is_subject(stop)) {
      figure_.scope = value_of();
      if (figure_.scope.empty()) figure_.scope = subject();
    }
  }

  // True if the counted noun is itself what the clause speaks of.
  bool is_subject(std::size_t stop) const {
    const bool verb_follows = tag(stop) == Tag::verb || tag(stop) == Tag::aux;
    const bool opens = begin_ == s_->first || is_any(begin_ - 1, "that", ",", "and", "but", ";", "as", "when", "while",
                                                     "because", "\"", "\xE2\x80\x9C");
    return begin_ == s_->first || (verb_follows && opens);
  }

  bool lives(const Phrase& p) const { return is_any(*p.head, "lives", "life"); }
  bool toll(const Phrase& p) const {
    return is_any(*p.head, "deaths", "fatalities", "injuries", "dead", "injured", "wounded", "arrests");
  }

  // "12 out of 40 seats": both count seats.
  void out_of(std::size_t k) {
    std::size_t i = k;
    while (in(i) && (r_.tokens[i].kind == TokenKind::number || tag(i) == Tag::num || tag(i) == Tag::det)) ++i;
    const Phrase p = phrase_at(r_, *s_, i);
    if (!p.head) return apposed(begin_);
    name(p);
  }

  // "the most council seats, 12 out of 40": the noun stands before the comma.
  void apposed(std::size_t from) {
    if (from <= s_->first + 1 || !is(from - 1, ",")) return;
    const Phrase p = phrase_before(r_, s_->first, from - 1);
    if (p.head && r_.low(*p.head).ends_with("s")) name(p);
  }

  void name(const Phrase& p) {
    figure_.noun = noun_of(r_, p);
    figure_.unit = is_person_noun(r_, *p.head) ? "person" : singular_phrase(figure_.noun);
  }

  static std::string singular_phrase(const std::string& noun) {
    const std::size_t space = noun.rfind(' ');
    return space == std::string::npos ? singular(noun)
                                      : noun.substr(0, space + 1) + singular(std::string_view(noun).substr(space + 1));
  }

  // --- what it is about ------------------------------------------------------------------------

  std::string subject() const { return subject_before(begin_); }

  // The noun phrase before the nearest verb on the left, or the nearest one.
  std::string subject_before(std::size_t from) const {
    const std::size_t stop = clause(from);
    std::size_t verb = from;
    for (std::size_t k = from; k > stop; --k) {
      const Tag t = tag(k - 1);
      if (t == Tag::verb || t == Tag::aux) {
        verb = k - 1;
        break;
      }
    }
    for (std::size_t k = verb; k > stop; --k) {
      const Tag t = tag(k - 1);
      if (t == Tag::pron && verb != from && !is_any(k - 1, "which", "that", "who")) return {};
      if ((t != Tag::noun && t != Tag::propn) || time_noun(k - 1)) continue;
      return with_heads(k, stop);
    }
    return {};
  }

  // Where the clause of token `from` begins.
  std::size_t clause(std::size_t from) const {
    for (std::size_t k = from; k > s_->first; --k) {
      if (is_any(k - 1, ";", ":") || (is_any(k - 1, "while", "whereas", "but") && k - 1 > s_->first)) return k;
    }
    return s_->first;
  }

  // The phrase that ends before k, with those that it hangs on by a preposition.
  std::string with_heads(std::size_t k, std::size_t stop) const {
    const Phrase p = phrase_before(r_, stop, k);
    if (!p.head) return {};
    std::size_t first = p.first;
    std::size_t noun = p.noun;
    while (first > stop + 1 && is_any(first - 1, "of", "in", "for", "on", "from")) {
      const Phrase q = phrase_before(r_, stop, first - 1);
      if (!q.head) break;
      first = q.first;
      noun = q.noun;
    }
    return std::string(slice(r_.text, r_.cover(noun, p.last)));
  }

  // --- rise and fall ------------------------------------------------------------------------------

  void change() {
    if (figure_.role == "age" || (figure_.unit == "person" && n_.low != n_.high)) return;
    std::size_t k = n_.first;
    for (int steps = 0; steps < 3 && k > floor_; ++steps) {
      --k;
      if (const Change* c = changes().find(r_.tokens[k].hash)) {
        figure_.change = *c;
        return;
      }
      const bool light = tag(k) == Tag::adv || is_any(k, "by", "of", "a", "an", "another", "$", "to", "about", "around",
                                                      "nearly", "almost", "under", "over");
      if (!light) return;
    }
  }

  const Number& n_;
  std::size_t floor_;
  std::size_t begin_ = 0, end_ = 0;
  Figure figure_;
};

// "$7 million ($9 million)", "fell 2 points, or 0.6%", "from 2.4 million": a
// number that says nothing of its own takes it from the one before.
void take_over(const Reading& r, const Number& before, const Figure& from, const Number& n, Figure* f) {
  const std::size_t gap = n.first - before.last;
  const auto is = [&](std::size_t i, std::string_view w) { return r.low(i) == w; };
  bool bracket = false, linked = false;
  for (std::size_t i = before.last; i < n.first; ++i) {
    bracket = bracket || is(i, "(");
    linked = linked || is(i, "or") || is(i, "from") || is(i, "including") || is(i, "against") || is(i, "versus") ||
             is(i, "than") || is(i, "to");
  }
  if (bracket && gap < 6) {
    f->scope = from.scope;
    if (f->noun.empty()) f->noun = f->unit.size() == 3 ? from.noun : f->noun;
    return;
  }
  const bool bare = f->unit.empty() && f->noun.empty() && !n.fraction;
  if (linked && gap < 6 && bare && from.role.empty()) {
    f->unit = from.unit;
    f->noun = from.noun;
    f->scope = from.scope;
  }
  if (gap < 6 && is(n.first - 1, "or") && f->change == Change::none) {
    f->change = from.change;
    f->scope = from.scope;
  }
}

}  // namespace

std::vector<Figure> find_figures(const Reading& reading, std::span<const Number> numbers) {
  std::vector<Figure> out;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Number& n = numbers[i];
    const Sentence& s = reading.sentences[reading.sentence_of[n.first]];
    const std::size_t floor = i > 0 ? std::max<std::size_t>(numbers[i - 1].last, s.first) : s.first;
    out.push_back(Builder(reading, s, n, floor).build());
    if (i > 0 && numbers[i - 1].first >= s.first) take_over(reading, numbers[i - 1], out[i - 1], n, &out[i]);
  }
  return out;
}

}  // namespace tellings::statements
