// Runs independent pieces of work on a fixed number of threads.
//
//   std::vector<Sketch> out(articles.size());
//   parallel_for(articles.size(), threads, [&](std::size_t i) { out[i] = sketch(articles[i]); });
//
// Results go to slots that the caller owns, one a piece, so the answer is the
// same for any number of threads.
#pragma once

#include <cstddef>
#include <functional>

namespace tellings {

// Calls `work(i)` once for every i in [0, count), on at most `threads` threads
// (at least one; one runs on the calling thread).  Returns when all are done.
// The first exception thrown by a piece, in the order of i, is thrown again
// after the others have ended.
void parallel_for(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work);

}  // namespace tellings
