#include "corpus/text.h"
#include "searcher/output/answer_json.h"
#include "searcher/output/concordance_writers.h"
#include "searcher/output/context.h"
#include "searcher/output/excerpt.h"

namespace pincite {
namespace {

Json short_document_json(const Document& document) {
  const Json whole = document_json(document);
  Json json;
  for (const char* name : {"id", "title", "state", "type", "date", "year"})
    json[name] = whole[name];
  return json;
}

/// Code points before bytes of one text that are asked for in their order.
class Counter {
 public:
  std::size_t points_before(std::string_view text, std::uint32_t byte) {
    if (byte < at_) *this = Counter();
    points_ += code_points(text.substr(at_, byte - at_));
    at_ = byte;
    return points_;
  }

 private:
  std::uint32_t at_ = 0;
  std::size_t points_ = 0;
};

class JsonConcordance : public ConcordanceWriter {
 public:
  explicit JsonConcordance(std::ostream& out) : json_(out) {}

  void begin(const AnswerHead& head) override {
    json_.open_object();
    write_head(json_, head);
    json_.open_array("occurrences");
  }

  void hit(DocumentHit&& hit) override {
    exported_.add(hit);
    document_ = short_document_json(hit.document);
    passage_ = kNone;
    ConcordanceWriter::hit(std::move(hit));
  }

  void end(const AnswerHead& head) override {
    json_.close();
    json_.member("counts", counts_json(counts()));
    write_tail(json_, head, exported_);
    json_.close();
  }

 private:
  void occurrence(const DocumentHit& hit, const ConcordanceLine& line) override {
    if (line.passage != passage_) {
      passage_ = line.passage;
      place_ = place_json(hit.document, line.passage);
      counter_ = Counter();
    }
    const std::string& text = hit.document.passages[line.passage].text;
    const std::string_view match = part_of(text, line.match);
    const std::size_t begin = counter_.points_before(text, line.match.begin);
    Json json;
    json["rank"] = hit.rank;
    json["document"] = document_;
    json["passage"] = place_;
    json["highlight"] = Json::array({begin, begin + code_points(match)});
    json["left"] = part_of(text, context_before(text, line.match.begin, kContext));
    json["match"] = match;
    json["right"] = part_of(text, context_behind(text, line.match.end, kContext));
    json["citation"] = line.citation;
    json_.element(json);
  }

  JsonStream json_;
  Exported exported_;
  Json document_;
  std::uint32_t passage_ = kNone;  // that place_ and counter_ are of
  Json place_;
  Counter counter_;
};

}  // namespace

std::unique_ptr<AnswerSink> concordance_json_writer(std::ostream& out) {
  return std::make_unique<JsonConcordance>(out);
}

}  // namespace pincite
