#include "index/file_table.h"

#include "corpus/error.h"
#include "index/bytes.h"
#include "index/compression.h"

namespace pincite {
namespace {

void write_stamp(ByteWriter& out, const FileStamp& stamp) {
  out.number(stamp.size);
  out.number(static_cast<std::uint64_t>(stamp.modified));
  out.number(stamp.inode);
}

FileStamp read_stamp(ByteReader& in) {
  FileStamp stamp;
  stamp.size = in.number();
  stamp.modified = static_cast<std::int64_t>(in.number());
  stamp.inode = in.number();
  return stamp;
}

}  // namespace

std::string write_file_table(const FileTable& table) {
  if (table.empty()) return {};
  ByteWriter out;
  for (const auto& [path, entry] : table) {
    out.string(path);
    write_stamp(out, entry.file);
    write_stamp(out, entry.sidecar);
    out.number(entry.documents);
    out.string(entry.content);
    out.string(entry.given);
  }
  return compress(out.bytes());
}

FileTable read_file_table(std::string_view bytes) {
  FileTable table;
  if (bytes.empty()) return table;
  try {
    const std::string all = decompress(bytes);
    ByteReader in(all);
    while (!in.at_end()) {
      FileEntry& entry = table[std::string(in.string())];
      entry.file = read_stamp(in);
      entry.sidecar = read_stamp(in);
      entry.documents = in.number32();
      entry.content = in.string();
      entry.given = in.string();
    }
  } catch (const std::exception& error) {
    throw Error("table of files", error.what(),
                "the index is damaged; run `pincite index --rebuild`");
  }
  return table;
}

}  // namespace pincite
