#include "tellings/base/table.h"

#include <doctest/doctest.h>

#include <map>

namespace tellings {

TEST_CASE("a table is what std::map is") {
  Table<std::uint32_t, int> table(0);
  std::map<std::uint32_t, int> oracle;
  std::uint64_t seed = 1;
  for (int i = 0; i < 5000; ++i) {
    seed = mix(seed);
    const auto key = static_cast<std::uint32_t>(seed % 700);
    table[key] += i;
    oracle[key] += i;
  }
  CHECK(table.size() == oracle.size());
  std::size_t seen = 0;
  table.each([&](std::uint32_t key, int value) {
    ++seen;
    CHECK(oracle.at(key) == value);
  });
  CHECK(seen == oracle.size());
  for (std::uint32_t key = 0; key < 800; ++key) {
    const int* value = table.find(key);
    CHECK((value != nullptr) == oracle.contains(key));
  }
}

}  // namespace tellings
