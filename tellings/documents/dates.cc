// Two readers: one for dates that begin with a four-digit year, one for all
// others, which takes them apart into numbers and words and asks what each can
// be. A month's name settles the order of day and year; without one a number
// over 12 does; else day and month are left out rather than guessed.
#include "tellings/documents/dates.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <vector>

#include "tellings/base/utf8.h"

namespace tellings::documents {
namespace {

// What is known so far: -1 is not known.
struct When {
  int year = -1, month = -1, day = -1, hour = -1, minute = -1, second = -1;
  std::string fraction;     // digits behind the second
  std::optional<int> zone;  // minutes east of Greenwich
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

int days_in(int year, int month) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool possible(const When& w) {
  if (w.year < 1000 || w.year > 9999) return false;
  if (w.month != -1 && (w.month < 1 || w.month > 12)) return false;
  if (w.day != -1 && (w.day < 1 || w.day > days_in(w.year, w.month))) return false;
  return w.hour <= 23 && w.minute <= 59 && w.second <= 60 && (!w.zone || std::abs(*w.zone) < 24 * 60);
}

std::string written(When w) {
  if (!possible(w)) return {};
  w.second = std::min(w.second, 59);  // a leap second, which few readers know
  std::array<char, 40> part{};
  std::string out;
  const auto add = [&](const char* format, auto... values) {
    const int n = std::snprintf(part.data(), part.size(), format, values...);
    out.append(part.data(), static_cast<std::size_t>(n));
  };
  add("%04d", w.year);
  if (w.month == -1) return out;
  add("-%02d", w.month);
  if (w.day == -1) return out;
  add("-%02d", w.day);
  if (w.hour == -1 || w.minute == -1) return out;
  add("T%02d:%02d", w.hour, w.minute);
  if (w.second != -1) add(":%02d", w.second);
  if (w.second != -1 && !w.fraction.empty()) out += "." + w.fraction.substr(0, 9);
  if (!w.zone) return out;
  if (*w.zone == 0) return out + "Z";
  add("%c%02d:%02d", *w.zone < 0 ? '-' : '+', std::abs(*w.zone) / 60, std::abs(*w.zone) % 60);
  return out;
}

// --- pieces ---------------------------------------------------------------------------

// Removes up to `most` digits; nothing if there are fewer than `least`.
std::optional<int> take_digits(std::string_view* s, std::size_t least, std::size_t most) {
  std::size_t n = 0;
  int value = 0;
  while (n < most && n < s->size() && is_digit((*s)[n])) value = value * 10 + ((*s)[n++] - '0');
  if (n < least) return std::nullopt;
  s->remove_prefix(n);
  return value;
}

// As take_digits() where the caller has seen that there are enough of them.
int take_seen(std::string_view* s, std::size_t least, std::size_t most) {
  return take_digits(s, least, most).value_or(-1);
}

bool take(std::string_view* s, char c) {
  if (!s->starts_with(c)) return false;
  s->remove_prefix(1);
  return true;
}

void drop_space(std::string_view* s) { s->remove_prefix(std::min(s->size(), s->find_first_not_of(" \t\r\n"))); }

std::string lower(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    append_utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))), &out);
    at += c.length;
  }
  return out;
}

// RFC 2822, 4.3, and zones of Europe and Asia that feeds name; those with two
// meanings (IST, BST outside Europe) are left out but for the European one.
std::optional<int> zone_named(const std::string& name) {
  struct Zone {
    const char* name;
    int hours;
  };
  static constexpr Zone kZones[] = {
      {"z", 0},    {"ut", 0},    {"utc", 0},   {"gmt", 0},  {"wet", 0},  {"est", -5}, {"edt", -4}, {"cst", -6},
      {"cdt", -5}, {"mst", -7},  {"mdt", -6},  {"pst", -8}, {"pdt", -7}, {"cet", 1},  {"met", 1},  {"bst", 1},
      {"west", 1}, {"cest", 2},  {"mest", 2},  {"eet", 2},  {"eest", 3}, {"msk", 3},  {"jst", 9},  {"kst", 9},
      {"hkt", 8},  {"aest", 10}, {"nzst", 12}, {"at", -4},  {"et", -5},  {"ct", -6},  {"mt", -7},  {"pt", -8}};
  for (const Zone& zone : kZones) {
    if (name == zone.name) return zone.hours * 60;
  }
  return std::nullopt;
}

