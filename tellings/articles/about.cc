#include "tellings/articles/about.h"

#include <algorithm>
#include <array>

#include "tellings/articles/agencies.h"
#include "tellings/articles/byline.h"
#include "tellings/articles/dating.h"
#include "tellings/articles/hints.h"
#include "tellings/articles/host.h"
#include "tellings/articles/language.h"
#include "tellings/articles/plain.h"
#include "tellings/articles/shape.h"
#include "tellings/articles/title.h"

namespace tellings::articles {
namespace {

constexpr auto kAuthors = std::to_array<std::string_view>({
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "og:author",
    "article.author",
    "creator",
    "twitter:data1",
    "cxenseparse:author",
    "dcsext.author",
    "shareaholic:article_author_name",
    "authors",
    "vr:author",
    "byline",
});

void add_names(std::string_view field, std::vector<std::string>* out) {
  for (std::string& name : names_in(field)) {
    const std::string low = lower(name);
    if (std::ranges::none_of(*out, [&](const std::string& o) { return lower(o) == low; }))
      out->push_back(std::move(name));
  }
}

std::vector<std::string> from_linked_data(const LinkedData& said, std::string_view outlet) {
  std::vector<std::string> out;
  for (const Agent& agent : said.authors) {
    if (agent.organisation && !agency_named(agent.name)) continue;
    add_names(agent.name, &out);
  }
  if (out.empty())
    for (const Agent& agent : said.authors)
      if (lower(agent.name) != lower(outlet) || said.authors.size() == 1) add_names(agent.name, &out);
  return out;
}

std::vector<std::string> from_metas(const Page& page) {
  std::vector<std::string> out;
  for (const std::string_view name : kAuthors) {
    for (const auto& [key, content] : page.metas) {
      if (key != name || content.starts_with("http") || content.find("min") == 2) continue;
      if (name == "twitter:data1" && !is_person(content)) continue;
      add_names(plain(content), &out);
    }
    if (!out.empty()) return out;
  }
  return out;
}

std::vector<std::string> from_marks(const Page& page, Mark::Kind kind) {
  std::vector<std::string> out;
  for (const Mark& m : page.marks) {
    if (m.kind != kind || out.size() > 8) continue;
    if (kind == Mark::Kind::property && m.name.find("author") == std::string::npos &&
        m.name.find("creator") == std::string::npos)
      continue;
    const auto in = [&](Inside what) { return (m.inside >> static_cast<unsigned>(what) & 1u) != 0; };
    if (in(Inside::aside) || in(Inside::nav) || in(Inside::footer)) continue;
    if (has_hint(m.hints, Hint::related) || has_hint(m.hints, Hint::comment) || has_hint(m.hints, Hint::sidebar) ||
        has_hint(m.hints, Hint::list))
      continue;
    const std::string_view field = m.text.empty() ? m.value : m.text;
    if (field.size() > 150) continue;
    std::vector<std::string> names;
    add_names(field, &names);
    std::erase_if(names, [](const std::string& n) { return !is_person(n); });
    for (std::string& n : names) add_names(n, &out);
    if (!out.empty() && kind == Mark::Kind::byline) return out;
  }
  return out;
}

// A byline without a mark: between the headline and the body a short line that
// begins as bylines do.
std::vector<std::string> from_lines(const Page& page, std::size_t first_paragraph) {
  constexpr std::size_t kReach = 8;
  constexpr int kMostWords = 9;
  std::vector<std::string> out;
  const auto& lines = page.lines.list;
  for (std::size_t i = first_paragraph > kReach ? first_paragraph - kReach : 0;
       i < std::min(first_paragraph + 2, lines.size()) && out.empty(); ++i) {
    const Line& l = lines[i];
    if (l.shape.words > kMostWords || l.shape.ends_sentence || !l.phrases.starts(Phrase::byline)) continue;
    if (l.place.is_in(Inside::caption) || l.place.is_in(Inside::figure) || l.place.is_in(Inside::nav)) continue;
    for (std::string& name : names_in(l.text))
      if (is_person(name)) out.push_back(std::move(name));
  }
  return out;
}

// Names as given, without "By".
std::vector<std::string> cleaned(const std::vector<std::string>& given) {
  std::vector<std::string> out;
  for (const std::string& name : given) {
    std::vector<std::string> names;
    if (phrases_in(lower(name)).starts(Phrase::byline)) names = names_in(name);
    if (names.empty()) names.push_back(name);
    out.insert(out.end(), names.begin(), names.end());
  }
  return out;
}

bool any_person(const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [](const std::string& n) { return is_person(n); });
}

std::vector<std::string> authors_of(const Page& page, const LinkedData& said, std::string_view outlet,
                                    std::size_t first_paragraph) {
  std::vector<std::string> linked = from_linked_data(said, outlet);
  if (any_person(linked)) return linked;
  std::vector<std::string> named = from_metas(page);
  if (any_person(named)) return named;
  for (const auto kind : {Mark::Kind::property, Mark::Kind::author_link, Mark::Kind::byline}) {
    std::vector<std::string> seen = from_marks(page, kind);
    if (any_person(seen)) {
      // A desk that the head names stands for nobody when the page names one.
      return seen;
    }
  }
  if (std::vector<std::string> seen = from_lines(page, first_paragraph); !seen.empty()) return seen;
  return !linked.empty() ? linked : named;
}

// The publisher in Dublin Core, microdata or RDFa.
std::string publisher_of(const Page& page) {
  constexpr auto kPublisher =
      std::to_array<std::string_view>({"dc.publisher", "dcterms.publisher", "citation_publisher"});
  constexpr std::size_t kLongest = 80;
  if (const std::string_view said = page.meta(kPublisher); !said.empty()) return plain(said);
  for (const Mark& m : page.marks) {
    if (m.kind == Mark::Kind::property && m.name == "publisher" && !m.text.empty() && m.text.size() <= kLongest)
      return m.text;
  }
  return {};
}

}  // namespace

