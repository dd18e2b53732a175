#include "tellings/pipeline/reading.h"

#include <fmt/format.h>

#include <functional>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include "tellings/articles/articles.h"
#include "tellings/base/hash.h"
#include "tellings/base/threads.h"
#include "tellings/documents/documents.h"
#include "tellings/pipeline/inputs.h"

namespace tellings::pipeline {
namespace {

// Takes documents as they are read and turns them into drafts, a batch at a
// time: enough to keep the threads busy, few enough to bound the memory.
class Drafting : public documents::Sink {
 public:
  using Take = std::function<void(std::vector<articles::Draft>)>;
  Drafting(const Options& options, Take take, std::vector<Rejection>* rejections)
      : options_(options), take_(std::move(take)), rejections_(rejections) {}

  void document(Document document) override {
    if (is_duplicate(document)) return;
    bytes_ += document.bytes.size();
    batch_.push_back(std::move(document));
    if (batch_.size() >= kBatchDocuments * options_.threads || bytes_ >= kBatchBytes * options_.threads) flush();
  }

  void rejection(Rejection rejection) override { rejections_->push_back(std::move(rejection)); }

  // Hands the drafts of the documents that wait to `take`, in their order.
  void flush() {
    std::vector<articles::Draft> drafts(batch_.size());
    parallel_for(batch_.size(), options_.threads, [&](std::size_t i) { drafts[i] = articles::draft(batch_[i]); });
    done_ += batch_.size();
    batch_.clear();
    bytes_ = 0;
    take_(std::move(drafts));
    if (options_.progress) options_.progress("read", done_);
  }

 private:
  // 32 pages of news are some 6 MB, 8 ms of work each: starting threads for
  // them costs nothing that shows.
  static constexpr std::size_t kBatchDocuments = 32;
  static constexpr std::size_t kBatchBytes = std::size_t{16} << 20;

  bool is_duplicate(const Document& d) {
    const std::uint64_t content = std::hash<std::string>{}(d.bytes);  // of this run only; 8 bytes a step
    const auto [at, fresh] = contents_.try_emplace(hash_bytes(d.id), content);
    if (fresh) return false;
    if (at->second != content) {
      rejections_->push_back(
          {d.source, {}, {Code::duplicate_id, fmt::format("another input with other content has the id {}", d.id)}});
    }
    return true;
  }

  const Options& options_;
  Take take_;
  std::vector<Rejection>* rejections_;
  std::vector<Document> batch_;
  std::size_t bytes_ = 0;
  std::size_t done_ = 0;
  std::unordered_map<std::uint64_t, std::uint64_t> contents_;  // hash of id -> hash of content
};

void read_inputs(const std::vector<std::string>& inputs, const Options& options, Drafting::Take take,
                 std::vector<Rejection>* rejections) {
  Drafting drafting(options, std::move(take), rejections);
  for (const Found& found : find_inputs(inputs, rejections)) {
    auto file = File::open(found.path);
    if (!file) {
      rejections->push_back({found.source, {}, file.error()});
      continue;
    }
    documents::read({.bytes = {},
                     .source = found.source,
                     .file_id = found.file_id,
                     .more = [&](std::span<char> room) { return file->read(room); }},
                    {options.fields}, &drafting);
    if (file->failure()) rejections->push_back({found.source, {}, *file->failure()});
  }
  drafting.flush();
}

}  // namespace

std::vector<Article> read_articles(const std::vector<std::string>& inputs, const Options& options,
                                   std::vector<Rejection>* rejections) {
  std::vector<articles::Draft> all;
  const auto take = [&](std::vector<articles::Draft> drafts) {
    all.insert(all.end(), std::make_move_iterator(drafts.begin()), std::make_move_iterator(drafts.end()));
  };
  read_inputs(inputs, options, take, rejections);
  return articles::finish(std::move(all), rejections);
}

void stream_articles(const std::vector<std::string>& inputs, const Options& options,
                     const std::function<void(Article)>& take, std::vector<Rejection>* rejections) {
  const auto finish_each = [&](std::vector<articles::Draft> drafts) {
    for (articles::Draft& draft : drafts) {
      std::vector<articles::Draft> one;
      one.push_back(std::move(draft));
      for (Article& article : articles::finish(std::move(one), rejections)) take(std::move(article));
    }
  };
  read_inputs(inputs, options, finish_each, rejections);
}

}  // namespace tellings::pipeline
