// Every quotation of the story is taken once for each wording.  Two wordings
// whose rare words overlap are aligned, the shorter inside the longer; if the
// shorter keeps three fifths of its weight they are one utterance, and the
// longest wording is its anchor.  Tellings that do not quote it are searched
// for the anchor's words without marks: a copy that lost the marks is found
// that way, and so is an account that made indirect speech of it.
//
// A shorter wording without a changed word is a cut, not a drift: it stands
// with the anchor.  Works: "for the sake of peace" / "for the good of peace".
// Does not: words that were translated twice and share nothing.
#include "tellings/findings/quotations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "tellings/findings/terms.h"
#include "tellings/findings/wording.h"
#include "tellings/text/words.h"

namespace tellings::findings {
namespace {

// Shorter quotations are scare quotes and nicknames.
constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kFewestCarrying = 2;

constexpr double kAlike = .6;          // likeness of two quoted wordings of one utterance
constexpr double kAlikeUnquoted = .7;  // of words without marks, which may be somebody else's
constexpr double kOverlap = .4;        // share of weight that makes two wordings worth aligning

// Bounds: a story's utterances that are searched for without marks, and the
// tellings they are searched in.
constexpr std::size_t kMostWordings = 2000;
constexpr std::size_t kMostAlignments = 20000;
constexpr std::size_t kMostSearched = 60;
constexpr std::size_t kMostAnchors = 4;
constexpr std::size_t kMostTellings = 400;

// A wording and everywhere that it stands.
struct Quote {
  Wording wording;
  std::vector<std::uint64_t> terms;  // ascending, of words that carry meaning
  double weight = 0;
  bool marked = true;
  std::vector<Evidence> evidence;
  std::vector<std::string> speakers;
  std::string_view text;  // as its first article has it
};

std::vector<std::uint64_t> key_of(const Wording& w) {
  std::vector<std::uint64_t> out;
  out.reserve(w.words.size());
  for (const auto& word : w.words) out.push_back(word.id);
  return out;
}

class Finder {
 public:
  explicit Finder(const Board& board) : board_(board) {}

  std::vector<Finding> find() {
    collect();
    join_alike();
    std::vector<Finding> out;
    std::size_t searched = 0;
    for (auto& family : families()) {
      if (searched++ < kMostSearched) search_unmarked(&family);
      if (auto finding = show(family)) out.push_back(std::move(*finding));
    }
    return out;
  }

 private:
  using Family = std::vector<std::size_t>;  // indices of quotes_, longest wording first

  void collect() {
    std::map<std::vector<std::uint64_t>, std::size_t> seen;
    for (const Telling& t : board_.tellings) {
      for (const Statement& s : t.statements) {
        const Quotation* q = std::get_if<Quotation>(&s);
        if (q == nullptr || !q->direct || q->span.empty() || q->span.end > t.text.size()) continue;
        Wording wording = read_wording(t.text, q->span);
        if (!is_telling(wording) || quotes_.size() == kMostWordings) continue;
        const auto [at, fresh] = seen.try_emplace(key_of(wording), quotes_.size());
        if (fresh) quotes_.push_back(make(std::move(wording), t.text, q->span, true));
        Quote& quote = quotes_[at->second];
        quote.evidence.push_back({t.article, q->span});
        if (q->speaker && quote.speakers.empty()) quote.speakers.push_back(q->speaker->name);
      }
    }
  }

  // Enough to be somebody's words rather than a name for a thing.
  static bool is_telling(const Wording& w) {
    const auto carrying = std::ranges::count_if(w.words, &Wording::Word::carries);
    return w.words.size() >= kFewestWords && static_cast<std::size_t>(carrying) >= kFewestCarrying;
  }

  Quote make(Wording wording, std::string_view text, Span span, bool marked) const {
    Quote out{std::move(wording), {}, 0, marked, {}, {}, slice(text, span)};
    for (const auto& w : out.wording.words) {
      if (w.carries) out.terms.push_back(w.id);
    }
    std::ranges::sort(out.terms);
    const auto repeated = std::ranges::unique(out.terms);
    out.terms.erase(repeated.begin(), repeated.end());
    out.weight = static_cast<double>(out.terms.size());
    return out;
  }

  // --- which wordings are one utterance ---------------------------------------------

  void join_alike() {
    parent_.resize(quotes_.size());
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    std::map<std::uint64_t, std::vector<std::size_t>> with;
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      std::map<std::size_t, double> met;
      for (const std::uint64_t t : quotes_[i].terms) {
        for (const std::size_t k : with[t]) met[k] += 1;
        with[t].push_back(i);
      }
      for (const auto& [k, shared] : met) {
        if (shared < kOverlap * std::min(quotes_[i].weight, quotes_[k].weight)) continue;
        if (++alignments_ > kMostAlignments) return;
        if (alike(quotes_[i], quotes_[k])) {
          parent_[root(i)] = root(k);
        }
      }
    }
  }

