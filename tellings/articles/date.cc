#include "tellings/articles/date.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <unordered_map>
#include <vector>

#include "tellings/articles/shape.h"

// Text is cut into numbers, words and signs; a date is one of a few orders of
// them: year-month-day by signs, day-month-year by signs, and a month's name
// with a day and a year on either side.  Month names come from ICU once for
// some forty languages; where two languages disagree on a name (listopad is
// November in Polish and October in Croatian), the first in the list wins.

namespace tellings::articles {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2035;
constexpr std::size_t kMostBytes = 400;

constexpr auto kLocales = std::to_array<const char*>({
    "en",      "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb",    "nn", "fi", "is", "pl",
    "cs",      "sk", "hu", "ro", "bg", "ru", "uk", "el", "tr", "lt",    "lv", "et", "sl", "sr",
    "sr_Latn", "hr", "ca", "eu", "gl", "ga", "sq", "mk", "ar", "ar_LB", "he", "fa", "hi", "bn",
    "ta",      "te", "ur", "id", "ms", "vi", "th", "sw", "af", "ka",    "hy", "az", "kk",
});

using Months = std::unordered_map<std::string, int>;

void add_months(const icu::DateFormatSymbols& symbols, Months* out) {
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int32_t m = 0; m < count && m < 12; ++m) {
        std::string name;
        // ICU gives an array of exactly this type.
        // NOLINTNEXTLINE(bugprone-pointer-arithmetic-on-polymorphic-object)
        names[m].toUTF8String(name);
        name = lower(name);
        while (name.ends_with(".")) name.pop_back();
        if (name.size() >= 3 && (static_cast<unsigned char>(name[0]) > '9')) out->try_emplace(name, m + 1);
      }
    }
  }
}

// Built once; reading it is safe from any thread.
const Months& months() {
  static const Months table = [] {
    Months out{{"sept", 9}, {"mär", 3}, {"mrz", 3}, {"jänner", 1}, {"feber", 2}, {"de enero", 1}};
    for (const char* name : kLocales) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::DateFormatSymbols symbols(icu::Locale(name), status);
      if (U_SUCCESS(status)) add_months(symbols, &out);
    }
    return out;
  }();
  return table;
}

struct Stamp {
  int year = 0, month = 0, day = 0;
  int hour = -1, minute = -1, second = -1;
  std::string fraction;
  std::string zone;
};

