// Articles that copying connects go back to one account, so the groups are the
// connected parts of the graph of copies, but for two things.
//
// One wrong pair must not weld two accounts together.  So parts are joined
// from the surest pair down, and only while the pairs between them speak for it
// on balance: each pair with the logarithm of its odds, each pair that is not
// there slightly against it.  Single link, the same without the balance, is
// what chains whole archives into one cluster.
//
// And an article made from two accounts must not weld them either.  It shows in
// its own text: some of its copies cover one stretch of it, others another
// stretch, and the two sides share nothing with each other.  Such an article is
// taken out, the rest is grouped, and it is then put into the group of each side.
//
// The range: each group that hangs together by a doubtful pair could be two,
// each two groups that a doubtful pair could join might be one.
#include "tellings/lineage/accounts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

namespace tellings::lineage {
namespace {

// What a pair that `copies` did not print says, in log-odds, and at most how
// many such count for each that it did print: in a large story not all pairs
// are looked at.
constexpr double kAbsent = -0.7;
constexpr std::size_t kAbsentPerPair = 3;

// No single pair outweighs more than this, in log-odds: its score is an estimate.
constexpr double kSurest = 4.0;

// The least text of each side in an article made from two accounts.
constexpr std::size_t kLeastSideBytes = 150;

// Sides of a merge share at most this part of the shorter one's stretch.
constexpr double kMostOverlap = 0.3;

// Sentences without quotations that two accounts do not have in common by
// chance: independent reports of one event share two at times, never three
// (measured on artificial families, docs/algorithms/lineage.md).
constexpr std::size_t kLeastVerbatim = 3;
constexpr std::uint32_t kLeastSentenceBytes = 40;

// What a pair between the sides that is no copy says, in log-odds.
constexpr double kAbsentBetweenSides = -2;

// Pairs of an article that are looked at for its sides.
constexpr std::size_t kMostNeighbours = 48;

// A join or a split with a probability between these makes the range wider.
constexpr double kDoubtful = 0.2;
constexpr double kSure = 0.8;

double log_odds(double p) {
  const double odds = std::log(std::max(p, 1e-9) / std::max(1 - p, 1e-9));
  return std::clamp(odds, -kSurest, kSurest);
}

// A pair between the story's articles, by their place in it.
struct Link {
  int a = 0;
  int b = 0;
  const Copy* pair = nullptr;
};

using Spans = std::vector<Span>;

std::size_t length(const Spans& spans) {
  std::size_t sum = 0;
  for (const Span s : spans) sum += s.size();
  return sum;
}

// Sorted and without overlaps.
Spans tidy(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans out;
  for (const Span s : spans) {
    if (!out.empty() && s.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, s.end);
    } else {
      out.push_back(s);
    }
  }
  return out;
}

std::size_t shared(const Spans& x, const Spans& y) {
  std::size_t sum = 0;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    const std::uint32_t begin = std::max(x[i].begin, y[j].begin);
    const std::uint32_t end = std::min(x[i].end, y[j].end);
    if (begin < end) sum += end - begin;
    (x[i].end < y[j].end ? i : j) += 1;
  }
  return sum;
}

// One side of an article made from two accounts: who covers what of it.
struct Cover {
  std::vector<int> articles;
  Spans spans;
};

// The passages of a pair on the side of one of its articles, of one kind.
Spans passages_on(int article, const Link& l, PassageKind kind) {
  Spans out;
  for (const Passage& p : l.pair->passages) {
    if (p.kind == kind) out.push_back(l.a == article ? p.a : p.b);
  }
  return tidy(std::move(out));
}

constexpr PassageKind kNearestFirst[] = {PassageKind::same, PassageKind::edited, PassageKind::paraphrased};

// The neighbours of an article by the stretches of it that they cover.  A stretch
// that a neighbour has in other words, while somebody has it word for word, is
// not its doing: two reports of one event have sentences that look like
// paraphrases of each other.
std::vector<Cover> covers(int article, std::span<const Link> links) {
  std::vector<Spans> found(links.size());
  Spans nearer;
  for (const PassageKind kind : kNearestFirst) {
    Spans all = nearer;
    for (std::size_t i = 0; i < links.size(); ++i) {
      for (const Span s : passages_on(article, links[i], kind)) {
        if (2 * shared({s}, nearer) >= s.size()) continue;
        found[i].push_back(s);
        all.push_back(s);
      }
    }
    nearer = tidy(std::move(all));
  }
  std::vector<Cover> out;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const int neighbour = links[i].a == article ? links[i].b : links[i].a;
    Cover one{.articles = {neighbour}, .spans = tidy(std::move(found[i]))};
    for (auto other = out.begin(); other != out.end();) {
      const std::size_t less = std::min(length(one.spans), length(other->spans));
      if (static_cast<double>(shared(one.spans, other->spans)) <= kMostOverlap * static_cast<double>(less)) {
        ++other;
        continue;
      }
      one.articles.insert(one.articles.end(), other->articles.begin(), other->articles.end());
      one.spans.insert(one.spans.end(), other->spans.begin(), other->spans.end());
      one.spans = tidy(std::move(one.spans));
      other = out.erase(other);
    }
    if (length(one.spans) > 0) out.push_back(std::move(one));
  }
  std::erase_if(out, [](const Cover& c) { return length(c.spans) < kLeastSideBytes; });
  return out;
}

