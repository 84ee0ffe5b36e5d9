#include <catch2/catch.hpp>
#include <fstream>

#include "corpus/error.h"
#include "tests/temporary_folder.h"
#include "tools/relevance/collection.h"
#include "tools/relevance/measures.h"
#include "tools/relevance/passage_order.h"
#include "tools/relevance/run_file.h"
#include "tools/relevance/topic_query.h"

using namespace pincite;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("measures are those of trec_eval, worked out by hand") {
  struct Row {
    std::vector<std::string> ranked;
    Judgements judged;
    double ndcg, map, mrr, recall;
  };
  const double log3 = 1.584962500721156;  // log2(3), the discount at rank 2; at rank 3 it is 2
  const std::vector<std::string> late = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"};
  const Row rows[] = {
      {{"a", "b"}, {{"a", 1}, {"b", 1}}, 1, 1, 1, 1},
      {{"x", "a"}, {{"a", 1}}, 1 / log3, 0.5, 0.5, 1},
      // linear gain: 1 + 3/log2(3) over 3 + 1/log2(3)
      {{"b", "a"}, {{"a", 3}, {"b", 1}}, (1 + 3 / log3) / (3 + 1 / log3), 1, 1, 1},
      {{"a", "x", "b"},
       {{"a", 2}, {"b", 1}, {"c", 1}, {"x", 0}},
       (2 + 1 / 2.0) / (2 + 1 / log3 + 1 / 2.0),
       (1 + 2 / 3.0) / 3,
       1,
       2 / 3.0},
      // below 0 is not relevant and costs nothing
      {{"n", "a"}, {{"n", -2}, {"a", 1}}, 1 / log3, 0.5, 0.5, 1},
      {late, {{"a", 1}}, 0, 1 / 11.0, 1 / 11.0, 1},
      {{}, {{"a", 1}}, 0, 0, 0, 0},
      {{"a"}, {{"a", 0}}, 0, 0, 0, 0},
  };
  for (const Row& row : rows) {
    const Measures measures = measure(row.ranked, row.judged);
    CAPTURE(row.ranked);
    CHECK(measures.ndcg_10 == Approx(row.ndcg));
    CHECK(measures.map == Approx(row.map));
    CHECK(measures.mrr == Approx(row.mrr));
    CHECK(measures.recall_100 == Approx(row.recall));
  }
}

TEST_CASE("recall is that of the first hundred") {
  std::vector<std::string> ranked(100, "x");
  ranked.emplace_back("a");
  CHECK(measure(ranked, {{"a", 1}}).recall_100 == 0);
}

TEST_CASE("topics count alike in the mean") {
  const Measures one{1, 1, 1, 1};
  const Measures none{};
  const std::vector<Measures> topics = {one, none, none, one};
  CHECK(mean(topics).ndcg_10 == Approx(0.5));
  CHECK(mean(topics).recall_100 == Approx(0.5));
  CHECK(mean({}).map == 0);
}

TEST_CASE("topics are plain words, whatever the query language would make of them") {
  struct Row {
    const char* topic;
    const char* query;
  };
  const Row rows[] = {
      {"mines cleared", "mines cleared"},
      {"what is (\"mine clearance\")?", "what is mine clearance ?"},
      {"NOT -cleared state:AZE", "\\NOT \\-cleared \\state:AZE"},
      {"mine* OR title:mine", "mine\\* \\OR \\title:mine"},
      {"  ", ""},
      {"one", "one"},
  };
  for (const Row& row : rows) {
    const std::string query = as_words(row.topic);
    CAPTURE(row.topic, query);
    const ParsedQuery parsed = parse_query(query);
    CHECK(parsed.notices.empty());
    CHECK(to_string(parsed.root) == query);
    for (const QueryNode& node : parsed.root.children) {
      CHECK(node.kind == QueryNode::Kind::word);
    }
  }
  CHECK(as_words(rows[0].topic) == rows[0].query);
  CHECK(as_words(rows[1].topic) == rows[1].query);
  CHECK(as_words(rows[4].topic).empty());
}

