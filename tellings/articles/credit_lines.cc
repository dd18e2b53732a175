#include <algorithm>

#include "tellings/articles/agencies.h"
#include "tellings/articles/credit.h"
#include "tellings/articles/credit_parts.h"
#include "tellings/articles/date.h"
#include "tellings/articles/phrases.h"
#include "tellings/articles/shape.h"

// Around a text an agency's name stands under pictures, in menus, in lists of
// other articles.  It credits the text in a byline, beside the date, right
// behind the last paragraph, and in notices of copyright.

namespace tellings::articles {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The parts of a line between bars and dots: "PTI | July 9, 2020 | Updated".
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= line.size();) {
    std::size_t end = line.size(), length = 0;
    for (const std::string_view sign : {"|", "·", "•", " - ", " – ", " — "}) {
      const std::size_t found = line.find(sign, at);
      if (found < end) end = found, length = sign.size();
    }
    out.push_back(line.substr(at, end - at));
    at = end + std::max<std::size_t>(length, 1);
  }
  return out;
}

// "By Associated Press Jun 24, 2020", "PTI | July 9, 2020": credits of a line
// that has a date.
std::vector<std::string> of_dated(std::string_view line) {
  std::vector<std::string> out;
  for (const std::string_view part : parts_of(line)) {
    add_names(list_of(part, {}), &out);
    // An agency, then its date.
    std::string_view rest = strip_signs(part);
    for (const std::string_view by : {"By ", "Von ", "Por ", "Af ", "Par "})
      if (rest.starts_with(by)) rest.remove_prefix(by.size());
    const AgencyAt agency = take_agency(rest);
    if (agency.known && !is_ambiguous(rest.substr(0, agency.length)) && out.empty() &&
        !find_date(rest.substr(agency.length), {}).empty() && shape_of(rest).words <= 12)
      add_name(agency.name, &out);
  }
  return out;
}

// "By Euronews with Agencies", "Von Ann Lee, dpa": the end of a byline.
std::vector<std::string> of_byline(std::string_view line) {
  for (const std::string_view link : {" with ", " mit ", " avec ", " con ", ", ", " and ", " und ", " / "}) {
    const std::size_t at = line.rfind(link);
    if (at == std::string_view::npos) continue;
    if (auto names = list_of(line.substr(at + link.size()), {}); !names.empty()) return names;
  }
  return {};
}

// "AFP, MANILA", "PTI Mumbai": an agency and a place.
std::vector<std::string> of_place(std::string_view line) {
  const AgencyAt agency = take_agency(line);
  if (!agency.known || is_ambiguous(line.substr(0, agency.length)) || !line.substr(agency.length).starts_with(", "))
    return {};
  const Shape place = shape_of(line.substr(agency.length));
  const bool capitals = place.uppers == place.letters && place.letters > 2 && place.words <= 3;
  return capitals ? std::vector<std::string>{std::string(agency.name)} : std::vector<std::string>();
}

// "© dpa-infocom, dpa:240516-99-53606/3", "© 2020 Reuters. All rights reserved.",
// "Sie wurde automatisch von der Deutschen Presse-Agentur (dpa) übernommen."
std::vector<std::string> of_notice(std::string_view line) {
  constexpr std::size_t kShort = 80;
  std::vector<std::string> out;
  if (is_signed_by_reuters(line)) add_name("Reuters", &out);
  if (line.find("dpa-infocom") != std::string_view::npos) add_name("Deutsche Presse-Agentur", &out);
  take_helpers(line, &out);
  const std::string low = lower(line);
  if (line.size() > kShort || (!low.starts_with("©") && !low.starts_with("copyright"))) return out;
  std::string_view rest = line.substr(low.starts_with("©") ? std::string_view("©").size() : 9);
  rest = rest.substr(0, rest.find(". "));
  rest = rest.substr(0, rest.find(", "));
  while (!rest.empty() && !(rest[0] >= 'A' && rest[0] <= 'Z')) rest.remove_prefix(1);
  const bool dated = line.find("20") != std::string_view::npos || line.find("19") != std::string_view::npos;
  if (dated) add_names(list_of(rest, {}), &out);
  return out;
}

bool is_dated(std::string_view line, std::string_view language) {
  return line.size() < 160 && (!find_date(line, language).empty() || shape_of(line).has_clock);
}

// Whether a line could be a picture's text: marked so, or a sentence that was
// dropped.
bool is_caption(const Piece& p) {
  if (!p.drop || *p.drop == DropReason::headline || *p.drop == DropReason::byline) return false;
  const Shape s = shape_of(p.text);
  return *p.drop == DropReason::caption || (s.words > 8 && s.ends_sentence);
}

// Whether a bare name is a picture's on this page: it stands alone elsewhere
// too, or beside words of pictures.
bool names_pictures(std::span<const Piece> pieces, std::size_t line) {
  constexpr std::size_t kShort = 80;
  const std::string_view name = strip_signs(pieces[line].text);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& p = pieces[i];
    if (i == line || !p.drop || p.text.size() > kShort || p.text.find(name) == std::string::npos) continue;
    const std::string low = lower(p.text);
    if (strip_signs(p.text) == name || phrases_in(low).has(Phrase::caption) ||
        low.find("copyright") != std::string::npos)
      return true;
  }
  return false;
}

