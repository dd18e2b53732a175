// A wire report is printed as "BAGHDAD (AP) — ..." and reprinted with the
// agency's name cut from the dateline, or with the whole dateline cut, or with a
// line at the end: "The Associated Press contributed to this report."  None of
// these proves who copied whom, but each goes one way more often than the other.
#include "tellings/lineage/clues.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "tellings/base/utf8.h"
#include "tellings/text/words.h"

namespace tellings::lineage {
namespace {

struct Agency {
  std::string_view brief;
  std::string_view name;
};

// Agencies whose reports are reprinted, as datelines and credits abbreviate them.
constexpr std::array kAgencies = std::to_array<Agency>({
    {"AA", "Anadolu Agency"},
    {"AAP", "Australian Associated Press"},
    {"AFP", "Agence France-Presse"},
    {"ANI", "Asian News International"},
    {"ANSA", "ANSA"},
    {"AP", "Associated Press"},
    {"APA", "Austria Press Agency"},
    {"CP", "Canadian Press"},
    {"DPA", "Deutsche Presse-Agentur"},
    {"dpa", "Deutsche Presse-Agentur"},
    {"EFE", "EFE"},
    {"IANS", "Indo-Asian News Service"},
    {"Interfax", "Interfax"},
    {"Kyodo", "Kyodo News"},
    {"PA", "PA Media"},
    {"PTI", "Press Trust of India"},
    {"Reuters", "Reuters"},
    {"TASS", "TASS"},
    {"UPI", "United Press International"},
    {"Xinhua", "Xinhua News Agency"},
    {"Yonhap", "Yonhap News Agency"},
});

// A dateline is at most so long: "WASHINGTON, Sept. 12 (Associated Press) —".
constexpr std::size_t kLongestDatelineBytes = 72;

// A credit line has at most so many words.
constexpr std::size_t kLongestCreditWords = 14;

bool is_dash(char32_t c) { return c == U'\u2014' || c == U'\u2013' || c == U'-' || c == U'\u2012' || c == U'\u2015'; }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::string_view agency_named(std::string_view text) {
  for (const Agency& a : kAgencies) {
    if (text == a.brief || text == a.name) return a.name;
  }
  return {};
}

// The words inside the first brackets: "AP" of "CAIRO (AP)".
std::string_view bracketed(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos) return {};
  const std::size_t close = text.find(')', open);
  return close == std::string_view::npos ? std::string_view() : text.substr(open + 1, close - open - 1);
}

// True for a place as datelines write it: capital letters but for brackets.
bool is_dateline_place(std::string_view text) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t depth = 0;
  for (const char c : text) {
    depth += c == '(';
    if (depth == 0) {
      upper += is_upper(c);
      lower += is_lower(c);
    }
    depth -= c == ')' && depth > 0;
  }
  return upper >= 3 && upper > 2 * lower;
}

// The length of the dateline at the head of the text, with its dash; 0 if none.
std::size_t dateline_length(std::string_view text) {
  const std::size_t limit = std::min(text.size(), kLongestDatelineBytes);
  for (std::size_t i = 0; i < limit;) {
    const CodePoint c = code_point_at(text, i);
    if (c.value == U'\n') return 0;
    const bool after_space = i > 0 && (text[i - 1] == ' ' || text[i - 1] == ')');
    if (is_dash(c.value) && after_space) {
      if (!is_dateline_place(text.substr(0, i))) return 0;
      while (i < text.size() && (is_dash(code_point_at(text, i).value) || text[i] == ' ')) {
        i += code_point_at(text, i).length;
      }
      return i;
    }
    i += c.length;
  }
  return 0;
}

// The agency that a line gives as the text's origin, or nothing.
std::string_view credited(std::string_view line) {
  while (!line.empty() && (line.back() == '.' || line.back() == ' ' || line.back() == ')')) line.remove_suffix(1);
  while (!line.empty() && (line.front() == '(' || line.front() == ' ' || is_dash(code_point_at(line, 0).value))) {
    line.remove_prefix(code_point_at(line, 0).length);
  }
  if (const auto whole = agency_named(line); !whole.empty()) return whole;
  if (line.starts_with("The ")) line.remove_prefix(4);
  const bool contributes = line.find("contributed to this") != std::string_view::npos;
  const bool from = line.starts_with("Source:") || line.starts_with("With ") || line.starts_with("From ");
  for (const Agency& a : kAgencies) {
    if (line == a.name) return a.name;
    if ((contributes || from) && line.find(a.name) != std::string_view::npos) return a.name;
  }
  return {};
}

void add(std::string_view name, std::vector<std::string>* list) {
  const auto place = std::lower_bound(list->begin(), list->end(), name);
  if (place == list->end() || *place != name) list->insert(place, std::string(name));
}

