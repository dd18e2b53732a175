// One story's lineage, account by account: articles are grouped
// (accounts.h), each group laid side by side (collation.h), its descent worked
// out (descent.h), its lost texts rebuilt (rebuild.h).  Here the results become
// nodes, edges and reasons.
#include "tellings/lineage/lineage.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "tellings/lineage/accounts.h"
#include "tellings/lineage/clues.h"
#include "tellings/lineage/collation.h"
#include "tellings/lineage/descent.h"
#include "tellings/lineage/reasons.h"
#include "tellings/lineage/rebuild.h"

namespace tellings::lineage {
namespace {

// An edge is printed from this share of all descents on, if at least so many
// times more of them have it this way round than the other.
constexpr double kLeastConfidence = 0.3;
constexpr double kLeastOdds = 2;

// How often edges of such a share are right: fitted on artificial traditions,
// where .3 proved right in 52 of 100 cases and .95 in 76 (docs/algorithms/lineage.md).
double how_often_right(double share) { return 0.45 + 0.35 * share; }

// A copy of a copy has this part of the say of the copy it was made from.
constexpr double kSayOfCopies = 0.3;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// One account: the members that descend from each other, then merges, which
// take a part of their text from it.
struct Account {
  std::vector<ArticleNo> members;
  std::size_t whole = 0;  // members that are no merges
  std::vector<const Article*> articles;
  std::vector<Clues> clues;
  std::vector<MemberPair> pairs;
  std::map<std::pair<std::size_t, std::size_t>, const Copy*> pair_of;  // the same, smaller member first
  Collation collation;
  Descent descent;
};

class Tracer {
 public:
  Tracer(std::span<const Article> articles, const Story& story, std::span<const Copy> copies)
      : articles_(articles),
        story_(story),
        pairs_(pairs_within(story, copies)),
        accounts_(group_accounts(articles, story, pairs_)) {}

  Lineage run() {
    for (const ArticleNo a : story_.articles)
      out_.nodes.push_back({.article = a, .id = {}, .credit = {}, .text = {}, .support = {}});
    for (const auto& group : accounts_.groups) {
      if (group.size() > 1) trace_account(group);
    }
    std::sort(out_.edges.begin(), out_.edges.end(),
              [](const Edge& x, const Edge& y) { return std::pair(x.to, x.from) < std::pair(y.to, y.from); });
    out_.witnesses = accounts_.groups;
    count();
    return std::move(out_);
  }

 private:
  bool is_merge(ArticleNo a) const { return std::binary_search(accounts_.merges.begin(), accounts_.merges.end(), a); }

  NodeNo node_of(ArticleNo a) const {
    const auto place = std::lower_bound(story_.articles.begin(), story_.articles.end(), a);
    return NodeNo{static_cast<std::uint32_t>(place - story_.articles.begin())};
  }

  void count() {
    std::set<std::string> outlets;  // one of them empty: not to be counted
    for (const ArticleNo a : story_.articles) {
      outlets.insert(articles_[index(a)].outlet);
    }
    const int n = static_cast<int>(story_.articles.size());
    out_.counts = {
        .articles = n, .outlets = {}, .texts = static_cast<int>(accounts_.groups.size()), .witnesses = accounts_.count};
    if (!outlets.contains("")) out_.counts.outlets = static_cast<int>(outlets.size());
  }

  Account account_of(const std::vector<ArticleNo>& group) const {
    Account out;
    for (const bool merges : {false, true}) {
      for (const ArticleNo a : group) {
        if (is_merge(a) == merges) out.members.push_back(a);
      }
      if (!merges) out.whole = out.members.size();
    }
    std::map<ArticleNo, std::size_t> number;
    for (std::size_t i = 0; i < out.members.size(); ++i) number[out.members[i]] = i;
    for (const ArticleNo a : out.members) {
      out.articles.push_back(&articles_[index(a)]);
      out.clues.push_back(read_clues(articles_[index(a)]));
    }
    for (const Copy* p : pairs_) {
      const auto a = number.find(p->a);
      const auto b = number.find(p->b);
      if (is_copy(*p) && a != number.end() && b != number.end()) out.pairs.push_back({a->second, b->second, p});
    }
    for (const MemberPair& p : out.pairs) out.pair_of[{std::min(p.a, p.b), std::max(p.a, p.b)}] = p.copy;
    out.collation = collate(out.articles, out.clues, out.pairs, out.whole);
    return out;
  }

