#include "tellings/articles/about.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>

#include "tellings/articles/byline.h"
#include "tellings/articles/credit.h"
#include "tellings/articles/date.h"
#include "tellings/articles/hints.h"
#include "tellings/articles/host.h"
#include "tellings/articles/plain.h"
#include "tellings/articles/shape.h"
#include "tellings/articles/title.h"

namespace tellings::articles {
namespace {

std::string_view meta(const Page& page, std::span<const std::string_view> names) {
  for (const std::string_view name : names)
    for (const auto& [key, content] : page.metas)
      if (key == name && !content.empty()) return content;
  return {};
}

// --- dates -----------------------------------------------------------------------

constexpr auto kPublished = std::to_array<std::string_view>({
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date_published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published_time",
    "published_at",
    "publication_date",
    "publicationdate",
    "article.published",
    "article:publicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "dc.date",
    "dc.date.published",
    "dcterms.issued",
    "cxenseparse:recs:publishtime",
    "date",
    "bt:pubdate",
    "article_date_original",
    "originalpublicationdate",
    "og:article:published_time",
    "rnews:datepublished",
    "article:post_date",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "time",
    "created",
    "datecreated",
    "date.created",
    "last-publish-date",
    "shareaholic:article_published_time",
    "og:pubdate",
    "timestamp",
    "published-date",
    "published",
    "displaydate",
    "iso-8601-publish-date",
    "pdate",
    "ptime",
    "date.issued",
    "release_date",
    "blogger-post-date",
    "video:release_date",
});

constexpr auto kModified = std::to_array<std::string_view>({
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "modified_time",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified",
    "updated_time",
    "date_modified",
    "revision_date",
    "article:updated_time",
    "modificationdate",
});

// A date farther above the headline than so many lines is the site's clock.
constexpr std::size_t kFarAbove = 4;

// A visible date of this score is taken before any in lines without a mark.
constexpr double kGoodScore = 2.5;

std::string property_date(const Page& page, std::string_view name) {
  for (const Mark& m : page.marks) {
    if (m.kind != Mark::Kind::property || m.name.find(name) == std::string::npos) continue;
    std::string date = machine_date(m.value);
    if (date.empty()) date = find_date(m.text, page.language);
    if (!date.empty()) return date;
  }
  return {};
}

bool stands_in(const Mark& m, Inside what) { return (m.inside >> static_cast<unsigned>(what) & 1u) != 0; }

// Whether a mark belongs to a list of other articles, a comment, a post shown
// in the text.
bool is_of_others(const Mark& m) {
  return has_hint(m.hints, Hint::related) || has_hint(m.hints, Hint::comment) || has_hint(m.hints, Hint::sidebar) ||
         has_hint(m.hints, Hint::list) || stands_in(m, Inside::quote);
}

constexpr std::size_t kVeryFar = 1000;

std::size_t lines_between(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

struct Scored {
  std::string date;
  double score = 0;
};

// Among visible dates the one that looks most like the article's: a <time> or
// a byline's date near the beginning of the body, not in a list of others, not
// the clock of the site above the headline.
Scored visible_date(const Page& page, std::size_t first_paragraph, std::optional<std::size_t> headline) {
  Scored best;
  for (const Mark& m : page.marks) {
    if (m.kind == Mark::Kind::h1 || m.kind == Mark::Kind::author_link) continue;
    std::string date = machine_date(m.value);
    const bool exact = !date.empty();
    if (!exact) date = find_date(m.text, page.language);
    if (date.empty()) continue;
    const auto distance = static_cast<double>(
        std::min(lines_between(m.line, first_paragraph), headline ? lines_between(m.line, *headline) : kVeryFar));
    double score = 3 + (m.kind == Mark::Kind::time ? 1 : 0) + (exact ? 0.5 : 0) - std::min(distance, 60.0) / 12;
    if (m.line > first_paragraph + 1) score -= 1;
    if (headline && m.line + kFarAbove < *headline) score -= 1.5;
    if (stands_in(m, Inside::article) || stands_in(m, Inside::main)) score += 1;
    if (stands_in(m, Inside::aside) || stands_in(m, Inside::nav) || stands_in(m, Inside::footer)) score -= 2;
    if (is_of_others(m)) score -= stands_in(m, Inside::quote) ? 3 : 1.5;
    if (has_hint(m.hints, Hint::date)) score += 0.7;
    if (m.text.size() > 200) score -= 1;
    if (score > best.score) best = {std::move(date), score};
  }
  return best;
}

// A date in the lines around the beginning of the body: first one that is
// hardly more than a date, then one in a sentence or a caption.
std::string near_date(const Page& page, std::size_t first_paragraph) {
  constexpr std::size_t kReach = 12;
  const auto& lines = page.lines.list;
  const std::size_t begin = first_paragraph > kReach ? first_paragraph - kReach : 0;
  for (const int most_words : {12, 40})
    for (std::size_t i = std::min(first_paragraph + 2, lines.size()); i-- > begin;) {
      if (lines[i].shape.words > most_words || lines[i].shape.digits < 3) continue;
      if (std::string date = find_date(lines[i].text, page.language); !date.empty()) return date;
    }
  return {};
}

// The date that most lines of the page have, comments and lists of others
// apart; of equals the latest.
std::string common_date(const Page& page) {
  std::map<std::string, int> count;
  for (const Line& l : page.lines.list) {
    if (l.shape.digits < 3 || l.shape.words > 60) continue;
    if (has_hint(l.place.hints_own | l.place.hints_near, Hint::comment) || has_hint(l.place.hints_own, Hint::related))
      continue;
    if (std::string date = find_date(l.text, page.language); !date.empty()) ++count[date.substr(0, 10)];
  }
  const auto best = std::ranges::max_element(
      count, {}, [](const auto& entry) { return std::pair(entry.second, std::string_view(entry.first)); });
  return best != count.end() ? best->first : std::string();
}

// Days since 1970 of a date that has all of year, month, day; else nothing.
std::optional<long> day_number(std::string_view date) {
  if (date.size() < 10) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    std::from_chars(date.data() + at, date.data() + at + size, value);
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  return std::chrono::sys_days(day).time_since_epoch().count();
}

// Whether a moment given in universal time falls on `day` somewhere where news
// is made: the evening of the day before it in the east, the night after it in
// the west.
bool is_local_day(std::string_view day, std::string_view moment) {
  constexpr std::string_view kLastWest = "10", kFirstEast = "12";  // Hawaii is ten hours behind, Auckland twelve ahead
  if ((!moment.ends_with("Z") && !moment.ends_with("+00:00")) || moment.size() < 14) return false;
  const auto here = day_number(day), there = day_number(moment);
  if (!here || !there) return false;
  const std::string_view hour = moment.substr(11, 2);
  return (*there == *here + 1 && hour < kLastWest) || (*there == *here - 1 && hour >= kFirstEast);
}

// The day that the page prints for a moment given in universal time, where
// that is another.
std::string printed_day(const Page& page, std::string_view moment, std::size_t first_paragraph) {
  std::string other;
  for (const Mark& m : page.marks) {
    if (m.kind == Mark::Kind::h1 || m.kind == Mark::Kind::author_link || is_of_others(m)) continue;
    if (m.line > first_paragraph + 1 || m.line + 3 * kFarAbove < first_paragraph || m.text.size() > 80) continue;
    const std::string date = find_date(m.text, page.language).substr(0, 10);
    if (date == moment.substr(0, 10)) return {};
    if (other.empty() && is_local_day(date, moment)) other = date;
  }
  return other;
}

// The line that is the headline, if there is one.
std::optional<std::size_t> headline_of(const Page& page, std::string_view title) {
  const std::uint64_t hash = letters_hash(title);
  const auto found = std::ranges::find(page.lines.list, hash, &Line::hash);
  if (hash == 0 || found == page.lines.list.end()) return std::nullopt;
  return static_cast<std::size_t>(found - page.lines.list.begin());
}

void date_article(const Page& page, const LinkedData& said, std::string_view url, std::size_t first_paragraph,
                  Article* a) {
  if (a->modified.empty()) a->modified = machine_date(said.modified);
  if (a->modified.empty()) a->modified = machine_date(meta(page, kModified));
  if (!a->published.empty()) return;
  // A paper's day is in its URL; in universal time the evening is another day.
  const std::string day = url_date(url);
  const auto take = [&](const std::string& date) {
    if (!a->published.empty()) return;
    a->published = is_local_day(day, date) ? day : date;
  };
  const auto settle = [&] {
    if (const std::string printed = printed_day(page, a->published, first_paragraph); !printed.empty())
      a->published = printed;
  };
  take(machine_date(said.published));
  for (const std::string_view name : kPublished) {
    if (!a->published.empty()) return settle();
    take(machine_date(meta(page, std::span(&name, 1))));
  }
  take(property_date(page, "datePublished"));
  take(property_date(page, "dateCreated"));
  take(day);
  if (!a->published.empty()) return settle();
  const Scored visible = visible_date(page, first_paragraph, headline_of(page, a->title));
  if (visible.score >= kGoodScore) return take(visible.date);
  if (first_paragraph < page.lines.list.size())
    take(dateline_date(page.lines.list[first_paragraph].text, page.language));
  if (a->published.empty()) take(near_date(page, first_paragraph));
  if (a->published.empty()) take(visible.date);
  if (a->published.empty()) take(common_date(page));
  if (a->published.empty()) take(a->modified);
}

// --- authors ---------------------------------------------------------------------

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

bool any_person(const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [](const std::string& n) { return is_person(n); });
}

std::vector<std::string> authors_of(const Page& page, const LinkedData& said, std::string_view outlet) {
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
  return !linked.empty() ? linked : named;
}

}  // namespace

void describe(const Page& page, const LinkedData& said, const Metadata& given, std::size_t first_paragraph,
              Article* a) {
  constexpr auto kUrl = std::to_array<std::string_view>({"og:url", "twitter:url"});
  constexpr auto kSite = std::to_array<std::string_view>(
      {"og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone"});
  constexpr auto kLanguage =
      std::to_array<std::string_view>({"content-language", "og:locale", "language", "dc.language"});
  a->url = !given.url.empty()                   ? given.url
           : page.canonical.starts_with("http") ? page.canonical
                                                : std::string(meta(page, kUrl));
  a->outlet = given.outlet;
  if (a->outlet.empty()) a->outlet = plain(meta(page, kSite));
  if (a->outlet.empty()) a->outlet = said.publisher;
  if (a->outlet.empty()) a->outlet = host_of(a->url);
  a->title = !given.title.empty() ? given.title : choose_title(page, said, a->outlet);
  a->authors = !given.authors.empty() ? given.authors : authors_of(page, said, a->outlet);
  for (const Agent& agent : said.sources)
    if (agency_named(agent.name)) a->credits.push_back(agent.name);
  a->published = given.published;
  a->modified = given.modified;
  a->language = given.language;
  if (a->language.empty()) a->language = page.language;
  if (a->language.empty()) a->language = said.language;
  if (a->language.empty()) a->language = meta(page, kLanguage);
  std::ranges::replace(a->language, '_', '-');
  if (a->language.size() > 12 || (a->language.size() > 3 && a->language.find('-') == std::string::npos))
    a->language.clear();
  date_article(page, said, a->url, first_paragraph, a);
}

}  // namespace tellings::articles
