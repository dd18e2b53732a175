#include "tellings/copies/weights.h"

#include <doctest/doctest.h>

#include "tellings/text/words.h"

using namespace tellings;
using tellings::copies::Weights;

namespace {

std::uint32_t root(std::string_view word) { return static_cast<std::uint32_t>(text::words(word).at(0).root); }

}  // namespace

TEST_CASE("common words of many languages weigh less than names, without any batch") {
  const Weights weights;
  for (const std::string_view word : {"the", "said", "und", "les", "que", "του", "это", "من", "và", "の"}) {
    CAPTURE(word);
    CHECK(weights.of(root(word)) < 3);
    CHECK(weights.of(root(word)) < weights.of(root("Kadhimi")));
  }
}

TEST_CASE("two articles change a weight little, thousands decide it") {
  const std::uint32_t name = root("Zanzibar");
  Weights weights;
  const float before = weights.of(name);
  weights.count(std::vector{name});
  weights.count(std::vector{name});
  CHECK(weights.articles_with(name) == 2);
  CHECK(weights.of(name) > before - 2);
  for (int i = 0; i < 5000; ++i) weights.count(std::vector{name});
  CHECK(weights.of(name) < 0.5);
}

TEST_CASE("the table grows past its first size and forgets nothing") {
  Weights weights;
  for (std::uint32_t i = 0; i < 200'000; ++i) weights.count(std::vector{i * 2654435761u});
  for (std::uint32_t i = 0; i < 200'000; i += 997) {
    CAPTURE(i);
    CHECK(weights.articles_with(i * 2654435761u) == 1);
  }
  CHECK(weights.articles() == 200'000);
}
