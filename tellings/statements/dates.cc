// Rules over tokens.  A bare number between 1900 and 2039 is a year where a
// word before it says so or no counted noun follows; "may", "march", "sat" and
// "sun" are dates only where a number or a preposition of time goes with them.
//
// A weekday is the last such day at or before the anchor: news tells of what
// has been.  "Next Friday" and "will ... on Friday" are the first one after it.

#include "tellings/statements/dates.h"

#include <algorithm>
#include <charconv>

#include "tellings/statements/roles.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

const WordTable<int>& months() {
  static const WordTable<int> kTable{{"january jan jan.", 1},
                                     {"february feb feb.", 2},
                                     {"march mar mar.", 3},
                                     {"april apr apr.", 4},
                                     {"may", 5},
                                     {"june jun jun.", 6},
                                     {"july jul jul.", 7},
                                     {"august aug aug.", 8},
                                     {"september sept sept. sep sep.", 9},
                                     {"october oct oct.", 10},
                                     {"november nov nov.", 11},
                                     {"december dec dec.", 12}};
  return kTable;
}

const WordTable<int>& weekdays() {
  static const WordTable<int> kTable{{"monday mondays", 0},     {"tuesday tuesdays", 1}, {"wednesday wednesdays", 2},
                                     {"thursday thursdays", 3}, {"friday fridays", 4},   {"saturday saturdays", 5},
                                     {"sunday sundays", 6}};
  return kTable;
}

const WordTable<int>& near_days() {
  static const WordTable<int> kTable{{"today tonight", 0}, {"yesterday", -1}, {"tomorrow", 1}};
  return kTable;
}

const WordSet& of_time() {
  static const WordSet kSet(
      "in since by until till before after during from around of to through early late mid "
      "between year back circa fiscal season spring summer autumn fall winter and");
  return kSet;
}

const WordSet& parts_of_day() {
  static const WordSet kSet("morning afternoon evening night");
  return kSet;
}

