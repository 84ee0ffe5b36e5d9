#include "tools/commands.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "corpus/error.h"
#include "index/schema.h"
#include "indexer/index_command.h"
#include "searcher/search_command.h"
#include "searcher/show_command.h"
#include "searcher/status_command.h"
#include "searcher/vocabulary_command.h"
#include "tools/crash.h"
#include "tools/terminal.h"

namespace pincite {
namespace {

constexpr OptionSpec kIndex = {"index", 'i', "DIR",
                               "the index (default: $PINCITE_INDEX, else pincite.index)"};
constexpr OptionSpec kFormat = {"format", 0, "FORMAT", "", false, "text|json"};
constexpr OptionSpec kSearchFormat = {
    "format", 0,
    "FORMAT", "default: text; from csv on, a row or record a passage",
    false,    "text|json|csv|ris|bibtex|csl"};
constexpr OptionSpec kColor = {"color", 0, "WHEN", "", false, "auto|always|never"};
constexpr OptionSpec kHelp = {"help", 'h', nullptr, "this help"};

constexpr std::array kIndexOptions = {
    kIndex,
    OptionSpec{
        "manifest", 0, "FILE",
        "metadata of the documents, a row each: CSV or JSONL, or a library exported from Zotero "
        "(CSL-JSON, RIS, BibTeX); the later is the stronger",
        true},
    OptionSpec{"rebuild", 0, nullptr,
               "start over, from the paths given or all remembered ones; the old index answers "
               "until the new one is complete"},
    OptionSpec{"prune", 0, nullptr, "remove the documents of files below PATH that are gone"},
    OptionSpec{"dry-run", 0, nullptr,
               "do all but write, and show what would be indexed: the metadata of each new or "
               "changed document, and where every value was read"},
    OptionSpec{"write-manifest", 0, "FILE",
               "write the metadata of all documents below PATH as CSV, to correct and give back "
               "with --manifest"},
    OptionSpec{"jobs", 'j', "N", "threads that analyse (default: one a core)"},
    OptionSpec{"report", 0, "FORMAT", "", false, "text|json"},
    OptionSpec{"quiet", 'q', nullptr, "print no report for people"},
    kHelp,
};

constexpr std::array kSearchOptions = {
    kIndex,
    OptionSpec{"state", 0, "STATE", "who speaks or reports, or whom a profile is about", true},
    OptionSpec{"year", 0, "Y|Y..Y", "years that the date overlaps", true},
    OptionSpec{"type", 0, "TYPE", "document type; finds narrower types too", true},
    OptionSpec{"meeting", 0, "MEETING", "the meeting a document belongs to", true},
    OptionSpec{"treaty", 0, "TREATY", "the treaty a document belongs to", true},
    OptionSpec{"language", 0, "TAG", "the language of the text, as en or fr", true},
    OptionSpec{"from", 0, "DATE", "dated on this day, month or year, or later"},
    OptionSpec{"to", 0, "DATE", "dated on this day, month or year, or earlier"},
    OptionSpec{"covers", 0, "PERIOD", "reports on any part of this period", true},
    OptionSpec{"cites-state", 0, "STATE", "what the notes cite: who speaks or reports there", true},
    OptionSpec{"cites-year", 0, "Y|Y..Y", "years of a cited source", true},
    OptionSpec{"cites-type", 0, "TYPE", "type of a cited source, as letter or statement", true},
    OptionSpec{"cites-meeting", 0, "MEETING", "the meeting a cited source belongs to", true},
    OptionSpec{"cites-treaty", 0, "TREATY", "the treaty of a cited source", true},
    OptionSpec{"cites-form", 0, "FORM", "the form of a cited report, as A or MBT/A", true},
    OptionSpec{"all", 0, nullptr, "every word is required"},
    OptionSpec{"limit", 'n', "N", "documents to show (default 10; 0: all)"},
    OptionSpec{"offset", 0, "N", "documents to pass over first"},
    OptionSpec{"passages", 0, "N", "passages of each document to show (default 3; 0: all)"},
    OptionSpec{"sort", 0, "ORDER", "-date: latest first; default: relevance; date without words",
               false, "relevance|date|-date"},
    OptionSpec{"facets", 0, "LIST", "fields to count, with commas between; all or none"},
    OptionSpec{"no-fold", 0, nullptr,
               "show copies of a passage (yearly editions, reprints) by themselves; other formats "
               "than text always do"},
    kSearchFormat,
    OptionSpec{
        "concordance", 0, nullptr,
        "every occurrence of the words, one a line, lined up, and their counts by state and "
        "year; shows all documents and passages unless told otherwise; as text, json or csv"},
    OptionSpec{"record", 0, "FILE",
               "keep the record of the search (query, filters, index revision, counts, date) as "
               "JSON, also where nothing is found"},
    kColor,
    kHelp,
};

constexpr std::array kShowOptions = {
    kIndex, OptionSpec{"passage", 0, "N", "only the passage of this number"}, kFormat, kColor,
    kHelp};
constexpr std::array kStatusOptions = {kIndex, kFormat, kHelp};
constexpr std::array kVocabularyOptions = {kFormat, kHelp};

std::string index_folder(const Arguments& arguments) {
  const char* named = std::getenv("PINCITE_INDEX");
  return arguments.value("index", named != nullptr && *named != '\0' ? named : "pincite.index");
}

OutputFormat format(const Arguments& arguments) {
  const std::string word = arguments.choice("format");
  if (word == "json") return OutputFormat::json;
  if (word == "csv") return OutputFormat::csv;
  if (word == "ris") return OutputFormat::ris;
  if (word == "bibtex") return OutputFormat::bibtex;
  return word == "csl" ? OutputFormat::csl : OutputFormat::text;
}

TextStyle style(const Arguments& arguments) {
  const std::string when = arguments.choice("color");
  TextStyle style;
  style.colour = when == "always" || (when == "auto" && stdout_takes_colour());
  style.width = terminal_width();
  return style;
}

int run_index(const Arguments& arguments, const Streams& streams) {
  IndexRequest request;
  request.index = index_folder(arguments);
  for (const std::string& path : arguments.positional()) request.paths.emplace_back(path);
  for (const std::string& path : arguments.values("manifest")) request.manifests.emplace_back(path);
  request.rebuild = arguments.has("rebuild");
  request.prune = arguments.has("prune");
  request.dry_run = arguments.has("dry-run");
  request.write_manifest = arguments.value("write-manifest");
  request.jobs = std::min<std::size_t>(arguments.number("jobs", 0), 256);
  request.json = arguments.choice("report") == "json";
  request.quiet = arguments.has("quiet");
  if (stderr_is_terminal() && !request.quiet) request.progress = &streams.err;
  request.interrupted = catch_interrupts();
  tell_crash_as(crash_in_writing(request.index));
  return index_command(request, streams.out, streams.err);
}

std::vector<std::string> facet_list(const Arguments& arguments, OutputFormat format) {
  const std::vector<std::string> known = facet_fields();
  std::string list = arguments.value("facets", format == OutputFormat::json ? "all" : "none");
  std::vector<std::string> fields;
  if (list == "none") return fields;
  if (format != OutputFormat::text && format != OutputFormat::json) {
    throw Error("--facets", "there is no place for counts in " + arguments.choice("format"),
                "leave it out, or use --format json");
  }
  if (list == "all") return known;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    fields.push_back(list.substr(begin, end - begin));
    begin = end + 1;
    if (std::find(known.begin(), known.end(), fields.back()) != known.end()) continue;
    std::string names;
    for (const std::string& name : known) names += ", " + name;
    throw Error("--facets", "“" + fields.back() + "” is no field that is counted",
                "it takes all, none, or some of" + names.substr(1));
  }
  return fields;
}

std::optional<SearchRequest::Sort> sort_order(const Arguments& arguments) {
  if (!arguments.has("sort")) return std::nullopt;
  const std::string order = arguments.choice("sort");
  if (order == "relevance") return SearchRequest::Sort::relevance;
  return order == "date" ? SearchRequest::Sort::date : SearchRequest::Sort::date_descending;
}

SearchRequest search_request(const Arguments& arguments, OutputFormat format) {
  const bool whole = arguments.has("concordance");
  SearchRequest request;
  for (const std::string& part : arguments.positional()) {
    request.query += (request.query.empty() ? "" : " ") + part;
  }
  for (const FieldSpec& field : schema()) {
    // `cites.state` is the option --cites-state
    std::string option = field.word;
    std::replace(option.begin(), option.end(), '.', '-');
    const bool offered = std::ranges::any_of(
        kSearchOptions, [&](const OptionSpec& one) { return option == one.name; });
    if (!offered) continue;
    for (const std::string& value : arguments.values(option)) {
      request.filters.emplace_back(field.word, value);
    }
  }
  request.from = arguments.value("from");
  request.to = arguments.value("to");
  request.all = arguments.has("all");
  request.limit = arguments.number("limit", whole ? 0 : 10);
  request.offset = arguments.number("offset", 0);
  request.passages = arguments.number("passages", whole ? 0 : 3);
  request.fold = format == OutputFormat::text && !whole && !arguments.has("no-fold");
  request.sort = sort_order(arguments);
  request.facets = facet_list(arguments, format);
  return request;
}

bool is_blank(const SearchRequest& request) {
  return parse_query(request.query).root.kind == QueryNode::Kind::everything;
}

void check_concordance(const SearchCommand& command) {
  if (is_blank(command.request)) {
    throw Error("--concordance", "there are no words to line up",
                "give a word or a phrase; filters alone find documents, not places in them");
  }
  const OutputFormat format = command.format;
  if (format != OutputFormat::text && format != OutputFormat::json && format != OutputFormat::csv) {
    throw Error("--concordance", "it has no records for reference managers",
                "use --format text, json or csv");
  }
}

int run_search(const Arguments& arguments, const Streams& streams) {
  SearchCommand command;
  command.index = index_folder(arguments);
  command.format = format(arguments);
  command.style = style(arguments);
  command.request = search_request(arguments, command.format);
  command.record = arguments.value("record");
  command.concordance = arguments.has("concordance");
  if (command.concordance) check_concordance(command);
  const SearchRequest& request = command.request;
  if (is_blank(request) && request.filters.empty() && request.from.empty() && request.to.empty()) {
    throw Error("search", "neither a query nor a filter is given",
                "for example: pincite search '\"accidental technical error\"' --year 2011");
  }
  tell_crash_as(crash_in_reading(command.index));
  return search_command(command, streams.out, streams.err);
}

int run_show(const Arguments& arguments, const Streams& streams) {
  if (arguments.positional().size() != 1) {
    throw Error("show", "it takes the id of one document",
                "`pincite search` prints the id of each document it finds");
  }
  ShowCommand command;
  command.index = index_folder(arguments);
  command.id = arguments.positional().front();
  command.passage =
      static_cast<std::uint32_t>(std::min<std::size_t>(arguments.number("passage", 0), kNone - 1));
  if (arguments.has("passage") && command.passage == 0) {
    throw Error("--passage", "passages are numbered from 1");
  }
  command.format = format(arguments);
  command.style = style(arguments);
  tell_crash_as(crash_in_reading(command.index));
  return show_command(command, streams.out, streams.err);
}

int run_status(const Arguments& arguments, const Streams& streams) {
  if (!arguments.positional().empty()) {
    throw Error(arguments.positional().front(), "status takes no arguments",
                "name the index with --index");
  }
  const StatusCommand command{index_folder(arguments), format(arguments)};
  tell_crash_as(crash_in_reading(command.index));
  return status_command(command, streams.out);
}

int run_vocabulary(const Arguments& arguments, const Streams& streams) {
  constexpr const char* kTables = "name one of: states, meetings, treaties, types, resolutions";
  if (arguments.positional().empty()) throw Error("vocabulary", "no table is named", kTables);
  const std::string& name = arguments.positional().front();
  const auto table = table_named(name);
  if (!table) throw Error(name, "there is no such table", kTables);
  VocabularyCommand command;
  command.table = *table;
  for (std::size_t i = 1; i < arguments.positional().size(); ++i) {
    command.word += (i > 1 ? " " : "") + arguments.positional()[i];
  }
  command.format = format(arguments);
  return vocabulary_command(command, streams.out, streams.err);
}

constexpr const char* kQueryLanguage =
    "Query:\n"
    "  accidental technical error     any of the words, in any form; other names of a thing count "
    "too\n"
    "  \"accidental technical error\"   the phrase; in a shell: '\"accidental technical error\"'\n"
    "  +word -word                    required, excluded\n"
    "  a AND b, a OR b, NOT c, ( )    capitals only\n"
    "  a NEAR/8 b, a ADJ/8 b          at most 8 words apart; in that order\n"
    "  mine*  =mines                  prefix; exactly this form\n"
    "  title:\"mine ban policy\"        in the title\n"
    "  symbol:APLC/MSP.10  mentions:APLC/MSP.10\n"
    "  state:AZE type:report meeting:10MSP year:2005..2010 date:2010-11..2010-12 covers:2003\n"
    "  cites.type:letter cites.state:AZE cites.year:2010 cites.form:A   what the notes cite; all\n"
    "                                 of one source, whose note covers the words found\n"
    "`none` is the value for documents without one. Repeating a filter means any of its values.\n";

constexpr std::array kCommands = {
    Command{
        "index", "make documents searchable", "[OPTIONS] PATH...",
        "A PATH is a file or a folder: plain text (.txt), Markdown with front matter (.md),\n"
        "records (.jsonl, .ndjson, also .gz and .zst). A file NAME.EXT.json beside NAME.EXT\n"
        "gives its metadata, and so do the rows of a manifest, by path (relative to the\n"
        "manifest) or id; manifests are remembered with the index. Unchanged documents are\n"
        "skipped. Ctrl-C commits what is complete. A run that is killed leaves the index as it\n"
        "was, and the next one takes over what a first run, a rebuild or a large update had\n"
        "done. Exit code 0: all is in the index; 1: some files or records were skipped; 2: the\n"
        "run failed and the index is as it was before; 130: it was interrupted.\n",
        kIndexOptions, run_index, 1},
    Command{"search", "find passages and cite them", "[OPTIONS] [QUERY...]", kQueryLanguage,
            kSearchOptions, run_search},
    Command{"show", "a whole document, with where its metadata came from", "[OPTIONS] DOCUMENT-ID",
            "", kShowOptions, run_show},
    Command{"status", "what an index holds, and what it does not", "[OPTIONS]",
            "Totals; documents by state and by year, with the years that are missing; files and\n"
            "records that could not be indexed. --format json has each state and year.\n",
            kStatusOptions, run_status},
    Command{"vocabulary", "the names that filters understand",
            "[OPTIONS] states|meetings|treaties|types|resolutions [WORD]", "", kVocabularyOptions,
            run_vocabulary},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

const Command* find_command(const std::string& name) {
  const auto found = std::find_if(kCommands.begin(), kCommands.end(),
                                  [&](const Command& command) { return name == command.name; });
  return found == kCommands.end() ? nullptr : found;
}

}  // namespace pincite
