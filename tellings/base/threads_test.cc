#include "tellings/base/threads.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

using namespace tellings;

TEST_CASE("every piece is done once, for any number of threads") {
  for (const std::size_t threads : {0u, 1u, 2u, 7u}) {
    CAPTURE(threads);
    std::vector<int> done(100);
    parallel_for(done.size(), threads, [&](std::size_t i) { ++done[i]; });
    CHECK(done == std::vector<int>(100, 1));
  }
  parallel_for(0, 4, [](std::size_t) { FAIL("nothing to do"); });
}

TEST_CASE("the first failure in order is thrown again, after all the others are done") {
  std::vector<int> done(50);
  const auto work = [&](std::size_t i) {
    done[i] = 1;
    if (i % 10 == 3) throw std::runtime_error(std::to_string(i));
  };
  CHECK_THROWS_WITH(parallel_for(done.size(), 3, work), "3");
  CHECK(done == std::vector<int>(50, 1));
}
