// lz4 frames, as FastWARC writes them.
#include <lz4frame.h>

#include <utility>

#include "tellings/documents/members.h"

namespace tellings::documents {
namespace {

struct FreeContext {
  void operator()(LZ4F_dctx* c) const { LZ4F_freeDecompressionContext(c); }
};

class Unlz4 : public MemberSource {
 public:
  using MemberSource::MemberSource;

 protected:
  std::string_view magic() const override { return "\x04\x22\x4d\x18"; }

  void start() override {
    LZ4F_dctx* made = nullptr;
    LZ4F_createDecompressionContext(&made, LZ4F_VERSION);
    context_.reset(made);
  }

  Step step(std::string_view in, std::span<char> out) override {
    std::size_t taken = in.size();
    std::size_t made = out.size();
    const std::size_t result = LZ4F_decompress(context_.get(), out.data(), &made, in.data(), &taken, nullptr);
    if (LZ4F_isError(result)) return {0, 0, State::damaged};
    return {taken, made, result == 0 ? State::end : State::more};
  }

  const char* name() const override { return "lz4"; }

 private:
  std::unique_ptr<LZ4F_dctx, FreeContext> context_;
};

}  // namespace

std::unique_ptr<Source> unlz4(std::unique_ptr<Window> packed, Report report) {
  return std::make_unique<Unlz4>(std::move(packed), std::move(report));
}

}  // namespace tellings::documents
