#include "tellings/articles/visible_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>

#include "tellings/articles/date.h"
#include "tellings/articles/hints.h"
#include "tellings/articles/host.h"
#include "tellings/articles/shape.h"

namespace tellings::articles {
namespace {

// A date farther above the headline than so many lines is the site's clock.
constexpr std::size_t kFarAbove = 4;

constexpr std::size_t kVeryFar = 1000;

std::size_t lines_between(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

bool stands_in(const Mark& m, Inside what) { return (m.inside >> static_cast<unsigned>(what) & 1u) != 0; }

bool is_about_others(std::uint32_t hints) {
  return has_hint(hints, Hint::related) || has_hint(hints, Hint::comment) || has_hint(hints, Hint::sidebar);
}

// Whether a mark belongs to a list of other articles, a comment, a post shown
// in the text.
bool is_of_others(const Mark& m) {
  return is_about_others(m.hints) || has_hint(m.hints, Hint::list) || stands_in(m, Inside::quote);
}

// The line that says what the title says, rather a heading of the first rank,
// of several the last one before the body; else the last such heading there.
std::optional<std::size_t> headline_of(const Page& page, std::string_view title, std::size_t first_paragraph) {
  constexpr std::uint8_t kH1 = 6;
  const auto& lines = page.lines.list;
  const std::uint64_t hash = letters_hash(title);
  std::optional<std::size_t> heading, line;
  for (std::size_t i = 0; i < lines.size() && hash != 0; ++i) {
    if (lines[i].hash != hash) continue;
    if (i <= first_paragraph || !line) line = i;
    if (lines[i].place.tag == kH1 && (i <= first_paragraph || !heading)) heading = i;
  }
  if (heading || line) return heading ? heading : line;
  for (const Mark& m : page.marks)
    if (m.kind == Mark::Kind::h1 && !m.text.empty() && m.line <= first_paragraph) heading = m.line;
  return heading;
}

std::size_t last_kept(const Page& page) {
  for (std::size_t i = page.lines.list.size(); i-- > 0;)
    if (!page.lines.list[i].drop) return i;
  return 0;
}

// Where English is written with the day first.
bool is_day_first(std::string_view host) {
  constexpr auto kEnds = std::to_array<std::string_view>(
      {".uk", ".au", ".nz", ".ie", ".in", ".za", ".eu", ".ng", ".ke", ".gh", ".pk", ".lk", ".bd", ".sg", ".my", ".hk"});
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return host.ends_with(end); });
}

// What a/b/2021 means on this page: the page's other dates, then its language
// and the country of its address.
std::string_view language_of(const Page& page, std::string_view language, std::string_view url) {
  constexpr std::string_view kMonthFirst = "en-US";
  int votes = 0;
  for (const Line& l : page.lines.list)
    if (l.shape.digits >= 5 && l.shape.words < 40) votes += order_of(l.text);
  if (votes != 0) return votes > 0 ? kMonthFirst : std::string_view();
  if (language == "en" && is_day_first(host_of(url))) return {};
  return language;
}

// A line's dates, with the word above it where that alone says what they are:
// "Last updated" / "7 November 2021".
std::vector<NamedDate> named_dates(const Page& page, std::size_t line, std::string_view language) {
  constexpr int kLabelWords = 3;
  const Line& l = page.lines.list[line];
  if (l.shape.digits < 3) return {};
  std::vector<NamedDate> dates = dates_in(l.text, language);
  if (dates.empty() || dates[0].kind != DateKind::plain || line == 0) return dates;
  const Line& label = page.lines.list[line - 1];
  if (label.shape.words > kLabelWords || label.shape.digits > 0) return dates;
  return dates_in(label.text + " " + l.text, language);
}

// Days since 1970 of a date that has all of year, month, day; else nothing.
std::optional<long> day_number(std::string_view date) {
  if (date.size() < 10) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    std::from_chars(date.data() + at, date.data() + at + size, value);
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  return std::chrono::sys_days(day).time_since_epoch().count();
}

}  // namespace

VisibleDates::VisibleDates(const Page& page, std::string_view title, std::string_view language, std::string_view url,
                           std::size_t first_paragraph)
    : page_(page),
      language_(language_of(page, language, url)),
      first_(first_paragraph),
      last_(last_kept(page)),
      headline_(headline_of(page, title, first_paragraph)) {}

std::optional<std::string> VisibleDates::by_headline() const {
  constexpr std::size_t kAbove = 3, kBelow = 10, kNext = 4;
  constexpr int kBare = 9, kMarked = 14, kNamed = 16;  // words of a line
  const auto& lines = page_.lines.list;
  const std::size_t head = headline_.value_or(first_);
  const std::size_t begin = head > kAbove ? head - kAbove : 0;
  const std::size_t end = std::min({head + kBelow, std::max(first_, head) + 2, lines.size()});
  Shown best;
  for (std::size_t i = begin; i < end; ++i) {
    const Line& l = lines[i];
    if (i == head || l.shape.words > kNamed) continue;
    // Right under the headline even a "side" column is the article's own.
    const bool next = i > head && i <= head + kNext;
    if (!next && is_about_others(l.place.hints_own | l.place.hints_near)) continue;
    if (next && has_hint(l.place.hints_own | l.place.hints_near, Hint::comment)) continue;
    if (l.place.is_in(Inside::aside) || l.place.is_in(Inside::nav) || l.place.is_in(Inside::footer)) continue;
    if (i < head && (has_hint(l.place.hints_own | l.place.hints_near, Hint::list) || l.place.is_in(Inside::list)))
      continue;
    const bool marked = has_hint(l.place.hints_own | l.place.hints_near, Hint::date);
    for (const NamedDate& d : named_dates(page_, i, language_)) {
      if (d.kind == DateKind::modified) continue;
      const bool named = d.kind == DateKind::published;
      if (!named && l.shape.words > (marked ? kMarked : kBare)) continue;
      const double score = 10 + (named ? 2 : 0) + (marked ? 1 : 0) - (i < head ? 2 : 0) -
                           0.2 * static_cast<double>(lines_between(i, head));
      if (score > best.score) best = {d.date, score};
    }
  }
  if (best.date.empty()) return std::nullopt;
  return best.date;
}

