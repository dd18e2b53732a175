#include "tellings/pipeline/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include "tellings/articles/articles.h"
#include "tellings/articles/batch.h"
#include "tellings/base/hash.h"
#include "tellings/base/threads.h"
#include "tellings/documents/documents.h"
#include "tellings/pipeline/inputs.h"
#include "tellings/pipeline/spill.h"

namespace tellings::pipeline {
namespace {

constexpr std::size_t kFinishedAtOnce = 64;  // articles a thread, some 2 MB with all that was dropped

// Takes documents as they are read and makes a T of each, a batch at a time:
// enough to keep the threads busy, few enough to bound the memory.
template <typename T>
class Making : public documents::Sink {
 public:
  using Make = std::function<T(const Document&)>;
  using Take = std::function<void(T)>;
  Making(const Options& options, Make make, Take take, std::vector<Rejection>* rejections)
      : options_(options), make_(std::move(make)), take_(std::move(take)), rejections_(rejections) {}

  void document(Document document) override {
    if (is_duplicate(document)) return;
    bytes_ += document.bytes.size();
    batch_.push_back(std::move(document));
    if (batch_.size() >= kBatchDocuments * options_.threads || bytes_ >= kBatchBytes * options_.threads) flush();
  }

  void rejection(Rejection rejection) override { rejections_->push_back(std::move(rejection)); }

  // Hands what is made of the documents that wait to `take`, in their order.
  void flush() {
    std::vector<T> made(batch_.size());
    parallel_for(batch_.size(), options_.threads, [&](std::size_t i) {
      made[i] = make_(batch_[i]);
      std::string().swap(batch_[i].bytes);
    });
    done_ += batch_.size();
    batch_.clear();
    bytes_ = 0;
    for (T& one : made) take_(std::move(one));
    if (options_.progress) options_.progress("read", done_);
  }

 private:
  // 32 pages of news are some 6 MB, 8 ms of work each: starting threads for
  // them costs nothing that shows.
  static constexpr std::size_t kBatchDocuments = 32;
  static constexpr std::size_t kBatchBytes = std::size_t{16} << 20;

  bool is_duplicate(const Document& d) {
    const std::uint64_t content = hash_page(d.bytes);
    const auto [at, fresh] = contents_.try_emplace(hash_bytes(d.id), content);
    if (fresh) return false;
    if (at->second != content) {
      rejections_->push_back(
          {d.source, {}, {Code::duplicate_id, fmt::format("another input with other content has the id {}", d.id)}});
    }
    return true;
  }

  const Options& options_;
  Make make_;
  Take take_;
  std::vector<Rejection>* rejections_;
  std::vector<Document> batch_;
  std::size_t bytes_ = 0;
  std::size_t done_ = 0;
  std::unordered_map<std::uint64_t, std::uint64_t> contents_;  // hash of id -> hash of content
};

articles::Detail detail_of(const Options& options) {
  return options.texts ? articles::Detail::all : articles::Detail::grouping;
}

template <typename T>
void read_inputs(const std::vector<std::string>& inputs, const Options& options, typename Making<T>::Make make,
                 typename Making<T>::Take take, std::vector<Rejection>* rejections) {
  Making<T> making(options, std::move(make), std::move(take), rejections);
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
                    {options.fields}, &making);
    if (file->failure()) rejections->push_back({found.source, {}, *file->failure()});
  }
  making.flush();
}

}  // namespace

void each_article(const std::vector<std::string>& inputs, const Options& options,
                  const std::function<void(std::vector<Article>)>& take, std::vector<Rejection>* rejections) {
  Spill spill;
  articles::Batch batch(&spill);
  read_inputs<articles::PackedDraft>(
      inputs, options,
      [detail = detail_of(options)](const Document& d) { return articles::pack_for_batch(articles::draft(d, detail)); },
      [&](const articles::PackedDraft& d) { batch.add(d); }, rejections);
  batch.settle();
  const std::size_t step = kFinishedAtOnce * options.threads;
  for (std::size_t begin = 0; begin < batch.size(); begin += step) {
    std::vector<articles::Batch::Finished> finished(std::min(step, batch.size() - begin));
    parallel_for(finished.size(), options.threads, [&](std::size_t i) { finished[i] = batch.finished(begin + i); });
    std::vector<Article> found;
    for (articles::Batch::Finished& f : finished) {
      if (f.rejection) rejections->push_back(*std::move(f.rejection));
      std::ranges::move(f.articles, std::back_inserter(found));
    }
    if (!found.empty()) take(std::move(found));
  }
}

std::vector<Article> read_articles(const std::vector<std::string>& inputs, const Options& options,
                                   std::vector<Rejection>* rejections) {
  std::vector<Article> all;
  each_article(
      inputs, options, [&](std::vector<Article> some) { std::ranges::move(some, std::back_inserter(all)); },
      rejections);
  return all;
}

void stream_articles(const std::vector<std::string>& inputs, const Options& options,
                     const std::function<void(Article)>& take, std::vector<Rejection>* rejections) {
  using Finished = articles::Batch::Finished;
  const auto finish_alone = [detail = detail_of(options)](const Document& d) {
    articles::MemoryShelf shelf;
    articles::Batch one(&shelf);
    one.add(articles::pack_for_batch(articles::draft(d, detail)));
    one.settle();
    return one.finished(0);
  };
  const auto pass_on = [&](Finished f) {
    if (f.rejection) rejections->push_back(*std::move(f.rejection));
    for (Article& article : f.articles) take(std::move(article));
  };
  read_inputs<Finished>(inputs, options, finish_alone, pass_on, rejections);
}

}  // namespace tellings::pipeline
