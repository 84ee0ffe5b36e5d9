#include "index/entry.h"

#include <catch2/catch.hpp>
#include <set>

#include "index/analysis.h"
#include "index/record.h"
#include "index/schema.h"

using namespace pincite;

namespace {

Document statement() {
  Document document;
  document.id = "statements/10msp.txt";
  document.source = "/somewhere/10msp.txt";
  Metadata& metadata = document.metadata;
  metadata.title = "Statement of Azerbaijan";
  metadata.state = {"AZE"};
  metadata.type = "response_letter";
  metadata.date = Period::parse("2010-11-29");
  metadata.period = Period::parse("2009/2010-02");
  metadata.symbol = "APLC/MSP.10/2010/WP.1";
  const auto add = [&document](PassageKind kind, const char* text) {
    Passage& passage = document.passages.emplace_back();
    passage.kind = kind;
    passage.text = text;
  };
  add(PassageKind::title, "Opening words");
  add(PassageKind::paragraph, "An accidental technical error.[5] The ministry regrets it.");
  add(PassageKind::paragraph, "See A/RES/59/84 on mines.");
  add(PassageKind::note, "[5] Response to a letter.");
  document.passages[1].silent = {{30, 33}};
  document.passages[3].silent = {{0, 3}};
  document.notes = {{"5", 3, 1, 4}};
  return document;
}

class Index {
 public:
  Xapian::docid add(const Document& document) {
    return database_.add_document(make_entry(document, {"content", "/file"}));
  }
  std::set<Xapian::docid> matches(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    std::set<Xapian::docid> found;
    const Xapian::MSet all = enquire.get_mset(0, database_.get_doccount());
    for (auto match = all.begin(); match != all.end(); ++match) found.insert(*match);
    return found;
  }
  bool phrase(const std::string& words) const {
    std::vector<std::string> terms;
    for (const Token& token : analyse(words)) terms.push_back(token.term);
    return !matches({Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                     static_cast<Xapian::termcount>(terms.size())})
                .empty();
  }
  bool near(const char* one, const char* other, Xapian::termcount window) const {
    const std::vector<std::string> terms = {one, other};
    return !matches({Xapian::Query::OP_NEAR, terms.begin(), terms.end(), window}).empty();
  }
  std::set<Xapian::docid> filter(const char* field, const std::string& value) const {
    return matches(Xapian::Query(field_term(*find_field(field), value)));
  }
  std::string slot(Xapian::docid id, Slot slot) const {
    return database_.get_document(id).get_value(number(slot));
  }
  std::vector<Xapian::termpos> positions(Xapian::docid id, const std::string& term) const {
    return {database_.positionlist_begin(id, term), database_.positionlist_end(id, term)};
  }
  const Xapian::WritableDatabase& database() const { return database_; }

 private:
  Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
};

using Found = std::set<Xapian::docid>;

}  // namespace

TEST_CASE("a phrase is found in its passage and across a silent mark") {
  Index index;
  index.add(statement());
  CHECK(index.phrase("accidental technical error"));
  CHECK(index.phrase("“technical error.” The ministry"));
  CHECK(index.phrase("See A/RES/59/84 on"));
  CHECK_FALSE(index.phrase("technical accidental"));
  CHECK_FALSE(index.phrase("A RES 59 84"));
  CHECK_FALSE(index.phrase("accidental error"));
}

TEST_CASE("no phrase crosses from one passage to the next, and no NEAR") {
  Index index;
  index.add(statement());
  CHECK_FALSE(index.phrase("regrets it see"));
  CHECK_FALSE(index.phrase("words an"));
  CHECK_FALSE(index.phrase("on mines response"));
  CHECK_FALSE(index.near("regrets", "mines", 100));
  CHECK_FALSE(index.near("it", "see", 100));
  CHECK(index.near("ministry", "it", 3));
}

