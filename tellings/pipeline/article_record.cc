// The record of an article, written at once: archives have millions, and their
// text is nearly all of it, so no tree of JSON values is made first.
#include <fmt/format.h>

#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "tellings/pipeline/names.h"
#include "tellings/pipeline/records.h"

namespace tellings::pipeline {
namespace {

// What stands for an ASCII character in a JSON string (RFC 8259, section 7);
// empty: itself.
std::string escape_of(unsigned char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return c < 0x20 ? fmt::format("\\u{:04x}", c) : std::string();
  }
}

void append_quoted(std::string_view text, std::string* out) {
  static const auto escapes = [] {
    std::array<std::string, 256> list;
    for (unsigned c = 0; c < list.size(); ++c) list[c] = escape_of(static_cast<unsigned char>(c));
    return list;
  }();
  *out += '"';
  std::size_t plain = 0;  // where what has not been appended begins
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string& escape = escapes[static_cast<unsigned char>(text[at])];
    if (escape.empty()) continue;
    out->append(text, plain, at - plain).append(escape);
    plain = at + 1;
  }
  out->append(text, plain).append("\"");
}

// An object, field by field.
class Writer {
 public:
  void text(std::string_view key, std::string_view value) {
    begin(key);
    append_quoted(value, &out_);
  }
  void text_or_null(std::string_view key, std::string_view value) {
    begin(key);
    value.empty() ? void(out_ += "null") : append_quoted(value, &out_);
  }
  template <typename T>
  void number_or_null(std::string_view key, const std::optional<T>& value) {
    begin(key);
    out_ += value ? nlohmann::json(*value).dump() : "null";
  }
  template <typename T, typename F>
  void list(std::string_view key, const std::vector<T>& values, const F& append) {
    begin(key);
    out_ += '[';
    for (const T& value : values) {
      if (&value != &values.front()) out_ += ',';
      append(value, &out_);
    }
    out_ += ']';
  }
  std::string take() && { return std::move(out_) + "}"; }

 private:
  void begin(std::string_view key) {
    out_ += out_.empty() ? "{\"" : ",\"";
    out_.append(key).append("\":");
  }

  std::string out_;
};

void append_text(const std::string& text, std::string* out) { append_quoted(text, out); }

void append_span(Span span, std::string* out) {
  fmt::format_to(std::back_inserter(*out), "[{},{}]", span.begin, span.end);
}

void append_span_or_null(Span span, std::string* out) { span.empty() ? void(*out += "null") : append_span(span, out); }

void append_dropped(const Dropped& dropped, std::string* out) {
  *out += "{\"text\":";
  append_quoted(dropped.text, out);
  out->append(",\"why\":\"").append(name(dropped.why)).append("\"}");
}

}  // namespace

std::string article_record(const Article& a) {
  Writer out;
  out.text("id", a.id);
  out.text("source", a.source);
  out.number_or_null("source_offset", a.source_offset);
  out.number_or_null("part", std::optional(a.part));
  out.text_or_null("url", a.url);
  out.text_or_null("outlet", a.outlet);
  out.text_or_null("title", a.title);
  out.list("authors", a.authors, append_text);
  out.list("credits", a.credits, append_text);
  out.text_or_null("published", a.published);
  out.text_or_null("modified", a.modified);
  out.text_or_null("language", a.language);
  out.text("text", a.text);
  out.list("paragraphs", a.paragraphs, append_span);
  out.list("source_spans", a.source_spans, append_span_or_null);
  out.list("dropped", a.dropped, append_dropped);
  out.number_or_null("quality", a.quality ? std::optional(rounded_share(*a.quality)) : std::nullopt);
  return std::move(out).take();
}

std::string quoted(std::string_view text) {
  std::string out;
  append_quoted(text, &out);
  return out;
}

}  // namespace tellings::pipeline
