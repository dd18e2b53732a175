// A story: the articles that tell one event.
#pragma once

#include <optional>
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

// Why an article is in its story: what it shares with the article there that it
// is most like, in its own words, most telling first.
struct Membership {
  ArticleNo article{};
  std::optional<ArticleNo> nearest;  // none if it is alone
  double likeness = 0;               // of the two, 0 to 1
  std::optional<int> days_apart;     // between the two, if both dates are known
  std::vector<std::string> names;
  std::vector<std::string> figures;
  std::vector<std::string> dates;
  std::vector<std::string> words;
};

}  // namespace tellings
