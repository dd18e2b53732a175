// Passages say which stretch of one article is which stretch of another.  Here
// they are brought down to sentences, the sentences of all members that stand
// for each other become one *place* of the account, and the places are put in
// the account's order: that of the fullest member, with what the others have
// besides put in after the place that it follows there.
//
// At each place the different readings are aligned word by word to the most
// frequent one.  A reading that shares less than half of its words with it is a
// sentence rewritten, not a sentence changed, and is counted as one change.  A
// change of the same words at several places (a name misspelt all through, "per
// cent" for "percent") is one change too.
#include "tellings/lineage/collation.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tellings/base/hash.h"
#include "tellings/text/sentences.h"
#include "tellings/text/words.h"

namespace tellings::lineage {
namespace {

// Two sentences stand for each other if they share this part of their words, or
// this part of the shorter one's, which is how a sentence parted in two looks.
constexpr double kLeastDice = 0.5;
constexpr double kLeastContained = 0.7;
constexpr std::size_t kLeastContainedWords = 6;

// What remains of a sentence that was put in other words, inside a passage.
constexpr double kLeastRewritten = 0.15;

// Readings that share this part of their words differ in words; others are rewritten.
constexpr double kSameWording = 0.6;

// Longer sentences are compared whole: no place for errors to hide in prose.
constexpr std::size_t kLongestAlignedWords = 256;

// Different wordings that are told apart at one place.
constexpr std::size_t kMostWordings = 8;

// Sentences of one passage that are tried against each other, each way.
constexpr std::size_t kWidestPassage = 64;

// A sentence is foreign to its account if less than this part of its words of
// kLongWord bytes or more stands more than kNeighbours places away: true of two
// thirds of the sentences that were put in, and of an eighth of the others.
constexpr double kForeign = 0.2;
constexpr std::size_t kNeighbours = 2;
constexpr std::uint32_t kLongWord = 4;
constexpr std::size_t kLeastTopicWords = 5;

struct Place {
  std::size_t member = 0;
  std::size_t sentence = 0;
};

double dice(std::size_t common, std::size_t a, std::size_t b) {
  return a + b == 0 ? 0 : 2.0 * static_cast<double>(common) / static_cast<double>(a + b);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// True for marks of any style; a plain apostrophe counts where it opens a word.
bool has_quotation_marks(std::string_view text) {
  for (const std::string_view mark : {"\"", "\u201c", "\u201d", "\u201e", "\u00ab", "\u2018"}) {
    if (text.find(mark) != text.npos) return true;
  }
  for (std::size_t i = text.find('\''); i != text.npos && i + 1 < text.size(); i = text.find('\'', i + 1)) {
    if ((i == 0 || text[i - 1] == ' ') && is_letter(text[i + 1])) return true;
  }
  return false;
}

class Collator {
 public:
  Collator(std::span<const Article* const> members, std::span<const Clues> clues) {
    out_.sentences.resize(members.size());
    for (std::size_t m = 0; m < members.size(); ++m) read(m, *members[m], clues[m].body);
    first_.push_back(0);
    for (const auto& list : out_.sentences) first_.push_back(first_.back() + list.size());
    home_.resize(first_.back());
    std::iota(home_.begin(), home_.end(), std::size_t{0});
    sorted_.resize(first_.back());
    held_.resize(first_.back());
    for (std::size_t m = 0; m < members.size(); ++m) {
      for (std::size_t s = 0; s < out_.sentences[m].size(); ++s) {
        auto& words = sorted_[first_[m] + s] = out_.sentences[m][s].words;
        std::sort(words.begin(), words.end());
        held_[first_[m] + s].emplace(m, std::pair(s, s));
      }
    }
  }

  Collation run(std::span<const MemberPair> pairs, std::size_t whole) {
    join_equal();
    for (const PassageKind kind : {PassageKind::same, PassageKind::edited, PassageKind::paraphrased}) {
      for (const MemberPair& p : pairs) {
        for (const Passage& passage : p.copy->passages) {
          if (passage.kind == kind) join_passage(p, passage);
        }
      }
    }
    order_places(whole);
    find_foreign();
    find_variants();
    return std::move(out_);
  }

 private:
  void read(std::size_t m, const Article& article, Span body) {
    const std::string_view text = slice(article.text, body);
    std::size_t paragraph = 0;
    for (Span s : text::sentences(text)) {
      s = {s.begin + body.begin, s.end + body.begin};
      Sentence one{.span = s,
                   .words = {},
                   .long_words = {},
                   .place = 0,
                   .opens_paragraph = out_.sentences[m].empty(),
                   .quotes = false};
      for (const auto& w : text::words(slice(article.text, s))) {
        one.words.push_back(w.hash);
        if (w.span.size() >= kLongWord) one.long_words.push_back(w.hash);
      }
      one.quotes = has_quotation_marks(slice(article.text, s));
      while (paragraph < article.paragraphs.size() && article.paragraphs[paragraph].end <= s.begin) {
        ++paragraph;
        one.opens_paragraph = true;
      }
      if (!one.words.empty()) out_.sentences[m].push_back(std::move(one));
    }
  }

  std::size_t find(std::size_t i) {
    while (home_[i] != i) i = home_[i] = home_[home_[i]];
    return i;
  }

  // Makes two sentences one place, unless that place would then hold two
  // sentences of one article with others between them: a phrase that comes back.
  void unite(std::size_t i, std::size_t j) {
    i = find(i);
    j = find(j);
    if (i == j) return;
    if (std::pair(held_[i].size(), j) < std::pair(held_[j].size(), i)) std::swap(i, j);
    for (const auto& [m, range] : held_[j]) {
      const auto own = held_[i].find(m);
      if (own == held_[i].end()) continue;
      if (range.first > own->second.second + 1 || own->second.first > range.second + 1) return;
    }
    for (const auto& [m, range] : held_[j]) {
      auto& own = held_[i].try_emplace(m, range).first->second;
      own = {std::min(own.first, range.first), std::max(own.second, range.second)};
    }
    held_[j].clear();
    home_[j] = i;
  }

  // Sentences of the same words stand for each other, whatever the passages say.
  void join_equal() {
    std::unordered_map<std::uint64_t, std::size_t> seen;  // looked up only
    for (std::size_t m = 0; m < out_.sentences.size(); ++m) {
      for (std::size_t s = 0; s < out_.sentences[m].size(); ++s) {
        const auto& words = out_.sentences[m][s].words;
        if (words.size() < kLeastContainedWords) continue;
        std::uint64_t h = words.size();
        for (const std::uint64_t w : words) h = mix(h ^ w);
        const auto [first, added] = seen.emplace(h, first_[m] + s);
        if (!added) unite(first->second, first_[m] + s);
      }
    }
  }

  // The sentences of a member that a span holds by half, or half of which it is.
  std::pair<std::size_t, std::size_t> within(std::size_t m, Span span) const {
    const auto& list = out_.sentences[m];
    const auto inside = [&](const Sentence& s) {
      const std::uint32_t begin = std::max(s.span.begin, span.begin);
      const std::uint32_t end = std::min(s.span.end, span.end);
      return begin < end && 2 * (end - begin) >= std::min(s.span.size(), span.size());
    };
    auto first =
        std::partition_point(list.begin(), list.end(), [&](const Sentence& s) { return s.span.end <= span.begin; });
    auto last = first;
    while (first != list.end() && first->span.begin < span.end && !inside(*first)) last = ++first;
    while (last != list.end() && last->span.begin < span.end && inside(*last)) ++last;
    return {static_cast<std::size_t>(first - list.begin()), static_cast<std::size_t>(last - list.begin())};
  }

  std::size_t common(std::size_t i, std::size_t j) const {
    const auto& x = sorted_[i];
    const auto& y = sorted_[j];
    std::size_t n = 0;
    for (std::size_t p = 0, q = 0; p < x.size() && q < y.size();) {
      if (x[p] == y[q]) {
        ++n, ++p, ++q;
      } else {
        (x[p] < y[q] ? p : q) += 1;
      }
    }
    return n;
  }

  void join_passage(const MemberPair& pair, const Passage& passage) {
    const auto [a, a_end] = within(pair.a, passage.a);
    const auto [b, b_end] = within(pair.b, passage.b);
    if (a_end - a == 1 && b_end - b == 1) return unite(first_[pair.a] + a, first_[pair.b] + b);
    const std::size_t wide = b_end - b;
    for (std::size_t i = a; i < a_end; ++i) {
      // Far inside a long passage only sentences at about the same part of it are tried.
      const std::size_t near = b + (i - a) * wide / std::max<std::size_t>(1, a_end - a);
      const std::size_t from = wide <= kWidestPassage ? b : std::max(b, near - std::min(near, kWidestPassage / 2));
      const std::size_t to = std::min(b_end, from + kWidestPassage);
      join_sentence(pair, i, from, to, passage.kind);
    }
  }

  void join_sentence(const MemberPair& pair, std::size_t i, std::size_t from, std::size_t to, PassageKind kind) {
    const std::size_t x = first_[pair.a] + i;
    double best = 0;
    std::size_t nearest = to;
    for (std::size_t j = from; j < to; ++j) {
      const std::size_t y = first_[pair.b] + j;
      const std::size_t n = common(x, y);
      const std::size_t less = std::min(sorted_[x].size(), sorted_[y].size());
      const double likeness = dice(n, sorted_[x].size(), sorted_[y].size());
      const bool part =
          less >= kLeastContainedWords && static_cast<double>(n) >= kLeastContained * static_cast<double>(less);
      if (likeness >= kLeastDice || part) unite(x, y);
      if (likeness > best) best = likeness, nearest = j;
    }
    if (kind == PassageKind::paraphrased && best >= kLeastRewritten && best < kLeastDice) {
      unite(x, first_[pair.b] + nearest);
    }
  }

  // --- the order of the account ------------------------------------------------------------

  void order_places(std::size_t whole) {
    const std::size_t members = out_.sentences.size();
    std::vector<std::size_t> by_size(members);
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t x, std::size_t y) {
      if ((x < whole) != (y < whole)) return x < whole;
      return out_.sentences[x].size() > out_.sentences[y].size();
    });
    // A list of places, by home; kEnd before the first and after the last.
    const std::size_t end = home_.size();
    std::vector<std::size_t> next(end + 1, end);
    std::vector<char> placed(end + 1, 0);
    for (const std::size_t m : by_size) {
      std::size_t before = end;
      for (std::size_t s = 0; s < out_.sentences[m].size(); ++s) {
        const std::size_t h = find(first_[m] + s);
        if (!placed[h]) {
          next[h] = next[before];
          next[before] = h;
          placed[h] = 1;
        }
        before = h;
      }
    }
    std::vector<std::size_t> number(end, 0);
    for (std::size_t h = next[end]; h != end; h = next[h]) number[h] = out_.places++;
    out_.has.assign(members, std::vector<std::uint8_t>(out_.places, 0));
    for (std::size_t m = 0; m < members; ++m) {
      for (std::size_t s = 0; s < out_.sentences[m].size(); ++s) {
        const std::size_t place = number[find(first_[m] + s)];
        out_.sentences[m][s].place = place;
        out_.has[m][place] = 1;
      }
    }
  }

