#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/layers/includes.h"
#include "tests/temporary_folder.h"

namespace fs = std::filesystem;
using pincite::layering_faults;
using pincite::TemporaryFolder;

namespace {

void plant(const fs::path& file, const std::string& line) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << line << '\n';
}

}  // namespace

TEST_CASE("no folder includes one above or beside it") {
  for (const std::string& fault : layering_faults(PINCITE_SOURCE_DIR)) FAIL_CHECK(fault);
}

TEST_CASE("a planted include against the direction is found") {
  struct Row {
    const char* file;
    const char* line;
    bool wrong;
  };
  const Row rows[] = {
      {"corpus/period.h", "#include \"index/schema.h\"", true},
      {"corpus/period.h", "  #  include \"searcher/search.h\"", true},
      {"corpus/period.h", "#include <nlohmann/json.hpp>", true},
      {"corpus/period.h", "#include <xapian.h>", true},
      {"index/schema.h", "#include \"indexer/writer.h\"", true},
      {"indexer/walk.cpp", "#include \"searcher/search.h\"", true},
      {"indexer/walk.cpp", "#include <xapian.h>", true},
      {"indexer/readers/text.cpp", "#include <xapian.h>", true},
      {"searcher/output/json.cpp", "#include \"indexer/report.h\"", true},
      {"searcher/search.cpp", "#include \"server/server.h\"", true},
      {"searcher/search.cpp", "#include \"tools/options.h\"", true},
      {"searcher/search.cpp", "#include <boost/program_options.hpp>", true},
      {"tools/pincite.cpp", "#include \"tests/temporary_folder.h\"", true},
      {"corpus/period.h", "#include \"corpus/error.h\"", false},
      {"corpus/period.h", "// #include \"index/schema.h\"", false},
      {"indexer/writer.cpp", "#include <xapian.h>", false},
      {"searcher/compile.h", "#include <xapian.h>", false},
      {"tools/pincite.cpp", "#include \"searcher/search.h\"", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file, row.line);
    const TemporaryFolder root;
    plant(root.path() / row.file, row.line);
    CHECK(layering_faults(root.path()).size() == (row.wrong ? 1 : 0));
  }
}

TEST_CASE("a fourth file of the searcher that includes Xapian is found") {
  const TemporaryFolder root;
  for (const char* name : {"a.h", "b.h", "c.h"}) {
    plant(root.path() / "searcher" / name, "#include <xapian.h>");
  }
  CHECK(layering_faults(root.path()).empty());
  plant(root.path() / "searcher/d.h", "#include <xapian.h>");
  CHECK(layering_faults(root.path()).size() == 4);
}

namespace {

bool is_prefix_letter(char c) { return c >= 'A' && c <= 'Z'; }

/// Whether a string literal like `"XSTATE:"` stands in the source.
bool spells_a_prefix(const std::string& source) {
  for (std::size_t at = source.find("\"X"); at != std::string::npos;
       at = source.find("\"X", at + 1)) {
    std::size_t end = at + 2;
    while (end < source.size() && is_prefix_letter(source[end])) ++end;
    if (end > at + 2 && end < source.size() && source[end] == ':') return true;
  }
  return false;
}

/// Whether a slot is named by its number.
bool spells_a_slot(const std::string& source) {
  for (const std::string call : {"add_value(", "get_value(", "valuestream_begin("}) {
    for (std::size_t at = source.find(call); at != std::string::npos;
         at = source.find(call, at + 1)) {
      const std::size_t argument = at + call.size();
      if (argument < source.size() && source[argument] >= '0' && source[argument] <= '9') {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

TEST_CASE("term prefixes and slot numbers stand in the schema's table only") {
  CHECK(spells_a_prefix("const char* p = \"XSTATE:\";"));
  CHECK(spells_a_slot("entry.add_value(7, value);"));
  for (const char* folder : {"corpus", "index", "indexer", "searcher", "tools"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(PINCITE_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
      if (entry.path().filename() == "schema.cpp") continue;
      std::ifstream in(entry.path());
      const std::string source{std::istreambuf_iterator<char>(in), {}};
      CAPTURE(entry.path().string());
      CHECK_FALSE(spells_a_prefix(source));
      CHECK_FALSE(spells_a_slot(source));
    }
  }
}
