// Runs the stages over inputs, in one process.
//
//   Analysis run = analyse(inputs, {.up_to = Stage::findings, .threads = 2});
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tellings/model/article.h"
#include "tellings/model/copy.h"
#include "tellings/model/document.h"
#include "tellings/model/finding.h"
#include "tellings/model/lineage.h"
#include "tellings/model/statement.h"
#include "tellings/model/story.h"

namespace tellings::pipeline {

// In the order of their work; each needs those above it that DESIGN names.
enum class Stage { articles, copies, stories, lineage, statements, findings };

struct Options {
  Stage up_to = Stage::findings;
  std::size_t threads = 1;
  bool one_story = false;                                   // all inputs tell one event
  bool texts = true;                                        // else of articles what grouping asks for is enough
  bool why = false;                                         // say of every article why it is in its story
  std::vector<std::pair<std::string, std::string>> fields;  // --field NEW=OLD
  // Told the stage at work and how many documents it has done; may be empty.
  std::function<void(std::string_view stage, std::size_t done)> progress;
};

// All that a run found out.  Lists for stages that were not asked for are empty.
struct Analysis {
  // In the order of (id without #n, part).  Up to the stories, and without
  // `why`, no more than id, part, title and date of each.
  std::vector<Article> articles;
  std::vector<Copy> copies;
  std::vector<Story> stories;
  std::vector<std::vector<Membership>> memberships;  // one list a story, if Options::why
  std::vector<Lineage> lineages;                     // one a story
  std::vector<std::vector<Statement>> statements;    // one list an article
  std::vector<std::vector<Finding>> findings;        // one list a story
  std::vector<Rejection> rejections;
};

// Reads the inputs (paths; "-" is standard input; folders are walked in name
// order) and runs the stages up to `options.up_to`.  What was refused or
// damaged is in `rejections`, in the order of the inputs; of two documents with
// one id the second is refused, unless its content is the same: then it is one
// document.  Memory: the articles (up to the stories some 2 KB of each, however
// long), and a few documents a thread.
Analysis analyse(const std::vector<std::string>& inputs, const Options& options);

}  // namespace tellings::pipeline