bool is_leap(int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

bool is_valid(const Stamp& s) {
  constexpr std::array<int, 13> kDays{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (s.year < kFirstYear || s.year > kLastYear || s.month < 1 || s.month > 12 || s.day < 1) return false;
  return s.day <= kDays[static_cast<std::size_t>(s.month)] && !(s.month == 2 && s.day == 29 && !is_leap(s.year));
}

std::string to_string(const Stamp& s) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", s.year, s.month, s.day);
  std::string out = buffer.data();
  if (s.hour < 0 || s.hour > 23 || s.minute < 0 || s.minute > 59 || s.second > 60) return out;
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", s.hour, s.minute);
  out += buffer.data();
  // A second of 60 or none: the contract wants seconds before a zone.
  if (s.second >= 0 || !s.zone.empty()) {
    std::snprintf(buffer.data(), buffer.size(), ":%02d", s.second < 0 ? 0 : s.second > 59 ? 59 : s.second);
    out += buffer.data();
    out += s.fraction;
  }
  return out + s.zone;
}

struct Token {
  enum class Kind : std::uint8_t { number, word, sign };
  Kind kind;
  int value = 0;         // of a number, up to eight digits; of a month's name its number
  std::size_t size = 0;  // digits
  char sign = 0;
  std::string text;  // of a word, in lower case
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void push_word(std::string word, std::vector<Token>* out) {
  Token t{Token::Kind::word, 0, word.size(), 0, std::move(word)};
  const auto found = months().find(t.text);
  if (found != months().end()) t.value = found->second;
  out->push_back(std::move(t));
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> out;
  const std::string low = lower(text);
  for (std::size_t at = 0; at < low.size();) {
    const auto c = static_cast<unsigned char>(low[at]);
    std::size_t end = at;
    if (is_digit(low[at])) {
      while (end < low.size() && is_digit(low[end])) ++end;
      Token t{Token::Kind::number, 0, end - at, 0, {}};
      if (t.size <= 8) t.value = std::stoi(low.substr(at, end - at));
      out.push_back(std::move(t));
    } else if ((c >= 'a' && c <= 'z') || c >= 0x80) {
      while (end < low.size() && ((low[end] >= 'a' && low[end] <= 'z') || static_cast<unsigned char>(low[end]) >= 0x80))
        ++end;
      push_word(low.substr(at, end - at), &out);
    } else {
      ++end;
      if (c != ' ') out.push_back({Token::Kind::sign, 0, 1, low[at], {}});
    }
    at = end;
  }
  return out;
}

// Reads dates at places of a list of tokens.
class Finder {
 public:
  Finder(std::vector<Token> tokens, bool month_first) : tokens_(std::move(tokens)), month_first_(month_first) {}

  std::optional<Stamp> first() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      for (const auto read : {&Finder::numbers, &Finder::east_asian, &Finder::day_first, &Finder::name_first}) {
        Stamp s;
        if (const std::size_t end = (this->*read)(i, &s); end > 0 && is_valid(s)) {
          take_clock(end, &s);
          return s;
        }
      }
    }
    return std::nullopt;
  }

 private:
  const Token* at(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  bool is_number(std::size_t i, std::size_t least, std::size_t most) const {
    const Token* t = at(i);
    return t != nullptr && t->kind == Token::Kind::number && t->size >= least && t->size <= most;
  }
  char sign(std::size_t i) const { return at(i) != nullptr && at(i)->kind == Token::Kind::sign ? at(i)->sign : '\0'; }
  bool is_word(std::size_t i, std::initializer_list<std::string_view> words) const {
    if (at(i) == nullptr || at(i)->kind != Token::Kind::word) return false;
    for (const std::string_view w : words)
      if (at(i)->text == w) return true;
    return false;
  }
  bool is_month(std::size_t i) const {
    return at(i) != nullptr && at(i)->kind == Token::Kind::word && at(i)->value > 0;
  }
  int value(std::size_t i) const { return tokens_[i].value; }

  int year(std::size_t i) const { return is_number(i, 4, 4) ? value(i) : is_number(i, 2, 2) ? 2000 + value(i) : 0; }

  // 2021-11-07, 2021/11/7, 07.11.2021, 11/7/2021
  std::size_t numbers(std::size_t i, Stamp* s) {
    const char parting = sign(i + 1);
    if ((parting != '-' && parting != '/' && parting != '.') || sign(i + 3) != parting) return 0;
    if (is_number(i, 4, 4) && is_number(i + 2, 1, 2) && is_number(i + 4, 1, 2)) {
      *s = {value(i), value(i + 2), value(i + 4), -1, -1, -1, {}, {}};
      return i + 5;
    }
    if (!is_number(i, 1, 2) || !is_number(i + 2, 1, 2) || year(i + 4) == 0) return 0;
    const bool swapped = (month_first_ && parting == '/' && value(i) <= 12) || value(i + 2) > 12;
    *s = {year(i + 4), value(swapped ? i : i + 2), value(swapped ? i + 2 : i), -1, -1, -1, {}, {}};
    return i + 5;
  }

  // 2021年11月7日, 2021년 11월 7일
  std::size_t east_asian(std::size_t i, Stamp* s) {
    if (!is_number(i, 4, 4) || !is_word(i + 1, {"年", "년"}) || !is_number(i + 2, 1, 2) ||
        !is_word(i + 3, {"月", "월"}) || !is_number(i + 4, 1, 2))
      return 0;
    *s = {value(i), value(i + 2), value(i + 4), -1, -1, -1, {}, {}};
    return i + 6;
  }

  // 7 November 2021, 7. Nov. 2021, 7 de noviembre de 2021, 7th of Nov, 2021
  std::size_t day_first(std::size_t i, Stamp* s) {
    if (!is_number(i, 1, 2)) return 0;
    std::size_t k = i + 1;
    if (is_word(k, {"st", "nd", "rd", "th", "er", "º", "°", "ª"}) || sign(k) == '.' || sign(k) == '-') ++k;
    if (is_word(k, {"de", "of", "d", "η"})) ++k;
    if (!is_month(k)) return 0;
    const int month = value(k++);
    if (sign(k) == '/' && is_month(k + 1) && value(k + 1) == month) k += 2;  // "24 نيسان / أبريل 2020"
    while (sign(k) == '.' || sign(k) == ',' || sign(k) == '-' || is_word(k, {"de", "del", "of", "-"})) ++k;
    if (!is_number(k, 4, 4)) return 0;
    *s = {value(k), month, value(i), -1, -1, -1, {}, {}};
    return k + 1;
  }

  // November 7, 2021; Nov. 7th 2021
  std::size_t name_first(std::size_t i, Stamp* s) {
    if (!is_month(i)) return 0;
    std::size_t k = i + 1;
    if (sign(k) == '.') ++k;
    if (!is_number(k, 1, 2)) return 0;
    const int day = value(k++);
    if (is_word(k, {"st", "nd", "rd", "th"})) ++k;
    if (sign(k) == ',' || sign(k) == '.') ++k;
    if (!is_number(k, 4, 4)) return 0;
    *s = {value(k), value(i), day, -1, -1, -1, {}, {}};
    return k + 1;
  }

  // A clock within a few tokens after the date: "at 03:12", ", 3.12 p.m."
  void take_clock(std::size_t i, Stamp* s) const {
    for (std::size_t k = i; k < i + 5 && k < tokens_.size(); ++k) {
      if (!is_number(k, 1, 2) || sign(k + 1) != ':' || !is_number(k + 2, 2, 2)) continue;
      int hour = value(k);
      const std::size_t after = k + 3;
      if (is_word(after, {"pm", "p"}) && hour < 12) hour += 12;
      if (is_word(after, {"am", "a"}) && hour == 12) hour = 0;
      if (hour > 23 || value(k + 2) > 59) return;
      s->hour = hour;
      s->minute = value(k + 2);
      return;
    }
  }

  std::vector<Token> tokens_;
  bool month_first_;
};

// Reads digits of a fixed width; -1 if they are not there.
int digits(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + width; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::string zone_of(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") return "Z";
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return {};
  const int hours = digits(text, 1, 2);
  const bool colon = text.size() > 3 && text[3] == ':';
  const int minutes = text.size() >= (colon ? 6u : 5u) ? digits(text, colon ? 4 : 3, 2) : 0;
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return {};
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", text[0], hours, minutes);
  return buffer.data();
}

// The clock of an ISO date, from its hour on.
void take_iso_clock(std::string_view text, Stamp* s) {
  const bool colons = text.size() > 2 && text[2] == ':';
  s->hour = digits(text, 0, 2);
  s->minute = digits(text, colons ? 3 : 2, 2);
  if (s->hour < 0 || s->minute < 0) {
    s->hour = -1;
    return;
  }
  std::size_t at = colons ? 5 : 4;
  if (at < text.size() && (!colons || text[at] == ':')) {
    const std::size_t begin = at + (colons ? 1 : 0);
    const std::size_t width = digits(text, begin, 2) < 0 ? 1 : 2;  // "23:15:0Z"
    s->second = digits(text, begin, width);
    if (s->second >= 0) at = begin + width;
  }
  if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
    std::size_t end = at + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end > at + 1 && s->second >= 0)
      s->fraction = "." + std::string(text.substr(at + 1, std::min<std::size_t>(end - at - 1, 9)));
    at = end;
  }
  s->zone = zone_of(text.substr(std::min(at, text.size())));
}

