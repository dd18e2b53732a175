// Two honest accounts of one event seldom share a sentence, but they share the
// few rare words that a fact needs, close together: "sentencing ... June 28",
// "mailed ... Opa-locka".  So sentences are not aligned whole.  For every pair
// of sentences of two accounts the shared terms are cut into runs wherever more
// than five terms lie between two of them in either sentence, and every run is
// a candidate of its own: a lead sentence that tells three things can meet
// three sentences of another account.
//
//   score = weight of the run x sqrt(density of the run) x sqrt(cosine of the sentences)
//
// Candidates are taken best first.  One whose terms are still free in both
// sentences founds a fact; one that is half taken by a fact joins it and
// brings a third account in; the rest are weaker echoes and fall away.  At the
// end all articles, copies too, are asked whether a sentence of theirs holds
// the fact.
//
// What works: "No one claimed responsibility" / "While no organisation claimed
// responsibility".  What does not: a fact told without a word in common, and
// two facts told with the same words; numbers are guarded (two runs whose
// numbers differ never agree), plain words are not.
//
// Measured with eval/findings.py on the stories labelled by hand: whole
// sentences find .56 of the weighted agreements, runs .73
// (docs/algorithms/findings.md).
#include "tellings/findings/facts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace tellings::findings {
namespace {

// Measured on the labelled stories (docs/algorithms/findings.md): recall is
// flat from 4 to 8 terms, falls below.
constexpr std::uint32_t kWidestGap = 5;
constexpr double kLeastWeight = 6;  // about two terms of which each stands in two of 60 sentences
constexpr double kLeastCosine = .1;
constexpr double kLeastScore = 2;
constexpr double kFresh = .5;    // share of a run's weight that no fact has taken
constexpr double kJoin = .5;     // share of a run's weight that is a fact's own
constexpr double kEcho = .6;     // share of a fact's weight that a further sentence must hold
constexpr double kFurther = .5;  // what a further account adds to the score

// Bounds on hostile input: news articles have 20 to 60 sentences of 5 to 30 terms.
constexpr std::size_t kMostSentences = 300;
constexpr std::size_t kMostTerms = 100;
constexpr std::size_t kMostFacts = 400;

// A term that both sentences hold, and where.
struct Shared {
  std::uint64_t id;
  std::uint32_t a;
  std::uint32_t b;
  TermKind kind;
};

// Two sentences that share a run of terms.
struct Bridge {
  double score = 0;
  Place a;
  Place b;
  Span words_a;
  Span words_b;
  std::vector<std::uint64_t> terms;  // ascending
};

std::span<const Term> terms_of(const Sentence& s) {
  return std::span(s.terms).first(std::min(s.terms.size(), kMostTerms));
}

double weight_of(const Board& board, std::span<const std::uint64_t> terms) {
  double sum = 0;
  for (const std::uint64_t t : terms) sum += board.weight(t);
  return sum;
}

// The weight of a sentence's different terms.
double weight_of(const Board& board, const Sentence& sentence) {
  std::vector<std::uint64_t> ids;
  for (const Term& t : terms_of(sentence)) {
    if (t.kind != TermKind::denial) ids.push_back(t.id);
  }
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);
  ids.erase(repeated.begin(), repeated.end());
  return weight_of(board, ids);
}

std::vector<Shared> shared_terms(const Sentence& a, const Sentence& b) {
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  const auto left = terms_of(a);
  const auto right = terms_of(b);
  for (std::uint32_t i = 0; i < left.size(); ++i) {
    if (left[i].kind != TermKind::denial) first.emplace(left[i].id, i);
  }
  std::vector<Shared> out;
  for (std::uint32_t k = 0; k < right.size(); ++k) {
    const auto found = first.find(right[k].id);
    if (found == first.end()) continue;
    out.push_back({right[k].id, found->second, k, left[found->second].kind});
    first.erase(found);
  }
  return out;
}

