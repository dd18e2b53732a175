// A stretch of an article's text, and how articles are named inside a run.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tellings {

// Bytes [begin, end) of an article's `text`, on code point borders.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool meets(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

// The text of a span; the span must lie inside `text`.
inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

// An article's place in the run's list, which is in the order of
// (id without #n, part): so a smaller number is a smaller id.
enum class ArticleNo : std::uint32_t {};

constexpr std::size_t index(ArticleNo article) { return static_cast<std::size_t>(article); }

}  // namespace tellings
