// Builds a run of invented articles for the tests of this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tellings/findings/board.h"
#include "tellings/findings/findings.h"
#include "tellings/text/sentences.h"

namespace tellings::findings {

// Articles with statements that are found by their words, one story, and a
// lineage in which every article is an account of its own until copy() is
// called.
class StoryForTest {
 public:
  ArticleNo tell(std::string text, std::string published = {}) {
    const auto no = static_cast<ArticleNo>(articles_.size());
    Article a;
    a.id = "a" + std::to_string(articles_.size());
    a.published = std::move(published);
    a.text = std::move(text);
    a.paragraphs = {{0, static_cast<std::uint32_t>(a.text.size())}};
    articles_.push_back(std::move(a));
    statements_.emplace_back();
    story_.articles.push_back(no);
    lineage_.witnesses.push_back({no});
    return no;
  }

  // Makes `copy` one account with `original`.
  void copy(ArticleNo original, ArticleNo copy) {
    std::erase(lineage_.witnesses, std::vector{copy});
    for (auto& group : lineage_.witnesses) {
      if (group.front() == original) group.push_back(copy);
    }
  }

  Span find(ArticleNo a, std::string_view words) const {
    const auto at = articles_[index(a)].text.find(words);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  Span sentence(ArticleNo a, Span inside) const {
    for (const Span s : text::sentences(articles_[index(a)].text)) {
      if (s.contains(inside)) return s;
    }
    return inside;
  }

  Figure& figure(ArticleNo a, std::string_view words, double value, std::string noun, std::string role = {},
                 std::string unit = "person") {
    Figure f;
    f.span = find(a, words);
    f.low = f.high = value;
    f.noun = std::move(noun);
    f.role = std::move(role);
    f.unit = std::move(unit);
    f.sentence = sentence(a, f.span);
    return std::get<Figure>(statements_[index(a)].emplace_back(std::move(f)));
  }

  Figure& age(ArticleNo a, std::string_view words, double value, std::string person) {
    Figure& f = figure(a, words, value, {}, "age", "year");
    f.scope = std::move(person);
    return f;
  }

  void quotation(ArticleNo a, std::string_view words, std::string speaker) {
    Quotation q;
    q.span = find(a, words);
    if (!speaker.empty()) q.speaker = Speaker{{}, std::move(speaker)};
    q.sentence = sentence(a, q.span);
    statements_[index(a)].emplace_back(std::move(q));
  }

  void date(ArticleNo a, std::string_view words, std::string value) {
    const Span span = find(a, words);
    statements_[index(a)].emplace_back(Date{span, std::move(value), sentence(a, span)});
  }

  void correction(ArticleNo a, std::string_view words, std::string subject, std::string from, std::string to,
                  std::string by) {
    statements_[index(a)].emplace_back(
        Correction{find(a, words), std::move(subject), std::move(from), std::move(to), std::move(by)});
  }

  Run run() const { return {articles_, statements_, {}}; }
  Board board() const { return read_board(run(), story_, lineage_); }
  std::vector<Finding> findings() const { return align(run(), story_, lineage_); }
  std::string_view words(const Evidence& e) const { return slice(articles_[index(e.article)].text, e.span); }

 private:
  std::vector<Article> articles_;
  std::vector<std::vector<Statement>> statements_;
  Story story_;
  Lineage lineage_;
};

// The findings of one kind.
inline std::vector<Finding> of_kind(const std::vector<Finding>& findings, FindingKind kind) {
  std::vector<Finding> out;
  for (const Finding& f : findings) {
    if (f.kind == kind) out.push_back(f);
  }
  return out;
}

}  // namespace tellings::findings
