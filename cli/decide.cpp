#include "cli/facts.hpp"
#include "cli/session.hpp"
#include "graph/store.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ostream>

namespace jokbo::cli {

namespace {

std::string now() {
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

std::string person(const Arguments& arguments) {
    if (arguments.has("who")) {
        return arguments.value("who");
    }
    const char* user = std::getenv("USER");
    return user == nullptr || *user == '\0' ? "somebody" : user;
}

/// A name by which the decision finds the entity again: one that texts use, rather than one that was given.
Decision::Name reference(const Store& store, const std::string& words) {
    const auto entity = store.entity_named(words);
    const auto names = store.names(entity.id);
    const auto& type = store.ontology().type(entity.type).name;
    const auto bare = words.starts_with(type + ":") ? words.substr(type.size() + 1) : words;
    const auto same = std::ranges::find_if(names, [&](const std::string& name) { return fold(name) == fold(bare); });
    const auto& name = same != names.end() ? *same : names.front();
    for (const auto& decision : in_force(store.decisions())) {
        // What only a person calls it would not be found in a text.
        if (decision.action == Decision::Action::rename && decision.object.text == name &&
            decision.subject.type == type) {
            return decision.subject;
        }
    }
    return {type, name};
}

bool is_statement_key(const std::string& word) {
    return word.size() == 16 && word.find_first_not_of("0123456789abcdef") == word.npos;
}

void aim_at_edge(Store& store, const std::vector<std::string>& words, const std::string& status, Decision& decision) {
    if (words.size() == 1 && is_statement_key(words[0])) {
        decision.target = words[0];
        decision.subject.text = store.document_of(words[0]);
        if (decision.subject.text.empty()) {
            throw NotFound(fmt::format("there is no statement {}", words[0]));
        }
        return;
    }
    if (words.size() != 3) {
        throw UsageError(
            fmt::format("{} takes a statement's key, or SUBJECT RELATION OBJECT", name_of(decision.action)));
    }
    if (!status.empty() && !status_named(status)) {
        throw UsageError(fmt::format("there is no status '{}'", status));
    }
    const auto& predicate = store.ontology().predicate(store.ontology().predicate_named(words[1]));
    decision.subject = reference(store, words[0]);
    decision.predicate = predicate.name;
    decision.status = status;
    if (predicate.kind == Predicate::Kind::relation) {
        decision.object = reference(store, words[2]);
    } else {
        decision.object.text = words[2];
        std::erase(decision.object.text, ',');
    }
}

Decision decision_from(Session& session, Store& store) {
    const auto& arguments = session.arguments();
    auto words = arguments.positionals("WORDS");
    const auto action = action_named(arguments.positional("ACTION"));
    if (!action) {
        const auto near =
            nearest(arguments.positional("ACTION"), {"merge", "split", "rename", "reject", "accept", "undo"});
        throw UsageError(fmt::format("there is no decision '{}'{}", arguments.positional("ACTION"),
                                     near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
    }
    Decision decision{.action = *action,
                      .who = person(arguments),
                      .when = arguments.has("when") ? arguments.value("when") : now(),
                      .why = arguments.value("why")};
    const auto need = [&](bool holds, std::string_view form) {
        if (!holds) {
            throw UsageError(fmt::format("say: jokbo decide {}", form));
        }
    };
    switch (*action) {
    case Decision::Action::merge:
        need(words.size() == 2, "merge A B");
        decision.subject = reference(store, words[0]);
        decision.object = reference(store, words[1]);
        break;
    case Decision::Action::split:
        need(words.size() == 3 && words[1] == "from", "split NAME from A");
        decision.subject = reference(store, words[2]);
        decision.object = {decision.subject.type, words[0]};
        break;
    case Decision::Action::rename:
        need(words.size() == 2, "rename A NAME");
        decision.subject = reference(store, words[0]);
        decision.object = {decision.subject.type, words[1]};
        break;
    case Decision::Action::reject:
    case Decision::Action::accept: aim_at_edge(store, words, arguments.value("status"), decision); break;
    case Decision::Action::undo: {
        need(words.size() == 1, "undo DECISION");
        const auto all = store.decisions();
        if (std::ranges::none_of(all, [&](const Decision& known) { return known.id() == words[0]; })) {
            throw NotFound(fmt::format("there is no decision {}; jokbo decisions lists them", words[0]));
        }
        decision.target = words[0];
        break;
    }
    }
    return decision;
}

Exit run(Session& session) {
    open_for_reading(session); // a mistyped path is no new store
    auto store =
        Store::open(session.store_path(), Store::Mode::write, session.pack(), session.ontology(), session.lexicon());
    const auto decision = decision_from(session, store);
    store.decide(decision);
    const auto folded = store.fold();
    if (session.output() == Session::Output::json) {
        std::string text;
        JsonWriter json(text);
        json.begin_object().field("decision", decision.id()).field("new_entities", std::uint64_t{folded.new_entities});
        json.field("gone_entities", std::uint64_t{folded.gone_entities})
            .field("new_edges", std::uint64_t{folded.new_edges});
        json.field("gone_edges", std::uint64_t{folded.gone_edges}).end_object();
        session.out() << text << '\n';
    } else if (!session.quiet()) {
        session.out() << fmt::format("decided     {}; to take it back: jokbo decide undo {}\n", decision.id(),
                                     decision.id());
        session.out() << fmt::format("graph       {} came, {} went; {} came, {} went\n",
                                     counted(folded.new_entities, "entity", "entities"), folded.gone_entities,
                                     counted(folded.new_edges, "edge", "edges"), folded.gone_edges);
    }
    return Exit::ok;
}

} // namespace

Command decide_command() {
    return {.name = "decide",
            .group = Group::curation,
            .summary = "settle what names or statements mean; kept as data and undoable",
            .positionals = {{"ACTION", "merge, split, rename, reject, accept or undo"},
                            {"WORDS", "what it is about", Positional::Count::many}},
            .options = {{.name = "why", .metavar = "TEXT", .help = "the reason, for those who come later"},
                        {.name = "who", .metavar = "NAME", .help = "who decides; the user's name where not given"},
                        {.name = "when", .metavar = "TIME", .help = "ISO date and time; now where not given"},
                        {.name = "status",
                         .metavar = "STATUS",
                         .help = "of the edge to reject or accept; every status where not given"}},
            .notes = "merge A B             A and B are one; it is called A\n"
                     "split NAME from A     NAME does not stand for A but for itself\n"
                     "rename A NAME         A is called NAME\n"
                     "reject STATEMENT      a statement (its key is what jokbo why shows) supports nothing\n"
                     "reject A RELATION B   nor do all statements of an edge; accept makes it certain\n"
                     "undo DECISION         takes a decision back\n\n"
                     "Decisions speak of names. They outlive new documents, changed ones, merges and rebuilds.",
            .example = "jokbo decide accept \"LG CNS\" partners_with Cohere --why \"both say so\"\njokbo decide rename "
                       "SKT \"SK Telecom\" --who kim",
            .run = run};
}

} // namespace jokbo::cli
