#include "tools/man_pages.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

#include "tools/roff.h"

namespace pincite {
namespace {

/// What only the manual says of a command.
struct ManualRow {
  const char* command;
  const char* done;      // exit status 0
  const char* not_done;  // exit status 1; nullptr where there is none
  const char* examples;  // a line of explanation, then the command line, and so on
};

constexpr const char* kFailure =
    "A usage error, an unknown value of a filter, no index, or a failure to read or write. Nothing "
    "is on standard output.";

constexpr std::array kRows = {
    ManualRow{"index", "All is in the index.",
              "Done, but some files or records were skipped; the report names each.",
              "Make a folder searchable, or bring its index up to date:\n"
              "pincite index statements\n"
              "The same into an index of its own, with a report for a script:\n"
              "pincite index -i monitor.index --report json profiles\n"
              "Read all remembered paths again, while the old index goes on answering:\n"
              "pincite index --rebuild"},
    ManualRow{"search", "Something was found.", "Nothing was found.",
              "Find a quotation word for word, and its source:\n"
              "pincite search '\"accidental technical error\"' --state Azerbaijan\n"
              "Count by type and year what speaks of stockpiles:\n"
              "pincite search stockpile --from 2005 --to 2010-12 --facets type,year\n"
              "List a meeting's documents, the latest first:\n"
              "pincite search --meeting 10MSP --sort -date --limit 0\n"
              "Take the passages of a quotation into a reference manager:\n"
              "pincite search '\"accidental technical error\"' --format ris >quotation.ris\n"
              "Every passage that has a word, for a spreadsheet:\n"
              "pincite search mines --format csv --limit 0 --passages 0 >mines.csv"},
    ManualRow{"show", "The document was found.", "There is no such document or passage.",
              "Read a document and see where its metadata came from:\n"
              "pincite show azerbaijan/statement-10msp-2010.md"},
    ManualRow{"verify", "Every quotation is exact, typographic or joined, in the source claimed.",
              "Some quotation is not, its source could not be compared, or there is none.",
              "Verify what an article quotes:\n"
              "pincite verify article.txt\n"
              "Verify one quotation and its source:\n"
              "echo '\"accidental technical error\" (Azerbaijan, 2010)' | pincite verify"},
    ManualRow{"status", "The index was read.", nullptr,
              "See what an index holds:\n"
              "pincite status -i monitor.index"},
    ManualRow{"vocabulary", "The table, or what was found in it, is printed.",
              "The word names nothing.",
              "See which names a meeting goes by:\n"
              "pincite vocabulary meetings 10MSP"},
};

const ManualRow* row_of(const std::string& command) {
  const auto* found =
      std::ranges::find_if(kRows, [&](const ManualRow& row) { return row.command == command; });
  return found == kRows.end() ? nullptr : found;
}

/// Lines of `--help`: those that begin with two spaces are a table and stay as they are.
void write_details(RoffPage& page, const std::string& details) {
  std::istringstream lines(details);
  std::string line;
  bool in_table = false;
  while (std::getline(lines, line)) {
    const bool of_table = line.starts_with("  ");
    if (of_table && !in_table) page.raw(".PP\n.nf");
    if (!of_table && in_table) page.raw(".fi\n.PP");
    in_table = of_table;
    if (line.empty()) {
      page.raw(".PP");
    } else {
      page.text(line);
    }
  }
  if (in_table) page.raw(".fi");
}

void write_options(RoffPage& page, const Command& command) {
  page.section("OPTIONS");
  for (const OptionSpec& option : command.options) {
    std::string head;
    if (option.letter != 0) head = roff_bold(std::string("-") + option.letter) + ", ";
    head += roff_bold(std::string("--") + option.name);
    if (option.argument != nullptr) head += " " + roff_usage(option.argument);
    std::string what = help_of(option);
    if (option.repeats) what += "; may be repeated";
    page.entry(head, what);
  }
}

void write_exit_status(RoffPage& page, const ManualRow* row) {
  page.section("EXIT STATUS");
  page.entry(roff_bold("0"), row != nullptr ? row->done : "Done.");
  if (row != nullptr && row->not_done != nullptr) page.entry(roff_bold("1"), row->not_done);
  page.entry(roff_bold("2"), kFailure);
}

void write_surroundings(RoffPage& page) {
  page.section("ENVIRONMENT");
  page.entry(roff_bold("PINCITE_INDEX"), "The index, where --index does not name one.");
  page.entry(roff_bold("NO_COLOR"), "If set and not empty, --color auto means never.");
  page.section("FILES");
  page.entry(roff_bold("pincite.index"),
             "The index, a folder in the current one, where neither --index nor PINCITE_INDEX "
             "names another. The file XAPIANDB in it names the part that is live, so that "
             "Xapian's own tools open the folder.");
}

void write_example(RoffPage& page, const std::string& what, const std::string& line) {
  page.text(what);
  page.raw(".PP\n.RS 4\n.nf");
  page.text(line);
  page.raw(".fi\n.RE");
}

void write_examples(RoffPage& page, const ManualRow* row) {
  if (row == nullptr) return;
  page.section("EXAMPLES");
  std::istringstream lines(row->examples);
  std::string what;
  std::string line;
  for (bool first = true; std::getline(lines, what) && std::getline(lines, line); first = false) {
    if (!first) page.raw(".PP");
    write_example(page, what, line);
  }
}

void write_see_also(RoffPage& page, const std::vector<std::string>& names) {
  page.section("SEE ALSO");
  for (std::size_t i = 0; i < names.size(); ++i) {
    page.raw(".BR " + roff(names[i]) + " (1)" + (i + 1 < names.size() ? "," : ""));
  }
}

std::string title_of(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) {
    return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  });
  return name;
}

