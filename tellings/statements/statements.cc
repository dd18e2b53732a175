// Reads each article once (tokens, tags), then lets every reader of this folder
// find its kind; what needs the whole run (the year of a date, who is who)
// comes after, in the order of the articles.

#include "tellings/statements/statements.h"

#include <algorithm>

#include "tellings/base/threads.h"
#include "tellings/statements/dates.h"
#include "tellings/statements/english.h"
#include "tellings/statements/figures.h"
#include "tellings/statements/numbers.h"
#include "tellings/statements/recogniser.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {
namespace {

// What is known of an article before the others are looked at.
struct Draft {
  std::vector<Statement> statements;
  std::vector<Date> dates;
  std::vector<DateMention> mentions;
  Day anchor;
};

Draft draft(const Article& article) {
  Draft out;
  Reading reading = read(article.text);
  tag(&reading, english());
  out.mentions = find_dates(reading);
  out.anchor = anchor_of(article.published, reading, out.mentions);
  std::vector<bool> taken(reading.tokens.size());
  for (const DateMention& m : out.mentions) {
    for (std::size_t i = m.first; i < m.last; ++i) taken[i] = true;
    out.dates.push_back({reading.cover(m.first, m.last), {}, reading.sentences[reading.sentence_of[m.first]].span});
  }
  const std::vector<Number> numbers = find_numbers(reading, taken);
  for (Figure& f : find_figures(reading, numbers)) out.statements.push_back(std::move(f));
  for (const Named& n : recognise(reading, english())) {
    out.statements.push_back(Name{reading.cover(n.first, n.last), n.type, 0});
  }
  return out;
}

void add_dates(Draft* d) {
  for (std::size_t i = 0; i < d->mentions.size(); ++i) {
    d->dates[i].value = resolve(d->mentions[i], d->anchor);
    if (!d->dates[i].value.empty()) d->statements.push_back(d->dates[i]);
  }
}

}  // namespace

std::vector<std::vector<Statement>> read_statements(std::span<const Article> articles, std::size_t threads) {
  std::vector<Draft> drafts(articles.size());
  parallel_for(articles.size(), threads, [&](std::size_t i) { drafts[i] = draft(articles[i]); });
  std::vector<std::vector<Statement>> out(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    add_dates(&drafts[i]);
    out[i] = std::move(drafts[i].statements);
    std::ranges::stable_sort(out[i], {}, [](const Statement& s) { return span_of(s); });
  }
  return out;
}

double same_name(std::string_view a, std::string_view b) { return a == b ? 1 : 0; }

}  // namespace tellings::statements
