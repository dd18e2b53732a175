#include "tellings/stories/likeness.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tellings::stories;

namespace {

double of_days(double cosine, std::int32_t a, std::int32_t b) { return likeness(cosine, {{}, {}, a}, {{}, {}, b}); }

}  // namespace

TEST_CASE("days apart fade the likeness of two accounts, and not that of two prints of one text") {
  CHECK(of_days(0.5, 100, 101) == doctest::Approx(0.5));
  CHECK(of_days(0.5, 100, kNoDay) == doctest::Approx(0.5));
  CHECK(of_days(0.5, 100, 300) == doctest::Approx(0.15));
  CHECK(of_days(0.9, 100, 300) == doctest::Approx(0.9));
  for (double cosine = 0.01; cosine < 1; cosine += 0.01) {
    CAPTURE(cosine);
    CHECK(of_days(cosine, 100, 120) >= of_days(cosine - 0.01, 100, 120));
    CHECK(of_days(cosine, 100, 120) <= cosine + 1e-9);
  }
}

TEST_CASE("a change made in many slots is one change") {
  const std::vector<Slot> a = {{1, 10}, {2, 10}, {3, 10}, {4, 20}};
  const std::vector<Slot> b = {{1, 11}, {2, 11}, {3, 11}, {4, 20}};
  const std::vector<Slot> c = {{1, 11}, {2, 12}, {3, 13}, {4, 20}};
  CHECK(compare_slots(a, b).other == 1);
  CHECK(compare_slots(a, b).same == 1);
  CHECK_FALSE(compare_slots(a, b).template_of_two);
  CHECK(compare_slots(a, c).other == 3);
  CHECK(compare_slots(a, c).template_of_two);
}

TEST_CASE("of names side by side, one that differs is a change in a headline though the other is the same") {
  const std::vector<Slot> rimo = {{1, 55}, {2, 10}, {2, 90}};
  const std::vector<Slot> tapal = {{1, 61}, {2, 11}, {2, 90}};
  const std::vector<Slot> shorter = {{1, 55}, {2, 90}};
  const TemplateRule headline{.one_of_several = true};
  CHECK(compare_slots(rimo, tapal, headline).other == 2);
  CHECK(compare_slots(rimo, tapal, headline).template_of_two);
  CHECK(compare_slots(rimo, tapal).other == 1);
  CHECK(compare_slots(rimo, shorter, headline).other == 0);
}

TEST_CASE("one change in a headline is two events if they are weeks apart, and an update if not") {
  const std::vector<Slot> twelve = {{1, 12}, {2, 90}};
  const std::vector<Slot> thirty = {{1, 30}, {2, 90}};
  CHECK(likeness(0.9, {{}, twelve, 100}, {{}, thirty, 101}) > 0);
  CHECK(likeness(0.9, {{}, twelve, 100}, {{}, thirty, kNoDay}) > 0);
  CHECK(likeness(0.9, {{}, twelve, 100}, {{}, thirty, 120}) < 0);
  const std::vector<Weight> text(60);
  CHECK(likeness(0.9, {text, twelve, 100}, {text, thirty, 120}) > 0);
}
