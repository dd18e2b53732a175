#include "tellings/findings/plain_facts.h"

#include <algorithm>
#include <array>
#include <string>

#include "tellings/findings/facts.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

// Evidence is a whole sentence where it is short enough to read at a glance;
// of a longer one, the clauses that hold the shared words.
constexpr std::uint32_t kGlanceBytes = 320;
constexpr std::uint32_t kMostEvidenceBytes = 600;

constexpr std::size_t kWordsInAbout = 5;

// Two words in common are a phrase, "valley station", rather than a fact.
constexpr std::size_t kFewestTerms = 3;

// Facts below this score share too little to be one act, first expected, then done.
constexpr double kSureScore = 7;

// Words that break a sentence into clauses, with the spaces around them.
constexpr auto kBreaks = std::to_array<std::string_view>({", ", "; ", ": ", " — ", " – ", " who ", " which ", " but ",
                                                          " after ", " when ", " while ", " because ", " amid "});

// The clauses of a sentence that hold `words`.
Span clause_of(std::string_view text, Span sentence, Span words) {
  Span out = sentence;
  for (const std::string_view mark : kBreaks) {
    const std::string_view before = text.substr(sentence.begin, words.begin - sentence.begin);
    const std::size_t last = before.rfind(mark);
    if (last != std::string_view::npos) {
      const auto begin = static_cast<std::uint32_t>(sentence.begin + last + mark.size());
      out.begin = std::max(out.begin, begin);
    }
    const std::string_view after = text.substr(words.end, sentence.end - words.end);
    const std::size_t next = after.find(mark);
    if (next != std::string_view::npos) out.end = std::min(out.end, static_cast<std::uint32_t>(words.end + next));
  }
  return out;
}

Span evidence_of(const Board& board, const Saying& s) {
  const Telling& t = board.tellings[s.place.telling];
  const Span sentence = board.at(s.place).span;
  if (sentence.size() <= kGlanceBytes) return sentence;
  const Span clause = clause_of(t.text, sentence, s.words);
  return clause.size() <= kMostEvidenceBytes ? clause : s.words;
}

std::string as_line(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '\n', ' ');
  return out;
}

// The words of the shortest telling that carry the fact, most telling ones, in
// the order of the text.
std::string about(const Board& board, const Fact& fact, const Saying& shortest) {
  std::vector<Term> terms;
  for (const Term& t : board.at(shortest.place).terms) {
    const bool known = std::ranges::any_of(terms, [&](const Term& u) { return u.id == t.id; });
    const bool toll = is_toll_word(text::fold(slice(board.tellings[shortest.place.telling].text, t.span)));
    if (!known && !toll && std::ranges::binary_search(fact.terms, t.id)) terms.push_back(t);
  }
  std::ranges::stable_sort(terms, std::ranges::greater{}, [&](const Term& t) { return board.weight(t.id); });
  if (terms.size() > kWordsInAbout) terms.resize(kWordsInAbout);
  std::ranges::sort(terms, {}, [](const Term& t) { return t.span.begin; });
  std::string out;
  for (const Term& t : terms) {
    if (!out.empty()) out += ' ';
    out += slice(board.tellings[shortest.place.telling].text, t.span);
  }
  return out;
}

// True if a clause gives a figure or a date beside the shared words: shown as
// what is agreed, it would claim more than the others say.
bool claims_more(const Telling& t, Span clause, Span words) {
  return std::ranges::any_of(t.statements, [&](const Statement& s) {
    const bool counts = std::holds_alternative<Figure>(s) || std::holds_alternative<Date>(s);
    return counts && clause.meets(span_of(s)) && !words.meets(span_of(s));
  });
}

Value value_of(const Board& board, const std::vector<Saying>& sayings) {
  Value out;
  Span shortest{0, ~std::uint32_t{0}};
  for (const Saying& s : sayings) {
    const Telling& t = board.tellings[s.place.telling];
    out.evidence.push_back({t.article, evidence_of(board, s)});
    Span clause = clause_of(t.text, board.at(s.place).span, s.words);
    if (claims_more(t, clause, s.words)) clause = s.words;
    if (clause.size() >= shortest.size()) continue;
    shortest = clause;
    out.value = as_line(slice(t.text, clause));
  }
  out.articles = articles_of(out.evidence);
  out.witnesses = board.witnesses.count(out.articles);
  return out;
}

// What is expected in some tellings and done in others, each told by accounts
// of its own, has moved on.
bool has_moved_on(const Board& board, const Fact& fact) {
  if (fact.score < kSureScore) return false;
  std::vector<ArticleNo> to_come;
  std::vector<ArticleNo> done;
  for (const Saying& s : fact.sayings) (s.outlook ? to_come : done).push_back(board.tellings[s.place.telling].article);
  if (to_come.empty() || done.empty()) return false;
  return std::ranges::all_of(to_come, [&](ArticleNo a) {
    return std::ranges::all_of(done, [&](ArticleNo b) { return board.witnesses.apart(a, b); });
  });
}

