// What a page says of its article in JSON-LD.
//
//   https://schema.org/NewsArticle; https://www.w3.org/TR/json-ld11/
//
//   const LinkedData said = read_json_ld(page.json_ld);
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tellings::articles {

// Somebody named as author or publisher.
struct Agent {
  std::string name;
  bool organisation = false;  // by its @type
};

struct LinkedData {
  bool has_article = false;  // an object of some type of article was there
  std::string headline;
  std::string description;
  std::string body;  // articleBody, as given
  std::string published;
  std::string modified;
  std::string language;
  std::vector<Agent> authors;
  std::vector<Agent> sources;  // creditText, sourceOrganization, isBasedOn, provider
  std::string publisher;
};

// Reads the scripts of one page, broken ones too: raw control characters,
// trailing commas, comments, HTML entities, several objects one after another.
// What cannot be mended is left out.  Text has its entities and tags taken out.
LinkedData read_json_ld(std::span<const std::string> scripts);

// Valid JSON out of nearly valid JSON, as far as it goes: an array of the
// objects in `script`.
std::string mend_json(std::string_view script);

}  // namespace tellings::articles
