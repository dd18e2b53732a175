#include "tellings/copies/reasons.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <ranges>
#include <string_view>

#include "tellings/copies/direction.h"
#include "tellings/copies/direction_table.h"

namespace tellings::copies {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::size_t kMost = 4;

// The number of the paragraph that holds a sentence, from 1; 0 if unknown.
std::size_t paragraph_of(const Article& article, Span sentence) {
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    if (article.paragraphs[i].contains(sentence)) return i + 1;
  }
  return 0;
}

// "b ends where a's paragraph 9 ends"
std::optional<std::string> cut_tail(const Subject& original, const Subject& copy, const std::vector<Link>& links) {
  if (links.empty()) return std::nullopt;
  const Link& last = *std::ranges::max_element(links, {}, &Link::b);
  const bool is_end = last.b + 1 == copy.reading.sentences.size();
  if (!is_end || last.a + 2 >= original.reading.sentences.size()) return std::nullopt;
  const std::size_t n = paragraph_of(original.article, original.reading.sentences[last.a].span);
  if (n == 0) return std::nullopt;
  const bool whole = last.a + 1 < original.reading.sentences.size() &&
                     paragraph_of(original.article, original.reading.sentences[last.a + 1].span) != n;
  return copy.article.id + " ends " + (whole ? "where " : "inside ") + original.article.id + "'s paragraph " +
         std::to_string(n) + (whole ? " ends" : "");
}

// Up to kExamples different words of `of` that the other lacks and that `wanted`
// wants, in order; how many there are goes to *count.
template <typename Wanted>
std::string own_words(const Subject& of, const Reading& other, Wanted wanted, std::size_t* count) {
  std::string out;
  std::vector<std::uint32_t> seen;
  for (const Token& t : of.reading.tokens) {
    if (!wanted(t) || std::ranges::binary_search(other.roots, t.root, {}, &Root::root)) continue;
    if (std::ranges::find(seen, t.root) != seen.end()) continue;
    if (seen.size() < kExamples) {
      if (!out.empty()) out += ", ";
      out += slice(of.article.text, t.span);
    }
    seen.push_back(t.root);
    if (seen.size() > 99) break;
  }
  *count = seen.size();
  if (seen.size() > kExamples) out += ", ...";
  return out;
}

// "a has names that b lacks: Alaaldin, Brookings"
template <typename Wanted>
std::optional<std::string> lacks(const Subject& original, const Subject& copy, const char* what, Wanted wanted) {
  std::size_t here = 0;
  std::size_t there = 0;
  const std::string examples = own_words(original, copy.reading, wanted, &here);
  own_words(copy, original.reading, wanted, &there);
  if (here < 2 || here < 2 * there) return std::nullopt;
  return original.article.id + " has " + what + " that " + copy.article.id + " lacks: " + examples;
}

double wording_of(std::uint32_t root) {
  const auto found = std::ranges::lower_bound(kWordings, root, {}, &Wording::root);
  return found != std::end(kWordings) && found->root == root ? found->weight : 0;
}

// "b has words that rewriters put in: remains, primarily"
std::optional<std::string> rewording(const Subject& original, const Subject& copy) {
  std::size_t count = 0;
  const auto wanted = [](const Token& t) { return is_plain(t) && wording_of(t.root) < -0.1; };
  const std::string examples = own_words(copy, original.reading, wanted, &count);
  if (count < 2) return std::nullopt;
  return copy.article.id + " has words that rewriters put in: " + examples;
}

std::optional<std::string> dateline(const Subject& original, const Subject& copy) {
  if (!has_dateline(original.article.text) || has_dateline(copy.article.text)) return std::nullopt;
  return original.article.id + " opens with a dateline";
}

std::optional<std::string> published(const Subject& original, const Subject& copy) {
  if (later(original.article, copy.article) >= 0) return std::nullopt;
  return original.article.id + " was published first (" + original.article.published + ")";
}

std::optional<std::string> credit(const Subject& original, const Subject& copy) {
  for (const std::string& agency : copy.article.credits) {
    if (agency == original.article.outlet) return copy.article.id + " credits " + agency;
  }
  return std::nullopt;
}

std::optional<std::string> shorter(const Subject& original, const Subject& copy) {
  const std::size_t n = original.reading.tokens.size();
  const std::size_t m = copy.reading.tokens.size();
  if (m * 10 > n * 9) return std::nullopt;
  return copy.article.id + " has " + std::to_string(m) + " words, " + original.article.id + " " + std::to_string(n);
}

}  // namespace

int later(const Article& a, const Article& b) {
  constexpr std::size_t kDay = 10;  // "2021-11-07"
  const std::string_view x = a.published;
  const std::string_view y = b.published;
  if (x.size() < kDay || y.size() < kDay) return 0;
  if (const int day = x.substr(0, kDay).compare(y.substr(0, kDay)); day != 0) return day;
  constexpr std::size_t kSecond = 19;  // "2021-11-07T03:12:00"
  if (x.size() < kSecond || y.size() < kSecond || x.substr(kSecond) != y.substr(kSecond)) return 0;
  return x.compare(y);
}

std::vector<std::string> reasons(const Subject& original, const Subject& copy, const std::vector<Link>& links) {
  const auto is_name = [](const Token& t) { return t.name && !t.quoted; };
  const auto is_figure = [](const Token& t) { return t.figure; };
  const auto is_quoted = [](const Token& t) { return t.quoted && t.weight > 3; };
  std::vector<std::string> out;
  for (auto& reason :
       {credit(original, copy), published(original, copy), dateline(original, copy), cut_tail(original, copy, links),
        lacks(original, copy, "names", is_name), lacks(original, copy, "figures", is_figure), rewording(original, copy),
        lacks(original, copy, "quoted words", is_quoted), shorter(original, copy)}) {
    if (reason && out.size() < kMost) out.push_back(*reason);
  }
  return out;
}

}  // namespace tellings::copies
