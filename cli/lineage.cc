#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/commands.h"
#include "cli/run.h"
#include "cli/summary.h"
#include "tellings/pipeline/names.h"
#include "tellings/pipeline/records.h"
#include "tellings/text/words.h"

namespace tellings::cli {
namespace {

constexpr Option kOptions[] = {{"--one-story", "", "take all inputs as tellings of one event"}};

std::string node_line(const Analysis& run, const Lineage& lineage, std::size_t node, const Look& look) {
  const Node& n = lineage.nodes[node];
  if (n.article) {
    const Article& a = run.articles[index(*n.article)];
    return fmt::format("{}  {}", look.bold(one_line(a.id)), cut_to(one_line(a.title), 60));
  }
  return fmt::format("{}  a lost text{}{}, rebuilt: {}", look.bold(n.id), n.credit.empty() ? "" : " of ", n.credit,
                     counted(text::words(n.text).size(), "word"));
}

// The graph as a tree: a node under each of its parents, its own children
// under the first place it stands in only.
class Tree {
 public:
  Tree(const Analysis& run, const Lineage& lineage, const Look& look)
      : run_(run), lineage_(lineage), look_(look), children_(lineage.nodes.size()), drawn_(lineage.nodes.size()) {
    std::vector<bool> has_parent(lineage.nodes.size());
    for (const Edge& e : lineage.edges) {
      children_[index(e.from)].push_back(&e);
      has_parent[index(e.to)] = true;
    }
    for (std::size_t i = 0; i < lineage.nodes.size(); ++i) {
      if (has_parent[i]) continue;
      out_ += "  " + node_line(run, lineage, i, look) + (children_[i].empty() ? look.dim("  stands alone") : "") + "\n";
      draw(i, "  ");
    }
  }

  std::string text() && { return std::move(out_); }

 private:
  void draw(std::size_t parent, const std::string& indent) {
    struct Open {
      std::size_t node, next;
      std::string indent;
    };
    std::vector<Open> stack{{parent, 0, indent}};
    drawn_[parent] = true;
    while (!stack.empty()) {
      Open& top = stack.back();
      if (top.next == children_[top.node].size()) {
        stack.pop_back();
        continue;
      }
      const Edge& e = *children_[top.node][top.next++];
      const bool last = top.next == children_[top.node].size();
      const std::size_t child = index(e.to);
      out_ += fmt::format("{}{} {}  {}\n", top.indent, last ? "└─" : "├─", look_.lit(pipeline::name(e.kind)),
                          node_line(run_, lineage_, child, look_));
      const std::string deeper = top.indent + (last ? "   " : "│  ");
      for (const std::string& why : e.why) out_ += fmt::format("{}   {}\n", deeper, look_.dim(one_line(why)));
      if (drawn_[child]) continue;
      drawn_[child] = true;
      stack.push_back({child, 0, deeper});
    }
  }

  const Analysis& run_;
  const Lineage& lineage_;
  const Look& look_;
  std::vector<std::vector<const Edge*>> children_;
  std::vector<bool> drawn_;
  std::string out_;
};

std::string page(const Analysis& run, std::size_t count, const Look& look) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += story_heading(run, i, look);
    out += Tree(run, run.lineages[i], look).text();
    for (const auto& group : run.lineages[i].witnesses) {
      if (group.size() < 2) continue;
      out += "  one account:";
      for (const ArticleNo a : group) out += " " + one_line(run.articles[index(a)].id);
      out += "\n";
    }
  }
  return out.empty() ? "no stories\n" : out;
}

int run(const Args& args) {
  return run_stage(args, Stage::lineage,
                   {[](const Analysis& r) { return r.stories.size(); }, pipeline::lineage_record, page}, true);
}

}  // namespace

const Command lineage_command = {"lineage",
                                 "who was made from whom, which lost text stands behind them, how many witnesses",
                                 "INPUT...",
                                 R"(  tellings lineage examples/                  # the tree of each story, with reasons
  tellings lineage --one-story a.txt b.txt c.txt
)",
                                 R"(Draws, for each story, which articles were made from which. A text that is not
among the inputs but stands behind several of them is rebuilt as a lost original.
Independent accounts (witnesses) are those that come neither from one another nor
from one text; where that is doubtful, their number is a range.
)",
                                 kOptions,
                                 run};

}  // namespace tellings::cli
