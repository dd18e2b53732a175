// The descent that explains the texts with the least change.
//
// On the way from a text to its copy sentences are lost (the end most often,
// other stretches less), rarely some are put in, words are changed, sentences
// rewritten, datelines cut and credits added.  Each change has a price, near to
// the negative logarithm of how often a copyist makes it, and the price of a tree is
// the sum over its edges.  The prices are not the same both ways, which is what tells
// a copy from its original: to drop four closing paragraphs is cheap, to write
// them is not.
//
// A lost text costs a fee and may then be anything: it gets what its children and
// parent have by majority.  It pays where siblings share what none could have given to the
// others: B has a paragraph that A lacks, C has a reading of A's where B errs.
// That a text of two children has what one of them lacks costs one loss; that
// either gained it from nowhere costs more.
//
// Small accounts are searched by hill climbing from several starts over trees
// with lost nodes; all trees that were priced on the way, weighted by the
// exponent of their price, give the confidence of an edge.  Large ones are solved by
// Chu-Liu and Edmonds over the pairs that share text, with one lost root.
#include "tellings/lineage/descent.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "tellings/lineage/arborescence.h"
#include "tellings/lineage/pricing.h"

namespace tellings::lineage {
namespace {

constexpr std::size_t kMostParents = 12;  // tried for each of many members

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// A tree over members and lost texts.  Nodes from `members` on are lost ones.
using Tree = std::vector<int>;

std::vector<std::vector<int>> children_of(const Tree& tree) {
  std::vector<std::vector<int>> out(tree.size());
  for (std::size_t v = 0; v < tree.size(); ++v) {
    if (tree[v] >= 0) out[at(tree[v])].push_back(static_cast<int>(v));
  }
  return out;
}

int root_of(const Tree& tree) { return static_cast<int>(std::find(tree.begin(), tree.end(), -1) - tree.begin()); }

// The nodes, parents before children.
std::vector<int> downwards(const Tree& tree, const std::vector<std::vector<int>>& children) {
  std::vector<int> order{root_of(tree)};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto& next = children[at(order[i])];
    order.insert(order.end(), next.begin(), next.end());
  }
  return order;
}

// Takes lost texts with fewer than two children out and numbers the others by
// the first member below them, so that equal trees are equal vectors.
Tree tidy(Tree tree, std::size_t members) {
  for (bool again = true; again;) {
    again = false;
    const auto children = children_of(tree);
    for (std::size_t h = members; h < tree.size() && !again; ++h) {
      if (children[h].size() >= 2) continue;
      for (const int c : children[h]) tree[at(c)] = tree[h];
      tree.erase(tree.begin() + static_cast<std::ptrdiff_t>(h));
      for (int& p : tree) p -= p > static_cast<int>(h);
      again = true;
    }
  }
  std::vector<int> first(tree.size(), std::numeric_limits<int>::max());
  for (std::size_t m = 0; m < members; ++m) {
    std::size_t steps = 0;
    for (int v = static_cast<int>(m); v >= 0 && steps <= tree.size(); v = tree[at(v)], ++steps) {
      first[at(v)] = std::min(first[at(v)], static_cast<int>(m));
    }
  }
  const auto children = children_of(tree);
  std::vector<int> lost;
  for (std::size_t h = members; h < tree.size(); ++h) lost.push_back(static_cast<int>(h));
  // Of two lost texts with one first member the upper comes first.
  std::vector<int> depth(tree.size(), 0);
  for (const int v : downwards(tree, children)) depth[at(v)] = tree[at(v)] < 0 ? 0 : depth[at(tree[at(v)])] + 1;
  std::sort(lost.begin(), lost.end(), [&](int x, int y) {
    return std::pair(first[at(x)], depth[at(x)]) < std::pair(first[at(y)], depth[at(y)]);
  });
  std::vector<int> number(tree.size());
  std::iota(number.begin(), number.end(), 0);
  for (std::size_t i = 0; i < lost.size(); ++i) number[at(lost[i])] = static_cast<int>(members + i);
  Tree out(tree.size());
  for (std::size_t v = 0; v < tree.size(); ++v) out[at(number[v])] = tree[v] < 0 ? -1 : number[at(tree[v])];
  return out;
}

class Search {
 public:
  explicit Search(const Pricing& pricing)
      : pricing_(pricing), n_(pricing.members()), edge_(n_ * n_, 0), rewriting_(n_ * n_, 0) {
    for (std::size_t x = 0; x < n_; ++x) {
      for (std::size_t y = 0; y < n_; ++y) {
        if (x == y) continue;
        edge_[x * n_ + y] = pricing.between(x, y);
        rewriting_[x * n_ + y] = pricing.rewrites(pricing.traits()[x], pricing.traits()[y]);
      }
    }
  }

