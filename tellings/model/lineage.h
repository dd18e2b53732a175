// A lineage: which of a story's articles were made from which, and which lost
// texts stood behind them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tellings/model/copy.h"
#include "tellings/model/span.h"

namespace tellings {

// A count with its uncertainty: low <= best <= high.
struct Range {
  int low = 0;
  int best = 0;
  int high = 0;
};

struct Counts {
  int articles = 0;
  std::optional<int> outlets;  // empty unless every article names its own
  int texts = 0;               // groups left after folding copies
  Range witnesses;
};

// Articles that bear a stretch of a lost original out.
struct Support {
  Span span;  // of the lost node's text
  std::vector<ArticleNo> articles;
};

// An article, or a lost original that was rebuilt from its descendants.
struct Node {
  std::optional<ArticleNo> article;  // empty for a lost original, whose fields follow
  std::string id;                    // "lost-1"; holds within its lineage
  std::string credit;                // the agency it is credited to, empty if none
  std::string text;                  // body, without dateline and credit
  std::vector<Support> support;      // in order, covering text
};

// An index into Lineage::nodes.
enum class NodeNo : std::uint32_t {};

constexpr std::size_t index(NodeNo node) { return static_cast<std::size_t>(node); }

// `to` was made from `from`.
struct Edge {
  NodeNo from{};
  NodeNo to{};
  CopyKind kind = CopyKind::edited;
  double confidence = 0;  // of the edge with its direction
  std::vector<std::string> why;
};

struct Lineage {
  Counts counts;
  std::vector<Node> nodes;  // articles ascending, then lost originals
  std::vector<Edge> edges;
  std::vector<std::vector<ArticleNo>> witnesses;  // groups of one account; a merge stands in several
};

}  // namespace tellings
