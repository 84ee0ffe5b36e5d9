#include "index/word_forms.h"

#include <catch2/catch.hpp>

#include "index/schema.h"
#include "tests/temporary_folder.h"

using namespace pincite;

namespace {

struct Words {
  std::string language;
  std::string term;
  WrittenWords written;
};

using FormsTable = std::set<std::pair<std::string, std::string>>;

/// The tables made of these words, `batch` at a time.
FormsTable tables(const std::vector<Words>& all, std::size_t batch) {
  const TemporaryFolder folder;
  Xapian::WritableDatabase database((folder.path() / "x").string(), Xapian::DB_CREATE);
  WordFormsWriter writer;
  std::size_t collected = 0;
  for (const Words& words : all) {
    Xapian::Document entry;
    entry.add_value(number(Slot::language), words.language);
    entry.add_term(words.term);
    writer.add(entry, words.written);
    if (++collected % batch == 0) writer.write(database);
  }
  writer.write(database);
  FormsTable table;
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    for (auto form = database.synonyms_begin(*key); form != database.synonyms_end(*key); ++form) {
      table.emplace(*key, *form);
    }
  }
  return table;
}

}  // namespace

TEST_CASE("tables of forms do not depend on which documents are written together") {
  const std::vector<Words> all = {{"fr", "negociations", {}},
                                  {"en", "negociations", {{"negociations", {"négociations"}}}},
                                  {"", "detruites", {{"detruites", {"détruites"}}}},
                                  {"es", "detruites", {}},
                                  {"", "negociations", {}},
                                  {"pt", "minas", {}},
                                  {"", "etats", {}},
                                  {"fr", "etats", {{"etats", {"états"}}}}};
  const FormsTable one_go = tables(all, all.size());
  CHECK(one_go.size() > all.size());
  for (const std::size_t batch : {1, 2, 3, 5}) {
    INFO(batch);
    CHECK(tables(all, batch) == one_go);
  }
}