// Cuts where more than kWidestGap terms lie between neighbours on one side.
std::vector<std::vector<Shared>> cut(std::vector<Shared> shared, std::uint32_t Shared::* side) {
  std::ranges::sort(shared, {}, side);
  std::vector<std::vector<Shared>> out;
  for (const Shared& s : shared) {
    if (out.empty() || s.*side - out.back().back().*side > kWidestGap) out.emplace_back();
    out.back().push_back(s);
  }
  return out;
}

std::vector<std::vector<Shared>> runs_of(std::vector<Shared> shared) {
  std::vector<std::vector<Shared>> out;
  for (auto& part : cut(std::move(shared), &Shared::a)) {
    for (auto& run : cut(std::move(part), &Shared::b)) {
      if (run.size() > 1) out.push_back(std::move(run));
    }
  }
  return out;
}

// The words from the first to the last term of a run, on one side.
Span words_of(const Sentence& s, const std::vector<Shared>& run, std::uint32_t Shared::* side) {
  const auto [least, most] = std::ranges::minmax(run, {}, side);
  return {s.terms[least.*side].span.begin, s.terms[most.*side].span.end};
}

bool has_number_apart(const Sentence& a, Span words_a, const Sentence& b, Span words_b) {
  const auto lacks = [](const Sentence& from, Span words, const Sentence& in, Span other) {
    return std::ranges::any_of(from.terms, [&](const Term& t) {
      return t.kind == TermKind::number && words.contains(t.span) &&
             std::ranges::none_of(in.terms, [&](const Term& u) { return u.id == t.id && other.contains(u.span); });
    });
  };
  return lacks(a, words_a, b, words_b) && lacks(b, words_b, a, words_a);
}

// The runs that two sentences share, if they weigh enough.
class Comparer {
 public:
  explicit Comparer(const Board& board) : board_(board) {}

  void compare(Place pa, Place pb, std::vector<Bridge>* out) {
    const Sentence& a = board_.at(pa);
    const Sentence& b = board_.at(pb);
    auto shared = shared_terms(a, b);
    double all = 0;
    for (const Shared& s : shared) all += board_.weight(s.id);
    const double cosine = all / std::sqrt(weight(pa) * weight(pb) + 1e-9);
    if (all < kLeastWeight || cosine < kLeastCosine) return;
    for (const auto& run : runs_of(std::move(shared))) consider(pa, pb, run, cosine, out);
  }

 private:
  double weight(Place p) {
    const auto [at, fresh] = weights_.try_emplace({p.telling, p.sentence});
    if (fresh) at->second = weight_of(board_, board_.at(p));
    return at->second;
  }

  void consider(Place pa, Place pb, const std::vector<Shared>& run, double cosine, std::vector<Bridge>* out) const {
    Bridge bridge{0, pa, pb, words_of(board_.at(pa), run, &Shared::a), words_of(board_.at(pb), run, &Shared::b), {}};
    std::size_t plain = 0;
    for (const Shared& s : run) {
      plain += s.kind != TermKind::name;
      bridge.terms.push_back(s.id);
    }
    std::ranges::sort(bridge.terms);
    const auto [a0, a1] = std::ranges::minmax(run, {}, &Shared::a);
    const auto [b0, b1] = std::ranges::minmax(run, {}, &Shared::b);
    const double density =
        static_cast<double>(run.size()) / std::sqrt(static_cast<double>((a1.a - a0.a + 1) * (b1.b - b0.b + 1)));
    const double weight = weight_of(board_, bridge.terms);
    bridge.score = weight * std::sqrt(density) * std::sqrt(cosine);
    if (plain == 0 || weight < kLeastWeight || bridge.score < kLeastScore) return;
    if (has_number_apart(board_.at(pa), bridge.words_a, board_.at(pb), bridge.words_b)) return;
    out->push_back(std::move(bridge));
  }

  const Board& board_;
  std::map<std::pair<TellingNo, std::uint32_t>, double> weights_;
};

// Which sentences of a telling hold a term.
using Postings = std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>;

std::size_t compared_sentences(const Telling& t) { return std::min(t.sentences.size(), kMostSentences); }

