#include "corpus/cited_source.h"

#include <catch2/catch.hpp>

using namespace pincite;

TEST_CASE("a form is told with its treaty") {
  CHECK(form_value("MBT", "C") == "MBT/C");
  CHECK(form_value("CCW AP.II", "C") == "CCW AP.II/C");
  CHECK(form_value("", "B.1") == "B.1");
}

TEST_CASE("the text of a source never runs out of its note") {
  CitedSource source;
  source.at = {4, 9};
  CHECK(source_text("See Ibid. 5", source) == "Ibid.");
  CHECK(source_text("See", source).empty());
  source.at = {9, 4};
  CHECK(source_text("See Ibid. 5", source).empty());
}
