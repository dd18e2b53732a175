#include "cli/report_data.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "cli/version.h"
#include "tellings/pipeline/records.h"
#include "tellings/text/sentences.h"

namespace tellings::cli {
namespace {

using pipeline::Analysis;

// Pairs of articles that one report lists: a story of thousands of copies of
// one text has millions, and a reader reads none of them twice.
constexpr std::size_t kPairs = 20'000;

// The articles that findings rest on.
std::set<ArticleNo> evidenced(const Analysis& run) {
  std::set<ArticleNo> out;
  for (const auto& story : run.findings) {
    for (const Finding& f : story) {
      for (const Value& v : f.values) {
        for (const Evidence& e : v.evidence) out.insert(e.article);
      }
    }
  }
  return out;
}

std::size_t text_of(const Analysis& run) {
  std::size_t n = 0;
  for (const Article& a : run.articles) n += a.text.size();
  return n;
}

// Empties an article of what takes room.
void empty(Analysis* run, std::size_t i) {
  Article& a = run->articles[i];
  a.text.clear();
  a.paragraphs.clear();
  a.dropped.clear();
  run->statements[i].clear();
}

// Names and dates: the page shows them only as parts of findings.
bool is_unshown(const Statement& s) { return std::holds_alternative<Name>(s) || std::holds_alternative<Date>(s); }

// Keeps the pairs that can be read side by side: both texts there, of one
// story; the likeliest copies first where there are still too many.
void drop_pairs(Analysis* run) {
  std::vector<std::size_t> story(run->articles.size());
  for (std::size_t i = 0; i < run->stories.size(); ++i) {
    for (const ArticleNo a : run->stories[i].articles) story[index(a)] = i;
  }
  std::erase_if(run->copies, [&](const Copy& c) {
    const bool there = !run->articles[index(c.a)].text.empty() && !run->articles[index(c.b)].text.empty();
    return !there || story[index(c.a)] != story[index(c.b)];
  });
  if (run->copies.size() <= kPairs) return;
  const auto pair_of = [](const Copy& c) { return std::pair(c.a, c.b); };
  std::ranges::sort(run->copies, [&](const Copy& x, const Copy& y) {
    return x.score != y.score ? x.score > y.score : pair_of(x) < pair_of(y);
  });
  run->copies.resize(kPairs);
  std::ranges::sort(run->copies, {}, pair_of);
}

// A list of records as JSON.
template <typename F>
std::string list(std::size_t n, F record) {
  std::string out = "[";
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) out += ",\n";
    out += record(i);
  }
  return out + "]";
}

std::string spans(std::string_view text) {
  std::string out = "[";
  for (const Span s : text::sentences(text)) {
    if (out.size() > 1) out += ',';
    out += "[" + std::to_string(s.begin) + "," + std::to_string(s.end) + "]";
  }
  return out + "]";
}

// The sentences of articles and of lost originals.
std::string sentences(const Analysis& run) {
  std::vector<std::string> lines;
  lines.reserve(run.articles.size() + run.lineages.size());
  for (const Article& a : run.articles) {
    lines.push_back(R"({"article":)" + pipeline::quoted(a.id) + R"(,"sentences":)" + spans(a.text) + "}");
  }
  for (std::size_t i = 0; i < run.lineages.size(); ++i) {
    for (const Node& n : run.lineages[i].nodes) {
      if (n.article) continue;
      lines.push_back(R"({"story":)" + pipeline::quoted(run.stories[i].id) + R"(,"node":)" + pipeline::quoted(n.id) +
                      R"(,"sentences":)" + spans(n.text) + "}");
    }
  }
  return list(lines.size(), [&](std::size_t i) { return lines[i]; });
}

// A `<` in JSON stands only inside strings, where its escape means the same.
std::string closed(const std::string& json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

Selection select_for_report(const Analysis& run, std::size_t most) {
  Selection out;
  out.run = &run;
  if (text_of(run) <= most && run.copies.size() <= kPairs) return out;

  out.cut = run;
  out.run = &out.cut;
  const std::set<ArticleNo> kept = evidenced(run);
  std::size_t left = text_of(run);
  for (std::size_t i = 0; i < run.articles.size() && left > most; ++i) {
    if (kept.contains(static_cast<ArticleNo>(i)) || run.articles[i].text.empty()) continue;
    left -= run.articles[i].text.size();
    out.left_out.push_back(run.articles[i].id);
    empty(&out.cut, i);
  }
  for (auto& statements : out.cut.statements) std::erase_if(statements, is_unshown);
  drop_pairs(&out.cut);
  return out;
}

std::string report_data(const Selection& selection) {
  const Analysis& run = *selection.run;
  const auto of = [&](std::string (*record)(const Analysis&, std::size_t), std::size_t n) {
    return list(n, [&](std::size_t i) { return record(run, i); });
  };
  std::string out = R"({"version":")" + std::string(kVersion) + "\"";
  out += ",\n\"articles\":" +
         list(run.articles.size(), [&](std::size_t i) { return pipeline::article_record(run.articles[i]); });
  out += ",\n\"copies\":" + of(pipeline::copy_record, run.copies.size());
  out += ",\n\"stories\":" + of(pipeline::story_record, run.stories.size());
  out += ",\n\"lineage\":" + of(pipeline::lineage_record, run.stories.size());
  out += ",\n\"statements\":" + of(pipeline::statements_record, run.articles.size());
  out += ",\n\"findings\":" + of(pipeline::findings_record, run.stories.size());
  out += ",\n\"refused\":" +
         list(run.rejections.size(), [&](std::size_t i) { return pipeline::rejection_record(run.rejections[i]); });
  out += ",\n\"sentences\":" + sentences(run);
  out += ",\n\"left_out\":" +
         list(selection.left_out.size(), [&](std::size_t i) { return pipeline::quoted(selection.left_out[i]); });
  return closed(out) + "}\n";
}

}  // namespace tellings::cli
