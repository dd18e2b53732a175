// Takes markup apart that ought to be XML, and often is not.
//
//   https://www.w3.org/TR/xml/, read as HTML is: anything is some sequence of
//   tokens, and what is no tag is text
//
//   XmlReader reader(feed);
//   while (reader.next())
//     if (reader.kind() == XmlReader::Kind::open && reader.name() == "item") ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tellings::documents {

class XmlReader {
 public:
  // Text and CDATA between tags; tags.  Comments, processing instructions and
  // document types are passed over.
  enum class Kind : std::uint8_t { text, cdata, open, close };

  explicit XmlReader(std::string_view markup) : markup_(markup) {}

  // Goes to the next token; false at the end.
  bool next();

  Kind kind() const { return kind_; }
  // Of text and CDATA what stands there, references and all; of a tag all of
  // it, from < to >.
  std::string_view raw() const { return raw_; }
  std::string_view name() const { return name_; }              // of a tag, with its prefix
  bool is_closed() const { return closed_; }                   // <name/>
  std::string_view attributes() const { return attributes_; }  // as written, behind the name

  // The value of an attribute, references replaced; empty if it is not there.
  std::string attribute(std::string_view name) const;

 private:
  bool take_text(std::size_t end);
  bool take_tag();
  bool pass(std::string_view end);
  bool pass_doctype();

  std::string_view markup_;
  std::size_t at_ = 0;
  Kind kind_ = Kind::text;
  bool closed_ = false;
  std::string_view raw_;
  std::string_view name_;
  std::string_view attributes_;
};

// Calls `see(name, value)` for every attribute, values as written.
template <typename See>
void each_attribute(std::string_view attributes, See see);

// The name without its prefix: "encoded" of "content:encoded".
std::string_view local(std::string_view name);
// Its prefix: "content"; empty if it has none.
std::string_view prefix(std::string_view name);

// Text for a reader out of a string that may hold HTML: no tags, references
// replaced, one space for any.
std::string plain_text(std::string_view html);

template <typename See>
void each_attribute(std::string_view attributes, See see) {
  constexpr std::string_view kSpace = " \t\r\n\f/";
  std::string_view rest = attributes;
  for (;;) {
    const std::size_t begin = rest.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return;
    rest.remove_prefix(begin);
    const std::size_t name_end = rest.find_first_of("= \t\r\n\f/", 1);
    const std::string_view name = rest.substr(0, name_end);
    rest.remove_prefix(name.size());
    const std::size_t equals = rest.find_first_not_of(" \t\r\n\f");
    if (equals == std::string_view::npos || rest[equals] != '=') {
      see(name, std::string_view{});
      continue;
    }
    rest.remove_prefix(equals + 1);
    rest.remove_prefix(rest.find_first_not_of(" \t\r\n\f") == std::string_view::npos
                           ? rest.size()
                           : rest.find_first_not_of(" \t\r\n\f"));
    const bool quoted = !rest.empty() && (rest[0] == '"' || rest[0] == '\'');
    const std::size_t end = quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t\r\n\f");
    const std::string_view value =
        quoted ? rest.substr(1, end == std::string_view::npos ? end : end - 1) : rest.substr(0, end);
    see(name, value);
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace tellings::documents
