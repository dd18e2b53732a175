// Which words of a document are the article's own; who, where, when; and is
// there a second article in it?
//
//   std::vector<Draft> drafts(documents.size());
//   parallel_for(documents.size(), threads, [&](std::size_t i) { drafts[i] = draft(documents[i]); });
//   std::vector<Article> articles = finish(std::move(drafts));
#pragma once

#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/document.h"

namespace tellings::articles {

// What one document gives when seen alone.
struct Draft {
  Article article;
};

// Extracts a document's article.  Safe from any thread.
Draft draft(const Document& document);

// Settles what only the batch can tell: lines that recur across an outlet's
// articles, articles glued together.  The articles come back in the order of
// (id without #n, part).
std::vector<Article> finish(std::vector<Draft> drafts);

}  // namespace tellings::articles
