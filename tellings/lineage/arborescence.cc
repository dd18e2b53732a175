// Chu-Liu and Edmonds: every node takes its cheapest incoming arc; where these
// form a ring, the ring becomes one node whose incoming arcs are cheaper by
// what they would set free, and so on until no ring is left.  Then the rings are
// opened again, outermost first: the arc that enters a ring replaces the one
// that its target had inside.
//
// Tarjan's form keeps the incoming arcs of a node in a meldable heap with a
// delayed subtraction, so that making a ring one node is a few melds.  The heap
// here is a leftist one over an array of cells.
#include "tellings/lineage/arborescence.h"

#include <cassert>
#include <cstddef>
#include <numeric>
#include <utility>

namespace tellings::lineage {
namespace {

constexpr int kNone = -1;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Meldable heaps of arcs, least cost on top, with a delayed addition.
class Heaps {
 public:
  explicit Heaps(std::span<const Arc> arcs) : cells_(arcs.size()) {
    for (std::size_t i = 0; i < arcs.size(); ++i) cells_[i].key = arcs[i].cost;
  }

  double key(int heap) const { return cells_[at(heap)].key; }

  void add(int heap, double delta) {
    if (heap == kNone) return;
    cells_[at(heap)].key += delta;
    cells_[at(heap)].delayed += delta;
  }

  // Recursion is as deep as the right spines: logarithmic in the arcs.
  int meld(int x, int y) {
    if (x == kNone) return y;
    if (y == kNone) return x;
    if (std::pair(key(y), y) < std::pair(key(x), x)) std::swap(x, y);
    push_down(x);
    Cell& top = cells_[at(x)];
    const int right = meld(top.right, y);
    cells_[at(x)].right = right;
    if (rank(top.left) < rank(top.right)) std::swap(top.left, top.right);
    top.rank = rank(top.right) + 1;
    return x;
  }

  int pop(int heap) {
    push_down(heap);
    return meld(cells_[at(heap)].left, cells_[at(heap)].right);
  }

 private:
  struct Cell {
    double key = 0;
    double delayed = 0;
    int left = kNone;
    int right = kNone;
    int rank = 1;
  };

  int rank(int heap) const { return heap == kNone ? 0 : cells_[at(heap)].rank; }

  void push_down(int heap) {
    Cell& cell = cells_[at(heap)];
    add(cell.left, cell.delayed);
    add(cell.right, cell.delayed);
    cell.delayed = 0;
  }

  std::vector<Cell> cells_;
};

// The nodes and the rings made of them, each ring a node of its own.
class Contraction {
 public:
  Contraction(int nodes, std::span<const Arc> arcs) : arcs_(arcs), heaps_(arcs) {
    const std::size_t most = 2 * at(nodes);
    home_.resize(most);
    std::iota(home_.begin(), home_.end(), 0);
    ring_.assign(most, kNone);
    entry_.assign(most, kNone);
    heap_.assign(most, kNone);
    count_ = nodes;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      if (arcs[i].from == arcs[i].to) continue;
      int& heap = heap_[at(arcs[i].to)];
      heap = heaps_.meld(heap, static_cast<int>(i));
    }
  }

  // Walks backwards from `node` along cheapest arcs until it meets a node that
  // is already hung, making every ring on the way one node.
  void hang(int node, std::vector<char>* done) {
    std::vector<int> path;
    std::vector<char>& hung = *done;
    int v = find(node);
    while (!hung[at(v)]) {
      path.push_back(v);
      hung[at(v)] = 2;  // on this path
      const int arc = take_arc(v);
      entry_[at(v)] = arc;
      int u = find(arcs_[at(arc)].from);
      if (hung[at(u)] == 2) u = close_ring(u, &path, &hung);
      v = u;
    }
    for (const int p : path) hung[at(p)] = 1;
  }

  // The arc that enters each of the first `nodes` nodes, after opening all rings.
  std::vector<int> open(int nodes, int root) {
    std::vector<char> fixed(at(count_), 0);
    fixed[at(root)] = 1;
    for (int r = ring_[at(root)]; r != kNone; r = ring_[at(r)]) fixed[at(r)] = 1;
    for (int v = count_ - 1; v >= 0; --v) {
      if (fixed[at(v)]) continue;
      // The arc that enters v enters every ring's part that holds its target.
      const int arc = entry_[at(v)];
      for (int x = arcs_[at(arc)].to; x != v; x = ring_[at(x)]) {
        fixed[at(x)] = 1;
        entry_[at(x)] = arc;
      }
    }
    return {entry_.begin(), entry_.begin() + nodes};
  }

 private:
  int find(int v) {
    while (home_[at(v)] != v) v = home_[at(v)] = home_[at(home_[at(v)])];
    return v;
  }

  int take_arc(int v) {
    int& heap = heap_[at(v)];
    while (true) {
      assert(heap != kNone);  // every node is reachable
      const int arc = heap;
      const double cost = heaps_.key(arc);
      heap = heaps_.pop(heap);
      if (find(arcs_[at(arc)].from) == v) continue;  // inside the ring by now
      heaps_.add(heap, -cost);
      return arc;
    }
  }

  // Makes the end of the path from `first` on one node, and returns it.
  int close_ring(int first, std::vector<int>* path, std::vector<char>* hung) {
    const int ring = count_++;
    int heap = kNone;
    while (true) {
      const int v = path->back();
      path->pop_back();
      ring_[at(v)] = ring;
      home_[at(v)] = ring;
      heap = heaps_.meld(heap, heap_[at(v)]);
      (*hung)[at(v)] = 1;
      if (v == first) break;
    }
    heap_[at(ring)] = heap;
    (*hung)[at(ring)] = 0;
    return ring;
  }

  std::span<const Arc> arcs_;
  Heaps heaps_;
  std::vector<int> home_;   // union-find over nodes and rings
  std::vector<int> ring_;   // the ring a node is part of
  std::vector<int> entry_;  // the arc chosen to enter a node
  std::vector<int> heap_;
  int count_ = 0;
};

}  // namespace

std::vector<int> arborescence(int nodes, int root, std::span<const Arc> arcs) {
  Contraction work(nodes, arcs);
  std::vector<char> hung(2 * at(nodes), 0);
  hung[at(root)] = 1;
  for (int v = 0; v < nodes; ++v) work.hang(v, &hung);
  const std::vector<int> entry = work.open(nodes, root);
  std::vector<int> parent(at(nodes), kNone);
  for (int v = 0; v < nodes; ++v) {
    if (v != root) parent[at(v)] = arcs[at(entry[at(v)])].from;
  }
  return parent;
}

}  // namespace tellings::lineage
