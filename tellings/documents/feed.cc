// One pass over the tags.  What an element is called depends on its namespace,
// so names are made canonical first: `dc:creator` whatever prefix the feed has
// for Dublin Core, `title` for RSS and Atom both.  Inside an item, a child with
// a meaning starts a capture that lasts until the child is closed: two copies
// of what stands in it are kept, one with references replaced (the content is
// escaped or in CDATA, as it should be), one as markup (somebody has put HTML
// into the feed without escaping it; XHTML content is so by right).  Which is
// meant shows at the end: there were tags inside or there were not.
//
// Elements that are not closed end where their parent does, or where a sibling
// begins that cannot stand in them; a new item ends the one before.
#include "tellings/documents/feed.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tellings/base/limits.h"
#include "tellings/base/utf8.h"
#include "tellings/documents/dates.h"
#include "tellings/documents/entities.h"
#include "tellings/documents/headers.h"
#include "tellings/documents/mime.h"
#include "tellings/documents/uri.h"
#include "tellings/documents/xml.h"

namespace tellings::documents {
namespace {

constexpr std::size_t kDeepest = 256;  // elements remembered; deeper ones are text to us

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

// The prefix that we know a namespace by; "" is RSS and Atom, "?" any other.
std::string_view known_namespace(std::string_view uri) {
  struct Known {
    std::string_view part, prefix;
  };
  static constexpr Known kKnown[] = {
      {"purl.org/dc/elements/", "dc"},
      {"purl.org/dc/terms/", "dcterms"},
      {"rss/1.0/modules/content", "content"},
      {"www.w3.org/2005/atom", ""},
      {"purl.org/atom/", ""},
      {"purl.org/rss/1.0/modules/", "?"},
      {"purl.org/rss/1.0/", ""},
      {"purl.org/net/rss", ""},
      {"backend.userland.com/rss", ""},
      {"blogs.law.harvard.edu/tech/rss", ""},
      {"my.netscape.com/rdf", ""},
      {"channel.netscape.com/rdf", ""},
      {"www.w3.org/1999/xhtml", "xhtml"},
      {"rssnamespace.org/feedburner", "feedburner"},
      {"itunes", "itunes"},
      {"search.yahoo.com/mrss", "media"},
  };
  const std::string low = lowered(uri);
  for (const Known& k : kKnown) {
    if (low.find(k.part) != std::string::npos) return k.prefix;
  }
  return "?";
}

enum class Part : std::uint8_t {
  none,
  title,
  link,
  id,
  body,
  summary,
  published,
  modified,
  author,
  person,
  language,
  original_link,
  media_title,
  media_text,
};

Part part_of(std::string_view name) {
  static constexpr std::pair<std::string_view, Part> kParts[] = {
      {"title", Part::title},
      {"dc:title", Part::title},
      {"link", Part::link},
      {"feedburner:origlink", Part::original_link},
      {"guid", Part::id},
      {"id", Part::id},
      {"content:encoded", Part::body},
      {"content", Part::body},
      {"xhtml:body", Part::body},
      {"body", Part::body},
      {"fullitem", Part::body},
      {"description", Part::summary},
      {"summary", Part::summary},
      {"dc:description", Part::summary},
      {"itunes:summary", Part::summary},
      {"pubdate", Part::published},
      {"published", Part::published},
      {"issued", Part::published},
      {"created", Part::published},
      {"dc:date", Part::published},
      {"dcterms:issued", Part::published},
      {"dcterms:created", Part::published},
      {"updated", Part::modified},
      {"modified", Part::modified},
      {"dcterms:modified", Part::modified},
      {"author", Part::author},
      {"dc:creator", Part::author},
      {"itunes:author", Part::author},
      {"dc:author", Part::author},
      {"name", Part::person},
      {"dc:language", Part::language},
      {"language", Part::language},
      {"media:title", Part::media_title},
      {"media:description", Part::media_text},
  };
  const auto found = std::ranges::find(kParts, name, &std::pair<std::string_view, Part>::first);
  return found == std::end(kParts) ? Part::none : found->second;
}

struct Capture {
  Part part = Part::none;
  std::string name;       // of the element, canonical
  std::size_t depth = 0;  // of elements of the same name inside
  bool tags = false;
  std::string words;   // references replaced
  std::string markup;  // as HTML
  std::string type, mode, href, rel;
};

struct Item {
  std::string id, url, guid, title, body, summary, published, modified, language;
  std::string media_title, media_text;  // of the picture or film that it is about
  std::vector<std::string> authors;
};

// "ann@a.example (Ann Lee)", "Ann Lee <ann@a.example>", "Ann Lee"
std::string person(std::string_view words) {
  words = trimmed(words);
  const std::size_t open = words.find('(');
  const bool mail = words.substr(0, open).find('@') != std::string_view::npos;
  if (mail && open != std::string_view::npos) words = words.substr(open + 1, words.find(')', open) - open - 1);
  const std::size_t angle = words.find('<');
  if (angle != std::string_view::npos && words.find('@', angle) != std::string_view::npos)
    words = words.substr(0, angle);
  words = trimmed(words);
  const bool address = words.find('@') != std::string_view::npos && words.find(' ') == std::string_view::npos;
  return address ? std::string() : plain_text(words);
}

// Text of no markup as HTML: paragraphs at empty lines.
std::string in_paragraphs(std::string_view html) {
  std::string out = "<p>";
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t end = std::min(html.find("\n\n", at), html.size());
    out += html.substr(at, end - at);
    if (end < html.size()) out += "</p>\n<p>";
    at = end + 2;
  }
  return out + "</p>";
}

class FeedReader {
 public:
  FeedReader(std::string_view feed, Emitter* emit) : reader_(feed), emit_(emit) {}

