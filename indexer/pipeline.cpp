#include "indexer/pipeline.h"

#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "corpus/error.h"
#include "corpus/text.h"
#include "index/entry.h"
#include "index/schema.h"
#include "indexer/kept_warnings.h"
#include "indexer/long_blocks.h"
#include "indexer/queue.h"
#include "indexer/readers/readers.h"
#include "indexer/recognise/recognise.h"

namespace pincite {
namespace {

constexpr std::size_t kBytesUnderWay = 32 << 20;  // of text

/// Raised when recognition changes, so that documents are made anew.
constexpr int kRecognitionVersion = 2;

/// Thrown out of a reader, to stop it where it is.
struct Interrupted {};

std::size_t text_bytes(const Reading& reading) {
  std::size_t bytes = 0;
  for (const Block& block : reading.blocks) bytes += block.text.size();
  return bytes;
}

/// Names everything that a document is made from.
std::string content_key(const Reading& reading, const std::string& id) {
  std::string all = std::to_string(kRecognitionVersion) + reading.sha256 + id;
  for (const GivenValue& given : reading.given) {
    all += '\0' + given.field + '\0' + given.json;
    for (const std::string& value : given.values) all += '\0' + value;
    all += static_cast<char>('0' + static_cast<int>(given.provenance.from));
  }
  return sha256_hex(all);
}

/// Whether a stored entry was made from this content, read from this place.
bool is_same(const Xapian::Document& entry, const std::string& content, const std::string& source) {
  return entry.get_value(number(Slot::content)) == content &&
         entry.get_value(number(Slot::source)) == source;
}

const std::string* given_id(const Reading& reading) {
  const GivenValue* strongest = nullptr;
  for (const GivenValue& given : reading.given) {
    if (given.field != "id" || given.values.empty() || given.values.front().empty()) continue;
    if (strongest == nullptr || given.provenance.from >= strongest->provenance.from) {
      strongest = &given;
    }
  }
  return strongest == nullptr ? nullptr : &strongest->values.front();
}

}  // namespace

/// The threads of a run, the queues between them, and the first error of any.
class Pipeline::Threads {
 public:
  explicit Threads(Pipeline& pipeline) : under_way_(kBytesUnderWay) {
    writer_ = std::thread([this, &pipeline] { guarded([&] { write_in_order(pipeline); }); });
    for (std::size_t i = 0; i < pipeline.workers_; ++i) {
      workers_.emplace_back(
          [this, &pipeline] { guarded([&] { work(pipeline.recognised_ != nullptr); }); });
    }
  }
  ~Threads() { stop(); }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  void give(Job&& job) {
    if (!under_way_.enter(job.weight) || !jobs_.push(std::move(job))) finish();
  }

  /// Waits for all that was given; throws the first error of any thread.
  void finish() {
    stop();
    if (error_) std::rethrow_exception(error_);
  }

 private:
  void stop() {
    jobs_.close();
    for (std::thread& worker : workers_) {
      if (worker.joinable()) worker.join();
    }
    entries_.close();
    if (writer_.joinable()) writer_.join();
  }

  template <typename Work>
  void guarded(Work work) {
    try {
      work();
    } catch (...) {
      // kept for finish(), which throws it in the thread that waits
      const std::lock_guard lock(mutex_);
      if (!error_) error_ = std::current_exception();
      under_way_.close();
      jobs_.close();
      entries_.close();
    }
  }

  void work(bool tells_recognised) {
    while (auto job = jobs_.pop()) {
      if (!entries_.push(make(std::move(*job), tells_recognised))) return;
    }
  }

  void write_in_order(Pipeline& pipeline) {
    std::map<std::size_t, Entry> early;
    std::size_t next = 0;
    while (auto entry = entries_.pop()) {
      early.emplace(entry->sequence, std::move(*entry));
      for (auto first = early.begin(); first != early.end() && first->first == next;
           first = early.erase(first), ++next) {
        const std::size_t weight = first->second.weight;
        pipeline.write(std::move(first->second));
        under_way_.leave(weight);
      }
    }
  }

