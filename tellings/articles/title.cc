#include "tellings/articles/title.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "tellings/articles/hints.h"
#include "tellings/articles/host.h"
#include "tellings/articles/plain.h"
#include "tellings/articles/shape.h"

namespace tellings::articles {
namespace {

constexpr auto kSigns = std::to_array<std::string_view>(
    {" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", " / ", " « ", " ‹ ", " < ", "｜", " ｜ ", "：", " : "});

std::string_view meta(const Page& page, std::string_view name) {
  for (const auto& [key, content] : page.metas)
    if (key == name) return content;
  return {};
}

// Letters and digits only, lower case: "The Daily Bell" ~ "thedailybell.com".
std::string squeeze(std::string_view text) {
  std::string out;
  for (const char c : lower(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out.push_back(c);
  return out;
}

bool names_site(std::string_view part, std::string_view outlet, std::string_view url) {
  const std::string p = squeeze(part), o = squeeze(outlet), h = squeeze(host_of(url));
  if (p.size() < 2) return false;
  if (!o.empty() &&
      (p == o || (p.size() > 4 && o.find(p) != std::string::npos) || (o.size() > 4 && p.find(o) != std::string::npos)))
    return true;
  return !h.empty() && (h.starts_with(p) || (p.size() > 4 && h.find(p) != std::string::npos) || p == h);
}

struct Candidate {
  std::string text;
  double weight;
};

// The h1 that is the article's: not the logo in the page's header, rather one
// that others agree with.
std::string best_h1(const Page& page, std::string_view other) {
  std::vector<std::uint32_t> wanted;
  shape_of(other, &wanted);
  std::string best;
  double best_score = -1;
  for (const Mark& m : page.marks) {
    if (m.kind != Mark::Kind::h1 || m.text.empty()) continue;
    std::vector<std::uint32_t> terms;
    const Shape shape = shape_of(m.text, &terms);
    double hits = 0;
    for (const std::uint32_t t : terms) hits += std::ranges::find(wanted, t) != wanted.end();
    const double score =
        (terms.empty() ? 0 : hits / static_cast<double>(terms.size())) + 0.1 * std::min(shape.words, 8) / 8;
    if (score > best_score) {
      best_score = score;
      best = m.text;
    }
  }
  return best;
}

// What speaks for a title.  Log odds of being right, learned from pages whose
// headline is known (docs/algorithms/articles.md): <title> and what is written
// for Twitter speak against it, since they are worded for search and sharing.
double votes_for(std::string_view title, const std::vector<Candidate>& all) {
  constexpr double kShort = -1.44;   // one or two words: a section, the site
  constexpr double kLonger = -0.44;  // another one, and more behind it
  const std::uint64_t hash = letters_hash(title);
  const std::string low = lower(title);
  double score = shape_of(title).words < 3 ? kShort : 0;
  bool longer = false;
  for (const Candidate& c : all) {
    if (letters_hash(c.text) == hash)
      score += c.weight;
    else
      longer = longer || low.starts_with(lower(c.text) + " ");
  }
  return longer ? score + kLonger : score;
}

// A headline in microdata or RDFa, where there is only one: lists of others
// name theirs too.
std::string property_headline(const Page& page) {
  std::string found;
  for (const Mark& m : page.marks) {
    if (m.kind != Mark::Kind::property || m.name != "headline") continue;
    const std::string& said = m.value.empty() ? m.text : m.value;
    if (!found.empty() && said != found) return {};
    found = said;
  }
  return found;
}

}  // namespace

std::string cut_site(std::string_view title, std::string_view outlet, std::string_view url) {
  std::string_view kept = title;
  for (int round = 0; round < 3; ++round) {
    std::string_view shorter = kept;
    for (const std::string_view sign : kSigns) {
      const std::size_t last = kept.rfind(sign);
      if (last != std::string_view::npos && last > 0 && names_site(kept.substr(last + sign.size()), outlet, url))
        shorter = kept.substr(0, last);
      const std::size_t first = kept.find(sign);
      if (shorter == kept && first != std::string_view::npos && first + sign.size() < kept.size() &&
          first * 3 < kept.size() && names_site(kept.substr(0, first), outlet, url))
        shorter = kept.substr(first + sign.size());
    }
    if (shorter == kept) break;
    kept = shorter;
  }
  return tidy(kept);
}

std::string choose_title(const Page& page, const LinkedData& said, std::string_view outlet) {
  const std::string_view url = !page.canonical.empty() ? std::string_view(page.canonical) : meta(page, "og:url");
  const std::string og = cut_site(plain(meta(page, "og:title")), outlet, url);
  const std::string head = cut_site(page.title, outlet, url);
  const std::string h1 = best_h1(page, !said.headline.empty() ? said.headline : !og.empty() ? og : head);
  std::vector<Candidate> all;
  const auto add = [&](std::string text, double weight) {
    if (!text.empty() && shape_of(text).letters > 0) all.push_back({std::move(text), weight});
  };
  add(said.has_article ? cut_site(said.headline, outlet, url) : std::string(), 1.0);
  add(cut_site(h1, outlet, url), 1.5);
  add(og, 1.1);
  add(cut_site(property_headline(page), outlet, url), 0.6);
  add(cut_site(plain(meta(page, "dc.title")), outlet, url), 0.3);
  add(cut_site(plain(meta(page, "twitter:title")), outlet, url), -0.36);
  add(head, -0.5);
  std::optional<double> best;
  std::string title;
  for (const Candidate& c : all) {
    const double score = votes_for(c.text, all);
    if (best && score <= *best) continue;
    best = score;
    title = c.text;
  }
  return title;
}

}  // namespace tellings::articles
