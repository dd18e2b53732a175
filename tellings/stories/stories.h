// Which articles tell the same event?
//
//   const std::vector<Story> stories = group(articles, sketch_all(articles, threads), threads);
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/story.h"
#include "tellings/stories/sketch.h"

namespace tellings::stories {

// The sketches of articles, by their places.
Sketches sketch_all(std::span<const Article> articles, std::size_t threads);

// Groups articles to stories, in the order of story ids; every article is in
// exactly one.  Copies vote once: they are folded here, by what the sketches
// share, so that nobody need have verified them.  `sketches` are of `articles`,
// whose texts are not looked at.  The same for any number of threads; articles
// in the run's order (model/span.h).  Cost: near linear; memory: the sketches
// and as much again (docs/algorithms/stories.md).
std::vector<Story> group(std::span<const Article> articles, Sketches sketches, std::size_t threads);

// The same, sketching the articles first.
std::vector<Story> group(std::span<const Article> articles, std::size_t threads);

// All articles as tellings of one event (--one-story).
Story one_story(std::span<const Article> articles);

}  // namespace tellings::stories