  bool alike(const Quote& a, const Quote& b) const {
    const bool a_shorter = a.wording.words.size() <= b.wording.words.size();
    const auto found = a_shorter ? find_wording(a.wording, b.wording) : find_wording(b.wording, a.wording);
    if (!found || found->likeness < kAlike) return false;
    return found->same >= kFewestCarrying || !board_.witnesses.apart(a.evidence[0].article, b.evidence[0].article);
  }

  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  std::vector<Family> families() {
    std::map<std::size_t, Family> by_root;
    for (std::size_t i = 0; i < quotes_.size(); ++i) by_root[root(i)].push_back(i);
    std::vector<Family> out;
    for (auto& [_, family] : by_root) {
      std::ranges::stable_sort(family, std::ranges::greater{},
                               [&](std::size_t i) { return quotes_[i].wording.words.size(); });
      out.push_back(std::move(family));
    }
    std::ranges::stable_sort(out, std::ranges::greater{},
                             [&](const Family& f) { return quotes_[f[0]].wording.words.size(); });
    return out;
  }

  // --- the same words without marks --------------------------------------------------

  void search_unmarked(Family* family) {
    std::set<ArticleNo> has;
    for (const std::size_t i : *family) {
      for (const Evidence& e : quotes_[i].evidence) has.insert(e.article);
    }
    std::vector<Quote> anchors;
    for (const std::size_t i : *family) {
      if (anchors.size() < kMostAnchors && quotes_[i].terms.size() > kFewestCarrying) anchors.push_back(quotes_[i]);
    }
    const std::size_t tellings = std::min(board_.tellings.size(), kMostTellings);
    for (TellingNo t = 0; t < tellings; ++t) {
      if (!has.contains(board_.tellings[t].article)) search(anchors, t, family);
    }
  }

  // Adds the words of a telling that are nearest to one of the wordings.
  void search(std::span<const Quote> anchors, TellingNo t, Family* family) {
    const Telling& telling = board_.tellings[t];
    double nearest = kAlikeUnquoted;
    std::optional<Span> span;
    for (const Quote& anchor : anchors) {
      const auto at = likeliest(anchor, t);
      if (!at) continue;
      const Wording window = read_wording(telling.text, *at);
      const auto found = find_wording(anchor.wording, window);
      if (!found || found->begin >= found->end || found->likeness < nearest || (span && found->likeness == nearest))
        continue;
      nearest = found->likeness;
      span = Span{window.words[found->begin].span.begin, window.words[found->end - 1].span.end};
    }
    if (!span) return;
    Quote quote = make(read_wording(telling.text, *span), telling.text, *span, false);
    quote.evidence.push_back({telling.article, *span});
    const auto same = std::ranges::find_if(*family, [&](std::size_t i) {
      return !quotes_[i].marked && key_of(quotes_[i].wording) == key_of(quote.wording);
    });
    if (same != family->end()) {
      quotes_[*same].evidence.push_back(quote.evidence.front());
      return;
    }
    family->push_back(quotes_.size());
    quotes_.push_back(std::move(quote));
  }

  // The sentences of a telling that hold most of the quotation's words.
  std::optional<Span> likeliest(const Quote& anchor, TellingNo t) {
    const Telling& telling = board_.tellings[t];
    const auto& words = words_of(t);
    double best = 0;
    std::size_t best_sentence = 0;
    for (std::size_t s = 0; s < words.size(); ++s) {
      double shared = 0;
      for (const std::uint64_t w : words[s]) shared += std::ranges::binary_search(anchor.terms, w);
      if (shared > best) {
        best = shared;
        best_sentence = s;
      }
    }
    if (best < kFewestCarrying) return std::nullopt;
    const std::size_t first = best_sentence == 0 ? 0 : best_sentence - 1;
    const std::size_t last = std::min(best_sentence + 1, words.size() - 1);
    return Span{telling.sentences[first].span.begin, telling.sentences[last].span.end};
  }

  // The different words that carry meaning, a sentence of the telling.
  const std::vector<std::vector<std::uint64_t>>& words_of(TellingNo t) {
    const auto [at, fresh] = words_.try_emplace(t);
    if (!fresh) return at->second;
    for (const Sentence& s : board_.tellings[t].sentences) {
      auto& ids = at->second.emplace_back();
      for (const auto& w : read_wording(board_.tellings[t].text, s.span).words) {
        if (w.carries) ids.push_back(w.id);
      }
      std::ranges::sort(ids);
      const auto repeated = std::ranges::unique(ids);
      ids.erase(repeated.begin(), repeated.end());
    }
    return at->second;
  }

