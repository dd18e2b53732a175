#include "tellings/articles/language.h"

#include <cstdio>  // CLD2's header uses FILE

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <optional>

namespace tellings::articles {
namespace {

// Of these pages of four collections that declare no language or another than
// CLD2 tells, all but three are in the one that it tells
// (docs/algorithms/articles.md).
constexpr int kLeastShare = 70;           // per cent of the sample
constexpr std::size_t kLeastBytes = 200;  // to contradict a declaration

struct Told {
  std::string language;
  int share;
};

std::optional<Told> tell(std::string_view text) {
  text = text.substr(0, kLanguageSample);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.remove_suffix(1);
  if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
  CLD2::CLDHints hints{nullptr, nullptr, 0, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> shares{};
  std::array<double, 3> scores{};
  int bytes = 0, valid = 0;
  bool reliable = false;
  const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(), shares.data(), scores.data(),
      nullptr, &bytes, &reliable, &valid);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE || found != languages[0]) return std::nullopt;
  std::string code = CLD2::LanguageCode(found);
  if (code == "iw") code = "he";
  if (code == "jw") code = "jv";
  if (code.empty() || code == "un" || code.starts_with("xxx")) return std::nullopt;
  return Told{std::move(code), shares[0]};
}

// Languages, or names of one, that letters alone hardly tell apart.
std::string_view family_of(std::string_view primary) {
  constexpr auto kFamilies = std::to_array<std::array<std::string_view, 6>>({{"sr", "hr", "bs", "sh", "me", "cnr"},
                                                                             {"no", "nb", "nn", "da", "", ""},
                                                                             {"id", "ms", "jv", "", "", ""},
                                                                             {"tl", "fil", "", "", "", ""},
                                                                             {"he", "iw", "", "", "", ""},
                                                                             {"gl", "pt", "", "", "", ""},
                                                                             {"zu", "xh", "ny", "", "", ""}});
  for (const auto& family : kFamilies)
    if (std::ranges::find(family, primary) != family.end()) return family[0];
  return primary;
}

std::string primary_of(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

}  // namespace

std::string language_in(std::string_view text) {
  const auto told = tell(text);
  return told && told->share >= kLeastShare ? told->language : std::string();
}

std::string settled_language(std::string_view declared, std::string_view text) {
  if (!declared.empty() && text.size() < kLeastBytes) return std::string(declared);
  std::string told = language_in(text);
  if (told.empty() || family_of(primary_of(told)) == family_of(primary_of(declared))) return std::string(declared);
  return told;
}

}  // namespace tellings::articles
