// Why is this article in this story?
//
//   const auto why = explain(articles, stories, threads);   // why[i]: of stories[i]
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/story.h"

namespace tellings::stories {

// For each story, for each of its articles in order: the article there that it
// is most like, and what the two share, each word as the first of them writes
// it.  `articles` with their texts.  Of a story of more than 64 articles each is
// compared with the 64 earliest.  The same for any number of threads.
std::vector<std::vector<Membership>> explain(std::span<const Article> articles, std::span<const Story> stories,
                                             std::size_t threads);

}  // namespace tellings::stories
