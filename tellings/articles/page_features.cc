#include "tellings/articles/page_features.h"

#include <algorithm>
#include <cmath>

#include "tellings/articles/hints.h"
#include "tellings/base/hash.h"
#include "tellings/base/table.h"

// The paragraphs of one article are siblings, or nearly so, and look alike: one
// element's children, one name of a class.  So every element and every style
// (name and class) is weighed by the prose that it holds, and a line is seen in
// the light of its parent's and its style's share.

namespace tellings::articles {
namespace {

float ratio(double a, double b) { return b > 0 ? static_cast<float>(a / b) : 0.0f; }

// What one element, or one style, holds.
struct Holding {
  float prose = 0;  // words of prose
  float words = 0;
  float linked = 0;  // words in links
  int lines = 0;

  void add(const Line& l) {
    const auto w = static_cast<float>(std::min(l.shape.words, 300));
    if (is_prose(l.shape) && l.place.linked < 0.5f) prose += w;
    words += w;
    linked += w * l.place.linked;
    ++lines;
  }
};

template <typename Key>
using Holdings = Table<Key, Holding>;

struct Tree {
  Holdings<std::uint32_t> parents, boxes;
  Holdings<std::uint64_t> styles, parent_styles;
  float most_parent = 0, most_box = 0, prose = 0;
};

Tree weigh(const Lines& lines) {
  Tree t;
  for (const Line& l : lines.list) {
    t.parents[l.place.parent].add(l);
    t.boxes[l.place.box].add(l);
    t.styles[l.place.style].add(l);
    t.parent_styles[l.place.parent_style].add(l);
    if (is_prose(l.shape) && l.place.linked < 0.5f) t.prose += static_cast<float>(std::min(l.shape.words, 300));
  }
  t.parents.each([&](std::uint32_t, const Holding& h) { t.most_parent = std::max(t.most_parent, h.prose); });
  t.boxes.each([&](std::uint32_t, const Holding& h) { t.most_box = std::max(t.most_box, h.prose); });
  return t;
}

using Terms = Table<std::uint32_t, bool>;

// Pairs of neighbouring terms, so that order counts.
Terms pairs_of(const std::vector<std::uint32_t>& terms) {
  Terms out;
  for (std::size_t i = 0; i + 1 < terms.size(); ++i)
    out[static_cast<std::uint32_t>(mix((std::uint64_t{terms[i]} << 32) | terms[i + 1]))] = true;
  return out;
}

struct Said {
  Terms title;
  std::uint64_t title_hash = 0;
  Terms description_pairs, body_pairs;
  bool has_body = false, has_description = false;
};

Said said_by(const Known& known) {
  Said s;
  std::vector<std::uint32_t> terms;
  shape_of(known.title, &terms);
  for (const std::uint32_t term : terms) s.title[term] = true;
  s.title_hash = letters_hash(known.title);
  terms.clear();
  shape_of(known.description, &terms);
  s.description_pairs = pairs_of(terms);
  s.has_description = terms.size() > 3;
  terms.clear();
  shape_of(known.body, &terms);
  s.body_pairs = pairs_of(terms);
  s.has_body = terms.size() > 40;  // less: a summary
  return s;
}

float share_of_pairs(const Lines& lines, const Line& l, const Terms& pairs) {
  if (l.terms_end < l.terms_begin + 2) return -0.5f;
  int hits = 0;
  for (std::uint32_t t = l.terms_begin; t + 1 < l.terms_end; ++t)
    hits += pairs.find(static_cast<std::uint32_t>(mix((std::uint64_t{lines.terms[t]} << 32) | lines.terms[t + 1]))) !=
            nullptr;
  return ratio(hits, l.terms_end - l.terms_begin - 1);
}

float share_of_terms(const Lines& lines, const Line& l, const Terms& terms) {
  if (l.terms_end == l.terms_begin) return -0.5f;
  int hits = 0;
  for (std::uint32_t t = l.terms_begin; t < l.terms_end; ++t) hits += terms.find(lines.terms[t]) != nullptr;
  return ratio(hits, l.terms_end - l.terms_begin);
}

class Row {
 public:
  Row(PageFeatures* out, std::size_t at) : out_(out), at_(at) {}
  void put(float value) { (*out_)[at_++] = value; }

