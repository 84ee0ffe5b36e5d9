// Index states: what a run leaves behind when it commits, and when it does not.
#include "indexer/writer.h"

#include <catch2/catch.hpp>

#include "corpus/error.h"
#include "index/entry.h"
#include "tests/temporary_folder.h"

using namespace pincite;
namespace fs = std::filesystem;

namespace {

Xapian::Document entry(const std::string& id, const std::string& text) {
  Document document;
  document.id = id;
  document.passages.emplace_back().text = text;
  return make_entry(document, {text, "/" + id});
}

void put(const fs::path& folder, const std::string& id, const std::string& text,
         IndexWriter::Mode mode = IndexWriter::Mode::update) {
  IndexWriter writer(folder, mode);
  writer.replace(id, entry(id, text));
  writer.commit();
}

std::string text_of(const IndexReader& index, const std::string& id) {
  const Xapian::docid found = index.find(id);
  if (found == 0) return "(none)";
  Record record = index.record(found);
  return record.load(0).text;
}

}  // namespace

TEST_CASE("a first run makes a generation, later ones change it, a rebuild makes the next") {
  const TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "index";
  put(folder, "a", "one");
  CHECK(IndexReader(folder).revision().starts_with("000001.1-"));
  put(folder, "b", "two");
  CHECK(IndexReader(folder).revision().starts_with("000001.2-"));
  CHECK(IndexReader(folder).totals().documents == 2);
  put(folder, "c", "three", IndexWriter::Mode::rebuild);
  const IndexReader index(folder);
  CHECK(index.revision().starts_with("000002.1-"));
  CHECK(text_of(index, "a") == "(none)");
  CHECK(text_of(index, "c") == "three");
}

TEST_CASE("a run that does not commit leaves the index as it was") {
  const TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "index";
  put(folder, "a", "one");
  for (const auto mode : {IndexWriter::Mode::update, IndexWriter::Mode::rebuild}) {
    {
      IndexWriter writer(folder, mode);
      writer.replace("a", entry("a", "changed"));
      writer.replace("b", entry("b", "new"));
    }
    const IndexReader index(folder);
    CHECK(text_of(index, "a") == "one");
    CHECK(text_of(index, "b") == "(none)");
    CHECK(index.revision().starts_with("000001.1-"));
  }
  for (const auto& left : fs::directory_iterator(folder)) {
    CHECK_FALSE(left.path().filename().string().starts_with("tmp."));
  }
}

TEST_CASE("replacing keeps one document an id, and the totals follow") {
  const TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "index";
  put(folder, "a", "one");
  put(folder, "a", "longer than one");
  const IndexReader index(folder);
  CHECK(index.totals().documents == 1);
  CHECK(index.totals().passages == 1);
  CHECK(index.totals().bytes == 15);
  CHECK(text_of(index, "a") == "longer than one");
}

TEST_CASE("a reader keeps its state while a rebuild replaces it, and the next sees the new one") {
  const TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "index";
  put(folder, "a", "one");
  const IndexReader before(folder);
  put(folder, "a", "two", IndexWriter::Mode::rebuild);
  CHECK(text_of(before, "a") == "one");
  CHECK(text_of(IndexReader(folder), "a") == "two");
}

TEST_CASE("nothing is written where nothing changed") {
  const TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "index";
  put(folder, "a", "one");
  { IndexWriter(folder, IndexWriter::Mode::update).commit(); }
  CHECK(IndexReader(folder).revision().starts_with("000001.1-"));
}

TEST_CASE("a folder that holds other things is not taken for an index") {
  const TemporaryFolder temporary;
  fs::create_directory(temporary.path() / "photos");
  CHECK_THROWS_AS(IndexWriter(temporary.path(), IndexWriter::Mode::update), Error);
  CHECK_THROWS_AS(IndexReader(temporary.path()), Error);
}

TEST_CASE("an index of another format or analysis is refused with the command to run") {
  const TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "index";
  for (const char* key : {metadata_key::kFormat, metadata_key::kFingerprint}) {
    put(folder, "a", "one", IndexWriter::Mode::rebuild);
    {
      const auto live = *IndexDirectory(folder).live();
      Xapian::WritableDatabase database((folder / live).string(), Xapian::DB_OPEN);
      database.set_metadata(key, "other");
      database.commit();
    }
    for (const auto& refuse :
         {std::function<void()>([&] { IndexReader reader(folder); }),
          std::function<void()>([&] { IndexWriter writer(folder, IndexWriter::Mode::update); })}) {
      try {
        refuse();
        FAIL_CHECK("no error");
      } catch (const Error& error) {
        CHECK_THAT(error.advice(), Catch::Contains("--rebuild"));
      }
    }
  }
}
