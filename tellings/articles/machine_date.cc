#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "tellings/articles/date.h"
#include "tellings/articles/shape.h"
#include "tellings/articles/stamp.h"

// Dates that were written for machines: ISO 8601 and its cousins, seconds since
// 1970, and the paths of URLs.

namespace tellings::articles {
namespace {

constexpr std::size_t kMostBytes = 400;

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
      const long long seconds = std::stoll(std::string(text.substr(0, 10)));
      const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
      const auto midnight = std::chrono::floor<std::chrono::days>(moment);
      const std::chrono::year_month_day day{midnight};
      const std::chrono::hh_mm_ss clock{moment - midnight};
      const Stamp s{static_cast<int>(day.year()),
                    static_cast<int>(static_cast<unsigned>(day.month())),
                    static_cast<int>(static_cast<unsigned>(day.day())),
                    static_cast<int>(clock.hours().count()),
                    static_cast<int>(clock.minutes().count()),
                    static_cast<int>(clock.seconds().count()),
                    {},
                    "Z"};
      return is_valid(s) ? to_string(s) : std::string();
    }
  }
  std::string date = find_date(text, {});
  const std::size_t last = text.find_last_of(" :");
  if (constexpr std::size_t kToMinutes = 16; date.size() == kToMinutes && last != std::string_view::npos) {
    if (const std::string zone = zone_of(text.substr(last + 1)); !zone.empty()) date += ":00" + zone;
  }
  return date;
}

std::string url_date(std::string_view url) {
  // An archive's address begins with the day on which the page was stored.
  for (const std::string_view archive : {"web.archive.org/web/", "archive.org/wayback/"}) {
    const std::size_t at = url.find(archive);
    if (at != std::string_view::npos) url.remove_prefix(std::min(url.find('/', at + archive.size()), url.size()));
  }
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
