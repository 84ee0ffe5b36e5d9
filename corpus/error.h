// A failed operation, in the words that a person is told.
//
// Three channels carry what goes wrong: a broken internal promise asserts; a failed operation
// throws Error, caught once in the program; a bad input file is a value in the indexing report.
#pragma once

#include <stdexcept>
#include <string>

namespace pincite {

/// Shown as `pincite: SUBJECT: CAUSE` with the advice on a line of its own, and exit code 2.
class Error : public std::runtime_error {
 public:
  /// `subject`: the thing (a path, an option, a value). `cause`: what is wrong with it.
  /// `advice`: what to do about it; empty where there is nothing to advise.
  Error(std::string subject, std::string cause, std::string advice = {})
      : std::runtime_error(subject + ": " + cause),
        subject_(std::move(subject)),
        cause_(std::move(cause)),
        advice_(std::move(advice)) {}

  const std::string& subject() const { return subject_; }
  const std::string& cause() const { return cause_; }
  const std::string& advice() const { return advice_; }

 private:
  std::string subject_;
  std::string cause_;
  std::string advice_;
};

}  // namespace pincite
