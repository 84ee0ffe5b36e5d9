// The meeting that a citation names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/period.h"
#include "corpus/vocabulary.h"
#include "indexer/recognise/sources/page_context.h"

namespace pincite {

struct CitedMeeting {
  std::vector<std::string> meeting;  // ids; as written where the vocabulary does not know it
  std::vector<std::string> treaty;   // of the meeting
  bool by_page = false;              // the page's treaty told which of several it is
};

/// Whether `text` names something people meet at: a meeting, a conference, a committee.
bool is_meeting(std::string_view text, const Vocabulary& vocabulary);

/// The meeting that is named by `text`. Of several of its name it is the one of the treaties
/// `named` in the citation and held on `date`; where the citation names no treaty, that of the
/// page. Where this leaves several or none, the name is kept as written. REQUIRES:
/// is_meeting(text).
CitedMeeting cited_meeting(const std::string& text, const std::vector<std::string>& named,
                           const std::optional<Period>& date, const PageContext& page,
                           const Vocabulary& vocabulary);

}  // namespace pincite