  void trace_account(const std::vector<ArticleNo>& group) {
    Account account = account_of(group);
    Descent& d = account.descent;
    if (account.whole >= 2) {
      std::vector<MemberPair> pairs;
      for (const MemberPair& p : account.pairs) {
        if (std::max(p.a, p.b) < account.whole) pairs.push_back(p);
      }
      d = find_descent(account.collation, std::span(account.clues).first(account.whole), pairs);
    } else {
      d = {.parent = {-1}, .confidence = {0}, .reversed = {0}, .lost = {}};
    }
    std::vector<NodeNo> nodes;
    for (std::size_t i = 0; i < account.whole; ++i) nodes.push_back(node_of(account.members[i]));
    for (std::size_t h = account.whole; h < d.parent.size(); ++h) {
      nodes.push_back(NodeNo{static_cast<std::uint32_t>(out_.nodes.size())});
      add_lost(account, h);
    }
    for (std::size_t v = 0; v < d.parent.size(); ++v) {
      if (d.parent[v] >= 0) add_edge(account, v, nodes);
    }
    for (std::size_t m = account.whole; m < account.members.size(); ++m) add_merge(account, m, nodes);
  }

  // --- lost texts --------------------------------------------------------------------------

  // The members below a node, with their say.
  static std::vector<Voter> voters_below(const Account& account, std::size_t node) {
    std::vector<Voter> out;
    const auto& parent = account.descent.parent;
    for (std::size_t m = 0; m < account.whole; ++m) {
      double weight = 1;
      int v = parent[m];
      std::size_t branch = m;
      while (v >= 0 && at(v) != node) {
        if (at(v) < account.whole) weight *= kSayOfCopies;
        branch = at(v);
        v = parent[at(v)];
      }
      if (v >= 0) out.push_back({m, weight, branch});
    }
    return out;
  }

  void add_lost(const Account& account, std::size_t node) {
    const auto voters = voters_below(account, node);
    std::vector<std::string_view> texts;
    for (const Article* a : account.articles) texts.push_back(a->text);
    const Rebuilt r = rebuild(account.collation, texts, account.descent.lost[node - account.whole].has, voters);
    Node lost{.article = {},
              .id = "lost-" + std::to_string(++lost_),
              .credit = credit_of(account, voters),
              .text = r.text,
              .support = {}};
    for (const Backing& b : r.support) {
      Support s{.span = b.span, .articles = {}};
      for (const std::size_t m : b.members) s.articles.push_back(account.members[m]);
      lost.support.push_back(std::move(s));
    }
    out_.nodes.push_back(std::move(lost));
  }

  // The agency that most of the members credit, or were told things as.
  static std::string credit_of(const Account& account, const std::vector<Voter>& voters) {
    std::map<std::string, double> votes;
    for (const Voter& v : voters) {
      for (const std::string& c : account.clues[v.member].credits) votes[c] += 1;
      // "told The Associated Press" is the agency's own way of speaking, if less than a credit.
      for (const std::string& c : account.clues[v.member].told) votes[c] += 0.5;
    }
    std::string best;
    double most = 0;
    for (const auto& [name, n] : votes) {
      if (n > most) most = n, best = name;
    }
    return best;
  }

  // --- edges ---------------------------------------------------------------------------------

  static const Copy* pair_of(const Account& account, std::size_t x, std::size_t y) {
    const auto found = account.pair_of.find({std::min(x, y), std::max(x, y)});
    return found == account.pair_of.end() ? nullptr : found->second;
  }

  void add_edge(const Account& account, std::size_t v, const std::vector<NodeNo>& nodes) {
    const Descent& d = account.descent;
    const std::size_t p = at(d.parent[v]);
    if (d.confidence[v] < kLeastConfidence || d.confidence[v] < kLeastOdds * d.reversed[v]) return;
    const bool member = p < account.whole && v < account.whole;
    const Copy* pair = member ? pair_of(account, p, v) : nullptr;
    const Changes c = changes_between(account, p, v);
    Edge e{.from = nodes[p],
           .to = nodes[v],
           .kind = pair ? pair->kind : kind_of(c),
           .confidence = how_often_right(d.confidence[v]),
           .why = {}};
    e.why = reasons(account, p, v, c);
    out_.edges.push_back(std::move(e));
  }