  Admission under_way_;
  Queue<Job> jobs_;
  Queue<Entry> entries_;
  std::mutex mutex_;
  std::exception_ptr error_;
  std::thread writer_;
  std::vector<std::thread> workers_;
};

Pipeline::Pipeline(const std::vector<FoundFile>& files, IndexWriter& writer,
                   const RememberedPaths& paths, Manifests& manifests, KnownFiles& known,
                   Report& report, Progress& progress, const PipelineOptions& options)
    : files_(files),
      writer_(writer),
      paths_(paths),
      manifests_(manifests),
      known_(known),
      report_(report),
      progress_(progress),
      interrupted_(options.interrupted),
      recognised_(options.recognised),
      workers_(options.workers),
      claims_(
          files, paths, known, [this](const std::string& id) { return source_before(id); },
          [this](Warning&& warning) { report_.warn(warning); }) {}

void Pipeline::run() {
  Threads threads(*this);
  try {
    for (const FoundFile& file : files_) {
      if (interrupted_()) throw Interrupted();
      if (const auto documents = known_.unchanged(file.path)) {
        report_.unchanged += *documents;
        unchanged_files_.insert(file.path.string());
      } else {
        read(file, threads);
      }
      progress_.file(file.size);
    }
    settle_claims(threads);
  } catch (const Interrupted&) {
    report_.interrupted = true;
    for (const std::string& file : claims_.waiting_files()) known_.distrust(file);
  }
  threads.finish();
  for (const std::string& file : incomplete_) known_.distrust(file);
  for (const std::string& file : claims_.losers()) known_.read_again(file);
}

void Pipeline::read(const FoundFile& file, Threads& threads) {
  std::uint32_t documents = 0;
  std::string content;
  complete_ = true;
  ReadingSink sink;
  sink.document = [&](Reading&& reading) {
    content = documents++ == 0 && reading.line == 0 ? reading.sha256 : std::string();
    if (interrupted_()) throw Interrupted();
    const std::size_t bytes = text_bytes(reading);
    report_.bytes += bytes;
    progress_.document(bytes);
    if (auto job = admit(file, std::move(reading))) threads.give(std::move(*job));
  };
  sink.skipped = [&](Skipped&& skipped) { skip(std::move(skipped)); };
  sink.warning = [&](Warning&& warning) { report_.warn(warning); };
  known_.begin_read(file.path);
  read_file(file.path, file.path.string(), sink);
  const bool changed = known_.end_read(file.path, documents, content);
  if (changed) {
    report_.warn(
        {"changed_while_read", "it changed while it was read; index it again", file.path.string()});
  }
  if (!complete_) known_.distrust(file.path);
}

/// Decides on the documents that waited for another, and reads those that waited in vain again:
/// the other is not in its file any more.
void Pipeline::settle_claims(Threads& threads) {
  const std::vector<std::string> files =
      claims_.settle([&](const IdClaim& document, const std::string& id) {
        report_.skip({document.file, document.line, claims_.reason(id)});
        known_.distrust(document.file);
      });
  for (const std::string& path : files) {
    const FoundFile file{path, 0};
    ReadingSink sink;
    sink.document = [&](Reading&& reading) {
      const std::string id = manifests_.give(
          file.path, reading, [&](const Reading& document) { return id_of(file, document); });
      if (!claims_.is_due(id, {path, reading.line, given_id(reading) != nullptr})) return;
      if (auto job = admit(file, std::move(reading))) threads.give(std::move(*job));
    };
    // told when the file was read for the first time
    sink.skipped = [](Skipped&&) {};
    sink.warning = [](Warning&&) {};
    read_file(file.path, path, sink);
  }
}

/// What was skipped is told in every run, so the file is read in every run.
void Pipeline::skip(Skipped&& skipped) {
  complete_ = false;
  report_.skip(std::move(skipped));
}

std::optional<Pipeline::Job> Pipeline::admit(const FoundFile& file, Reading&& reading) {
  const std::string id = manifests_.give(
      file.path, reading, [&](const Reading& document) { return id_of(file, document); });
  if (id.size() > kLongestId) {
    skip({reading.source, reading.line,
          "its id has " + std::to_string(id.size()) + " bytes, more than " +
              std::to_string(kLongestId)});
    return std::nullopt;
  }
  const bool is_first = !claims_.is_granted(id);
  const IdClaim claim{file.path.string(), reading.line, given_id(reading) != nullptr};
  if (!is_granted(id, claim)) return std::nullopt;
  reading.source = source_of(reading.source, reading.line);
  EntrySource source{content_key(reading, id), file.path.string()};
  const auto before = entry_before(id);
  if (is_first && before && is_same(*before, source.content, reading.source)) {
    ++report_.unchanged;
    return std::nullopt;
  }
  Job job;
  job.sequence = next_sequence_++;
  job.id = id;
  job.weight = text_bytes(reading);
  if (is_first) job.counter = before ? &Report::replaced : &Report::indexed;
  job.kept = is_first && writer_.has_kept(source.content, reading.source);
  if (job.kept) reading.blocks.clear();
  job.source = std::move(source);
  job.reading = std::move(reading);
  return job;
}

/// Whether the document has its id; else it is told, if it is to be told now.
bool Pipeline::is_granted(const std::string& id, const IdClaim& document) {
  const IdClaims::Answer answer = claims_.claim(id, document);
  if (answer == IdClaims::Answer::taken) {
    skip({document.file, document.line, claims_.reason(id)});
  }
  return answer == IdClaims::Answer::granted;
}

std::string Pipeline::id_of(const FoundFile& file, const Reading& reading) const {
  const std::string* given = given_id(reading);
  return given != nullptr ? *given : source_of(paths_.id_of(file.path), reading.line);
}

/// The entry of this id as the run found it.
std::optional<Xapian::Document> Pipeline::entry_before(const std::string& id) const {
  if (!writer_.before()) return std::nullopt;
  const Xapian::docid entry = find_entry(*writer_.before(), id);
  if (entry == 0) return std::nullopt;
  return writer_.before()->get_document(entry);
}

/// Where the document of this id was read from; empty where the run found none in the index.
std::string Pipeline::source_before(const std::string& id) const {
  const auto before = entry_before(id);
  return before ? before->get_value(number(Slot::source)) : std::string();
}

bool Pipeline::is_in_unchanged_file(const std::string& id) const {
  const std::string source = source_before(id);
  return unchanged_files_.contains(source) ||
         unchanged_files_.contains(source.substr(0, source.rfind('#')));
}

Pipeline::Entry Pipeline::make(Job&& job, bool tells_recognised) {
  Entry entry;
  entry.sequence = job.sequence;
  entry.id = job.id;
  entry.file = job.source.file;
  entry.weight = job.weight;
  entry.counter = job.counter;
  entry.kept = job.kept;
  if (job.kept) return entry;
  const std::string source = job.reading.source;
  cut_long_blocks(job.reading.blocks, [&](std::size_t bytes) {
    entry.warnings.push_back(
        {"long_paragraph",
         "a paragraph of " + std::to_string(bytes >> 20U) +
             " MiB was cut into pieces of 4; phrases across a cut are not found",
         source});
  });
  try {
    Document document =
        recognise(std::move(job.reading), Vocabulary::built_in(),
                  [&entry](Warning&& warning) { entry.warnings.push_back(std::move(warning)); });
    document.id = job.id;
    document.source = source;
    entry.entry = make_entry(document, job.source, &entry.written);
    if (tells_recognised) {
      entry.recognised = {job.id, source, job.source.file, std::move(document.metadata)};
    }
  } catch (const Error& error) {
    entry.skipped.push_back({source, 0, error.what()});
  }
  return entry;
}

void Pipeline::write(Entry&& entry) {
  if (entry.kept) {
    entry.warnings = read_warnings(writer_.confirm(entry.id));
    ++report_.taken_over;
  }
  for (const Warning& warning : entry.warnings) report_.warn(warning);
  for (Skipped& skipped : entry.skipped) report_.skip(std::move(skipped));
  if (!entry.kept && !entry.entry) {
    incomplete_.push_back(entry.file);
    return;
  }
  if (entry.entry) {
    writer_.replace(entry.id, *entry.entry, entry.written, write_warnings(entry.warnings));
  }
  if (entry.recognised) recognised_(std::move(*entry.recognised));
  if (entry.counter != nullptr) ++(report_.*entry.counter);
}

}  // namespace pincite
