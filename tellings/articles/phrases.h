// Set phrases that pages carry around their articles, in many languages:
// "also read", "please enter your comment", "photo:", "all rights reserved".
//
//   const PhraseSet found = phrases_in(lower(line));
//   if (found.starts(Phrase::related)) ...
#pragma once

#include <cstdint>
#include <string_view>

namespace tellings::articles {

// What a phrase announces.
enum class Phrase : std::uint8_t {
  related,     // another article: "read more", "lesen Sie auch"
  comment,     // a form or call for comments
  advert,      // an advertisement
  share,       // buttons: share, print, log in, menu
  newsletter,  // subscriptions and apps
  caption,     // a picture's text or credit
  byline,      // who wrote, when it was published
  legal,       // copyright, correction lines, notes of the house
  media,       // players: "watch", "listen", "your browser does not"
  markup,      // traces of code
  kinds_,
};

// Which kinds were found, and where.
class PhraseSet {
 public:
  bool starts(Phrase p) const { return (starts_ >> static_cast<unsigned>(p) & 1u) != 0; }
  bool has(Phrase p) const { return (has_ >> static_cast<unsigned>(p) & 1u) != 0; }
  bool is(Phrase p) const { return (whole_ >> static_cast<unsigned>(p) & 1u) != 0; }
  bool any() const { return has_ != 0; }

  void add(Phrase p, bool start, bool whole) {
    const auto bit = static_cast<std::uint16_t>(1u << static_cast<unsigned>(p));
    has_ = static_cast<std::uint16_t>(has_ | bit);
    if (start) starts_ = static_cast<std::uint16_t>(starts_ | bit);
    if (whole) whole_ = static_cast<std::uint16_t>(whole_ | bit);
  }

 private:
  std::uint16_t has_ = 0;
  std::uint16_t starts_ = 0;
  std::uint16_t whole_ = 0;
};

// The kinds of phrases in a line that went through lower().  Linear in the
// line; safe from any thread.
PhraseSet phrases_in(std::string_view lowered);

}  // namespace tellings::articles
