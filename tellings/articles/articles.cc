#include "tellings/articles/articles.h"

#include <algorithm>

namespace tellings::articles {

Draft draft(const Document& document) {
  Article a;
  a.id = document.id;
  a.source = document.source;
  a.url = document.metadata.url;
  a.outlet = document.metadata.outlet;
  a.title = document.metadata.title;
  a.published = document.metadata.published;
  a.modified = document.metadata.modified;
  a.language = document.metadata.language;
  a.text = document.bytes;
  for (std::size_t at = 0; at < a.text.size();) {
    const std::size_t end = std::min(a.text.find("\n\n", at), a.text.size());
    a.paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end + 2;
  }
  return {std::move(a)};
}

std::vector<Article> finish(std::vector<Draft> drafts) {
  std::vector<Article> out;
  for (Draft& d : drafts) out.push_back(std::move(d.article));
  std::ranges::sort(out, {}, &Article::id);
  return out;
}

}  // namespace tellings::articles
