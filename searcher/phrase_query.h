// A phrase as Xapian runs it.
//
// Xapian 1.4 takes inside PHRASE terms and ORs of terms only; what else is put there is silently
// wrong. A phrase never scores: it is a filter under its words.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "index/reader.h"
#include "searcher/phrase_lattice.h"

namespace pincite {

/// Documents that hold one of the readings. Up to 16 are an OR of phrases; of more, the documents
/// that hold every piece of the lattice are looked up and each is checked here and now, so that the
/// query stands for exactly those that hold the phrase.
Xapian::Query phrase_query(const PhraseLattice& lattice, const IndexReader& index);

}  // namespace pincite