// +03:00, +0300, +3, Z, GMT, EST, GMT+2.
void take_zone(std::string_view* s, When* w) {
  drop_space(s);
  std::size_t n = 0;
  while (n < s->size() && is_letter((*s)[n])) ++n;
  if (n > 0) {
    const auto named = zone_named(lower(s->substr(0, n)));
    if (!named) return;
    w->zone = named;
    s->remove_prefix(n);
    if (*named != 0) return;
  }
  if (s->size() < 2 || (s->front() != '+' && s->front() != '-') || !is_digit((*s)[1])) return;
  const int sign = s->front() == '-' ? -1 : 1;
  s->remove_prefix(1);
  const int hours = take_digits(s, 1, 2).value_or(0);
  take(s, ':');
  w->zone = sign * (hours * 60 + take_digits(s, 2, 2).value_or(0));
}

// 03:12, 3:12:45.678 pm
bool take_time(std::string_view* s, When* w) {
  std::string_view rest = *s;
  const auto hour = take_digits(&rest, 1, 2);
  if (!hour || (!take(&rest, ':') && !(rest.size() > 2 && rest[0] == '.' && rest.size() >= 3 && rest[2] == ':'))) {
    return false;
  }
  const auto minute = take_digits(&rest, 2, 2);
  if (!minute) return false;
  w->hour = *hour;
  w->minute = *minute;
  if (take(&rest, ':')) {
    w->second = take_digits(&rest, 1, 2).value_or(0);
    if (take(&rest, '.') || take(&rest, ',')) {
      while (!rest.empty() && is_digit(rest[0])) {
        w->fraction += rest[0];
        rest.remove_prefix(1);
      }
    }
  }
  drop_space(&rest);
  const std::string half = lower(rest.substr(0, 2));
  if ((half == "am" || half == "pm") && w->hour <= 12) {
    w->hour = w->hour % 12 + (half == "pm" ? 12 : 0);
    rest.remove_prefix(2);
  }
  *s = rest;
  return true;
}

// --- dates that begin with their year ------------------------------------------------

// YYYYMMDD, YYYY-MM-DD, YYYY-DDD, YYYY/MM/DD, each cut short; true if it is one.
bool take_year_first(std::string_view* s, When* w) {
  const std::size_t run = std::min(s->find_first_not_of("0123456789"), s->size());
  if (run == 8 || run == 14) {
    w->year = take_seen(s, 4, 4);
    w->month = take_seen(s, 2, 2);
    w->day = take_seen(s, 2, 2);
    return true;
  }
  if (run != 4) return false;
  w->year = take_seen(s, 4, 4);
  if (s->empty() || (s->front() != '-' && s->front() != '/' && s->front() != '.')) return true;
  const char mark = s->front();
  std::string_view rest = s->substr(1);
  const std::size_t next = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (next == 3) {  // the day of the year
    int day = take_seen(&rest, 3, 3);
    w->month = 1;
    while (w->month < 12 && day > days_in(w->year, w->month)) day -= days_in(w->year, w->month++);
    w->day = day;
  } else if (next == 1 || next == 2) {
    w->month = take_seen(&rest, 1, 2);
    if (take(&rest, mark)) w->day = take_digits(&rest, 1, 2).value_or(-1);
  }
  *s = rest;
  return true;
}

// 2021年11月7日, 2021년 11월 7일
bool take_east_asian(std::string_view* s, When* w) {
  constexpr auto kSigns = std::to_array<std::array<std::string_view, 3>>({{"年", "月", "日"}, {"년", "월", "일"}});
  for (const auto& signs : kSigns) {
    std::string_view rest = *s;
    When read;
    int* const parts[] = {&read.year, &read.month, &read.day};
    std::size_t known = 0;
    for (; known < signs.size(); ++known) {
      drop_space(&rest);
      const auto number = take_digits(&rest, 1, 4);
      if (!number || !rest.starts_with(signs[known])) break;
      *parts[known] = *number;
      rest.remove_prefix(signs[known].size());
    }
    if (known == 0) continue;
    *w = read;
    *s = rest;
    return true;
  }
  return false;
}

// Removes a word for the half of the day that stands before the clock, and
// says whether it is the second one.
bool take_second_half(std::string_view* s) {
  drop_space(s);
  for (const std::string_view half : {"오전", "午前", "上午"})
    if (s->starts_with(half)) s->remove_prefix(half.size());
  for (const std::string_view half : {"오후", "午後", "下午"}) {
    if (!s->starts_with(half)) continue;
    s->remove_prefix(half.size());
    return true;
  }
  return false;
}

