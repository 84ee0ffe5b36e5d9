#include "corpus/cited_source.h"

#include <algorithm>

namespace pincite {

const char* to_string(SourceOrigin origin) {
  switch (origin) {
    case SourceOrigin::unknown:
      return "";
    case SourceOrigin::note:
      return "note";
    case SourceOrigin::document:
      return "document";
  }
  return "";
}

std::string form_value(std::string_view treaty, std::string_view form) {
  std::string value(treaty);
  if (!value.empty()) value += '/';
  return value += form;
}

std::string_view source_text(std::string_view note_text, const CitedSource& source) {
  const std::size_t begin = std::min<std::size_t>(source.at.begin, note_text.size());
  const std::size_t end = std::clamp<std::size_t>(source.at.end, begin, note_text.size());
  return note_text.substr(begin, end - begin);
}

}  // namespace pincite
