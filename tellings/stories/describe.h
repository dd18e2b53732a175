// What a story is called: its id, title, dates and keywords.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/story.h"
#include "tellings/stories/sketch.h"
#include "tellings/stories/vectors.h"

namespace tellings::stories {

// True if `a` was published before `b`: by date, undated last, ties by place.
bool is_earlier(std::span<const Article> articles, ArticleNo a, ArticleNo b);

// "s-" and 8 hex digits of an article's id; `salt` 0 but where two stories
// would have one id.
std::string story_id(const Article& earliest, unsigned salt = 0);

// Fills a story's title, dates and keywords from its articles; `voters` are the
// places of those that no copy stands for, at least one, with their vectors in
// `vectors` by article.
void describe(std::span<const Article> articles, std::span<const Sketch> sketches, std::span<const Vector> vectors,
              std::span<const ArticleNo> voters, Story* story);

}  // namespace tellings::stories
