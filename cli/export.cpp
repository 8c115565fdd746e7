#include "cli/output_file.hpp"
#include "cli/question.hpp"
#include "cli/session.hpp"
#include "cli/version.hpp"
#include "export/format.hpp"
#include "export/iri.hpp"
#include "graph/view_reader.hpp"

#include <algorithm>
#include <string>

namespace jokbo::cli {

namespace {

const Format& format_wanted(const Session& session) {
    const Arguments& arguments = session.arguments();
    if (arguments.has("format")) {
        return format_named(arguments.value("format"));
    }
    if (arguments.has("output")) {
        return format_of_file(arguments.value("output"));
    }
    throw UsageError("say what to write: --format NAME, or -o FILE with a suffix that tells");
}

Settings settings_of(Session& session) {
    const Arguments& arguments = session.arguments();
    Settings settings = Settings::load(session.pack(), session.ontology());
    settings.version = program_version();
    settings.language = arguments.value("labels") == "ko" ? Settings::Language::ko : Settings::Language::en;
    settings.legend = arguments.has("no-legend") ? Settings::Legend::none : Settings::Legend::shown;
    settings.title = arguments.value("title");
    settings.context = arguments.value("context") == "linked" ? Settings::Context::linked : Settings::Context::inline_;
    if (arguments.has("base")) {
        settings.base = arguments.value("base");
        if (const auto fault = iri::fault_of_base(settings.base); !fault.empty()) {
            throw UsageError("--base '" + settings.base + "' does not do: " + std::string(fault));
        }
    }
    return settings;
}

Selection selection_of(Session& session, const Store& store) {
    const Arguments& arguments = session.arguments();
    Selection selection;
    selection.filter = filter_of(session);
    for (const std::string& name : arguments.values("around")) {
        selection.around.push_back(store.entity_named(name).id);
    }
    if (arguments.has("depth") && selection.around.empty()) {
        throw UsageError("--depth counts steps from an entity: give --around NAME as well");
    }
    selection.depth = arguments.number("depth", 0);
    return selection;
}

Exit run(Session& session) {
    const Format& format = format_wanted(session);
    Settings settings = settings_of(session);
    const bool to_file = session.arguments().has("output") && session.arguments().value("output") != "-";
    if (!to_file && format.content == Format::Content::binary && session.terminal().width != 0) {
        throw UsageError(std::string(format.name) + " is nothing for a terminal; give -o FILE");
    }
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const Selection selection = selection_of(session, store);
    for (const EntityId id : selection.around) {
        settings.focus.insert(store.entity(id).value().key);
    }
    const View view = read_view(store, selection);
    if (view.node_count() == 0) {
        throw NotFound("nothing in this store passes these filters; nothing was written");
    }
    if (to_file) {
        const std::filesystem::path path = session.arguments().value("output");
        OutputFile file(path);
        try {
            write_view(view, format, settings, file.stream());
        } catch (const OutputError&) {
            file.commit(); // which says what is wrong with the file
            throw;
        }
        file.commit();
        return Exit::ok;
    }
    try {
        write_view(view, format, settings, session.out());
    } catch (const OutputError&) {
        return Exit::broken; // the failed stream is reported for every command
    }
    return Exit::ok;
}

std::vector<Option> options() {
    static const std::string help = [] {
        std::string list;
        for (const Format& format : formats()) {
            (list += list.empty() ? "" : ", ") += format.name;
        }
        return list + "; by the suffix of FILE where not given";
    }();
    return network_options({
        {.name = "format", .metavar = "FORMAT", .help = help},
        {.name = "output",
         .metavar = "FILE",
         .help = "the file to write, - for standard output",
         .fallback = "-",
         .letter = 'o'},
        {.name = "around",
         .metavar = "NAME",
         .help = "only this entity and what is connected with it; may be repeated"},
        {.name = "depth", .metavar = "N", .help = "over at most N edges from there", .fallback = "1"},
        {.name = "labels",
         .metavar = "LANGUAGE",
         .help = "of relations and types in diagrams",
         .fallback = "en",
         .choices = {"en", "ko"}},
        {.name = "title", .metavar = "TEXT", .help = "to stand above the legend of a diagram"},
        {.name = "no-legend", .metavar = "", .help = "leave the legend of a diagram out"},
        {.name = "base",
         .metavar = "IRI",
         .help = "jsonld: below what address entities and statements get theirs",
         .fallback = "https://w3id.org/jokbo/"},
        {.name = "context",
         .metavar = "HOW",
         .help = "jsonld: the whole context in the file, or its address",
         .fallback = "inline",
         .choices = {"inline", "linked"}},
    });
}

std::string_view notes() {
    static const std::string text = [] {
        std::string lines = "Formats\n";
        for (const Format& format : formats()) {
            std::string suffixes;
            for (const auto suffix : format.suffixes) {
                (suffixes += suffixes.empty() ? "" : " ") += suffix;
            }
            lines += "  " + std::string(format.name) + std::string(11 - format.name.size(), ' ') + suffixes +
                     std::string(std::max<std::size_t>(1, 18 - suffixes.size()), ' ') + std::string(format.summary) +
                     "\n";
        }
        return lines + "\nA file appears whole or not at all. The same store gives the same bytes. Planned statements "
                       "are dashed in diagrams,\n"
                       "alleged ones grey, denied ones dotted and crossed out, ended ones faded; export/style.tsv in a "
                       "--pack changes the look.";
    }();
    return text;
}

} // namespace

Command export_command() {
    return {.name = "export",
            .group = Group::export_,
            .summary = "write the graph, or a part of it, as a diagram, linked data or tables",
            .options = options(),
            .notes = notes(),
            .example = "jokbo export -o graph.svg\n"
                       "jokbo export --around \"A.X 4.0\" --depth 2 -o ax4.png\n"
                       "jokbo export --format jsonld --status asserted --min-confidence 0.8 > graph.jsonld",
            .run = run};
}

} // namespace jokbo::cli