int number(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

class Finder {
 public:
  explicit Finder(const Reading& r) : r_(r) {}

  std::vector<DateMention> run() {
    for (const Sentence& s : r_.sentences) {
      sentence_ = &s;
      for (at_ = s.first; at_ < s.last;) {
        DateMention m;
        m.first = at_;
        m.last = at_;
        if (read(&m)) {
          out_.push_back(m);
          at_ = m.last;
        } else {
          ++at_;
        }
      }
    }
    return std::move(out_);
  }

 private:
  const Token* token(std::size_t i) const {
    return i >= sentence_->first && i < sentence_->last ? &r_.tokens[i] : nullptr;
  }
  std::string_view low(std::size_t i) const { return token(i) ? r_.low(i) : std::string_view(); }
  bool is(std::size_t i, std::string_view word) const { return low(i) == word; }
  int value(std::size_t i) const { return token(i) && token(i)->kind == TokenKind::number ? number(r_.low(i)) : -1; }

  int month(std::size_t i) const {
    const Token* t = token(i);
    if (!t || t->kind != TokenKind::word || (t->shape != Shape::capital && t->shape != Shape::upper)) return 0;
    const int* m = months().find(t->hash);
    return m ? *m : 0;
  }

  int day(std::size_t i) const {
    const std::string_view w = low(i);
    int d = value(i);
    if (d < 0 && w.size() > 2 && token(i)->kind == TokenKind::word) d = number(w.substr(0, w.size() - 2));
    if (d < 1 || d > 31 || w.size() > 4) return 0;
    // A decimal or thousands would have been one token; "10 people" is a count.
    return d;
  }

  int year(std::size_t i) const {
    const int y = value(i);
    return low(i).size() == 4 && y >= 1500 && y < 2100 ? y : 0;
  }

  bool read(DateMention* m) {
    const Token& t = r_.tokens[at_];
    if (t.kind == TokenKind::mark) return false;
    return iso(m) || slashed(m) || day_month(m) || month_day(m) || weekday(m) || near(m) || past(m) || clock(m) ||
           bare_year(m);
  }

  bool iso(DateMention* m) const {  // 2021-11-07
    if (!year(at_) || !is(at_ + 1, "-") || value(at_ + 2) < 1 || value(at_ + 2) > 12 || low(at_ + 2).size() != 2)
      return false;
    if (!is(at_ + 3, "-") || low(at_ + 4).size() < 2) return false;
    const int d = number(low(at_ + 4).substr(0, 2));
    if (d < 1 || d > 31) return false;
    m->day = {year(at_), value(at_ + 2), d};
    m->last = at_ + 5;
    return true;
  }

  bool slashed(DateMention* m) const {  // 11/7/2021: the order is known only if one part is over 12
    const int a = value(at_), b = value(at_ + 2);
    if (a < 1 || a > 31 || !is(at_ + 1, "/") || b < 1 || b > 31 || !is(at_ + 3, "/")) return false;
    int y = value(at_ + 4);
    if (y >= 0 && y < 100 && low(at_ + 4).size() == 2) y += 2000;
    if (y < 1500 || y > 2099) return false;
    m->last = at_ + 5;
    m->day.year = y;
    if (a > 12 && b <= 12) m->day = {y, b, a};
    if (b > 12 && a <= 12) m->day = {y, a, b};
    if (a == b) m->day = {y, a, b};
    return true;
  }

  // A year after a day and month, with or without a comma; else nothing.
  void take_year(DateMention* m) const {
    std::size_t i = m->last;
    if (is(i, ",") || is(i, "of")) ++i;
    if (const int y = year(i)) {
      m->day.year = y;
      m->last = i + 1;
    }
  }

  bool day_month(DateMention* m) const {  // 7 November, 7th of November, the 7th November 2021
    const int d = day(at_);
    if (!d) return false;
    std::size_t i = at_ + 1;
    if (is(i, "of")) ++i;
    const int mo = month(i);
    if (!mo || (is(i, "may") && r_.tokens[i].shape != Shape::capital)) return false;
    m->day = {0, mo, d};
    m->last = i + 1;
    take_year(m);
    // "Oct. 10" belongs together in "11 Oct. 10 elections".
    return true;
  }

  bool month_day(DateMention* m) const {  // November 7, Nov. 7th 2021, November 2021, in November
    const int mo = month(at_);
    if (!mo) return false;
    m->day = {0, mo, 0};
    m->last = at_ + 1;
    if (is(m->last, ".") && r_.tokens[m->last].glued) ++m->last;
    const int d = day(m->last);
    // "In May 30 people were hurt" is a count; "on May 30 people gathered" a day.
    const bool counted =
        token(m->last + 1) && token(m->last + 1)->tag == Tag::noun && at_ > sentence_->first && is(at_ - 1, "in");
    if (d && !counted && !is(m->last + 1, "percent") && !is(m->last + 1, "%")) {
      m->day.day = d;
      ++m->last;
      take_year(m);
      return true;
    }
    take_year(m);
    if (m->day.year) return true;
    const bool doubtful = is(at_, "may") || is(at_, "march") || is(at_, "mar") || is(at_, "jun") || is(at_, "jan");
    const bool led = at_ > sentence_->first && of_time().has(r_.tokens[at_ - 1].hash);
    if (doubtful && !led && !last_or_next(at_)) return false;
    if (last_or_next(at_)) relative_month(m);
    // "May last year": counted from the anchor's year.
    if ((is(m->last, "last") || is(m->last, "this") || is(m->last, "next")) && is(m->last + 1, "year")) {
      m->years = is(m->last, "last") ? -1 : is(m->last, "next") ? 1 : 0;
      m->kind = DateKind::month_of_year;
      m->last += 2;
    }
    return true;
  }

  // -1 for "last", 1 for "next", 0 for neither, of the word before token i.
  int last_or_next(std::size_t i) const {
    if (i == sentence_->first) return 0;
    if (is(i - 1, "last") || is(i - 1, "past")) return -1;
    return is(i - 1, "next") || is(i - 1, "coming") ? 1 : 0;
  }

  // "in May last year": the year is relative.
  void relative_month(DateMention* m) const { m->ahead = last_or_next(at_) > 0; }

  bool weekday(DateMention* m) const {
    const Token& t = r_.tokens[at_];
    const int* w = t.shape == Shape::capital || t.shape == Shape::upper ? weekdays().find(t.hash) : nullptr;
    if (!w) return false;
    m->kind = DateKind::weekday;
    m->weekday = *w;
    m->ahead = last_or_next(at_) > 0 || future();
    m->last = at_ + 1;
    // "Sunday, 7 November 2021", "Sunday (7 November)", "Sunday, Nov. 7".
    std::size_t i = m->last;
    if (token(i) && parts_of_day().has(token(i)->hash)) ++i;
    const std::size_t after_part = i;
    const bool bracket = is(i, "(");
    if (is(i, ",") || bracket) ++i;
    DateMention next;
    next.first = next.last = i;
    Finder inner(*this);
    inner.at_ = i;
    if (token(i) && (inner.day_month(&next) || inner.month_day(&next)) && next.day.day != 0) {
      m->kind = DateKind::absolute;
      m->day = next.day;
      m->last = next.last + (bracket && is(next.last, ")") ? 1 : 0);
    } else {
      m->last = after_part;
    }
    return true;
  }

  // True if the sentence speaks of what will be: "will", "to be" before it.
  bool future() const {
    const std::size_t from = at_ > sentence_->first + 8 ? at_ - 8 : sentence_->first;
    for (std::size_t i = from; i < at_; ++i) {
      if (is(i, "will") || is(i, "'ll") || is(i, "scheduled") || is(i, "expected") || is(i, "due")) return true;
    }
    return false;
  }

  bool near(DateMention* m) const {
    const int* d = near_days().find(r_.tokens[at_].hash);
    if (!d) return false;
    m->kind = DateKind::offset;
    m->days = *d;
    m->last = at_ + 1;
    if (token(m->last) && parts_of_day().has(token(m->last)->hash)) ++m->last;
    return true;
  }

  bool past(DateMention* m) const {  // last month, this year, next week
    const int turn = is(at_, "last") ? -1 : is(at_, "next") ? 1 : is(at_, "this") ? 0 : 9;
    if (turn == 9) return false;
    const std::string_view what = low(at_ + 1);
    if (what == "year" || what == "month") {
      m->kind = what == "year" ? DateKind::years : DateKind::months;
    } else if (what == "night" && turn < 0) {
      m->kind = DateKind::offset;
    } else if (turn == 0 && (what == "morning" || what == "afternoon" || what == "evening")) {
      m->kind = DateKind::offset;
    } else {
      return false;
    }
    m->days = turn;
    m->last = at_ + 2;
    return true;
  }

  bool clock(DateMention* m) const {  // 9 p.m., 9:35 PM, 20:30, 4 a.m
    std::string_view w = low(at_);
    std::size_t colon = w.find(':');
    if (colon == std::string_view::npos && w.find('.') != std::string_view::npos && w.size() - w.find('.') == 3)
      colon = w.find('.');
    const bool digits = token(at_)->kind == TokenKind::number;
    if (!digits) return false;
    const int h = number(w.substr(0, colon));
    const int min = colon == std::string_view::npos ? 0 : number(w.substr(colon + 1));
    const std::string_view half = low(at_ + 1);
    if (w.size() == 4 && colon == std::string_view::npos &&
        (half == "gmt" || half == "utc" || half == "hours" || half == "hrs")) {
      m->kind = DateKind::clock;  // 0200 GMT
      m->hour = number(w.substr(0, 2));
      m->minute = number(w.substr(2));
      m->last = at_ + 2;
      return m->hour < 24 && m->minute < 60;
    }
    const bool am = half == "a.m." || half == "am" || half == "a.m";
    const bool pm = half == "p.m." || half == "pm" || half == "p.m";
    if (h < 0 || h > 23 || min < 0 || min > 59) return false;
    if (!am && !pm && (colon == std::string_view::npos || w[colon] == '.' || w.size() - colon != 3)) return false;
    m->kind = DateKind::clock;
    m->hour = pm && h < 12 ? h + 12 : am && h == 12 ? 0 : h;
    m->minute = min;
    m->last = at_ + (am || pm ? 2 : 1);
    for (const std::string_view zone : {"gmt", "est", "edt", "utc", "local", "et", "cst", "cdt", "pst", "pdt"}) {
      if (is(m->last, zone)) {
        ++m->last;
        break;
      }
    }
    if (is(m->last, "time")) ++m->last;
    return true;
  }

  bool bare_year(DateMention* m) const {
    const std::string_view w = low(at_);
    const int y = year(at_);
    if (!y || y < 1500 || y > 2039) return false;
    const Token* before = token(at_ - 1);
    const Token* after = token(at_ + 1);
    if (after && (after->tag == Tag::sym || is(at_ + 1, "%") ||
                  (after->glued && after->kind == TokenKind::word && !is(at_ + 1, "s") && !is(at_ + 1, "'s"))))
      return false;
    if (before && (before->tag == Tag::sym || is(at_ - 1, "$"))) return false;
    m->day.year = y;
    m->last = at_ + 1;
    if (after && after->glued && is(at_ + 1, "s")) {
      m->decade = true;
      ++m->last;
      return true;
    }
    if (y < 1900 && !(before && (is(at_ - 1, "in") || is(at_ - 1, "since") || is(at_ - 1, "from") ||
                                 is(at_ - 1, "between") || is(at_ - 1, "and"))))
      return false;
    const bool led = before && (of_time().has(before->hash) || before->tag == Tag::det || is(at_ - 1, "("));
    const bool counts =
        after && after->tag == Tag::noun && (low(at_ + 1).ends_with("s") || is_person_noun(r_, at_ + 1));
    const bool qualified =
        before && (is(at_ - 1, "than") || is(at_ - 1, "about") || is(at_ - 1, "some") || is(at_ - 1, "least"));
    (void)w;
    return !qualified && (led || !counts);
  }

  const Reading& r_;
  const Sentence* sentence_ = nullptr;
  std::size_t at_ = 0;
  std::vector<DateMention> out_;
};

std::string two(int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); }

