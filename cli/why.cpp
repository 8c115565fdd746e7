#include "cli/facts.hpp"
#include "cli/hops.hpp"
#include "cli/session.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>

namespace jokbo::cli {

namespace {

std::string said_besides(const Qualifiers& said) {
    std::string words;
    const auto when = when_words(said.when);
    for (const auto& [label, text] :
         {std::pair("", &said.how), std::pair("", &said.component), std::pair("as ", &said.role),
          std::pair("product ", &said.product), std::pair("", &when), std::pair("says ", &said.attributed_to)}) {
        if (!text->empty()) {
            words += fmt::format("; {}{}", label, one_line(*text));
        }
    }
    if (said.amount) {
        words += "; " + value_words(Value(*said.amount));
    }
    return words;
}

void print_parts(std::ostream& out, const Edge& edge, const std::vector<Support>& supports) {
    if (edge.review == Edge::Review::accepted) {
        out << "belief " << confidence_words(edge.confidence) << ": a person accepted it\n";
        return;
    }
    std::map<std::uint32_t, std::pair<double, std::size_t>> sources;
    for (const auto& support : supports) {
        auto& [best, count] = sources[support.source];
        best = std::max(best, support.confidence * support.reliability);
        ++count;
    }
    out << "belief " << confidence_words(edge.confidence) << ": " << sources.size()
        << (sources.size() == 1 ? " source" : " independent sources") << ", trusted ";
    bool first = true;
    for (const auto& [number, source] : sources) {
        out << (first ? "" : ", ") << confidence_words(source.first)
            << (source.second > 1 ? fmt::format(" ({} statements)", source.second) : "");
        first = false;
    }
    out << '\n';
}

Exit run(Session& session) {
    const auto store = open_for_reading(session);
    const auto state = store.snapshot();
    const auto& arguments = session.arguments();
    const auto filter = filter_of(session);
    const auto edges = edges_named(store, arguments.positional("SUBJECT"), arguments.positional("RELATION"),
                                   arguments.positional("OBJECT"), filter);
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text, JsonWriter::Layout::indented);
        json.begin_array();
        for (const auto& edge : edges) {
            write_fact(json, store, edge, EvidenceShown::all, filter.as_of);
        }
        json.end_array();
        session.out() << text << '\n';
        return Exit::ok;
    }
    auto& out = session.out();
    const auto& terminal = session.terminal();
    for (const auto& edge : edges) {
        out << (edge.id == edges.front().id ? "" : "\n") << edge_words(store, edge, terminal) << '\n';
        const auto supports = store.supports(edge.id, filter.as_of);
        print_parts(out, edge, supports);
        const auto opposite = edge.status == Status::denied ? Status::asserted : Status::denied;
        if (std::ranges::any_of(edges, [&](const Edge& other) {
                return other.id != edge.id && other.status == opposite && other.object == edge.object;
            })) {
            out << "       lowered, for others say the opposite\n";
        }
        for (const auto& support : supports) {
            out << "\n  " << terminal.styled(place_words(support), Style::dim) << '\n';
            out << "  “" << one_line(as_shown(support.quote)) << "”\n";
            out << "  "
                << terminal.styled(fmt::format("source {}; read by {}, {} x {}{}; statement {}", support.source + 1,
                                               support.frame, confidence_words(support.reliability),
                                               confidence_words(support.confidence), said_besides(support.qualifiers),
                                               support.statement),
                                   Style::dim)
                << '\n';
            if (!support.url.empty()) {
                out << "  " << terminal.styled(one_line(support.url), Style::dim) << '\n';
            }
        }
    }
    return Exit::ok;
}

} // namespace

Command why_command() {
    return {.name = "why",
            .group = Group::questions,
            .summary = "where an edge stands written, and what its belief is made of",
            .positionals = {{"SUBJECT", "a name or key, or Type:name"},
                            {"RELATION", "a relation or an attribute"},
                            {"OBJECT", "a name or key, or a value; for an attribute it may be left out",
                             Positional::Count::optional}},
            .options = question_options(),
            .notes = "Belief is 1 minus the product of what each independent source leaves in doubt. A source's trust "
                     "is that of its best\n"
                     "statement: the reliability of the frame that read it times the confidence of that reading. "
                     "Statements of one\n"
                     "document, of one publisher, and nearly equal quotes count as one source.",
            .example = "jokbo why \"LG CNS\" partners_with Cohere\njokbo why \"A.X 4.0\" parameters",
            .run = run};
}

} // namespace jokbo::cli
