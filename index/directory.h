// The folder of an index and its generations.
//
//   DIR/lock        held by an indexer for its whole run; see lock.h
//   DIR/gNNNNNN/    one Xapian database a generation; never renamed once live, names never reused
//   DIR/tmp.gN/     a generation that is being built, or was when its run was killed; see kept.h
//   DIR/XAPIANDB    Xapian stub that names the live generation, so that Xapian's tools open DIR
//
// A small run changes the live generation in one transaction. A rebuild, and an update that adds
// much, makes a new generation in tmp.gN, packs it into tmp.gN.packed, renames that, and then puts
// the stub in place by one rename: only that switches readers.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace pincite {

/// Keys of the database's metadata.
namespace metadata_key {
inline constexpr const char* kFormat = "pincite.format";            // kFormatVersion
inline constexpr const char* kFingerprint = "pincite.fingerprint";  // analysis_fingerprint()
inline constexpr const char* kState = "pincite.state";      // counts the commits of a generation
inline constexpr const char* kTotals = "pincite.totals";    // passages, notes, bytes of text
inline constexpr const char* kSkipped = "pincite.skipped";  // see skipped.h
inline constexpr const char* kFiles = "pincite.files";      // see file_table.h
inline constexpr const char* kPaths = "pincite.paths";  // remembered paths; see indexer/identity.h
inline constexpr const char* kManifests = "pincite.manifests";  // likewise, of --manifest
inline constexpr const char* kKept = "pincite.kept";  // of staged generations only; see kept.h
}  // namespace metadata_key

class IndexDirectory {
 public:
  explicit IndexDirectory(std::filesystem::path folder) : folder_(std::move(folder)) {}

  const std::filesystem::path& folder() const { return folder_; }

  /// Name of the live generation, `g000001`; nothing where there is no index.
  /// Throws Error where the stub is not one of ours.
  std::optional<std::string> live() const;

  /// A name that no generation has had.
  std::string next_generation() const;
  /// Where that generation is built.
  std::filesystem::path staging(const std::string& generation) const;
  /// Makes a generation that is complete in the folder `built` the live one; the folder is renamed.
  /// REQUIRES: `built` lies in folder() and has a name that begins with `tmp.`.
  void publish(const std::filesystem::path& built, const std::string& generation) const;

  /// The generation that a killed run left in its staging folder, whatever state that is in.
  std::optional<std::string> left_staged() const;
  /// Removes the staging folder of that generation, if there is one.
  void discard(const std::string& generation) const;

  /// Removes generations older than the previous one, and what runs left that were killed, but for
  /// left_staged(). REQUIRES: the lock is held.
  void clean_up() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace pincite