  // --- what to show --------------------------------------------------------------------

  std::optional<Finding> show(const Family& family) const;
  std::string change_in_words(const Quote& from, const Quote& to, const Found& found) const;

  const Board& board_;
  std::vector<Quote> quotes_;
  std::vector<std::size_t> parent_;
  std::size_t alignments_ = 0;
  std::map<TellingNo, std::vector<std::vector<std::uint64_t>>> words_;
};

std::string as_line(std::string_view text, std::size_t most) {
  std::string out;
  for (const char c : text) out.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
  if (out.size() <= most) return out;
  std::size_t cut = out.rfind(' ', most);
  if (cut == std::string::npos || cut == 0) return out;
  return out.substr(0, cut) + " …";
}

// The first words, up to one of what befell people: see is_toll_word.
std::string opening(std::string_view text) {
  for (const text::Word& w : text::words(text)) {
    if (is_toll_word(text::fold(slice(text, w.span)))) text = text.substr(0, w.span.begin);
    if (text.size() < w.span.end) return as_line(text, 60) + "…";
  }
  return as_line(text, 60);
}

std::string words_between(const Quote& q, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return {};
  const Span first = q.wording.words[begin].span;
  const Span last = q.wording.words[end - 1].span;
  const std::uint32_t base = q.evidence.front().span.begin;
  return as_line(q.text.substr(first.begin - base, last.end - first.begin), 60);
}

std::string Finder::change_in_words(const Quote& from, const Quote& to, const Found& found) const {
  std::string out;
  for (const Change& c : found.changes) {
    const std::string short_has = words_between(from, c.begin, c.end);
    const std::string long_has = words_between(to, c.other_begin, c.other_end);
    if (!out.empty()) out += "; ";
    if (short_has.empty()) {
      out.append("'").append(long_has).append("' left out");
    } else if (long_has.empty()) {
      out.append("'").append(short_has).append("' put in");
    } else {
      out.append("'").append(long_has).append("' became '").append(short_has).append("'");
    }
    if (out.size() > 160) return out + "; …";
  }
  return out;
}

std::optional<Finding> Finder::show(const Family& family) const {
  const Quote& anchor = quotes_[family.front()];
  Finding out;
  out.values.push_back({});
  std::vector<std::string> drift;
  const auto add = [](Value* value, const Quote& q) {
    if (value->value.empty()) value->value = as_line(q.text, 400);
    value->evidence.insert(value->evidence.end(), q.evidence.begin(), q.evidence.end());
    if (value->speakers.empty()) value->speakers = q.speakers;
  };
  for (const std::size_t i : family) {
    const Quote& q = quotes_[i];
    const auto found = find_wording(q.wording, anchor.wording);
    const bool changed = found && !found->changes.empty();
    const auto own = articles_of(q.evidence);
    const auto theirs = articles_of(anchor.evidence);
    const bool marks_lost = !q.marked && std::ranges::any_of(own, [&](ArticleNo a) {
      return std::ranges::any_of(theirs, [&](ArticleNo b) { return !board_.witnesses.apart(a, b); });
    });
    if (i == family.front() || (!changed && !marks_lost)) {
      add(&out.values.front(), q);
      continue;
    }
    const auto note = [&](std::string what) {
      if (std::ranges::find(drift, what) == drift.end()) drift.push_back(std::move(what));
    };
    if (changed) note(change_in_words(q, anchor, *found));
    if (marks_lost) note("quotation marks lost");
    out.values.emplace_back();
    add(&out.values.back(), q);
  }
  std::vector<Evidence> all;
  for (Value& v : out.values) {
    std::ranges::sort(v.evidence, {}, [](const Evidence& e) { return std::pair(e.article, e.span); });
    v.articles = articles_of(v.evidence);
    v.witnesses = board_.witnesses.count(v.articles);
    all.insert(all.end(), v.evidence.begin(), v.evidence.end());
  }
  const auto articles = articles_of(all);
  const int witnesses = board_.witnesses.count(articles);
  if (out.values.size() == 1 && witnesses < 2) return std::nullopt;
  if (articles.size() < 2) return std::nullopt;
  out.kind = out.values.size() > 1 ? FindingKind::quotation : FindingKind::agreement;
  const std::string speaker = anchor.speakers.empty() ? std::string() : anchor.speakers.front() + ": ";
  out.about = speaker + "“" + opening(anchor.text) + "”";
  out.confidence = 1 - 1 / (1 + anchor.weight / 3);
  out.why = std::move(drift);
  if (out.kind == FindingKind::agreement) out.why.push_back("same words, " + told_by(witnesses, articles.size()));
  return out;
}

}  // namespace

std::vector<Finding> find_quotations(const Board& board) { return Finder(board).find(); }

}  // namespace tellings::findings
