// Which articles tell the same event?
//
//   std::vector<Sketch> sketches(articles.size());
//   parallel_for(articles.size(), threads, [&](std::size_t i) { sketches[i] = sketch(articles[i]); });
//   const std::vector<Story> stories = group(articles, sketches, threads);
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/story.h"
#include "tellings/stories/sketch.h"

namespace tellings::stories {

// Groups articles to stories, in the order of story ids; every article is in
// exactly one.  Copies vote once: they are folded here, by what the sketches
// share, so that nobody need have verified them.  `sketches[i]` is of
// `articles[i]`, whose text is not looked at.  The same for any number of
// threads; articles in the run's order (model/span.h).
// Cost: near linear; 1.5 KB an article beside the sketches.
std::vector<Story> group(std::span<const Article> articles, std::span<const Sketch> sketches, std::size_t threads);

// The same, sketching the articles first.
std::vector<Story> group(std::span<const Article> articles, std::size_t threads);

// All articles as tellings of one event (--one-story).
Story one_story(std::span<const Article> articles);

}  // namespace tellings::stories
