#include "tellings/articles/date.h"

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "tellings/articles/shape.h"
#include "tellings/articles/stamp.h"
#include "tellings/base/utf8.h"

// Text is cut into numbers, words and signs; a date is one of a few orders of
// them: year-month-day by signs, day-month-year by signs, and a month's name
// with a day and a year on either side.  Month names come from ICU once for
// some forty languages; where two languages disagree on a name (listopad is
// November in Polish and October in Croatian), the first in the list wins.
// Digits of any script count, and years of the Persian and the Thai calendar
// are turned into those of the Gregorian one.

namespace tellings::articles {
namespace {

constexpr std::size_t kMostBytes = 400;

constexpr auto kLocales = std::to_array<const char*>({
    "en",      "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb",    "nn", "fi", "is", "pl",
    "cs",      "sk", "hu", "ro", "bg", "ru", "uk", "el", "tr", "lt",    "lv", "et", "sl", "sr",
    "sr_Latn", "hr", "ca", "eu", "gl", "ga", "sq", "mk", "ar", "ar_LB", "he", "fa", "hi", "bn",
    "ta",      "te", "ur", "id", "ms", "vi", "th", "sw", "af", "ka",    "hy", "az", "kk",
});

using Months = std::unordered_map<std::string, int>;

// Months of the Persian calendar are numbered from here on.
constexpr int kPersian = 100;

void add_months(const icu::DateFormatSymbols& symbols, int base, Months* out) {
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
        if (name == "تیر") out->try_emplace("تير", base + m + 1);  // with an Arabic letter
        if (name.size() >= 3 && (static_cast<unsigned char>(name[0]) > '9')) out->try_emplace(name, base + m + 1);
      }
    }
  }
}

// Built once; reading it is safe from any thread.
const Months& months() {
  static const Months table = [] {
    Months out{{"sept", 9}, {"mär", 3}, {"mrz", 3}, {"jänner", 1}, {"feber", 2}, {"জানুয়ারি", 1}, {"ফেব্রুয়ারি", 2}};
    for (const char* name : kLocales) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::DateFormatSymbols symbols(icu::Locale(name), status);
      if (U_SUCCESS(status)) add_months(symbols, 0, &out);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols persian(icu::Locale("fa"), "persian", status);
    if (U_SUCCESS(status)) add_months(persian, kPersian, &out);
    return out;
  }();
  return table;
}

struct Token {
  enum class Kind : std::uint8_t { number, word, sign };
  Kind kind;
  int value = 0;         // of a number, up to eight digits; of a month's name its number
  std::size_t size = 0;  // digits
  char sign = 0;
  std::string text;  // of a word, in lower case
};

// The digit that a code point of some script stands for; -1 for none.
int digit_of(char32_t c) {
  for (const char32_t zero : {U'\u0660', U'\u06F0', U'\u0966', U'\u09E6', U'\uFF10'})
    if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
  return -1;
}

// The same text with 0 to 9 for the digits of other scripts, and with the
// letters that CLDR's names of months have for one that others write in Bengali.
std::string western(std::string text) {
  if (std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xD9; })) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (const int digit = digit_of(c.value); digit >= 0) {
      out.push_back(static_cast<char>('0' + digit));
    } else if (c.value == U'\u09DF') {
      out += "\u09AF\u09BC";
    } else {
      out.append(text, at, c.length);
    }
    at += c.length;
  }
  return out;
}

bool has_digit(std::string_view text) {
  if (text.find_first_of("0123456789") != std::string_view::npos) return true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) < 0xD9) continue;
    if (digit_of(code_point_at(text, at).value) >= 0) return true;
  }
  return false;
}

