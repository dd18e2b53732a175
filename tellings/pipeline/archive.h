// The articles of an index, packed in the folder beside it: what a new article is
// compared with when the index has named it.
//
//   Archive archive(folder, index.size());
//   const Article old = archive.read(7);
//   archive.append(article);                   // becomes number index.size()
//   archive.commit();                          // before the index is
//
// The layout of the files `texts` and `places` is docs/formats/index.md's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tellings/base/files.h"
#include "tellings/model/article.h"

namespace tellings::pipeline {

class Archive {
 public:
  // The archive of the first `count` articles; what a run that was stopped has
  // left behind them does not count.  Throws copies::Damaged if it holds fewer.
  Archive(std::string folder, std::uint32_t count);

  // The article of a number below `count`: id, part, url, outlet, title, dates,
  // credits, text and paragraphs.  Throws copies::Damaged.
  // Safe from any thread.
  Article read(std::uint32_t number) const;

  // Appends the next article.
  void append(const Article& article);

  // Writes what was appended to the disk.
  void commit();

 private:
  void close_block();

  std::string folder_;
  std::uint32_t count_;
  MappedFile texts_;
  MappedFile places_;
  std::string block_;      // of appended articles
  std::string packed_;     // blocks that wait to be written
  std::string appended_;   // their articles' places
  std::uint64_t end_ = 0;  // of the texts, with the blocks that wait
};

}  // namespace tellings::pipeline
