#include "tellings/articles/articles.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tellings/articles/batch.h"
#include "tellings/articles/extract.h"
#include "tellings/articles/text.h"

namespace tellings::articles {

Draft draft(const Document& document, Detail detail) {
  Draft out = document.content == Content::html         ? draft_page(document)
              : document.content == Content::clean_text ? draft_clean(document, detail)
                                                        : draft_text(document);
  out.offset = document.offset;
  if (document.archived) out.article.source_offset = document.offset;
  return out;
}

std::vector<Article> finish(const std::vector<Draft>& drafts, std::vector<Rejection>* rejections) {
  MemoryShelf shelf;
  Batch batch(&shelf);
  for (const Draft& d : drafts) batch.add(pack_for_batch(d));
  batch.settle();
  std::vector<Article> out;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    Batch::Finished found = batch.finished(i);
    if (found.rejection && rejections != nullptr) rejections->push_back(*std::move(found.rejection));
    std::ranges::move(found.articles, std::back_inserter(out));
  }
  return out;
}

}  // namespace tellings::articles
