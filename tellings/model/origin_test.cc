#include "tellings/model/origin.h"

#include <doctest/doctest.h>

namespace tellings {

TEST_CASE("an empty origin is the text itself") {
  const Origin origin;
  CHECK(origin.source_of(0) == 0);
  CHECK(origin.source_of(7) == 7);
}

TEST_CASE("places behind what grew, shrank and went") {
  Origin origin;
  origin.append(0, 3);     // a mark
  origin.append(1, 1, 4);  // "abcd"
  origin.append(2, 1, 2);  // two letters, one byte each before
  origin.append(1, 2);     // a line end, two bytes before
  origin.append(1, 1, 2);
  CHECK(origin.source_of(0) == 3);
  CHECK(origin.source_of(3) == 6);
  CHECK(origin.source_of(4) == 7);
  CHECK(origin.source_of(5) == 7);  // inside the first letter: where it begins
  CHECK(origin.source_of(6) == 8);
  CHECK(origin.source_of(8) == 9);
  CHECK(origin.source_of(9) == 11);
  CHECK(origin.source_of(11) == 13);  // the end
}

TEST_CASE("a unit of more bytes than fit is cut up") {
  Origin origin;
  origin.append(1, 200'000);
  origin.append(1, 1);
  CHECK(origin.source_of(1) == 200'000);
  CHECK(origin.source_of(2) == 200'001);
}

}  // namespace tellings
