// Statements: what an article says, each with its place and on whose word.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tellings/model/span.h"

namespace tellings {

// On whose word something is said.
struct Speaker {
  Span span;         // where the speaker is named
  std::string name;  // as a person would write it: "Ned Price", "police"
};

enum class Change : std::uint8_t { none, up, down };

// "At least seven guards were injured" as a range with its noun and role.
struct Figure {
  Span span;                  // the number with its qualifier
  std::optional<double> low;  // empty for an open end
  std::optional<double> high;
  bool approximate = false;
  std::string unit;  // singular noun, ISO 4217 code, "percent", "person"; empty for a bare number
  std::string noun;  // with its adjectives
  std::string role;  // killed, injured, missing, arrested, ...; empty if none
  Change change = Change::none;
  std::string scope;  // what the number is about
  std::string as_of;  // date the figure holds for, empty if not known
  Span sentence;
  std::vector<Speaker> speakers;  // the chain, nearest first
};

struct Quotation {
  Span span;           // of a direct quotation: the words inside the marks
  bool direct = true;  // false for reported speech
  std::optional<Speaker> speaker;
  std::optional<Span> cue;  // the verb: said, told
  Span sentence;
};

enum class NameType : std::uint8_t { person, organisation, place };

struct Name {
  Span span;  // without titles
  NameType type = NameType::person;
  std::uint32_t entity = 0;  // one number for all spellings of one name, over the run
};

struct Date {
  Span span;
  std::string value;  // RFC 3339, cut to what is known
  Span sentence;
};

// An article or a speaker takes a statement back: "initially three, later two".
struct Correction {
  Span span;
  std::string subject;
  std::string from;
  std::string to;
  std::string by;
};

using Statement = std::variant<Figure, Quotation, Name, Date, Correction>;

// Where a statement stands.
inline Span span_of(const Statement& statement) {
  return std::visit([](const auto& s) { return s.span; }, statement);
}

}  // namespace tellings
