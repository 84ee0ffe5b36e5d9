// The metadata of a document: what was given, and what its page says where nothing was.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "indexer/reading.h"
#include "indexer/recognise/page_header.h"

namespace pincite {

/// `where`: of the document, for warnings.
Metadata make_metadata(std::vector<GivenValue>&& given, const PageHeader& header,
                       const Vocabulary& vocabulary, const std::string& where,
                       const std::function<void(Warning&&)>& warn);

}  // namespace pincite
