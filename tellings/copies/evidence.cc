#include "tellings/copies/evidence.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "tellings/copies/novel.h"
#include "tellings/copies/sequence.h"

namespace tellings::copies {
namespace {

struct Shared {
  float a = 0, b = 0;   // share of each side's shingles that the other has
  float open = 0;       // of the shorter side's open shingles
  std::size_t run = 0;  // longest run of open shingles, in words
};

struct Tally {
  std::size_t all = 0, open = 0, shared = 0, shared_open = 0;
  std::vector<std::uint32_t> places;  // of shared open ones
};

Tally tally(const std::vector<Run>& x, const std::vector<Run>& y) {
  Tally t;
  std::size_t j = 0;
  for (const Run& s : x) {
    while (j < y.size() && y[j].hash < s.hash) ++j;
    const bool in = j < y.size() && y[j].hash == s.hash;
    const bool open = in && s.open && y[j].open;  // what one quotes may stand without marks in the other
    ++t.all;
    t.open += s.open;
    t.shared += in;
    t.shared_open += open;
    if (open) t.places.push_back(s.at);
  }
  std::ranges::sort(t.places);
  return t;
}

std::size_t longest_run(const std::vector<std::uint32_t>& places, std::size_t words) {
  std::size_t best = 0;
  for (std::size_t i = 0, begin = 0; i < places.size(); ++i) {
    if (i > 0 && places[i] != places[i - 1] + 1) begin = i;
    best = std::max(best, i - begin + words);
  }
  return best;
}

float ratio(std::size_t x, std::size_t y) { return y == 0 ? 0 : static_cast<float>(x) / static_cast<float>(y); }

Shared shared(const std::vector<Run>& x, const std::vector<Run>& y, std::size_t words) {
  const Tally ta = tally(x, y);
  const Tally tb = tally(y, x);
  const Tally& shorter = ta.all <= tb.all ? ta : tb;
  return {ratio(ta.shared, ta.all), ratio(tb.shared, tb.all), ratio(shorter.shared_open, shorter.open),
          longest_run(shorter.places, words)};
}

// Cosines of the whole texts: of all roots, and of the plain ones.
std::pair<float, float> whole(const Reading& a, const Reading& b) {
  float all = 0;
  float plain = 0;
  for_each_shared(a.roots, b.roots, [&](const Root& x, const Root& y) {
    const float w = x.often * y.often;
    all += w;
    if (x.plain && y.plain) plain += w;
  });
  const float size = a.norm * b.norm;
  const float plain_size = a.plain * b.plain;
  return {size > 0 ? all / size : 0, plain_size > 0 ? plain / plain_size : 0};
}

// What the sentences of the shorter text find in the other.
struct Matches {
  float lowest = 0, middle = 0, ends = 0, quoted = 0;
};

Matches matches(const Reading& shorter, const Alignment& alignment, bool a_is_shorter) {
  const std::size_t n = shorter.sentences.size();
  if (n == 0) return {};
  const std::size_t last = (n + 3) / 4;  // sentences of the last quarter
  std::vector<float> best(n);
  Matches out;
  for (const Link& l : alignment.links) {
    const std::size_t i = a_is_shorter ? l.a : l.b;
    best[i] = l.alike;
    if (!l.moved && i >= n - last) out.ends += l.alike;
  }
  out.ends /= static_cast<float>(last);
  std::ranges::sort(best);
  out.lowest = best[n / 4];
  out.middle = best[n / 2];
  for (const Token& t : shorter.tokens) out.quoted += t.quoted;
  out.quoted /= static_cast<float>(shorter.tokens.size());
  return out;
}

}  // namespace

float cosine(const Reading& a, const Reading& b) { return whole(a, b).first; }

bool share_runs(const Reading& a, const Reading& b, std::size_t least) {
  for (std::size_t i = 0, j = 0; i < a.runs.size() && j < b.runs.size() && least > 0;) {
    const bool left = a.runs[i].hash <= b.runs[j].hash;
    const bool right = b.runs[j].hash <= a.runs[i].hash;
    least -= left && right;
    i += left;
    j += right;
  }
  return least == 0;
}

Evidence weigh(const Reading& a, const Reading& b, const Alignment& alignment) {
  Evidence out;
  const bool a_shorter = a.sentences.size() <= b.sentences.size();
  const auto n = static_cast<float>(std::max<std::size_t>(1, std::min(a.sentences.size(), b.sentences.size())));
  const Shared s = shared(a.runs, b.runs, kRunWords);
  const auto [cosine, plain] = whole(a, b);
  out.shingles_a = s.a;
  out.shingles_b = s.b;

  float steps = 0, kept = 0, late = 0;
  const std::uint32_t half = static_cast<std::uint32_t>(n / 2);
  for (std::size_t i = 0; i < alignment.links.size(); ++i) {
    const Link& l = alignment.links[i];
    kept += l.kept;
    if (i > 0) {
      const Link& before = alignment.links[i - 1];
      steps += l.a - before.a <= 2 && l.b > before.b && l.b - before.b <= 2 ? 1.0F : 0.0F;
    }
    if (!l.moved && (a_shorter ? l.a : l.b) >= half) late += l.alike;
  }
  const auto links = static_cast<float>(alignment.links.size());
  const auto words_a = static_cast<float>(a.tokens.size() + 1);
  const auto words_b = static_cast<float>(b.tokens.size() + 1);
  const Sequence sequence = common_sequence(a, b);
  const float least = std::max(1.0F, std::min(sequence.total_a, sequence.total_b));
  const Matches found = matches(a_shorter ? a : b, alignment, a_shorter);
  const Novel x = novel(a, b);
  const Novel y = novel(b, a);
  out.features = {alignment.chain / n,
                  alignment.chain_plain / n,
                  cosine,
                  plain,
                  a.tokens.size() <= b.tokens.size() ? s.a : s.b,
                  s.open,
                  std::log1p(static_cast<float>(s.run)),
                  alignment.best > 0 ? alignment.chain / alignment.best : 0,
                  links > 1 ? steps / (links - 1) : 0,
                  links / n,
                  late / std::max(1.0F, n - static_cast<float>(half)),
                  links > 0 ? kept / links : 0,
                  std::log(n),
                  std::abs(std::log(words_a / words_b)),
                  sequence.ordered / least,
                  sequence.ordered_plain / least,
                  sequence.common > 0 ? sequence.ordered / sequence.common : 0,
                  shared(a.triples, b.triples, 3).open,
                  found.lowest,
                  found.middle,
                  found.ends,
                  found.quoted,
                  std::min(x.names, y.names),
                  std::max(x.names, y.names),
                  std::min(x.figures, y.figures),
                  std::min(x.quoted, y.quoted),
                  std::min(x.plain, y.plain),
                  std::max(x.plain, y.plain),
                  std::log1p(static_cast<float>(sequence.links)),
                  std::log(std::min(words_a, words_b))};
  return out;
}

}  // namespace tellings::copies