  // A sentence about something else shares few words with those that stand further off.
  void find_foreign() {
    std::vector<std::set<std::uint64_t>> words(out_.places);
    std::unordered_map<std::uint64_t, std::pair<std::size_t, std::size_t>> stands;  // first and last place of a word
    for (const auto& list : out_.sentences) {
      for (const Sentence& s : list) {
        for (const auto w : s.long_words) {
          words[s.place].insert(w);
          auto& [first, last] = stands.try_emplace(w, s.place, s.place).first->second;
          first = std::min(first, s.place);
          last = std::max(last, s.place);
        }
      }
    }
    std::vector<double> share(out_.places, 1);
    for (std::size_t place = 0; place < out_.places; ++place) {
      std::size_t known = 0;
      for (const auto w : words[place]) {
        const auto [first, last] = stands[w];
        known += first + kNeighbours < place || last > place + kNeighbours;
      }
      if (words[place].size() < kLeastTopicWords) continue;
      share[place] = static_cast<double>(known) / static_cast<double>(words[place].size());
    }
    // In a text whose sentences share few words anyway none is foreign.
    std::vector<double> sorted = share;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const double least = sorted.empty() ? 0 : std::min(kForeign, *middle / 2);
    for (const double s : share) out_.foreign.push_back(s < least);
  }