std::string year_first(std::string_view s) {
  When w;
  if (!take_east_asian(&s, &w) && !take_year_first(&s, &w)) return {};
  const bool second_half = take_second_half(&s);
  if (s.starts_with('T') || s.starts_with('t')) s.remove_prefix(1);
  drop_space(&s);
  if (s.size() >= 4 && is_digit(s[0]) && is_digit(s[1]) && is_digit(s[2]) && is_digit(s[3])) {  // hhmm, hhmmss
    w.hour = take_seen(&s, 2, 2);
    w.minute = take_seen(&s, 2, 2);
    if (const auto second = take_digits(&s, 2, 2)) w.second = *second;
  } else {
    take_time(&s, &w);
  }
  if (second_half && w.hour >= 0 && w.hour < 12) w.hour += 12;
  if (w.hour != -1) take_zone(&s, &w);
  if (w.hour == 24 && w.minute == 0) w.hour = w.minute = w.second = -1;
  return written(w);
}

// --- all others -----------------------------------------------------------------------

// Beginnings of the months' names, in the languages of news feeds: as short as
// their abbreviations are.  Months that two languages name with one word (the
// Croatian and the Polish "listopad") are left out.
int month_named(const std::string& word) {
  struct Month {
    std::string_view name;
    int number;
  };
  static constexpr Month kMonths[] = {
      {"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},  {"may", 5},  {"jun", 6},  {"jul", 7},   {"aug", 8},
      {"sep", 9},  {"oct", 10}, {"nov", 11}, {"dec", 12}, {"jän", 1},  {"mär", 3},  {"mrz", 3},   {"mai", 5},
      {"okt", 10}, {"dez", 12}, {"fév", 2},  {"fev", 2},  {"avr", 4},  {"juin", 6}, {"juil", 7},  {"aoû", 8},
      {"aou", 8},  {"déc", 12}, {"ene", 1},  {"abr", 4},  {"ago", 8},  {"dic", 12}, {"gen", 1},   {"mag", 5},
      {"giu", 6},  {"lug", 7},  {"set", 9},  {"ott", 10}, {"out", 10}, {"mrt", 3},  {"maart", 3}, {"mei", 5},
      {"maj", 5},  {"sty", 1},  {"lut", 2},  {"kwi", 4},  {"cze", 6},  {"lip", 7},  {"sie", 8},   {"wrz", 9},
      {"paź", 10}, {"gru", 12}, {"янв", 1},  {"фев", 2},  {"мар", 3},  {"апр", 4},  {"мая", 5},   {"май", 5},
      {"июн", 6},  {"июл", 7},  {"авг", 8},  {"сен", 9},  {"окт", 10}, {"ноя", 11}, {"дек", 12},  {"січ", 1},
      {"лют", 2},  {"бер", 3},  {"кві", 4},  {"тра", 5},  {"чер", 6},  {"лип", 7},  {"сер", 8},   {"вер", 9},
      {"жов", 10}, {"лис", 11}, {"гру", 12}, {"oca", 1},  {"şub", 2},  {"nis", 4},  {"haz", 6},   {"tem", 7},
      {"ağu", 8},  {"eyl", 9},  {"eki", 10}, {"kas", 11}, {"ara", 12}, {"már", 3},  {"ápr", 4},   {"máj", 5},
      {"jún", 6},  {"júl", 7},  {"szep", 9}, {"ιαν", 1},  {"φεβ", 2},  {"μαρ", 3},  {"μάρ", 3},   {"απρ", 4},
      {"μαΐ", 5},  {"μάι", 5},  {"ιουν", 6}, {"ιούν", 6}, {"ιουλ", 7}, {"ιούλ", 7}, {"αυγ", 8},   {"αύγ", 8},
      {"σεπ", 9},  {"οκτ", 10}, {"νοε", 11}, {"νοέ", 11}, {"δεκ", 12}};
  for (const Month& m : kMonths) {
    if (word.starts_with(m.name)) return m.number;
  }
  return -1;
}

struct Number {
  int value;
  std::size_t digits;
};

int full_year(const Number& n) {
  if (n.digits != 2) return n.value;
  return n.value < 50 ? 2000 + n.value : 1900 + n.value;  // RFC 2822, 4.3
}

// Which of the numbers are day, month and year.
bool assign(const std::vector<Number>& numbers, When* w) {
  const bool named = w->month != -1;
  if (numbers.empty() || numbers.size() > (named ? 2u : 3u)) return false;
  const auto year = std::ranges::find_if(numbers, [](const Number& n) { return n.digits == 4; });
  const std::size_t at = year != numbers.end() ? static_cast<std::size_t>(year - numbers.begin()) : numbers.size() - 1;
  if (numbers.size() == 1 && year == numbers.end()) return false;
  w->year = full_year(numbers[at]);
  std::vector<int> rest;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i != at) rest.push_back(numbers[i].value);
  }
  if (named) {
    if (!rest.empty()) w->day = rest[0];
  } else if (rest.size() == 2 && (rest[0] > 12) != (rest[1] > 12)) {
    w->day = std::max(rest[0], rest[1]);
    w->month = std::min(rest[0], rest[1]);
  } else if (rest.size() == 2 && rest[0] == rest[1]) {
    w->day = w->month = rest[0];
  }
  return true;
}

