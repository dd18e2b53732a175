// Articles are packed some 16 KB at a time: single texts of news pack half as
// well, larger blocks take longer to open for one article.
#include "tellings/pipeline/archive.h"

#include <filesystem>

#include "tellings/base/hash.h"
#include "tellings/base/varint.h"
#include "tellings/copies/lists.h"
#include "tellings/documents/block.h"

namespace tellings::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlockBytes = std::size_t{1} << 14;
// A place: the block's offset in `texts`, and the article's in the block.
constexpr unsigned kInBlockBits = 20;
static_assert(kBlockBytes < std::size_t{1} << kInBlockBits);

struct BlockHeader {
  std::uint32_t packed;
  std::uint32_t size;
  std::uint64_t hash;  // of the packed bytes
};

void put_text(std::string_view text, std::string* out) {
  put_varint(text.size(), out);
  out->append(text);
}

std::string record(std::uint32_t number, const Article& a) {
  std::string out;
  put_varint(number, &out);
  put_varint(static_cast<std::uint64_t>(a.part), &out);
  for (const std::string* text : {&a.id, &a.url, &a.outlet, &a.title, &a.published, &a.modified, &a.language, &a.text})
    put_text(*text, &out);
  put_varint(a.credits.size(), &out);
  for (const std::string& credit : a.credits) put_text(credit, &out);
  put_varint(a.paragraphs.size(), &out);
  std::uint32_t at = 0;
  for (const Span p : a.paragraphs) {
    put_varint(p.begin - at, &out);
    put_varint(p.size(), &out);
    at = p.end;
  }
  return out;
}

// Nothing if the bytes are no record of this number.
std::optional<Article> parse(std::string_view bytes, std::uint32_t number) {
  Bytes in(bytes);
  Article a;
  bool good = in.varint() == number;
  const auto count = [&] {
    const auto value = in.varint();
    good = good && value;
    return good ? *value : 0;
  };
  const auto text = [&] {
    const auto value = in.take(count());
    good = good && value;
    return good ? std::string(*value) : std::string();
  };
  a.part = static_cast<int>(count());
  for (std::string* s : {&a.id, &a.url, &a.outlet, &a.title, &a.published, &a.modified, &a.language, &a.text})
    *s = text();
  for (std::uint64_t n = count(); good && n > 0; --n) a.credits.push_back(text());
  std::uint64_t at = 0;
  for (std::uint64_t n = count(); good && n > 0; --n) {
    const std::uint64_t begin = at + count();
    at = begin + count();
    good = good && begin <= at && at <= a.text.size();
    if (good) a.paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
  if (!good) return std::nullopt;
  return a;
}

}  // namespace

Archive::Archive(std::string folder, std::uint32_t count) : folder_(std::move(folder)), count_(count) {
  if (count == 0) return;
  texts_ = MappedFile::open(fs::path(folder_) / "texts");
  places_ = MappedFile::open(fs::path(folder_) / "places");
  Bytes last(places_.bytes().substr(std::min(places_.bytes().size(), std::size_t{count - 1} * 8)));
  const auto place = last.plain<std::uint64_t>();
  if (place) {
    Bytes block(texts_.bytes().substr(std::min(texts_.bytes().size(), std::size_t{*place >> kInBlockBits})));
    const auto header = block.plain<BlockHeader>();
    if (header && block.take(header->packed)) end_ = (*place >> kInBlockBits) + sizeof(BlockHeader) + header->packed;
  }
  if (end_ == 0) throw copies::Damaged("its texts are not all there");
}

Article Archive::read(std::uint32_t number) const {
  Bytes places(places_.bytes().substr(std::min(places_.bytes().size(), std::size_t{number} * 8)));
  const std::uint64_t place = places.plain<std::uint64_t>().value_or(~std::uint64_t{0});
  Bytes block(texts_.bytes().substr(std::min(texts_.bytes().size(), std::size_t{place >> kInBlockBits})));
  const auto header = block.plain<BlockHeader>();
  const auto packed = header ? block.take(header->packed) : std::nullopt;
  if (packed && hash_page(*packed) == header->hash) {
    const auto bytes = documents::unpack_block(*packed, header->size);
    const std::size_t at = place & ((std::uint64_t{1} << kInBlockBits) - 1);
    if (bytes && at < bytes->size()) {
      if (auto article = parse(std::string_view(*bytes).substr(at), number)) return *std::move(article);
    }
  }
  throw copies::Damaged("the text of article " + std::to_string(number) + " is not what was written");
}

void Archive::append(const Article& article) {
  put_plain(end_ << kInBlockBits | block_.size(), &appended_);
  block_ += record(count_++, article);
  if (block_.size() >= kBlockBytes) close_block();
}

void Archive::close_block() {
  if (block_.empty()) return;
  const std::string packed = documents::pack_block(block_);
  put_plain(BlockHeader{static_cast<std::uint32_t>(packed.size()), static_cast<std::uint32_t>(block_.size()),
                        hash_page(packed)},
            &packed_);
  packed_ += packed;
  end_ += sizeof(BlockHeader) + packed.size();
  block_.clear();
}

void Archive::commit() {
  close_block();
  fs::create_directories(folder_);
  Appending texts(fs::path(folder_) / "texts", end_ - packed_.size());
  texts.append(packed_);
  texts.sync();
  Appending places(fs::path(folder_) / "places", std::size_t{count_} * 8 - appended_.size());
  places.append(appended_);
  places.sync();
  packed_.clear();
  appended_.clear();
}

}  // namespace tellings::pipeline