  // --- variants ------------------------------------------------------------------------------

  using States = std::vector<std::uint16_t>;

  struct Reading {
    std::vector<std::uint64_t> words;
    std::vector<std::size_t> members;
  };

  // The different readings of each place, most members first.
  std::vector<std::vector<Reading>> readings() const {
    const std::size_t members = out_.sentences.size();
    std::vector<std::map<std::vector<std::uint64_t>, std::vector<std::size_t>>> found(out_.places);
    for (std::size_t m = 0; m < members; ++m) {
      std::map<std::size_t, std::vector<std::uint64_t>> whole;
      for (const Sentence& s : out_.sentences[m]) {
        auto& words = whole[s.place];
        words.insert(words.end(), s.words.begin(), s.words.end());
      }
      for (auto& [place, words] : whole) found[place][std::move(words)].push_back(m);
    }
    std::vector<std::vector<Reading>> out(out_.places);
    for (std::size_t place = 0; place < out_.places; ++place) {
      for (auto& [words, who] : found[place]) out[place].push_back({words, who});
      std::sort(out[place].begin(), out[place].end(), [](const Reading& x, const Reading& y) {
        return std::pair(y.members.size(), x.members[0]) < std::pair(x.members.size(), y.members[0]);
      });
    }
    return out;
  }