std::string text_of(const Day& d) {
  if (!d.year) return {};
  std::string out = std::to_string(d.year);
  if (d.month) out += "-" + two(d.month);
  if (d.month && d.day) out += "-" + two(d.day);
  return out;
}

bool exists(const Day& d) { return d.day == 0 || (d.month != 0 && day_of(days_of(d)) == d); }

}  // namespace

// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms":
// https://howardhinnant.github.io/date_algorithms.html
int days_of(const Day& d) {
  const int y = d.year - (d.month <= 2 ? 1 : 0);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Day day_of(int days) {
  days += 719468;
  const int era = (days >= 0 ? days : days - 146096) / 146097;
  const int day_of_era = days - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month = (5 * day_of_year + 2) / 153;
  const int m = month + (month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (m <= 2 ? 1 : 0), m, day_of_year - (153 * month + 2) / 5 + 1};
}

int weekday_of(const Day& day) { return ((days_of(day) + 3) % 7 + 7) % 7; }

Day parse_day(std::string_view s) {
  Day out;
  if (s.size() < 4 || (out.year = number(s.substr(0, 4))) <= 0) return {};
  if (s.size() < 7 || s[4] != '-' || (out.month = number(s.substr(5, 2))) < 1 || out.month > 12)
    return {out.year, 0, 0};
  if (s.size() < 10 || s[7] != '-' || (out.day = number(s.substr(8, 2))) < 1 || out.day > 31) out.day = 0;
  return out;
}

std::vector<DateMention> find_dates(const Reading& reading) { return Finder(reading).run(); }

Day anchor_of(std::string_view published, const Reading& reading, const std::vector<DateMention>& found) {
  const Day given = parse_day(published);
  if (given.day) return given;
  Day best = given;
  for (const DateMention& m : found) {
    // A full date that is a line of its own at the article's head is its dateline.
    const Sentence& s = reading.sentences[reading.sentence_of[m.first]];
    const bool alone = s.last - s.first <= m.last - m.first + 4;
    const bool head = alone && reading.tokens[m.first].span.begin < 1000;
    if (m.kind == DateKind::absolute && m.day.year && m.day.day && head && exists(m.day)) return m.day;
  }
  return best;
}

std::string resolve(const DateMention& m, const Day& anchor) {
  const bool whole = anchor.day != 0;
  switch (m.kind) {
    case DateKind::absolute: {
      if (m.decade) return {};
      Day d = m.day;
      if (!d.year && anchor.year && d.month && d.day && m.weekday >= 0) {
        // The day of the week tells the year: the nearest that fits, of late.
        for (const int back : {0, 1, -1, 2, 3, 4, 5, 6}) {
          const Day tried{anchor.year - back, d.month, d.day};
          if (exists(tried) && weekday_of(tried) == m.weekday) return text_of(tried);
        }
        return {};
      }
      if (!d.year && anchor.year && d.month) {
        d.year = anchor.year;
        // "December 20" in an article of January is last year's.
        if (anchor.month && !m.ahead && d.month > anchor.month + 3) --d.year;
        if (anchor.month && d.month + 8 < anchor.month) ++d.year;
      }
      return exists(d) ? text_of(d) : std::string();
    }
    case DateKind::weekday: {
      if (!whole) return {};
      const int now = days_of(anchor);
      const int back = (weekday_of(anchor) - m.weekday + 7) % 7;
      return text_of(day_of(m.ahead ? now + (back == 0 ? 7 : 7 - back) : now - back));
    }
    case DateKind::offset: return whole ? text_of(day_of(days_of(anchor) + m.days)) : std::string();
    case DateKind::months: {
      if (!anchor.month) return {};
      const int month = anchor.year * 12 + anchor.month - 1 + m.days;
      return text_of({month / 12, month % 12 + 1, 0});
    }
    case DateKind::years: return anchor.year ? text_of({anchor.year + m.days, 0, 0}) : std::string();
    case DateKind::month_of_year: return anchor.year ? text_of({anchor.year + m.years, m.day.month, 0}) : std::string();
    case DateKind::clock: return {};
  }
  return {};
}

}  // namespace tellings::statements
