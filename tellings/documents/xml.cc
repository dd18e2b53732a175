#include "tellings/documents/xml.h"

#include <algorithm>

#include "tellings/documents/entities.h"

namespace tellings::documents {
namespace {

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool XmlReader::next() {
  while (at_ < markup_.size()) {
    const std::string_view rest = markup_.substr(at_);
    if (rest[0] != '<') {
      return take_text(std::min(rest.find('<'), rest.size()));
    }
    if (rest.starts_with("<![CDATA[")) {
      const std::size_t end = std::min(rest.find("]]>", 9), rest.size());
      kind_ = Kind::cdata;
      raw_ = rest.substr(9, end - 9);
      at_ += std::min(end + 3, rest.size());
      return true;
    }
    if (rest.starts_with("<!--")) {
      if (!pass("-->")) return false;
    } else if (rest.starts_with("<?")) {
      if (!pass(">")) return false;
    } else if (rest.starts_with("<!")) {
      if (!pass_doctype()) return false;
    } else if (rest.size() > 1 &&
               (begins_name(rest[1]) || (rest[1] == '/' && rest.size() > 2 && begins_name(rest[2])))) {
      return take_tag();
    } else {
      return take_text(std::min(rest.find('<', 1), rest.size()));
    }
  }
  return false;
}

bool XmlReader::take_text(std::size_t end) {
  kind_ = Kind::text;
  raw_ = markup_.substr(at_, end);
  at_ += end;
  return true;
}

bool XmlReader::pass(std::string_view end) {
  const std::size_t at = markup_.find(end, at_ + 2);
  at_ = at == std::string_view::npos ? markup_.size() : at + end.size();
  return at_ < markup_.size();
}

// <!DOCTYPE name [ <!ENTITY ...> ]>: with what is declared in it.
bool XmlReader::pass_doctype() {
  const std::string_view head = markup_.substr(at_, std::min(markup_.find('>', at_), markup_.size()) - at_);
  if (head.find('[') != std::string_view::npos) {
    const std::size_t end = markup_.find(']', at_);
    at_ = end == std::string_view::npos ? markup_.size() : end;
  }
  const std::size_t end = markup_.find('>', at_);
  at_ = end == std::string_view::npos ? markup_.size() : end + 1;
  return at_ < markup_.size();
}

// A tag ends at the first > outside of quotes; a quote that is never closed
// does not count, nor one with a < in it, since a tag has begun again there.
bool XmlReader::take_tag() {
  const std::string_view rest = markup_.substr(at_);
  const bool close = rest[1] == '/';
  const std::size_t begin = close ? 2 : 1;
  const std::size_t name_end = std::min(rest.find_first_of(" \t\r\n\f/>", begin), rest.size());
  std::size_t end = name_end;
  while (end < rest.size() && rest[end] != '>') {
    if (rest[end] == '<') break;
    if (rest[end] == '"' || rest[end] == '\'') {
      const std::size_t other = rest.find_first_of(rest[end] == '"' ? "\"<" : "'<", end + 1);
      if (other != std::string_view::npos && rest[other] != '<') end = other;
    }
    ++end;
  }
  kind_ = close ? Kind::close : Kind::open;
  name_ = rest.substr(begin, name_end - begin);
  attributes_ = rest.substr(name_end, std::min(end, rest.size()) - name_end);
  closed_ = attributes_.ends_with('/');
  const bool whole = end < rest.size() && rest[end] == '>';
  raw_ = rest.substr(0, whole ? end + 1 : end);
  at_ += raw_.size();
  return true;
}

std::string XmlReader::attribute(std::string_view name) const {
  std::string found;
  bool any = false;
  each_attribute(attributes_, [&](std::string_view key, std::string_view value) {
    if (any || key != name) return;
    any = true;
    found = unescaped(value);
  });
  return found;
}

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

std::string plain_text(std::string_view html) {
  std::string words;
  for (XmlReader reader(html); reader.next();) {
    switch (reader.kind()) {
      case XmlReader::Kind::text: words += unescaped(reader.raw()); break;
      case XmlReader::Kind::cdata: words += reader.raw(); break;
      default: words += reader.name() == "br" || reader.name() == "p" ? " " : "";
    }
  }
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace tellings::documents
