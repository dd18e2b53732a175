// How a segment lies: a header of 64 bytes (magic and version, first article,
// how many, bytes of each part, hash of the rows, hash of the header), the rows,
// then the lists of ids, runs and roots.
//
// A root in more than kCommonRoot articles keeps its count alone: it will never
// find anything again.  A run keeps its kMostPostings newest articles: lists
// beyond kCommonRun are not walked but looked through for neighbours by length.
#include "tellings/copies/segment.h"

#include <algorithm>
#include <utility>

#include "tellings/base/hash.h"
#include "tellings/copies/seeds.h"

namespace tellings::copies {
namespace {

constexpr std::uint64_t kMagic = 0x31304745534C4554;  // "TELSEG01"
constexpr std::size_t kMostPostings = 1024;
constexpr std::size_t kAll = ~std::size_t{0};

struct Header {
  std::uint64_t magic;
  std::uint32_t first;
  std::uint32_t size;
  std::uint64_t ids_bytes;
  std::uint64_t runs_bytes;
  std::uint64_t roots_bytes;
  std::uint64_t rows_hash;
  std::uint64_t spare;
  std::uint64_t hash;  // of what stands before it
};
static_assert(sizeof(Header) == 64 && sizeof(Row) == 8);

std::uint64_t hash_of(const Header& h) {
  std::string bytes;
  put_plain(h, &bytes);
  return hash_page(std::string_view(bytes).substr(0, sizeof h - sizeof h.hash));
}

ListsWriter ids_writer() { return {kAll, kAll}; }
ListsWriter runs_writer() { return {kMostPostings, kMostPostings}; }
ListsWriter roots_writer() { return {kCommonRoot, 0}; }

std::string assemble(std::uint32_t first, std::uint32_t size, const std::string& rows, const std::string& ids,
                     const std::string& runs, const std::string& roots) {
  Header h{kMagic, first, size, ids.size(), runs.size(), roots.size(), hash_page(rows), 0, 0};
  h.hash = hash_of(h);
  std::string out;
  out.reserve(sizeof h + rows.size() + ids.size() + runs.size() + roots.size());
  put_plain(h, &out);
  return out.append(rows).append(ids).append(runs).append(roots);
}

template <typename Seeds>
std::string lists_of(std::span<const Sketched> articles, ListsWriter writer, Seeds seeds) {
  std::vector<std::uint64_t> postings;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (const std::uint32_t seed : seeds(articles[i])) postings.push_back(std::uint64_t{seed} << 32 | i);
  }
  std::ranges::sort(postings);
  List list;
  for (std::size_t i = 0; i < postings.size();) {
    list.seed = static_cast<std::uint32_t>(postings[i] >> 32);
    list.articles.clear();
    for (; i < postings.size() && postings[i] >> 32 == list.seed; ++i)
      list.articles.push_back(static_cast<std::uint32_t>(postings[i]));
    list.count = static_cast<std::uint32_t>(list.articles.size());
    writer.add(list);
  }
  return writer.take();
}

// Lists of both, the newer one's articles moved up by `offset`.
std::string merge_lists(const Lists& older, const Lists& newer, std::uint32_t offset, ListsWriter writer) {
  Lists::Reader x(older);
  Lists::Reader y(newer);
  bool more_x = x.next();
  bool more_y = y.next();
  List list;
  while (more_x || more_y) {
    const bool take_x = more_x && (!more_y || x.list().seed <= y.list().seed);
    const bool take_y = more_y && (!more_x || y.list().seed <= x.list().seed);
    list = {take_x ? x.list().seed : y.list().seed, 0, {}};
    if (take_x) {
      list.count += x.list().count;
      list.articles = x.list().articles;
    }
    if (take_y) {
      list.count += y.list().count;
      for (const std::uint32_t article : y.list().articles) list.articles.push_back(article + offset);
    }
    writer.add(list);
    if (take_x) more_x = x.next();
    if (take_y) more_y = y.next();
  }
  return writer.take();
}

}  // namespace

Segment::Segment(std::string bytes) : owned_(std::make_unique<const std::string>(std::move(bytes))) { open(); }

Segment::Segment(MappedFile file) : file_(std::move(file)) { open(); }

void Segment::open() {
  Bytes in(bytes());
  const auto header = in.plain<Header>();
  if (!header || header->magic != kMagic) throw Damaged("not a segment of this version");
  if (header->hash != hash_of(*header)) throw Damaged("the header has the wrong hash");
  const auto rows = in.take(std::uint64_t{header->size} * sizeof(Row));
  const auto ids = in.take(header->ids_bytes);
  const auto runs = in.take(header->runs_bytes);
  const auto roots = in.take(header->roots_bytes);
  if (!rows || !ids || !runs || !roots || !in.at_end()) throw Damaged("not the length that its header says");
  if (hash_page(*rows) != header->rows_hash) throw Damaged("the rows have the wrong hash");
  first_ = header->first;
  size_ = header->size;
  rows_ = *rows;
  ids_ = Lists(*ids);
  runs_ = Lists(*runs);
  roots_ = Lists(*roots);
}

Row Segment::row(std::uint32_t article) const {
  Row out;
  std::memcpy(&out, rows_.data() + std::size_t{article - first_} * sizeof out, sizeof out);
  return out;
}

std::string make_segment(std::uint32_t first, std::span<const Sketched> articles) {
  std::string rows;
  for (const Sketched& s : articles) put_plain(s.row, &rows);
  return assemble(first, static_cast<std::uint32_t>(articles.size()), rows,
                  lists_of(articles, ids_writer(), [](const Sketched& s) { return std::span(&s.id, 1); }),
                  lists_of(articles, runs_writer(), [](const Sketched& s) { return std::span(s.runs); }),
                  lists_of(articles, roots_writer(), [](const Sketched& s) { return std::span(s.roots); }));
}

std::string merge_segments(const Segment& older, const Segment& newer) {
  std::string rows;
  for (const Segment* s : {&older, &newer}) {
    for (std::uint32_t i = 0; i < s->size(); ++i) put_plain(s->row(s->first() + i), &rows);
  }
  const std::uint32_t offset = older.size();
  return assemble(older.first(), older.size() + newer.size(), rows,
                  merge_lists(older.ids(), newer.ids(), offset, ids_writer()),
                  merge_lists(older.runs(), newer.runs(), offset, runs_writer()),
                  merge_lists(older.roots(), newer.roots(), offset, roots_writer()));
}

}  // namespace tellings::copies
