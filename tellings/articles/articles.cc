#include "tellings/articles/articles.h"

#include <algorithm>

#include "tellings/articles/compose.h"
#include "tellings/articles/extract.h"
#include "tellings/articles/repeated.h"
#include "tellings/articles/shift.h"
#include "tellings/articles/text.h"

namespace tellings::articles {

Draft draft(const Document& document) {
  switch (document.content) {
    case Content::clean_text: return draft_clean(document);
    case Content::dirty_text: break;
    case Content::html: return draft_page(document);
  }
  return draft_text(document);
}

std::vector<Article> finish(std::vector<Draft> drafts, std::vector<Rejection>* rejections) {
  std::ranges::sort(drafts, {}, [](const Draft& d) -> const std::string& { return d.article.id; });
  drop_repeated(drafts);
  cut_by_words(drafts);
  std::vector<Article> out;
  for (Draft& d : drafts) {
    if (d.none) {
      if (rejections != nullptr) rejections->push_back({d.article.source, {}, *d.none});
    } else {
      compose(std::move(d), &out);
    }
  }
  return out;
}

}  // namespace tellings::articles
