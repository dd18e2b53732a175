#include "tellings/articles/batch.h"

#include <algorithm>
#include <utility>

#include "tellings/articles/compose.h"

namespace tellings::articles {

std::uint64_t MemoryShelf::put(std::string_view bytes) {
  const std::uint64_t at = bytes_.size();
  bytes_ += bytes;
  return at;
}

void MemoryShelf::get(std::uint64_t at, std::span<char> room) const { bytes_.copy(room.data(), room.size(), at); }

PackedDraft pack_for_batch(const Draft& draft) { return {draft.article.id, pack(summary_of(draft)), pack(draft)}; }

void Batch::add(const PackedDraft& draft) {
  const std::uint64_t at = shelf_->put(draft.summary);
  shelf_->put(draft.draft);
  drafts_.push_back(
      {draft.id, at, static_cast<std::uint32_t>(draft.summary.size()), static_cast<std::uint32_t>(draft.draft.size())});
}

void Batch::settle() {
  std::ranges::stable_sort(drafts_, {}, &Place::id);
  const auto summaries = [this](std::size_t i) { return summary(i); };
  const auto line = [this](std::size_t i, std::size_t kept) {
    for (Piece& p : draft(i).pieces)
      if (!p.drop && kept-- == 0) return std::move(p.text);
    return std::string();
  };
  recurring_ = find_recurring(drafts_.size(), summaries, line);
  for (std::size_t i = 0; i < drafts_.size(); ++i)
    if (summary(i).scraped) cuts_.count(i, draft(i));
}

Batch::Finished Batch::finished(std::size_t i) const {
  Finished out;
  Draft d = draft(i);
  if (auto& why = d.none ? d.none : d.damage)
    out.rejection = Rejection{d.article.source, d.offset, *std::move(why)};
  if (d.none) return out;
  if (d.scraped) cuts_.cut(i, [this](std::size_t other) { return recurring_.without(summary(other)); }, &d);
  compose(std::move(d), &out.articles);
  return out;
}

Summary Batch::summary(std::size_t i) const {
  const Place& place = drafts_[i];
  std::string bytes(place.summary_bytes, '\0');
  shelf_->get(place.at, bytes);
  return unpack_summary(bytes);
}

Draft Batch::draft(std::size_t i) const {
  const Place& place = drafts_[i];
  std::string bytes(place.summary_bytes + place.draft_bytes, '\0');
  shelf_->get(place.at, bytes);
  const std::string_view both = bytes;
  Draft out = unpack_draft(both.substr(place.summary_bytes));
  recurring_.drop(unpack_summary(both.substr(0, place.summary_bytes)), &out);
  return out;
}

}  // namespace tellings::articles
