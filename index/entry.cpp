#include "index/entry.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <unordered_set>
#include <vector>

#include "corpus/error.h"
#include "index/analysis.h"
#include "index/cited.h"
#include "index/compounds.h"
#include "index/links.h"
#include "index/record.h"
#include "index/schema.h"

namespace pincite {
namespace {

constexpr std::size_t kLargestRecord = std::size_t{100} << 20U;  // bytes; Xapian refuses 130 MB

void add_symbol(Xapian::Document& entry, const char* field, std::string_view symbol) {
  for (const std::string& part : symbol_parts(symbol)) {
    entry.add_boolean_term(field_term(*find_field(field), part));
  }
}

void add_written_once(std::unordered_set<std::string_view>& seen, WrittenWords* written,
                      std::string_view text, const Token& token) {
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  if (written == nullptr) return;
  if (word.size() == token.term.size() && word == token.term) return;  // the usual case, quickly
  if (seen.insert(word).second) add_written(*written, token.term, word);
}

/// Posts the passages' tokens; returns how many each has.
std::vector<std::uint32_t> add_text(Xapian::Document& entry, const Document& document,
                                    CoveringNotes& notes, WrittenWords* written) {
  std::unordered_set<std::string_view> seen;
  std::vector<std::uint32_t> counts;
  counts.reserve(document.passages.size());
  Xapian::termpos position = 1;
  for (const Passage& passage : document.passages) {
    const std::vector<Token> tokens = analyse(passage.text, passage.silent);
    for (const PlacedTerm& placed : compound_terms(passage.text, tokens)) {
      entry.add_posting(placed.term, position + static_cast<Xapian::termpos>(placed.token), 0);
    }
    notes.add_passage(static_cast<std::uint32_t>(counts.size()), tokens, position);
    for (const Token& token : tokens) {
      entry.add_posting(token.term, position++);
      if (token.kind == Token::Kind::symbol) add_symbol(entry, "mentions", token.term);
      add_written_once(seen, written, passage.text, token);
    }
    position += kPassageGap;
    counts.push_back(static_cast<std::uint32_t>(tokens.size()));
  }
  return counts;
}

/// Numbers of the marks that take no position, whether their notes are there or not.
void add_note_numbers(Xapian::Document& entry, const Document& document) {
  for (const Passage& passage : document.passages) {
    for (const Range& range : passage.silent) {
      const std::string_view mark =
          std::string_view(passage.text).substr(range.begin, range.end - range.begin);
      for (const Token& token : analyse(mark)) {
        const bool number = std::all_of(token.term.begin(), token.term.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
        if (number) entry.add_boolean_term(inner_term(InnerTerm::note, token.term));
      }
    }
  }
}

void add_title_words(Xapian::Document& entry, std::string_view text, Xapian::termpos& position,
                     WrittenWords* written) {
  const FieldSpec& title = *find_field("title");
  const std::vector<Token> tokens = analyse(text);
  for (const PlacedTerm& placed : compound_terms(text, tokens)) {
    entry.add_posting(field_term(title, placed.term),
                      position + static_cast<Xapian::termpos>(placed.token), 0);
  }
  for (const Token& token : tokens) {
    entry.add_posting(field_term(title, token.term), position++);
    if (written != nullptr) {
      add_written(*written, token.term, text.substr(token.begin, token.end - token.begin));
    }
  }
  position += kPassageGap;
}

void add_title(Xapian::Document& entry, const Document& document, WrittenWords* written) {
  Xapian::termpos position = 1;
  add_title_words(entry, document.metadata.title, position, written);
  for (const Passage& passage : document.passages) {
    if (passage.kind == PassageKind::title) {
      add_title_words(entry, passage.text, position, written);
    }
  }
}

void add_facets(Xapian::Document& entry, const Metadata& metadata) {
  for (const FieldSpec& field : schema()) {
    if (field.kind != FieldKind::facet) continue;
    const std::vector<std::string> values = facet_values(field, metadata);
    if (values.empty()) entry.add_boolean_term(field_term(field, ""));
    for (const std::string& value : values) entry.add_boolean_term(field_term(field, value));
    entry.add_value(number(*field.slot), join_values(values));
  }
}

/// Which documents cite what is a term; which part of the text it covers stands in the slot.
void add_cited(Xapian::Document& entry, const std::vector<CoveringNote>& notes) {
  for (const FieldSpec& field : schema()) {
    if (field.kind != FieldKind::cited) continue;
    std::set<std::string> values;
    for (const CoveringNote& note : notes) {
      for (const CitedValues& source : note.sources) {
        values.insert(of(source, *field.cited).begin(), of(source, *field.cited).end());
      }
    }
    if (values.empty()) values.insert("");
    for (const std::string& value : values) entry.add_boolean_term(field_term(field, value));
  }
  entry.add_value(number(Slot::cited), write_covering_notes(notes));
}

void add_links(Xapian::Document& entry, const Document& document) {
  for (const std::string& key : link_keys(document.metadata)) {
    entry.add_boolean_term(inner_term(InnerTerm::known_by, key));
  }
  for (const Note& note : document.notes) {
    for (const CitedSource& source : note.sources) {
      for (const std::string& key : link_keys(source)) {
        entry.add_boolean_term(inner_term(InnerTerm::cites, key));
      }
    }
  }
}

void add_dates(Xapian::Document& entry, const Metadata& metadata) {
  const auto& date = metadata.date ? metadata.date : metadata.period;
  if (date) {
    entry.add_value(number(Slot::date_first), day_value(date->first_day()));
    entry.add_value(number(Slot::date_last), day_value(date->last_day()));
  }
  if (metadata.period) {
    entry.add_value(number(Slot::period_first), day_value(metadata.period->first_day()));
    entry.add_value(number(Slot::period_last), day_value(metadata.period->last_day()));
  }
}

}  // namespace

Xapian::docid find_entry(const Xapian::Database& database, std::string_view id) {
  const std::string term = id_term(id);
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

EntrySizes sizes_of(const Document& document) {
  EntrySizes sizes;
  sizes.passages = document.passages.size();
  sizes.notes = document.notes.size();
  for (const Passage& passage : document.passages) sizes.bytes += passage.text.size();
  return sizes;
}

EntrySizes read_sizes(const std::string& slot) {
  const std::vector<std::string> numbers = split_values(slot);
  if (numbers.size() != 3) return {};
  return {std::strtoull(numbers[0].c_str(), nullptr, 10),
          std::strtoull(numbers[1].c_str(), nullptr, 10),
          std::strtoull(numbers[2].c_str(), nullptr, 10)};
}

Xapian::Document make_entry(const Document& document, const EntrySource& source,
                            WrittenWords* written) {
  Xapian::Document entry;
  CoveringNotes notes(document);
  const std::vector<std::uint32_t> tokens = add_text(entry, document, notes, written);
  add_cited(entry, notes.take());
  add_links(entry, document);
  add_note_numbers(entry, document);
  add_title(entry, document, written);
  add_facets(entry, document.metadata);
  add_dates(entry, document.metadata);
  add_symbol(entry, "symbol", document.metadata.symbol);
  entry.add_boolean_term(id_term(document.id));
  entry.add_value(number(Slot::id), id_term(document.id));
  entry.add_boolean_term(field_term(*find_field("file"), source.file));
  entry.add_value(number(Slot::content), source.content);
  entry.add_value(number(Slot::source), document.source);
  const EntrySizes sizes = sizes_of(document);
  const std::vector<std::string> numbers = {
      std::to_string(sizes.passages), std::to_string(sizes.notes), std::to_string(sizes.bytes)};
  entry.add_value(number(Slot::sizes), join_values(numbers));
  std::string record = encode_record(document, tokens);
  if (record.size() > kLargestRecord) {
    throw Error("its text",
                "is too large: " + std::to_string(record.size() >> 20U) +
                    " MB when it is packed, where an index takes " +
                    std::to_string(kLargestRecord >> 20U),
                "split the document");
  }
  entry.set_data(record);
  return entry;
}

}  // namespace pincite