  void read() {
    while (reader_.next()) {
      switch (reader_.kind()) {
        case XmlReader::Kind::open: on_open(); break;
        case XmlReader::Kind::close: on_close(); break;
        case XmlReader::Kind::text:
          capture_.words += capture_.part == Part::none ? std::string() : unescaped(reader_.raw());
          if (capture_.part != Part::none) capture_.markup += reader_.raw();
          break;
        case XmlReader::Kind::cdata:
          if (capture_.part != Part::none) capture_.words += reader_.raw();
          if (capture_.part != Part::none) capture_.markup += reader_.raw();
          break;
      }
    }
    end_item();
    if (items_ == 0) emit_->reject(std::nullopt, Code::no_article, "a feed without items");
  }

 private:
  // --- names ----------------------------------------------------------------------------

  void declare_namespaces() {
    each_attribute(reader_.attributes(), [&](std::string_view name, std::string_view value) {
      // Of XHTML content the default namespace is its own, and ends with it.
      if (name == "xmlns" && capture_.part == Part::none) default_ = known_namespace(value);
      if (name.starts_with("xmlns:")) prefixes_[std::string(name.substr(6))] = known_namespace(value);
    });
  }

  std::string canonical(std::string_view name) const {
    const std::string_view given = prefix(name);
    std::string_view known = given;
    if (given.empty()) {
      known = default_;
    } else if (const auto found = prefixes_.find(given); found != prefixes_.end()) {
      known = found->second;
    } else if (given == "atom" || given == "a10" || given == "rss") {
      known = "";
    }
    const std::string plain = lowered(local(name));
    return known.empty() ? plain : lowered(known) + ":" + plain;
  }

  // --- tags -----------------------------------------------------------------------------

  void on_open() {
    if (reader_.attributes().find("xmlns") != std::string_view::npos) declare_namespaces();
    const std::string name = canonical(reader_.name());
    if (name == "item" || name == "entry") return begin_item();
    const Part part = part_of(name);
    if (capture_.part != Part::none && !ends_capture(part)) return inside(name);
    if (capture_.part != Part::none) pop(capture_.name);
    end_capture();
    if (const std::string base = reader_.attribute("xml:base"); !base.empty()) base_ = resolved(base_, base);
    if (is_child(part)) begin_capture(part, name);
    if (capture_.part != Part::none && reader_.is_closed()) return end_capture();
    if (!reader_.is_closed() && stack_.size() < kDeepest) stack_.push_back(name);
  }

  // A tag inside of what is captured.
  void inside(const std::string& name) {
    if (capture_.part == Part::author && part_of(name) == Part::person) {
      begin_capture(Part::person, name);
      return;
    }
    if (capture_.part == Part::author) return;
    capture_.tags = true;
    capture_.markup += unprefixed(reader_.raw(), reader_.name());
    if (name == capture_.name && !reader_.is_closed()) ++capture_.depth;
  }

