// BibTeX entries that BibTeX, biblatex, Zotero and pandoc read.
//
// What every style prints (author, title, year, month, institution, address, pages, note) stands in
// the fields of BibTeX's first styles; biblatex and importers take the whole date from `date`,
// which comes last because some of them let the later field win. `note` is the pinpoint, which
// styles print; `annote` names the sources, which they do not; `abstract` is the quotation.
#include <array>
#include <ostream>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "searcher/output/document_text.h"
#include "searcher/output/record_type.h"
#include "searcher/output/reference.h"
#include "searcher/output/writers.h"

namespace pincite {
namespace {

// A backslash before a brace would still leave it counted by BibTeX, so that braces have names.
const char* escape_of(char c) {
  switch (c) {
    case '&':
      return "\\&";
    case '%':
      return "\\%";
    case '$':
      return "\\$";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '{':
      return "{\\textbraceleft}";
    case '}':
      return "{\\textbraceright}";
    case '~':
      return "{\\textasciitilde}";
    case '^':
      return "{\\textasciicircum}";
    case '\\':
      return "{\\textbackslash}";
    default:
      return nullptr;
  }
}

/// Whether TeX's fonts would set the two as one other character: a dash, a quotation mark.
bool is_ligature(char first, char second) {
  constexpr std::string_view kDoubled = "-`',<>";
  if (second == '`' && (first == '?' || first == '!')) return true;
  return first == second && kDoubled.find(first) != std::string_view::npos;
}

std::string escaped(const std::string& text) {
  std::string safe;
  char before = 0;
  for (const char c : squeeze(visible(text))) {
    if (is_ligature(before, c)) safe += "{}";
    before = c;
    if (const char* escape = escape_of(c)) {
      safe += escape;
    } else {
      safe += c;
    }
  }
  return safe;
}

/// An address is taken literally, so that what would end its field is percent-encoded (RFC 3986).
std::string escaped_url(const std::string& url) {
  std::string safe;
  for (const char c : squeeze(visible(url))) {
    if (std::string_view(" {}\\\"<>^`|").find(c) == std::string_view::npos) {
      safe += c;
      continue;
    }
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    safe += '%';
    safe += kDigits[byte >> 4U];
    safe += kDigits[byte & 0x0FU];
  }
  return safe;
}

class Entry {
 public:
  Entry(std::ostream& out, const std::string& type, const std::string& key) : out_(out) {
    out_ << '@' << type << '{' << key;
  }
  /// A value that is BibTeX already.
  void raw(const char* name, const std::string& value) {
    if (!value.empty()) out_ << ",\n  " << name << " = " << value;
  }
  void literal(const char* name, const std::string& value) {
    if (!value.empty()) raw(name, "{" + value + "}");
  }
  void text(const char* name, const std::string& value) { literal(name, escaped(value)); }
  /// A text that keeps its capitals, or a name that is not one of a person and has no parts.
  void whole(const char* name, const std::string& value) {
    const std::string safe = escaped(value);
    if (!safe.empty()) raw(name, "{{" + safe + "}}");
  }
  void close() { out_ << "\n}\n\n"; }

 private:
  std::ostream& out_;
};

void write_authors(Entry& entry, const std::vector<std::string>& authors) {
  std::string names;
  for (const std::string& author : authors) {
    names += (names.empty() ? "{" : " and {") + escaped(author) + "}";
  }
  entry.literal("author", names);
}

void write_date(Entry& entry, const Period& period) {
  constexpr std::array<const char*, 13> kMonths = {"",    "jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  const int first = period.first_year();
  const int last = period.last_year();
  entry.literal("year", std::to_string(first) + (first == last ? "" : "--" + std::to_string(last)));
  const int month = period.begin().month;
  if (first == last && month == period.end().month) {
    entry.raw("month", kMonths[static_cast<std::size_t>(month)]);
  }
  entry.literal("date", period.iso());
}

// Report, article and book have a field each for who issued them.
const char* publisher_field(const std::string& type) {
  if (type == "techreport") return "institution";
  return type == "article" ? "journal" : "publisher";
}

void write_work(Entry& entry, const Work& work, const std::string& type) {
  write_authors(entry, work.authors);
  entry.whole("title", work.title);
  if (!work.type.empty()) {
    entry.text("type", Vocabulary::built_in().label(Table::types, work.type));
  }
  entry.whole(publisher_field(type), work.publisher);
  entry.text("address", work.place);
  entry.text("eventtitle", work.meeting);
  entry.text("number", work.symbol);
  if (type == "misc") entry.text("howpublished", work.symbol);
  if (work.date) write_date(entry, *work.date);
  entry.text("language", work.language);
  entry.literal("url", escaped_url(work.url));
  const auto accessed = Period::parse(squeeze(work.accessed));
  entry.text("urldate", accessed ? accessed->iso() : work.accessed);
}

void write_entry(std::ostream& out, const Reference& reference) {
  const std::string type = record_type(reference.work.type).bibtex;
  Entry entry(out, type, reference.key);
  write_work(entry, reference.work, type);
  entry.text("pages", reference.work.page);
  entry.text("note", joined({reference.work.remark, reference.pinpoint}, "; "));
  entry.text("annote", reference.cited_in);
  entry.text("abstract", reference.quotation);
  entry.close();
}

/// The record of the search. BibTeX itself ends a comment at the next `@`.
void write_comment(std::ostream& out, const std::string& search) {
  if (search.empty()) return;
  std::string safe;
  for (const char c : escaped(search))
    safe += c == '@' ? std::string("{\\char64}") : std::string(1, c);
  out << "@comment{" << safe << "}\n\n";
}

class BibtexWriter : public RecordWriter {
 public:
  explicit BibtexWriter(std::ostream& out) : out_(out) {}

 private:
  void write(const Reference& reference) override {
    if (first_) write_comment(out_, reference.search);
    first_ = false;
    write_entry(out_, reference);
  }

  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<AnswerSink> bibtex_writer(std::ostream& out) {
  return std::make_unique<BibtexWriter>(out);
}

}  // namespace pincite