void push_word(std::string word, std::vector<Token>* out) {
  Token t{Token::Kind::word, 0, word.size(), 0, std::move(word)};
  auto found = months().find(t.text);
  if (found == months().end() && t.text.starts_with("ב")) found = months().find(t.text.substr(2));  // "in November"
  if (found != months().end()) t.value = found->second;
  out->push_back(std::move(t));
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> out;
  const std::string low = western(lower(text));
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

// What a word calls the date beside it.  Stems, in the languages of the news
// collections; of unspaced scripts, anywhere in a run of letters.
DateKind kind_named(std::string_view word) {
  constexpr auto kModified = std::to_array<std::string_view>(
      {"updat",      "aktualis",  "aktualiz", "modif",    "actualiz",     "actualis", "atualiz", "aggiorn",
       "bijgewerkt", "gewijzigd", "geändert", "änderung", "überarbeitet", "güncelle", "обновл",  "изменен",
       "оновлен",    "uppdater",  "oppdater", "opdater",  "päivit",       "ažurir",   "ενημ",    "zaktualiz",
       "revis",      "reviewed",  "edited",   "editiert", "zuletzt",      "jour",     "last",    "latest",
       "zmodyfik",   "frissít",   "módosít",  "ultima",   "senast",       "sist"});
  constexpr auto kPublished = std::to_array<std::string_view>(
      {"publi",  "veröffentlicht", "erschienen", "erstellt", "posted",   "gepostet",   "geplaatst", "opubli",
       "pubbli", "публик",         "опублик",    "created",  "erschien", "originally", "yayın",     "julkais",
       "objav",  "zveřejn",        "megjelen",   "angelegt", "verfasst", "geschrieben"});
  constexpr auto kModifiedAnywhere =
      std::to_array<std::string_view>({"更新", "修正", "수정", "업데이트", "تحديث", "עודכן", "به روز"});
  constexpr auto kPublishedAnywhere =
      std::to_array<std::string_view>({"公開", "掲載", "配信", "发布", "發布", "입력", "등록", "نشر", "פורסם"});
  for (const std::string_view stem : kModified)
    if (word.starts_with(stem)) return DateKind::modified;
  for (const std::string_view stem : kPublished)
    if (word.starts_with(stem)) return DateKind::published;
  for (const std::string_view part : kModifiedAnywhere)
    if (word.find(part) != std::string_view::npos) return DateKind::modified;
  for (const std::string_view part : kPublishedAnywhere)
    if (word.find(part) != std::string_view::npos) return DateKind::published;
  return DateKind::plain;
}

// Years of the Persian calendar (1370 is 1991) and the Thai one (2540 is 1997)
// become those of the Gregorian one.
void make_gregorian(Stamp* s) {
  constexpr int kFirstPersian = 1370, kLastPersian = 1413, kThai = 543;
  if (s->year >= kFirstYear + kThai && s->year <= kLastYear + kThai && s->month <= kPersian) s->year -= kThai;
  if (s->year < kFirstPersian || s->year > kLastPersian) return;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale("fa@calendar=persian"), status));
  if (U_FAILURE(status) || s->day < 1 || s->day > 31) return;
  calendar->clear();
  calendar->set(s->year, s->month - (s->month > kPersian ? kPersian : 0) - 1, s->day);
  const double ms = calendar->getTime(status);
  if (U_FAILURE(status)) return;
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(static_cast<int>(ms / 86'400'000.0)))};
  s->year = static_cast<int>(day.year());
  s->month = static_cast<int>(static_cast<unsigned>(day.month()));
  s->day = static_cast<int>(static_cast<unsigned>(day.day()));
}

// Reads dates at places of a list of tokens.
class Finder {
 public:
  Finder(std::vector<Token> tokens, bool month_first) : tokens_(std::move(tokens)), month_first_(month_first) {}

  std::optional<Stamp> first() {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (Stamp s; read(i, &s) > 0) return s;
    return std::nullopt;
  }

