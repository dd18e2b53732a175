#include "tellings/findings/answers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "tellings/findings/days.h"

namespace tellings::findings {
namespace {

// A speaker who is named, not "police".
bool is_named(const Figure& f) { return !f.speakers.empty() && f.speakers.front().name.find(' ') != std::string::npos; }

// "Millions", "tens of thousands": words whose bounds are convention, not said.
bool is_vague(const Figure& f, std::string_view words) {
  constexpr double kThousands = 2000;
  const bool digits = words.find_first_of("0123456789") != std::string_view::npos;
  return f.low && f.high && *f.low != *f.high && *f.low > kThousands && !digits;
}

// One article for every speaker on whom several rest, and all others.
std::vector<ArticleNo> articles_by_speaker(std::span<const Reading* const> readings) {
  std::map<std::string, std::vector<ArticleNo>> on_his_word;
  std::set<ArticleNo> own;
  for (const Reading* r : readings) {
    if (is_named(*r->figure)) {
      on_his_word[r->figure->speakers.front().name].push_back(r->article);
    } else {
      own.insert(r->article);
    }
  }
  for (const auto& [_, articles] : on_his_word) {
    if (std::ranges::none_of(articles, [&](ArticleNo a) { return own.contains(a); })) own.insert(articles.front());
  }
  return {own.begin(), own.end()};
}

}  // namespace

Value answer(const Board& board, std::span<const Reading* const> readings) {
  const Figure& first = *readings.front()->figure;
  Value out;
  const std::string_view words = slice(board.tellings[readings.front()->telling].text, first.span);
  if (is_vague(first, words)) {
    out.value = words;
  } else {
    out.value = in_digits(first);
    out.low = first.low;
    out.high = first.high;
  }
  for (const Reading* r : readings) {
    if (out.evidence.empty() || out.evidence.back().article != r->article) {
      out.evidence.push_back({r->article, r->figure->span});
    }
  }
  out.articles = articles_of(out.evidence);
  out.witnesses = board.witnesses.count(articles_by_speaker(readings));
  for (const Speaker& s : first.speakers) out.speakers.push_back(s.name);
  return out;
}

Finding question_of(const Reading& r) {
  const Figure& f = *r.figure;
  Finding out;
  out.role = f.role;
  out.noun = f.noun;
  out.unit = f.unit;
  if (r.key == "age") {
    out.about = "age of " + r.subject;
    return out;
  }
  out.about = f.noun.empty() ? (f.unit == "person" ? "people" : f.unit) : f.noun;
  if (!f.role.empty()) out.about += (out.about.empty() ? "" : " ") + f.role;
  return out;
}

bool one_article_has_both(std::span<const Reading* const> a, std::span<const Reading* const> b) {
  for (const Reading* x : a) {
    for (const Reading* y : b) {
      if (x->article != y->article) continue;
      const auto& one = x->figure->speakers;
      const auto& other = y->figure->speakers;
      if (one.empty() || other.empty() || one.front().name == other.front().name) return true;
    }
  }
  return false;
}

std::optional<int> days_between(const Board& board, std::span<const Reading* const> earlier,
                                std::span<const Reading* const> later) {
  std::optional<int> first;
  std::optional<int> last;
  for (const Reading* r : earlier) {
    const auto day = day_of(board.tellings[r->telling].published);
    if (day && (!first || *day < *first)) first = day;
  }
  for (const Reading* r : later) {
    const auto day = day_of(board.tellings[r->telling].published);
    if (day && (!last || *day > *last)) last = day;
  }
  if (!first || !last) return std::nullopt;
  return *last - *first;
}

bool holds_with(const Reading& a, const Reading& b) { return compare(a.reach, b.reach) != Relation::apart; }

}  // namespace tellings::findings
