// Reads each article once (tokens, tags), then lets every reader of this folder
// find its kind; what needs the whole run (the year of a date, who is who)
// comes after, in the order of the articles.

#include "tellings/statements/statements.h"

#include <algorithm>

#include "tellings/base/threads.h"
#include "tellings/statements/anchors.h"
#include "tellings/statements/attributions.h"
#include "tellings/statements/corrections.h"
#include "tellings/statements/dates.h"
#include "tellings/statements/english.h"
#include "tellings/statements/entities.h"
#include "tellings/statements/figures.h"
#include "tellings/statements/marks.h"
#include "tellings/statements/name_repair.h"
#include "tellings/statements/numbers.h"
#include "tellings/statements/recogniser.h"
#include "tellings/statements/singles.h"
#include "tellings/statements/speakers.h"
#include "tellings/statements/tokens.h"

namespace tellings::statements {
namespace {

// What is known of an article before the others are looked at.
struct Draft {
  std::vector<Statement> statements;
  std::vector<Date> dates;
  std::vector<DateMention> mentions;
  Day anchor;
  std::vector<Mention> names;
  std::vector<Span> name_spans;
};

// Whose word a stretch of the text rests on, nearest first.
struct Said {
  Span content;
  std::vector<Speaker> chain;
  std::size_t cue;  // the token of its verb
};

std::vector<Said> quote(const Reading& reading, std::span<const Named> names, std::span<const Marked> marked,
                        std::vector<Statement>* out) {
  std::vector<Said> said;
  Speakers speakers(reading, names);
  for (const Attribution& a : find_attributions(reading, marked)) {
    Quotation q;
    q.span = reading.cover(a.content.first, a.content.last);
    q.direct = a.direct;
    q.sentence = reading.sentences[reading.sentence_of[a.content.first]].span;
    if (!a.cue.empty()) q.cue = reading.cover(a.cue.first, a.cue.last);
    if (!a.source.empty()) {
      q.speaker = speakers.of(a.source);
      said.push_back({q.span, {*q.speaker}, a.cue.empty() ? SIZE_MAX : a.cue.first});
      if (!a.listener.empty()) {
        // Told to an agency or a paper: it is the next link of the chain.
        const auto at = std::ranges::lower_bound(names, a.listener.first, {}, &Named::first);
        if (at != names.end() && at->last <= a.listener.last && at->type == NameType::organisation) {
          const Span span = reading.cover(at->first, at->last);
          said.back().chain.push_back({span, std::string(slice(reading.text, span))});
        }
      }
    }
    out->push_back(std::move(q));
  }
  return said;
}

// The chain of the narrowest content that holds the figure.
void add_speakers(std::span<const Said> said, Figure* f) {
  const Said* best = nullptr;
  for (auto s = std::ranges::upper_bound(said, f->span.begin, {}, [](const Said& x) { return x.content.begin; });
       s != said.begin();) {
    --s;
    if (s->content.contains(f->span) && (!best || s->content.size() < best->content.size())) best = &*s;
    if (f->span.begin - s->content.begin > 20000) break;
  }
  if (best) f->speakers = best->chain;
}

std::vector<Voice> voices(std::span<const Said> said) {
  std::vector<Voice> out;
  for (const Said& s : said) {
    if (s.cue != SIZE_MAX) out.push_back({s.cue, s.chain[0].name});
  }
  std::ranges::stable_sort(out, {}, &Voice::cue);
  return out;
}

// The name just before this one that the text says is the same: "the Popular
// Front, or Jabha", "the United Nations (UN)".
std::size_t alias_of(const Reading& r, std::span<const Named> names, const Named& n) {
  const auto i = static_cast<std::size_t>(&n - names.data());
  if (i == 0 || n.first < 2) return SIZE_MAX;
  const Named& before = names[i - 1];
  if (before.type == NameType::place || n.type == NameType::place ||
      r.sentence_of[before.first] != r.sentence_of[n.first])
    return SIZE_MAX;
  const std::size_t gap = n.first - before.last;
  const bool bracket = gap == 1 && r.low(n.first - 1) == "(" && n.last < r.tokens.size() && r.low(n.last) == ")";
  const bool short_one = n.last == n.first + 1 && r.tokens[n.first].shape == Shape::upper;
  const bool named_or = gap == 2 && r.low(n.first - 2) == "," && r.low(n.first - 1) == "or";
  return (bracket && short_one) || named_or ? i - 1 : SIZE_MAX;
}

// The date among the lines taken out of the text, below the headline: above it
// stands the site's own clock.
Day dropped_day(const Article& article) {
  constexpr std::size_t kLongestLine = 120;  // bytes
  bool below = false;
  for (const Dropped& d : article.dropped) {
    below = below || d.why == DropReason::headline;
    const bool may = d.why == DropReason::furniture || d.why == DropReason::dateline || d.why == DropReason::byline;
    if (!below || !may || d.text.size() > kLongestLine) continue;
    Reading line = read(d.text);
    tag(&line, english());
    for (const DateMention& m : find_dates(line)) {
      if (m.kind == DateKind::absolute && m.day.year != 0 && m.day.day != 0 && !resolve(m, m.day).empty()) return m.day;
    }
  }
  return {};
}

Draft draft(const Article& article) {
  Draft out;
  Reading reading = read(article.text);
  tag(&reading, english());
  out.mentions = find_dates(reading);
  out.anchor = anchor_of(article.published, reading, out.mentions);
  if (out.anchor.day == 0) {
    if (const Day day = dropped_day(article); day.day != 0) out.anchor = day;
  }
  std::vector<bool> taken(reading.tokens.size());
  for (const DateMention& m : out.mentions) {
    for (std::size_t i = m.first; i < m.last; ++i) taken[i] = true;
    out.dates.push_back({reading.cover(m.first, m.last), {}, reading.sentences[reading.sentence_of[m.first]].span});
  }
  const std::vector<Named> names = repair(reading, recognise(reading, english()));
  for (const Named& n : names) {
    out.name_spans.push_back(reading.cover(n.first, n.last));
    out.names.push_back(
        {std::string(slice(article.text, out.name_spans.back())), n.type, alias_of(reading, names, n), 0});
  }

  const std::vector<Marked> marked = find_marked(reading);
  const std::vector<Said> said = quote(reading, names, marked, &out.statements);
  const std::vector<Number> numbers = find_numbers(reading, taken);
  std::vector<Figure> figures = find_figures(reading, numbers);
  for (Correction& c : find_corrections(reading, numbers, figures, voices(said)))
    out.statements.push_back(std::move(c));
  find_singles(reading, &figures);
  for (Figure& f : figures) {
    add_speakers(said, &f);
    out.statements.push_back(std::move(f));
  }
  return out;
}

void add_dates(Draft* d) {
  for (std::size_t i = 0; i < d->mentions.size(); ++i) {
    d->dates[i].value = resolve(d->mentions[i], d->anchor);
    if (!d->dates[i].value.empty()) d->statements.push_back(d->dates[i]);
  }
}

void date_undated(const std::vector<std::vector<Mention>>& names, std::vector<Draft>* drafts) {
  std::vector<std::vector<std::uint32_t>> entities(names.size());
  std::vector<Day> anchors(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (const Mention& m : names[i]) entities[i].push_back(m.entity);
    std::ranges::sort(entities[i]);
    entities[i].erase(std::ranges::unique(entities[i]).begin(), entities[i].end());
    anchors[i] = (*drafts)[i].anchor;
  }
  infer_anchors(entities, &anchors);
  for (std::size_t i = 0; i < names.size(); ++i) (*drafts)[i].anchor = anchors[i];
}

}  // namespace

std::vector<std::vector<Statement>> read_statements(std::span<const Article> articles, std::size_t threads) {
  std::vector<Draft> drafts(articles.size());
  parallel_for(articles.size(), threads, [&](std::size_t i) { drafts[i] = draft(articles[i]); });
  std::vector<std::vector<Mention>> names(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) names[i] = std::move(drafts[i].names);
  join_entities(&names);
  date_undated(names, &drafts);
  std::vector<std::vector<Statement>> out(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (std::size_t k = 0; k < names[i].size(); ++k) {
      drafts[i].statements.emplace_back(Name{drafts[i].name_spans[k], names[i][k].type, names[i][k].entity});
    }
    add_dates(&drafts[i]);
    out[i] = std::move(drafts[i].statements);
    std::ranges::stable_sort(out[i], {}, [](const Statement& s) { return span_of(s); });
  }
  return out;
}

}  // namespace tellings::statements
