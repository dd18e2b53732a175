// zstd, with the dictionary that a WARC.zst may carry in its first frame.
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "tellings/base/limits.h"
#include "tellings/documents/members.h"

namespace tellings::documents {
namespace {

constexpr std::size_t kLargestDictionary = std::size_t{16} << 20;

struct FreeContext {
  void operator()(ZSTD_DCtx* c) const { ZSTD_freeDCtx(c); }
};

std::uint32_t little_endian(std::string_view four) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(four[i]);
  return value;
}

class Unzstd : public MemberSource {
 public:
  using MemberSource::MemberSource;

 protected:
  std::string_view magic() const override { return "\x28\xb5\x2f\xfd"; }
  void take_between() override;
  void start() override { ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only); }
  Step step(std::string_view in, std::span<char> out) override;
  const char* name() const override { return "zstd"; }

 private:
  void load_dictionary(std::string_view frame);

  std::unique_ptr<ZSTD_DCtx, FreeContext> context_{ZSTD_createDCtx()};
};

// RFC 8878, 3.1.2: skippable frames; 0x184D2A5D holds a WARC's dictionary,
// itself packed or not.
void Unzstd::take_between() {
  while (packed().want(8) && (packed().view()[0] & '\xf0') == '\x50' &&
         packed().view().substr(1, 3) == "\x2a\x4d\x18") {
    const bool dictionary = packed().view()[0] == '\x5d';
    std::uint64_t left = little_endian(packed().view().substr(4, 4));
    packed().skip(8);
    if (dictionary && left <= kLargestDictionary && packed().want(left)) {
      load_dictionary(packed().view().substr(0, left));
    }
    while (left > 0 && packed().want(1)) {
      const std::size_t n = std::min<std::uint64_t>(left, packed().view().size());
      packed().skip(n);
      left -= n;
    }
  }
}

void Unzstd::load_dictionary(std::string_view frame) {
  std::string unpacked;
  if (frame.starts_with(magic())) {
    unpacked.resize(kLargestDictionary);
    const std::size_t n = ZSTD_decompress(unpacked.data(), unpacked.size(), frame.data(), frame.size());
    if (ZSTD_isError(n)) return;  // the frames that need it are reported
    unpacked.resize(n);
    frame = unpacked;
  }
  ZSTD_DCtx_loadDictionary(context_.get(), frame.data(), frame.size());
}

MemberSource::Step Unzstd::step(std::string_view in, std::span<char> out) {
  ZSTD_inBuffer from{in.data(), in.size(), 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  const std::size_t result = ZSTD_decompressStream(context_.get(), &to, &from);
  Step done{from.pos, to.pos, State::more};
  if (ZSTD_isError(result)) done.state = State::damaged;
  if (result == 0) done.state = State::end;
  return done;
}

}  // namespace

std::unique_ptr<Source> unzstd(std::unique_ptr<Window> packed, Report report) {
  return std::make_unique<Unzstd>(std::move(packed), std::move(report));
}

}  // namespace tellings::documents
