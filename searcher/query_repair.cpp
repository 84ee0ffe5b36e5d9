#include "searcher/query_repair.h"

#include <utility>

namespace pincite {
namespace {

using Piece = QueryToken::Kind;

void make_plain(QueryToken& piece) {
  piece.kind = Piece::term;
  piece.title = false;
  piece.window = 0;
  piece.sign = QueryNode::Role::may;
  piece.node = plain_word(piece.typed);
}

/// Of each piece: a bracket that has its counterpart.
std::vector<bool> matching(const std::vector<QueryToken>& pieces) {
  std::vector<bool> matched(pieces.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind == Piece::open) {
      open.push_back(i);
    } else if (pieces[i].kind == Piece::close && !open.empty()) {
      matched[i] = matched[open.back()] = true;
      open.pop_back();
    }
  }
  return matched;
}

class Brackets {
 public:
  explicit Brackets(QueryNotices& notices) : notices_(notices) {}

  void add(QueryToken piece, bool matched);
  std::vector<QueryToken> take() { return std::move(kept_); }

 private:
  void add_open(QueryToken piece);
  void add_close(QueryToken piece);
  void add_label(QueryToken piece);

  QueryNotices& notices_;
  std::vector<QueryToken> kept_;
  int depth_ = 0;
};

void Brackets::add(QueryToken piece, bool matched) {
  const bool bracket = piece.kind == Piece::open || piece.kind == Piece::close;
  if (bracket && !matched) {
    notices_.unbalanced_bracket();
    add_label(std::move(piece));
  } else if (piece.kind == Piece::open) {
    add_open(std::move(piece));
  } else if (piece.kind == Piece::close) {
    add_close(std::move(piece));
  } else {
    if (depth_ > kMaxBracketDepth && piece.is_operator()) make_plain(piece);
    if (depth_ > kMaxBracketDepth) piece.sign = QueryNode::Role::may;
    kept_.push_back(std::move(piece));
  }
}

void Brackets::add_open(QueryToken piece) {
  if (++depth_ <= kMaxBracketDepth) {
    kept_.push_back(std::move(piece));
  } else {
    notices_.too_deep();
    add_label(std::move(piece));
  }
}

/// Brackets with nothing in them vanish.
void Brackets::add_close(QueryToken piece) {
  if (--depth_ >= kMaxBracketDepth) return;
  if (kept_.back().kind != Piece::open) return kept_.push_back(std::move(piece));
  QueryToken open = std::move(kept_.back());
  kept_.pop_back();
  if (open.title) notices_.empty_filter(open.typed);
  add_label(std::move(open));
}

/// Of a `title:(` whose bracket is left out, `title:` stays as a word.
void Brackets::add_label(QueryToken piece) {
  if (!piece.title) return;
  make_plain(piece);
  kept_.push_back(std::move(piece));
}

/// Which pieces are operators without an operand on a side that needs one.
class Misplaced {
 public:
  explicit Misplaced(const std::vector<QueryToken>& pieces) : pieces_(pieces) {}

  bool at(std::size_t i) const;

 private:
  bool is(std::size_t i, Piece kind) const { return i < pieces_.size() && pieces_[i].kind == kind; }
  bool begins_operand(std::size_t i) const { return is(i, Piece::term) || is(i, Piece::open); }
  bool ends_operand(std::size_t i) const { return is(i, Piece::term) || is(i, Piece::close); }

  const std::vector<QueryToken>& pieces_;
};

bool Misplaced::at(std::size_t i) const {
  const bool precedes = i > 0 && ends_operand(i - 1);
  const bool follows = begins_operand(i + 1);
  switch (pieces_[i].kind) {
    case Piece::term:
    case Piece::open:
    case Piece::close:
      return false;
    case Piece::op_not:
      return !follows;
    case Piece::op_and:
    case Piece::op_or:
      return !precedes || !(follows || (is(i + 1, Piece::op_not) && begins_operand(i + 2)));
    case Piece::op_near:
    case Piece::op_adj:
      return !precedes || !follows || pieces_[i + 1].sign != QueryNode::Role::may;
  }
  return false;
}

}  // namespace

std::vector<QueryToken> matched_brackets(std::vector<QueryToken> pieces, QueryNotices& notices) {
  const std::vector<bool> matched = matching(pieces);
  Brackets brackets(notices);
  for (std::size_t i = 0; i < pieces.size(); ++i) brackets.add(std::move(pieces[i]), matched[i]);
  return brackets.take();
}

void demote_misplaced_operators(std::vector<QueryToken>& pieces, QueryNotices& notices) {
  std::vector<std::size_t> misplaced;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (Misplaced(pieces).at(i)) misplaced.push_back(i);
  }
  for (const std::size_t i : misplaced) {
    notices.misplaced_operator(pieces[i].typed);
    make_plain(pieces[i]);
  }
}

}  // namespace pincite
