// From inputs to articles: opens, reads, extracts on several threads, and
// keeps ids unique.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/document.h"
#include "tellings/pipeline/analysis.h"

namespace tellings::pipeline {

// Takes the articles of the inputs, some at a time, in the order of (id without
// #n, part); appends what was refused to `rejections`: inputs in their order,
// then documents without an article by id.
//
// Memory: a few documents a thread and some 150 bytes a document, whatever its
// size; of text that somebody scraped also its words, each once.  What waits
// for the end of the batch lies in a temporary file (spill.h).
void each_article(const std::vector<std::string>& inputs, const Options& options,
                  const std::function<void(std::vector<Article>)>& take, std::vector<Rejection>* rejections);

// The same, all at once.
std::vector<Article> read_articles(const std::vector<std::string>& inputs, const Options& options,
                                   std::vector<Rejection>* rejections);

// The same, one article at a time in the order of the inputs, each as it is seen
// alone: what only a batch can tell (lines that recur on a site) is not looked
// for.  A few documents a thread are in memory at once.
void stream_articles(const std::vector<std::string>& inputs, const Options& options,
                     const std::function<void(Article)>& take, std::vector<Rejection>* rejections);

}  // namespace tellings::pipeline
