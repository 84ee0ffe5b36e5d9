#include "searcher/nearest_pieces.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace pincite {
namespace {

using Xapian::Query;

constexpr double kEnoughBits = 8;    // beyond those that tell one place from all others
constexpr std::size_t kLongest = 6;  // words of a piece

struct Bounds {
  std::size_t pieces = 0;
  Xapian::doccount postings = 0;  // of the rarest words of all pieces together
};
constexpr Bounds kQuick = {6, 4'000};
constexpr Bounds kThorough = {40, 60'000};

struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  double bits = 0;
  Xapian::doccount postings = 0;  // of its rarest word: what looking for it costs
};

double bits_of_collection(const IndexReader& index) {
  const Xapian::Database& database = index.database();
  return std::log2(std::max(2.0, database.get_avlength() * database.get_doccount()));
}

/// The piece that begins here: it ends where it says enough, before a word that stands nowhere.
Piece piece_from(std::span<const WeighedWord> words, std::size_t begin, double enough) {
  Piece piece{begin, begin, 0, 0};
  while (piece.end < words.size() && piece.end - begin < kLongest && piece.bits < enough) {
    const WeighedWord& word = words[piece.end];
    if (word.documents == 0) break;
    piece.postings = piece.end == begin ? word.documents : std::min(piece.postings, word.documents);
    piece.bits += word.bits;
    ++piece.end;
  }
  return piece;
}

/// Pieces from every word, but none that lies within another of them.
std::vector<Piece> all_pieces(std::span<const WeighedWord> words, double enough) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Piece piece = piece_from(words, i, enough);
    if (piece.end == i || (!pieces.empty() && pieces.back().end == piece.end)) continue;
    pieces.push_back(piece);
  }
  return pieces;
}

/// Every two words side by side.
std::vector<Piece> all_neighbours(std::span<const WeighedWord> words) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto postings = std::min(words[i].documents, words[i + 1].documents);
    if (postings > 0) pieces.push_back({i, i + 2, words[i].bits + words[i + 1].bits, postings});
  }
  return pieces;
}

/// Each run of words once.
std::vector<Piece> different(const std::vector<Piece>& pieces, std::span<const WeighedWord> words) {
  std::set<std::string> seen;
  std::vector<Piece> once;
  for (const Piece& piece : pieces) {
    std::string key;
    for (std::size_t i = piece.begin; i < piece.end; ++i) key += words[i].term + ' ';
    if (seen.insert(std::move(key)).second) once.push_back(piece);
  }
  return once;
}

/// Some that stand apart from each other and then more between them, as far as they are cheap.
std::vector<Piece> chosen(const std::vector<Piece>& pieces, const Bounds& bounds) {
  std::vector<Piece> order;
  std::vector<Piece> between;
  std::size_t end = 0;
  for (const Piece& piece : pieces) {
    if (piece.begin >= end) {
      order.push_back(piece);
      end = piece.end;
    } else {
      between.push_back(piece);
    }
  }
  const auto cheaper = [](const Piece& a, const Piece& b) {
    return a.bits / (200.0 + a.postings) > b.bits / (200.0 + b.postings);
  };
  std::stable_sort(order.begin(), order.end(), cheaper);
  std::stable_sort(between.begin(), between.end(), cheaper);
  order.insert(order.end(), between.begin(), between.end());
  std::vector<Piece> taken;
  Xapian::doccount postings = 0;
  for (const Piece& piece : order) {
    if (taken.size() == bounds.pieces) break;
    if (!taken.empty() && postings + piece.postings > bounds.postings) continue;
    postings += piece.postings;
    taken.push_back(piece);
  }
  return taken;
}

/// With a document's weight being its bits, under CoordWeight.
Query query_of(const Piece& piece, std::span<const WeighedWord> words) {
  std::vector<Query> terms;
  for (std::size_t i = piece.begin; i < piece.end; ++i) terms.emplace_back(words[i].term);
  const auto count = static_cast<Xapian::termcount>(terms.size());
  return {Query::OP_SCALE_WEIGHT, Query(Query::OP_PHRASE, terms.begin(), terms.end(), count),
          piece.bits / count};
}

}  // namespace

std::vector<WeighedWord> weigh(const IndexReader& index, std::span<const std::string> terms) {
  const Xapian::Database& database = index.database();
  const double all = bits_of_collection(index);
  std::unordered_map<std::string, WeighedWord> known;
  std::vector<WeighedWord> words;
  for (const std::string& term : terms) {
    const auto [found, fresh] = known.try_emplace(term);
    if (fresh) {
      WeighedWord& word = found->second;
      word.term = term;
      word.documents = database.get_termfreq(term);
      const auto times = static_cast<double>(database.get_collection_freq(term));
      if (word.documents > 0) word.bits = std::max(0.0, all - std::log2(times)) + 0.1;
    }
    words.push_back(found->second);
  }
  return words;
}

std::vector<Candidate> documents_with_pieces(const IndexReader& index,
                                             std::span<const WeighedWord> words,
                                             const Query& within, Effort effort, std::size_t most) {
  const bool quick = effort == Effort::quick;
  std::vector<Piece> pieces = all_pieces(words, bits_of_collection(index) + kEnoughBits);
  if (!quick) {
    const std::vector<Piece> more = all_neighbours(words);
    pieces.insert(pieces.end(), more.begin(), more.end());
  }
  std::vector<Query> any;
  for (const Piece& piece : chosen(different(pieces, words), quick ? kQuick : kThorough)) {
    any.push_back(query_of(piece, words));
  }
  if (any.empty()) return {};
  Query query(Query::OP_OR, any.begin(), any.end());
  if (!within.empty()) query = Query(Query::OP_FILTER, query, within);
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::CoordWeight());
  enquire.set_query(query);
  std::vector<Candidate> found;
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
  for (auto i = matches.begin(); i != matches.end(); ++i) found.push_back({*i, i.get_weight()});
  return found;
}

}  // namespace pincite
