#include "tellings/articles/compose.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tellings/articles/credit.h"
#include "tellings/articles/date.h"
#include "tellings/base/hash.h"
#include "tellings/text/words.h"

namespace tellings::articles {
namespace {

void append_paragraph(std::string&& text, Span source, Article* a) {
  if (!a->text.empty()) a->text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(a->text.size());
  a->text += text;
  a->paragraphs.push_back({begin, static_cast<std::uint32_t>(a->text.size())});
  a->source_spans.push_back(source);
}

// Quality: the mean, by length, of what the forest thinks of the kept pieces.
void fill(std::span<Piece> pieces, Article* a) {
  double own = 0, all = 0;
  a->dropped.reserve(
      static_cast<std::size_t>(std::ranges::count_if(pieces, [](const Piece& p) { return p.drop.has_value(); })));
  for (Piece& p : pieces) {
    if (p.drop) {
      a->dropped.push_back({std::move(p.text), *p.drop});
      continue;
    }
    own += static_cast<double>(p.own) * static_cast<double>(p.text.size());
    all += static_cast<double>(p.text.size());
    append_paragraph(std::move(p.text), p.origin, a);
  }
  a->text.shrink_to_fit();
  if (all > 0) a->quality = own / all;
}

// Who is credited: by names among the authors and sources, by lines around the
// body, by the body itself.
void find_credits(std::span<const std::string> lines, Article* a) {
  std::vector<std::string_view> paragraphs;
  paragraphs.reserve(a->paragraphs.size());
  for (const Span s : a->paragraphs) paragraphs.push_back(slice(a->text, s));
  std::vector<std::string> fields = a->credits;
  fields.insert(fields.end(), a->authors.begin(), a->authors.end());
  a->credits = credits_in(paragraphs, fields, lines);
}

// Words that stand beside names in a byline, folded.
constexpr auto kBylineWords =
    std::to_array<std::string_view>({"af", "and", "av",  "by",   "da",  "de",  "di",  "door",  "et",      "och",
                                     "og", "par", "por", "text", "und", "van", "von", "words", "written", "y"});

// True if a line says nothing but the names of the authors and perhaps a date,
// as "By Ann Lee and Bo Dahl | 15 March 2026, 09:12" does.
bool is_byline_of(const Article& a, std::string_view line) {
  constexpr std::size_t kMostBytes = 200;
  constexpr std::size_t kDateWords = 3;  // "Sunday", "March", "CET"
  if (a.authors.empty() || line.size() > kMostBytes) return false;
  std::vector<std::uint64_t> known;
  for (const std::string_view w : kBylineWords) known.push_back(hash_bytes(w));
  bool named = false;
  for (const std::string& author : a.authors) {
    named = named || text::fold(line).find(text::fold(author)) != std::string::npos;
    for (const text::Word& w : text::words(author)) known.push_back(w.hash);
  }
  if (!named) return false;
  const bool dated = !find_date(line, a.language).empty();
  std::size_t others = 0;
  for (const text::Word& w : text::words(line)) {
    const bool digits = line[w.span.begin] >= '0' && line[w.span.begin] <= '9';
    others += std::ranges::find(known, w.hash) == known.end() && !(dated && digits);
  }
  return others <= (dated ? kDateWords : 0);
}

// Bylines that the forest took for text: the authors are known by now.
void drop_bylines(const Article& a, std::span<Piece> pieces) {
  for (Piece& p : pieces) {
    if (!p.drop && is_byline_of(a, p.text)) p.drop = DropReason::byline;
  }
}

// The dateline of the first paragraph, where nothing better is known.
void find_day(Article* a) {
  if (!a->published.empty() || a->paragraphs.empty()) return;
  a->published = dateline_date(slice(a->text, a->paragraphs.front()), a->language);
}

Article later_part(const Article& first, int part, std::string title) {
  Article a;
  a.id = first.id + "#" + std::to_string(part);
  a.source = first.source;
  a.source_offset = first.source_offset;
  a.part = part;
  a.url = first.url;
  a.outlet = first.outlet;
  a.language = first.language;
  a.title = std::move(title);
  return a;
}

}  // namespace

void compose(Draft draft, std::vector<Article>* out) {
  if (draft.pieces.empty()) {
    find_credits({}, &draft.article);
    find_day(&draft.article);
    return out->push_back(std::move(draft.article));
  }
  const std::span<Piece> pieces = draft.pieces;
  std::size_t begin = 0;
  Article first = draft.article;
  Article now = std::move(draft.article);
  for (std::size_t k = 0; k <= draft.cuts.size(); ++k) {
    const std::size_t end = k < draft.cuts.size() ? draft.cuts[k].piece : pieces.size();
    const std::vector<std::string> lines = credit_lines(pieces.subspan(begin, end - begin), now.language);
    drop_bylines(now, pieces.subspan(begin, end - begin));
    fill(pieces.subspan(begin, end - begin), &now);
    find_credits(lines, &now);
    find_day(&now);
    out->push_back(std::move(now));
    if (k == draft.cuts.size()) return;
    begin = end;
    now = later_part(first, static_cast<int>(k) + 2, std::move(draft.cuts[k].title));
  }
}

}  // namespace tellings::articles
