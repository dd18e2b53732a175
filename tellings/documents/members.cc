// How damage is found and passed.
//
// A member whose bytes have been changed fails somewhere behind the change: at
// once, a few kilobytes on, or only at its checksum.  By then the decoder may
// have run over the beginning of the next member.  So the packed bytes of a
// member are kept while it is unpacked, up to kKeptBytes, and the search for
// the next one starts just behind the broken one's first byte.  A false find
// costs a line of --errors: its bytes do not unpack either, and the search goes
// on from there.
#include "tellings/documents/members.h"

#include <algorithm>

#include "tellings/base/limits.h"

namespace tellings::documents {
namespace {

constexpr std::size_t kKeptBytes = std::size_t{4} << 20;  // records of WARCs are 40 KB packed in the mean
constexpr std::size_t kStretchBytes = std::size_t{256} << 10;
constexpr std::size_t kHeadBytes = 18;

}  // namespace

std::optional<Piece> MemberSource::append(Buffer* out) {
  if (inside_) return stretch(out);
  take_between();
  if (!packed_->want(1)) {
    if (!packed_->at_cut()) return std::nullopt;
    packed_->resume();
    return piece(true);
  }
  offset_ = packed_->offset();
  packed_->want(kHeadBytes);
  if (!begins_member(packed_->view().substr(0, kHeadBytes))) {
    used_ = 0;
    kept_ = true;
    return damaged(Code::bad_syntax, "bytes that are no member of it");
  }
  if (take_whole(out)) return piece(false);
  inside_ = kept_ = true;
  used_ = 0;
  in_ = out_ = 0;
  start();
  return stretch(out);
}

std::optional<Piece> MemberSource::stretch(Buffer* out) {
  packed_->want(used_ + 1);
  const std::string_view in = packed_->view().substr(used_);
  if (in.empty()) return damaged(Code::truncated, "a member that ends early");
  const Step done = step(in, out->room(kStretchBytes));
  out->grow(done.made);
  used_ += done.taken;
  in_ += done.taken;
  out_ += done.made;
  if (done.state == State::end) {
    packed_->skip(used_);
    inside_ = false;
    return piece(false);
  }
  if (done.state == State::damaged || done.taken + done.made == 0) {
    return damaged(Code::bad_syntax, "a damaged member");
  }
  if (out_ > kFreeUnpackedBytes && out_ / kLargestUnpackRatio > in_) {
    return damaged(Code::too_large, "a member that unpacks to more than 200 times its size");
  }
  if (used_ > kKeptBytes) {
    packed_->skip(used_);
    used_ = 0;
    kept_ = false;
  }
  return piece(false);
}

Piece MemberSource::damaged(Code code, const char* what) {
  report_(offset_, code, std::string(name()) + ": " + what);
  inside_ = false;
  find_member(kept_ ? 1 : used_);
  return piece(true);
}

void MemberSource::find_member(std::size_t from) {
  packed_->skip(std::min(from, packed_->view().size()));
  for (;;) {
    const std::size_t at = packed_->view().find(magic());
    if (at != std::string_view::npos) {
      packed_->skip(at);
      packed_->want(kHeadBytes);
      if (begins_member(packed_->view().substr(0, kHeadBytes))) return;
      packed_->skip(1);
      continue;
    }
    const std::size_t size = packed_->view().size();
    packed_->skip(size - std::min(size, magic().size() - 1));
    if (packed_->want(packed_->view().size() + 1)) continue;
    packed_->skip(packed_->view().size());
    return;
  }
}

std::unique_ptr<Source> unpack(Packing packing, std::unique_ptr<Window> packed, Report report) {
  switch (packing) {
    case Packing::zstd: return unzstd(std::move(packed), std::move(report));
    case Packing::lz4: return unlz4(std::move(packed), std::move(report));
    default: return gunzip(std::move(packed), std::move(report));
  }
}

Packing packing_of(std::string_view head) {
  const auto skippable = [&] {
    return head.size() >= 4 && (head[0] & '\xf0') == '\x50' && head.substr(1, 3) == "\x2a\x4d\x18";
  };
  if (head.starts_with("\x1f\x8b")) return Packing::gzip;
  if (head.starts_with("\x28\xb5\x2f\xfd") || skippable()) return Packing::zstd;
  if (head.starts_with("\x04\x22\x4d\x18")) return Packing::lz4;
  return Packing::none;
}

}  // namespace tellings::documents
