#include "index/file_table.h"

#include <catch2/catch.hpp>

#include "corpus/error.h"

using namespace pincite;

TEST_CASE("a table of files reads back as it was written") {
  FileTable table;
  CHECK(write_file_table(table).empty());
  CHECK(read_file_table("").empty());
  table["/data/a.txt"] = {{12, 1'700'000'000'123'456'789, 42}, {}, 1, std::string(64, 'a'), ""};
  table["/data/b\n.jsonl"] = {{0, -1, 1}, {3, 4, 5}, 4'000'000'000U, "", "f00"};
  CHECK(read_file_table(write_file_table(table)) == table);
}

TEST_CASE("a damaged table is said to be damaged") {
  FileTable table;
  table["/data/a.txt"] = {{12, 34, 42}, {}, 1, "", ""};
  const std::string bytes = write_file_table(table);
  for (std::size_t length = 1; length < bytes.size(); ++length) {
    CHECK_THROWS_AS(read_file_table(bytes.substr(0, length)), Error);
  }
}
