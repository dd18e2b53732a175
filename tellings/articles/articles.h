// Which words of a document are the article's own; who, where, when; and is
// there a second article in it?
//
//   std::vector<Draft> drafts(documents.size());
//   parallel_for(documents.size(), threads, [&](std::size_t i) { drafts[i] = draft(documents[i]); });
//   std::vector<Article> articles = finish(drafts, &rejections);
//
// Batches too large for memory go through batch.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tellings/base/result.h"
#include "tellings/model/article.h"
#include "tellings/model/document.h"

namespace tellings::articles {

// A line of a document with what became of it.
struct Piece {
  std::string text;
  float own = 1;                   // probability that it is the article's own
  std::optional<DropReason> drop;  // empty: kept, a paragraph of the article
  Span origin = {};                // of the document's content as it was found; empty: not known
};

// Where a second article begins.
struct Cut {
  std::size_t piece = 0;  // the first piece of the second article
  std::string title;      // its headline; empty if it has none
};

// What one document gives when seen alone.
struct Draft {
  Article article;            // complete but for text, paragraphs, dropped, quality; of clean text quite complete
  std::vector<Piece> pieces;  // in document order; of clean text empty
  std::vector<Cut> cuts;      // in document order
  bool scraped = false;       // came as text with whatever dirt it had: may be two articles in one
  std::optional<std::uint64_t> offset;  // of the document's record in its source
  std::optional<Error> none;            // set if there is no article in the document
  std::optional<Error> damage;          // set if the document was read in part
};

// What will be asked of a draft.  Grouping does not ask for the language of
// clean text with a date, which takes as long to tell as all else.
enum class Detail { all, grouping };

// Extracts a document's article.  Safe from any thread.
Draft draft(const Document& document, Detail detail = Detail::all);

// Settles what only the batch can tell: lines that recur across an outlet's
// articles, articles glued together.  The articles come back in the order of
// (id without #n, part).  Documents without an article, or read in part, are
// appended to `*rejections`, unless it is null, in the order of their ids.
std::vector<Article> finish(const std::vector<Draft>& drafts, std::vector<Rejection>* rejections = nullptr);

}  // namespace tellings::articles
