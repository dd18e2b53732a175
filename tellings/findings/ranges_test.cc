#include "tellings/findings/ranges.h"

#include <doctest/doctest.h>

#include <optional>

namespace tellings::findings {
namespace {

Figure figure(std::optional<double> low, std::optional<double> high, bool approximate = false,
              std::string unit = "person") {
  Figure f;
  f.low = low;
  f.high = high;
  f.approximate = approximate;
  f.unit = std::move(unit);
  return f;
}

TEST_CASE("figures are compared as ranges, with rounding where nobody counts one by one") {
  struct Case {
    const char* what;
    Figure a;
    Figure b;
    Relation expected;
  };
  const Case cases[] = {
      {"seven and seven", figure(7, 7), figure(7, 7), Relation::same},
      {"seven and two", figure(7, 7), figure(2, 2), Relation::apart},
      {"at least two does not rule out four", figure(2, {}), figure(4, 4), Relation::compatible},
      {"at least eight rules out five", figure(8, {}), figure(5, 5), Relation::apart},
      {"up to 16 rules out 18", figure({}, 16), figure(18, 18), Relation::apart},
      {"dozens could be 40", figure(24, 99), figure(40, 40), Relation::compatible},
      {"about 30 could be 32", figure(30, 30, true), figure(32, 32), Relation::compatible},
      {"30 people are not 31", figure(30, 30), figure(31, 31), Relation::apart},
      {"more than 60 could be 63", figure(60, {}), figure(63, 63), Relation::compatible},
      {"43 million, cut", figure(43e6, 43e6, false, "USD"), figure(43885310, 43885310, false, "USD"),
       Relation::compatible},
      {"1.4 billion, rounded", figure(1.4e9, 1.4e9, false, "USD"), figure(1.375e9, 1.375e9, false, "USD"),
       Relation::compatible},
      {"3.5 and 3.6 billion are as precise as each other", figure(3.5e9, 3.5e9, false, "USD"),
       figure(3.6e9, 3.6e9, false, "USD"), Relation::apart},
      {"cents are meant", figure(5687.75, 5687.75, false, "USD"), figure(5587.75, 5587.75, false, "USD"),
       Relation::apart},
      {"520,000 is not 400,000", figure(520000, 520000, true, "arrest"), figure(400000, 400000, false, "arrest"),
       Relation::apart},
      {"35.7 and 35.72 percent", figure(35.7, 35.7, false, "percent"), figure(35.72, 35.72, false, "percent"),
       Relation::compatible},
      {"48 pages are not 47", figure(48, 48, false, "page"), figure(47, 47, false, "page"), Relation::apart},
      {"more than 250,000 and 250,000", figure(250000, {}, false, "USD"), figure(250000, 250000, false, "USD"),
       Relation::compatible},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(compare(reach(c.a), reach(c.b)) == c.expected);
    CHECK(compare(reach(c.b), reach(c.a)) == c.expected);
  }
}

TEST_CASE("a figure is shown in digits with what qualifies it") {
  CHECK(in_digits(figure(7, 7)) == "7");
  CHECK(in_digits(figure(1200000, 1200000)) == "1,200,000");
  CHECK(in_digits(figure(1500.5, 1500.5)) == "1,500.5");
  CHECK(in_digits(figure(2, {})) == "at least 2");
  CHECK(in_digits(figure({}, 20)) == "up to 20");
  CHECK(in_digits(figure(24, 99)) == "24 to 99");
  CHECK(in_digits(figure(30, 30, true)) == "about 30");
}

}  // namespace
}  // namespace tellings::findings