Postings index_of(const Telling& t) {
  Postings out;
  for (std::uint32_t s = 0; s < compared_sentences(t); ++s) {
    for (const Term& term : terms_of(t.sentences[s])) {
      auto& list = out[term.id];
      if (list.empty() || list.back() != s) list.push_back(s);
    }
  }
  return out;
}

void bridge_pair(const Board& board, TellingNo a, TellingNo b, const Postings& in_b, Comparer* comparer,
                 std::vector<Bridge>* out) {
  std::vector<std::uint32_t> met;
  for (std::uint32_t s = 0; s < compared_sentences(board.tellings[a]); ++s) {
    met.clear();
    for (const Term& t : terms_of(board.tellings[a].sentences[s])) {
      const auto found = in_b.find(t.id);
      if (found != in_b.end()) met.insert(met.end(), found->second.begin(), found->second.end());
    }
    std::ranges::sort(met);
    for (std::size_t i = 0; i < met.size();) {
      const std::size_t from = i;
      while (i < met.size() && met[i] == met[from]) ++i;
      if (i - from > 1) comparer->compare({a, s}, {b, met[from]}, out);
    }
  }
}

std::vector<Bridge> all_bridges(const Board& board) {
  std::vector<Bridge> out;
  Comparer comparer(board);
  const auto chosen = faces(board, kMostFaces);
  for (std::size_t j = 1; j < chosen.size(); ++j) {
    const Postings in_b = index_of(board.tellings[chosen[j]]);
    for (std::size_t i = 0; i < j; ++i) {
      const TellingNo a = chosen[i];
      const TellingNo b = chosen[j];
      if (!board.witnesses.apart(board.tellings[a].article, board.tellings[b].article)) continue;
      bridge_pair(board, a, b, in_b, &comparer, &out);
    }
  }
  std::ranges::sort(out, [](const Bridge& x, const Bridge& y) {
    return std::tie(y.score, x.a, x.b, x.words_a) < std::tie(x.score, y.a, y.b, y.words_a);
  });
  return out;
}

// Builds facts from bridges, best first.
class Builder {
 public:
  explicit Builder(const Board& board) : board_(board) {}

  void add(const Bridge& bridge) {
    const double least = kFresh * weight_of(board_, bridge.terms);
    const bool free_a = free_weight(bridge.a, bridge.terms) >= least;
    const bool free_b = free_weight(bridge.b, bridge.terms) >= least;
    if (free_a && free_b) return found(bridge);
    if (free_b) return join(bridge, bridge.a, bridge.b, bridge.words_b);
    if (free_a) return join(bridge, bridge.b, bridge.a, bridge.words_a);
  }

  std::vector<Fact> take() { return std::move(facts_); }

 private:
  double free_weight(Place place, const std::vector<std::uint64_t>& terms) const {
    double sum = 0;
    for (const std::uint64_t t : terms) {
      if (!taken_.contains({place, t})) sum += board_.weight(t);
    }
    return sum;
  }

  void found(const Bridge& bridge) {
    if (facts_.size() == kMostFacts) return;
    const std::size_t no = facts_.size();
    facts_.push_back({bridge.terms, {}, bridge.score});
    say(no, bridge.a, bridge.words_a, bridge.terms);
    say(no, bridge.b, bridge.words_b, bridge.terms);
  }

  // Adds the sentence `to` to the fact that has most of the run in `from`.
  void join(const Bridge& bridge, Place from, Place to, Span words) {
    std::map<std::size_t, double> votes;
    for (const std::uint64_t t : bridge.terms) {
      const auto by = taken_.find({from, t});
      if (by != taken_.end()) votes[by->second] += board_.weight(t);
    }
    const auto best = std::ranges::max_element(votes, [](const auto& x, const auto& y) { return x.second < y.second; });
    if (best == votes.end()) return;
    Fact& fact = facts_[best->first];
    const auto has = [&](const Saying& s) { return s.place.telling == to.telling; };
    if (std::ranges::any_of(fact.sayings, has)) return;
    double own = 0;
    for (const std::uint64_t t : bridge.terms) {
      if (std::ranges::binary_search(fact.terms, t)) own += board_.weight(t);
    }
    if (own < kJoin * weight_of(board_, bridge.terms)) return;
    fact.score += kFurther * bridge.score;
    say(best->first, to, words, bridge.terms);
  }

