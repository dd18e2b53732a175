// What a run found out, as the JSON records that users' scripts read: one
// object a line, fields in a fixed order.
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "tellings/pipeline/analysis.h"

namespace tellings::pipeline {

// An article's record as one line of JSON without its line break.
std::string article_record(const Article& article);
// The same of the i-th pair, story or article's statements.
std::string copy_record(const Analysis& run, std::size_t i);
std::string story_record(const Analysis& run, std::size_t i);
std::string lineage_record(const Analysis& run, std::size_t i);
std::string statements_record(const Analysis& run, std::size_t i);
std::string findings_record(const Analysis& run, std::size_t i);

// A share or a probability as records have it, to four decimals: more would
// print noise, and differ between compilers.
inline double rounded_share(double x) { return std::round(x * 1e4) / 1e4; }

// Valid UTF-8 text as a JSON string, with its quotation marks.
std::string quoted(std::string_view text);

// Lines of `stories --stream`.
std::string told_record(std::string_view article, std::string_view story);
std::string merge_record(std::string_view from, std::string_view into);

// A line of --errors.
std::string rejection_record(const Rejection& rejection);

}  // namespace tellings::pipeline