TEST_CASE("positions are those that the record says") {
  Index index;
  const Document document = statement();
  const Xapian::docid id = index.add(document);
  const Record record(index.database().get_document(id).get_data());
  std::size_t tokens = 0;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    Xapian::termpos expected = record.first_position(i);
    for (const Token& token : analyse(passage.text, passage.silent)) {
      CAPTURE(i, token.term);
      const auto positions = index.positions(id, token.term);
      CHECK(std::count(positions.begin(), positions.end(), expected) == 1);
      CHECK(record.passage_at(expected) == i);
      ++expected;
      ++tokens;
    }
    CHECK(expected - record.first_position(i) == record.token_count(i));
  }
  std::size_t posted = 0;
  for (auto term = index.database().termlist_begin(id); term != index.database().termlist_end(id);
       ++term) {
    if ((*term)[0] >= 'A' && (*term)[0] <= 'Z') continue;
    posted += index.positions(id, *term).size();
  }
  CHECK(posted == tokens);
}

TEST_CASE("a silent mark is no term") {
  Index index;
  index.add(statement());
  CHECK_FALSE(index.database().term_exists("5"));
  CHECK(index.database().term_exists("error"));
}

TEST_CASE("words of the title are found as such, from metadata and from the text") {
  Index index;
  index.add(statement());
  CHECK(index.filter("title", "azerbaijan") == Found{1});
  CHECK(index.filter("title", "opening") == Found{1});
  CHECK(index.filter("title", "mines").empty());
  const FieldSpec& title = *find_field("title");
  const auto phrase = [&](const char* one, const char* other) {
    const std::vector<std::string> terms = {field_term(title, one), field_term(title, other)};
    return index.matches({Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), 2});
  };
  CHECK(phrase("of", "azerbaijan") == Found{1});
  CHECK(phrase("azerbaijan", "opening").empty());
}

TEST_CASE("metadata's title is not text") {
  Index index;
  index.add(statement());
  CHECK_FALSE(index.database().term_exists("azerbaijan"));
  CHECK(index.database().term_exists("opening"));
}

TEST_CASE("filters find a document by each of its values, and by having none") {
  Index index;
  index.add(statement());
  Document other = statement();
  other.id = "other";
  other.metadata = {};
  other.metadata.state = {"NOR"};
  other.metadata.on_behalf_of = {"Nordic countries"};
  index.add(other);
  CHECK(index.filter("state", "AZE") == Found{1});
  CHECK(index.filter("state", "NOR") == Found{2});
  CHECK(index.filter("state", "Nordic countries") == Found{2});
  CHECK(index.filter("state", "").empty());
  CHECK(index.filter("type", "response_letter") == Found{1});
  CHECK(index.filter("type", "letter") == Found{1});
  CHECK(index.filter("type", "") == Found{2});
  CHECK(index.filter("year", "2010") == Found{1});
  CHECK(index.filter("year", "2009").empty());
  CHECK(index.filter("year", "") == Found{2});
  CHECK(index.filter("meeting", "") == Found{1, 2});
  CHECK(index.filter("id", "other") == Found{2});
  CHECK(index.matches(Xapian::Query(id_term("statements/10msp.txt"))) == Found{1});
}

TEST_CASE("a document's symbol and those it mentions are told apart") {
  Index index;
  index.add(statement());
  CHECK(index.filter("symbol", "aplc") == Found{1});
  CHECK(index.filter("symbol", "aplc/msp.10") == Found{1});
  CHECK(index.filter("symbol", "aplc/msp.10/2010/wp.1") == Found{1});
  CHECK(index.filter("symbol", "aplc/msp.1").empty());
  CHECK(index.filter("symbol", "a/res/59/84").empty());
  CHECK(index.filter("mentions", "a/res") == Found{1});
  CHECK(index.filter("mentions", "a/res/59/84") == Found{1});
  CHECK(index.filter("mentions", "a/res/59/8").empty());
  CHECK(index.filter("mentions", "aplc").empty());
}

