// On whose word: the names of those whom attributions name by a pronoun, an
// office or a surname.
//
//   Speakers speakers(reading, names);
//   const Speaker s = speakers.of(attribution.source);
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "tellings/model/statement.h"
#include "tellings/statements/attributions.h"
#include "tellings/statements/recogniser.h"

namespace tellings::statements {

class Speakers {
 public:
  // Both must outlive this.  Linear time.
  Speakers(const Reading& reading, std::span<const Named> names);

  // Whom the source tokens mean.  Calls must come in the order of the text:
  // "he" is the person who spoke last, or the first of the sentence before.
  Speaker of(Tokens source);

 private:
  std::string name_of(Tokens source);
  std::string person_in(Tokens source) const;
  std::string pronoun(std::size_t token) const;
  std::string full(std::size_t named) const;
  const Named* first_person(std::size_t first, std::size_t last) const;
  void learn_offices();

  const Reading& reading_;
  std::span<const Named> names_;
  std::unordered_map<std::uint64_t, std::size_t> offices_;   // the last word of an office -> the name it was given to
  std::unordered_map<std::uint64_t, std::size_t> surnames_;  // -> the first name of more words that ends so
  std::string last_;                                         // who spoke last
  std::size_t last_token_ = 0;                               // and where
};

}  // namespace tellings::statements
