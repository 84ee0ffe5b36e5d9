#include "searcher/search_command.h"

#include <fstream>
#include <memory>
#include <ostream>

#include "corpus/error.h"
#include "corpus/text.h"
#include "searcher/output/answer_json.h"
#include "searcher/output/concordance_writers.h"
#include "searcher/output/held_output.h"
#include "searcher/output/nothing_found.h"
#include "searcher/output/writers.h"

namespace pincite {
namespace {

void tell(std::ostream& err, const AnswerHead& answer) {
  for (const Notice& notice : answer.notices) {
    err << "pincite: " << visible(notice.text) << '\n';
  }
  tell_nothing_found(err, answer);
  tell_suggestion(err, answer);
}

std::unique_ptr<AnswerSink> concordance_writer(std::ostream& out, const SearchCommand& command) {
  if (command.format == OutputFormat::json) return concordance_json_writer(out);
  if (command.format == OutputFormat::csv) return concordance_csv_writer(out);
  return concordance_text_writer(out, command.style);
}

std::unique_ptr<AnswerSink> writer(std::ostream& out, const SearchCommand& command) {
  if (command.concordance) return concordance_writer(out, command);
  switch (command.format) {
    case OutputFormat::text:
      return text_writer(out, command.style);
    case OutputFormat::json:
      return json_writer(out);
    case OutputFormat::csv:
      return csv_writer(out);
    case OutputFormat::ris:
      return ris_writer(out);
    case OutputFormat::bibtex:
      return bibtex_writer(out);
    case OutputFormat::csl:
      return csl_writer(out);
  }
  return nullptr;
}

/// Hands everything on, and knows what there was.
class Recorder : public AnswerSink {
 public:
  void restart(std::unique_ptr<AnswerSink> writer) {
    writer_ = std::move(writer);
    exported_ = {};
    counts_ = {};
  }

  void begin(const AnswerHead& head) override {
    head_ = head;
    writer_->begin(head);
  }
  void hit(DocumentHit&& hit) override {
    const std::uint64_t before = exported_.occurrences;
    exported_.add(hit);
    counts_.add(hit.document, exported_.occurrences - before);
    writer_->hit(std::move(hit));
  }
  void end(const AnswerHead& head) override { writer_->end(head); }

  const AnswerHead& head() const { return head_; }
  const Exported& exported() const { return exported_; }
  const ConcordanceCounts& counts() const { return counts_; }

 private:
  std::unique_ptr<AnswerSink> writer_;
  AnswerHead head_;
  Exported exported_;
  ConcordanceCounts counts_;
};

/// Documents may be found by their title, a symbol or what they do not hold.
void tell_no_occurrence(std::ostream& err, const Recorder& recorder) {
  if (recorder.head().shown == 0 || recorder.counts().occurrences() > 0) return;
  err << "pincite: the documents found hold no words of the query in their text, so that there is "
         "nothing to line up; search without --concordance to see them\n";
}

void keep_record(const SearchCommand& command, const Recorder& recorder) {
  const std::filesystem::path& file = command.record;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  if (out) {
    write_record(out, recorder.head(), recorder.exported(),
                 command.concordance ? &recorder.counts() : nullptr);
  }
  out.close();
  if (out) return;
  throw Error(file.string(), "the record of the search cannot be written here",
              "name another file with --record");
}

void answer_into(HeldOutput& held, Recorder& recorder, const SearchCommand& command) {
  std::ostream out(&held);
  out.exceptions(std::ios::badbit);  // so that what cannot be printed ends the search
  with_index(command.index, [&](const IndexReader& index) {
    if (held.has_begun()) {
      throw Error(command.index.string(), "it changed while the results were printed",
                  "run the search again when no documents are being indexed");
    }
    held.forget();
    recorder.restart(writer(out, command));
    search(index, command.request, recorder);
  });
}

}  // namespace

int search_command(const SearchCommand& command, std::ostream& out, std::ostream& err) {
  if (const auto bad = first_invalid_utf8(command.request.query)) {
    throw Error("query", "byte " + std::to_string(*bad + 1) + " is not UTF-8",
                "type the query in a UTF-8 terminal");
  }
  Recorder recorder;
  HeldOutput held(out, [&] {
    if (command.format != OutputFormat::json) tell(err, recorder.head());
  });
  try {
    answer_into(held, recorder, command);
    if (!command.record.empty()) keep_record(command, recorder);
    held.release();
  } catch (const Error& error) {
    if (!held.has_begun() || !out) throw;
    throw Error(error.subject(), error.cause() + "; what was printed is incomplete",
                error.advice());
  }
  if (!command.concordance) return recorder.head().total > 0 ? 0 : 1;
  tell_no_occurrence(err, recorder);
  return recorder.counts().occurrences() > 0 ? 0 : 1;
}

}  // namespace pincite