Finding show(const Board& board, const Fact& fact) {
  Finding out;
  if (has_moved_on(board, fact)) {
    std::vector<Saying> sayings = fact.sayings;
    const auto done = std::ranges::stable_partition(sayings, [](const Saying& s) { return s.outlook; });
    out.kind = FindingKind::update;
    out.values.push_back(value_of(board, {sayings.begin(), done.begin()}));
    out.values.push_back(value_of(board, {done.begin(), done.end()}));
    out.why.push_back("expected in one, done in the other");
  } else {
    out.values.push_back(value_of(board, fact.sayings));
    out.why.push_back("the same words in sentences of each, " +
                      told_by(out.values.front().witnesses, out.values.front().articles.size()));
  }
  const auto shortest = std::ranges::min_element(fact.sayings, {}, [](const Saying& s) { return s.words.size(); });
  out.about = about(board, fact, *shortest);
  out.confidence = 1 - 1 / (1 + fact.score / 5);
  return out;
}

// How far from a fact's words a number still belongs to them.
constexpr std::uint32_t kBeside = 40;

bool beside(const Saying& s, const Telling& t, const Value& v) {
  const Span wide{s.words.begin < kBeside ? 0 : s.words.begin - kBeside, s.words.end + kBeside};
  return std::ranges::any_of(v.evidence,
                             [&](const Evidence& e) { return e.article == t.article && wide.meets(e.span); });
}

// True if two sayings of the fact stand beside two values of the difference.
bool differs_in(const Board& board, const Fact& fact, const Finding& difference) {
  const auto met = std::ranges::count_if(difference.values, [&](const Value& v) {
    return std::ranges::any_of(fact.sayings,
                               [&](const Saying& s) { return beside(s, board.tellings[s.place.telling], v); });
  });
  return met > 1;
}

// True if the fact stands in words that somebody spoke and `quoted` shows.
bool is_quoted(const Board& board, const Fact& fact, const Finding& quoted) {
  const auto in_quotation = std::ranges::count_if(fact.sayings, [&](const Saying& s) {
    const ArticleNo article = board.tellings[s.place.telling].article;
    return std::ranges::any_of(quoted.values, [&](const Value& v) {
      return std::ranges::any_of(v.evidence,
                                 [&](const Evidence& e) { return e.article == article && e.span.contains(s.words); });
    });
  });
  // What an article takes back is no longer its own word.
  return in_quotation > (quoted.kind == FindingKind::correction ? 0 : 1);
}

// True if all that is shared is a name, with a title at most: that both name
// somebody is no statement about him.
bool is_name_only(const Board& board, const Fact& fact) {
  constexpr std::size_t kTitleWords = 1;
  return std::ranges::any_of(fact.sayings, [&](const Saying& s) {
    const Telling& t = board.tellings[s.place.telling];
    return std::ranges::any_of(t.statements, [&](const Statement& statement) {
      const Name* name = std::get_if<Name>(&statement);
      if (name == nullptr || !s.words.contains(name->span)) return false;
      return text::words(slice(t.text, s.words)).size() <= text::words(slice(t.text, name->span)).size() + kTitleWords;
    });
  });
}

// True if every sentence that the fact points at is one that `shown` points at.
bool is_inside(const Finding& fact, const Finding& shown) {
  const auto points_at = [&](const Evidence& e) {
    return std::ranges::any_of(shown.values,
                               [&](const Value& v) { return std::ranges::find(v.evidence, e) != v.evidence.end(); });
  };
  return std::ranges::all_of(fact.values, [&](const Value& v) { return std::ranges::all_of(v.evidence, points_at); });
}

}  // namespace

std::vector<Finding> find_plain_facts(const Board& board, std::span<const Finding> others) {
  std::vector<Finding> out;
  for (const Fact& fact : find_facts(board)) {
    if (fact.terms.size() < kFewestTerms || is_name_only(board, fact)) continue;
    const auto is_told = [&](const Finding& f) {
      return f.kind == FindingKind::difference ? differs_in(board, fact, f) : is_quoted(board, fact, f);
    };
    if (std::ranges::any_of(others, is_told)) continue;
    Finding f = show(board, fact);
    if (f.values.front().witnesses < 2 && f.values.size() < 2) continue;
    if (std::ranges::any_of(out, [&](const Finding& shown) { return is_inside(f, shown); })) continue;
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace tellings::findings
