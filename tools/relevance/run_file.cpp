#include "tools/relevance/run_file.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <utility>

#include "corpus/error.h"

namespace pincite {

void write_run(std::ostream& out, const std::string& topic, std::span<const DocumentHit> hits) {
  for (const DocumentHit& hit : hits) {
    out << topic << " Q0 " << hit.document.id << ' ' << hit.rank << ' ' << std::setprecision(9)
        << 1.0 / hit.rank << " pincite\n";
  }
}

std::map<std::string, std::vector<std::string>> read_run(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.string(), "cannot be read");
  std::map<std::string, std::vector<std::pair<double, std::string>>> scored;
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream columns(line);
    std::string topic;
    std::string q0;
    std::string document;
    double rank = 0;
    double score = 0;
    if (!(columns >> topic >> q0 >> document >> rank >> score)) {
      throw Error(file.string(), "is no run file: " + line);
    }
    scored[topic].emplace_back(score, std::move(document));
  }
  std::map<std::string, std::vector<std::string>> run;
  for (auto& [topic, documents] : scored) {
    std::ranges::stable_sort(documents, std::greater<>(), &std::pair<double, std::string>::first);
    for (auto& [score, document] : documents) run[topic].push_back(std::move(document));
  }
  return run;
}

}  // namespace pincite
