// An article: one piece of journalism, in its own words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/model/span.h"

namespace tellings {

// Why a stretch of a document is not the article's own words.
enum class DropReason : std::uint8_t {
  furniture,
  caption,
  related,
  advertisement,
  comment_form,
  byline,
  dateline,
  headline,
  repeated_on_site,
  other_article,
  markup,
};

struct Dropped {
  std::string text;
  DropReason why;
};

// One article.  Empty strings are things not known.
struct Article {
  std::string id;
  std::string source;
  int part = 1;  // 1, or n for the n-th article found inside one document
  std::string url;
  std::string outlet;
  std::string title;
  std::vector<std::string> authors;
  std::vector<std::string> credits;  // agencies named as the origin, by full name
  std::string published;             // RFC 3339, cut to what is known
  std::string modified;
  std::string language;           // BCP 47
  std::string text;               // valid UTF-8: the paragraphs joined by "\n\n"
  std::vector<Span> paragraphs;   // in order, covering text but for the joints
  // Of each paragraph, the bytes of the document's content as it was found (a
  // file unpacked, the body of a response, a record's field); empty: not known.
  std::vector<Span> source_spans;
  std::optional<std::uint64_t> source_offset;  // in an archive, of the record that holds it
  std::vector<Dropped> dropped;   // in document order
  std::optional<double> quality;  // estimated share of text that is its own, 0 to 1
};

// The order of articles everywhere: by the id without "#n", then the part.
inline bool before(const Article& a, const Article& b) {
  const auto stem = [](const Article& x) {
    const std::string_view id = x.id;
    return x.part > 1 ? id.substr(0, id.rfind('#')) : id;
  };
  const auto order = stem(a) <=> stem(b);
  return order != 0 ? order < 0 : a.part < b.part;
}

}  // namespace tellings
