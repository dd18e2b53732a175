// Three steps, each on sets joined so far (union-find).
//
//   1. In an article: equal names; short ones with the only long one that ends
//      with them (persons: by spelling) or begins with them (bodies); names
//      that the text equates; initials ("UN").
//   2. Over the run: equal long names; equal short ones of bodies and places.
//   3. Over the run: long names of persons that are spellings of one, looked
//      for among those of one consonant skeleton only.
//
// A surname alone is never joined over articles by itself: two Smiths are two.
// It may be where the run knows only one long name for it.

#include "tellings/statements/entities.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "tellings/statements/names.h"
#include "tellings/statements/spelling.h"
#include "tellings/statements/statements.h"
#include "tellings/text/words.h"

namespace tellings::statements {
namespace {

constexpr double kSure = 0.55;         // two spellings in one article
constexpr double kSureAcross = 0.6;    // two long names of two articles, by their least sure word
constexpr std::size_t kMostLike = 64;  // names of one skeleton that are compared with each

class Sets {
 public:
  std::size_t add() {
    parent_.push_back(parent_.size());
    return parent_.size() - 1;
  }
  std::size_t find(std::size_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  // The smaller number stays, so that the result does not depend on the order.
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

// One spelling of a name in one article.
struct Form {
  std::vector<std::string> words;
  std::string folded;
  std::size_t article = 0;
  NameType type = NameType::person;
  std::size_t set = 0;
  bool dotted = false;
};

std::string join_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

// "UN" of "United Nations", "U.S." of "United States".
bool is_initials(const std::string& folded, const std::vector<std::string>& words) {
  std::string letters;
  for (const char c : folded) {
    if (c != '.') letters.push_back(c);
  }
  if (letters.size() < 2 || letters.size() != words.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i][0] != letters[i]) return false;
  }
  return true;
}

class Joiner {
 public:
  explicit Joiner(std::vector<std::vector<Mention>>* articles) : articles_(*articles) {}

  void run() {
    for (std::size_t a = 0; a < articles_.size(); ++a) article(a);
    equal_over_run();
    alike_over_run();
    lone_surnames();
    number();
  }

 private:
  void article(std::size_t a) {
    std::map<std::string, std::size_t> by_name;
    const std::size_t first = forms_.size();
    std::vector<std::size_t> form_of(articles_[a].size());
    for (std::size_t m = 0; m < articles_[a].size(); ++m) {
      const Mention& mention = articles_[a][m];
      Form f;
      f.words = name_words(mention.name);
      f.folded = text::fold(mention.name);
      const std::string key = join_words(f.words);
      const auto [at, fresh] = by_name.emplace(key, forms_.size());
      form_of[m] = at->second;
      if (fresh) {
        f.article = a;
        f.type = mention.type;
        f.set = sets_.add();
        forms_.push_back(std::move(f));
        votes_.emplace_back();
      }
      ++votes_[at->second][static_cast<std::size_t>(mention.type)];
    }
    for (std::size_t i = first; i < forms_.size(); ++i) {
      const auto& v = votes_[i];
      forms_[i].type = static_cast<NameType>(std::ranges::max_element(v) - v.begin());
    }
    for (std::size_t m = 0; m < form_of.size(); ++m) {
      const std::size_t other = articles_[a][m].alias_of;
      if (other < form_of.size()) sets_.join(forms_[form_of[m]].set, forms_[form_of[other]].set);
    }
    short_names(first);
    forms_of_.push_back(std::move(form_of));
  }

  // Joins the short names of the article whose forms begin at `first`.
  void short_names(std::size_t first) {
    std::unordered_map<std::string, std::vector<std::size_t>> ends,
        begins;  // by skeleton of the last, by the first word
    for (std::size_t i = first; i < forms_.size(); ++i) {
      if (forms_[i].words.size() < 2) continue;
      ends[skeleton(forms_[i].words.back())].push_back(i);
      begins[forms_[i].words.front()].push_back(i);
    }
    std::unordered_map<std::string, std::vector<std::size_t>> lone;
    for (std::size_t i = first; i < forms_.size(); ++i) {
      const Form& f = forms_[i];
      if (f.words.size() != 1) continue;
      lone[skeleton(f.words[0])].push_back(i);
      std::size_t found = SIZE_MAX;
      bool several = false;
      const auto take = [&](std::size_t j) {
        if (found != SIZE_MAX && sets_.find(forms_[found].set) != sets_.find(forms_[j].set)) several = true;
        found = j;
      };
      if (const auto at = ends.find(skeleton(f.words[0])); at != ends.end()) {
        for (std::size_t k = 0; k < std::min(at->second.size(), kMostLike); ++k) {
          const std::size_t j = at->second[k];
          const bool fits = f.type == forms_[j].type || forms_[j].type == NameType::person;
          if (!fits || forms_[j].type == NameType::place) continue;
          const bool may_vary = forms_[j].type == NameType::person && f.words[0].size() > 4;
          const bool equal = f.words[0] == forms_[j].words.back();
          if (equal || (may_vary && same_word(f.words[0], forms_[j].words.back()) > kSure)) take(j);
        }
      }
      if (found == SIZE_MAX && f.type != NameType::person) {
        if (const auto at = begins.find(f.words[0]); at != begins.end() && at->second.size() < kMostLike) {
          for (const std::size_t j : at->second) {
            if (forms_[j].type == NameType::organisation) take(j);
          }
        }
      }
      if (found != SIZE_MAX && !several) sets_.join(f.set, forms_[found].set);
    }
    spelt_twice(lone);
    initials(first);
    given_names_spelt_twice(ends);
  }