void describe(const Page& page, const LinkedData& said, const Metadata& given, std::size_t first_paragraph,
              std::string_view body, Article* a) {
  constexpr auto kUrl = std::to_array<std::string_view>({"og:url", "twitter:url"});
  constexpr auto kSite = std::to_array<std::string_view>(
      {"og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone"});
  constexpr auto kLanguage =
      std::to_array<std::string_view>({"content-language", "og:locale", "language", "dc.language"});
  a->url = !given.url.empty()                   ? given.url
           : page.canonical.starts_with("http") ? page.canonical
                                                : std::string(page.meta(kUrl));
  a->outlet = given.outlet;
  if (a->outlet.empty()) a->outlet = plain(page.meta(kSite));
  if (a->outlet.empty()) a->outlet = said.publisher;
  if (a->outlet.empty()) a->outlet = publisher_of(page);
  if (a->outlet.empty()) a->outlet = host_of(a->url);
  a->title = !given.title.empty() ? given.title : choose_title(page, said, a->outlet);
  a->authors = !given.authors.empty() ? cleaned(given.authors) : authors_of(page, said, a->outlet, first_paragraph);
  a->credits = given.credits;
  for (const Agent& agent : said.sources)
    if (agency_named(agent.name)) a->credits.push_back(agent.name);
  a->published = given.published;
  a->modified = given.modified;
  a->language = given.language;
  if (a->language.empty()) a->language = page.language;
  if (a->language.empty()) a->language = said.language;
  if (a->language.empty()) a->language = page.meta(kLanguage);
  std::ranges::replace(a->language, '_', '-');
  if (a->language.size() > 12 || (a->language.size() > 3 && a->language.find('-') == std::string::npos))
    a->language.clear();
  a->language = settled_language(a->language, body);
  date_article(page, said, a->url, first_paragraph, a);
}

}  // namespace tellings::articles
