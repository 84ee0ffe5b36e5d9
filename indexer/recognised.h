// What a run recognised of documents: for people to look at before or after it is indexed.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace pincite {

struct RecognisedDocument {
  std::string id;
  std::string source;  // the path it was read from, with `#LINE` for a record
  std::string file;    // that path
  Metadata metadata;
};

/// The metadata fields that have a value, with it; several values are separated by `; `.
std::vector<std::pair<std::string, std::string>> recognised_fields(const Metadata& metadata);

/// A table of the documents, each with its fields and where every value was read.
void write_recognised(std::ostream& out, const std::vector<RecognisedDocument>& documents);

/// Documents of an index that were read from below the folders or from the files `roots`, by their
/// source.
std::vector<RecognisedDocument> stored_documents(const std::filesystem::path& index,
                                                 const std::vector<std::filesystem::path>& roots);

/// Throws Error where write_manifest() could not write: asked before a run, so that none is made in
/// vain.
void check_can_write_manifest(const std::filesystem::path& manifest);

/// Writes a CSV that `index --manifest` takes (manifest.h), a row a document: to be corrected and
/// fed back. Files are named by their path, relative to the folder of `manifest`, and records by
/// their id. Cells that a spreadsheet would run have an apostrophe before them, which reading takes
/// away again. The file is replaced whole or not at all. Throws Error where it cannot be written.
void write_manifest(const std::filesystem::path& manifest,
                    const std::vector<RecognisedDocument>& documents);

/// A cell of a manifest, as text: without the apostrophe that keeps a spreadsheet from running it.
std::string_view without_guard(std::string_view cell);

}  // namespace pincite