  void say(std::size_t no, Place place, Span words, const std::vector<std::uint64_t>& terms) {
    facts_[no].sayings.push_back({place, words, false});
    for (const std::uint64_t t : terms) taken_.try_emplace({place, t}, no);
  }

  const Board& board_;
  std::vector<Fact> facts_;
  std::map<std::pair<Place, std::uint64_t>, std::size_t> taken_;  // the fact that has a sentence's term
};

// --- further articles ---------------------------------------------------------------

// Asks a telling which of the facts its sentences hold, and adds them.
void ask(const Board& board, TellingNo telling,
         const std::unordered_map<std::uint64_t, std::vector<std::size_t>>& facts_with,
         const std::vector<double>& needed, std::vector<Fact>* facts) {
  struct Best {
    double weight = 0;
    Saying saying;
  };
  std::map<std::size_t, Best> best;
  for (std::uint32_t s = 0; s < board.tellings[telling].sentences.size(); ++s) {
    const Sentence& sentence = board.tellings[telling].sentences[s];
    std::map<std::size_t, std::pair<double, Span>> held;
    std::map<std::uint64_t, bool> seen;
    for (const Term& t : terms_of(sentence)) {
      const auto with = facts_with.find(t.id);
      if (with == facts_with.end() || !seen.try_emplace(t.id, true).second) continue;
      for (const std::size_t f : with->second) {
        auto& [weight, words] = held.try_emplace(f, 0, t.span).first->second;
        weight += board.weight(t.id);
        words.end = t.span.end;
      }
    }
    for (const auto& [f, found] : held) {
      if (found.first < needed[f] || found.first <= best[f].weight) continue;
      best[f] = {found.first, {{telling, s}, found.second, false}};
    }
  }
  for (const auto& [f, b] : best) {
    const auto has = [&](const Saying& s) { return s.place.telling == telling; };
    if (b.weight > 0 && std::ranges::none_of((*facts)[f].sayings, has)) (*facts)[f].sayings.push_back(b.saying);
  }
}

void ask_all(const Board& board, std::vector<Fact>* facts) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> facts_with;
  std::vector<double> needed;
  for (std::size_t f = 0; f < facts->size(); ++f) {
    needed.push_back(kEcho * weight_of(board, (*facts)[f].terms));
    for (const std::uint64_t t : (*facts)[f].terms) facts_with[t].push_back(f);
  }
  for (TellingNo t = 0; t < board.tellings.size(); ++t) ask(board, t, facts_with, needed, facts);
}

// "Is expected to plead guilty": the word that puts the fact off stands right
// before one of its plain words.
void mark_outlook(const Board& board, Fact* fact) {
  for (Saying& s : fact->sayings) {
    const auto& terms = board.at(s.place).terms;
    for (std::size_t i = 1; i < terms.size(); ++i) {
      const bool put_off = terms[i - 1].kind == TermKind::outlook && terms[i].kind == TermKind::plain;
      const bool own = s.words.contains(terms[i].span) && std::ranges::binary_search(fact->terms, terms[i].id);
      s.outlook |= put_off && own;
    }
  }
}

}  // namespace

std::vector<Fact> find_facts(const Board& board) {
  Builder builder(board);
  for (const Bridge& b : all_bridges(board)) builder.add(b);
  auto facts = builder.take();
  ask_all(board, &facts);
  for (Fact& f : facts) {
    std::ranges::sort(f.sayings, {}, &Saying::place);
    mark_outlook(board, &f);
  }
  std::ranges::stable_sort(facts, [](const Fact& x, const Fact& y) { return x.score > y.score; });
  return facts;
}

}  // namespace tellings::findings
