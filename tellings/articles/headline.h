// The headline of an article that comes as lines, and the marks of a headline.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "tellings/articles/line.h"

namespace tellings::articles {

// Whether a line has the shape of a headline: 3 to 30 words, no full stop at
// the end, no phrase of furniture, caption or byline at its beginning.
bool is_headline_shaped(const Line& line);

// The line among [begin, end) that heads the prose that follows it: headline
// shaped and of the prose's words.  Nothing if none is.
std::optional<std::size_t> find_headline(const Lines& lines, std::size_t begin, std::size_t end);

}  // namespace tellings::articles