std::string loose(std::string_view s) {
  When w;
  std::vector<Number> numbers;
  bool dotted = false;  // 7.11.2021 is day first wherever dots are used
  while (!s.empty() && numbers.size() < 4) {
    if (is_digit(s[0])) {
      if (w.hour == -1 && take_time(&s, &w)) {
        take_zone(&s, &w);
        continue;
      }
      const std::size_t before = s.size();
      const int value = take_seen(&s, 1, 9);
      numbers.push_back({value, before - s.size()});
      dotted |= s.size() > 1 && s[0] == '.' && is_digit(s[1]);
    } else if (is_letter(s[0])) {
      std::size_t n = 0;
      while (n < s.size() && is_letter(s[n])) ++n;
      const int month = month_named(lower(s.substr(0, n)));
      if (month != -1 && w.month == -1) w.month = month;
      if (month == -1 && w.hour != -1 && !w.zone) take_zone(&s, &w);
      if (!s.empty() && is_letter(s[0])) s.remove_prefix(std::min(n, s.size()));
    } else {
      s.remove_prefix(1);
    }
  }
  if (dotted && numbers.size() == 3 && numbers[2].digits != 1 && w.month == -1 && numbers[1].value <= 12) {
    w.day = numbers[0].value;
    w.month = numbers[1].value;
    w.year = full_year(numbers[2]);
    return written(w);
  }
  return assign(numbers, &w) ? written(w) : std::string();
}

// Days since 1970 to a date: H. Hinnant, "chrono-Compatible Low-Level Date
// Algorithms", civil_from_days, for days that are not negative.
std::string from_seconds(std::int64_t seconds) {
  const std::int64_t z = seconds / 86400 + 719468;
  const std::int64_t era = z / 146097;
  const std::int64_t doe = z - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  When w;
  w.day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  w.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  w.year = static_cast<int>(yoe + era * 400 + (w.month <= 2));
  w.hour = static_cast<int>(seconds % 86400 / 3600);
  w.minute = static_cast<int>(seconds % 3600 / 60);
  w.second = static_cast<int>(seconds % 60);
  w.zone = 0;
  return written(w);
}

// Seconds since 1970 from 1973 on have nine digits or ten, milliseconds three more.
std::string since_1970(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return from_seconds(digits.size() > 10 ? value / 1000 : value);
}

constexpr std::size_t kLongestDate = 100;  // more is a sentence

}  // namespace

std::string rfc3339(std::string_view text) {
  drop_space(&text);
  while (!text.empty() && (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r'))) text.remove_suffix(1);
  if (text.empty() || text.size() > kLongestDate) return {};
  const std::size_t run = std::min(text.find_first_not_of("0123456789"), text.size());
  if (run == text.size() && run >= 9 && run <= 13 && run != 11) return since_1970(text);
  if (run != 4 && run != 8 && run != 14) return loose(text);
  std::string date = year_first(text);
  constexpr std::size_t kYear = 4;
  if (date.size() > kYear) return date;
  const auto letters = std::ranges::search_n(text, 3, true, [](char c, bool) { return is_letter(c); });
  if (letters.empty()) return date;
  std::string other = loose(text);  // "2021 Nov 7"
  return other.size() > date.size() ? other : date;
}

}  // namespace tellings::documents