  void on_close() {
    const std::string name = canonical(reader_.name());
    if (capture_.part != Part::none && name == capture_.name) {
      if (capture_.depth-- == 0) end_capture();
      if (capture_.part != Part::none) capture_.markup += unprefixed(reader_.raw(), reader_.name());
    } else if (name == "item" || name == "entry") {
      end_item();
    } else if (capture_.part != Part::none && capture_.part != Part::author && !is_above(name)) {
      capture_.markup += unprefixed(reader_.raw(), reader_.name());
      return;
    }
    pop(name);
  }

  // <xhtml:div> is <div> to those who read HTML.
  static std::string unprefixed(std::string_view raw, std::string_view name) {
    const std::string_view before = prefix(name);
    if (before.empty()) return std::string(raw);
    std::string out(raw);
    return out.erase(static_cast<std::size_t>(name.data() - raw.data()), before.size() + 1);
  }

  // A part's tag that cannot stand in the one that is captured, which was not closed.
  bool ends_capture(Part part) const {
    if (part == Part::none || part == Part::person) return false;
    switch (capture_.part) {
      case Part::body:
      case Part::summary: return part == Part::published || part == Part::id;
      case Part::author: return true;
      case Part::title: return part != Part::body && part != Part::title;
      default: return true;
    }
  }

  bool is_above(const std::string& name) const { return std::ranges::find(stack_, name) != stack_.end(); }

