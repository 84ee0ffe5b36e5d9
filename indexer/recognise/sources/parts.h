// A citation being taken apart. What has been understood is taken out, so that no byte is read
// twice: a date inside a title is no date, and a place inside a meeting's name no place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/recognise/sources/quotations.h"
#include "indexer/recognise/sources/words.h"

namespace pincite {

/// Bytes [begin, end) of a citation, between commas.
struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Parts {
 public:
  /// `text`: one citation without its signal and last stop.
  explicit Parts(std::string_view text);

  std::string_view text() const { return text_; }
  std::string_view part(std::size_t begin, std::size_t end) const {
    return std::string_view(text_).substr(begin, end - begin);
  }
  const Enclosed& enclosed() const { return enclosed_; }

  /// The words outside quotations, whether taken or not.
  const std::vector<NoteWord>& words() const { return words_; }
  /// Index of the first word that begins at or behind byte `at`.
  std::size_t word_at(std::size_t at) const;

  void take(std::size_t begin, std::size_t end);
  bool taken(std::size_t at) const { return at < taken_.size() && taken_[at]; }
  bool quoted(std::size_t at) const { return range_around(enclosed_.quotations, at).has_value(); }
  bool bracketed(std::size_t at) const { return range_around(enclosed_.brackets, at).has_value(); }

  /// What is left between `begin` and `end`, white space squeezed, without commas and other
  /// punctuation at its ends.
  std::string left(std::size_t begin, std::size_t end) const;

  /// What stands between commas (those in brackets and quotations, and taken ones, aside) from
  /// `begin` on, and of which something is left.
  std::vector<Segment> segments(std::size_t begin) const;

  /// Drops the text from `end` on.
  void cut(std::size_t end);

 private:
  void read();

  std::string text_;
  Enclosed enclosed_;
  std::vector<NoteWord> words_;
  std::vector<bool> taken_;
};

/// Cuts off what a sentence goes on to say behind a citation: `Article 7 Report, 30 April 2003,
/// which did not include Form J`. False where the citation itself is a sentence, and so none:
/// `Grenada did not complete Form A`.
bool cut_clause(Parts& parts);

}  // namespace pincite