  void find_variants() {
    for (const auto& list : readings()) {
      if (list.size() > 1) compare(list);
    }
    // A change of the same words is one change, wherever it was made.
    std::map<States, double> weight;
    for (const auto& [words, states] : changes_) {
      for (const States& s : states) weight[numbered(s)] += 1;
    }
    for (const auto& [state, w] : weight) out_.wording.push_back({state, w});
    std::map<States, double> rewritten;
    for (const States& s : rewritten_) rewritten[numbered(s)] += 1;
    for (const auto& [state, w] : rewritten) out_.rewritten.push_back({state, w});
    compare_sentences();
  }

  // Where a paragraph opens in one and not in another, and where quotation marks
  // are gone.  A place after one that the member lacks says nothing of its layout.
  void compare_sentences() {
    const std::size_t members = out_.sentences.size();
    std::vector<States> opens(out_.places, States(members, kNoReading));
    std::vector<States> quotes = opens;
    for (std::size_t m = 0; m < members; ++m) {
      const auto& list = out_.sentences[m];
      for (std::size_t s = 0; s < list.size(); ++s) {
        auto& quoted = quotes[list[s].place][m];
        quoted = std::max<std::uint16_t>(quoted == kNoReading ? 0 : quoted, list[s].quotes);
        if (s > 0 && list[s].place == list[s - 1].place + 1) opens[list[s].place][m] = list[s].opens_paragraph;
      }
    }
    for (const auto& [found, variants] : {std::pair(&opens, &out_.layout), std::pair(&quotes, &out_.marks)}) {
      std::map<States, double> weight;
      for (const States& s : *found) {
        if (std::count(s.begin(), s.end(), 0) > 0 && std::count(s.begin(), s.end(), 1) > 0) weight[s] += 1;
      }
      for (const auto& [state, w] : weight) variants->push_back({state, w});
    }
  }

  // States numbered in the order in which they first appear.
  static States numbered(const States& states) {
    std::map<std::uint16_t, std::uint16_t> number;
    States out = states;
    for (auto& s : out) {
      if (s != kNoReading) s = number.emplace(s, static_cast<std::uint16_t>(number.size())).first->second;
    }
    return out;
  }

  struct Wording {
    const Reading* pivot = nullptr;
    std::vector<const Reading*> others;
    std::vector<std::vector<int>> to;  // for each of them, align_words(pivot, it)
  };

  void compare(const std::vector<Reading>& list) {
    std::vector<Wording> wordings;
    States version(out_.sentences.size(), kNoReading);
    for (const Reading& r : list) {
      std::size_t v = 0;
      std::vector<int> to;
      for (; v < wordings.size(); ++v) {
        const auto& pivot = wordings[v].pivot->words;
        if (pivot.size() > kLongestAlignedWords || r.words.size() > kLongestAlignedWords) continue;
        to = align_words(pivot, r.words);
        const auto n = static_cast<std::size_t>(std::count_if(to.begin(), to.end(), [](int i) { return i >= 0; }));
        const std::size_t less = std::min(pivot.size(), r.words.size());
        if (dice(n, pivot.size(), r.words.size()) >= kSameWording || (less >= kLeastContainedWords && n == less)) break;
      }
      if (v == wordings.size() && v < kMostWordings) wordings.push_back({&r, {}, {}});
      if (v == wordings.size()) continue;
      if (wordings[v].pivot != &r) {
        wordings[v].others.push_back(&r);
        wordings[v].to.push_back(std::move(to));
      }
      for (const std::size_t m : r.members) version[m] = static_cast<std::uint16_t>(v);
    }
    if (wordings.size() > 1) rewritten_.push_back(version);
    for (const Wording& w : wordings) {
      if (!w.others.empty()) compare_words(w);
    }
  }

