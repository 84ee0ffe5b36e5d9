#include "searcher/verify/verification.h"

namespace pincite {

const char* to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
      return "exact";
    case Verdict::typographic:
      return "typographic";
    case Verdict::joined:
      return "joined";
    case Verdict::altered:
      return "altered";
    case Verdict::misattributed:
      return "misattributed";
    case Verdict::not_found:
      break;
  }
  return "not_found";
}

const char* to_string(Attribution attribution) {
  switch (attribution) {
    case Attribution::document:
      return "document";
    case Attribution::note:
      return "note";
    case Attribution::unknown:
      return "unknown";
    case Attribution::contradicted:
      return "contradicted";
    case Attribution::unclaimed:
      break;
  }
  return nullptr;
}

bool is_confirmed(const Verification& verification) {
  const Attribution attribution = verification.attribution;
  return verification.verdict <= Verdict::joined &&
         (attribution == Attribution::unclaimed || attribution == Attribution::document ||
          attribution == Attribution::note);
}

}  // namespace pincite
