#include "tellings/stories/folding.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tellings::stories;

namespace {

const Link* find(const std::vector<Link>& links, std::uint32_t a, std::uint32_t b) {
  for (const Link& l : links) {
    if (l.a == a && l.b == b) return &l;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a copy folds into the earlier article that it is most like, and folding never chains") {
  const std::vector<Link> links = {{0, 1, 0.7f}, {0, 2, 0.85f}, {1, 2, 0.9f}, {2, 3, 0.99f}, {1, 3, 0.82f}};
  CHECK(fold_copies(4, links) == std::vector<std::uint32_t>{0, 1, 1, 1});
}

TEST_CASE("two voters that one article is a copy of are as alike as copies, whatever their own link says") {
  const std::vector<Link> links = {{0, 1, -0.2f}, {0, 2, 0.85f}, {1, 2, 0.9f}};
  const auto found = links_of_voters(links, fold_copies(3, links));
  REQUIRE(found.size() == 1);
  CHECK(found[0].a == 0);
  CHECK(found[0].b == 1);
  CHECK(found[0].likeness >= kCopyLikeness - 1e-6);
}

TEST_CASE("an article that is a copy of one voter and only like another joins nothing") {
  const std::vector<Link> links = {{0, 1, -0.2f}, {0, 2, 0.7f}, {1, 2, 0.9f}, {1, 3, 0.3f}, {2, 3, 0.4f}};
  const auto found = links_of_voters(links, fold_copies(4, links));
  CHECK(found.size() == 2);
  REQUIRE(find(found, 0, 1));
  CHECK(find(found, 0, 1)->likeness < 0);
  REQUIRE(find(found, 1, 3));
  CHECK(find(found, 1, 3)->likeness == doctest::Approx(0.3));
}
