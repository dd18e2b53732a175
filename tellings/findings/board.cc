#include "tellings/findings/board.h"

#include <algorithm>
#include <cmath>

#include "tellings/text/sentences.h"

namespace tellings::findings {
namespace {

// Below this many sentences, sentence frequency is too coarse to tell a rare
// word: two short briefs would agree on nothing.
constexpr double kLeastSentences = 60;

// A word that opens its sentence is a name if it is written as one elsewhere.
void find_names_by_use(Board* board) {
  std::unordered_map<std::uint64_t, std::pair<std::size_t, std::size_t>> upper_of_all;
  const auto each = [&](const auto& work) {
    for (Telling& t : board->tellings) {
      for (Sentence& s : t.sentences) {
        for (Term& term : s.terms) work(t, term);
      }
    }
  };
  each([&](const Telling&, const Term& term) {
    auto& [upper, all] = upper_of_all[term.id];
    upper += term.kind == TermKind::name;
    all += term.place > 1;
  });
  each([&](const Telling& t, Term& term) {
    const char first = t.text[term.span.begin];
    const auto& [upper, all] = upper_of_all[term.id];
    if (term.kind == TermKind::plain && first >= 'A' && first <= 'Z' && 2 * upper > all) term.kind = TermKind::name;
  });
}

// What a sentence of an article counts: the copies of one text are one voice,
// or what everybody copied would look as common as the town's name.
double voice_of(const Board& board, ArticleNo article) {
  for (const auto& group : board.witnesses.groups()) {
    if (std::ranges::binary_search(group, article)) return 1 / static_cast<double>(group.size());
  }
  return 1;
}

void weigh(Board* board) {
  std::unordered_map<std::uint64_t, double> in_sentences;
  double sentences = 0;
  std::vector<std::uint64_t> ids;
  for (const Telling& t : board->tellings) {
    const double voice = voice_of(*board, t.article);
    for (const Sentence& s : t.sentences) {
      sentences += voice;
      ids.clear();
      for (const Term& term : s.terms) ids.push_back(term.id);
      std::ranges::sort(ids);
      const auto repeated = std::ranges::unique(ids);
      ids.erase(repeated.begin(), repeated.end());
      for (const std::uint64_t id : ids) in_sentences[id] += voice;
    }
  }
  const double all = std::max(sentences, kLeastSentences) + 1;
  for (const auto& [id, count] : in_sentences) board->weights[id] = std::log(all / std::max(count, 1.0));
}

}  // namespace

double Board::weight(std::uint64_t term) const {
  const auto found = weights.find(term);
  return found == weights.end() ? 0 : found->second;
}

std::uint32_t Board::sentence_at(TellingNo telling, std::uint32_t offset) const {
  const auto& sentences = tellings[telling].sentences;
  const auto after = std::ranges::upper_bound(sentences, offset, {}, [](const Sentence& s) { return s.span.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

Board read_board(const Run& run, const Story& story, const Lineage& lineage) {
  Board board{Witnesses(story, lineage), {}, {}};
  TermReader reader;
  for (const ArticleNo a : story.articles) {
    const Article& article = run.articles[index(a)];
    std::span<const Statement> statements;
    if (index(a) < run.statements.size()) statements = run.statements[index(a)];
    reader.learn_names(article.text, statements);
    board.tellings.push_back({a, article.text, article.published, statements, {}});
  }
  for (Telling& t : board.tellings) {
    for (const Span s : text::sentences(t.text)) t.sentences.push_back({s, reader.terms(t.text, s)});
  }
  find_names_by_use(&board);
  weigh(&board);
  return board;
}

std::vector<TellingNo> faces(const Board& board, std::size_t most) {
  std::vector<TellingNo> out;
  const auto size = [&](TellingNo t) { return board.tellings[t].text.size(); };
  const auto telling_of = [&](ArticleNo a) {
    const auto at = std::ranges::lower_bound(board.tellings, a, {}, &Telling::article);
    return static_cast<TellingNo>(at - board.tellings.begin());
  };
  for (const auto& group : board.witnesses.groups()) {
    if (group.empty()) continue;
    TellingNo best = telling_of(group.front());
    for (const ArticleNo a : group) {
      const TellingNo t = telling_of(a);
      if (size(t) > size(best)) best = t;
    }
    if (std::ranges::find(out, best) == out.end()) out.push_back(best);
  }
  std::ranges::sort(out, [&](TellingNo a, TellingNo b) { return size(a) != size(b) ? size(a) > size(b) : a < b; });
  if (out.size() > most) out.resize(most);
  std::ranges::sort(out);
  return out;
}

std::vector<ArticleNo> articles_of(std::span<const Evidence> evidence) {
  std::vector<ArticleNo> out;
  for (const Evidence& e : evidence) out.push_back(e.article);
  std::ranges::sort(out);
  const auto repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

std::string told_by(int witnesses, std::size_t articles) {
  const auto count = [](std::size_t n, std::string_view one) {
    return std::to_string(n) + " " + std::string(one) + (n == 1 ? "" : "s");
  };
  return "told by " + count(static_cast<std::size_t>(witnesses), "account") + " in " + count(articles, "article");
}

}  // namespace tellings::findings
