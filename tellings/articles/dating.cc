#include "tellings/articles/dating.h"

#include <array>
#include <span>
#include <string>

#include "tellings/articles/date.h"
#include "tellings/articles/visible_dates.h"

// What the page shows by its headline is its own: site builders put the day of
// an import into JSON-LD, editors a later change.  So a day printed there, in a
// line of its own or called the day of publication, comes before what is said
// for machines, unless both are one day in different places on earth.

namespace tellings::articles {
namespace {

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

// A visible date of this score is taken before any in lines without a mark.
constexpr double kGoodScore = 2.5;

std::string property_date(const Page& page, std::string_view name, std::string_view language) {
  for (const Mark& m : page.marks) {
    if (m.kind != Mark::Kind::property || m.name.find(name) == std::string::npos) continue;
    std::string date = machine_date(m.value);
    if (date.empty()) date = find_date(m.text, language);
    if (!date.empty()) return date;
  }
  return {};
}

// What the page says for machines, the most trusted first.
std::string said_for_machines(const Page& page, const LinkedData& said, std::string_view language) {
  if (std::string date = machine_date(said.published); !date.empty()) return date;
  for (const std::string_view name : kPublished)
    if (std::string date = machine_date(page.meta(std::span(&name, 1))); !date.empty()) return date;
  if (std::string date = property_date(page, "datePublished", language); !date.empty()) return date;
  return property_date(page, "dateCreated", language);
}

bool is_same_day(std::string_view a, std::string_view b) { return a.substr(0, 10) == b.substr(0, 10); }

// The same numbers with day and month exchanged: one of the two was misread.
bool is_exchanged(std::string_view a, std::string_view b) {
  return a.size() >= 10 && b.size() >= 10 && a.substr(0, 4) == b.substr(0, 4) && a.substr(5, 2) == b.substr(8, 2) &&
         a.substr(8, 2) == b.substr(5, 2);
}

// Of what machines and readers are told, what holds.
std::string settle(std::string machines, std::string_view url_day, const VisibleDates& shown) {
  // A paper's day is in its URL; in universal time the evening is another day.
  const std::string at_home = is_local_day(url_day, machines) ? std::string(url_day) : machines;
  if (const auto printed = shown.by_headline()) {
    if (is_same_day(*printed, machines) || is_same_day(*printed, at_home))
      return is_same_day(machines, *printed) ? machines : at_home;
    if (is_local_day(*printed, machines)) return printed->substr(0, 10);
    return is_same_day(url_day, machines) || is_exchanged(*printed, machines) ? machines : *printed;
  }
  if (const std::string local = shown.local_day_of(at_home); !local.empty()) return local;
  return at_home;
}

// Where nothing is said for machines.
std::string seen_by_readers(const Page& page, const VisibleDates& shown, std::size_t first_paragraph) {
  if (auto printed = shown.by_headline()) return *printed;
  Shown marked = shown.marked();
  if (marked.score >= kGoodScore) return marked.date;
  if (first_paragraph < page.lines.list.size())
    if (std::string date = dateline_date(page.lines.list[first_paragraph].text, shown.language()); !date.empty())
      return date;
  if (std::string date = shown.behind_body(); !date.empty()) return date;
  if (std::string date = shown.near_body(); !date.empty()) return date;
  if (!marked.date.empty()) return marked.date;
  return shown.commonest();
}

}  // namespace

void date_article(const Page& page, const LinkedData& said, std::string_view url, std::size_t first_paragraph,
                  Article* a) {
  const VisibleDates shown(page, a->title, a->language, url, first_paragraph);
  if (a->modified.empty()) a->modified = machine_date(said.modified);
  if (a->modified.empty()) a->modified = machine_date(page.meta(kModified));
  if (a->modified.empty()) a->modified = shown.changed();
  if (!a->published.empty()) return;
  const std::string day = url_date(url);
  std::string machines = said_for_machines(page, said, shown.language());
  if (machines.empty()) machines = day;
  a->published =
      !machines.empty() ? settle(std::move(machines), day, shown) : seen_by_readers(page, shown, first_paragraph);
  if (a->published.empty()) a->published = a->modified;
}

}  // namespace tellings::articles
