// JSON written part by part, so that no answer has to stand in memory whole. The bytes are those of
// write(out, json) with the same values.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "searcher/output/passage_json.h"

namespace pincite {

/// Writes to `out`, which must outlive it. Every open is to be followed by a close.
class JsonStream {
 public:
  explicit JsonStream(std::ostream& out) : out_(out) {}

  void open_object();
  void open_array();
  /// An array that is a member of the open object.
  void open_array(const std::string& name);
  /// A member of the open object.
  void member(const std::string& name, const Json& value);
  /// An element of the open array.
  void element(const Json& value);
  /// Ends what was opened last; a line feed follows the outermost.
  void close();

 private:
  struct Level {
    char end = '}';
    bool empty = true;
  };

  void open(char begin, char end);
  void next();
  void put(const Json& value);
  void indent();

  std::ostream& out_;
  std::vector<Level> levels_;
};

}  // namespace pincite
