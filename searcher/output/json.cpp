// `search --format json` (contract, section 6).
#include "searcher/output/answer_json.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/writers.h"

namespace pincite {
namespace {

Json hit_json(const DocumentHit& hit) {
  Json json;
  json["rank"] = hit.rank;
  json["score"] = hit.score;
  json["document"] = document_json(hit.document);
  json["matching_passages"] = hit.matching_passages;
  json["passages"] = Json::array();
  const std::vector<std::uint32_t> carriers = pincite::carriers(hit.document);
  for (const PassageHit& passage : hit.passages) {
    json["passages"].push_back(passage_json(hit.document, passage, carriers));
  }
  return json;
}

class JsonWriter : public AnswerSink {
 public:
  explicit JsonWriter(std::ostream& out) : json_(out) {}

  void begin(const AnswerHead& head) override {
    json_.open_object();
    write_head(json_, head);
    json_.open_array("hits");
  }

  void hit(DocumentHit&& hit) override {
    exported_.add(hit);
    json_.element(hit_json(hit));
  }

  void end(const AnswerHead& head) override {
    json_.close();
    write_tail(json_, head, exported_);
    json_.close();
  }

 private:
  JsonStream json_;
  Exported exported_;
};

}  // namespace

std::unique_ptr<AnswerSink> json_writer(std::ostream& out) {
  return std::make_unique<JsonWriter>(out);
}

}  // namespace pincite
