// A story's centre is the sum of its voters' vectors.  Its title is that of the
// article nearest the centre, its keywords are the heaviest terms of the centre
// that a reader knows as words, as its articles write them: nothing is made up.
#include "tellings/stories/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "tellings/base/hash.h"

namespace tellings::stories {
namespace {

constexpr std::size_t kKeywords = 6;
constexpr std::size_t kMostHeard = 64;  // voters whose words are looked at

Vector centre_of(const Rows<Weight>& vectors, std::span<const ArticleNo> voters) {
  Vector all;
  for (const ArticleNo v : voters) {
    const auto vector = vectors[index(v)];
    all.insert(all.end(), vector.begin(), vector.end());
  }
  if (voters.size() == 1) return all;
  std::ranges::stable_sort(all, {}, &Weight::term);
  std::size_t kept = 0;
  for (const Weight& w : all) {
    if (kept > 0 && all[kept - 1].term == w.term) {
      all[kept - 1].weight += w.weight;
    } else {
      all[kept++] = w;
    }
  }
  all.resize(kept);
  return all;
}

// The voters from nearest the centre outwards, those with a title first; of two
// as near, as any two voters are by themselves, the earlier.
std::vector<ArticleNo> nearest_first(std::span<const Article> articles, const Rows<Weight>& vectors,
                                     std::span<const ArticleNo> voters, const Vector& centre) {
  struct Place {
    bool untitled;
    long away;
    std::size_t voter;
    auto operator<=>(const Place&) const = default;
  };
  constexpr double kAsNear = 1e5;
  std::vector<Place> places;
  for (std::size_t i = 0; i < voters.size(); ++i) {
    const std::size_t v = index(voters[i]);
    places.push_back({articles[v].title.empty(), -std::lround(dot(vectors[v], centre) * kAsNear), i});
  }
  std::ranges::sort(places);
  std::vector<ArticleNo> out;
  for (const Place& p : places) out.push_back(voters[p.voter]);
  return out;
}

struct Keyword {
  std::string surface;
  double weight = 0;
  int heard = 0;
};

std::vector<std::string> keywords(const Rows<char>& surfaces, std::span<const ArticleNo> voters, const Vector& centre) {
  std::map<std::uint32_t, Keyword> words;
  for (const ArticleNo v : voters) {
    std::string_view rest(surfaces[index(v)].data(), surfaces[index(v)].size());
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view surface = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::uint32_t term = term_of(surface);
      const auto at = std::ranges::lower_bound(centre, term, {}, &Weight::term);
      if (at == centre.end() || at->term != term || surface.size() < 3) continue;
      Keyword& word = words[term];
      if (word.heard++ == 0) word = {std::string(surface), at->weight, 1};
    }
  }
  std::vector<Keyword> ranked;
  for (auto& [term, word] : words) ranked.push_back(std::move(word));
  std::ranges::sort(ranked, [](const Keyword& a, const Keyword& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.surface < b.surface;
  });
  std::vector<std::string> out;
  for (Keyword& word : ranked) {
    if (out.size() == kKeywords) break;
    out.push_back(std::move(word.surface));
  }
  return out;
}

}  // namespace

bool is_earlier(std::span<const Article> articles, ArticleNo a, ArticleNo b) {
  const std::string& x = articles[index(a)].published;
  const std::string& y = articles[index(b)].published;
  if (x.empty() != y.empty()) return y.empty();
  return x != y ? x < y : a < b;
}

std::uint32_t story_key(std::string_view article_id, unsigned salt) {
  const std::uint64_t hash = hash_bytes(article_id);
  return static_cast<std::uint32_t>((salt == 0 ? hash : mix(hash + salt)) >> 32);
}

std::string story_id(std::uint32_t key) { return fmt::format("s-{:08x}", key); }

void describe(std::span<const Article> articles, const Rows<char>& surfaces, const Rows<Weight>& vectors,
              std::span<const ArticleNo> voters, Story* story) {
  const std::size_t heard = std::min(voters.size(), kMostHeard);
  const Vector centre = centre_of(vectors, voters.first(heard));
  const auto order = nearest_first(articles, vectors, voters.first(heard), centre);
  story->title = articles[index(order.front())].title;
  story->keywords = keywords(surfaces, order, centre);
  for (const ArticleNo a : story->articles) {
    const std::string& published = articles[index(a)].published;
    if (published.empty()) continue;
    if (story->first.empty() || published < story->first) story->first = published;
    story->last = std::max(story->last, published);
  }
}

}  // namespace tellings::stories
