#include "searcher/output/writers.h"

#include "searcher/output/output.h"

namespace pincite {
namespace {

void hand_over(const Answer& answer, AnswerSink& sink) {
  AnswerHead head(static_cast<const AnswerHead&>(answer));
  head.shown = static_cast<std::uint32_t>(answer.hits.size());
  head.first_rank = answer.hits.empty() ? 0 : answer.hits.front().rank;
  sink.begin(head);
  for (const DocumentHit& hit : answer.hits) sink.hit(DocumentHit(hit));
  sink.end(head);
}

}  // namespace

void write_text(std::ostream& out, const Answer& answer, const TextStyle& style) {
  hand_over(answer, *text_writer(out, style));
}

void write_json(std::ostream& out, const Answer& answer) { hand_over(answer, *json_writer(out)); }

void write_csv(std::ostream& out, const Answer& answer) { hand_over(answer, *csv_writer(out)); }

void write_ris(std::ostream& out, const Answer& answer) { hand_over(answer, *ris_writer(out)); }

void write_bibtex(std::ostream& out, const Answer& answer) {
  hand_over(answer, *bibtex_writer(out));
}

void write_csl(std::ostream& out, const Answer& answer) { hand_over(answer, *csl_writer(out)); }

}  // namespace pincite
