// A finding: what the witnesses say to one question, with its evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tellings/model/span.h"

namespace tellings {

enum class FindingKind : std::uint8_t { agreement, difference, update, correction, quotation, alone };

struct Evidence {
  ArticleNo article{};
  Span span;
  bool operator==(const Evidence&) const = default;
};

// One of the answers to a question, and who gives it.
struct Value {
  std::string value;  // in words or digits, for a reader
  std::optional<double> low;
  std::optional<double> high;
  std::vector<ArticleNo> articles;  // ascending
  int witnesses = 0;
  std::vector<Evidence> evidence;     // at least one
  std::vector<std::string> speakers;  // on whose word, nearest first; empty if not said
};

struct Finding {
  FindingKind kind = FindingKind::agreement;
  std::string about;  // the question, in a few words: "guards injured"
  std::vector<Value> values;
  double confidence = 0;
  std::vector<std::string> why;

  // Of a finding about a figure; else empty.
  std::string role;
  std::string noun;
  std::string unit;

  // Of a correction; else empty.
  std::optional<ArticleNo> article;
  std::string from;
  std::string to;
  std::string by;
};

}  // namespace tellings
