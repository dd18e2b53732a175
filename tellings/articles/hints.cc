#include "tellings/articles/hints.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace tellings::articles {
namespace {

struct Name {
  std::string_view text;  // lower case
  Hint hint;
  bool whole = false;  // a word of its own, not part of a longer one
};

constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// A number for the two letters that a text of at least two begins with; 26 for
// a second that is none.
constexpr std::size_t kPairs = std::size_t{26} * 27;
constexpr std::size_t pair_of(std::string_view text) {
  const std::size_t second = is_letter(text[1]) ? static_cast<std::size_t>(text[1] - 'a') : 26;
  return static_cast<std::size_t>(text[0] - 'a') * 27 + second;
}

// Words of sites' own vocabularies, several languages; looked for anywhere in a
// name, since authors run words together ("storybodytext"), unless too short.
constexpr auto kNames = [] {
  using enum Hint;
  auto names = std::to_array<Name>({
      {"article", article},
      {"artikel", article},
      {"story", article},
      {"post", article, true},
      {"entry", article},
      {"noticia", article},
      {"news", article, true},
      {"body", body},
      {"content", body},
      {"text", body, true},
      {"richtext", body},
      {"copy", body, true},
      {"prose", body, true},
      {"paragraph", body},
      {"cuerpo", body},
      {"corps", body, true},
      {"fliesstext", body},
      {"texto", body},
      {"main", main, true},
      {"comment", comment},
      {"kommentar", comment},
      {"disqus", comment},
      {"coral", comment, true},
      {"reply", comment},
      {"discussion", comment},
      {"forum", comment, true},
      {"share", share},
      {"sharing", share},
      {"social", share},
      {"facebook", share},
      {"twitter", share},
      {"whatsapp", share},
      {"follow", share},
      {"teilen", share},
      {"related", related},
      {"recommend", related},
      {"readmore", related},
      {"read-more", related},
      {"more", related, true},
      {"also", related, true},
      {"similar", related},
      {"trending", related},
      {"popular", related},
      {"mostread", related},
      {"most", related, true},
      {"outbrain", related},
      {"taboola", related},
      {"latest", related},
      {"next", related, true},
      {"teaser", related},
      {"promo", related},
      {"recirc", related},
      {"see-also", related},
      {"crosslink", related},
      {"linkbox", related},
      {"ad", advert, true},
      {"ads", advert, true},
      {"advert", advert},
      {"sponsor", advert},
      {"banner", advert},
      {"werbung", advert},
      {"anzeige", advert},
      {"dfp", advert, true},
      {"gpt", advert, true},
      {"affiliate", advert},
      {"shopping", advert},
      {"product", advert},
      {"deal", advert, true},
      {"newsletter", newsletter},
      {"subscri", newsletter},
      {"signup", newsletter},
      {"sign-up", newsletter},
      {"abo", newsletter, true},
      {"donat", newsletter},
      {"membership", newsletter},
      {"mailing", newsletter},
      {"cta", newsletter, true},
      {"nav", nav, true},
      {"navigation", nav},
      {"navbar", nav},
      {"menu", nav},
      {"breadcrumb", nav},
      {"crumb", nav},
      {"pagination", nav},
      {"pager", nav, true},
      {"skip", nav, true},
      {"header", header},
      {"masthead", header},
      {"topbar", header},
      {"hero", header, true},
      {"footer", footer},
      {"bottom", footer, true},
      {"foot", footer, true},
      {"sidebar", sidebar},
      {"aside", sidebar},
      {"rail", sidebar, true},
      {"widget", sidebar},
      {"complement", sidebar},
      {"secondary", sidebar},
      {"infobox", sidebar},
      {"factbox", sidebar},
      {"callout", sidebar},
      {"box", sidebar, true},
      {"caption", caption},
      {"credit", caption},
      {"figure", caption},
      {"image", caption},
      {"img", caption, true},
      {"photo", caption},
      {"picture", caption},
      {"gallery", caption},
      {"bild", caption, true},
      {"legend", caption},
      {"copyright", caption},
      {"author", author},
      {"byline", author},
      {"bio", author, true},
      {"autor", author},
      {"writer", author},
      {"contributor", author},
      {"profile", author},
      {"signature", author},
      {"firma", author, true},
      {"verfasser", author},
      {"date", date, true},
      {"time", date, true},
      {"timestamp", date},
      {"published", date},
      {"pubdate", date},
      {"datum", date},
      {"fecha", date},
      {"dateline", date},
      {"meta", date, true},
      {"info", date, true},
      {"metadata", date},
      {"tag", tag, true},
      {"tags", tag, true},
      {"topic", tag},
      {"keyword", tag},
      {"categor", tag},
      {"taglist", tag},
      {"label", tag, true},
      {"video", media},
      {"player", media},
      {"audio", media},
      {"podcast", media},
      {"embed", media},
      {"iframe", media},
      {"media", media, true},
      {"slideshow", media},
      {"headline", title},
      {"title", title},
      {"kicker", title},
      {"heading", title},
      {"titre", title},
      {"titulo", title},
      {"eyebrow", title},
      {"overline", title},
      {"lead", lead, true},
      {"lede", lead, true},
      {"summary", lead},
      {"intro", lead},
      {"standfirst", lead},
      {"dek", lead, true},
      {"deck", lead, true},
      {"excerpt", lead},
      {"subtitle", lead},
      {"subheadline", lead},
      {"chapo", lead},
      {"teasertext", lead},
      {"abstract", lead},
      {"description", lead},
      {"paywall", wall},
      {"login", wall},
      {"register", wall},
      {"premium", wall},
      {"modal", wall},
      {"popup", wall},
      {"cookie", wall},
      {"consent", wall},
      {"overlay", wall},
      {"gdpr", wall},
      {"list", list, true},
      {"carousel", list},
      {"slider", list},
      {"swiper", list},
      {"card", list},
      {"grid", list, true},
      {"item", list, true},
      {"tile", list, true},
      {"live", live, true},
      {"liveblog", live},
      {"update", live},
      {"ticker", live},
      {"timeline", live},
      {"note", note, true},
      {"disclaimer", note},
      {"correction", note},
      {"source", note},
      {"footnote", note},
      {"toc", note, true},
      {"legal", note},
      {"tool", tool},
      {"print", tool},
      {"button", tool},
      {"btn", tool, true},
      {"action", tool},
      {"rating", tool},
      {"poll", tool, true},
      {"quiz", tool},
      {"search", tool},
      {"form", tool, true},
      {"toggle", tool},
      {"icon", tool},
      {"sr-only", tool},
      {"visually-hidden", tool},
      {"screen-reader", tool},
  });
  std::ranges::sort(names, {}, [](const Name& n) { return pair_of(n.text); });
  return names;
}();

// The first name of every pair of letters that names begin with.
constexpr auto kFirst = [] {
  std::array<std::uint16_t, kPairs + 1> first{};
  std::size_t at = 0;
  for (std::size_t pair = 0; pair < kPairs; ++pair) {
    while (at < kNames.size() && pair_of(kNames[at].text) < pair) ++at;
    first[pair] = static_cast<std::uint16_t>(at);
  }
  first[kPairs] = static_cast<std::uint16_t>(kNames.size());
  return first;
}();

// A longer attribute is generated noise.
constexpr std::size_t kLongest = 1000;

// In lower case, with a hyphen wherever a capital follows a small letter.
std::string spread(std::string_view names) {
  std::string out;
  out.reserve(names.size() + 8);
  bool small = false;  // the letter before was a small one
  for (const char c : names.substr(0, kLongest)) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && small) out.push_back('-');
    out.push_back(capital ? static_cast<char>(c + 32) : c);
    small = is_letter(c);
  }
  return out;
}

}  // namespace

std::uint32_t hints_in(std::string_view names) {
  const std::string text = spread(names);
  std::uint32_t hints = 0;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!is_letter(text[at])) continue;
    const std::string_view rest = std::string_view(text).substr(at);
    const std::size_t pair = pair_of(rest);
    for (std::size_t i = kFirst[pair]; i < kFirst[pair + 1]; ++i) {
      const Name& n = kNames[i];
      if (!rest.starts_with(n.text)) continue;
      const bool word =
          (at == 0 || !is_letter(text[at - 1])) && (rest.size() == n.text.size() || !is_letter(rest[n.text.size()]));
      if (n.whole && !word) continue;
      hints |= 1u << static_cast<unsigned>(n.hint);
    }
  }
  return hints;
}

}  // namespace tellings::articles
