// RIS, as Zotero, EndNote and others read it: a tag a line, `TY` first, `ER` last.
//
// Values are one line each, so that no text can begin a tag; several remarks are one `N1`, for
// readers differ in what they do with a second one. The symbol stands where the readers look for
// a number in a record of that type: `SN`, `M1` or `CN`. The record of the search is `U1`, a field
// for users' own use that no reader takes for anything else.
#include <array>
#include <cstdio>
#include <ostream>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "searcher/output/record_type.h"
#include "searcher/output/reference.h"
#include "searcher/output/writers.h"

namespace pincite {
namespace {

void tag(std::ostream& out, const char* name, const std::string& value) {
  const std::string line = squeeze(visible(value));
  if (!line.empty()) out << name << "  - " << line << '\n';
}

/// YYYY/MM/DD/other, the parts that are not known left empty.
std::string ris_date(const Period& period) {
  const CalendarDate& date = period.begin();
  std::array<char, 32> year{};
  std::snprintf(year.data(), year.size(), "%04d", date.year);
  const auto part = [](int number) {
    std::string digits = number == 0 ? std::string() : std::to_string(number);
    return "/" + (digits.size() == 1 ? "0" + digits : digits);
  };
  const std::string other = period.is_single() ? std::string() : period.in_words();
  return year.data() + part(date.month) + part(date.day) + "/" + other;
}

void write_dates(std::ostream& out, const Work& work) {
  if (work.date) {
    const std::string date = ris_date(*work.date);
    tag(out, "PY", date.substr(0, 4));
    tag(out, "DA", date);
  }
  const auto accessed = Period::parse(squeeze(work.accessed));
  tag(out, "Y2", accessed ? ris_date(*accessed) : work.accessed);
}

const char* number_tag(const std::string& type) {
  if (type == "RPRT") return "SN";
  const bool has_number = type == "HEAR" || type == "SLIDE" || type == "STAT" || type == "PCOMM" ||
                          type == "ICOMM" || type == "GEN";
  return has_number ? "M1" : "CN";
}

void write_publication(std::ostream& out, const Work& work, const std::string& type) {
  const bool at_meeting = type == "SLIDE" || type == "HEAR";
  tag(out, at_meeting ? "T2" : "KW", work.meeting);
  tag(out, type == "NEWS" ? "T2" : "PB", work.publisher);
  tag(out, "CY", work.place);
}

void write_remarks(std::ostream& out, const Reference& reference) {
  std::string remarks;
  const auto add = [&remarks](const std::string& text) {
    if (text.empty()) return;
    if (!remarks.empty()) remarks += remarks.back() == '.' ? " " : ". ";
    remarks += text;
  };
  add(reference.pinpoint);
  add(reference.work.remark);
  add(reference.cited_in);
  tag(out, "N1", remarks);
}

void write_record(std::ostream& out, const Reference& reference) {
  const Work& work = reference.work;
  const std::string type = record_type(work.type).ris;
  tag(out, "TY", type);
  tag(out, "ID", reference.key);
  for (const std::string& author : work.authors) tag(out, "AU", author);
  tag(out, "TI", work.title);
  if (!work.type.empty()) tag(out, "M3", Vocabulary::built_in().label(Table::types, work.type));
  write_publication(out, work, type);
  write_dates(out, work);
  tag(out, number_tag(type), work.symbol);
  tag(out, "SE", reference.section);
  tag(out, "SP", work.page);
  tag(out, "LA", work.language);
  tag(out, "UR", work.url);
  tag(out, "AB", reference.quotation);
  write_remarks(out, reference);
  tag(out, "U1", reference.search);
  out << "ER  - \n\n";
}

class RisWriter : public RecordWriter {
 public:
  explicit RisWriter(std::ostream& out) : out_(out) {}

 private:
  void write(const Reference& reference) override { write_record(out_, reference); }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<AnswerSink> ris_writer(std::ostream& out) {
  return std::make_unique<RisWriter>(out);
}

}  // namespace pincite
