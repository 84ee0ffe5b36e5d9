// What verifying a quotation finds out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/answer.h"
#include "searcher/difference.h"
#include "searcher/verify/claim.h"

namespace pincite {

enum class Verdict : std::uint8_t {
  exact,          // the very characters stand there
  typographic,    // the words do; case, accents, quotation marks, hyphens, note marks differ
  joined,         // its parts do, in order, in one document; ellipses stand between them
  altered,        // nearly the words do
  misattributed,  // found, but not in the source claimed
  not_found,
};

/// The word for it in JSON: `exact`, ..., `not_found`.
const char* to_string(Verdict verdict);

/// How the source claimed and the one found agree.
enum class Attribution : std::uint8_t {
  unclaimed,     // no source is claimed
  document,      // it is the document itself
  note,          // the document's note names it as the source of the words
  unknown,       // it was not understood, or the document says nothing of what is claimed
  contradicted,  // it is another
};

/// The word for it in JSON: `document`, `note`, `unknown`, `contradicted`; nullptr for unclaimed.
const char* to_string(Attribution attribution);

/// What an ellipsis leaves out.
struct Omission {
  std::uint32_t words = 0;
  std::uint32_t passages = 0;  // how many passages further the next part stands
};

struct Verification {
  std::string text;     // the quotation
  std::string claimed;  // the source; empty where none is
  std::uint32_t line = 0;
  Verdict verdict = Verdict::not_found;
  std::vector<Difference> difference;
  std::vector<Omission> omissions;  // of joined: behind each part but the last
  Attribution attribution = Attribution::unclaimed;
  Claim claim;                      // the source, as far as it was understood
  std::uint32_t documents = 0;      // that hold the words; 0 where none does
  std::optional<DocumentHit> best;  // the document with one passage
};

/// Whether the quotation stands in the source claimed, if one is claimed.
bool is_confirmed(const Verification& verification);

}  // namespace pincite
