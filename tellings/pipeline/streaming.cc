#include "tellings/pipeline/streaming.h"

#include "tellings/pipeline/reading.h"
#include "tellings/stories/stream.h"

namespace tellings::pipeline {

std::size_t stream_stories(const std::vector<std::string>& inputs, const Options& options,
                           const StoryListener& listener, std::vector<Rejection>* rejections) {
  stories::Stream stream;
  std::size_t count = 0;
  const auto take = [&](const Article& article) {
    const stories::Stream::Told told = stream.add(article);
    listener.told(article.id, told.story);
    for (const stories::Stream::Merge& m : told.merges) listener.merged(m.from, m.into);
    ++count;
  };
  Options grouping = options;
  grouping.texts = false;
  stream_articles(inputs, grouping, take, rejections);
  return count;
}

}  // namespace tellings::pipeline
