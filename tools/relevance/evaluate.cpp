// How well searches find what people judged relevant: runs the topics of a test collection and
// prints the usual measures. Usually started by tools/evaluate, which builds it first.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corpus/error.h"
#include "index/reader.h"
#include "indexer/index_command.h"
#include "searcher/search.h"
#include "tools/options.h"
#include "tools/relevance/collection.h"
#include "tools/relevance/passage_order.h"
#include "tools/relevance/run_file.h"
#include "tools/relevance/topic_query.h"

namespace {

namespace fs = std::filesystem;
using namespace pincite;

constexpr std::size_t kDepth = 100;  // documents of a topic that are looked at

constexpr OptionSpec kOptions[] = {
    {"index", 'i', "DIR", "keep the index in DIR, or search the one that is there"},
    {"run", 0, "FILE", "write the documents found as a run file of TREC"},
    {"measure", 0, "FILE", "measure this run file, of any engine, and search nothing"},
    {"per-query", 0, nullptr, "print the measures of each topic as well"},
    {"queries-as", 0, "KIND", "what topics are read as", false, "words|typed"},
    {"at-least", 0, "MEASURE=VALUE", "fail (exit 1) where a measure is below; repeatable", true},
    {"help", 'h', nullptr, "print this help"},
};

void print_help() {
  std::cout << "usage: tools/evaluate [OPTIONS] COLLECTION\n\n"
               "Indexes a test collection in the layout of BEIR (corpus.jsonl, queries.jsonl,\n"
               "qrels.tsv or qrels/test.tsv), searches its topics, and prints nDCG@10 (linear\n"
               "gain), MAP, MRR and recall@100 of the first 100 documents, as trec_eval defines\n"
               "them. Topics without a relevant document are left out; a topic that finds nothing\n"
               "counts 0. Where passages.tsv is there, the order of passages is measured too.\n\n"
            << options_help(kOptions);
}

/// A folder that is gone when the program ends.
class WorkFolder {
 public:
  WorkFolder() {
    std::string name = (fs::temp_directory_path() / "pincite-evaluate-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw Error(name, "cannot be made");
    path_ = name;
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void index_collection(const fs::path& collection, const fs::path& work, const fs::path& index) {
  const fs::path records = work / "records.jsonl";
  write_records(collection, records);
  IndexRequest request;
  request.index = index;
  request.paths = {records};
  request.quiet = true;
  index_command(request, std::cerr, std::cerr);
}

std::vector<DocumentHit> search_topic(const fs::path& index, const std::string& query,
                                      std::size_t passages) {
  SearchRequest request;
  request.query = query;
  request.limit = kDepth;
  request.passages = passages;
  Answer answer;
  with_index(index, [&](const IndexReader& reader) { answer = search(reader, request); });
  return std::move(answer.hits);
}

void print(std::ostream& out, const std::string& topic, const Measures& measures) {
  const std::string after = topic.empty() ? "" : "  " + topic;
  out << "nDCG@10     " << measures.ndcg_10 << after << '\n'
      << "MAP         " << measures.map << after << '\n'
      << "MRR         " << measures.mrr << after << '\n'
      << "recall@100  " << measures.recall_100 << after << '\n';
}

class Evaluation {
 public:
  Evaluation(const Arguments& arguments, Collection collection)
      : arguments_(arguments), collection_(std::move(collection)) {
    if (arguments.has("run")) {
      run_.emplace(arguments.value("run"), std::ios::binary);
      if (!*run_) throw Error(arguments.value("run"), "cannot be written");
    }
  }

  void search_all(const fs::path& index) {
    each_topic([&](const Topic& topic) { return found(index, topic); });
  }

  void measure_run(const fs::path& file) {
    auto run = read_run(file);
    each_topic([&](const Topic& topic) { return std::move(run[topic.id]); });
  }

  void print_means() const {
    print(std::cout, "", mean(topics_));
    if (passages_.documents() > 0) passages_.print(std::cout);
    std::cout << topics_.size() << " topics\n";
  }

  /// Whether every measure is at least what was asked for.
  bool is_good_enough() const {
    const Measures means = mean(topics_);
    bool good = true;
    for (const std::string& floor : arguments_.values("at-least")) {
      const std::size_t equals = std::min(floor.find('='), floor.size());
      const double value = value_of(floor.substr(0, equals), means);
      const double least = std::strtod(floor.c_str() + std::min(equals + 1, floor.size()), nullptr);
      if (value >= least) continue;
      std::cout << "below the floor: " << floor << '\n';
      good = false;
    }
    return good;
  }

 private:
  /// Measures what `ranked` gives for each topic that has a relevant document.
  void each_topic(const std::function<std::vector<std::string>(const Topic&)>& ranked) {
    for (const Topic& topic : collection_.topics) {
      const auto judged = collection_.judgements.find(topic.id);
      if (judged == collection_.judgements.end() || !has_relevant(judged->second)) continue;
      topics_.push_back(measure(ranked(topic), judged->second));
      if (arguments_.has("per-query")) print(std::cout, topic.id, topics_.back());
    }
    if (topics_.empty()) throw Error("evaluate", "no topic has a relevant document");
  }

  std::vector<std::string> found(const fs::path& index, const Topic& topic) {
    const bool words = arguments_.choice("queries-as") == "words";
    const std::size_t passages = collection_.passages.empty() ? 1 : 0;
    const std::vector<DocumentHit> hits =
        search_topic(index, words ? as_words(topic.text) : topic.text, passages);
    if (run_) write_run(*run_, topic.id, hits);
    passages_.add(topic.id, hits, collection_.passages);
    std::vector<std::string> ids;
    for (const DocumentHit& hit : hits) ids.push_back(hit.document.id);
    return ids;
  }

  double value_of(const std::string& name, const Measures& means) const {
    if (name == "nDCG@10") return means.ndcg_10;
    if (name == "MAP") return means.map;
    if (name == "MRR") return means.mrr;
    if (name == "recall@100") return means.recall_100;
    if (name == "first-passage") return passages_.first_right();
    if (name == "passage-MRR") return passages_.mrr();
    throw Error("--at-least", "there is no measure called " + name,
                "nDCG@10, MAP, MRR, recall@100, first-passage, passage-MRR");
  }

  const Arguments& arguments_;
  Collection collection_;
  std::optional<std::ofstream> run_;
  std::vector<Measures> topics_;
  PassageOrder passages_;
};

int evaluate(const Arguments& arguments) {
  if (arguments.positional().size() != 1) {
    throw Error("evaluate", "one collection is needed", "see tools/evaluate --help");
  }
  const fs::path folder = arguments.positional().front();
  Evaluation evaluation(arguments, read_collection(folder));
  if (arguments.has("measure")) {
    evaluation.measure_run(arguments.value("measure"));
  } else {
    const WorkFolder work;
    const fs::path index = arguments.value("index", (work.path() / "index").string());
    if (!fs::exists(index)) index_collection(folder, work.path(), index);
    evaluation.search_all(index);
  }
  evaluation.print_means();
  return evaluation.is_good_enough() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::cout << std::fixed << std::setprecision(4);
  try {
    const Arguments arguments =
        parse_arguments("evaluate", kOptions, std::vector<std::string>(argv + 1, argv + argc));
    if (arguments.has("help")) {
      print_help();
      return 0;
    }
    return evaluate(arguments);
  } catch (const Error& error) {
    std::cerr << "evaluate: " << error.what() << '\n';
    if (!error.advice().empty()) std::cerr << error.advice() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "evaluate: " << error.what() << '\n';
  }
  return 2;
}
