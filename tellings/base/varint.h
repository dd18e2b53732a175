// Whole numbers in as few bytes as they need: seven bits a byte, the lowest
// first, the top bit set where more follow (LEB128; DWARF 5, section 7.6).
//
//   put_varint(300, &bytes);
//   Bytes in(bytes);
//   if (const auto n = in.varint()) use(*n);
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace tellings {

static_assert(std::endian::native == std::endian::little, "stored numbers are little-endian");

inline void put_varint(std::uint64_t value, std::string* out) {
  for (; value >= 0x80; value >>= 7) out->push_back(static_cast<char>(value | 0x80));
  out->push_back(static_cast<char>(value));
}

// The bytes of a number or of a struct without gaps.
template <typename T>
void put_plain(const T& value, std::string* out) {
  static_assert(std::is_trivially_copyable_v<T>);
  out->append(reinterpret_cast<const char*>(&value), sizeof value);  // NOLINT(*-reinterpret-cast): its bytes are wanted
}

// Bytes that are read from their beginning on.  Whatever they hold, nothing
// outside of them is touched: what is not there is no answer.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::optional<std::uint64_t> varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at_ < bytes_.size(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    return std::nullopt;
  }

  // Passes over `count` numbers; false if there are not so many.
  bool skip_varints(std::uint64_t count) {
    for (; count > 0 && at_ < bytes_.size(); ++at_) count -= static_cast<unsigned char>(bytes_[at_]) < 0x80;
    return count == 0;
  }

  // The next `size` bytes; the view points into the bytes given.
  std::optional<std::string_view> take(std::uint64_t size) {
    if (size > bytes_.size() - at_) return std::nullopt;
    const auto out = bytes_.substr(at_, size);
    at_ += size;
    return out;
  }

  template <typename T>
  std::optional<T> plain() {
    static_assert(std::is_trivially_copyable_v<T>);
    const auto bytes = take(sizeof(T));
    if (!bytes) return std::nullopt;
    T value;
    std::memcpy(&value, bytes->data(), bytes->size());
    return value;
  }

  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace tellings