// True if whole sentences without quotation marks stand in both, word for word:
// as a whole the two are no copies, but a part may have been taken over.
bool has_verbatim_run(const Article& a, const Copy& pair) {
  std::size_t sentences = 0;
  for (const Passage& p : pair.passages) {
    const std::string_view text = slice(a.text, p.a);
    const bool quotes = text.find_first_of("\"") != text.npos || text.find("\u201c") != text.npos;
    sentences += p.kind == PassageKind::same && p.a.size() >= kLeastSentenceBytes && !quotes;
  }
  return sentences >= kLeastVerbatim;
}

class Grouping {
 public:
  Grouping(std::span<const Article> articles, const Story& story, std::span<const Copy* const> pairs)
      : story_(story), size_(story.articles.size()) {
    const auto place = [&](ArticleNo a) {
      return static_cast<int>(std::lower_bound(story.articles.begin(), story.articles.end(), a) -
                              story.articles.begin());
    };
    links_of_.resize(size_);
    for (const Copy* p : pairs) {
      const Link l{place(p->a), place(p->b), p};
      (is_copy(*p) ? links_ : doubtful_).push_back(l);
      if (!is_copy(*p) && has_verbatim_run(articles[index(p->a)], *p)) borrowed_.push_back(l);
    }
    std::stable_sort(links_.begin(), links_.end(),
                     [](const Link& x, const Link& y) { return x.pair->score > y.pair->score; });
    for (const Link& l : links_) linked_[{l.a, l.b}] = l.pair->score;
    for (const auto& list : {links_, borrowed_}) {
      for (const Link& l : list) {
        for (const int i : {l.a, l.b}) {
          auto& near = links_of_[static_cast<std::size_t>(i)];
          if (near.size() < kMostNeighbours) near.push_back(l);
        }
      }
    }
  }

  Accounts run() {
    find_merges();
    join();
    return result();
  }

 private:
  // True if the pairs between the two sides do not speak for one account.
  bool apart(const Cover& x, const Cover& y) const {
    double sum = 0;
    for (const int a : x.articles) {
      for (const int b : y.articles) {
        const auto pair = linked_.find({std::min(a, b), std::max(a, b)});
        sum += pair == linked_.end() ? kAbsentBetweenSides : log_odds(pair->second);
      }
    }
    return sum < 0;
  }

  void find_merges() {
    sides_.resize(size_);
    for (std::size_t i = 0; i < size_; ++i) {
      if (links_of_[i].size() < 2) continue;
      auto sides = covers(static_cast<int>(i), links_of_[i]);
      if (sides.size() != 2 || !apart(sides[0], sides[1])) continue;
      // Of two neighbours that could each be the merge, the one with more text from elsewhere is.
      sides_[i] = std::move(sides);
    }
  }

  bool is_merge(int i) const { return !sides_[static_cast<std::size_t>(i)].empty(); }

  struct Between {
    double sum = 0;
    std::size_t pairs = 0;
  };

  int find(int i) {
    while (home_[static_cast<std::size_t>(i)] != i) {
      i = home_[static_cast<std::size_t>(i)] = home_[static_cast<std::size_t>(home_[static_cast<std::size_t>(i)])];
    }
    return i;
  }

  double support(const Between& e, int x, int y) const {
    const std::size_t all = count_[static_cast<std::size_t>(x)] * count_[static_cast<std::size_t>(y)];
    const std::size_t absent = std::min(all - std::min(all, e.pairs), kAbsentPerPair * e.pairs);
    return e.sum + kAbsent * static_cast<double>(absent);
  }

  void join() {
    home_.resize(size_);
    std::iota(home_.begin(), home_.end(), 0);
    count_.assign(size_, 1);
    between_.resize(size_);
    const auto note = [&](const Link& l) {
      if (is_merge(l.a) || is_merge(l.b)) return;
      const double odds = log_odds(l.pair->score);
      between_[static_cast<std::size_t>(l.a)][l.b] = {odds, 1};
      between_[static_cast<std::size_t>(l.b)][l.a] = {odds, 1};
    };
    for (const Link& l : links_) note(l);
    for (const Link& l : doubtful_) note(l);
    for (bool again = true; again;) {
      again = false;
      for (const Link& l : links_) {
        if (is_merge(l.a) || is_merge(l.b)) continue;
        const int x = find(l.a);
        const int y = find(l.b);
        if (x == y || support(between_[static_cast<std::size_t>(x)][y], x, y) <= 0) continue;
        unite(x, y);
        again = true;
      }
    }
  }

