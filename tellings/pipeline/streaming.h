// Stories of articles as they come, from inputs.
//
//   stream_stories(inputs, options, {say_article, say_merge}, &rejections);
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/model/document.h"
#include "tellings/pipeline/analysis.h"

namespace tellings::pipeline {

// Told as each article is put into a story, and when two stories prove to be one.
struct StoryListener {
  std::function<void(std::string_view article, std::string_view story)> told;
  std::function<void(std::string_view from, std::string_view into)> merged;
};

// Reads the inputs in the order given and tells `listener` of every article,
// once, in that order.  Appends what was refused to `rejections`; returns how
// many articles there were.  Memory: the sketches of stories::Stream's window.
std::size_t stream_stories(const std::vector<std::string>& inputs, const Options& options,
                           const StoryListener& listener, std::vector<Rejection>* rejections);

}  // namespace tellings::pipeline
