// `pincite verify`: quotations, and the sources claimed for them, into verdicts.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "searcher/search_command.h"
#include "searcher/verify/quotation_reader.h"

namespace pincite {

struct VerifyCommand {
  std::filesystem::path index;
  std::string file;  // `-` for standard input
  InputForm form = InputForm::automatic;
  OutputFormat format = OutputFormat::text;
  TextStyle style;
};

/// Text may be as long as this, in bytes.
inline constexpr std::size_t kMostInput = 16U << 20U;

/// Prints a verdict for each quotation, in their order; how the text was read and how many there
/// are of each verdict goes to `err`. Returns 0 where every quotation stands in the source claimed,
/// 1 where one does not and where there is none. Throws Error with nothing printed.
int verify_command(const VerifyCommand& command, std::istream& in, std::ostream& out,
                   std::ostream& err);

}  // namespace pincite
