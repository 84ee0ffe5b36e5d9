#include "searcher/output/json_stream.h"

#include <ostream>

namespace pincite {

void JsonStream::open_object() { open('{', '}'); }

void JsonStream::open_array() { open('[', ']'); }

void JsonStream::open_array(const std::string& name) {
  next();
  put(name);
  out_ << ": ";
  open_array();
}

void JsonStream::member(const std::string& name, const Json& value) {
  next();
  put(name);
  out_ << ": ";
  put(value);
}

void JsonStream::element(const Json& value) {
  next();
  put(value);
}

void JsonStream::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty) indent();
  out_ << level.end;
  if (levels_.empty()) out_ << '\n';
}

void JsonStream::open(char begin, char end) {
  out_ << begin;
  levels_.push_back({end, true});
}

void JsonStream::next() {
  if (!levels_.back().empty) out_ << ',';
  levels_.back().empty = false;
  indent();
}

// line feeds within strings are escaped, so that every one found is between values
void JsonStream::put(const Json& value) {
  const std::string text = to_text(value);
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    out_.write(text.data() + begin, static_cast<std::streamsize>(end - begin));
    indent();
    begin = end + 1;
  }
  out_.write(text.data() + begin, static_cast<std::streamsize>(text.size() - begin));
}

void JsonStream::indent() { out_ << '\n' << std::string(2 * levels_.size(), ' '); }

}  // namespace pincite
