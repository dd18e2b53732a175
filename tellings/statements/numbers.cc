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
#include <cmath>

#include "tellings/statements/cardinals.h"
#include "tellings/statements/currencies.h"
#include "tellings/statements/roles.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

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

class Lexer : CardinalReader {
 public:
  Lexer(const Reading& r, const std::vector<bool>& taken) : CardinalReader(r), taken_(taken) {}

  std::vector<Number> run() {
    for (const Sentence& s : r_.sentences) {
      go_to(s);
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
    if (!in(second) || taken_[second] || !cardinal(second, &d, money || second > k) || d.indefinite) return;
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
      if (const double* scale = scale_of_word(token(i).hash)) by *= *scale;
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

  const std::vector<bool>& taken_;
  std::size_t floor_ = 0;  // tokens before it belong to the number before
  std::size_t skip_ = 0;
  std::vector<Number> out_;
};

}  // namespace

std::vector<Number> find_numbers(const Reading& reading, const std::vector<bool>& taken) {
  return Lexer(reading, taken).run();
}

}  // namespace tellings::statements
