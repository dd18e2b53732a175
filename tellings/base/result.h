// How tellings reports failure.
//
//   The input was bad       -> Result<T>      counted and reported, never fatal
//   The machine was bad     -> an exception   caught in cli/main.cc
//   The programmer was bad  -> assert
//   There is simply nothing -> std::optional
#pragma once

#include <expected>
#include <string>

namespace tellings {

// Why an input was refused.  Printed by name in --errors: append only.
enum class Code : int {
  empty = 1,         // no bytes, or nothing but space
  unreadable = 2,    // the machine would not give the bytes
  bad_syntax = 3,    // does not follow its format
  bad_encoding = 4,  // not valid UTF-8, or an unknown charset
  truncated = 5,     // ends before its declared length
  too_large = 6,     // over a limit in base/limits.h
  unsupported = 7,   // well-formed, but of a kind tellings does not read
  no_article = 8,    // read, but no article in it
  duplicate_id = 9,  // another input has this id and other content
};

// The code's name as --errors prints it: "bad_syntax".
const char* name(Code code);

struct Error {
  Code code;
  std::string detail;  // one line, no full stop, safe to show a user
};

// A T, or the Error that kept it from being one.
template <typename T>
using Result = std::expected<T, Error>;

}  // namespace tellings
