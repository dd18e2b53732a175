// The headline of a page: a vote among the places that give one.
//
//   Headline places disagree on every second page: <title> and og:title carry
//   the site's name or a teaser's words, JSON-LD a headline for search engines,
//   and an h1 may be the site's logo.  What two of them say is right.
#pragma once

#include <string>
#include <string_view>

#include "tellings/articles/json_ld.h"
#include "tellings/articles/page.h"

namespace tellings::articles {

// The page's headline without the site's name; empty if nothing gives one.
std::string choose_title(const Page& page, const LinkedData& said, std::string_view outlet);

// A title without the site's name at its end or beginning: cut at " - ", " | "
// and the like where what is cut off is the outlet, its domain or short.
std::string cut_site(std::string_view title, std::string_view outlet, std::string_view url);

}  // namespace tellings::articles