  // A stretch of the pivot that some reading changes, and how each has it.
  // Stretches of different readings that meet are one.
  void compare_words(const Wording& w) {
    const std::size_t n = w.pivot->words.size();
    std::vector<char> kept(n + 1, 1);   // the word is in every reading
    std::vector<char> tight(n + 1, 1);  // nothing is put in before the word, in any reading
    for (std::size_t r = 0; r < w.others.size(); ++r) {
      int before = -1;
      for (std::size_t i = 0; i <= n; ++i) {
        const int at = i < n ? w.to[r][i] : static_cast<int>(w.others[r]->words.size());
        if (at < 0) {
          kept[i] = 0;
          continue;
        }
        if (at != before + 1) tight[i] = 0;
        before = at;
      }
    }
    for (std::size_t i = 0; i <= n;) {
      if (kept[i] && tight[i]) {
        ++i;
        continue;
      }
      std::size_t end = kept[i] ? i : i + 1;
      while (end < n && !kept[end]) ++end;
      note_change(w, i, end);
      i = std::max(end, i + 1);
    }
  }

  // What reading r has for the pivot's words [begin, end) and what is put in around them.
  std::uint64_t reading_of(const Wording& w, std::size_t r, std::size_t begin, std::size_t end) const {
    int from = 0;
    for (std::size_t i = begin; i-- > 0;) {
      if (w.to[r][i] >= 0) {
        from = w.to[r][i] + 1;
        break;
      }
    }
    int to = static_cast<int>(w.others[r]->words.size());
    for (std::size_t i = end; i < w.pivot->words.size(); ++i) {
      if (w.to[r][i] >= 0) {
        to = w.to[r][i];
        break;
      }
    }
    std::uint64_t h = 1;
    for (int i = from; i < to; ++i) h = mix(h ^ w.others[r]->words[static_cast<std::size_t>(i)]);
    return h;
  }

  void note_change(const Wording& w, std::size_t begin, std::size_t end) {
    std::vector<std::uint64_t> word(out_.sentences.size(), 0);  // 0: the member lacks it
    std::uint64_t pivot = 1;
    for (std::size_t i = begin; i < end; ++i) pivot = mix(pivot ^ w.pivot->words[i]);
    std::set<std::uint64_t> different{pivot};
    for (const std::size_t m : w.pivot->members) word[m] = pivot;
    for (std::size_t r = 0; r < w.others.size(); ++r) {
      const std::uint64_t h = reading_of(w, r, begin, end);
      different.insert(h);
      for (const std::size_t m : w.others[r]->members) word[m] = h;
    }
    if (different.size() < 2) return;
    const std::vector<std::uint64_t> key(different.begin(), different.end());
    States state(word.size(), kNoReading);
    for (std::size_t m = 0; m < word.size(); ++m) {
      if (word[m])
        state[m] = static_cast<std::uint16_t>(std::lower_bound(key.begin(), key.end(), word[m]) - key.begin());
    }
    for (States& known : changes_[key]) {
      if (agree(known, state)) {
        for (std::size_t m = 0; m < state.size(); ++m) known[m] = std::min(known[m], state[m]);
        return;
      }
    }
    if (changes_[key].size() < kMostWordings) changes_[key].push_back(state);
  }

  static bool agree(const States& x, const States& y) {
    for (std::size_t m = 0; m < x.size(); ++m) {
      if (x[m] != kNoReading && y[m] != kNoReading && x[m] != y[m]) return false;
    }
    return true;
  }

  Collation out_;
  std::vector<std::size_t> first_;  // of each member's sentences, over all
  std::vector<std::size_t> home_;   // union-find over all sentences
  std::vector<std::map<std::size_t, std::pair<std::size_t, std::size_t>>>
      held_;                                                           // by home: first and last of each member
  std::vector<std::vector<std::uint64_t>> sorted_;                     // words of all sentences
  std::map<std::vector<std::uint64_t>, std::vector<States>> changes_;  // by the words
  std::vector<States> rewritten_;
};

}  // namespace

std::vector<int> align_words(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  const std::size_t wide = b.size() + 1;
  std::vector<std::uint16_t> longest((a.size() + 1) * wide, 0);  // of a[i..], b[j..]
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i * wide + j] = a[i] == b[j] ? static_cast<std::uint16_t>(longest[(i + 1) * wide + j + 1] + 1)
                                           : std::max(longest[(i + 1) * wide + j], longest[i * wide + j + 1]);
    }
  }
  std::vector<int> to(a.size(), -1);
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      to[i++] = static_cast<int>(j++);
    } else {
      (longest[(i + 1) * wide + j] >= longest[i * wide + j + 1] ? i : j) += 1;
    }
  }
  return to;
}

Collation collate(std::span<const Article* const> members, std::span<const Clues> clues,
                  std::span<const MemberPair> pairs, std::size_t whole) {
  return Collator(members, clues).run(pairs, whole);
}

}  // namespace tellings::lineage
