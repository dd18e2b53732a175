// How alike are two spellings of one word of a name?
//
//   An edit distance over sounds: names of other scripts are written in many
//   ways (Kadhimi, Kadhemi, Khadimi; Muqtada, Moqtada), vowels first, so a
//   vowel for a vowel costs little, a consonant for one far from it all.
//   After Zobel & Dart, "Phonetic String Matching: Lessons from Information
//   Retrieval", SIGIR 1996 (Editex), with groups for transliteration.
//
//   const double p = same_word("muqtada", "moqtada");
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tellings::statements {

// A word as its sounds: a letter each, in Latin letters; other scripts are
// transliterated.  Vowels are small, long vowels and doubled letters one sound.
std::string sounds(std::string_view word);

// Probability, 0 to 1, that both words are spellings of one.  Time by the
// product of the lengths, which are cut at 40 sounds.
double same_word(std::string_view a, std::string_view b);

// The consonants, coarsely: words that could be one have the same.
std::string skeleton(std::string_view word);

}  // namespace tellings::statements