  void pop(const std::string& name) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i] != name) continue;
      stack_.resize(i);
      return;
    }
  }

  // True if the element stands right in an item, or in the feed before any.
  bool is_child(Part part) const {
    if (part == Part::none || part == Part::person) return false;
    if (stack_.empty()) return in_item_;
    const std::string& parent = stack_.back();
    if (in_item_ && parent == "media:group") return part == Part::media_title || part == Part::media_text;
    if (in_item_) return parent == "item" || parent == "entry" || parent == "content";
    return (parent == "channel" || parent == "feed") &&
           (part == Part::title || part == Part::language || part == Part::link);
  }

  // --- items ----------------------------------------------------------------------------

  void begin_item() {
    end_item();
    in_item_ = true;
    item_ = {};
    feed_base_ = base_;
    if (const std::string base = reader_.attribute("xml:base"); !base.empty()) base_ = resolved(base_, base);
    item_.language = reader_.attribute("xml:lang");
    item_.id = reader_.attribute("rdf:about");
    if (reader_.is_closed()) return end_item();
    if (stack_.size() < kDeepest) stack_.emplace_back("item");
  }

  void begin_capture(Part part, const std::string& name) {
    capture_ = {};
    capture_.part = part;
    capture_.name = name;
    capture_.type = lowered(reader_.attribute("type"));
    capture_.mode = lowered(reader_.attribute("mode"));
    capture_.href = reader_.attribute("href");
    capture_.rel = lowered(reader_.attribute("rel"));
    if (part == Part::id && lowered(reader_.attribute("isPermaLink")) == "false") capture_.rel = "none";
  }

  void end_capture() {
    const Capture done = std::exchange(capture_, {});
    if (done.part == Part::none) return;
    in_item_ ? set_item(done) : set_feed(done);
  }

  void set_feed(const Capture& c) {
    if (c.part == Part::title && outlet_.empty()) outlet_ = title_of(c);
    if (c.part == Part::language && language_.empty()) language_ = plain_text(c.words);
    if (c.part == Part::link && base_.empty()) base_ = c.href.empty() ? std::string(trimmed(c.words)) : c.href;
  }

  static void keep_first(std::string* field, std::string value) {
    if (field->empty()) *field = std::move(value);
  }

  void set_item(const Capture& c) {
    const std::string words(trimmed(c.words));
    switch (c.part) {
      case Part::title: return keep_first(&item_.title, title_of(c));
      case Part::link: return set_link(c, words);
      case Part::original_link: item_.url = words; return;
      case Part::id:
        keep_first(&item_.id, words);
        if (c.rel != "none" && words.starts_with("http")) item_.guid = words;
        return;
      case Part::body: return keep_first(&item_.body, html_of(c));
      case Part::summary: return keep_first(&item_.summary, html_of(c));
      case Part::media_title: return keep_first(&item_.media_title, title_of(c));
      case Part::media_text: return keep_first(&item_.media_text, html_of(c));
      case Part::published: return keep_first(&item_.published, rfc3339(words));
      case Part::modified: return keep_first(&item_.modified, rfc3339(words));
      case Part::language: return keep_first(&item_.language, words);
      case Part::author:
      case Part::person:
        if (std::string name = person(c.words);
            !name.empty() && std::ranges::find(item_.authors, name) == item_.authors.end()) {
          item_.authors.push_back(std::move(name));
        }
        return;
      case Part::none: return;
    }
  }

  void set_link(const Capture& c, const std::string& words) {
    if (!c.rel.empty() && c.rel != "alternate") return;
    if (!c.href.empty() && (c.type.empty() || c.type.find("html") != std::string::npos || item_.url.empty())) {
      keep_first(&item_.url, resolved(base_, c.href));
    } else if (!words.empty()) {
      keep_first(&item_.url, resolved(base_, words));
    }
  }

  // A title in words: Atom says if there is markup in it, RSS does not.
  static std::string title_of(const Capture& c) {
    if (is_base64(c)) return plain_text(to_valid_utf8(from_base64(c.words)));
    if (c.tags) return plain_text(c.markup);
    const bool plain = c.type == "text" || c.type == "text/plain";
    return plain ? plain_text(escaped(c.words)) : plain_text(c.words);
  }

  // RFC 4287, 4.1.3.3: what is neither text nor XML is in base64.
  static bool is_base64(const Capture& c) {
    const bool other = c.type.find('/') != std::string::npos && !c.type.starts_with("text/");
    const bool xml = c.type.ends_with("xml");
    return c.mode == "base64" || (c.mode.empty() && other && !xml && !c.tags);
  }

  static std::string html_of(const Capture& c) {
    if (is_base64(c)) return to_valid_utf8(from_base64(c.words));
    if (c.tags) return std::string(trimmed(c.markup));
    const bool plain = c.type == "text" || c.type == "text/plain";
    const std::string html = plain && c.mode != "escaped" ? escaped(c.words) : c.words;
    const std::string_view content = trimmed(html);
    if (content.empty()) return {};
    return content.find('<') == std::string_view::npos ? in_paragraphs(content) : std::string(content);
  }

  void end_item() {
    end_capture();
    if (!in_item_) return;
    in_item_ = false;
    ++items_;
    pop("item");
    emit_item();
    base_ = feed_base_;
  }

  void emit_item() {
    keep_first(&item_.summary, std::move(item_.media_text));
    keep_first(&item_.title, std::move(item_.media_title));
    Document d;
    d.content = Content::html;
    d.bytes = item_.body.empty() ? std::move(item_.summary) : std::move(item_.body);
    d.metadata.url = item_.url.empty() ? item_.guid : item_.url;
    d.metadata.title = std::move(item_.title);
    if (d.bytes.empty() && d.metadata.title.empty()) {
      return emit_->reject(std::nullopt, Code::no_article, "an item without title and content");
    }
    if (d.bytes.size() > kLargestPageBytes) {
      return emit_->reject(std::nullopt, Code::too_large, "an item of more than 8 MiB");
    }
    // An id that is a URI is one everywhere; "17" only in its feed.
    if (item_.id.find(':') != std::string::npos) d.id = item_.id;
    d.metadata.outlet = outlet_;
    d.metadata.authors = std::move(item_.authors);
    d.metadata.published = item_.published.empty() ? item_.modified : item_.published;
    d.metadata.modified = item_.modified;
    d.metadata.language = item_.language.empty() ? language_ : item_.language;
    emit_->document(std::move(d));
  }

  XmlReader reader_;
  Emitter* emit_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  std::string default_;
  std::vector<std::string> stack_;  // names of the elements that are open
  Capture capture_;
  bool in_item_ = false;
  Item item_;
  std::size_t items_ = 0;
  std::string outlet_;
  std::string language_;
  std::string base_;       // what relative links are relative to
  std::string feed_base_;  // outside of the item
};

}  // namespace

bool is_feed(std::string_view head) {
  XmlReader reader(head);
  while (reader.next()) {
    if (reader.kind() == XmlReader::Kind::text && trimmed(reader.raw()).empty()) continue;
    if (reader.kind() != XmlReader::Kind::open) return false;
    const std::string name = lowered(local(reader.name()));
    return name == "rss" || name == "feed" || name == "rdf" || (name == "channel" && prefix(reader.name()).empty());
  }
  return false;
}

void read_feed(std::string_view feed, Emitter* emit) { FeedReader(feed, emit).read(); }

}  // namespace tellings::documents
