#include "tellings/articles/packing.h"

#include <cassert>
#include <cstring>
#include <type_traits>

#include "tellings/articles/shape.h"
#include "tellings/base/hash.h"

// One function a type lists its fields, for packing and unpacking both.  The
// structured bindings make a field that is added to a type, and not here, an
// error of the compiler.

namespace tellings::articles {
namespace {

std::string_view site_of(const Article& a) {
  if (!a.outlet.empty()) return a.outlet;
  const std::size_t begin = a.url.find("//");
  if (begin == std::string::npos) return {};
  return std::string_view(a.url).substr(begin + 2, a.url.find('/', begin + 2) - begin - 2);
}

class Packer {
 public:
  template <typename T>
    requires std::is_trivially_copyable_v<T>
  void operator()(const T& value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void operator()(const std::string& text) {
    size(text.size());
    out_ += text;
  }
  template <typename T>
  void operator()(const std::vector<T>& list);
  template <typename T>
  void operator()(const std::optional<T>& value)
    requires(!std::is_trivially_copyable_v<std::optional<T>>);
  template <typename T>
    requires std::is_class_v<T> && (!std::is_trivially_copyable_v<T>)
  void operator()(const T& value);

  std::string take() { return std::move(out_); }

 private:
  void size(std::size_t n) { (*this)(static_cast<std::uint32_t>(n)); }

  std::string out_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
    requires std::is_trivially_copyable_v<T>
  void operator()(T& value) {
    const std::string_view bytes = bytes_of(sizeof value);
    std::memcpy(static_cast<void*>(&value), bytes.data(), bytes.size());
  }
  void operator()(std::string& text) { text = bytes_of(size()); }
  template <typename T>
  void operator()(std::vector<T>& list);
  template <typename T>
  void operator()(std::optional<T>& value)
    requires(!std::is_trivially_copyable_v<std::optional<T>>);
  template <typename T>
    requires std::is_class_v<T> && (!std::is_trivially_copyable_v<T>)
  void operator()(T& value);

 private:
  std::size_t size() {
    std::uint32_t n = 0;
    (*this)(n);
    return n;
  }
  std::string_view bytes_of(std::size_t n) {
    assert(n <= rest_.size());
    const std::string_view out = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return out;
  }

  std::string_view rest_;
};

// --- the fields ---------------------------------------------------------------------------

template <typename Io, typename... Fields>
void each(Io& io, Fields&... fields) {
  (io(fields), ...);
}

template <typename Io, typename T>
void fields(Io& io, T& value) {
  using Plain = std::remove_const_t<T>;
  if constexpr (std::is_same_v<Plain, Article>) {
    auto& [id, source, part, url, outlet, title, authors, credits, published, modified, language, text, paragraphs,
           source_spans, source_offset, dropped, quality] = value;
    each(io, id, source, part, url, outlet, title, authors, credits, published, modified, language, text, paragraphs,
         source_spans, source_offset, dropped, quality);
  } else if constexpr (std::is_same_v<Plain, Draft>) {
    auto& [article, pieces, cuts, scraped, offset, none, damage] = value;
    each(io, article, pieces, cuts, scraped, offset, none, damage);
  } else if constexpr (std::is_same_v<Plain, Piece>) {
    auto& [text, own, drop, origin] = value;
    each(io, text, own, drop, origin);
  } else if constexpr (std::is_same_v<Plain, Dropped>) {
    auto& [text, why] = value;
    each(io, text, why);
  } else if constexpr (std::is_same_v<Plain, Cut>) {
    auto& [piece, title] = value;
    each(io, piece, title);
  } else if constexpr (std::is_same_v<Plain, Error>) {
    auto& [code, detail] = value;
    each(io, code, detail);
  } else {
    static_assert(std::is_same_v<Plain, Summary>);
    auto& [site, scraped, lines] = value;
    each(io, site, scraped, lines);
  }
}

template <typename T>
void Packer::operator()(const std::vector<T>& list) {
  size(list.size());
  for (const T& value : list) (*this)(value);
}

template <typename T>
void Packer::operator()(const std::optional<T>& value)
  requires(!std::is_trivially_copyable_v<std::optional<T>>)
{
  (*this)(value.has_value());
  if (value) (*this)(*value);
}

template <typename T>
  requires std::is_class_v<T> && (!std::is_trivially_copyable_v<T>)
void Packer::operator()(const T & value) {
  fields(*this, value);
}

template <typename T>
void Unpacker::operator()(std::vector<T>& list) {
  list.resize(size());
  for (T& value : list) (*this)(value);
}

template <typename T>
void Unpacker::operator()(std::optional<T>& value)
  requires(!std::is_trivially_copyable_v<std::optional<T>>)
{
  bool is_there = false;
  (*this)(is_there);
  if (is_there) (*this)(value.emplace());
}

template <typename T>
  requires std::is_class_v<T> && (!std::is_trivially_copyable_v<T>)
void Unpacker::operator()(T & value) {
  fields(*this, value);
}

template <typename T>
std::string packed(const T& value) {
  Packer packer;
  packer(value);
  return packer.take();
}

template <typename T>
T unpacked(std::string_view bytes) {
  T out;
  Unpacker unpacker(bytes);
  unpacker(out);
  return out;
}

}  // namespace

Summary summary_of(const Draft& draft) {
  Summary out;
  if (draft.none) return out;
  if (const std::string_view site = site_of(draft.article); !site.empty()) out.site = hash_bytes(site);
  out.scraped = draft.scraped;
  for (const Piece& p : draft.pieces)
    if (!p.drop) out.lines.push_back(letters_hash(p.text));
  return out;
}

std::string pack(const Summary& summary) { return packed(summary); }
std::string pack(const Draft& draft) { return packed(draft); }
Summary unpack_summary(std::string_view bytes) { return unpacked<Summary>(bytes); }
Draft unpack_draft(std::string_view bytes) { return unpacked<Draft>(bytes); }

}  // namespace tellings::articles
