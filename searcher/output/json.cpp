// `search --format json` (contract, section 6).
#include "searcher/output/answer_json.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/writers.h"

namespace pincite {
namespace {

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
