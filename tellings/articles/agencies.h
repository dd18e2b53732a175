// News agencies by name: their spellings, and how others call themselves one.
//
//   take_agency("AFP/Reuters").name == "Agence France-Presse"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tellings::articles {

// An agency at the beginning of a text.  `name` points into the table, or into
// the text where the table does not know it.
struct AgencyAt {
  std::string_view name;   // in full; empty: there is none
  std::size_t length = 0;  // bytes of the text that name it
  bool known = false;      // in the table
};

// The agency whose name begins `text` and ends with a word: one of the table in
// any spelling, or one that calls itself so ("Norda News Agency").
AgencyAt take_agency(std::string_view text);

// Letters that mean other things too (states, parties, degrees): believed in
// brackets and bylines only.
bool is_ambiguous(std::string_view spelling);

// What may stand beside the agencies in a list of them.
struct Allowed {
  std::size_t initials = 0;  // words of up to four letters: "(dpa/gem)"
  bool ambiguous = false;    // agencies whose letters mean other things too
};

// All agencies in a run of names parted by signs or small words: "AFP/Reuters",
// "with AP and dpa", "KNA 19.11.21".  Nothing if anything else stands in it.
std::vector<std::string> list_of(std::string_view text, Allowed allowed);

// The full name of the agency that all of `name` is, brackets and signs apart;
// nothing if it is none.
std::optional<std::string_view> agency_named(std::string_view name);

// The text without brackets, dashes and other signs at its ends.
std::string_view strip_signs(std::string_view text);

}  // namespace tellings::articles
