// New articles against an index of all that came before.
//
//   CopyIndex index("news.index", {.adds = true});
//   const Analysis run = index.search(inputs, options, &told);
//   print(run); index.commit();
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tellings/base/files.h"
#include "tellings/copies/index.h"
#include "tellings/pipeline/analysis.h"
#include "tellings/pipeline/archive.h"

namespace tellings::pipeline {

class CopyIndex {
 public:
  enum class Use { search, search_and_add };

  // How a search went.
  struct Told {
    std::size_t before = 0;  // articles that were in the index
    std::size_t read = 0;
    std::size_t fresh = 0;  // of those read: not in it
    std::size_t known = 0;  // in it, with the same text
    copies::Capped capped;
  };

  // Opens the index in a folder; to add, an empty one where none is.  Throws
  // std::runtime_error if there is none to search, if it is damaged or foreign,
  // or if another run is adding to it.
  CopyIndex(const std::string& folder, Use use);

  // Reads the inputs and finds the copies among the articles that are not in the
  // index, and between them and those that are.  An article that is in the index is
  // left out; one with the id of another text there is refused.  `articles` of the
  // answer are those of the copies, without their texts.
  Analysis search(const std::vector<std::string>& inputs, const Options& options, Told* told);

  // Adds what search() read, if it was opened for that: on the disk when this
  // returns, and not at all before.
  void commit();

 private:
  Analysis search_whole(const std::vector<std::string>& inputs, const Options& options, Told* told);
  void leave_out_known(std::vector<Article>* articles, Analysis* run, Told* told) const;

  std::string folder_;
  Use use_;
  std::optional<FileLock> lock_;
  copies::Index index_;
  Archive archive_;
};

}  // namespace tellings::pipeline
