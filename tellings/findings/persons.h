// Persons: is a name in one telling the person of a name in another?
//
// Within a story a surname alone may stand for a person, and vowels change in
// transliteration ("Kadhimi", "Kadhemi"); father and son may share all but
// "Jr."
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tellings::findings {

struct Person {
  std::vector<std::string> words;  // folded, without titles and "Jr."
  std::string suffix;              // "jr", "sr", "ii", "iii"; empty if none
  bool operator==(const Person&) const = default;
};

Person read_person(std::string_view name);

enum class Sameness : std::uint8_t { other, maybe, same };

// same: both have the same first and last names; maybe: one is only a surname,
// or spellings differ in vowels.
Sameness compare(const Person& a, const Person& b);

}  // namespace tellings::findings