// What stands before the first dash of a paragraph, if that is near; else
// nothing.
std::string_view dateline_of(std::string_view paragraph) {
  constexpr std::size_t kLongestDateline = 110;
  std::size_t end = std::string_view::npos;
  for (const std::string_view dash : {" - ", " -- ", "—", "–", "―"}) end = std::min(end, paragraph.find(dash));
  return end <= kLongestDateline ? paragraph.substr(0, end) : std::string_view();
}

// Whether a dateline's words are names, months and the small words of dates:
// prose has others.
bool is_names(std::string_view text) {
  constexpr auto kSmall = std::to_array<std::string_view>(
      {"le", "la", "de", "del", "den", "der", "of", "on", "am", "el", "il", "st", "nd", "rd", "th", "and", "y", "und"});
  constexpr std::size_t kMostWords = 12;
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,.()/:;-", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty() || is_digit(word.front())) continue;
    ++words;
    const std::string low = lower(word);
    if (low.front() == word.front() && word.front() >= 'a' && word.front() <= 'z' && !months().contains(low) &&
        std::ranges::find(kSmall, low) == kSmall.end())
      return false;
  }
  return words > 0 && words <= kMostWords;
}

}  // namespace

std::string machine_date(std::string_view raw) {
  const std::string kept = tidy(raw.substr(0, kMostBytes));
  std::string_view text = kept;
  const int year = digits(text, 0, 4);
  if (year >= kFirstYear && year <= kLastYear) {
    const bool dashes = text.size() > 4 && (text[4] == '-' || text[4] == '/');
    const std::size_t day_at = dashes ? 8 : 6;
    Stamp s{year, digits(text, dashes ? 5 : 4, 2), digits(text, day_at, 2), -1, -1, -1, {}, {}};
    if (is_valid(s)) {
      std::string_view rest = text.substr(day_at + 2);
      while (!rest.empty() &&
             (rest.front() == 'T' || rest.front() == 't' || rest.front() == ' ' || rest.front() == ','))
        rest.remove_prefix(1);
      if (!rest.empty()) take_iso_clock(rest, &s);
      return to_string(s);
    }
  }
  if (text.size() == 10 || text.size() == 13) {  // seconds or milliseconds since 1970
    bool all = true;
    for (const char c : text) all = all && is_digit(c);
    if (all) {
      long long seconds = std::stoll(std::string(text.substr(0, 10)));
      const long long days = seconds / 86400;
      // Days to a date: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
      const long long z = days + 719468, era = z / 146097, doe = z - era * 146097;
      const long long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365,
                      doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
      const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
      Stamp s{static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0)),
              month,
              static_cast<int>(doy - (153 * mp + 2) / 5 + 1),
              -1,
              -1,
              -1,
              {},
              "Z"};
      seconds %= 86400;
      s.hour = static_cast<int>(seconds / 3600);
      s.minute = static_cast<int>(seconds / 60 % 60);
      s.second = static_cast<int>(seconds % 60);
      return is_valid(s) ? to_string(s) : std::string();
    }
  }
  return find_date(text, {});
}