  // Every date, with what the words before it call it, or those behind it.
  std::vector<NamedDate> all() {
    std::vector<NamedDate> out;
    std::size_t before = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      Stamp s;
      const std::size_t end = read(i, &s);
      if (end == 0) continue;
      out.push_back({kind_of(before, i), to_string(s)});
      if (out.back().kind == DateKind::plain) out.back().kind = kind_behind(end);
      before = end;
      i = end - 1;
    }
    return out;
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
  // Reads a date at token i; the token after it, 0 if there is none.
  std::size_t read(std::size_t i, Stamp* s) {
    for (const auto form : {&Finder::numbers, &Finder::east_asian, &Finder::day_first, &Finder::name_first}) {
      *s = {};
      const std::size_t end = (this->*form)(i, s);
      if (end == 0) continue;
      make_gregorian(s);
      if (!is_valid(*s)) continue;
      take_clock(end, s);
      return end;
    }
    return 0;
  }

  // The last telling word of tokens [begin, end): "published", "updated".
  DateKind kind_of(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i-- > begin;) {
      if (tokens_[i].kind != Token::Kind::word) continue;
      if (const DateKind kind = kind_named(tokens_[i].text); kind != DateKind::plain) return kind;
    }
    return DateKind::plain;
  }

  // Behind a date, letters of unspaced scripts belong to it; of other words
  // only "published" does, since "updated" announces another date or a clock.
  DateKind kind_behind(std::size_t i) const {
    constexpr std::size_t kWordsBehind = 10;  // "um 14:48 von Ann Lee geschrieben"
    for (std::size_t k = i; k < std::min(i + kWordsBehind, tokens_.size()); ++k) {
      if (tokens_[k].kind != Token::Kind::word) continue;
      const DateKind kind = kind_named(tokens_[k].text);
      if (static_cast<unsigned char>(tokens_[k].text[0]) >= 0xE3) return kind;
      if (kind != DateKind::plain) return kind == DateKind::published ? kind : DateKind::plain;
    }
    return DateKind::plain;
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

  // What a/b/2021 says of the order of months and days, if only one is possible.
 public:
  int order() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is_number(i, 1, 2) || sign(i + 1) != '/' || !is_number(i + 2, 1, 2) || sign(i + 3) != '/') continue;
      if (year(i + 4) == 0 || value(i) < 1 || value(i + 2) < 1 || value(i) > 31 || value(i + 2) > 31) continue;
      if (value(i) > 12 && value(i + 2) <= 12) return -1;
      if (value(i + 2) > 12 && value(i) <= 12) return 1;
    }
    return 0;
  }

 private:
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
      const bool colon = sign(k + 1) == ':' || is_word(k + 1, {"時", "时", "시", "点"});
      if (!is_number(k, 1, 2) || !colon || !is_number(k + 2, 2, 2)) continue;
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

bool puts_month_first(std::string_view language) {
  return language == "en-US" || language == "en_US" || language == "en-us" || language == "en";
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

std::string find_date(std::string_view text, std::string_view language) {
  text = text.substr(0, kMostBytes);
  // Nothing without a digit is a date: most calls end here.
  if (!has_digit(text)) return {};
  const auto found = Finder(tokens_of(text), puts_month_first(language)).first();
  return found ? to_string(*found) : std::string();
}

std::vector<NamedDate> dates_in(std::string_view text, std::string_view language) {
  text = text.substr(0, kMostBytes);
  if (!has_digit(text)) return {};
  return Finder(tokens_of(text), puts_month_first(language)).all();
}

int order_of(std::string_view text) {
  text = text.substr(0, kMostBytes);
  const std::size_t slash = text.find('/');
  return slash == std::string_view::npos ? 0 : Finder(tokens_of(text), false).order();
}

std::string dateline_date(std::string_view paragraph, std::string_view language) {
  const std::string_view head = dateline_of(paragraph);
  const bool agency_last = head.find('(') != std::string_view::npos;
  if (head.empty() || !is_names(agency_last ? head.substr(0, head.find('(')) : head)) return {};
  return find_date(head, language);
}

}  // namespace tellings::articles