// Agencies as in "two officials told The Associated Press that".
void find_told(std::string_view text, std::vector<std::string>* told) {
  constexpr std::string_view kCue = " told ";
  for (std::size_t i = text.find(kCue); i != std::string_view::npos; i = text.find(kCue, i + 1)) {
    std::string_view rest = text.substr(i + kCue.size(), 40);
    if (rest.starts_with("The ") || rest.starts_with("the ")) rest.remove_prefix(4);
    for (const Agency& a : kAgencies) {
      for (const std::string_view form : {a.name, a.brief}) {
        if (rest.starts_with(form) && (rest.size() == form.size() || !is_lower(rest[form.size()]))) add(a.name, told);
      }
    }
  }
}

void find_credit_lines(const Article& article, Clues* out) {
  for (auto p = article.paragraphs.rbegin(); p != article.paragraphs.rend(); ++p) {
    if (p->begin < out->body.begin || p == article.paragraphs.rend() - 1) return;
    const std::string_view line = slice(article.text, *p);
    if (line.size() > 160 || text::words(line).size() > kLongestCreditWords) return;
    const std::string_view agency = credited(line);
    if (agency.empty()) return;
    add(agency, &out->credits);
    out->credit_line = true;
    out->body.end = (p + 1)->end;
  }
}

// --- times -------------------------------------------------------------------------------

// Takes a number of exactly `digits` digits.
std::optional<int> take_number(std::string_view* text, std::size_t digits) {
  int value = 0;
  if (text->size() < digits) return {};
  const auto [end, error] = std::from_chars(text->data(), text->data() + digits, value);
  if (error != std::errc() || end != text->data() + digits || value < 0) return {};
  text->remove_prefix(digits);
  return value;
}

bool take(char c, std::string_view* text) {
  if (text->empty() || text->front() != c) return false;
  text->remove_prefix(1);
  return true;
}

std::int64_t seconds_of(std::chrono::year_month_day day) {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::sys_days(day).time_since_epoch()).count();
}

// Takes "Z", "+03:00", "-0500"; seconds east of Greenwich.
std::int64_t take_zone(std::string_view* text) {
  const int sign = take('+', text) ? 1 : take('-', text) ? -1 : 0;
  if (sign == 0) return 0;
  const int hours = take_number(text, 2).value_or(0);
  take(':', text);
  return sign * (hours * 3600 + take_number(text, 2).value_or(0) * 60);
}

}  // namespace

std::optional<TimeRange> parse_time(std::string_view text) {
  namespace chrono = std::chrono;
  const auto year = take_number(&text, 4);
  if (!year) return {};
  const chrono::year y(*year);
  const auto month = take('-', &text) ? take_number(&text, 2) : std::nullopt;
  if (!month) return TimeRange{seconds_of(y / 1 / 1), seconds_of((y + chrono::years(1)) / 1 / 1) - 1};
  const chrono::year_month m = y / chrono::month(static_cast<unsigned>(*month));
  if (!m.ok()) return {};
  const auto day = take('-', &text) ? take_number(&text, 2) : std::nullopt;
  if (!day) return TimeRange{seconds_of(m / 1), seconds_of((m + chrono::months(1)) / 1) - 1};
  const chrono::year_month_day d = m / chrono::day(static_cast<unsigned>(*day));
  if (!d.ok()) return {};
  const std::int64_t midnight = seconds_of(d);
  const auto hour = take('T', &text) || take(' ', &text) ? take_number(&text, 2) : std::nullopt;
  const auto minute = hour && take(':', &text) ? take_number(&text, 2) : std::nullopt;
  if (!minute) return TimeRange{midnight, midnight + 86399};
  const auto second = take(':', &text) ? take_number(&text, 2) : std::nullopt;
  if (take('.', &text)) text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
  const std::int64_t t = midnight + *hour * 3600 + *minute * 60 + second.value_or(0) - take_zone(&text);
  return TimeRange{t, t + (second ? 0 : 59)};
}

Clues read_clues(const Article& article) {
  Clues out;
  const std::string_view text = article.text;
  const std::size_t head = dateline_length(text);
  out.body = {static_cast<std::uint32_t>(head), static_cast<std::uint32_t>(text.size())};
  std::string_view line = text.substr(0, head);
  for (const Dropped& d : article.dropped) {
    if (line.empty() && d.why == DropReason::dateline) line = d.text;
  }
  if (!line.empty()) {
    const std::string_view agency = agency_named(bracketed(line));
    out.dateline = agency.empty() ? Dateline::place : Dateline::agency;
    if (!agency.empty()) add(agency, &out.credits);
  }
  for (const Dropped& d : article.dropped) out.credit_line |= !credited(d.text).empty() && d.text.size() <= 160;
  find_credit_lines(article, &out);
  for (const std::string& c : article.credits) add(c, &out.credits);
  find_told(text, &out.told);
  out.time = parse_time(article.published);
  return out;
}

}  // namespace tellings::lineage
