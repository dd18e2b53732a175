// How the lists lie.
//
//   header     u64 bytes of keys, u64 bytes of postings, u64 blocks, u64 hash of the directory
//   keys       of every list: gap to the seed before, (count << 1 | some left out), [kept]
//   postings   of every list: gaps between article numbers
//   directory  of every block of kBlockLists lists: its first seed, hashes of its
//              keys and postings, where both begin
//
// A search reads one block: a binary search over the directory, then some 128
// keys.  Keys lie apart from postings so that counts can be read alone.
#include "tellings/copies/lists.h"

#include <algorithm>

#include "tellings/base/hash.h"

namespace tellings::copies {
namespace {

constexpr std::size_t kBlockLists = 128;
constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kEntryBytes = 32;  // of the directory

std::uint32_t check_sum(std::string_view bytes) { return static_cast<std::uint32_t>(hash_page(bytes) >> 32); }

template <typename T>
T sure(std::optional<T> value) {
  if (!value) throw Damaged("a list ends too early");
  return *std::move(value);
}

void read_articles(std::uint32_t kept, Bytes* in, std::vector<std::uint32_t>* out) {
  std::uint64_t article = 0;
  for (std::uint32_t i = 0; i < kept; ++i) {
    article += sure(in->varint());
    out->push_back(static_cast<std::uint32_t>(article));
  }
}

}  // namespace

struct Lists::Block {
  std::uint32_t first;
  std::uint32_t keys_hash;
  std::uint32_t postings_hash;
  std::uint32_t lists;
  std::uint64_t keys_at;
  std::uint64_t postings_at;
};

void ListsWriter::add(const List& list) {
  if (in_block_ == kBlockLists) close_block();
  put_varint(in_block_ == 0 ? list.seed : list.seed - last_, &keys_);  // the first key whole
  const std::size_t kept = list.count > most_ ? std::min(kept_, list.articles.size()) : list.articles.size();
  const bool some = kept < list.count;
  put_varint(std::uint64_t{list.count} << 1 | static_cast<std::uint64_t>(some), &keys_);
  if (some) put_varint(kept, &keys_);
  std::uint32_t before = 0;
  for (std::size_t i = list.articles.size() - kept; i < list.articles.size(); ++i) {
    put_varint(list.articles[i] - before, &postings_);
    before = list.articles[i];
  }
  last_ = list.seed;
  if (in_block_++ == 0) put_plain(list.seed, &directory_);
}

void ListsWriter::close_block() {
  if (in_block_ == 0) return;
  const auto rest = [](const std::string& all, std::uint64_t from) { return std::string_view(all).substr(from); };
  put_plain(check_sum(rest(keys_, keys_at_)), &directory_);
  put_plain(check_sum(rest(postings_, postings_at_)), &directory_);
  put_plain(static_cast<std::uint32_t>(in_block_), &directory_);
  put_plain(keys_at_, &directory_);
  put_plain(postings_at_, &directory_);
  keys_at_ = keys_.size();
  postings_at_ = postings_.size();
  in_block_ = 0;
}

std::string ListsWriter::take() {
  close_block();
  std::string out;
  out.reserve(kHeaderBytes + keys_.size() + postings_.size() + directory_.size());
  put_plain(std::uint64_t{keys_.size()}, &out);
  put_plain(std::uint64_t{postings_.size()}, &out);
  put_plain(std::uint64_t{directory_.size() / kEntryBytes}, &out);
  put_plain(hash_page(directory_), &out);
  return out += directory_ += keys_ += postings_;
}

Lists::Lists(std::string_view bytes) {
  Bytes in(bytes);
  const auto keys = sure(in.plain<std::uint64_t>());
  const auto postings = sure(in.plain<std::uint64_t>());
  const auto blocks = sure(in.plain<std::uint64_t>());
  const auto hash = sure(in.plain<std::uint64_t>());
  if (blocks > bytes.size() / kEntryBytes) throw Damaged("lists end too early");
  directory_ = sure(in.take(blocks * kEntryBytes));
  keys_ = sure(in.take(keys));
  postings_ = sure(in.take(postings));
  blocks_ = blocks;
  if (hash_page(directory_) != hash) throw Damaged("the directory of the lists has the wrong hash");
}

Lists::Block Lists::block(std::size_t b) const {
  static_assert(sizeof(Block) == kEntryBytes);
  Block out;
  std::memcpy(&out, directory_.data() + b * sizeof out, sizeof out);
  return out;
}

// The keys of a block, one after another: begins with {0, 0, 0}.
Lists::Key Lists::next_key(const Key& before, Bytes* in) {
  Key k{before.seed + static_cast<std::uint32_t>(sure(in->varint())), 0, 0};
  const auto count = sure(in->varint());
  k.count = static_cast<std::uint32_t>(count >> 1);
  k.kept = (count & 1) == 0 ? k.count : static_cast<std::uint32_t>(sure(in->varint()));
  return k;
}

std::string_view Lists::keys_of(std::size_t b) const {
  const Block here = block(b);
  const std::uint64_t end = b + 1 < blocks_ ? block(b + 1).keys_at : keys_.size();
  if (here.keys_at > end || end > keys_.size() || here.lists > kBlockLists) throw Damaged("a block lies outside");
  const auto bytes = keys_.substr(here.keys_at, end - here.keys_at);
  if (check_sum(bytes) != here.keys_hash) throw Damaged("keys have the wrong hash");
  return bytes;
}

std::string_view Lists::postings_of(std::size_t b) const {
  const Block here = block(b);
  const std::uint64_t end = b + 1 < blocks_ ? block(b + 1).postings_at : postings_.size();
  if (here.postings_at > end || end > postings_.size()) throw Damaged("a block lies outside");
  const auto bytes = postings_.substr(here.postings_at, end - here.postings_at);
  if (check_sum(bytes) != here.postings_hash) throw Damaged("postings have the wrong hash");
  return bytes;
}

std::optional<List> Lists::find(std::uint32_t seed) const {
  std::size_t low = 0;
  std::size_t high = blocks_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (block(middle).first <= seed) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return std::nullopt;
  Bytes keys(keys_of(low - 1));
  Key key{0, 0, 0};
  std::uint64_t before = 0;  // postings of the lists before
  for (std::uint32_t i = block(low - 1).lists; i > 0; --i) {
    before += key.kept;
    key = next_key(key, &keys);
    if (key.seed >= seed) break;
  }
  if (key.seed != seed) return std::nullopt;
  Bytes in(postings_of(low - 1));
  if (!in.skip_varints(before)) throw Damaged("a list ends too early");
  List out{seed, key.count, {}};
  read_articles(key.kept, &in, &out.articles);
  return out;
}

bool Lists::Reader::next() {
  while (at_ == ahead_.size()) {
    if (block_ == lists_.blocks_) return false;
    Bytes keys(lists_.keys_of(block_));
    Bytes in(lists_.postings_of(block_));
    ahead_.clear();
    at_ = 0;
    Key key{0, 0, 0};
    for (std::uint32_t i = lists_.block(block_++).lists; i > 0; --i) {
      key = next_key(key, &keys);
      ahead_.push_back({key.seed, key.count, {}});
      read_articles(key.kept, &in, &ahead_.back().articles);
    }
  }
  list_ = std::move(ahead_[at_++]);
  return true;
}

}  // namespace tellings::copies
