// A table from numbers to small values, for the few hundred things of a page:
// one block of memory, no node an entry.
//
//   Table<std::uint32_t, int> count(words.size());
//   for (const std::uint32_t word : words) ++count[word];
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "tellings/base/hash.h"

namespace tellings {

// Key is an unsigned number, Value begins as Value{}.  Open addressing; grows at
// half full.  What operator[] and find() return holds until the next entry.
template <typename Key, typename Value>
class Table {
 public:
  explicit Table(std::size_t expected = 8) : slots_(std::bit_ceil(2 * expected + 2)) {}

  Value& operator[](Key key) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(slots_, key)];
    if (!slot.taken) {
      slot = {key, true, {}};
      ++used_;
    }
    return slot.value;
  }

  // Null for what is not there.
  const Value* find(Key key) const {
    const Slot& slot = slots_[place(slots_, key)];
    return slot.taken ? &slot.value : nullptr;
  }

  std::size_t size() const { return used_; }

  // Calls `use(key, value)` for every entry, in no order to rely on.
  template <typename Use>
  void each(const Use& use) const {
    for (const Slot& slot : slots_)
      if (slot.taken) use(slot.key, slot.value);
  }

 private:
  struct Slot {
    Key key{};
    bool taken = false;
    Value value{};
  };

  static std::size_t place(const std::vector<Slot>& slots, Key key) {
    std::size_t at = mix(key) & (slots.size() - 1);
    while (slots[at].taken && slots[at].key != key) at = (at + 1) & (slots.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> larger(2 * slots_.size());
    for (Slot& slot : slots_)
      if (slot.taken) larger[place(larger, slot.key)] = slot;
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace tellings
