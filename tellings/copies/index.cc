// How an index is searched.
//
// What an article shares with others is added up over the lists of its sampled
// runs and of its rarest roots, in all segments.  All roots are kept of every
// article, not only those that were rare when it came: which roots are rare
// changes as the index grows, and is decided when it is searched.  So the answer
// does not depend on the order in which articles came.
//
// A batch divides what two articles share by the weight of the lighter one's rare
// roots.  That of the other article is not known here, so it is estimated: as many
// roots as it has that are rare by the background alone, each as heavy as those
// of the article searched for are in the mean.
#include "tellings/copies/index.h"

#include <algorithm>
#include <utility>

#include "tellings/base/hash.h"
#include "tellings/copies/seeds.h"

namespace tellings::copies {
namespace {

// Added articles are sealed at the latest when there are so many: 16 MB.
constexpr std::size_t kMostPending = 1 << 14;
// Articles with runs in common that one search may bring.
constexpr std::size_t kMostByRuns = 512;
// A root in less than 1 % of the background's articles is rare anywhere.
constexpr float kRareWeight = 4.6F;
// An index with fewer articles cannot tell rare roots from others: every share is
// enough there.
constexpr std::uint32_t kFewArticles = 1000;

std::uint32_t id_hash(std::string_view id) { return static_cast<std::uint32_t>(hash_bytes(id)); }

// Of articles in a list, those nearest by length to one of `words` words: at most
// kNeighbours shorter and as many longer; of equals the newest.
std::vector<std::uint32_t> nearest(std::vector<std::pair<std::uint32_t, std::uint32_t>> by_length,
                                   std::uint32_t words) {
  std::ranges::sort(by_length);
  const auto middle = std::ranges::upper_bound(by_length, std::pair(words, ~0u)) - by_length.begin();
  const auto reach = static_cast<std::ptrdiff_t>(kNeighbours);
  std::vector<std::uint32_t> out;
  const auto end = std::min(std::ssize(by_length), middle + reach);
  for (auto i = std::max<std::ptrdiff_t>(0, middle - reach); i < end; ++i)
    out.push_back(by_length[static_cast<std::size_t>(i)].second);
  return out;
}

}  // namespace

std::uint32_t Index::add(Sketch sketch, std::string_view id) {
  weights_.count(sketch.roots);
  const auto rare = static_cast<std::size_t>(std::ranges::count_if(
      sketch.roots, [&](std::uint32_t root) { return weights_.background(root) >= kRareWeight; }));
  const Row row{sketch.words, static_cast<std::uint32_t>(std::min(rare, kRoots))};
  pending_.push_back({row, id_hash(id), std::move(sketch.runs), std::move(sketch.roots)});
  ++size_;
  if (pending_.size() == kMostPending) seal();
  return size_ - 1;
}

void Index::seal() {
  if (pending_.empty()) return;
  const auto first = size_ - static_cast<std::uint32_t>(pending_.size());
  parts_.push_back({Segment(make_segment(first, pending_)), ""});
  pending_.clear();
  merge_tail();
}

// A segment is merged with the one before it until that one is over twice as large.
void Index::merge_tail() {
  while (parts_.size() >= 2) {
    Part& older = parts_[parts_.size() - 2];
    Part& newer = parts_.back();
    if (older.segment.size() / 2 > newer.segment.size()) return;
    older = {Segment(merge_segments(older.segment, newer.segment)), ""};
    parts_.pop_back();
  }
}

Row Index::row(std::uint32_t article) const {
  const auto part = std::ranges::upper_bound(parts_, article, {}, [](const Part& p) { return p.segment.first(); });
  return std::prev(part)->segment.row(article);
}

std::vector<std::uint32_t> Index::articles_with(std::uint32_t seed, const Lists& (Segment::*lists)() const,
                                                std::uint32_t* count) const {
  std::vector<std::uint32_t> out;
  *count = 0;
  for (const Part& part : parts_) {
    const auto list = (part.segment.*lists)().find(seed);
    if (!list) continue;
    *count += list->count;
    for (const std::uint32_t article : list->articles) {
      if (article >= part.segment.size()) throw Damaged("an article that is not there");
      out.push_back(part.segment.first() + article);
    }
  }
  return out;
}

void Index::add_runs(const Sketch& sketch, std::vector<Match>* near, std::vector<std::uint64_t>* postings,
                     Capped* capped) const {
  for (const std::uint32_t run : sketch.runs) {
    std::uint32_t count = 0;
    const auto articles = articles_with(run, &Segment::runs, &count);
    if (count <= kCommonRun) {
      for (const std::uint32_t a : articles) postings->push_back(std::uint64_t{a} << 32);
      continue;
    }
    ++capped->runs;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_length;
    by_length.reserve(articles.size());
    for (const std::uint32_t a : articles) by_length.emplace_back(row(a).words, a);
    for (const std::uint32_t a : nearest(std::move(by_length), sketch.words)) near->push_back({a, kLeastRuns, 0});
  }
}

std::vector<Match> Index::find(const Sketch& sketch, std::optional<std::uint32_t> self, Capped* capped) const {
  Sketch mine{sketch.words, 0, {}, sketch.roots};
  choose_roots(weights_, &mine, self ? 2 : 1);
  std::vector<Match> by_runs;
  std::vector<std::uint64_t> postings;  // article << 32 | 0 for a run, place of the root + 1 for a root
  add_runs(sketch, &by_runs, &postings, capped);
  for (std::uint32_t i = 0; i < mine.roots.size(); ++i) {
    std::uint32_t count = 0;
    for (const std::uint32_t a : articles_with(mine.roots[i], &Segment::roots, &count))
      postings.push_back(std::uint64_t{a} << 32 | (i + 1));
  }
  std::ranges::sort(postings);

  std::vector<Match> by_roots;
  const float mean = mine.weight / std::max(1.0F, static_cast<float>(mine.roots.size()));
  for (std::size_t i = 0; i < postings.size();) {
    Match m{static_cast<std::uint32_t>(postings[i] >> 32), 0, 0};
    float weight = 0;
    for (; i < postings.size() && postings[i] >> 32 == m.article; ++i) {
      const auto root = static_cast<std::uint32_t>(postings[i]);
      m.runs += root == 0;
      if (root > 0) weight += weights_.of(mine.roots[root - 1]);
    }
    if (m.article == self) continue;
    if (m.runs >= kLeastRuns) {
      by_runs.push_back(m);
    } else if (weight >= kLeastWeight) {
      const float lighter = std::min(mine.weight, mean * static_cast<float>(row(m.article).rare));
      m.share = weight / std::max(kLeastWeight, lighter);
      if (m.share >= kLeastShare || size_ < kFewArticles) by_roots.push_back(m);
    }
  }
  const auto keep = [&](std::size_t most, std::vector<Match>* list) {
    if (list->size() > most) capped->pairs += list->size() - most;
    list->resize(std::min(list->size(), most));
  };
  std::erase_if(by_runs, [&](const Match& m) { return m.article == self; });
  std::ranges::sort(by_runs, {}, [](const Match& m) { return std::pair(m.article, ~m.runs); });
  const auto [gone, end] = std::ranges::unique(by_runs, {}, &Match::article);
  by_runs.erase(gone, end);
  std::ranges::sort(by_runs, {}, [](const Match& m) { return std::pair(~m.runs, ~m.article); });
  keep(kMostByRuns, &by_runs);
  std::ranges::sort(by_roots, {}, [](const Match& m) { return std::pair(-m.share, ~m.article); });
  keep(kPartners, &by_roots);
  by_runs.insert(by_runs.end(), by_roots.begin(), by_roots.end());
  return by_runs;
}

std::vector<std::uint32_t> Index::with_id(std::string_view id) const {
  std::uint32_t count = 0;
  return articles_with(id_hash(id), &Segment::ids, &count);
}

std::size_t Index::bytes() const {
  std::size_t sum = 0;
  for (const Part& p : parts_) sum += p.segment.bytes().size();
  return sum;
}

}  // namespace tellings::copies