TEST_CASE("filters and slots say the same") {
  Index index;
  const Xapian::docid id = index.add(statement());
  for (const FieldSpec& field : schema()) {
    if (field.kind != FieldKind::facet) continue;
    CAPTURE(field.word);
    const std::vector<std::string> values = split_values(index.slot(id, *field.slot));
    CHECK(values == facet_values(field, statement().metadata));
    for (const std::string& value : values) CHECK(index.filter(field.word, value) == Found{id});
    CHECK(index.filter(field.word, "").empty() == !values.empty());
  }
}

TEST_CASE("slots hold dates, sizes, source, content and id") {
  Index index;
  const Document document = statement();
  const Xapian::docid id = index.add(document);
  CHECK(index.slot(id, Slot::date_first) == "20101129");
  CHECK(index.slot(id, Slot::date_last) == "20101129");
  CHECK(index.slot(id, Slot::period_first) == "20090101");
  CHECK(index.slot(id, Slot::period_last) == "20100228");
  CHECK(index.slot(id, Slot::source) == "/somewhere/10msp.txt");
  CHECK(index.slot(id, Slot::content) == "content");
  CHECK(index.slot(id, Slot::id) == id_term(document.id));
  const EntrySizes sizes = read_sizes(index.slot(id, Slot::sizes));
  CHECK(sizes.passages == 4);
  CHECK(sizes.notes == 1);
  CHECK(sizes.bytes == sizes_of(document).bytes);
  CHECK(sizes.bytes > 100);
  CHECK(read_sizes("").passages == 0);
  CHECK(read_sizes("1\x1F"
                   "2")
            .bytes == 0);
}

TEST_CASE("a document without date is dated by its period, without either not at all") {
  Index index;
  Document document = statement();
  document.metadata.date.reset();
  const Xapian::docid reported = index.add(document);
  CHECK(index.slot(reported, Slot::date_first) == "20090101");
  CHECK(index.slot(reported, Slot::date_last) == "20100228");
  document.metadata.period.reset();
  const Xapian::docid undated = index.add(document);
  for (const Slot slot :
       {Slot::date_first, Slot::date_last, Slot::period_first, Slot::period_last, Slot::year}) {
    CHECK(index.slot(undated, slot).empty());
  }
}

TEST_CASE("an entry gives back its document") {
  Index index;
  const Document document = statement();
  Record record(index.database().get_document(index.add(document)).get_data());
  record.load_all();
  CHECK((record.document() == document));
}

TEST_CASE("an entry of hostile lengths can be stored") {
  Index index;
  Document document = statement();
  document.id = std::string(4096, 'i');
  document.metadata.state = {std::string(5000, 's'), std::string("a\0b", 3)};
  document.metadata.language = std::string(300, '\0');
  document.metadata.symbol = "A/" + std::string(400, '1') + "/" + std::string(400, '2');
  document.metadata.title = std::string(1000, 't');
  document.passages[1].text = std::string(3000, 'w') + " A/" + std::string(80, '3') + " é" +
                              std::string(300, '4') + " " + std::string(90, 'a') + "/1/2";
  document.passages[1].silent.clear();
  const Xapian::docid id = index.add(document);
  CHECK(index.matches(Xapian::Query(id_term(document.id))) == Found{id});
  CHECK(index.filter("state", std::string(5000, 's')) == Found{id});
  CHECK(index.filter("state", std::string(4999, 's')).empty());
  for (auto term = index.database().allterms_begin(); term != index.database().allterms_end();
       ++term) {
    const std::string bytes = *term;
    CHECK(bytes.size() + static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0')) <=
          245);
  }
}

TEST_CASE("a document without passages or metadata is an entry with its id only") {
  Index index;
  Document document;
  document.id = "bare";
  const Xapian::docid id = index.add(document);
  CHECK(index.matches(Xapian::Query(id_term("bare"))) == Found{id});
  for (const char* facet : {"state", "year", "type", "meeting", "treaty", "language"}) {
    CHECK(index.filter(facet, "") == Found{id});
  }
  CHECK(index.database().get_doclength(id) == 0);
}