// Whether the line at `i` before the body credits the text.
bool credits_at_head(std::span<const Piece> pieces, std::size_t i, std::string_view language) {
  const std::string_view line = pieces[i].text;
  if (is_dated(line, language)) return !of_dated(line).empty();
  if (starts_byline(line) && shape_of(line).words <= 14) return !of_byline(line).empty() || !list_of(line, {}).empty();
  if (!of_place(line).empty()) return true;
  const bool beside_date = (i > 0 && is_dated(pieces[i - 1].text, language)) ||
                           (i + 1 < pieces.size() && is_dated(pieces[i + 1].text, language));
  const AgencyAt agency = take_agency(line);
  if (beside_date && agency.known && shape_of(line).words <= 3 &&
      (agency.length == line.size() || !is_ambiguous(line.substr(0, agency.length))))
    return true;
  if (list_of(line, {}).empty() || is_heading(line)) return false;
  return beside_date || (!names_pictures(pieces, i) && (i == 0 || !is_caption(pieces[i - 1])));
}

// Whether the line at `i` right behind the body does.
bool credits_behind(std::span<const Piece> pieces, std::size_t i, std::string_view language) {
  const std::string_view line = pieces[i].text;
  if (is_heading(line)) return false;
  if (!list_of(line, {.initials = 1, .ambiguous = line.starts_with("(")}).empty()) {
    const bool bare = line.find_first_of("(-/") == std::string_view::npos && agency_named(line);
    return !bare || !names_pictures(pieces, i);
  }
  return is_dated(line, language) && !of_dated(line).empty();
}

}  // namespace

bool starts_byline(std::string_view line) { return phrases_in(lower(line)).starts(Phrase::byline); }

void add_name(std::string_view name, std::vector<std::string>* out) {
  if (!name.empty() && std::ranges::find(*out, name) == out->end()) out->emplace_back(name);
}

void add_names(std::span<const std::string> names, std::vector<std::string>* out) {
  for (const std::string& n : names) add_name(n, out);
}

// "(Reporting by Ann Lee; Editing by Bo Chen)": so only Reuters signs.
bool is_signed_by_reuters(std::string_view text) {
  const std::string low = lower(text.substr(0, 600));
  return (low.starts_with("(reporting by") || low.starts_with("reporting by")) &&
         low.find("editing by") != std::string::npos;
}

// "Agencies" alone heads lists of all sorts of agencies.
bool is_heading(std::string_view line) { return line == "Agencies" || line == "agencies"; }

// Any agency that is named in a sentence that is about who worked on the text.
void take_helpers(std::string_view paragraph, std::vector<std::string>* out) {
  constexpr std::size_t kLongest = 400;
  if (paragraph.size() > kLongest || paragraph.size() < 20) return;
  const std::string low = lower(paragraph);
  bool helped = false;
  for (const std::string_view phrase : {"contributed to this", "contributed reporting", "additional reporting",
                                        "with reporting by", "with reporting from", "übernommen", "with files from",
                                        "published from a wire", "auto-generated from", "syndicated feed"})
    helped = helped || low.find(phrase) != std::string::npos;
  if (!helped) return;
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    if (at > 0 && is_word(paragraph[at - 1])) continue;
    const AgencyAt agency = take_agency(paragraph.substr(at));
    if (agency.known && agency.name != "Agencies" &&
        (!is_ambiguous(paragraph.substr(at, agency.length)) || low.starts_with("additional reporting")))
      add_name(agency.name, out);
  }
  if (low.find("wire agency") != std::string::npos && out->empty()) add_name("Agencies", out);
}

std::vector<std::string> credits_of_line(std::string_view line) {
  std::vector<std::string> names = list_of(line, {.initials = 1, .ambiguous = true});
  for (const auto read : {&of_dated, &of_place, &of_byline, &of_notice})
    if (names.empty()) names = (*read)(line);
  if (const AgencyAt agency = take_agency(line); names.empty() && agency.known) names.emplace_back(agency.name);
  return names;
}

std::vector<std::string> credit_lines(std::span<const Piece> pieces, std::string_view language) {
  constexpr std::size_t kAbove = 8, kBelow = 2, kNotices = 8;
  constexpr std::size_t kHead = 2;  // kept pieces that may be the standfirst
  std::size_t first = pieces.size(), last = 0, kept = 0, body = pieces.size();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].drop) continue;
    first = std::min(first, i);
    last = i;
    if (++kept == kHead) body = i;
  }
  std::vector<std::string> out;
  for (std::size_t i = first > kAbove ? first - kAbove : 0; i < std::min(body, pieces.size()); ++i)
    if (pieces[i].drop && pieces[i].text.size() < 160 && credits_at_head(pieces, i, language))
      out.push_back(pieces[i].text);
  for (std::size_t i = last + 1; i < std::min(last + 1 + kNotices, pieces.size()); ++i) {
    const std::string_view line = pieces[i].text;
    const bool near = i <= last + kBelow && credits_behind(pieces, i, language);
    if (near || !of_notice(line).empty()) out.push_back(pieces[i].text);
  }
  return out;
}

}  // namespace tellings::articles