  // "al-Kadhimi" and "Al-Khadimi" in one article.
  void spelt_twice(const std::unordered_map<std::string, std::vector<std::size_t>>& lone) {
    for (const auto& [key, group] : lone) {
      for (std::size_t x = 0; x < std::min(group.size(), kMostLike); ++x) {
        for (std::size_t y = x + 1; y < std::min(group.size(), kMostLike); ++y) {
          const Form &a = forms_[group[x]], &b = forms_[group[y]];
          if (a.type == b.type && a.words[0].size() > 4 && b.words[0].size() > 4 &&
              same_word(a.words[0], b.words[0]) > 0.85)
            sets_.join(a.set, b.set);
        }
      }
    }
  }

  void given_names_spelt_twice(const std::unordered_map<std::string, std::vector<std::size_t>>& ends) {
    for (const auto& [key, group] : ends) {
      for (std::size_t x = 0; x < std::min(group.size(), kMostLike); ++x) {
        for (std::size_t y = x + 1; y < std::min(group.size(), kMostLike); ++y) {
          const Form &a = forms_[group[x]], &b = forms_[group[y]];
          if (a.type == b.type && like(a, b)) sets_.join(a.set, b.set);
        }
      }
    }
  }

  void initials(std::size_t first) {
    for (std::size_t i = first; i < forms_.size(); ++i) {
      if (forms_[i].words.size() != 1 || forms_[i].folded.size() > 8) continue;
      for (std::size_t j = first; j < std::min(forms_.size(), first + 400); ++j) {
        if (forms_[j].words.size() > 1 && forms_[j].type != NameType::person && forms_[i].type != NameType::person &&
            is_initials(forms_[i].folded, forms_[j].words))
          sets_.join(forms_[i].set, forms_[j].set);
      }
    }
  }

  // Long names that are spellings of one: as many words, every one alike.
  static bool like(const Form& a, const Form& b) {
    // Persons and bodies are told apart too badly to keep two spellings apart.
    if (a.words.size() != b.words.size()) return false;
    double least = 1;
    for (std::size_t i = 0; i < a.words.size(); ++i) least = std::min(least, same_word(a.words[i], b.words[i]));
    return least > kSureAcross;
  }

  void equal_over_run() {
    std::unordered_map<std::string, std::size_t> by_name;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const Form& f = forms_[i];
      if (f.type == NameType::person && f.words.size() < 2) continue;
      const std::string key = join_words(f.words) + (f.type == NameType::place ? 'p' : 'n');
      const auto [at, fresh] = by_name.emplace(key, i);
      if (!fresh) sets_.join(f.set, forms_[at->second].set);
    }
  }

  void alike_over_run() {
    std::map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const Form& f = forms_[i];
      if (f.words.size() < 2 || f.type == NameType::place) continue;
      auto& block = blocks[skeleton(f.words.back()) + (f.type == NameType::place ? 'p' : 'n')];
      const bool known = std::ranges::any_of(block, [&](std::size_t j) { return forms_[j].words == f.words; });
      if (!known && block.size() < kMostLike) block.push_back(i);
    }
    for (const auto& [key, block] : blocks) {
      for (std::size_t x = 0; x < block.size(); ++x) {
        for (std::size_t y = x + 1; y < block.size(); ++y) {
          if (like(forms_[block[x]], forms_[block[y]])) sets_.join(forms_[block[x]].set, forms_[block[y]].set);
        }
      }
    }
  }

  // A surname whose article has no long name for it takes the run's, if there is one only.
  void lone_surnames() {
    std::unordered_map<std::string, std::vector<std::size_t>> ends;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      const Form& f = forms_[i];
      if (f.type != NameType::person || f.words.size() < 2) continue;
      auto& sets = ends[f.words.back()];
      const std::size_t set = sets_.find(f.set);
      if (sets.size() < 2 && std::ranges::find(sets, set) == sets.end()) sets.push_back(set);
    }
    std::unordered_map<std::string, std::size_t> alone;
    std::vector<std::size_t> size(forms_.size());
    for (const Form& f : forms_) ++size[sets_.find(f.set)];
    for (const Form& f : forms_) {
      if (f.type != NameType::person || f.words.size() != 1 || size[sets_.find(f.set)] > 1) continue;
      const auto at = ends.find(f.words[0]);
      if (at != ends.end() && at->second.size() == 1) sets_.join(f.set, at->second[0]);
      if (at == ends.end()) {
        const auto [same, fresh] = alone.emplace(f.words[0], f.set);
        if (!fresh) sets_.join(f.set, same->second);
      }
    }
  }

  void number() {
    std::vector<std::uint32_t> number_of(forms_.size(), 0);
    std::uint32_t next = 0;
    for (std::size_t a = 0; a < articles_.size(); ++a) {
      for (std::size_t m = 0; m < articles_[a].size(); ++m) {
        const Form& f = forms_[forms_of_[a][m]];
        std::uint32_t& n = number_of[sets_.find(f.set)];
        if (n == 0) n = ++next;
        articles_[a][m].entity = n;
        articles_[a][m].type = f.type;
      }
    }
  }

  std::vector<std::vector<Mention>>& articles_;
  std::vector<Form> forms_;
  std::vector<std::array<int, 3>> votes_;
  std::vector<std::vector<std::size_t>> forms_of_;
  Sets sets_;
};

}  // namespace

void join_entities(std::vector<std::vector<Mention>>* articles) { Joiner(articles).run(); }

}  // namespace tellings::statements
