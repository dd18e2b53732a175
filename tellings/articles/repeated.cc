#include "tellings/articles/repeated.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "tellings/articles/features.h"
#include "tellings/articles/shape.h"

namespace tellings::articles {
namespace {

constexpr std::size_t kLeastArticles = 3;
constexpr std::size_t kMostCompared = 6;  // articles looked at for one line
constexpr int kShortWords = 25;
constexpr std::size_t kEnd = 2;  // lines from either end that count as edge

struct Place {
  std::size_t draft;
  std::size_t piece;
  bool edge;
};

std::string site_of(const Article& a) {
  if (!a.outlet.empty()) return a.outlet;
  const std::size_t begin = a.url.find("//");
  return begin == std::string::npos ? std::string() : a.url.substr(begin + 2, a.url.find('/', begin + 2) - begin - 2);
}

using Hashes = std::unordered_set<std::uint64_t>;

// Whether most of the kept lines of one article stand in the other too.
bool are_copies(const Hashes& a, const Hashes& b) {
  std::size_t common = 0;
  for (const std::uint64_t h : a) common += b.contains(h);
  return common * 2 >= std::min(a.size(), b.size());
}

// How many of the articles are different from each other, up to kLeastArticles.
std::size_t different(const std::vector<Place>& places, const std::vector<Hashes>& lines) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < std::min(places.size(), kMostCompared) && chosen.size() < kLeastArticles; ++i) {
    const std::size_t d = places[i].draft;
    if (std::ranges::none_of(chosen, [&](std::size_t c) { return c == d || are_copies(lines[c], lines[d]); }))
      chosen.push_back(d);
  }
  return chosen.size();
}

void drop_in_site(const std::vector<std::size_t>& site, const std::vector<Hashes>& lines, std::span<Draft> drafts) {
  std::unordered_map<std::uint64_t, std::vector<Place>> places;
  for (const std::size_t d : site) {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < drafts[d].pieces.size(); ++i)
      if (!drafts[d].pieces[i].drop) kept.push_back(i);
    for (std::size_t k = 0; k < kept.size(); ++k) {
      const std::uint64_t hash = letters_hash(drafts[d].pieces[kept[k]].text);
      if (hash != 0) places[hash].push_back({d, kept[k], k < kEnd || k + kEnd >= kept.size()});
    }
  }
  for (const auto& [hash, where] : places) {
    if (where.size() < kLeastArticles) continue;
    const Shape shape = shape_of(drafts[where[0].draft].pieces[where[0].piece].text);
    const bool is_short = shape.words <= kShortWords && !(is_prose(shape) && shape.words > 15);
    if (!is_short && !std::ranges::all_of(where, &Place::edge)) continue;
    if (different(where, lines) < kLeastArticles) continue;
    for (const Place& p : where) drafts[p.draft].pieces[p.piece].drop = DropReason::repeated_on_site;
  }
}

}  // namespace

void drop_repeated(std::span<Draft> drafts) {
  std::map<std::string, std::vector<std::size_t>> sites;
  std::vector<Hashes> lines(drafts.size());
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (drafts[d].none || drafts[d].pieces.empty()) continue;
    const std::string site = site_of(drafts[d].article);
    if (!site.empty()) sites[site].push_back(d);
  }
  for (const auto& [site, members] : sites) {
    if (members.size() < kLeastArticles) continue;
    for (const std::size_t d : members)
      for (const Piece& p : drafts[d].pieces)
        if (!p.drop) lines[d].insert(letters_hash(p.text));
    drop_in_site(members, lines, drafts);
  }
}

}  // namespace tellings::articles
