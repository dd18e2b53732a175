// Which articles tell the same event?
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/copy.h"
#include "tellings/model/story.h"

namespace tellings::stories {

// Groups articles to stories, in the order of story ids; every article is in
// exactly one.  `copies` as copies::find_copies() gives them: copies vote once.
std::vector<Story> group(std::span<const Article> articles, std::span<const Copy> copies, std::size_t threads);

// All articles as tellings of one event (--one-story).
Story one_story(std::span<const Article> articles);

}  // namespace tellings::stories
