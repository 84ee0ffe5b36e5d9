// Reading in tests: a text as a file of a temporary folder, and everything that comes of it.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "indexer/readers/readers.h"
#include "indexer/recognise/recognise.h"
#include "tests/temporary_folder.h"

namespace pincite {

inline std::filesystem::path profile(const std::string& name) {
  return std::filesystem::path(PINCITE_SOURCE_DIR) / "tests/indexer/profiles" / name;
}

inline std::filesystem::path shared(const std::string& name) {
  return std::filesystem::path(PINCITE_SHARED_DIR) / name;
}

/// All that a file gives.
struct Outcome {
  std::vector<Reading> readings;
  std::vector<std::string> skipped;   // `LINE: REASON`
  std::vector<std::string> warnings;  // `CODE: TEXT`
};

inline Outcome read(const std::filesystem::path& path) {
  Outcome outcome;
  ReadingSink sink;
  sink.document = [&](Reading&& reading) { outcome.readings.push_back(std::move(reading)); };
  sink.skipped = [&](Skipped&& skipped) {
    outcome.skipped.push_back(std::to_string(skipped.line) + ": " + skipped.reason);
  };
  sink.warning = [&](Warning&& warning) {
    outcome.warnings.push_back(warning.code + ": " + warning.text);
  };
  read_file(path, path.filename().string(), sink);
  return outcome;
}

inline void write(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Reads `bytes` from a file of this name, beside the given sidecar.
inline Outcome read(const std::string& name, std::string_view bytes,
                    std::string_view sidecar = {}) {
  const TemporaryFolder folder;
  write(folder.path() / name, bytes);
  if (!sidecar.empty()) write(folder.path() / (name + ".json"), sidecar);
  return read(folder.path() / name);
}

/// The documents of a file, and the warnings of reading and recognising them.
struct Recognition {
  std::vector<Document> documents;
  std::vector<std::string> warnings;
};

inline Recognition recognise(Outcome&& outcome) {
  Recognition all;
  all.warnings = std::move(outcome.warnings);
  for (Reading& reading : outcome.readings) {
    all.documents.push_back(recognise(
        std::move(reading), Vocabulary::built_in(),
        [&all](Warning&& warning) { all.warnings.push_back(warning.code + ": " + warning.text); }));
  }
  return all;
}

/// The one document of a text. REQUIRES: there is one.
inline Document document_of(const std::string& name, std::string_view text,
                            std::string_view sidecar = {}) {
  return recognise(read(name, text, sidecar)).documents.at(0);
}

/// `KIND | SECTION | PARAGRAPH | TEXT` of a passage, the text up to `most` bytes.
inline std::string in_a_line(const Document& document, std::uint32_t index, std::size_t most = 40) {
  const Passage& passage = document.passages[index];
  std::ostringstream line;
  line << to_string(passage.kind) << " | ";
  const auto above = headings_above(document, index);
  for (std::size_t i = 0; i < above.size(); ++i) {
    line << (i == 0 ? "" : " / ") << section_name(document.passages[above[i]]);
  }
  line << " | " << passage.locator.paragraph << " | " << passage.text.substr(0, most);
  return line.str();
}

inline std::vector<std::string> outline(const Document& document, std::size_t most = 40) {
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    lines.push_back(in_a_line(document, i, most));
  }
  return lines;
}

/// `PASSAGE: LABEL at N covers [B, E)` of each mark; numbers are code points and count passages
/// from 1; the label is `-` where the mark has no note.
inline std::vector<std::string> marks_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Mark& mark : document.marks) {
    const auto points = code_point_offsets(document.passages[mark.passage].text,
                                           {mark.at.begin, mark.covers.begin, mark.covers.end});
    std::ostringstream line;
    line << mark.passage + 1 << ": " << (mark.note == kNone ? "-" : document.notes[mark.note].label)
         << " at " << points[0] << " covers [" << points[1] << ", " << points[2] << ")";
    lines.push_back(line.str());
  }
  return lines;
}

/// `LABEL | PASSAGE+COUNT | TEXT` of each note.
inline std::vector<std::string> notes_of(const Document& document, std::size_t most = 30) {
  std::vector<std::string> lines;
  for (const Note& note : document.notes) {
    std::ostringstream line;
    line << note.label << " | " << note.passage + 1 << "+" << note.passages << " | "
         << note_text(document, note).substr(0, most);
    lines.push_back(line.str());
  }
  return lines;
}

/// `FROM, WHERE` of a field; empty where it has no value.
inline std::string provenance_of(const Document& document, const std::string& field) {
  const auto found = document.metadata.provenance.find(field);
  if (found == document.metadata.provenance.end()) return {};
  return std::string(to_string(found->second.from)) + ", " + found->second.where;
}

}  // namespace pincite