 private:
  PageFeatures* out_;
  std::size_t at_;
};

void put_place(const Line& l, Row* row) {
  const Place& p = l.place;
  row->put(p.tag);
  row->put(p.parent_tag);
  row->put(p.linked);
  row->put(p.emphasis);
  row->put(static_cast<float>(std::min(p.links, 10)));
  row->put(static_cast<float>(p.depth));
  for (unsigned h = 0; h < kHints; ++h) {
    const auto hint = static_cast<Hint>(h);
    row->put((has_hint(p.hints_own, hint) ? 2.0f : 0.0f) + (has_hint(p.hints_near, hint) ? 1.0f : 0.0f));
  }
  for (unsigned h = 0; h < kHints; ++h) row->put(has_hint(p.hints_far, static_cast<Hint>(h)));
  for (unsigned i = 0; i <= static_cast<unsigned>(Inside::button); ++i) row->put(p.is_in(static_cast<Inside>(i)));
}

void put_holding(const Holding& h, float most, Row* row) {
  row->put(log1(h.prose));
  row->put(ratio(h.prose, most));
  row->put(ratio(h.prose, h.words));
  row->put(ratio(h.linked, h.words));
  row->put(log1(h.lines));
}

void put_tree(const Line& l, const Tree& t, Row* row) {
  put_holding(*t.parents.find(l.place.parent), t.most_parent, row);
  put_holding(*t.boxes.find(l.place.box), t.most_box, row);
  put_holding(*t.styles.find(l.place.style), t.prose, row);
  put_holding(*t.parent_styles.find(l.place.parent_style), t.prose, row);
}

void put_sibling(const Lines& lines, std::size_t i, std::ptrdiff_t step, Row* row) {
  const auto at = static_cast<std::ptrdiff_t>(i) + step;
  if (at < 0 || at >= static_cast<std::ptrdiff_t>(lines.list.size())) {
    for (int k = 0; k < 5; ++k) row->put(-1);
    return;
  }
  const Place& here = lines.list[i].place;
  const Line& other = lines.list[static_cast<std::size_t>(at)];
  row->put(other.place.parent == here.parent);
  row->put(other.place.style == here.style);
  row->put(other.place.linked);
  row->put(other.place.tag);
  row->put(static_cast<float>(std::abs(other.place.depth - here.depth)));
}

std::ptrdiff_t line_of_title(const Lines& lines, const Said& said) {
  std::ptrdiff_t best = -1;
  for (std::size_t i = 0; i < lines.list.size(); ++i) {
    const Line& l = lines.list[i];
    if (l.place.tag == 6) return static_cast<std::ptrdiff_t>(i);
    if (best < 0 && said.title_hash != 0 && l.hash == said.title_hash) best = static_cast<std::ptrdiff_t>(i);
  }
  return best;
}

}  // namespace

Known known_of(const Page& page, const LinkedData& said) {
  const auto meta = [&](std::string_view name) -> std::string_view {
    for (const auto& [key, content] : page.metas)
      if (key == name) return content;
    return {};
  };
  Known known{said.headline, meta("og:description"), said.body};
  if (known.title.empty()) known.title = meta("og:title");
  if (known.title.empty()) known.title = page.title;
  if (known.description.empty()) known.description = meta("description");
  if (known.description.empty()) known.description = said.description;
  return known;
}

std::vector<PageFeatures> page_features(const Lines& lines, const Known& known) {
  const auto text = text_features(lines);
  const Tree tree = weigh(lines);
  const Said said = said_by(known);
  const std::ptrdiff_t title = line_of_title(lines, said);
  std::vector<PageFeatures> out(lines.list.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Line& l = lines.list[i];
    std::ranges::copy(text[i], out[i].begin());
    Row row(&out[i], kTextFeatures);
    put_place(l, &row);
    put_tree(l, tree, &row);
    put_sibling(lines, i, -1, &row);
    put_sibling(lines, i, 1, &row);
    row.put(l.hash == said.title_hash && l.hash != 0);
    row.put(share_of_terms(lines, l, said.title));
    row.put(said.has_description ? share_of_pairs(lines, l, said.description_pairs) : -1.0f);
    row.put(said.has_body ? share_of_pairs(lines, l, said.body_pairs) : -1.0f);
    row.put(title < 0
                ? -100.0f
                : static_cast<float>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(i) - title, -50, 50)));
  }
  return out;
}

}  // namespace tellings::articles
