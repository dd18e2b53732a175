#include "tellings/articles/repeated.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <span>
#include <unordered_map>

#include "tellings/articles/features.h"
#include "tellings/articles/shape.h"
#include "tellings/base/hash.h"

// Two passes over the summaries.  The first counts every line of every outlet
// in a count-min sketch (G. Cormode, S. Muthukrishnan, "An improved data stream
// summary: the count-min sketch and its applications", J. Algorithms 55, 2005)
// of two rows, whose counters stop at kLeastArticles: it never counts too few,
// so a line below that is none.  The second notes where the few others stand.

namespace tellings::articles {
namespace {

constexpr std::size_t kLeastArticles = 3;
constexpr std::size_t kMostCompared = 6;  // places looked at for one line
constexpr int kShortWords = 25;
constexpr std::size_t kEnd = 2;  // lines from either end that count as edge
constexpr std::size_t kMostCounters = std::size_t{1} << 25;
constexpr std::size_t kMostCandidates = std::size_t{1} << 19;
constexpr std::size_t kMostSummariesKept = 4096;

std::uint64_t key_of(std::uint64_t site, std::uint64_t line) { return mix(site ^ mix(line)); }

class Sketch {
 public:
  explicit Sketch(std::size_t lines)
      : counters_(std::clamp(std::bit_ceil(4 * lines), std::size_t{1} << 8, kMostCounters)) {}

  void add(std::uint64_t key) {
    for (unsigned char* c : {&counters_[first(key)], &counters_[second(key)]})
      if (*c < kLeastArticles) ++*c;
  }
  bool may_recur(std::uint64_t key) const {
    return counters_[first(key)] >= kLeastArticles && counters_[second(key)] >= kLeastArticles;
  }

 private:
  std::size_t first(std::uint64_t key) const { return key & (counters_.size() - 1); }
  std::size_t second(std::uint64_t key) const { return key >> 32 & (counters_.size() - 1); }

  std::vector<unsigned char> counters_;
};

struct Place {
  std::uint32_t draft = 0;
  std::uint32_t kept = 0;  // number among the draft's kept pieces
};

// A line that may recur.
struct Candidate {
  std::array<Place, kMostCompared> first;
  std::uint32_t count = 0;  // of all places
  bool only_edges = true;

  std::span<const Place> places() const { return std::span(first).first(std::min<std::size_t>(count, kMostCompared)); }
};

using Hashes = std::unordered_set<std::uint64_t>;

// Whether most of the kept lines of one article stand in the other too.
bool are_copies(const Hashes& a, const Hashes& b) {
  std::size_t common = 0;
  for (const std::uint64_t h : a) common += b.contains(h);
  return common * 2 >= std::min(a.size(), b.size());
}

class Finder {
 public:
  Finder(std::size_t count, const std::function<Summary(std::size_t)>& summary,
         const std::function<std::string(std::size_t, std::size_t)>& line)
      : count_(count), summary_(summary), line_(line) {}

  std::unordered_set<std::uint64_t> run() {
    note_candidates(counted());
    std::unordered_set<std::uint64_t> out;
    for (const auto& [key, c] : candidates_) {
      if (c.count < kLeastArticles || !may_stand(c) || different(c.places()) < kLeastArticles) continue;
      out.insert(key);
    }
    return out;
  }

 private:
  Sketch counted() const {
    std::size_t lines = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      const Summary s = summary_(i);
      if (s.site != 0) lines += s.lines.size();
    }
    Sketch sketch(lines);
    for (std::size_t i = 0; i < count_; ++i) {
      const Summary s = summary_(i);
      if (s.site == 0) continue;
      for (const std::uint64_t line : s.lines)
        if (line != 0) sketch.add(key_of(s.site, line));
    }
    return sketch;
  }

  void note_candidates(const Sketch& sketch) {
    for (std::size_t i = 0; i < count_; ++i) {
      const Summary s = summary_(i);
      if (s.site == 0) continue;
      for (std::size_t k = 0; k < s.lines.size(); ++k) {
        const std::uint64_t key = key_of(s.site, s.lines[k]);
        if (s.lines[k] == 0 || !sketch.may_recur(key)) continue;
        Candidate& c = candidates_[key];
        if (c.count < kMostCompared) c.first[c.count] = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k)};
        c.only_edges = c.only_edges && (k < kEnd || k + kEnd >= s.lines.size());
        ++c.count;
        if (candidates_.size() > kMostCandidates) candidates_.erase(std::prev(candidates_.end()));
      }
    }
  }

  // Short lines recur anywhere, longer ones at the edges.
  bool may_stand(const Candidate& c) const {
    const Shape shape = shape_of(line_(c.first[0].draft, c.first[0].kept));
    const bool is_short = shape.words <= kShortWords && !(is_prose(shape) && shape.words > 15);
    return is_short || c.only_edges;
  }

  // How many of the articles are different from each other, up to kLeastArticles.
  std::size_t different(std::span<const Place> places) {
    if (lines_.size() > kMostSummariesKept) lines_.clear();
    std::vector<std::size_t> chosen;
    for (const Place& p : places) {
      if (chosen.size() == kLeastArticles) break;
      if (std::ranges::none_of(
              chosen, [&](std::size_t c) { return c == p.draft || are_copies(lines_of(c), lines_of(p.draft)); }))
        chosen.push_back(p.draft);
    }
    return chosen.size();
  }

  const Hashes& lines_of(std::size_t draft) {
    const auto [at, fresh] = lines_.try_emplace(draft);
    if (fresh) {
      const Summary s = summary_(draft);
      at->second = Hashes(s.lines.begin(), s.lines.end());
    }
    return at->second;
  }

  std::size_t count_;
  const std::function<Summary(std::size_t)>& summary_;
  const std::function<std::string(std::size_t, std::size_t)>& line_;
  std::map<std::uint64_t, Candidate> candidates_;  // in the order of their hashes
  std::unordered_map<std::size_t, Hashes> lines_;
};

}  // namespace

bool Recurring::holds(std::uint64_t site, std::uint64_t line) const {
  return site != 0 && line != 0 && lines_.contains(key_of(site, line));
}

void Recurring::drop(const Summary& summary, Draft* draft) const {
  if (lines_.empty() || draft->none) return;
  std::size_t kept = 0;
  for (Piece& p : draft->pieces) {
    if (p.drop) continue;
    if (holds(summary.site, summary.lines[kept++])) p.drop = DropReason::repeated_on_site;
  }
}

std::vector<std::uint64_t> Recurring::without(const Summary& summary) const {
  std::vector<std::uint64_t> out;
  std::ranges::copy_if(summary.lines, std::back_inserter(out),
                       [&](std::uint64_t line) { return !holds(summary.site, line); });
  return out;
}

Recurring find_recurring(std::size_t count, const std::function<Summary(std::size_t)>& summary,
                         const std::function<std::string(std::size_t, std::size_t)>& line) {
  Recurring out;
  if (count >= kLeastArticles) out.lines_ = Finder(count, summary, line).run();
  return out;
}

}  // namespace tellings::articles
