#include "tellings/documents/unpack.h"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

#include "tellings/base/limits.h"
#include "tellings/documents/packing_test.h"

using namespace tellings;
using namespace tellings::documents;

namespace {

struct Unpacked {
  std::vector<std::string> runs{""};  // what stands between the cuts
  std::vector<std::uint64_t> damaged;
  std::string codes;
};

Unpacked unpacked(const std::string& packed) {
  Unpacked out;
  Window window(unpack(packing_of(packed), std::make_unique<Window>(std::string_view(packed)),
                       [&](std::uint64_t offset, Code code, std::string) {
                         out.damaged.push_back(offset);
                         out.codes += std::string(name(code)) + " ";
                       }));
  while (window.want(1) || window.at_cut()) {
    out.runs.back() += window.view();
    window.skip(window.view().size());
    if (!window.at_cut()) continue;
    window.resume();
    out.runs.emplace_back();
  }
  return out;
}

using Pack = std::string (*)(std::string_view);
constexpr Pack kPacks[] = {gzipped, zstandard, lz4_framed};

}  // namespace

TEST_CASE("members of every packing are unpacked, small and larger than memory is given") {
  for (const Pack pack : kPacks) {
    std::string packed;
    std::string plain;
    for (const std::size_t size : {0u, 1u, 100u, 70'000u, 600'000u, 3'000'000u, 20'000'000u, 5u}) {
      const std::string member = noise(size);
      packed += pack(member);
      plain += member;
    }
    const Unpacked got = unpacked(packed);
    CHECK(got.runs == std::vector{plain});
    CHECK(got.damaged.empty());
  }
}

TEST_CASE("a damaged member costs itself only, wherever the damage is") {
  const std::string a = noise(3000);
  const std::string b = noise(5000);
  for (const Pack pack : kPacks) {
    const std::string first = pack(a);
    const std::string second = pack(b);
    for (std::size_t at = 0; at < second.size(); at += 97) {
      std::string packed = first + second + first;
      packed[first.size() + at] ^= '\x55';
      const Unpacked got = unpacked(packed);
      CAPTURE(at);
      REQUIRE(got.runs.size() >= 1);
      CHECK(got.runs.front().starts_with(a));
      CHECK(got.runs.back().ends_with(a));
      for (const std::uint64_t offset : got.damaged) CHECK(offset >= first.size());
    }
  }
}

TEST_CASE("a member cut short gives what is there of it") {
  const std::string a = noise(300'000);
  for (const Pack pack : kPacks) {
    const std::string packed = pack(a);
    const Unpacked got = unpacked(packed.substr(0, packed.size() * 2 / 3));
    CHECK(got.codes == "truncated ");
    CHECK(a.starts_with(got.runs.front()));
    if (pack == kPacks[0]) CHECK(got.runs.front().size() > a.size() / 2);
  }
}

TEST_CASE("bytes between members are reported, zeros are not") {
  const std::string a = gzipped("one");
  CHECK(unpacked(a + std::string(1000, '\0') + a).damaged.empty());
  const Unpacked got = unpacked(a + "\n\nhello" + a);
  CHECK(got.runs == std::vector<std::string>{"one", "one"});
  CHECK(got.damaged == std::vector<std::uint64_t>{a.size()});
}

TEST_CASE("a member that is next to nothing packed is given up") {
  const std::string bomb = gzipped(std::string(400u << 20, 'x'));
  const Unpacked got = unpacked(bomb + gzipped("next"));
  CHECK(got.codes == "too_large ");
  CHECK(got.runs.front().size() < kFreeUnpackedBytes + (32u << 20));
  CHECK(got.runs.back() == "next");
}

TEST_CASE("a WARC's zstd dictionary, packed or not, is used for the frames behind it") {
  std::string words;
  for (int i = 0; i < 400; ++i) words += "the ferry sails on Monday from pier " + std::to_string(i * 7919) + "; ";
  const std::string text = words.substr(1000, 5000) + noise(50);
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  frame.resize(ZSTD_compress_usingDict(context, frame.data(), frame.size(), text.data(), text.size(), words.data(),
                                       words.size(), 3));
  ZSTD_freeCCtx(context);
  for (const std::string& dictionary : {words, zstandard(words)}) {
    std::string packed = "\x5d\x2a\x4d\x18";
    for (std::size_t i = 0; i < 4; ++i) packed += static_cast<char>(dictionary.size() >> (8 * i) & 255);
    packed += dictionary + frame;
    const Unpacked got = unpacked(packed);
    CHECK(got.runs == std::vector{text});
    CHECK(got.damaged.empty());
  }
}
