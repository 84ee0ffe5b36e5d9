# Writes OUTPUT, a C++ source that holds the files FOLDER/TABLE.tsv for each TABLE of TABLES:
#
#   cmake -DOUTPUT=tables.cpp -DFOLDER=corpus/vocabulary "-DTABLES=states;meetings" -P embed.cmake
#
# The bytes are written as numbers, so that nothing in a table (quotes, brackets, semicolons,
# letters of any script) can be taken for CMake's or C++'s own, and no literal is too long.
if(NOT OUTPUT OR NOT FOLDER OR NOT TABLES)
  message(FATAL_ERROR "embed.cmake: OUTPUT, FOLDER and TABLES are needed")
endif()

set(arrays "")
set(answers "")
foreach(table IN LISTS TABLES)
  file(READ "${FOLDER}/${table}.tsv" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char k_${table}[] = {${bytes}};\n")
  string(APPEND answers
    "  if (name == \"${table}\") return std::string_view(k_${table}, sizeof k_${table});\n")
endforeach()

file(WRITE "${OUTPUT}" "// Made by vocabulary/embed.cmake.
#include \"corpus/vocabulary_table.h\"

namespace pincite {
namespace {

${arrays}
}  // namespace

std::string_view vocabulary_text(std::string_view name) {
${answers}  return std::string_view();
}

}  // namespace pincite
")
