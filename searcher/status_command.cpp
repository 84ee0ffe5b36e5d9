#include "searcher/status_command.h"

#include "index/directory.h"
#include "index/schema.h"
#include "searcher/output/status.h"

namespace pincite {
namespace {

Status status_of(const IndexReader& index) {
  Status status;
  const Xapian::Database& database = index.database();
  status.index = index.folder().string();
  status.revision = index.revision();
  status.totals = index.totals();
  for (auto i = database.allterms_begin(); i != database.allterms_end(); ++i) ++status.terms;
  status.coverage = coverage_of(index);
  status.skipped = read_skipped(database.get_metadata(metadata_key::kSkipped));
  return status;
}

}  // namespace

int status_command(const StatusCommand& command, std::ostream& out) {
  Status status;
  with_index(command.index, [&](const IndexReader& index) { status = status_of(index); });
  if (command.format == OutputFormat::json) {
    write_status_json(out, status);
  } else {
    write_status_text(out, status);
  }
  return 0;
}

}  // namespace pincite
