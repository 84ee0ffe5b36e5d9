#include "searcher/verify_command.h"

#include <fstream>
#include <iostream>
#include <sstream>
#include <utility>

#include "corpus/error.h"
#include "corpus/text.h"
#include "searcher/verify/verify_all.h"

namespace pincite {
namespace {

const char* const kSplit = "verify a part of it at a time";

/// All of the stream. Throws Error where it cannot be read or is too long.
std::string all_of(std::istream& in, const std::string& name) {
  std::string text(kMostInput + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) throw Error(name, "cannot be read");
  if (text.size() > kMostInput) throw Error(name, "is longer than 16 MB", kSplit);
  return text;
}

std::string read_file(const VerifyCommand& command, std::istream& in) {
  if (command.file == "-") return all_of(in, "standard input");
  if (std::filesystem::is_directory(command.file)) throw Error(command.file, "is a folder");
  std::ifstream file(command.file, std::ios::binary);
  if (!file) throw Error(command.file, "cannot be opened");
  return all_of(file, command.file);
}

/// Throws Error where it is no text.
std::string checked_text(const VerifyCommand& command, std::istream& in) {
  constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
  std::string text = read_file(command, in);
  const std::string name = command.file == "-" ? "standard input" : command.file;
  if (const auto bad = first_invalid_utf8(text)) {
    throw Error(name, "byte " + std::to_string(*bad + 1) + " is not UTF-8", "save it as UTF-8");
  }
  if (const std::size_t zero = text.find('\0'); zero != std::string::npos) {
    throw Error(name, "byte " + std::to_string(zero + 1) + " is zero: this is no text");
  }
  if (text.starts_with(kByteOrderMark)) text.erase(0, 3);
  return text;
}

std::string counted(std::uint32_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void tell_summary(std::ostream& err, const ReadInput& read, const VerifiedAll& all) {
  const auto count = static_cast<std::uint32_t>(read.quotations.size());
  err << "pincite: " << counted(count, "quotation", "quotations")
      << (read.form == InputForm::list ? ", one a line" : " in a running text");
  const char* separator = ": ";
  for (std::size_t i = 0; i < all.verdicts.size(); ++i) {
    if (all.verdicts[i] == 0) continue;
    const auto verdict = static_cast<Verdict>(i);
    err << std::exchange(separator, ", ") << all.verdicts[i] << ' '
        << (verdict == Verdict::not_found ? "not found" : to_string(verdict));
  }
  err << '\n';
  if (all.not_understood != 0) {
    err << "pincite: " << counted(all.not_understood, "source", "sources")
        << " claimed could not be understood, so that only the words were verified\n";
  }
  if (all.unknown != 0) {
    err << "pincite: " << counted(all.unknown, "source", "sources")
        << " claimed could not be compared with what the documents say of themselves\n";
  }
}

void tell_reading(std::ostream& err, const ReadInput& read) {
  for (const Notice& notice : read.notices) err << "pincite: " << visible(notice.text) << '\n';
  if (!read.quotations.empty()) return;
  err << "pincite: there is no quotation in the input\n  write one a line, or a text with "
         "quotations in quotation marks\n";
}

}  // namespace

int verify_command(const VerifyCommand& command, std::istream& in, std::ostream& out,
                   std::ostream& err) {
  const ReadInput read = read_quotations(checked_text(command, in), command.form);
  const bool json = command.format == OutputFormat::json;
  VerifiedAll all;
  with_index(command.index, [&](const IndexReader& index) {
    all = verify_all(index, read.quotations, [&](const Verification& verification) {
      std::ostringstream told;
      if (json) {
        write_verification_json(told, verification);
      } else {
        write_verification_text(told, verification, command.style);
      }
      return std::move(told).str();
    });
  });
  tell_reading(err, read);
  if (json) {
    write_verifications_json(out, all.told);
  } else {
    write_verifications_text(out, all.told);
  }
  if (read.quotations.empty()) return 1;
  tell_summary(err, read, all);
  return all.confirmed == read.quotations.size() ? 0 : 1;
}

}  // namespace pincite
