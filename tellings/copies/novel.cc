#include "tellings/copies/novel.h"

#include <cstddef>

namespace tellings::copies {

Novel novel(const Reading& r, const Reading& other) {
  struct Share {
    float mine = 0, all = 0;
    void add(const Root& root, bool shared) {
      all += root.weight;
      if (!shared) mine += root.weight;
    }
    float value() const { return mine / (all + 5); }  // 5: one rare word says little
  } names, figures, quoted, plain;
  const auto add = [&](const Root& root, bool shared) {
    if (root.name) names.add(root, shared);
    if (root.figure) figures.add(root, shared);
    if (root.quoted) quoted.add(root, shared);
    if (root.plain) plain.add(root, shared);
  };
  std::size_t j = 0;
  for (const Root& root : r.roots) {
    while (j < other.roots.size() && other.roots[j].root < root.root) ++j;
    add(root, j < other.roots.size() && other.roots[j].root == root.root);
  }
  return {names.value(), figures.value(), quoted.value(), plain.value()};
}

}  // namespace tellings::copies
