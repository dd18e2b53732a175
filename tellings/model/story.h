// A story: the articles that tell one event.
#pragma once

#include <string>
#include <vector>

#include "tellings/model/span.h"

namespace tellings {

struct Story {
  std::string id;     // "s-" and 8 hex digits, from its earliest article
  std::string title;  // of the article nearest its centre
  std::string first;  // earliest and latest `published`, empty if none is known
  std::string last;
  std::vector<ArticleNo> articles;    // ascending
  std::vector<std::string> keywords;  // most telling first
};

}  // namespace tellings