  Tree run() {
    Tree best;
    double least = std::numeric_limits<double>::infinity();
    for (const Tree& start : starts()) {
      auto [tree, price] = climb(tidy(start, n_));
      if (std::pair(price, tree) < std::pair(least, best)) least = price, best = tree;
    }
    return best;
  }

  // Of each node of the tree, how sure it is that it was made from its parent,
  // and that its parent was made from it: the share of all priced trees, by
  // weight, that say so.
  void set_confidence(Descent* out) const {
    const Tree& tree = out->parent;
    out->confidence.assign(tree.size(), 0);
    out->reversed.assign(tree.size(), 0);
    double least = std::numeric_limits<double>::infinity();
    for (const auto& [t, price] : priced_) least = std::min(least, price);
    double sum = 0;
    for (const auto& [t, price] : priced_) {
      const double weight = std::exp((least - price) / kPrices.temperature);
      sum += weight;
      for (std::size_t v = 0; v < n_; ++v) {
        const int p = tree[v];
        if (p < 0) continue;
        if (says(t, static_cast<int>(v), p)) out->confidence[v] += weight;
        if (at(p) < n_ && says(t, p, static_cast<int>(v))) out->reversed[v] += weight;
      }
    }
    for (double& p : out->confidence) p /= sum;
    for (double& p : out->reversed) p /= sum;
    // A lost text between others is as sure as a coin: no article of its own bears it out.
    for (std::size_t v = n_; v < tree.size(); ++v) out->confidence[v] = tree[v] < 0 ? 0 : 0.5;
  }

  double price(const Tree& tree) {
    const auto found = priced_.find(tree);
    return found != priced_.end() ? found->second : priced_[tree] = work_out(tree);
  }

  std::vector<Traits> lost_traits(const Tree& tree) const {
    const auto children = children_of(tree);
    const auto order = downwards(tree, children);
    std::vector<Traits> lost(tree.size() - n_);
    const auto traits = [&](int v) { return at(v) < n_ ? &pricing_.traits()[at(v)] : &lost[at(v) - n_]; };
    const auto set = [&](int v, bool with_parent) {
      std::vector<const Traits*> below;
      for (const int c : children[at(v)]) below.push_back(traits(c));
      lost[at(v) - n_] = pricing_.between_all(below, with_parent && tree[at(v)] >= 0 ? traits(tree[at(v)]) : nullptr);
    };
    for (auto v = order.rbegin(); v != order.rend(); ++v) {
      if (at(*v) >= n_) set(*v, false);
    }
    for (const int v : order) {
      if (at(v) >= n_ && tree[at(v)] >= 0) set(v, true);
    }
    return lost;
  }

 private:
  // True if v was made from p in the tree, at once or through others; of a lost
  // text p, if it was made from any lost text.
  bool says(const Tree& tree, int v, int p) const {
    for (v = tree[at(v)]; v >= 0; v = tree[at(v)]) {
      if (at(p) < n_ ? v == p : v >= static_cast<int>(n_)) return true;
    }
    return false;
  }

