// Two names are compared word by word: titles and particles ("al", "bin", "de")
// left out, every word of the shorter one has to find its like in the longer
// one, in order. The whole is as sure as its least sure word; a missing given
// name leaves doubt, an initial a little less.

#include <algorithm>
#include <string>
#include <vector>

#include "tellings/statements/names.h"
#include "tellings/statements/spelling.h"
#include "tellings/statements/statements.h"
#include "tellings/text/words.h"

namespace tellings::statements {
namespace {

constexpr double kMissingWord = 0.75;  // a name with a word more may be another's
constexpr std::size_t kMostWords = 8;

bool is_particle(std::string_view w) {
  static constexpr std::string_view kParticles[] = {
      "al",  "el",  "ul",  "bin", "ibn", "bint", "de", "da",  "do", "dos", "der", "den", "di", "du", "la",  "le",
      "van", "von", "the", "of",  "and", "ad",   "as", "ash", "an", "at",  "az",  "ar",  "jr", "sr", "jr.", "sr."};
  return std::ranges::find(kParticles, w) != std::end(kParticles);
}

bool is_initial(std::string_view w) { return w.size() == 1 || (w.size() == 2 && w[1] == '.'); }

double word_pair(const std::string& a, const std::string& b) {
  if (is_initial(a) || is_initial(b)) return a[0] == b[0] ? 0.8 : 0;
  return same_word(a, b);
}

// The best least word over all ways to match the shorter in the longer in order.
double align(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  std::vector<double> best(many.size() + 1, 1.0);
  for (std::size_t i = 0; i < few.size(); ++i) {
    std::vector<double> next(many.size() + 1, 0.0);
    for (std::size_t j = i; j < many.size(); ++j) {
      const double here = std::min(best[j], word_pair(few[i], many[j]));
      next[j + 1] = std::max(next[j], here);
    }
    best = std::move(next);
  }
  return best[many.size()];
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  const std::string folded = text::fold(name);
  std::vector<std::string> all, kept;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t to = std::min(folded.find_first_of(" -,\t", at), folded.size());
    if (to > at) all.push_back(folded.substr(at, to - at));
    at = to + 1;
  }
  for (const std::string& w : all) {
    if (!is_particle(w) && kept.size() < kMostWords) kept.push_back(w);
  }
  return kept.empty() ? all : kept;
}

double same_name(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  const std::vector<std::string> x = name_words(a), y = name_words(b);
  if (x.empty() || y.empty()) return 0;
  const bool shorter = x.size() <= y.size();
  const std::vector<std::string>& few = shorter ? x : y;
  const std::vector<std::string>& many = shorter ? y : x;
  double p = align(few, many);
  for (std::size_t k = few.size(); k < many.size(); ++k) p *= kMissingWord;
  return p;
}

}  // namespace tellings::statements
