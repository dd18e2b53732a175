#include "tellings/stories/stories.h"

#include <fmt/format.h>

#include <algorithm>

#include "tellings/base/hash.h"

namespace tellings::stories {

Story one_story(std::span<const Article> articles) {
  Story story;
  if (articles.empty()) return story;
  story.id = fmt::format("s-{:08x}", hash_bytes(articles.front().id) >> 32);
  story.title = articles.front().title;
  for (std::uint32_t i = 0; i < articles.size(); ++i) story.articles.push_back(ArticleNo{i});
  return story;
}

std::vector<Story> group(std::span<const Article> articles, std::span<const Copy>, std::size_t) {
  if (articles.empty()) return {};
  return {one_story(articles)};
}

}  // namespace tellings::stories
