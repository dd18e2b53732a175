#include "cli/report_plain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/report_page.h"
#include "cli/summary.h"
#include "tellings/text/sentences.h"

namespace tellings::cli {
namespace {

using pipeline::Analysis;

// After this many bytes no further story begins: the data holds them all.
constexpr std::size_t kPlainBytes = 1'000'000;

constexpr std::array kHeadings = {
    std::pair{FindingKind::agreement, "What independent accounts agree on"},
    std::pair{FindingKind::difference, "Where they differ"},
    std::pair{FindingKind::update, "Overtaken by a later telling"},
    std::pair{FindingKind::correction, "Corrected"},
    std::pair{FindingKind::quotation, "The same words, as each telling has them"},
    std::pair{FindingKind::alone, "Told by one account only"},
};

std::string link(const Analysis& run, ArticleNo a) {
  return fmt::format(R"(<a href="#plain-{}">{}</a>)", index(a), escape_html(run.articles[index(a)].id));
}

std::string links(const Analysis& run, const std::vector<ArticleNo>& articles) {
  std::string out;
  for (const ArticleNo a : articles) out += (out.empty() ? "" : " ") + link(run, a);
  return out;
}

// The sentence around a piece of evidence, the evidence in it bold.
std::string quoted(const Article& article, const std::vector<Span>& sentences, Span at) {
  const auto s = std::ranges::find_if(sentences, [&](Span x) { return x.end > at.begin; });
  if (s == sentences.end() || at.end > article.text.size()) return "";
  const std::uint32_t begin = std::min(s->begin, at.begin);
  const std::uint32_t end = std::max(s->end, at.end);
  // Lighting the whole sentence would say nothing.
  if (at.begin <= begin && at.end + 1 >= end) {
    return fmt::format(R"(<blockquote class="q" dir="auto">{}</blockquote>)",
                       escape_html(slice(article.text, {begin, end})));
  }
  const auto part = [&](std::uint32_t b, std::uint32_t e) { return escape_html(slice(article.text, {b, e})); };
  return fmt::format(R"(<blockquote class="q" dir="auto">{}<b>{}</b>{}</blockquote>)", part(begin, at.begin),
                     part(at.begin, at.end), part(at.end, end));
}

class Plain {
 public:
  explicit Plain(const Analysis& run) : run_(run) {
    for (const Article& a : run.articles) sentences_.push_back(text::sentences(a.text));
  }

  std::string page() const {
    std::string out = "<main class=\"page plain\"><p class=\"note\">This page draws more with JavaScript.</p>\n";
    std::vector<std::size_t> order;
    order.reserve(run_.stories.size());
    for (std::size_t i = 0; i < run_.stories.size(); ++i) order.push_back(i);
    std::ranges::sort(order, [&](std::size_t x, std::size_t y) {
      const std::size_t n = run_.stories[x].articles.size();
      const std::size_t m = run_.stories[y].articles.size();
      return n != m ? n > m : x < y;
    });
    for (const std::size_t i : order) {
      if (out.size() > kPlainBytes) {
        out += "<p class=\"note\">More events are in the data.</p>\n";
        break;
      }
      out += story(i);
    }
    return out + refusals() + "</main>\n";
  }

 private:
  std::string story(std::size_t i) const {
    const Story& s = run_.stories[i];
    std::string out = fmt::format("<h1 dir=\"auto\">{}</h1><p class=\"counts\">{}</p>\n", escape_html(s.title),
                                  escape_html(counts_sentence(run_.lineages[i].counts)));
    for (const auto& [kind, heading] : kHeadings) out += findings(i, kind, heading);
    out += lineage(run_.lineages[i]) + "<h2>The articles</h2>\n";
    for (const ArticleNo a : s.articles) out += article(a);
    return out;
  }

  std::string findings(std::size_t i, FindingKind kind, std::string_view heading) const {
    std::string out;
    for (const Finding& f : run_.findings[i]) {
      if (f.kind != kind) continue;
      out += fmt::format(R"(<li><b dir="auto">{}</b><ul>)", escape_html(f.about));
      for (const Value& v : f.values) out += value(v);
      out += "</ul></li>\n";
    }
    return out.empty() ? "" : fmt::format("<h2>{}</h2><ul>\n{}</ul>\n", heading, out);
  }

  std::string value(const Value& v) const {
    std::string out = fmt::format(R"(<li><span dir="auto">{}</span> <span class="src">{}</span>)", escape_html(v.value),
                                  links(run_, v.articles));
    if (!v.evidence.empty()) {
      const Evidence& e = v.evidence.front();
      out += quoted(run_.articles[index(e.article)], sentences_[index(e.article)], e.span);
    }
    return out + "</li>";
  }

  std::string node(const Lineage& l, NodeNo no) const {
    const Node& n = l.nodes[index(no)];
    if (n.article) return link(run_, *n.article);
    return n.credit.empty() ? "a lost text" : "a lost text of " + escape_html(n.credit);
  }

  std::string lineage(const Lineage& l) const {
    std::string out;
    for (const Edge& e : l.edges) {
      out += fmt::format("<li>{} was made from {}", node(l, e.to), node(l, e.from));
      for (const std::string& w : e.why) out += "; " + escape_html(w);
      out += "</li>\n";
    }
    std::string groups;
    for (const auto& w : l.witnesses) groups += fmt::format("<li>{}</li>", links(run_, w));
    return fmt::format("<h2>Who copied whom</h2><ul>\n{}</ul><p>The accounts, each with its articles:</p><ol>{}</ol>\n",
                       out, groups);
  }

  std::string article(ArticleNo no) const {
    const Article& a = run_.articles[index(no)];
    std::string out =
        fmt::format("<h3 id=\"plain-{}\" dir=\"auto\">{} {}</h3><p class=\"src\">{} {}</p>\n", index(no),
                    escape_html(a.id), escape_html(a.title), escape_html(a.outlet), escape_html(a.published));
    for (const Span p : a.paragraphs) out += fmt::format("<p dir=\"auto\">{}</p>\n", escape_html(slice(a.text, p)));
    return out;
  }

  std::string refusals() const {
    std::string out;
    for (const Rejection& r : run_.rejections) {
      out += fmt::format("<li>{}: {}</li>\n", escape_html(r.source), escape_html(r.why.detail));
    }
    return out.empty() ? "" : "<h2>What could not be read</h2><ul>\n" + out + "</ul>\n";
  }

  const Analysis& run_;
  std::vector<std::vector<Span>> sentences_;  // of every article
};

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string report_plain(const Analysis& run) { return Plain(run).page(); }

}  // namespace tellings::cli
