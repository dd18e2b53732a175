// Parses one record of JSON and hands on what is in it.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "tellings/documents/emitter.h"

namespace tellings::documents {

class RecordParser {
 public:
  explicit RecordParser(Emitter* emit);
  ~RecordParser();

  struct Manner {
    bool whole;  // the record is all that the file holds
    bool quiet;  // half of a record, beside damage: not reported if it cannot be read
  };

  // Hands on the documents in one value: a record, a JSON Feed's items, or the
  // objects of an array that an object of another kind holds.  `readable` bytes
  // behind it may be read (64 spare a copy); `offset` is for rejections.
  void read(std::string_view json, std::size_t readable, std::uint64_t offset, Manner manner);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tellings::documents
