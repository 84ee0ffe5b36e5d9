// The ways a phrase can be read, as a lattice: from every boundary between its words lead edges to
// later ones, each the word that stands there, and a way from the first node to the last is a
// reading.
//
//   “anti-personnel mines.[5] The”       anti ─ personnel ─╮           ╭── 5 ──╮
//                                     ●─── antipersonnel ──●── mines ──●───────●── the ──●
//
// Knows no database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pincite {

struct PhraseEdge {
  std::uint32_t to = 0;   // a later node
  std::string term;       // with its prefix; empty where the edge takes no position
  std::string condition;  // a term that the document must have for this edge; empty for none
  bool scores = true;     // whether the term counts for the rank of a document

  bool operator==(const PhraseEdge&) const = default;
};

/// One way through: terms at consecutive positions.
struct PhraseReading {
  std::vector<PhraseEdge> words;        // those that take a position
  std::vector<std::string> conditions;  // terms that the document must have
};

class PhraseLattice {
 public:
  /// The edges from each node; the last node has none.
  const std::vector<std::vector<PhraseEdge>>& nodes() const { return nodes_; }

  /// The term of the way that is one word without a condition; nothing where there is none.
  std::optional<std::string> single_term() const;

  /// How many ways there are; the largest number there is where they are more.
  std::size_t size() const;
  /// All ways with a word in them, without repetition. REQUIRES: size() is small.
  std::vector<PhraseReading> readings() const;
  /// Lattices that each stand somewhere in every reading of this one: every run of words that can
  /// be read in one way only, and what can be read in several together with its neighbours, as far
  /// as that makes `most` readings at most. What holds a reading of this one holds one of each of
  /// them; the reverse is not true. Their words are few times those of this one, however many
  /// readings it has. What has very many readings by itself gives its first words only.
  std::vector<PhraseLattice> pieces(std::size_t most) const;

 private:
  friend class PhraseLatticeBuilder;

  std::vector<std::uint32_t> cuts() const;
  bool may_be_empty() const;
  PhraseLattice first_words() const;
  PhraseLattice between(std::uint32_t first, std::uint32_t last) const;

  std::vector<std::vector<PhraseEdge>> nodes_;
};

class PhraseLatticeBuilder {
 public:
  /// `words`: how many the phrase has as typed. Boundary i stands before word i.
  explicit PhraseLatticeBuilder(std::size_t words) : paths_(words) {}

  /// A way from boundary `from` to a later one. What `to` of the edges says is no matter.
  void add(std::size_t from, std::size_t to, std::vector<PhraseEdge> path);

  /// REQUIRES: the last boundary can be reached from the first.
  PhraseLattice build() const;

 private:
  struct Path {
    std::size_t to = 0;
    std::vector<PhraseEdge> edges;
  };
  std::vector<std::vector<Path>> paths_;  // from each boundary
};

}  // namespace pincite
