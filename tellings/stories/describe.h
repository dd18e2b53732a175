// What a story is called: its id, title, dates and keywords.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/story.h"
#include "tellings/stories/sketch.h"
#include "tellings/stories/vectors.h"

namespace tellings::stories {

// True if `a` was published before `b`: by date, undated last, ties by place.
bool is_earlier(std::span<const Article> articles, ArticleNo a, ArticleNo b);

// What a story's id is made of: 32 bits of its earliest article's id; `salt` is
// 0 but where two stories would have one id.
std::uint32_t story_key(std::string_view article_id, unsigned salt = 0);

// "s-" and 8 hex digits.
std::string story_id(std::uint32_t key);

// Fills a story's title, dates and keywords from its articles; `voters` are the
// places of those that no copy stands for, at least one, with their surfaces and
// vectors by article.
void describe(std::span<const Article> articles, const Rows<char>& surfaces, const Rows<Weight>& vectors,
              std::span<const ArticleNo> voters, Story* story);

}  // namespace tellings::stories
