// Dates that a page shows to its readers.
//
//   const VisibleDates dates(page, title, "en-GB", url, first_paragraph);
//   if (const auto day = dates.by_headline()) ...
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "tellings/articles/page.h"

namespace tellings::articles {

// A visible date and how far it can be trusted.
struct Shown {
  std::string date;  // RFC 3339, cut to what is known
  double score = 0;
};

// Reads the dates of one page; the page and the language must outlive it.
class VisibleDates {
 public:
  VisibleDates(const Page& page, std::string_view title, std::string_view language, std::string_view url,
               std::size_t first_paragraph);

  // The date that stands by the headline in a line of little else, or that is
  // called the day of publication; what is called a change does not count.
  std::optional<std::string> by_headline() const;

  // The day of the last change, if the page names one by its headline or body.
  std::string changed() const;

  // Called the day of publication in a line right behind the body.
  std::string behind_body() const;

  // Among dates with a mark (time elements, bylines) the one that looks most
  // like the article's.
  Shown marked() const;

  // In the lines around the beginning of the body: first one that is hardly
  // more than a date, then one in a sentence or a caption.
  std::string near_body() const;

  // The date that most lines have, comments and lists of others apart; of
  // equals the first.
  std::string commonest() const;

  // A day printed near the headline that is `moment`, given in universal time,
  // as some place on earth has it; empty where the page prints the day itself.
  std::string local_day_of(std::string_view moment) const;

  // How the page's numbers are to be read: a language that puts months first,
  // or one that does not.
  std::string_view language() const { return language_; }

 private:
  const Page& page_;
  std::string_view language_;
  std::size_t first_;  // line of the first paragraph
  std::size_t last_;   // and of the last one
  std::optional<std::size_t> headline_;
};

// Whether a moment given in universal time falls on `day` somewhere where news
// is made: the evening of the day before it in the east, the night after it in
// the west.
bool is_local_day(std::string_view day, std::string_view moment);

}  // namespace tellings::articles