std::string find_date(std::string_view text, std::string_view language) {
  text = text.substr(0, kMostBytes);
  // Nothing without a digit is a date: most calls end here.
  if (text.find_first_of("0123456789") == std::string_view::npos) return {};
  const bool month_first = language == "en-US" || language == "en_US" || language == "en-us" || language == "en";
  const auto found = Finder(tokens_of(text), month_first).first();
  return found ? to_string(*found) : std::string();
}

std::string dateline_date(std::string_view paragraph, std::string_view language) {
  const std::string_view head = dateline_of(paragraph);
  const bool agency_last = head.find('(') != std::string_view::npos;
  if (head.empty() || !is_names(agency_last ? head.substr(0, head.find('(')) : head)) return {};
  return find_date(head, language);
}

std::string url_date(std::string_view url) {
  for (std::size_t at = url.find_first_of("12"); at != std::string_view::npos; at = url.find_first_of("12", at + 1)) {
    if (at == 0 || is_digit(url[at - 1])) continue;
    const int year = digits(url, at, 4);
    if (year < kFirstYear || year > kLastYear) continue;
    const char parting = at + 4 < url.size() ? url[at + 4] : '\0';
    const bool parted = parting == '/' || parting == '-' || parting == '_' || parting == '.';
    if (parted) {
      std::size_t m = at + 5;
      const std::size_t month_size = digits(url, m, 2) >= 0 ? 2 : 1;
      const int month = digits(url, m, month_size);
      const std::size_t d = m + month_size + 1;
      if (month < 1 || d > url.size() || url[d - 1] != parting) continue;
      const std::size_t day_size = digits(url, d, 2) >= 0 ? 2 : 1;
      const Stamp s{year, month, digits(url, d, day_size), -1, -1, -1, {}, {}};
      if (is_valid(s) && (d + day_size >= url.size() || !is_digit(url[d + day_size]))) return to_string(s);
    } else if (is_digit(parting)) {
      const Stamp s{year, digits(url, at + 4, 2), digits(url, at + 6, 2), -1, -1, -1, {}, {}};
      if (is_valid(s)) return to_string(s);
    }
  }
  return {};
}

}  // namespace tellings::articles
