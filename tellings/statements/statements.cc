// Reads each article once (tokens, tags), then lets every reader of this folder
// find its kind; what needs the whole run (the year of a date, who is who)
// comes after, in the order of the articles.

#include "tellings/statements/statements.h"

#include <algorithm>

#include "tellings/base/threads.h"
#include "tellings/statements/attributions.h"
#include "tellings/statements/corrections.h"
#include "tellings/statements/dates.h"
#include "tellings/statements/english.h"
#include "tellings/statements/figures.h"
#include "tellings/statements/marks.h"
#include "tellings/statements/numbers.h"
#include "tellings/statements/recogniser.h"
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
  const std::vector<Named> names = recognise(reading, english());
  for (const Named& n : names) out.statements.push_back(Name{reading.cover(n.first, n.last), n.type, 0});

  const std::vector<Marked> marked = find_marked(reading);
  const std::vector<Said> said = quote(reading, names, marked, &out.statements);
  const std::vector<Number> numbers = find_numbers(reading, taken);
  std::vector<Figure> figures = find_figures(reading, numbers);
  for (Correction& c : find_corrections(reading, numbers, figures, voices(said)))
    out.statements.push_back(std::move(c));
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
