#include "indexer/id_claims.h"

#include <algorithm>
#include <charconv>

namespace pincite {

std::string source_of(const std::string& file, std::uint32_t line) {
  return line == 0 ? file : file + "#" + std::to_string(line);
}

IdClaims::IdClaims(const std::vector<FoundFile>& files, const RememberedPaths& paths,
                   KnownFiles& known, std::function<std::string(const std::string&)> source_before,
                   std::function<void(Warning&&)> warn)
    : paths_(paths),
      known_(known),
      source_before_(std::move(source_before)),
      warn_(std::move(warn)) {
  for (const FoundFile& file : files) order_.emplace(file.path.string(), order_.size());
}

IdClaims::Answer IdClaims::claim(const std::string& id, const IdClaim& document) {
  const auto here = holders_.find(id);
  if (here == holders_.end()) {
    const std::string before = source_before_(id);
    const std::string source = source_of(document.file, document.line);
    const Answer answer = before.empty() || before == source
                              ? Answer::granted
                              : claim_from(place_of(before), id, document);
    if (answer == Answer::granted) grant(id, document);
    return answer;
  }
  if (!document.given) return Answer::taken;
  const IdClaim other = here->second;
  lose(id, other.file, source_of(other.file, other.line), source_of(document.file, document.line));
  grant(id, document);
  return Answer::granted;
}

/// Of an id that the index has from another place, and no document of this run so far.
IdClaims::Answer IdClaims::claim_from(const Place& holder, const std::string& id,
                                      const IdClaim& document) {
  if (!is_file(holder.file)) return Answer::granted;
  const bool holder_is_given = is_given(id, holder);
  const bool is_of_run = order_.contains(holder.file);
  const bool is_unread = is_of_run && !known_.read().contains(holder.file) &&
                         known_.unchanged(holder.file).has_value();
  const bool is_next = is_of_run && is_behind(holder, document);
  const bool gives_way = document.given && !(holder_is_given && is_next);
  if (is_next && !is_unread && !gives_way && !settled_) {
    waiting_[id].push_back(document);
    return Answer::waits;
  }
  // it was read in this run, and has this id no more
  if (is_of_run && !is_unread &&
      (holder.file == document.file || known_.read().contains(holder.file))) {
    return Answer::granted;
  }
  if (!document.given) return Answer::taken;
  const std::string source = source_of(document.file, document.line);
  const std::string other = source_of(holder.file, holder.line);
  if (is_unread && !gives_way) {
    lose(id, document.file, source, other);
    return Answer::lost;
  }
  lose(id, holder.file, other, source);
  known_.read_again(holder.file);
  return Answer::granted;
}

void IdClaims::lose(const std::string& id, const std::string& loser_file, const std::string& loser,
                    const std::string& winner) {
  warn_({"id_given_twice",
         "its id “" + id + "” is also that of " + loser +
             ", which is not indexed; give one of them another",
         winner});
  const bool is_same_file = winner == loser_file || winner.starts_with(loser_file + "#");
  if (!is_same_file) losers_.insert(loser_file);
}

std::vector<std::string> IdClaims::settle(
    const std::function<void(const IdClaim&, const std::string& id)>& skip) {
  settled_ = true;
  std::set<std::size_t> numbers;
  std::vector<std::string> files(order_.size());
  for (auto waiting = waiting_.begin(); waiting != waiting_.end();) {
    const auto& [id, documents] = *waiting;
    const auto holder = holders_.find(id);
    for (const IdClaim& document : documents) {
      if (holder == holders_.end()) {
        numbers.insert(order_.at(document.file));
        files[order_.at(document.file)] = document.file;
      } else if (document.given) {
        lose(id, document.file, source_of(document.file, document.line),
             source_of(holder->second.file, holder->second.line));
      } else {
        skip(document, id);
      }
    }
    waiting = holder == holders_.end() ? std::next(waiting) : waiting_.erase(waiting);
  }
  std::vector<std::string> again;
  for (const std::size_t number : numbers) again.push_back(files[number]);
  return again;
}

std::vector<std::string> IdClaims::waiting_files() const {
  std::vector<std::string> files;
  for (const auto& [id, documents] : waiting_) {
    for (const IdClaim& document : documents) files.push_back(document.file);
  }
  return files;
}

bool IdClaims::is_due(const std::string& id, const IdClaim& document) const {
  const auto waiting = waiting_.find(id);
  return waiting != waiting_.end() &&
         std::any_of(waiting->second.begin(), waiting->second.end(), [&](const IdClaim& one) {
           return one.file == document.file && one.line == document.line;
         });
}

std::string IdClaims::reason(const std::string& id) const {
  const auto here = holders_.find(id);
  const std::string holder =
      here == holders_.end() ? source_before_(id) : source_of(here->second.file, here->second.line);
  return "its id “" + id + "” is that of " + holder +
         "; give it another in its metadata, or index the folder above both";
}

std::vector<std::string> IdClaims::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, holder] : holders_) ids.push_back(id);
  return ids;
}

IdClaims::Place IdClaims::place_of(const std::string& source) const {
  const std::size_t mark = source.rfind('#');
  Place place{source, 0};
  if (order_.contains(source) || mark == std::string::npos || is_file(source)) return place;
  const char* end = source.data() + source.size();
  const auto [stop, status] = std::from_chars(source.data() + mark + 1, end, place.line);
  if (status == std::errc() && stop == end) place.file.resize(mark);
  return place;
}

bool IdClaims::is_given(const std::string& id, const Place& holder) const {
  return source_of(paths_.id_of(holder.file), holder.line) != id;
}

bool IdClaims::is_behind(const Place& holder, const IdClaim& document) const {
  const std::size_t place = order_.at(holder.file);
  const std::size_t here = order_.at(document.file);
  return place > here || (place == here && holder.line > document.line);
}

}  // namespace pincite
