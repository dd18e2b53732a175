#include "tellings/pipeline/spill.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace tellings::pipeline {

TEST_CASE("what was put is there, in memory, in the file and across both") {
  for (const std::size_t memory : {std::size_t{0}, std::size_t{10}, std::size_t{100}, std::size_t{1} << 20}) {
    CAPTURE(memory);
    Spill spill(memory);
    std::string all;
    for (int i = 0; i < 50; ++i) {
      const std::string bytes(static_cast<std::size_t>(i % 9), static_cast<char>('a' + i % 26));
      CHECK(spill.put(bytes) == all.size());
      all += bytes;
    }
    for (std::size_t begin = 0; begin < all.size(); begin += 7) {
      std::string room(all.size() - begin, ' ');
      spill.get(begin, room);
      CHECK(room == all.substr(begin));
    }
  }
}

TEST_CASE("where no file can be made the message says what to do") {
  ::setenv("TMPDIR", "/nowhere/at/all", 1);
  Spill spill(0);
  CHECK_THROWS_WITH(spill.put("a"), doctest::Contains("TMPDIR"));
  ::unsetenv("TMPDIR");
}

}  // namespace tellings::pipeline
