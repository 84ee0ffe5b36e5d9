// A test collection in the layout of BEIR (github.com/beir-cellar/beir):
//
//   corpus.jsonl       one document a line: `_id`, `title`, `text`; also .gz, .zst
//   queries.jsonl      one topic a line: `_id`, `text`; also .gz, .zst
//   qrels.tsv          topic, document, judgement; or qrels/test.tsv. A first line whose third
//                      column is no number is a header. Lines of four columns are those of TREC.
//   passages.tsv       of our own, may be absent: topic, document, number of a passage in it,
//                      judgement
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tools/relevance/measures.h"

namespace pincite {

struct Topic {
  std::string id;
  std::string text;
};

/// By topic.
using JudgedDocuments = std::map<std::string, Judgements>;
/// By topic and document, the passages that a person would quote, by number from 1.
using JudgedPassages =
    std::map<std::pair<std::string, std::string>, std::map<std::uint32_t, double>>;

struct Collection {
  std::vector<Topic> topics;  // in the order of the file
  JudgedDocuments judgements;
  JudgedPassages passages;
};

/// Throws Error where a file is missing, or a line is not what it should be, naming it.
Collection read_collection(const std::filesystem::path& folder);

/// Writes the documents of a collection as records to index, each with its id, title and text. A
/// document without text has its title as that; one without either is left out.
/// Throws Error where the file is missing, or a line is not what it should be.
void write_records(const std::filesystem::path& folder, const std::filesystem::path& records);

}  // namespace pincite
