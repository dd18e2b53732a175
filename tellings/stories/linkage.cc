// Average linkage, made near linear by what news is like.
//
// Two groups can only join if at least one link between them reaches
// least_mean(2), so the graph of such links falls into components that never
// meet: each is done by itself, on any thread.  Inside one, a heap holds the
// mean of every linked pair of groups; a mean of a union is the weighted mean
// of its parts (Lance and Williams 1967), so a join only adds up two short
// lists.  Single linkage would need no lists, and on the anchors' sets it loses
// .04 of F1 and makes the giant chains that users complain of.
#include "tellings/stories/linkage.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <queue>
#include <tuple>

#include "tellings/base/threads.h"

namespace tellings::stories {
namespace {

constexpr double kLeast = 0.17;        // of two articles, in the mean
constexpr double kPerSize = 0.03;      // more for every e-fold of the group
constexpr double kMostForSize = 0.04;  // and not more than this

// More than this share of the pairs must be linked.  Free on all sets; without
// it a round-up that joined one story early still pulls in the other.
constexpr double kQuorum = 0.5;
constexpr double kNever = -1;

// An article with so many links may have lacked the room for others.
constexpr std::uint32_t kFull = kMostCompared * 3 / 4;

// A round-up holds half of each of two stories, and is very like one article of
// either.  No likeness counts for more than this, so that it cannot outvote the
// pairs that have nothing in common.  No set loses by it.
constexpr double kSaturated = 0.5;

// Disjoint sets; the root is the smallest member.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t root(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// What a group knows of another: the sum over their linked pairs of likeness
// above kUnlinked, and how many pairs are linked.
struct Neighbour {
  std::uint32_t group;
  float linked;  // exact up to 2^24
  double above;
};

using Neighbours = std::vector<Neighbour>;  // ascending by group

Neighbours::iterator place_of(Neighbours* list, std::uint32_t group) {
  return std::ranges::lower_bound(*list, group, {}, &Neighbour::group);
}

struct Join {
  double margin;  // mean likeness over what is needed
  std::uint32_t a;
  std::uint32_t b;
  bool operator<(const Join& other) const {
    if (margin != other.margin) return margin < other.margin;
    return a != other.a ? a > other.a : b > other.b;
  }
};

// One component's groups, named by their smallest item, 0 to n - 1.
class Component {
 public:
  // Links between `local` numbers of items.
  Component(std::size_t items, std::span<const Link> links, std::span<const std::uint32_t> local)
      : neighbours_(items), sizes_(items, 1), full_(items), sets_(items) {
    std::vector<std::uint32_t> degree(items);
    for (const Link& l : links) ++degree[local[l.a]], ++degree[local[l.b]];
    for (std::size_t i = 0; i < items; ++i) {
      neighbours_[i].reserve(degree[i]);
      full_[i] = degree[i] >= kFull;
    }
    for (const Link& l : links) {
      const double above = evidence(l.likeness);
      const float linked = l.likeness >= kFaintest ? 1 : 0;
      neighbours_[local[l.a]].push_back({local[l.b], linked, above});
      neighbours_[local[l.b]].push_back({local[l.a], linked, above});
    }
    for (Neighbours& list : neighbours_) std::ranges::sort(list, {}, &Neighbour::group);
    for (std::uint32_t i = 0; i < items; ++i) offer(i, [i](std::uint32_t other) { return other > i; });
  }

  void run() {
    while (!joins_.empty()) {
      const Join best = joins_.top();
      joins_.pop();
      if (is_current(best)) join(best.a, best.b);
    }
  }

  std::uint32_t group_of(std::uint32_t item) { return sets_.root(item); }

  // Groups that touch, by their local numbers.
  std::vector<Touch> touching() const {
    std::vector<Touch> out;
    for (std::uint32_t a = 0; a < sizes_.size(); ++a) {
      for (const Neighbour& n : neighbours_[a]) {
        if (n.group < a || (!full_[a] && !full_[n.group])) continue;
        if (n.above > 0 && n.above + kUnlinked * n.linked >= kLeast * n.linked) out.push_back({a, n.group});
      }
    }
    return out;
  }

 private:
  double margin_of(std::uint32_t a, const Neighbour& n) const {
    return margin(n.above, n.linked, sizes_[a], sizes_[n.group]);
  }

  template <typename Wanted>
  void offer(std::uint32_t group, Wanted wanted) {
    for (const Neighbour& n : neighbours_[group]) {
      if (!wanted(n.group)) continue;
      const double m = margin_of(group, n);
      if (m >= 0) joins_.push({m, std::min(group, n.group), std::max(group, n.group)});
    }
  }

  // True unless one of the two has since been joined or changed.
  bool is_current(const Join& j) {
    if (sizes_[j.a] == 0 || sizes_[j.b] == 0) return false;
    const auto at = place_of(&neighbours_[j.a], j.b);
    return at != neighbours_[j.a].end() && at->group == j.b && margin_of(j.a, *at) == j.margin;
  }