  void unite(int x, int y) {
    if (std::pair(between_[static_cast<std::size_t>(x)].size(), -x) <
        std::pair(between_[static_cast<std::size_t>(y)].size(), -y)) {
      std::swap(x, y);
    }
    home_[static_cast<std::size_t>(y)] = x;
    count_[static_cast<std::size_t>(x)] += count_[static_cast<std::size_t>(y)];
    between_[static_cast<std::size_t>(x)].erase(y);
    for (const auto& [z, e] : between_[static_cast<std::size_t>(y)]) {
      if (z == x) continue;
      for (Between* b : {&between_[static_cast<std::size_t>(x)][z], &between_[static_cast<std::size_t>(z)][x]}) {
        b->sum += e.sum;
        b->pairs += e.pairs;
      }
      between_[static_cast<std::size_t>(z)].erase(y);
    }
    between_[static_cast<std::size_t>(y)].clear();
  }

  Accounts result() {
    std::map<int, std::vector<int>> groups;  // by root
    for (std::size_t i = 0; i < size_; ++i) {
      if (!is_merge(static_cast<int>(i))) groups[find(static_cast<int>(i))].push_back(static_cast<int>(i));
    }
    Accounts out;
    place_merges(&groups, &out);
    for (auto& [root, members] : groups) {
      std::sort(members.begin(), members.end());
      std::vector<ArticleNo> group;
      for (const int i : members) group.push_back(story_.articles[static_cast<std::size_t>(i)]);
      out.groups.push_back(std::move(group));
    }
    std::sort(out.groups.begin(), out.groups.end());
    const int best = static_cast<int>(out.groups.size());
    out.count = {std::max(1, best - might_join()), best, best + might_split()};
    return out;
  }

  // Puts each merge into the group of most articles of each side.
  void place_merges(std::map<int, std::vector<int>>* groups, Accounts* out) {
    for (std::size_t i = 0; i < size_; ++i) {
      const int m = static_cast<int>(i);
      if (!is_merge(m)) continue;
      std::set<int> homes;
      for (const Cover& side : sides_[i]) {
        std::map<int, int> votes;
        for (const int a : side.articles) {
          if (!is_merge(a)) ++votes[find(a)];
        }
        const auto most =
            std::max_element(votes.begin(), votes.end(), [](auto& x, auto& y) { return x.second < y.second; });
        if (most != votes.end()) homes.insert(most->first);
      }
      if (homes.empty()) homes.insert(m);
      for (const int home : homes) (*groups)[home].push_back(m);
      if (homes.size() > 1) out->merges.push_back(story_.articles[i]);
    }
  }

  // How many more groups there would be without the doubtful pairs that hold
  // groups together: of the surest pairs that span a group, those below kSure.
  int might_split() {
    std::vector<int> home(size_);
    std::iota(home.begin(), home.end(), 0);
    return spanning(&home, links_, [&](const Link& l) { return l.pair->score < kSure && find(l.a) == find(l.b); });
  }

  // How many groups could be one with another.
  int might_join() {
    std::vector<Link> maybe;
    for (const auto& list : {links_, doubtful_}) {
      for (const Link& l : list) {
        if (l.pair->score >= kDoubtful && find(l.a) != find(l.b)) maybe.push_back(l);
      }
    }
    std::vector<int> home = home_;
    return spanning(&home, maybe, [](const Link&) { return true; });
  }

  template <typename Counts>
  int spanning(std::vector<int>* home, const std::vector<Link>& links, Counts counts) {
    const auto root = [&](int i) {
      while ((*home)[static_cast<std::size_t>(i)] != i) i = (*home)[static_cast<std::size_t>(i)];
      return i;
    };
    int n = 0;
    for (const Link& l : links) {
      if (is_merge(l.a) || is_merge(l.b)) continue;
      const int x = root(l.a);
      const int y = root(l.b);
      if (x == y) continue;
      (*home)[static_cast<std::size_t>(std::max(x, y))] = std::min(x, y);
      n += counts(l);
    }
    return n;
  }

  const Story& story_;
  std::size_t size_;
  std::vector<Link> links_;                       // copies, surest first
  std::vector<Link> doubtful_;                    // pairs that are none, or hardly
  std::vector<Link> borrowed_;                    // of these, pairs with whole sentences in common
  std::vector<std::vector<Link>> links_of_;       // the surest of each article
  std::map<std::pair<int, int>, double> linked_;  // the scores of links_
  std::vector<std::vector<Cover>> sides_;         // of merges; empty for others
  std::vector<int> home_;
  std::vector<std::size_t> count_;
  std::vector<std::map<int, Between>> between_;
};

}  // namespace

std::vector<const Copy*> pairs_within(const Story& story, std::span<const Copy> copies) {
  std::vector<const Copy*> out;
  for (const ArticleNo a : story.articles) {
    auto pair = std::lower_bound(copies.begin(), copies.end(), a, [](const Copy& c, ArticleNo x) { return c.a < x; });
    for (; pair != copies.end() && pair->a == a; ++pair) {
      if (std::binary_search(story.articles.begin(), story.articles.end(), pair->b)) out.push_back(&*pair);
    }
  }
  return out;
}

Accounts group_accounts(std::span<const Article> articles, const Story& story, std::span<const Copy* const> pairs) {
  return Grouping(articles, story, pairs).run();
}

}  // namespace tellings::lineage
