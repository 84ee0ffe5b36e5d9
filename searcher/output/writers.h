// The formats of output.h as sinks, which print each hit as it comes and keep none. `out` must
// outlive them.
#pragma once

#include <iosfwd>
#include <memory>

#include "searcher/answer.h"
#include "searcher/output/output.h"

namespace pincite {

std::unique_ptr<AnswerSink> text_writer(std::ostream& out, const TextStyle& style);
std::unique_ptr<AnswerSink> json_writer(std::ostream& out);
std::unique_ptr<AnswerSink> csv_writer(std::ostream& out);
std::unique_ptr<AnswerSink> ris_writer(std::ostream& out);
std::unique_ptr<AnswerSink> bibtex_writer(std::ostream& out);
std::unique_ptr<AnswerSink> csl_writer(std::ostream& out);

}  // namespace pincite