std::string VisibleDates::changed() const {
  constexpr std::size_t kReach = 8;
  constexpr int kMostWords = 30;
  const auto& lines = page_.lines.list;
  const auto look = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < std::min(end, lines.size()); ++i) {
      if (lines[i].shape.words > kMostWords || is_about_others(lines[i].place.hints_own | lines[i].place.hints_near))
        continue;
      for (NamedDate& d : named_dates(page_, i, language_))
        if (d.kind == DateKind::modified) return std::move(d.date);
    }
    return std::string();
  };
  const std::size_t head = headline_.value_or(first_);
  std::string date = look(head > kReach ? head - kReach : 0, std::max(head + kReach, first_ + 1));
  return !date.empty() ? date : look(last_ + 1, last_ + 1 + kReach);
}

std::string VisibleDates::behind_body() const {
  constexpr std::size_t kReach = 8;
  const auto& lines = page_.lines.list;
  for (const int most_words : {12, 60}) {
    for (std::size_t i = last_ > 2 ? last_ - 2 : 0; i < std::min(last_ + kReach, lines.size()); ++i) {
      // Its own hints may come from a link to the comments in it.
      if (lines[i].shape.words > most_words || is_about_others(lines[i].place.hints_near)) continue;
      for (NamedDate& d : named_dates(page_, i, language_))
        if (d.kind == DateKind::published) return std::move(d.date);
    }
  }
  return {};
}

Shown VisibleDates::marked() const {
  Shown best;
  for (const Mark& m : page_.marks) {
    if (m.kind == Mark::Kind::h1 || m.kind == Mark::Kind::author_link) continue;
    std::string date = machine_date(m.value);
    const bool exact = !date.empty();
    if (!exact) date = find_date(m.text, language_);
    if (date.empty()) continue;
    const auto distance = static_cast<double>(
        std::min(lines_between(m.line, first_), headline_ ? lines_between(m.line, *headline_) : kVeryFar));
    double score = 3 + (m.kind == Mark::Kind::time ? 1 : 0) + (exact ? 0.5 : 0) - std::min(distance, 60.0) / 12;
    if (m.line > first_ + 1) score -= 1;
    if (headline_ && m.line + kFarAbove < *headline_) score -= 1.5;
    if (stands_in(m, Inside::article) || stands_in(m, Inside::main)) score += 1;
    if (stands_in(m, Inside::aside) || stands_in(m, Inside::nav) || stands_in(m, Inside::footer)) score -= 2;
    if (is_of_others(m)) score -= stands_in(m, Inside::quote) || has_hint(m.hints, Hint::comment) ? 3 : 1.5;
    if (has_hint(m.hints, Hint::date)) score += 0.7;
    if (m.text.size() > 200) score -= 1;
    if (score > best.score) best = {std::move(date), score};
  }
  return best;
}

std::string VisibleDates::near_body() const {
  constexpr std::size_t kReach = 12;
  const auto& lines = page_.lines.list;
  const std::size_t begin = first_ > kReach ? first_ - kReach : 0;
  for (const int most_words : {12, 40})
    for (std::size_t i = std::min(first_ + 2, lines.size()); i-- > begin;) {
      if (lines[i].shape.words > most_words || lines[i].shape.digits < 3) continue;
      if (std::string date = find_date(lines[i].text, language_); !date.empty()) return date;
    }
  return {};
}

std::string VisibleDates::commonest() const {
  std::map<std::string, int> count;
  for (const Line& l : page_.lines.list) {
    if (l.shape.digits < 3 || l.shape.words > 60) continue;
    if (has_hint(l.place.hints_own | l.place.hints_near, Hint::comment) || has_hint(l.place.hints_own, Hint::related))
      continue;
    if (std::string date = find_date(l.text, language_); !date.empty()) ++count[date.substr(0, 10)];
  }
  const auto best = std::ranges::max_element(
      count, {}, [](const auto& entry) { return std::pair(entry.second, std::string_view(entry.first)); });
  return best != count.end() ? best->first : std::string();
}

std::string VisibleDates::local_day_of(std::string_view moment) const {
  std::string other;
  for (const Mark& m : page_.marks) {
    if (m.kind == Mark::Kind::h1 || m.kind == Mark::Kind::author_link || is_of_others(m)) continue;
    if (m.line > first_ + 1 || m.line + 3 * kFarAbove < first_ || m.text.size() > 80) continue;
    const std::string date = find_date(m.text, language_).substr(0, 10);
    if (date == moment.substr(0, 10)) return {};
    if (other.empty() && is_local_day(date, moment)) other = date;
  }
  return other;
}

bool is_local_day(std::string_view day, std::string_view moment) {
  constexpr std::string_view kLastWest = "10", kFirstEast = "12";  // Hawaii is ten hours behind, Auckland twelve ahead
  if ((!moment.ends_with("Z") && !moment.ends_with("+00:00")) || moment.size() < 14) return false;
  const auto here = day_number(day), there = day_number(moment);
  if (!here || !there) return false;
  const std::string_view hour = moment.substr(11, 2);
  return (*there == *here + 1 && hour < kLastWest) || (*there == *here - 1 && hour >= kFirstEast);
}

}  // namespace tellings::articles
