#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run.h"
#include "tellings/pipeline/names.h"
#include "tellings/pipeline/records.h"

namespace tellings::cli {
namespace {

std::string number(double x) { return fmt::format("{}", x); }

std::string bounds(const Figure& f) {
  if (f.low && f.high && *f.low == *f.high) return (f.approximate ? "about " : "") + number(*f.low);
  if (f.low && f.high) return number(*f.low) + " to " + number(*f.high);
  if (f.low) return number(*f.low) + " or more";
  if (f.high) return number(*f.high) + " or fewer";
  return "?";
}

std::string speakers(const std::vector<Speaker>& chain) {
  std::string out;
  for (const Speaker& s : chain) out += (out.empty() ? "says " : ", to ") + s.name;
  return out;
}

// What a statement says, in the columns kind, words, reading.
struct Row {
  std::string_view text;

  std::vector<std::string> row(const char* kind, Span span, const std::string& reading) const {
    return {kind, one_line(slice(text, span)), one_line(reading)};
  }
  std::vector<std::string> operator()(const Figure& f) const {
    std::string reading = bounds(f);
    for (const std::string& part : {f.noun, f.role, f.as_of.empty() ? "" : "as of " + f.as_of, speakers(f.speakers)}) {
      if (!part.empty()) reading += ", " + part;
    }
    return row("figure", f.span, reading);
  }
  std::vector<std::string> operator()(const Quotation& q) const {
    return row(q.direct ? "quotation" : "reported", q.span,
               q.speaker ? "says " + q.speaker->name : "speaker not known");
  }
  std::vector<std::string> operator()(const Name& n) const {
    return row("name", n.span, fmt::format("{}, e{}", pipeline::name(n.type), n.entity));
  }
  std::vector<std::string> operator()(const Date& d) const { return row("date", d.span, d.value); }
  std::vector<std::string> operator()(const Correction& c) const {
    return row("correction", c.span,
               fmt::format("{}: {} → {}{}", c.subject, c.from, c.to, c.by.empty() ? "" : ", by " + c.by));
  }
};

std::string page(const Analysis& run, std::size_t count, const Look& look) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const Article& a = run.articles[i];
    std::vector<std::vector<std::string>> rows;
    for (const Statement& s : run.statements[i]) {
      rows.push_back(std::visit(Row{a.text}, s));
      rows.back()[1] = cut_to(rows.back()[1], 60);
    }
    out += fmt::format("{}{}  {}\n", i ? "\n" : "", look.bold(one_line(a.id)), one_line(a.title));
    out += rows.empty() ? "no statements\n" : table(look, {"KIND", "WORDS", "READ AS"}, rows);
  }
  return out.empty() ? "no articles\n" : out;
}

int run(const Args& args) {
  return run_stage(args, Stage::statements,
                   {[](const Analysis& r) { return r.articles.size(); }, pipeline::statements_record, page}, true);
}

}  // namespace

const Command statements_command = {"statements",
                                    "which figures, quotations, names, dates and corrections each article makes",
                                    "INPUT...",
                                    R"(  tellings statements report.txt              # what it says, on whose word
  tellings statements --json news.jsonl | jq '.statements[] | select(.kind == "figure")'
)",
                                    R"(Lists what each article states: figures as ranges with what is counted, direct
and reported quotations with their speakers, names (one entity for all spellings
of a name), dates, and corrections. Everything points at its words.
)",
                                    {},
                                    run};

}  // namespace tellings::cli