TEST_CASE("a collection is read in BEIR's layout, and TREC's lines of judgements too") {
  const TemporaryFolder folder;
  write(folder.path() / "queries.jsonl",
        "{\"_id\": \"q1\", \"text\": \"mines\"}\n\n{\"_id\": 2, \"text\": \"talks\"}\n");
  write(folder.path() / "qrels" / "test.tsv",
        "query-id\tcorpus-id\tscore\nq1\ta\t2\nq1\tb\t-1\n2 0 c 0.5\n");
  write(folder.path() / "passages.tsv", "q1\ta\t3\t1\n");
  write(folder.path() / "corpus.jsonl",
        "{\"_id\": \"a\", \"title\": \"Mines\", \"text\": \"Cleared.\", \"metadata\": {}}\n"
        "{\"_id\": \"b\", \"title\": \"Only a title\", \"text\": \"\"}\n"
        "{\"_id\": \"c\", \"text\": \" \"}\n");
  const Collection collection = read_collection(folder.path());
  REQUIRE(collection.topics.size() == 2);
  CHECK(collection.topics[1].id == "2");
  CHECK(collection.judgements.at("q1") == Judgements{{"a", 2}, {"b", -1}});
  CHECK(collection.judgements.at("2") == Judgements{{"c", 0.5}});
  CHECK(collection.passages.at({"q1", "a"}).at(3) == 1);

  write_records(folder.path(), folder.path() / "records.jsonl");
  std::ifstream records(folder.path() / "records.jsonl");
  std::string line;
  std::getline(records, line);
  CHECK(line == R"({"id":"a","text":"Cleared.","title":"Mines"})");
  std::getline(records, line);
  CHECK(line == R"({"id":"b","text":"Only a title","title":"Only a title"})");
  CHECK_FALSE(std::getline(records, line));
}

TEST_CASE("what is no collection is told with its place") {
  struct Row {
    const char* queries;
    const char* qrels;
    const char* problem;
  };
  const Row rows[] = {
      {"not json\n", "", "queries.jsonl:1: is not a JSON object"},
      {"{\"text\": \"mines\"}\n", "", "queries.jsonl:1: has no _id"},
      {"{\"_id\": \"1\"}\n", "query-id corpus-id score\n1\ta\n", "qrels.tsv:2: is not topic"},
  };
  for (const Row& row : rows) {
    const TemporaryFolder folder;
    write(folder.path() / "queries.jsonl", row.queries);
    write(folder.path() / "qrels.tsv", row.qrels);
    CHECK_THROWS_WITH(read_collection(folder.path()), Catch::Contains(row.problem));
  }
  const TemporaryFolder empty;
  CHECK_THROWS_WITH(read_collection(empty.path()), Catch::Contains("there is no such file"));
}

TEST_CASE("a run is read by score, and those of equal score as they stand") {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "run";
  write(file, "q1 Q0 low 1 0.5 x\nq1 Q0 high 2 7 x\nq1 Q0 same 3 0.5 x\nq2 Q0 other 1 1e-3 x\n");
  const auto run = read_run(file);
  CHECK(run.at("q1") == std::vector<std::string>{"high", "low", "same"});
  CHECK(run.at("q2") == std::vector<std::string>{"other"});
  write(file, "q1 Q0 document\n");
  CHECK_THROWS_AS(read_run(file), Error);
}

TEST_CASE("a run keeps the order of the answer, whatever the scores") {
  std::vector<DocumentHit> hits(2);
  hits[0].document.id = "phrase";
  hits[0].rank = 1;
  hits[0].score = 2;
  hits[1].document.id = "words";
  hits[1].rank = 2;
  hits[1].score = 9;
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "run";
  std::ofstream out(file);
  write_run(out, "q1", hits);
  out.close();
  CHECK(read_run(file).at("q1") == std::vector<std::string>{"phrase", "words"});
}

TEST_CASE("the order of passages is measured in the documents whose passages are judged") {
  DocumentHit hit;
  hit.document.id = "a";
  for (const std::uint32_t passage : {4U, 2U, 0U}) hit.passages.emplace_back().passage = passage;
  DocumentHit other;
  other.document.id = "b";
  const std::vector<DocumentHit> hits = {hit, other};
  const JudgedPassages judged = {{{"q1", "a"}, {{3, 1}, {1, 2}, {5, 0}}}};
  PassageOrder order;
  order.add("q1", hits, judged);
  order.add("q2", hits, judged);
  CHECK(order.documents() == 1);
  CHECK(order.first_right() == 0);
  CHECK(order.mrr() == Approx(0.5));  // passage 3 stands second
}
