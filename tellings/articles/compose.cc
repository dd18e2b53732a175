#include "tellings/articles/compose.h"

#include <span>
#include <string>
#include <utility>

namespace tellings::articles {
namespace {

void append_paragraph(std::string&& text, Article* a) {
  if (!a->text.empty()) a->text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(a->text.size());
  a->text += text;
  a->paragraphs.push_back({begin, static_cast<std::uint32_t>(a->text.size())});
}

// Quality: the mean, by length, of what the forest thinks of the kept pieces.
void fill(std::span<Piece> pieces, Article* a) {
  double own = 0, all = 0;
  for (Piece& p : pieces) {
    if (p.drop) {
      a->dropped.push_back({std::move(p.text), *p.drop});
      continue;
    }
    own += static_cast<double>(p.own) * static_cast<double>(p.text.size());
    all += static_cast<double>(p.text.size());
    append_paragraph(std::move(p.text), a);
  }
  if (all > 0) a->quality = own / all;
}

Article later_part(const Article& first, int part, std::string title) {
  Article a;
  a.id = first.id + "#" + std::to_string(part);
  a.source = first.source;
  a.part = part;
  a.url = first.url;
  a.outlet = first.outlet;
  a.language = first.language;
  a.title = std::move(title);
  return a;
}

}  // namespace

void compose(Draft draft, std::vector<Article>* out) {
  if (draft.pieces.empty()) return out->push_back(std::move(draft.article));
  const std::span<Piece> pieces = draft.pieces;
  std::size_t begin = 0;
  Article first = draft.article;
  Article now = std::move(draft.article);
  for (std::size_t k = 0; k <= draft.cuts.size(); ++k) {
    const std::size_t end = k < draft.cuts.size() ? draft.cuts[k].piece : pieces.size();
    fill(pieces.subspan(begin, end - begin), &now);
    out->push_back(std::move(now));
    if (k == draft.cuts.size()) return;
    begin = end;
    now = later_part(first, static_cast<int>(k) + 2, std::move(draft.cuts[k].title));
  }
}

}  // namespace tellings::articles
