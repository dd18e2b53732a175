// How likely two articles tell one event: cosine, time, and the names and
// figures that one template holds.  Between copies time says nothing.
//
//   const double l = likeness(dot(v, w), {v, s.slots, s.day}, {w, t.slots, t.day});
#pragma once

#include <cstdint>
#include <span>

#include "tellings/stories/vectors.h"

namespace tellings::stories {

// What of an article is compared.  Views into its vector and sketch.
struct Side {
  std::span<const Weight> vector;
  std::span<const Slot> slots;
  std::int32_t day = kNoDay;
};

// What two articles put into the slots that they share.
struct Slots {
  std::uint32_t same = 0;   // slots
  std::uint32_t other = 0;  // changes, each once however many slots it is made in
  // Enough of them differ that the two are one template filled in twice.
  bool template_of_two = false;
};

// What makes a template: so many changes, and whether one of names side by side
// is a change where another is the same.
struct TemplateRule {
  std::uint32_t least_changes = 2;
  bool one_of_several = false;
};
Slots compare_slots(std::span<const Slot> a, std::span<const Slot> b, const TemplateRule& rule = {});

// What the days between two articles leave of their likeness, from 1 down to
// kOldest; 1 where a day is not known.
double time_factor(std::int32_t a, std::int32_t b);

// Articles of one text are at least so alike: copies, cut or touched up, are at
// .8 and more, two accounts of one event under .6 in all sets.
inline constexpr double kCopyLikeness = 0.8;

// What counts against two articles of one template: more than no likeness.
inline constexpr double kApart = -0.2;

// 0 to 1, or kApart, of two articles whose vectors have this cosine.
// Cost: linear in the slots.
double likeness(double cosine, const Side& a, const Side& b);

}  // namespace tellings::stories
