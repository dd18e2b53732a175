#include "tellings/articles/text.h"

#include <algorithm>
#include <unordered_map>

#include "tellings/articles/byline.h"
#include "tellings/articles/date.h"
#include "tellings/articles/features.h"
#include "tellings/articles/few_lines.h"
#include "tellings/articles/forest.h"
#include "tellings/articles/glue.h"
#include "tellings/articles/headline.h"
#include "tellings/articles/language.h"
#include "tellings/articles/line.h"
#include "tellings/articles/sure.h"

// The forest judges every line; what is plain from a line's words alone
// overrules it, and so does the shape of a document's head: everything before
// the first paragraph of prose that repeats, or repeats the title, is headline
// or caption.  On text that is nearly clean every crude rule does harm
// (quotations and paragraphs of one line die), so the forest must be fairly
// sure before a line goes.

namespace tellings::articles {
namespace {

// Lines less likely than this to be the article's own are dropped: keeps more
// than .97 of the article's lines of mildly dirty text (tools/train_lines.py).
constexpr float kLeastOwn = 0.35f;

// Lines of one paragraph broken at a column: they are of one length and stop
// without a full stop.
bool is_wrapped(std::string_view text) {
  std::size_t inner = 0, full = 0;
  std::size_t before = 0;
  bool unended = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t size = end - at;
    if (size > 0 && before > 0) {
      ++inner;
      full += unended && before >= 55 && before <= 90;
    }
    before = size;
    const char last = size > 0 ? text[end - 1] : '.';
    unended = last != '.' && last != '!' && last != '?' && last != ':' && last != '"';
    at = end + 1;
  }
  return inner >= 6 && full * 10 >= inner * 7;
}

Lines lines_of(std::string_view text) {
  Lines lines;
  const bool wrapped = is_wrapped(text);
  std::string paragraph;
  Span origin;  // of the paragraph
  for (std::size_t at = 0; at <= text.size() && lines.list.size() < kMostLines;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const Span here = trimmed(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    if (!wrapped) {
      lines.add(line, {}, here);
    } else if (here.empty()) {
      lines.add(paragraph, {}, origin);
      paragraph.clear();
    } else {
      origin = {paragraph.empty() ? here.begin : origin.begin, here.end};
      paragraph.append(line).push_back(' ');
    }
    at = end + 1;
  }
  if (!paragraph.empty()) lines.add(paragraph, {}, origin);
  return lines;
}

void judge(Lines* lines) {
  static const Grove grove(text_forest());
  const auto own = grove.probabilities(text_features(*lines));
  for (std::size_t i = 0; i < own.size(); ++i) {
    Line& l = lines->list[i];
    l.own = own[i];
    if (const auto why = surely_dropped(l)) {
      l.own = std::min(l.own, 0.05f);
      l.drop = why;
    } else if (l.own < kLeastOwn) {
      l.drop = reason_of(l);
    }
  }
}

// A line that says what one before it said: a headline or a caption printed
// again.  Of prose the first stays.
void drop_repeats(Lines* lines) {
  std::unordered_map<std::uint64_t, std::size_t> first;
  for (std::size_t i = 0; i < lines->list.size(); ++i) {
    Line& l = lines->list[i];
    const auto [at, fresh] = first.try_emplace(l.hash, i);
    if (fresh || l.hash == 0 || l.shape.words < 4) continue;
    Line& earlier = lines->list[at->second];
    if (!l.drop) l.drop = is_prose(l.shape) ? DropReason::furniture : reason_of(l);
    const bool twice_at_once = at->second + 1 == i;
    if (!earlier.drop && twice_at_once && !(is_prose(l.shape) && !l.phrases.has(Phrase::caption)))
      earlier.drop = DropReason::caption;
  }
}

std::size_t first_paragraph(const Lines& lines) {
  for (std::size_t i = 0; i < lines.list.size(); ++i)
    if (!lines.list[i].drop && is_prose(lines.list[i].shape)) return i;
  return lines.list.size();
}

// The first words of prose.
std::string beginning(const Lines& lines) {
  std::string out;
  for (std::size_t i = first_paragraph(lines); i < lines.list.size() && out.size() < kLanguageSample; ++i)
    if (!lines.list[i].drop) out += lines.list[i].text + " ";
  return out;
}

// What stands between the headline and the first paragraph and is neither
// prose nor, by the forest, surely the article's own, is caption or byline.
void settle_head(std::size_t title, std::size_t body, Lines* lines) {
  const std::uint64_t hash = lines->list[title].hash;
  for (Line& l : lines->list)
    if (l.hash == hash) l.drop = DropReason::headline;
  for (std::size_t i = 0; i < body && i < lines->list.size(); ++i) {
    Line& l = lines->list[i];
    if (!l.drop && !is_prose(l.shape) && (i < title || !l.shape.ends_sentence)) l.drop = reason_of(l);
  }
}

// The words under a picture whose text repeats the headline: a name or the
// like, right after the copy.
void drop_names_under_pictures(Lines* lines) {
  constexpr int kNameWords = 6;
  bool copy_before = false;
  bool first = true;
  for (Line& l : lines->list) {
    const bool is_title = l.drop == DropReason::headline;
    const Shape& s = l.shape;
    const bool name =
        s.words > 0 && s.words <= kNameWords && s.capitalised * 2 > s.words && !s.ends_sentence && !s.starts_quote;
    if (copy_before && !l.drop && name) l.drop = DropReason::caption;
    copy_before = is_title && !first;
    if (is_title) first = false;
  }
}

void find_title(const Document& document, Lines* lines, Draft* out) {
  const std::size_t body = first_paragraph(*lines);
  out->article.title = document.metadata.title;
  if (!out->article.title.empty()) {
    const std::uint64_t hash = letters_hash(out->article.title);
    for (Line& l : lines->list)
      if (l.hash == hash && l.hash != 0) l.drop = DropReason::headline;
    return;
  }
  if (body == lines->list.size()) return;
  if (const auto title = find_headline(*lines, 0, body)) {
    out->article.title = lines->list[*title].text;
    settle_head(*title, body, lines);
  }
}

// A date or a byline between the headline and the first paragraphs is the
// article's; a date above the headline is the day the page was looked at.
// A standfirst may stand before them.
void read_head(Lines* lines, Article* a) {
  constexpr int kHeadWords = 14;
  constexpr std::size_t kAfterStandfirst = 6;
  const std::size_t body = first_paragraph(*lines);
  bool below_title = false;
  for (std::size_t i = 0; i < std::min(body + kAfterStandfirst, lines->list.size()); ++i) {
    Line& l = lines->list[i];
    if (i > body && !l.drop) continue;
    if (l.drop == DropReason::headline) below_title = true;
    if (!below_title || l.shape.words > kHeadWords || l.drop == DropReason::headline) continue;
    if (std::string date = find_date(l.text, a->language); !date.empty() && !l.phrases.has(Phrase::caption)) {
      if (a->published.empty()) a->published = std::move(date);
      l.drop = DropReason::dateline;
    } else if (a->authors.empty() && l.phrases.starts(Phrase::byline)) {
      for (std::string& name : names_in(l.text))
        if (is_person(name)) a->authors.push_back(std::move(name));
      if (!a->authors.empty()) l.drop = DropReason::byline;
    }
  }
}

void take_metadata(const Document& d, Article* a) {
  a->id = d.id;
  a->source = d.source;
  a->url = d.metadata.url;
  a->outlet = d.metadata.outlet;
  a->title = d.metadata.title;
  a->authors = d.metadata.authors;
  a->published = d.metadata.published;
  a->modified = d.metadata.modified;
  a->language = d.metadata.language;
  a->credits = d.metadata.credits;
}

}  // namespace

Draft draft_clean(const Document& document, Detail detail) {
  Draft out;
  take_metadata(document, &out.article);
  Article& a = out.article;
  a.text = document.bytes;
  // A text without a date may yet have one in its dateline, read by its language.
  if (detail == Detail::all || a.published.empty()) a.language = settled_language(a.language, a.text);
  for (std::size_t at = 0; at <= a.text.size();) {
    const std::size_t end = std::min(a.text.find("\n\n", at), a.text.size());
    a.paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    a.source_spans.push_back(source_of(document, a.paragraphs.back()));
    at = end + 2;
  }
  return out;
}

Draft draft_text(const Document& document) {
  Draft out;
  out.scraped = true;
  take_metadata(document, &out.article);
  Lines lines = lines_of(document.bytes);
  if (lines.list.size() == kMostLines) out.damage = Error{Code::too_large, "a text too long to be read to its end"};
  judge(&lines);
  keep_sentences(&lines);
  out.article.language = settled_language(out.article.language, beginning(lines));
  find_title(document, &lines, &out);
  read_head(&lines, &out.article);
  drop_repeats(&lines);
  drop_names_under_pictures(&lines);
  out.cuts = find_cuts(&lines);
  bool any = false;
  for (Line& l : lines.list) {
    any = any || !l.drop;
    out.pieces.push_back({std::move(l.text), l.own, l.drop, source_of(document, l.origin)});
  }
  if (!any) out.none = Error{Code::no_article, "no line of it reads like an article"};
  return out;
}

}  // namespace tellings::articles
