// A hand-written lexer: at every token that can begin a number it tries to read
// one (cardinal), then a range around it, then the qualifiers on both sides, and
// at last asks whether the whole is a number at all or a part of something else.
//
//   "between two and three dozen"     24 to 36 is read as 2 to 36: rare, left
//   "at least 1.2m"                    1,200,000 and up
//   "dozens"                           24 to 99, and "scores" 40 to 99
//   "AR-15", "Section 427", "3-1"      none
//
// ICU's spell-out rules read "two hundred and six" as well, but not "a dozen",
// and cost a parser run a word; they serve as the oracle of the test.

#include "tellings/statements/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "tellings/base/utf8.h"
#include "tellings/statements/roles.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

const WordTable<int>& small() {
  static const WordTable<int> kTable{
      {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
      {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
      {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
      {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
      {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
  return kTable;
}

const WordTable<double>& scales() {
  static const WordTable<double> kTable{{"hundred", 1e2},        {"thousand", 1e3},     {"million mn mln", 1e6},
                                        {"billion bn bln", 1e9}, {"trillion tn", 1e12}, {"dozen", 12},
                                        {"lakh lakhs", 1e5},     {"crore crores", 1e7}};
  return kTable;
}

struct Indefinite {
  double low, high;
};

const WordTable<Indefinite>& indefinites() {
  static const WordTable<Indefinite> kTable{{"dozens", {24, 99}},         {"scores", {40, 99}},
                                            {"hundreds", {200, 999}},     {"thousands", {2000, 9999}},
                                            {"millions", {2e6, 9999999}}, {"billions", {2e9, 9999999999}}};
  return kTable;
}

const WordTable<int>& parts() {
  static const WordTable<int> kTable{{"half halves", 2},    {"third thirds", 3}, {"quarter quarters fourth fourths", 4},
                                     {"fifth fifths", 5},   {"sixth sixths", 6}, {"seventh sevenths", 7},
                                     {"eighth eighths", 8}, {"ninth ninths", 9}, {"tenth tenths", 10}};
  return kTable;
}

// Nouns whose number names a thing: "Section 427", "Interstate 95".
const WordSet& numbered() {
  static const WordSet kSet(
      "section article chapter page pages part verse room suite apartment apt apt. unit highway route interstate exit "
      "channel flight number no no. nos. phase level grade season episode volume vol vol. version bus track line lane "
      "building gate district precinct ward zone title type category class stage step model figure fig fig. table act "
      "proposition prop prop. amendment resolution pier platform terminal hall hwy road rd us-");
  return kSet;
}

const WordSet& streets() {
  static const WordSet kSet(
      "street st st. avenue ave ave. road rd rd. boulevard blvd blvd. drive dr dr. lane ln court ct way "
      "highway hwy parkway pkwy place circle terrace block square");
  return kSet;
}

double parse_digits(std::string_view word, bool* good) {
  std::string plain;
  std::size_t group = 0, groups = 0;
  bool fraction = false;
  *good = true;
  for (const char c : word) {
    if (c == ',') {
      if (fraction || (groups > 0 && group != 3 && group != 2)) *good = false;
      ++groups;
      group = 0;
    } else if (c == '.') {
      if (fraction) *good = false;
      fraction = true;
      plain.push_back(c);
    } else if (c >= '0' && c <= '9') {
      if (!fraction) ++group;
      plain.push_back(c);
    } else {
      *good = false;
    }
  }
  if (groups > 0 && group != 3) *good = false;
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size()) *good = false;
  return value;
}

// One number without range and qualifier: tokens [first, last).
struct Cardinal {
  std::size_t last = 0;
  double low = 0, high = 0;
  bool digits = false, indefinite = false, fraction = false, approximate = false;
};

class Lexer {
 public:
  Lexer(const Reading& r, const std::vector<bool>& taken) : r_(r), taken_(taken) {}

  std::vector<Number> run() {
    for (const Sentence& s : r_.sentences) {
      s_ = &s;
      floor_ = s.first;
      for (std::size_t i = s.first; i < s.last;) {
        Number n;
        if (!taken_[i] && read(i, &n)) {
          floor_ = i = std::max(n.last, i + 1);
          out_.push_back(std::move(n));
        } else {
          i = std::max(skip_, i + 1);
        }
        skip_ = 0;
      }
    }
    return std::move(out_);
  }

 private:
  bool in(std::size_t i) const { return i >= s_->first && i < s_->last; }
  std::string_view low(std::size_t i) const { return in(i) ? r_.low(i) : std::string_view(); }
  bool is(std::size_t i, std::string_view w) const { return low(i) == w; }
  template <typename... Words>
  bool is_any(std::size_t i, Words... words) const {
    return (is(i, words) || ...);
  }
  const Token& token(std::size_t i) const { return r_.tokens[i]; }
  bool glued(std::size_t i) const { return in(i) && token(i).glued; }
  bool is_dash(std::size_t i) const { return is_any(i, "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x91"); }
  Tag tag(std::size_t i) const { return in(i) ? token(i).tag : Tag::punct; }

  // --- cardinals ---------------------------------------------------------------------

  bool small_words(std::size_t i, Cardinal* c) const {
    double total = 0, part = 0;
    std::size_t k = i;
    bool any = false;
    while (in(k)) {
      const std::uint64_t h = token(k).hash;
      if (const int* v = small().find(h)) {
        const bool joins = !any || part == 0 || (std::fmod(part, 100) >= 20 && *v < 10 && std::fmod(part, 10) == 0) ||
                           (std::fmod(part, 100) == 0);
        if (!joins) break;
        part += *v;
      } else if (is(k, "hundred") && any) {
        part *= 100;
      } else if (const double* scale = scales().find(h); scale && any && *scale >= 12 && !is(k, "hundred")) {
        total += part * *scale;
        part = 0;
      } else if (any && is_dash(k) && glued(k) && glued(k + 1) && in(k + 1) && small().has(token(k + 1).hash) &&
                 std::fmod(part, 10) == 0 && part >= 20 && *small().find(token(k + 1).hash) < 10) {
        ++k;
        continue;
      } else if (any && is(k, "and") && in(k + 1) && (std::fmod(part, 100) == 0) && total + part >= 100 &&
                 small().has(token(k + 1).hash)) {
        ++k;
        continue;
      } else {
        break;
      }
      any = true;
      ++k;
      c->last = k;
    }
    c->low = c->high = total + part;
    return any;
  }

  // "5k", "1.2m", "3bn": the scale written against the digits, or a word.
  void scale_after(Cardinal* c, bool money) const {
    for (int times = 0; times < 2 && in(c->last); ++times) {
      const std::size_t k = c->last;
      double by = 0;
      if (glued(k)) {
        const std::string_view w = r_.word(k);
        if (w == "k" || w == "K") by = 1e3;
        if (w == "M" || (w == "m" && (money || tag(k + 1) == Tag::noun))) by = 1e6;
        if (w == "B" || w == "b") by = 1e9;
        if (w == "T" && money) by = 1e12;
        if (is_any(k, "bn", "mn", "tn", "mln", "bln")) by = *scales().find(token(k).hash);
        if (is_dash(k) && in(k + 1) && glued(k + 1)) {  // "2-million"
          if (const double* scale = scales().find(token(k + 1).hash); scale && *scale > 100) {
            c->low *= *scale;
            c->high *= *scale;
            c->last = k + 2;
            continue;
          }
        }
      }
      if (by == 0) {
        const double* scale = scales().find(token(k).hash);
        if (!scale && (r_.word(k) == "m" || r_.word(k) == "M") && money) by = 1e6;
        if (scale) by = *scale;
      }
      if (by == 0) return;
      c->low *= by;
      c->high *= by;
      ++c->last;
    }
  }

  bool digit_words(std::size_t i, Cardinal* c, bool money) const {
    bool good = false;
    double value = parse_digits(r_.low(i), &good);
    if (!good) return false;
    c->last = i + 1;
    c->digits = true;
    const auto simple = [&](std::size_t k) {
      return in(k + 1) && (is(k, "/") || is(k, "\xE2\x81\x84")) && glued(k) && glued(k + 1) &&
             token(k + 1).kind == TokenKind::number;
    };
    bool fine = false;
    if (in(i + 1) && token(i + 1).kind == TokenKind::number && !glued(i + 1) && simple(i + 2) &&
        value < 1000) {  // 1 1/2
      const double a = parse_digits(r_.low(i + 1), &fine), b = parse_digits(r_.low(i + 3), &fine);
      if (fine && a < b && b <= 16) {
        value += a / b;
        c->last = i + 4;
      }
    } else if (simple(i + 1)) {
      const double b = parse_digits(r_.low(i + 2), &fine);
      const bool usual =
          fine && value < b &&
          (b == 16 || b == 32 || b == 64 || b == 128 || b == 2 || b == 3 || b == 4 || b == 5 || b == 8 || b == 10) &&
          !is(i + 3, "/");
      if (!usual) return false;
      value /= b;
      c->fraction = true;
      c->last = i + 3;
    }
    if (in(c->last) && glued(c->last)) {  // vulgar fractions: 2½
      const char32_t v = code_point_at(r_.word(c->last), 0).value;
      const double add = v == 0xBD ? .5 : v == 0xBC ? .25 : v == 0xBE ? .75 : 0;
      if (add > 0) {
        value += add;
        ++c->last;
      }
    }
    c->low = c->high = value;
    scale_after(c, money);
    return true;
  }

  bool indefinite(std::size_t i, Cardinal* c) const {
    const Indefinite* x = indefinites().find(token(i).hash);
    if (x) {
      c->low = x->low;
      c->high = x->high;
      c->last = i + 1;
      if (is(i + 1, "of") && in(i + 2)) {
        const Indefinite* y = indefinites().find(token(i + 2).hash);
        if (y && y->low > x->low) {  // hundreds of thousands
          c->low = (x->low > 100 ? 100 : 1) * y->low / 2 * (x->low > 100 ? 1 : x->low);
          c->high = c->low * 10;
          if (x->low == 200) c->low = y->low / 2 * 200, c->high = y->low / 2 * 1000 - 1;
          c->last = i + 3;
        }
      }
      if (is(i, "scores") && tag(i) == Tag::verb) return false;
      c->indefinite = true;
      return true;
    }
    if (is(i, "tens") && is(i + 1, "of") && in(i + 2)) {  // tens of thousands
      const Indefinite* y = indefinites().find(token(i + 2).hash);
      if (!y || y->low < 1000) return false;
      c->low = y->low / 2 * 10;
      c->high = c->low * 10;
      c->last = i + 3;
      c->indefinite = true;
      return true;
    }
    return false;
  }

  // "half a dozen", "a dozen", "a hundred", "a couple", "half", "a third", "a quarter of".
  bool article(std::size_t i, Cardinal* c) const {
    const bool a = is_any(i, "a", "an");
    if (a && in(i + 1)) {
      if (const double* scale = scales().find(token(i + 1).hash)) {
        c->low = c->high = *scale;
        c->last = i + 2;
        c->approximate = false;
        while (in(c->last) && scales().has(token(c->last).hash) && *scales().find(token(c->last).hash) > *scale) {
          c->low = c->high = c->low * *scales().find(token(c->last).hash);
          ++c->last;
        }
        return true;
      }
      if (is(i + 1, "couple") && is_any(i + 2, "of", "hundred", "dozen", "thousand", "more")) {
        c->low = c->high = 2;
        c->approximate = true;
        c->last = i + 2;
        if (const double* s = in(i + 2) ? scales().find(token(i + 2).hash) : nullptr) {
          c->low = c->high = 2 * *s;
          c->last = i + 3;
        }
        return true;
      }
      if (is_any(i + 1, "third", "quarter", "fifth", "tenth") && is(i + 2, "of")) {
        c->low = c->high = 1.0 / *parts().find(token(i + 1).hash);
        c->fraction = true;
        c->last = i + 2;
        return true;
      }
      if (is(i + 1, "half") && in(i + 2) && scales().has(token(i + 2).hash)) {
        c->low = c->high = *scales().find(token(i + 2).hash) / 2;
        c->last = i + 3;
        return true;
      }
      return false;
    }
    if (is(i, "half")) {
      if (is(i + 1, "a") && in(i + 2) && scales().has(token(i + 2).hash)) {
        c->low = c->high = *scales().find(token(i + 2).hash) / 2;
        c->last = i + 3;
        return true;
      }
      if (is_any(i + 1, "of", "the") && !is_any(i - 1, "first", "second", "other", "back", "top", "bottom", "better")) {
        c->low = c->high = .5;
        c->fraction = true;
        c->last = i + 1;
        return true;
      }
    }
    return false;
  }

  // "two-thirds", "three quarters", "two and a half".
  void fraction_after(Cardinal* c) const {
    std::size_t k = c->last;
    if (c->low != std::floor(c->low)) return;
    if (is(k, "and") && is(k + 1, "a") && is_any(k + 2, "half", "quarter")) {
      c->low += is(k + 2, "half") ? .5 : .25;
      c->high = c->low;
      c->last = k + 3;
      if (!c->digits || c->low < 100) scale_after(c, false);
      return;
    }
    if (is_dash(k) && glued(k) && glued(k + 1)) ++k;
    const int* part = in(k) && c->low >= 1 && c->low < 10 ? parts().find(token(k).hash) : nullptr;
    const bool plural = part && (c->low == 1 || low(k).ends_with("s") || is(k, "halves"));
    if (!part || !plural || c->low >= *part || c->digits) return;
    if (is_any(k, "quarter", "quarters") && is_any(k + 1, "century")) return;
    c->low = c->high = c->low / *part;
    c->fraction = true;
    c->last = k + 1;
  }

  bool cardinal(std::size_t i, Cardinal* c, bool money) const {
    if (!in(i) || taken_[i]) return false;
    const Token& t = token(i);
    *c = {};
    if (t.kind == TokenKind::number) {
      if (!digit_words(i, c, money)) return false;
    } else if (t.kind == TokenKind::word) {
      if (!article(i, c) && !indefinite(i, c)) {
        if (!small_words(i, c)) return false;
        if (in(c->last)) scale_after(c, money);
      }
    } else {
      return false;
    }
    if (!c->indefinite && !c->fraction) fraction_after(c);
    return true;
  }

  // --- what it is part of --------------------------------------------------------------

  bool in_a_name(std::size_t i, const Cardinal& c) const {
    const bool digits = c.digits;
    if (i > s_->first) {
      const Token& b = token(i - 1);
      if (glued(i)) {
        if (b.kind == TokenKind::word && digits) return true;  // "S" "23"
        if (is_dash(i - 1) && glued(i - 1) && i > s_->first + 1 && token(i - 2).kind == TokenKind::word &&
            !is_any(i - 2, "sub", "to", "over", "under", "plus", "minus") &&
            !(digits && token(i - 2).tag == Tag::num)) {
          return true;  // "AR-15", "mid-20s", "last-32"
        }
        if (is_any(i - 1, "#", "/", ".", ":", "@", "_", "=", "&", "*")) return true;
      }
      if (b.kind == TokenKind::word && digits) {
        if (i > s_->first + 1 && is(i - 2, "&") && glued(i - 1)) return true;  // "S&P 500"
        if (numbered().has(b.hash) && b.shape == Shape::capital && i - 1 > s_->first) return true;
        if (numbered().has(b.hash) && !(of_count(c.last) && low(c.last).ends_with("s"))) return true;
        const bool name = b.tag == Tag::propn || (b.shape != Shape::lower && b.shape != Shape::none &&
                                                  i - 1 > s_->first && b.tag != Tag::verb);
        if (name && !of_count(c.last) && c.low < 3000 && b.tag != Tag::adp && b.tag != Tag::sconj &&
            b.tag != Tag::cconj && b.tag != Tag::aux && b.tag != Tag::adv && b.tag != Tag::det && b.tag != Tag::verb &&
            b.tag != Tag::pron)
          return true;  // "Galaxy 23"
        const bool product =
            b.tag == Tag::propn && i - 1 > s_->first && c.low < 3000 && c.last == i + 1 && !glued(c.last);
        if (product && tag(c.last) == Tag::noun && !is_person_noun(r_, c.last) && !is_any(i - 2, "in", "at", "on", ","))
          return true;  // "Model 3 sedans"
      }
      if (!digits && token(i).shape == Shape::capital && b.tag == Tag::propn && b.shape == Shape::capital &&
          tag(c.last) != Tag::noun)
        return true;  // "Kick Six"
      if (is_any(i - 1, "top", "bottom", "final", "back") && tag(c.last) != Tag::noun && tag(c.last) != Tag::adj)
        return true;
    }
    return false;
  }

  // True if what follows is counted or measured: a noun, a unit, a percentage.
  bool of_count(std::size_t k) const {
    if (!in(k)) return false;
    if (is_any(k, "%", "percent", "per", "pc")) return true;
    if (token(k).kind == TokenKind::word && glued(k)) return !is_any(k, "'s", "\xE2\x80\x99s", "s");
    if (is_dash(k) && glued(k)) return true;
    if (tag(k) == Tag::noun) return true;
    return tag(k) == Tag::adj && (tag(k + 1) == Tag::noun || tag(k + 1) == Tag::adj);
  }

  // A house number: capitalised words up to "Street".
  bool an_address(const Cardinal& c) const {
    if (!c.digits) return false;
    for (std::size_t k = c.last; k < c.last + 5 && in(k); ++k) {
      if (k > c.last && streets().has(token(k).hash)) return token(k).shape != Shape::lower || is(k, "block");
      if (token(k).shape == Shape::lower && !is(k, "block")) return false;
      if (is(k, "block")) return true;
      if (token(k).kind == TokenKind::mark) return false;
    }
    return false;
  }

  // "one" that counts nothing: "no one", "one another", "one day", "this one".
  bool pronoun(std::size_t i, const Cardinal& c) const {
    if (!is(i, "one") || c.last != i + 1) return false;
    const bool counts = tag(i + 1) == Tag::noun && !is_any(i + 1, "time", "day", "thing", "side", "way");
    if (is_any(i - 1, "only", "the", "another", "that", "which")) return !counts;
    if (is_any(i - 1, "no", "any", "every", "some", "this", "each", "a", "number", "day", "square", "other", "last",
               "next", "good", "new", "old", "big", "better", "same"))
      return true;
    if (is_any(i - 1, "'s") || (i > s_->first && (tag(i - 1) == Tag::adj))) return true;
    if (is_any(i + 1, "another", "'s", "side", "way", "day", "thing", "hand", "point", "else", "-")) return true;
    if (is_any(i + 1, "can", "could", "should", "must", "might", "would", "may", "that", "who", "which", "where", ",",
               ".", "to", "with", "for", "in", "at", "on", "from", "and", "is"))
      return !verb_soon(i + 1);
    return tag(i + 1) == Tag::punct && !in(i + 1);
  }

  // "one was killed", "one in hospital was dead"
  bool verb_soon(std::size_t k) const { return is_any(k, "in", "of") && tag(k + 1) == Tag::num; }

  // 555-1234, 3-1, 24/7: neither number nor range.
  std::size_t chain(std::size_t i) const {
    std::size_t k = i, links = 0;
    bool slash = false;
    while (in(k + 2) && glued(k + 1) && glued(k + 2) && (is_dash(k + 1) || is(k + 1, "/") || is(k + 1, ":")) &&
           token(k + 2).kind == TokenKind::number) {
      slash = slash || !is_dash(k + 1);
      k += 2;
      ++links;
    }
    if (links == 0) return i;
    if (links > 1 || slash) return k + 1;
    bool a = false, b = false;
    const double x = parse_digits(r_.low(i), &a), y = parse_digits(r_.low(k), &b);
    const bool span = a && b && x < y && (of_count(k + 1) || currency_sign_before(i));
    return span ? i : k + 1;
  }

  bool currency_sign_before(std::size_t i) const { return !currency_before(r_, s_->first, i).code.empty(); }

  // --- ranges and qualifiers -----------------------------------------------------------

  // Where a unit's words at token k end, for "5% to 10%", "1 per cent to 2 per cent".
  std::size_t past_unit(std::size_t k) const {
    if (is_any(k, "%", "percent", "pc") && in(k)) return k + 1;
    if (is(k, "per") && is(k + 1, "cent")) return k + 2;
    const bool plain = in(k) && token(k).kind == TokenKind::word &&
                       (glued(k) || tag(k) == Tag::noun || tag(k) == Tag::sym) && tag(k) != Tag::verb;
    return plain ? k + 1 : k;
  }

  bool same_words(std::size_t a, std::size_t b, std::size_t n) const {
    for (std::size_t i = 0; i < n; ++i) {
      if (!in(a + i) || !in(b + i) || low(a + i) != low(b + i)) return false;
    }
    return true;
  }

  // True if a verb of change or "by" stands before: "rose 5 to 20" is no range.
  bool changes_before(std::size_t i) const {
    return i > s_->first && is_any(i - 1, "by", "rose", "fell", "up", "down", "dropped", "jumped", "gained", "lost",
                                   "climbed", "slid", "added");
  }

  void range(Number* n, Cardinal* c) const {
    if (c->indefinite || c->fraction) return;
    const bool between = n->first > s_->first && is(n->first - 1, "between");
    const bool from = n->first > s_->first && is(n->first - 1, "from");
    const std::size_t unit_end = past_unit(c->last);
    const auto joins = [&](std::size_t k) {
      return is_dash(k) || is(k, "to") || is(k, "or") || (between && is(k, "and"));
    };
    std::size_t k = c->last;
    if (!joins(k)) k = unit_end;
    const std::size_t unit_words = k - c->last;
    if (!in(k) || !joins(k)) return;
    if (unit_words > 0 && !(between || from || is(k, "to") || is_dash(k))) return;
    const bool word_or = is(k, "or"), to_word = is(k, "to");
    if (is_dash(k) && glued(k) != glued(k + 1)) return;
    ++k;
    if (is_dash(k) && glued(k)) ++k;  // "200,000 to-260,000"
    if (is(k, "up") && is(k + 1, "to")) k += 2;
    std::size_t second = k;
    const bool money = !n->currency.empty();
    for (int signs = 0; signs < 3 && in(second) &&
                        (tag(second) == Tag::sym || is_any(second, "$", "us", "rm", "usd")) && !is(second, "%");
         ++signs)
      ++second;
    Cardinal d;
    if (!cardinal(second, &d, money || second > k) || d.indefinite) return;
    if (word_or && d.low != c->low + 1) return;
    if (unit_words > 0 && !same_words(c->last, d.last, unit_words)) return;
    double lo = c->low;
    const double hi = d.high;
    // "2 to 3 million", "1 to 2 thousand": the scale is both numbers'.
    const double spoken = d.last > second + 1 && d.digits ? scale_of(second, d.last) : 1;
    if (spoken > 1 && c->last == n->core + 1 && lo * spoken < hi) lo *= spoken;
    if (lo >= hi) return;
    // "Rose 5 to 20" goes from here to there; "rose by 1 to 1.5" is a range.
    if (to_word && changes_before(n->first) && hi > 2.5 * lo) return;
    n->low = lo;
    n->high = hi;
    c->last = d.last;
  }

  double scale_of(std::size_t first, std::size_t last) const {
    double by = 1;
    for (std::size_t i = first + 1; i < last; ++i) {
      if (const double* scale = scales().find(token(i).hash)) by *= *scale;
    }
    return by;
  }

  // What stands before the number: sets bounds and widens the span.
  void qualify(Number* n) const {
    const double value = *n->low;
    const auto open_up = [&](std::size_t from) { n->low = value, n->high.reset(), n->first = from; };
    const auto open_down = [&](std::size_t from) {
      if (n->low == n->high) n->low.reset();  // "up to 2 to 3" keeps its lower end
      n->first = from;
    };
    const auto about = [&](std::size_t from) { n->approximate = true, n->first = from; };
    for (int times = 0; times < 2; ++times) {
      const std::size_t k = n->first;
      if (k <= floor_) return;
      const std::size_t b = k - 1;
      const auto two = [&](std::string_view x, std::string_view y) { return b > floor_ && is(b - 1, x) && is(b, y); };
      const auto three = [&](std::string_view x, std::string_view y, std::string_view z) {
        return b > floor_ + 1 && is(b - 2, x) && is(b - 1, y) && is(b, z);
      };
      if (three("no", "more", "than") || three("not", "more", "than")) return open_down(b - 2);
      if (three("no", "fewer", "than") || three("no", "less", "than") || three("not", "less", "than"))
        return open_up(b - 2);
      if (two("at", "least")) return open_up(b - 1);
      if (two("more", "than") || two("greater", "than") || two("better", "than") || two("upwards", "of") ||
          two("upward", "of") || two("excess", "of") || two("well", "over") || two("higher", "than") ||
          two("north", "of"))
        return open_up(b - 1);
      if (two("less", "than") || two("fewer", "than") || two("lower", "than") || two("shy", "of"))
        return open_down(b - 1);
      if (two("up", "to") || two("at", "most") || two("as", "low")) return open_down(b - 1);
      if (three("as", "many", "as") || three("as", "much", "as") || three("as", "high", "as")) return open_down(b - 2);
      if (three("as", "few", "as") || three("as", "little", "as")) return open_up(b - 2);
      if (is_any(b, "over", "above", "exceeding", "surpassing", "topping", ">") && !is_any(k, "the")) return open_up(b);
      if (is_any(b, "under", "below", "within", "<", "beneath")) return open_down(is(b - 1, "just") ? b - 1 : b);
      if (two("close", "to") || two("or", "so")) {
        about(b - 1);
        continue;
      }
      if (is_any(b, "about", "around", "approximately", "roughly", "nearly", "almost", "some", "circa", "~",
                 "\xE2\x89\x88", "estimated", "approx", "approx.", "averaged", "averaging", "barely", "maybe",
                 "perhaps")) {
        std::size_t from = b;
        if (is(b, "estimated") && b > floor_ && is_any(b - 1, "an", "a")) from = b - 1;
        about(from);
        continue;
      }
      if (is_any(b, "only", "just", "exactly", "precisely") && times == 0) {
        n->first = b;
        continue;
      }
      return;
    }
  }

  void qualify_after(Number* n) const {
    const std::size_t k = n->last;
    if (is(k, "+") && glued(k)) {
      n->high.reset();
      n->last = k + 1;
    } else if (is(k, "or") && is(k + 1, "more")) {
      n->high.reset();
      n->last = k + 2;
    } else if (is(k, "or") && is_any(k + 1, "less", "fewer")) {
      n->low.reset();
      n->last = k + 2;
    } else if ((is(k, "or") && is(k + 1, "so")) || (is(k, "-") && is(k + 1, "plus"))) {
      n->approximate = true;
      n->last = k + 2;
    }
  }

  bool read(std::size_t i, Number* n) {
    const Token& t = token(i);
    if (t.kind == TokenKind::mark) return false;
    if (t.kind == TokenKind::number) {
      // "3-1", 555-1234
      if (const std::size_t end = chain(i); end != i) {
        skip_ = end;
        return false;
      }
      if (i == s_->first && is(i + 1, ".") && glued(i + 1) && in(i + 2)) return false;  // "1. Open the door"
    }
    const CurrencySign sign = currency_before(r_, s_->first, i);
    Cardinal c;
    if (!cardinal(i, &c, !sign.code.empty())) return false;
    if (sign.code.empty() && (in_a_name(i, c) || an_address(c) || pronoun(i, c))) {
      skip_ = c.last;
      return false;
    }
    n->core = i;
    n->first = sign.code.empty() ? i : std::max(sign.first, floor_);
    n->currency = sign.code;
    n->low = c.low;
    n->high = c.high;
    n->approximate = c.approximate;
    n->digits = c.digits;
    n->indefinite = c.indefinite;
    n->fraction = c.fraction;
    range(n, &c);
    n->last = c.last;
    if (n->first > floor_ && is(n->first - 1, "between") && n->low != n->high) --n->first;
    if (n->first > floor_ + 1 && glued(n->first) && is_dash(n->first - 1) && is(n->first - 2, "sub")) {  // "sub-7"
      n->low.reset();
      n->first -= 2;
    }
    qualify(n);
    qualify_after(n);
    return true;
  }

  const Reading& r_;
  const std::vector<bool>& taken_;
  const Sentence* s_ = nullptr;
  std::size_t floor_ = 0;  // tokens before it belong to the number before
  std::size_t skip_ = 0;
  std::vector<Number> out_;
};

struct Sign {
  std::string_view mark, code;
};
constexpr Sign kSigns[] = {{"$", "USD"},
                           {"\xE2\x82\xAC", "EUR"},
                           {"\xC2\xA3", "GBP"},
                           {"\xC2\xA5", "JPY"},
                           {"\xE2\x82\xB9", "INR"},
                           {"\xE2\x82\xAA", "ILS"},
                           {"\xE2\x82\xBD", "RUB"},
                           {"\xE2\x82\xA9", "KRW"},
                           {"\xE2\x82\xBA", "TRY"},
                           {"\xE2\x82\xA6", "NGN"},
                           {"\xE2\x82\xB4", "UAH"},
                           {"\xE0\xB8\xBF", "THB"}};
constexpr Sign kDollars[] = {{"us", "USD"},  {"u.s.", "USD"}, {"hk", "HKD"}, {"c", "CAD"},  {"ca", "CAD"},
                             {"can", "CAD"}, {"a", "AUD"},    {"au", "AUD"}, {"nz", "NZD"}, {"s", "SGD"},
                             {"r", "BRL"},   {"nt", "TWD"},   {"z", "ZWL"}};
constexpr Sign kLetters[] = {{"rs", "INR"},  {"rs.", "INR"}, {"rm", "MYR"},  {"usd", "USD"}, {"eur", "EUR"},
                             {"gbp", "GBP"}, {"chf", "CHF"}, {"aud", "AUD"}, {"cad", "CAD"}, {"jpy", "JPY"},
                             {"cny", "CNY"}, {"inr", "INR"}, {"sek", "SEK"}, {"rmb", "CNY"}, {"zar", "ZAR"},
                             {"hkd", "HKD"}, {"sgd", "SGD"}, {"idr", "IDR"}, {"php", "PHP"}, {"aed", "AED"}};

template <std::size_t N>
std::string_view code_of(const Sign (&table)[N], std::string_view mark) {
  for (const Sign& s : table) {
    if (s.mark == mark) return s.code;
  }
  return {};
}

}  // namespace

CurrencySign currency_before(const Reading& r, std::size_t first, std::size_t i) {
  CurrencySign out;
  if (i <= first) return out;
  std::size_t k = i - 1;
  if (r.low(k) == "-" && k > first && r.tokens[k].glued) --k;  // "$-50.8bn"
  const std::string_view mark = r.low(k);
  if (const std::string_view code = code_of(kSigns, mark); !code.empty()) {
    out.code = code;
    out.first = k;
    if (mark == "$" && k > first) {
      const std::string_view dollars = code_of(kDollars, r.low(k - 1));
      const bool capitals = r.word(k - 1)[0] >= 'A' && r.word(k - 1)[0] <= 'Z' && r.tokens[k - 1].shape != Shape::lower;
      const bool letter = r.tokens[k - 1].span.size() == 1;  // "A $6 fee" is no dollar of Australia's
      if (!dollars.empty() && capitals && (r.tokens[k].glued || !letter || r.low(k - 1) == "c"))
        out = {std::string(dollars), k - 1};
    }
    return out;
  }
  if (k > first && r.low(k - 1) == "$" && r.tokens[k].glued) {  // "$US113"
    if (const std::string_view dollars = code_of(kDollars, mark); !dollars.empty())
      return {std::string(dollars), k - 1};
  }
  if (r.tokens[k].kind == TokenKind::word && r.tokens[i].kind == TokenKind::number &&
      r.tokens[k].shape != Shape::lower) {
    if (const std::string_view code = code_of(kLetters, mark); !code.empty()) return {std::string(code), k};
  }
  return out;
}

std::vector<Number> find_numbers(const Reading& reading, const std::vector<bool>& taken) {
  return Lexer(reading, taken).run();
}

}  // namespace tellings::statements
