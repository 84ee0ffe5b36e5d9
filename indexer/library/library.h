// Exports of reference managers (Zotero, Mendeley, JabRef and their like) as manifests: the items
// of a library, with the metadata of the files that are attached to them.
//
//   .json   CSL-JSON (csl-data.json, CSL 1.0.2), an array of items; files where an exporter adds
//           them: `attachments: [{"path": ...}]`
//   .ris    RIS; files stand in L1 to L4
//   .bib    BibTeX and BibLaTeX; files stand in `file`, as Zotero (`label:path:mime;...`) and
//           JabRef write them
//
// One format, one file of this folder; library.cpp tells which of our fields an item's are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pincite {

/// An item of a library, before its fields are ours.
struct LibraryItem {
  std::uint32_t line = 0;  // of the file, from 1; in CSL-JSON its number in the array
  std::string key;         // by which it is cited; empty where it has none
  std::string type;        // in the words of CSL
  std::vector<std::string> authors;
  std::string date;  // ISO 8601 as far as it goes; as written where it is no date
  std::string accessed;
  std::vector<std::string> files;                           // paths or file: addresses as written
  std::vector<std::pair<std::string, std::string>> fields;  // CSL's names, in their order
};

/// Says of which line something is wrong, and what.
using ItemProblem = std::function<void(std::uint32_t line, const std::string& problem)>;
using EachItem = std::function<void(LibraryItem&&)>;

/// REQUIRES: UTF-8. What is broken costs its item. Throws Error (of subject `name`) where the text
/// is none of the format at all.
void read_csl_json(std::string_view text, const std::string& name, const EachItem& each,
                   const ItemProblem& problem);
void read_ris(std::string_view text, const EachItem& each, const ItemProblem& problem);
void read_bibtex(std::string_view text, const EachItem& each, const ItemProblem& problem);

/// The fields of an item under our names, with their values: `title`, `author`, `date`, ...;
/// those we have no name for keep CSL's.
std::vector<std::pair<std::string, std::string>> our_fields(const LibraryItem& item);

/// The ways in which an attachment's path may be meant, the likeliest first: as written, without
/// `file://` and percent signs, with the separators of another system.
std::vector<std::string> readings_of_path(const std::string& path);

/// A date of three numbers, those that are 0 left out: `2010-11-29`, `2010-11`, `2010`.
std::string iso_date(int year, int month, int day);

}  // namespace pincite