  static Traits traits_of(const Account& account, std::size_t node) {
    if (node >= account.whole) return account.descent.lost[node - account.whole];
    return lineage::traits_of(account.collation, account.clues[node], node);
  }

  static Changes changes_between(const Account& account, std::size_t p, std::size_t v) {
    return changes(account.collation, traits_of(account, p), traits_of(account, v));
  }

  std::vector<std::string> reasons(const Account& account, std::size_t p, std::size_t v, const Changes& c) const {
    std::vector<std::string> out = describe(c, p < account.whole ? account.articles[p]->id : std::string());
    if (v < account.whole && p < account.whole) {
      const auto& x = account.clues[p].time;
      const auto& y = account.clues[v].time;
      if (x && y && x->last < y->first)
        out.push_back("was published later: " + account.articles[v]->published + " after " +
                      account.articles[p]->published);
    }
    if (v < account.whole && p >= account.whole) not_from_siblings(account, p, v, &out);
    return out;
  }

  // Why a copy of a lost text was not made from the others that came from it.
  static void not_from_siblings(const Account& account, std::size_t p, std::size_t v, std::vector<std::string>* out) {
    constexpr std::size_t kMostReasons = 4;
    constexpr std::size_t kMostSiblings = 64;  // looked at, so that large accounts take no time
    for (std::size_t s = 0; s < std::min(account.whole, kMostSiblings) && out->size() < kMostReasons; ++s) {
      if (s == v || account.descent.parent[s] != static_cast<int>(p)) continue;
      const auto& lost = account.descent.lost[p - account.whole].has;
      int n = 0;
      for (std::size_t k = 0; k < account.collation.places; ++k)
        n += lost[k] && account.collation.has[v][k] && !account.collation.has[s][k];
      if (n > 0) {
        out->push_back("has " + counted(n, "sentence") + " that " + account.articles[s]->id +
                       " lacks, so it was not made from " + account.articles[s]->id);
      }
    }
  }

  // A merge takes a part of its text from the node that has most of that part.
  void add_merge(const Account& account, std::size_t m, const std::vector<NodeNo>& nodes) {
    std::vector<std::uint8_t> known(account.collation.places,
                                    0);  // places of the account that are not the merge's alone
    for (std::size_t i = 0; i < account.whole; ++i) {
      for (std::size_t k = 0; k < known.size(); ++k) known[k] |= account.collation.has[i][k];
    }
    std::size_t best = 0;
    std::vector<double> price;
    Traits own = lineage::traits_of(account.collation, account.clues[m], m);
    for (std::size_t k = 0; k < known.size(); ++k) own.has[k] &= known[k];
    for (std::size_t v = 0; v < nodes.size(); ++v) {
      const Changes c = changes(account.collation, traits_of(account, v), own);
      const bool root = account.descent.parent[v] < 0;
      price.push_back(1.5 * (c.gained_sentences + c.replaced_runs) + 0.7 * c.wording + c.rewritten + (root ? 0 : 0.4));
      if (price[v] < price[best]) best = v;
    }
    double sum = 0;
    for (const double x : price) sum += std::exp(price[best] - x);
    double surest = 0;
    for (const MemberPair& p : account.pairs) {
      if (p.a == m || p.b == m) surest = std::max(surest, p.copy->score);
    }
    int shared = 0;
    for (const std::uint8_t h : own.has) shared += h;
    const int all = static_cast<int>(account.collation.sentences[m].size());
    const std::string name = best < account.whole ? account.articles[best]->id : "the lost text";
    out_.edges.push_back({.from = nodes[best],
                          .to = node_of(account.members[m]),
                          .kind = CopyKind::mixed,
                          .confidence = surest / sum,
                          .why = {std::to_string(shared) + " of its " + std::to_string(all) +
                                  " sentences are those of " + name + "; others come from another account"}});
  }

  std::span<const Article> articles_;
  const Story& story_;
  std::vector<const Copy*> pairs_;
  Accounts accounts_;
  Lineage out_;
  int lost_ = 0;
};

}  // namespace

Lineage trace(std::span<const Article> articles, const Story& story, std::span<const Copy> copies) {
  return Tracer(articles, story, copies).run();
}

}  // namespace tellings::lineage
