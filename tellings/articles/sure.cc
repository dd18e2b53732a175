#include "tellings/articles/sure.h"

namespace tellings::articles {
namespace {

// Announcements are short; a long line that begins like one is prose.
constexpr int kAnnouncementWords = 30;

bool is_announcement(const Line& l) {
  if (!l.phrases.starts(Phrase::related) || l.shape.words > kAnnouncementWords) return false;
  const std::size_t colon = l.text.find(':');
  return colon != std::string::npos && colon < 40 && (colon + 1 == l.text.size() || l.text[colon + 1] == ' ');
}

// A short line with the sign of copyright and the words for it.
bool is_copyright(const Line& l) {
  constexpr int kMostWords = 25;
  if (!l.phrases.has(Phrase::legal) || l.shape.words > kMostWords) return false;
  return l.text.find("©") != std::string::npos || l.text.find("ⓒ") != std::string::npos;
}

}  // namespace

std::optional<DropReason> surely_dropped(const Line& l) {
  const PhraseSet& p = l.phrases;
  if (l.shape.letters + l.shape.digits == 0) return DropReason::furniture;
  if (p.has(Phrase::markup) && (l.shape.words <= 8 || p.starts(Phrase::markup))) return DropReason::markup;
  if (p.has(Phrase::comment) && l.shape.words <= 12 && (p.is(Phrase::comment) || p.starts(Phrase::comment)))
    return DropReason::comment_form;
  if (p.is(Phrase::advert) || (p.starts(Phrase::advert) && l.shape.words <= 4)) return DropReason::advertisement;
  if (is_announcement(l) || p.is(Phrase::related)) return DropReason::related;
  if (p.is(Phrase::share) || is_copyright(l)) return DropReason::furniture;
  return std::nullopt;
}

DropReason reason_of(const Line& l) {
  const PhraseSet& p = l.phrases;
  if (p.has(Phrase::markup)) return DropReason::markup;
  if (p.has(Phrase::comment)) return DropReason::comment_form;
  if (p.starts(Phrase::advert)) return DropReason::advertisement;
  if (p.starts(Phrase::related)) return DropReason::related;
  if (p.has(Phrase::caption) || l.place.is_in(Inside::caption) || l.place.is_in(Inside::figure))
    return DropReason::caption;
  if (p.starts(Phrase::byline) && l.shape.words <= 20) return DropReason::byline;
  return DropReason::furniture;
}

}  // namespace tellings::articles
