#include "tellings/articles/articles.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tellings/articles/batch.h"
#include "tellings/articles/extract.h"
#include "tellings/articles/text.h"

namespace tellings::articles {

Draft draft(const Document& document, Detail detail) {
  switch (document.content) {
    case Content::clean_text: return draft_clean(document, detail);
    case Content::dirty_text: break;
    case Content::html: return draft_page(document);
  }
  return draft_text(document);
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
