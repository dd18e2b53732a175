// What the names of classes and ids on a page say about what stands inside.
//
//   const std::uint32_t hints = hints_in("article__body sidebar-left");
//   if (has_hint(hints, Hint::sidebar)) ...
#pragma once

#include <cstdint>
#include <string_view>

namespace tellings::articles {

enum class Hint : std::uint8_t {
  article,
  body,
  main,
  comment,
  share,
  related,
  advert,
  newsletter,
  nav,
  header,
  footer,
  sidebar,
  caption,
  author,
  date,
  tag,
  media,
  title,
  lead,
  wall,
  list,
  live,
  note,
  tool,
};

inline constexpr unsigned kHints = 24;

constexpr bool has_hint(std::uint32_t hints, Hint hint) { return (hints >> static_cast<unsigned>(hint) & 1u) != 0; }

// The hints in a class or id attribute, as bits.  Linear; safe from any thread.
std::uint32_t hints_in(std::string_view names);

}  // namespace tellings::articles