std::string page_name(const Command& command) { return std::string("pincite-") + command.name; }

}  // namespace

std::string man_page(const ManualEdition& edition) {
  RoffPage page("PINCITE", edition.date, "Pincite " + edition.version);
  page.section("NAME");
  page.raw("pincite \\- full-text search of treaty documents, answering with cited passages");
  page.section("SYNOPSIS");
  page.raw(roff_bold("pincite") + " " + roff_usage("COMMAND [OPTIONS] [ARGUMENTS]"));
  page.raw(".br\n" + roff_bold("pincite --help") + " | " + roff_bold("--version"));
  page.section("DESCRIPTION");
  page.text(
      "Pincite finds what a state said, when and where, in a collection of treaty documents, "
      "and answers with the passage, word for word, and its citation.");
  page.raw(".SS Commands");
  std::vector<std::string> pages;
  for (const Command& command : commands()) {
    page.entry(roff_bold(command.name), command.summary);
    pages.push_back(page_name(command));
  }
  page.section("OPTIONS");
  page.entry(roff_bold("-h") + ", " + roff_bold("--help"),
             "what the commands are; behind a command, its help");
  page.entry(roff_bold("-V") + ", " + roff_bold("--version"), "the version");
  page.section("EXIT STATUS");
  page.entry(roff_bold("0"), "Found, or done.");
  page.entry(roff_bold("1"), "Nothing was found; of index: some files or records were skipped.");
  page.entry(roff_bold("2"), kFailure);
  write_surroundings(page);
  page.section("EXAMPLES");
  write_example(page, "Index a folder, and find a quotation in it:", "pincite index statements");
  page.raw(".PP");
  write_example(page, "and then", "pincite search '\"accidental technical error\"'");
  write_see_also(page, pages);
  return page.finished();
}

std::string man_page(const Command& command, const ManualEdition& edition) {
  const std::string name = page_name(command);
  const ManualRow* row = row_of(command.name);
  RoffPage page(title_of(name), edition.date, "Pincite " + edition.version);
  page.section("NAME");
  page.raw(roff(name) + " \\- " + roff(command.summary));
  page.section("SYNOPSIS");
  page.raw(roff_bold(std::string("pincite ") + command.name) + " " + roff_usage(command.usage));
  page.section("DESCRIPTION");
  if (*command.details == '\0') page.text(std::string("Prints ") + command.summary + ".");
  write_details(page, command.details);
  write_options(page, command);
  write_exit_status(page, row);
  write_surroundings(page);
  write_examples(page, row);
  std::vector<std::string> pages = {"pincite"};
  for (const Command& other : commands()) {
    if (other.name != command.name) pages.push_back(page_name(other));
  }
  write_see_also(page, pages);
  return page.finished();
}

}  // namespace pincite
