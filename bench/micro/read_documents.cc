// Reads files as the program does, without taking articles out of them.
//
//   cmake --preset release -DTELLINGS_BENCH=ON && cmake --build build/release --target read_documents
//   build/release/read_documents FILE...
//
// Prints documents, their bytes, rejections and the processor's seconds, a file
// a line, then the most memory that was held.
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <fstream>

#include "tellings/documents/documents.h"

namespace {

struct Count : tellings::documents::Sink {
  void document(tellings::Document d) override {
    ++documents;
    bytes += d.bytes.size();
  }
  void rejection(tellings::Rejection) override { ++rejections; }

  std::size_t documents = 0;
  std::size_t bytes = 0;
  std::size_t rejections = 0;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    const auto more = [&](std::span<char> room) {
      in.read(room.data(), static_cast<std::streamsize>(room.size()));
      return static_cast<std::size_t>(in.gcount());
    };
    Count count;
    const double start = cpu_seconds();
    tellings::documents::read({.bytes = {}, .source = argv[i], .file_id = argv[i], .more = more}, {}, &count);
    const double seconds = cpu_seconds() - start;
    const double megabytes = static_cast<double>(count.bytes) / 1e6;
    std::printf("%s: %zu documents, %.0f MB, %zu rejections, %.2f s, %.0f MB a second\n", argv[i], count.documents,
                megabytes, count.rejections, seconds, megabytes / seconds);
  }
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  std::printf("peak %ld MB\n", use.ru_maxrss / 1024);
}