  double work_out(const Tree& tree) const {
    const std::vector<Traits> lost = lost_traits(tree);
    const auto traits = [&](int v) -> const Traits& {
      return at(v) < n_ ? pricing_.traits()[at(v)] : lost[at(v) - n_];
    };
    double sum = 0;
    std::vector<char> rewriting(tree.size(), 0);
    for (std::size_t v = 0; v < tree.size(); ++v) {
      const int p = tree[v];
      if (p < 0) {
        sum += v < n_ ? pricing_.root(v) : kPrices.lost_root;
        continue;
      }
      if (v >= n_) sum += kPrices.lost_inner;
      if (tree[at(p)] >= 0) sum += kPrices.deep;
      sum += v < n_ && at(p) < n_ ? edge_[at(p) * n_ + v] : pricing_.texts(traits(p), traits(static_cast<int>(v)));
      rewriting[v] =
          v < n_ && at(p) < n_ ? rewriting_[at(p) * n_ + v] : pricing_.rewrites(traits(p), traits(static_cast<int>(v)));
    }
    for (std::size_t v = 0; v < tree.size(); ++v) {
      if (tree[v] >= 0 && rewriting[at(tree[v])] && !rewriting[v]) sum += kPrices.copied_rewriting;
    }
    return sum;
  }

  std::vector<Tree> starts() const {
    std::vector<Tree> out;
    Tree star(n_ + 1, static_cast<int>(n_));
    star.back() = -1;
    out.push_back(star);
    std::vector<Arc> arcs;
    for (std::size_t x = 0; x < n_; ++x) {
      for (std::size_t y = 0; y < n_; ++y) {
        if (x != y) arcs.push_back({static_cast<int>(x), static_cast<int>(y), edge_[x * n_ + y]});
      }
    }
    for (std::size_t r = 0; r < n_; ++r) out.push_back(arborescence(static_cast<int>(n_), static_cast<int>(r), arcs));
    return out;
  }

  std::pair<Tree, double> climb(Tree tree) {
    double least = price(tree);
    for (bool better = true; better;) {
      better = false;
      Tree next;
      for (Tree& t : neighbours(tree)) {
        t = tidy(std::move(t), n_);
        const double p = price(t);
        if (p < least - 1e-9) least = p, next = t, better = true;
      }
      if (better) tree = std::move(next);
    }
    return {tree, least};
  }

  std::vector<Tree> neighbours(const Tree& tree) const {
    std::vector<Tree> out;
    const auto children = children_of(tree);
    const int size = static_cast<int>(tree.size());
    const int root = root_of(tree);
    for (int x = 0; x < size; ++x) {
      if (x == root) continue;
      hang_elsewhere(tree, x, &out);
      turn(tree, x, &out);
      swap_with_parent(tree, x, children, &out);
    }
    if (at(root) < n_) {
      lose_root(tree, root, children, &out);
    } else {
      find_root(tree, root, children, &out);
    }
    if (n_ <= 8) lose_between(tree, children, &out);
    return out;
  }

  static bool below(const Tree& tree, int v, int top) {
    for (; v >= 0; v = tree[at(v)]) {
      if (v == top) return true;
    }
    return false;
  }

  static void hang_elsewhere(const Tree& tree, int x, std::vector<Tree>* out) {
    for (int y = 0; y < static_cast<int>(tree.size()); ++y) {
      if (y == tree[at(x)] || below(tree, y, x)) continue;
      out->push_back(tree);
      out->back()[at(x)] = y;
    }
  }

  // The tree with x at its root, all edges on the way turned.
  static void turn(const Tree& tree, int x, std::vector<Tree>* out) {
    out->push_back(tree);
    int above = -1;
    for (int v = x; v >= 0;) {
      const int next = tree[at(v)];
      out->back()[at(v)] = above;
      above = v;
      v = next;
    }
  }

  static void swap_with_parent(const Tree& tree, int x, const std::vector<std::vector<int>>& children,
                               std::vector<Tree>* out) {
    const int p = tree[at(x)];
    Tree t = tree;
    t[at(x)] = tree[at(p)];
    t[at(p)] = x;
    for (const int c : children[at(p)]) {
      if (c != x) t[at(c)] = x;  // x takes the others over
    }
    out->push_back(t);
    for (const int c : children[at(x)]) t[at(c)] = p;  // and gives its own
    out->push_back(t);
  }

  static void lose_root(const Tree& tree, int root, const std::vector<std::vector<int>>& children,
                        std::vector<Tree>* out) {
    Tree all = tree;
    const int h = static_cast<int>(all.size());
    all.push_back(-1);
    all[at(root)] = h;
    for (const int c : children[at(root)]) {
      all[at(c)] = h;
      Tree one = tree;
      one.push_back(-1);
      one[at(root)] = one[at(c)] = h;
      out->push_back(one);
    }
    out->push_back(all);
  }

