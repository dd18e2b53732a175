// An article with its reading: what the parts of a comparison pass on.
#pragma once

#include "tellings/copies/reading.h"
#include "tellings/model/article.h"

namespace tellings::copies {

// Views; both must outlive it.
struct Subject {
  const Article& article;
  const Reading& reading;
};

}  // namespace tellings::copies
