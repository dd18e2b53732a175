#include "tellings/pipeline/records.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "tellings/pipeline/names.h"

namespace tellings::pipeline {
namespace {

using Json = nlohmann::ordered_json;

// --- values ------------------------------------------------------------------------------

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json(Span span) { return Json::array({span.begin, span.end}); }

Json share(double x) { return rounded_share(x); }

Json number(double x) {
  if (x == std::floor(x) && std::abs(x) < 1e15) return static_cast<std::int64_t>(x);
  return x;
}

template <typename T, typename F>
Json or_null(const std::optional<T>& value, F as) {
  return value ? Json(as(*value)) : Json();
}

Json id(const Analysis& run, ArticleNo article) { return run.articles[index(article)].id; }

Json ids(const Analysis& run, const std::vector<ArticleNo>& articles) {
  Json out = Json::array();
  for (const ArticleNo a : articles) out.push_back(id(run, a));
  return out;
}

Json range(const Range& r) { return {{"low", r.low}, {"best", r.best}, {"high", r.high}}; }

Json counts(const Counts& c) {
  return {{"articles", c.articles},
          {"outlets", c.outlets ? Json(*c.outlets) : Json()},
          {"texts", c.texts},
          {"witnesses", range(c.witnesses)}};
}

Json speaker(const Speaker& s) { return {{"begin", s.span.begin}, {"end", s.span.end}, {"name", s.name}}; }

Json statement(const Figure& f) {
  Json speakers = Json::array();
  for (const Speaker& s : f.speakers) speakers.push_back(speaker(s));
  const char* change = f.change == Change::up ? "up" : f.change == Change::down ? "down" : nullptr;
  return {{"kind", "figure"},
          {"begin", f.span.begin},
          {"end", f.span.end},
          {"low", or_null(f.low, number)},
          {"high", or_null(f.high, number)},
          {"approximate", f.approximate},
          {"unit", text_or_null(f.unit)},
          {"noun", text_or_null(f.noun)},
          {"role", text_or_null(f.role)},
          {"change", change ? Json(change) : Json()},
          {"scope", text_or_null(f.scope)},
          {"as_of", text_or_null(f.as_of)},
          {"sentence", json(f.sentence)},
          {"speaker", speakers}};
}

Json statement(const Quotation& q) {
  return {{"kind", "quotation"},
          {"begin", q.span.begin},
          {"end", q.span.end},
          {"direct", q.direct},
          {"speaker", or_null(q.speaker, speaker)},
          {"cue", q.cue ? Json{{"begin", q.cue->begin}, {"end", q.cue->end}} : Json()},
          {"sentence", json(q.sentence)}};
}

Json statement(const Name& n) {
  return {{"kind", "name"},
          {"begin", n.span.begin},
          {"end", n.span.end},
          {"type", name(n.type)},
          {"entity", "e" + std::to_string(n.entity)}};
}

Json statement(const Date& d) {
  return {{"kind", "date"}, {"begin", d.span.begin}, {"end", d.span.end}, {"value", d.value}};
}

Json statement(const Correction& c) {
  return {{"kind", "correction"},
          {"begin", c.span.begin},
          {"end", c.span.end},
          {"subject", text_or_null(c.subject)},
          {"from", text_or_null(c.from)},
          {"to", text_or_null(c.to)},
          {"by", text_or_null(c.by)}};
}

Json value(const Analysis& run, const Value& v) {
  Json evidence = Json::array();
  for (const Evidence& e : v.evidence) {
    evidence.push_back({{"article", id(run, e.article)}, {"begin", e.span.begin}, {"end", e.span.end}});
  }
  return {{"value", v.value},
          {"low", or_null(v.low, number)},
          {"high", or_null(v.high, number)},
          {"articles", ids(run, v.articles)},
          {"witnesses", v.witnesses},
          {"evidence", evidence},
          {"speakers", v.speakers}};
}

Json finding(const Analysis& run, const Finding& f) {
  Json values = Json::array();
  for (const Value& v : f.values) values.push_back(value(run, v));
  Json out{{"kind", name(f.kind)},
           {"about", f.about},
           {"values", values},
           {"confidence", share(f.confidence)},
           {"why", f.why}};
  if (!f.role.empty()) out["role"] = f.role;
  if (!f.noun.empty()) out["noun"] = f.noun;
  if (!f.unit.empty()) out["unit"] = f.unit;
  if (f.kind == FindingKind::correction) {
    out["article"] = f.article ? id(run, *f.article) : Json();
    out["from"] = text_or_null(f.from);
    out["to"] = text_or_null(f.to);
    out["by"] = text_or_null(f.by);
  }
  return out;
}

Json node(const Analysis& run, const Node& n) {
  if (n.article) return {{"id", id(run, *n.article)}, {"lost", false}};
  Json support = Json::array();
  for (const Support& s : n.support) support.push_back({{"span", json(s.span)}, {"articles", ids(run, s.articles)}});
  return {{"id", n.id}, {"lost", true}, {"credit", text_or_null(n.credit)}, {"text", n.text}, {"support", support}};
}

Json node_id(const Analysis& run, const Lineage& lineage, NodeNo no) {
  const Node& n = lineage.nodes[index(no)];
  return n.article ? id(run, *n.article) : Json(n.id);
}

}  // namespace

std::string copy_record(const Analysis& run, std::size_t i) {
  const Copy& c = run.copies[i];
  Json passages = Json::array();
  for (const Passage& p : c.passages) {
    passages.push_back({{"a", json(p.a)}, {"b", json(p.b)}, {"kind", name(p.kind)}});
  }
  return Json{{"a", id(run, c.a)},
              {"b", id(run, c.b)},
              {"kind", name(c.kind)},
              {"score", share(c.score)},
              {"covered_a", share(c.covered_a)},
              {"covered_b", share(c.covered_b)},
              {"copy", c.copy ? id(run, *c.copy == Side::a ? c.a : c.b) : Json()},
              {"direction_confidence", or_null(c.direction_confidence, share)},
              {"why", c.why},
              {"passages", passages}}
      .dump();
}

std::string story_record(const Analysis& run, std::size_t i) {
  const Story& s = run.stories[i];
  Json out{{"story", s.id},
           {"title", text_or_null(s.title)},
           {"first", text_or_null(s.first)},
           {"last", text_or_null(s.last)},
           {"articles", ids(run, s.articles)},
           {"keywords", s.keywords}};
  if (!run.memberships.empty()) {
    Json why = Json::array();
    for (const Membership& m : run.memberships[i]) {
      why.push_back({{"article", id(run, m.article)},
                     {"nearest", m.nearest ? id(run, *m.nearest) : Json()},
                     {"likeness", m.nearest ? Json(share(m.likeness)) : Json()},
                     {"days_apart", m.days_apart ? Json(*m.days_apart) : Json()},
                     {"names", m.names},
                     {"figures", m.figures},
                     {"dates", m.dates},
                     {"words", m.words}});
    }
    out["why"] = std::move(why);
  }
  return out.dump();
}

std::string lineage_record(const Analysis& run, std::size_t i) {
  const Lineage& l = run.lineages[i];
  Json nodes = Json::array();
  for (const Node& n : l.nodes) nodes.push_back(node(run, n));
  Json edges = Json::array();
  for (const Edge& e : l.edges) {
    edges.push_back({{"from", node_id(run, l, e.from)},
                     {"to", node_id(run, l, e.to)},
                     {"kind", name(e.kind)},
                     {"confidence", share(e.confidence)},
                     {"why", e.why}});
  }
  Json witnesses = Json::array();
  for (const auto& group : l.witnesses) witnesses.push_back(ids(run, group));
  return Json{{"story", run.stories[i].id},
              {"counts", counts(l.counts)},
              {"nodes", nodes},
              {"edges", edges},
              {"witnesses", witnesses}}
      .dump();
}

std::string statements_record(const Analysis& run, std::size_t i) {
  Json list = Json::array();
  for (const Statement& s : run.statements[i])
    list.push_back(std::visit([](const auto& x) { return statement(x); }, s));
  return Json{{"article", run.articles[i].id}, {"statements", list}}.dump();
}

std::string findings_record(const Analysis& run, std::size_t i) {
  Json list = Json::array();
  for (const Finding& f : run.findings[i]) list.push_back(finding(run, f));
  return Json{{"story", run.stories[i].id}, {"counts", counts(run.lineages[i].counts)}, {"findings", list}}.dump();
}

std::string told_record(std::string_view article, std::string_view story) {
  return Json{{"article", article}, {"story", story}}.dump();
}

std::string merge_record(std::string_view from, std::string_view into) {
  return Json{{"merged", from}, {"into", into}}.dump();
}

std::string rejection_record(const Rejection& r) {
  return Json{{"source", r.source},
              {"offset", r.offset ? Json(*r.offset) : Json()},
              {"code", tellings::name(r.why.code)},
              {"detail", r.why.detail}}
      .dump();
}

}  // namespace tellings::pipeline