  // What a and b know together of the others.
  Neighbours unite(std::uint32_t a, std::uint32_t b) const {
    Neighbours both;
    both.reserve(neighbours_[a].size() + neighbours_[b].size());
    std::ranges::merge(neighbours_[a], neighbours_[b], std::back_inserter(both), {}, &Neighbour::group,
                       &Neighbour::group);
    std::erase_if(both, [&](const Neighbour& n) { return n.group == a || n.group == b; });
    Neighbours united;
    for (const Neighbour& n : both) {
      if (!united.empty() && united.back().group == n.group) {
        united.back().above += n.above;
        united.back().linked += n.linked;
      } else {
        united.push_back(n);
      }
    }
    return united;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    const Neighbours united = unite(a, b);
    for (const Neighbour& n : united) rename(n, a, b);
    neighbours_[a] = united;
    neighbours_[b] = {};
    sizes_[a] += sizes_[b];
    full_[a] = full_[a] || full_[b];
    sizes_[b] = 0;
    sets_.join(a, b);
    offer(a, [](std::uint32_t) { return true; });
  }

  // In n.group's list: b is gone, a is what n says.
  void rename(const Neighbour& n, std::uint32_t a, std::uint32_t b) {
    Neighbours& list = neighbours_[n.group];
    if (const auto at = place_of(&list, b); at != list.end() && at->group == b) list.erase(at);
    const auto at = place_of(&list, a);
    if (at != list.end() && at->group == a) {
      at->above = n.above, at->linked = n.linked;
    } else {
      list.insert(at, {a, n.linked, n.above});
    }
  }

  std::vector<Neighbours> neighbours_;
  std::vector<std::size_t> sizes_;  // 0 for a group that was joined to another
  std::vector<bool> full_;          // of a group: an article in it may have lacked the room for links
  Sets sets_;
  std::priority_queue<Join> joins_;
};

}  // namespace

double least_mean(std::size_t size) {
  return kLeast + std::min(kPerSize * std::log(static_cast<double>(size) / 2), kMostForSize);
}

double margin(double above, double linked, std::size_t size_a, std::size_t size_b) {
  const double pairs = static_cast<double>(size_a) * static_cast<double>(size_b);
  if (linked <= pairs * kQuorum) return kNever;
  return above / pairs + kUnlinked - least_mean(size_a + size_b);
}

double evidence(double likeness) { return std::min(likeness, kSaturated) - kUnlinked; }

namespace {

// The items in the order of their components, and where each of these starts.
struct Components {
  std::vector<std::uint32_t> order;
  std::vector<std::size_t> starts;       // one more than components
  std::vector<std::uint32_t> component;  // of an item
  std::vector<std::uint32_t> local;      // place of an item in its component
};

Components components_of(std::size_t items, std::span<const Link> links) {
  Sets reach(items);
  for (const Link& l : links) {
    if (l.likeness >= least_mean(2)) reach.join(l.a, l.b);
  }
  Components out;
  out.order.resize(items);
  out.component.resize(items);
  out.local.resize(items);
  // The root is the smallest item, so numbering roots as they come is their order.
  std::vector<std::size_t> size;
  for (std::uint32_t i = 0; i < items; ++i) {
    const std::uint32_t root = reach.root(i);
    if (root == i) {
      out.component[i] = static_cast<std::uint32_t>(size.size());
      size.push_back(0);
    }
    out.component[i] = out.component[root];
    out.local[i] = static_cast<std::uint32_t>(size[out.component[i]]++);
  }
  out.starts.assign(size.size() + 1, 0);
  std::partial_sum(size.begin(), size.end(), out.starts.begin() + 1);
  for (std::uint32_t i = 0; i < items; ++i) out.order[out.starts[out.component[i]] + out.local[i]] = i;
  return out;
}

}  // namespace

std::vector<std::uint32_t> average_linkage(std::size_t items, std::vector<Link> links, std::size_t threads,
                                           std::vector<Touch>* touching) {
  const Components parts = components_of(items, links);
  std::erase_if(links, [&](const Link& l) { return parts.component[l.a] != parts.component[l.b]; });
  const auto component_of = [&](const Link& l) { return parts.component[l.a]; };
  std::ranges::sort(links, [&](const Link& x, const Link& y) {
    return std::tuple(component_of(x), x.b, x.a) < std::tuple(component_of(y), y.b, y.a);
  });
  std::vector<std::uint32_t> group(items);
  std::vector<std::vector<Touch>> touches(parts.starts.size() - 1);
  parallel_for(parts.starts.size() - 1, threads, [&](std::size_t c) {
    const std::size_t start = parts.starts[c];
    const std::size_t size = parts.starts[c + 1] - start;
    Component work(size, std::ranges::equal_range(links, static_cast<std::uint32_t>(c), {}, component_of), parts.local);
    work.run();
    for (std::uint32_t i = 0; i < size; ++i) group[parts.order[start + i]] = parts.order[start + work.group_of(i)];
    for (const Touch& t : work.touching()) touches[c].push_back({parts.order[start + t.a], parts.order[start + t.b]});
  });
  if (touching != nullptr) {
    for (const auto& some : touches) touching->insert(touching->end(), some.begin(), some.end());
  }
  return group;
}

}  // namespace tellings::stories