  static void find_root(const Tree& tree, int root, const std::vector<std::vector<int>>& children,
                        std::vector<Tree>* out) {
    for (const int top : children[at(root)]) {
      Tree t = tree;
      for (const int c : children[at(root)]) t[at(c)] = top;
      t[at(top)] = -1;
      t[at(root)] = top;  // without children, so tidy() takes it out
      out->push_back(t);
    }
  }

  // A lost text between a node and two of its children, or all below another node.
  void lose_between(const Tree& tree, const std::vector<std::vector<int>>& children, std::vector<Tree>* out) const {
    const int h = static_cast<int>(tree.size());
    for (std::size_t p = 0; p < tree.size(); ++p) {
      for (std::size_t i = 0; i < children[p].size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (p >= n_ && children[p].size() == 2) continue;
          Tree t = tree;
          t.push_back(static_cast<int>(p));
          t[at(children[p][i])] = t[at(children[p][j])] = h;
          out->push_back(t);
        }
      }
    }
  }

  const Pricing& pricing_;
  std::size_t n_;
  std::vector<double> edge_;
  std::vector<char> rewriting_;
  std::map<Tree, double> priced_;
};

// --- large accounts ----------------------------------------------------------------------------

// The pairs in which a member takes part, fullest first.
std::vector<std::vector<std::size_t>> nearest(std::size_t members, std::span<const MemberPair> pairs) {
  std::vector<std::vector<std::pair<double, std::size_t>>> near(members);
  for (const MemberPair& p : pairs) {
    const double shared = p.copy->covered_a + p.copy->covered_b;
    near[p.a].emplace_back(-shared, p.b);
    near[p.b].emplace_back(-shared, p.a);
  }
  std::vector<std::vector<std::size_t>> out(members);
  for (std::size_t m = 0; m < members; ++m) {
    std::sort(near[m].begin(), near[m].end());
    for (std::size_t i = 0; i < std::min(near[m].size(), kMostParents); ++i) out[m].push_back(near[m][i].second);
  }
  return out;
}

Descent hang_many(const Pricing& pricing, std::span<const MemberPair> pairs) {
  const std::size_t n = pricing.members();
  std::vector<const Traits*> all;
  for (const Traits& t : pricing.traits()) all.push_back(&t);
  const Traits lost = pricing.between_all(all, nullptr);
  const auto near = nearest(n, pairs);
  std::vector<Arc> arcs;
  std::vector<double> weight(n, 0);
  const int root = static_cast<int>(n);
  for (std::size_t m = 0; m < n; ++m) {
    for (const std::size_t p : near[m])
      arcs.push_back({static_cast<int>(p), static_cast<int>(m), pricing.between(p, m) + kPrices.deep});
    arcs.push_back({root, static_cast<int>(m), pricing.texts(lost, pricing.traits()[m])});
  }
  Descent out;
  out.parent = arborescence(root + 1, root, arcs);
  out.confidence.assign(n + 1, 0);
  out.reversed.assign(n + 1, 0);
  for (const Arc& a : arcs) {
    const double w = std::exp(-a.cost / kPrices.temperature);
    weight[at(a.to)] += w;
    if (out.parent[at(a.to)] == a.from) out.confidence[at(a.to)] += w;
  }
  for (std::size_t m = 0; m < n; ++m) out.confidence[m] = weight[m] > 0 ? out.confidence[m] / weight[m] : 0;
  const auto tops = std::count(out.parent.begin(), out.parent.end(), root);
  if (tops >= 2) {
    out.lost.push_back(lost);
    return out;
  }
  for (int& p : out.parent) p = p == root ? -1 : p;
  out.parent.pop_back();
  out.confidence.pop_back();
  out.reversed.pop_back();
  return out;
}

}  // namespace

Descent find_descent(const Collation& collation, std::span<const Clues> clues, std::span<const MemberPair> pairs) {
  const Pricing pricing(collation, clues, pairs);
  if (clues.size() > kMostSearched) return hang_many(pricing, pairs);
  Search search(pricing);
  Descent out;
  out.parent = search.run();
  search.set_confidence(&out);
  out.lost = search.lost_traits(out.parent);
  return out;
}

}  // namespace tellings::lineage
