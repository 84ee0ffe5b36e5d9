#include <algorithm>
#include <ostream>

#include "corpus/text.h"
#include "searcher/output/difference_output.h"
#include "searcher/output/document_text.h"
#include "searcher/output/output.h"
#include "searcher/output/passage_notes.h"

namespace pincite {
namespace {

constexpr std::size_t kIndent = 3;

std::string heading(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
      return "EXACT";
    case Verdict::typographic:
      return "TYPOGRAPHIC";
    case Verdict::joined:
      return "JOINED";
    case Verdict::altered:
      return "ALTERED";
    case Verdict::misattributed:
      return "MISATTRIBUTED";
    case Verdict::not_found:
      break;
  }
  return "NOT FOUND";
}

/// What a verdict says of the source claimed.
std::string source_told(const Verification& verification) {
  switch (verification.attribution) {
    case Attribution::unclaimed:
      return {};
    case Attribution::document:
      return "this document";
    case Attribution::note:
      return "what this document’s note cites for these words";
    case Attribution::unknown:
      return verification.claim.is_understood()
                 ? "the document says nothing of what is claimed"
                 : "the claim could not be understood; only the words were verified";
    case Attribution::contradicted:
      break;
  }
  if (verification.verdict == Verdict::not_found) return "the nearest words stand in another";
  return "found in another";
}

void print_labelled(Printer& printer, std::string_view label, std::string_view text) {
  InkedText line;
  append(line, label, Ink::dim);
  append(line, text, Ink::plain);
  printer.line(line, kIndent, 2);
}

std::string counted(std::uint32_t count, const char* what) {
  return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

void print_omissions(Printer& printer, const std::vector<Omission>& omissions) {
  std::string told;
  for (const Omission& one : omissions) {
    told += (told.empty() ? "" : "; ") + counted(one.words, "word");
    if (one.passages != 0) told += ", over " + counted(one.passages, "passage");
  }
  if (!told.empty()) print_labelled(printer, "left out: ", told);
}

void print_negations(Printer& printer, const std::vector<Difference>& difference) {
  const auto any = [&](Difference::Kind kind) {
    return std::ranges::any_of(
        difference, [&](const Difference& one) { return one.negation && one.kind == kind; });
  };
  const bool added = any(Difference::Kind::added);
  const bool dropped = any(Difference::Kind::dropped);
  if (!added && !dropped) return;
  printer.line(added && dropped ? "CAREFUL: the quotation drops and adds a negation"
               : added          ? "CAREFUL: the quotation adds a negation"
                                : "CAREFUL: the quotation drops a negation",
               Ink::bold, kIndent);
}

void print_difference(Printer& printer, const Verification& verification) {
  if (!differs(verification.difference) || !verification.best) return;
  InkedText line;
  append(line, "difference: ", Ink::dim);
  for (const Span& span : marked_difference(verification.difference))
    append(line, span.text, span.ink);
  printer.line(line, kIndent, 2);
  print_omissions(printer, verification.omissions);
  if (verification.verdict != Verdict::not_found) print_negations(printer, verification.difference);
}

void print_best(Printer& printer, const Verification& verification) {
  if (!verification.best) return;
  const DocumentHit& best = *verification.best;
  if (verification.verdict == Verdict::not_found) {
    printer.line("the nearest there is:", Ink::dim, kIndent);
  } else if (verification.documents > 1) {
    printer.line("in " + std::to_string(verification.documents) + " documents, of which one is",
                 Ink::dim, kIndent);
  }
  printer.blank();
  print_document_head(printer, best.document, 0);
  const std::vector<std::uint32_t> carriers = pincite::carriers(best.document);
  for (const PassageHit& passage : best.passages) {
    print_passage(printer, best.document, passage, carriers, kIndent);
  }
}

}  // namespace

void write_verification_text(std::ostream& out, const Verification& verification,
                             const TextStyle& style) {
  Printer printer(out, style);
  InkedText head;
  append(head, heading(verification.verdict), Ink::bold);
  append(head, " (line " + std::to_string(verification.line) + ")", Ink::dim);
  printer.line(head);
  printer.line("“" + verification.text + "”", Ink::plain, kIndent);
  if (!verification.claimed.empty()) {
    print_labelled(printer, "claimed: ",
                   verification.claimed +
                       (verification.best ? " — " + source_told(verification) : std::string()));
  }
  print_difference(printer, verification);
  print_best(printer, verification);
}

void write_verifications_text(std::ostream& out, const std::vector<std::string>& written) {
  for (const std::string& one : written) out << (&one == &written.front() ? "" : "\n") << one;
}

}  // namespace pincite
