#include "tellings/lineage/reasons.h"

namespace tellings::lineage {
namespace {

// Share of the original's sentences from which a copy is called cut, and of
// the copy's own from which it is called mixed.
constexpr double kCut = 0.15;
constexpr double kMixed = 0.4;

double share(double part, double of) { return of > 0 ? part / of : 0; }

}  // namespace

CopyKind kind_of(const Changes& c) {
  const int kept = c.kept_sentences;
  const int lost = c.cut_sentences + c.lost_sentences;
  if (share(c.gained_sentences, kept + c.gained_sentences) >= kMixed) return CopyKind::mixed;
  if (is_rewriting(c)) return CopyKind::paraphrased;
  if (share(lost, kept + lost) >= kCut) return CopyKind::cut;
  const bool same = lost + c.gained_sentences + c.replaced_runs == 0 && c.wording + c.rewritten == 0;
  return same ? CopyKind::identical : CopyKind::edited;
}

std::string counted(int n, std::string_view noun) {
  return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s");
}

std::vector<std::string> describe(const Changes& c, std::string_view from) {
  const std::string name = from.empty() ? "the lost text" : std::string(from);
  const int all = c.kept_sentences + c.cut_sentences + c.lost_sentences;
  std::vector<std::string> out;
  out.push_back("has " + std::to_string(c.kept_sentences) + " of the " + counted(all, "sentence") + " of " + name);
  if (c.cut_sentences > 0) out.push_back("ends " + counted(c.cut_sentences, "sentence") + " before " + name + " does");
  if (c.rewritten > 0) out.push_back("puts " + counted(static_cast<int>(c.rewritten), "sentence") + " in other words");
  if (c.gained_sentences > 0) out.push_back("adds " + counted(c.gained_sentences, "sentence") + " of its own");
  return out;
}

}  // namespace tellings::lineage
