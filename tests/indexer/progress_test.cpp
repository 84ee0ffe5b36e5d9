#include "indexer/progress.h"

#include <catch2/catch.hpp>

using pincite::progress_line;

TEST_CASE("the progress line tells the rate, and the time left once it can be known") {
  struct Row {
    std::uint64_t documents, text, done, total;
    double seconds;
    const char* line;
  };
  const Row rows[] = {
      {0, 0, 0, 0, 0, "0 documents, 0.0 MB/s"},
      {12, 5'000'000, 0, 100, 2, "12 documents, 2.5 MB/s"},
      {12, 5'000'000, 25, 100, 30, "12 documents, 0.2 MB/s, 25 %, 1:30 left"},
      {12, 5'000'000, 100, 100, 30, "12 documents, 0.2 MB/s, 100 %, 0:00 left"},
  };
  for (const Row& row : rows) {
    CHECK(progress_line(row.documents, row.text, row.done, row.total, row.seconds) == row.line);
  }
}
