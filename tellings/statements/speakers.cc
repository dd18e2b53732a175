#include "tellings/statements/speakers.h"

#include <algorithm>

#include "tellings/statements/phrases.h"
#include "tellings/statements/titles.h"
#include "tellings/statements/word_table.h"

namespace tellings::statements {
namespace {

constexpr std::size_t kFar = 120;  // tokens: a pronoun does not reach farther back

const WordSet& of_a_person() {
  static const WordSet kSet("he she");
  return kSet;
}

bool is_pronoun(const Reading& r, std::size_t i) {
  static const WordSet kSet("he she they i we it who you");
  return kSet.has(r.tokens[i].hash);
}

}  // namespace

Speakers::Speakers(const Reading& reading, std::span<const Named> names) : reading_(reading), names_(names) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const Named& n = names_[i];
    if (n.type != NameType::person) continue;
    if (n.last - n.first < 2) continue;
    const auto [at, fresh] = surnames_.emplace(reading_.tokens[n.last - 1].hash, i);
    if (!fresh && n.last - n.first > names_[at->second].last - names_[at->second].first) at->second = i;
  }
  learn_offices();
}

// "Prime Minister Jane Roe", "Jane Roe, leader of": the office stands for her.
void Speakers::learn_offices() {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const Named& n = names_[i];
    // "The Ministry" after "the Interior Ministry".
    if (n.type == NameType::organisation && n.last - n.first > 1) offices_.emplace(reading_.tokens[n.last - 1].hash, i);
    if (n.type != NameType::person) continue;
    std::size_t k = n.first;
    if (k > 0 && is_title(reading_, k - 1) && reading_.sentence_of[k - 1] == reading_.sentence_of[k]) {
      offices_.emplace(reading_.tokens[k - 1].hash, i);
    }
    const Sentence& s = reading_.sentences[reading_.sentence_of[n.first]];
    if (n.last + 1 < s.last && reading_.low(n.last) == ",") {
      const Phrase p = phrase_at(reading_, s, n.last + 1);
      if (p.head && reading_.tokens[*p.head].tag == Tag::noun) offices_.emplace(reading_.tokens[*p.head].hash, i);
    }
  }
}

const Named* Speakers::first_person(std::size_t first, std::size_t last) const {
  auto at = std::ranges::lower_bound(names_, first, {}, &Named::first);
  for (; at != names_.end() && at->first < last; ++at) {
    if (at->type == NameType::person) return &*at;
  }
  return nullptr;
}

std::string Speakers::full(std::size_t i) const {
  const Named& n = names_[i];
  if (n.type == NameType::person) {
    if (const auto at = surnames_.find(reading_.tokens[n.last - 1].hash); at != surnames_.end()) {
      const Named& whole = names_[at->second];
      if (whole.last - whole.first > n.last - n.first)
        return std::string(slice(reading_.text, reading_.cover(whole.first, whole.last)));
    }
  }
  return std::string(slice(reading_.text, reading_.cover(n.first, n.last)));
}

std::string Speakers::person_in(Tokens source) const {
  const Named* p = first_person(source.first, source.last);
  return p && p->last <= source.last ? full(static_cast<std::size_t>(p - names_.data())) : std::string();
}

std::string Speakers::pronoun(std::size_t token) const {
  const std::string word(reading_.word(token));
  const bool fresh = !last_.empty() && token - last_token_ < kFar;
  if (!of_a_person().has(reading_.tokens[token].hash))
    return fresh && reading_.low(token) != "i" && reading_.low(token) != "you" ? last_ : word;
  // The first person of this sentence before it, or of the one before.
  const std::uint32_t s = reading_.sentence_of[token];
  if (const Named* p = first_person(reading_.sentences[s].first, token))
    return full(static_cast<std::size_t>(p - names_.data()));
  if (fresh && reading_.sentence_of[last_token_] + 1 >= s) return last_;
  for (std::uint32_t back = 1; back <= 2 && back <= s; ++back) {
    const Sentence& before = reading_.sentences[s - back];
    if (const Named* p = first_person(before.first, before.last))
      return full(static_cast<std::size_t>(p - names_.data()));
  }
  return fresh ? last_ : word;
}

std::string Speakers::name_of(Tokens source) {
  // "X, who": the relative pronoun names nobody.
  while (source.last > source.first + 1 &&
         (reading_.low(source.last - 1) == "who" || reading_.low(source.last - 1) == ","))
    --source.last;
  if (source.last == source.first + 1 && is_pronoun(reading_, source.first)) return pronoun(source.first);
  if (std::string person = person_in(source); !person.empty()) return person;
  const Sentence& s = reading_.sentences[reading_.sentence_of[source.first]];
  const Phrase p = phrase_at(reading_, s, source.first);
  const std::size_t head = p.head.value_or(source.last - 1);
  const bool definite = reading_.low(source.first) == "the" || reading_.tokens[source.first].shape == Shape::capital;
  if (definite && head + 1 >= source.last) {
    if (const auto at = offices_.find(reading_.tokens[head].hash);
        at != offices_.end() && names_[at->second].first < source.first)
      return full(at->second);
  }
  const std::size_t from = p.head && p.noun < source.last ? p.noun : source.first;
  std::size_t first = from;
  while (first + 1 < source.last && (reading_.tokens[first].tag == Tag::num || reading_.tokens[first].tag == Tag::det))
    ++first;
  return std::string(slice(reading_.text, reading_.cover(first, source.last)));
}

Speaker Speakers::of(Tokens source) {
  // "spokesman" "Jane Roe": the name belongs to it.
  const auto next = std::ranges::lower_bound(names_, source.last, {}, &Named::first);
  if (next != names_.end() && next->first == source.last && next->type == NameType::person &&
      source.last > source.first && reading_.sentence_of[next->first] == reading_.sentence_of[source.first] &&
      is_title(reading_, source.last - 1)) {
    source.last = next->last;
  }
  Speaker out{reading_.cover(source.first, source.last), name_of(source)};
  last_ = out.name;
  last_token_ = source.first;
  return out;
}

}  // namespace tellings::statements
