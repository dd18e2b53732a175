// Drafts as bytes, to wait outside of memory until the whole batch is known.
//
//   const std::string packed = pack(draft(document));
//   const Draft again = unpack(packed);
//
// For one run of one program: the machine's own byte order, no version.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tellings/articles/articles.h"

namespace tellings::articles {

// What the batch wants to know of a draft before anything is settled.
struct Summary {
  std::uint64_t site = 0;            // hash of the outlet's name, else of the URL's host; 0 for none
  bool scraped = false;              // has words to count
  std::vector<std::uint64_t> lines;  // letters_hash() of each kept piece, in order
};

Summary summary_of(const Draft& draft);

// The two as bytes; each can be had back from these alone, as it was.
std::string pack(const Summary& summary);
std::string pack(const Draft& draft);
Summary unpack_summary(std::string_view packed);
Draft unpack_draft(std::string_view packed);

}  // namespace tellings::articles
