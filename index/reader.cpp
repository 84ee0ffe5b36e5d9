#include "index/reader.h"

#include <cstdlib>

#include "index/analysis.h"
#include "index/directory.h"
#include "index/entry.h"
#include "index/schema.h"

namespace pincite {
namespace {

std::string rebuild_advice(const std::filesystem::path& folder) {
  return "run `pincite index -i " + folder.string() +
         " --rebuild PATH`, with the paths it was made from";
}

std::string live_generation(const std::filesystem::path& folder) {
  const auto generation = IndexDirectory(folder).live();
  if (generation) return *generation;
  throw Error(folder.string(), "there is no index here",
              "make one with `pincite index -i " + folder.string() + " PATH`");
}

constexpr int kAttempts = 3;

}  // namespace

std::string write_totals(const IndexTotals& totals) {
  const std::vector<std::string> numbers = {
      std::to_string(totals.passages), std::to_string(totals.notes), std::to_string(totals.bytes)};
  return join_values(numbers);
}

IndexTotals read_totals(const Xapian::Database& database) {
  return totals_of(database.get_doccount(), database.get_metadata(metadata_key::kTotals));
}

IndexTotals totals_of(std::uint64_t documents, std::string_view written) {
  IndexTotals totals;
  totals.documents = documents;
  const auto numbers = split_values(written);
  if (numbers.size() != 3) return totals;
  totals.passages = std::strtoull(numbers[0].c_str(), nullptr, 10);
  totals.notes = std::strtoull(numbers[1].c_str(), nullptr, 10);
  totals.bytes = std::strtoull(numbers[2].c_str(), nullptr, 10);
  return totals;
}

void check_version(const Xapian::Database& database, const std::filesystem::path& folder) {
  const std::string format = database.get_metadata(metadata_key::kFormat);
  if (format != std::to_string(kFormatVersion)) {
    throw Error(folder.string(),
                "its format is " + (format.empty() ? "not Pincite's" : "version " + format) +
                    ", and this program reads version " + std::to_string(kFormatVersion),
                rebuild_advice(folder));
  }
  if (database.get_metadata(metadata_key::kFingerprint) != analysis_fingerprint()) {
    throw Error(folder.string(), "it was made with other rules of text analysis",
                rebuild_advice(folder));
  }
}

IndexReader::IndexReader(const std::filesystem::path& folder) : folder_(folder) {
  const std::string generation = live_generation(folder);
  database_ = Xapian::Database((folder / generation).string());
  check_version(database_, folder);
  revision_ = generation.substr(1) + "." + database_.get_metadata(metadata_key::kState) + "-" +
              analysis_fingerprint();
}

Record IndexReader::record(Xapian::docid id) const {
  return Record(database_.get_document(id).get_data());
}

Xapian::docid IndexReader::find(std::string_view id) const { return find_entry(database_, id); }

void with_index(const std::filesystem::path& folder,
                const std::function<void(const IndexReader&)>& request) {
  for (int attempt = 1;; ++attempt) {
    try {
      request(IndexReader(folder));
      return;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == kAttempts) {
        throw Error(folder.string(), "it changes faster than it can be read, or it is damaged",
                    "try again; if that does not help, " + rebuild_advice(folder));
      }
    } catch (const Xapian::DatabaseOpeningError& error) {
      // the generation may just have been taken away by a rebuild
      if (attempt == kAttempts) throw index_error(folder, error);
    } catch (const Xapian::Error& error) {
      throw index_error(folder, error);
    }
  }
}

Error index_error(const std::filesystem::path& folder, const Xapian::Error& error) {
  const std::string& cause = error.get_msg();
  const char* system = error.get_error_string();    // of errno, where the system refused something
  if (cause.starts_with("Modifications failed")) {  // what was refused stands in the message only
    return {folder.string(), cause, "mend the cause and run the command again"};
  }
  if (system != nullptr && !std::string_view(error.get_type()).ends_with("OpeningError")) {
    return {folder.string(), cause + ": " + system,
            "the index is as it was before; mend the cause and run the command again"};
  }
  // a file that ends too early, is missing, or does not unpack comes as one of these
  const std::string_view type = error.get_type();
  if (type.starts_with("Database") || type == "FeatureUnavailableError" ||
      type == "DocNotFoundError") {
    return {folder.string(), "it is damaged: " + cause, rebuild_advice(folder)};
  }
  return {folder.string(), cause};
}

}  // namespace pincite
