// The cheapest way to hang every node from one root.
//
//   Y. J. Chu, T. H. Liu, "On the shortest arborescence of a directed graph",
//   Scientia Sinica 14, 1965; J. Edmonds, "Optimum branchings", Journal of
//   Research of the National Bureau of Standards 71B, 1967; in the form of
//   R. E. Tarjan, "Finding optimum branchings", Networks 7, 1977.
//
//   const auto parent = arborescence(4, 3, arcs);
#pragma once

#include <span>
#include <vector>

namespace tellings::lineage {

// `to` may hang from `from` at this cost.
struct Arc {
  int from = 0;
  int to = 0;
  double cost = 0;
};

// The parent of every node in [0, nodes) in the arborescence of least cost that
// is rooted at `root`, whose own parent is -1.  Every node must be reachable
// from the root.  Of two choices of one cost the earlier arc wins.
// Time O(arcs log nodes).
std::vector<int> arborescence(int nodes, int root, std::span<const Arc> arcs);

}  // namespace tellings::lineage
