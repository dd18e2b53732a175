// From inputs to articles: opens, reads, extracts on several threads, and
// keeps ids unique.
#pragma once

#include <string>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/document.h"
#include "tellings/pipeline/analysis.h"

namespace tellings::pipeline {

// The articles of the inputs, in the order of (id without #n, part); appends
// what was refused to `rejections`, in the order of the inputs.
std::vector<Article> read_articles(const std::vector<std::string>& inputs, const Options& options,
                                   std::vector<Rejection>* rejections);

}  // namespace tellings::pipeline
