// Reads the items of a feed: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0.
//
//   https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/,
//   RFC 4287; what feeds do instead is in the tests of feedparser
//
//   if (is_feed(head)) read_feed(decoded, &emit);
//
// JSON Feeds are JSON, and read as such.
#pragma once

#include <string_view>

#include "tellings/documents/emitter.h"

namespace tellings::documents {

// True if the outermost element is a feed's.
bool is_feed(std::string_view head);

// Hands on a document for every item of a feed in valid UTF-8: its content, else
// its summary, as HTML, with title, url, authors and dates; the feed's title is
// the outlet.  Markup that is not well-formed is read as far as it can be.  Time
// and memory grow with the feed's length: entities it declares are not expanded.
void read_feed(std::string_view feed, Emitter* emit);

}  // namespace tellings::documents
