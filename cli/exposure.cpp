#include "graph/exposure.hpp"

#include "cli/hops.hpp"
#include "cli/question.hpp"
#include "cli/table.hpp"
#include "graph/countries.hpp"
#include "graph/exposure_totals.hpp"
#include "graph/families.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <ostream>

namespace jokbo::cli {

namespace {

constexpr std::array order = {Origin::foreign_weights,   Origin::foreign_component, Origin::disputed,
                              Origin::planned,           Origin::unknown_base,      Origin::domestic_base,
                              Origin::says_from_scratch, Origin::not_stated,        Origin::nothing_read};

std::string_view words_of(Origin origin) {
    switch (origin) {
    case Origin::foreign_weights: return "rests on foreign weights";
    case Origin::foreign_component: return "partly foreign";
    case Origin::unknown_base: return "base of unknown country";
    case Origin::domestic_base: return "domestic base";
    case Origin::planned: return "foreign base planned";
    case Origin::disputed: return "disputed";
    case Origin::says_from_scratch: return "says from scratch";
    case Origin::not_stated: return "not stated";
    case Origin::nothing_read: return "nothing read about it";
    }
    return "";
}

Style style_of(Origin origin) {
    switch (origin) {
    case Origin::foreign_weights:
    case Origin::foreign_component: return Style::red;
    case Origin::disputed:
    case Origin::planned:
    case Origin::unknown_base: return Style::yellow;
    case Origin::says_from_scratch:
    case Origin::domestic_base: return Style::green;
    case Origin::not_stated:
    case Origin::nothing_read: return Style::dim;
    }
    return Style::plain;
}

/// Whose models are looked at.
struct Scope {
    std::string country;
    std::optional<NodeId> developer;
    std::optional<NodeId> programme;
};

Scope scope_of(Session& session, const Store& store, const View& view) {
    const Arguments& arguments = session.arguments();
    Scope scope;
    if (const std::string& word = arguments.value("country"); !word.empty()) {
        scope.country = country_code(session.lexicon(), session.ontology(), word);
        if (scope.country.empty()) {
            throw UsageError("--country: '" + word +
                             "' is no country that the lexicon knows; give its name or its ISO "
                             "3166 code of two letters, as KR");
        }
    }
    if (arguments.has("developer")) {
        scope.developer = node_named(store, view, arguments.value("developer"));
    }
    if (arguments.has("programme")) {
        scope.programme = node_named(store, view, arguments.value("programme"));
    }
    return scope;
}

/// Models that take part, and those of organizations that do.
bool takes_part(const View& view, NodeId model, const std::vector<NodeId>& makers, NodeId programme) {
    const PredicateId participates = view.ontology().predicate_named("participates_in");
    const auto joined = [&](NodeId node) {
        return std::ranges::any_of(view.out(node), [&](EdgeId id) {
            const View::Edge edge = view.edge(id);
            return edge.predicate == participates && edge.object == programme && edge.status == Status::asserted;
        });
    };
    return std::ranges::any_of(with_families(view, model), joined) || std::ranges::any_of(makers, joined);
}

bool within(const View& view, NodeId model, Exposures& exposures, const Scope& scope) {
    // A model of unknown country may be of any.
    const Countries& countries = exposures.countries_of(model);
    const auto& makers = exposures.makers_of(model);
    return (scope.country.empty() || countries.codes.empty() || countries.has(scope.country)) &&
           (!scope.developer || std::ranges::find(makers, *scope.developer) != makers.end()) &&
           (!scope.programme || takes_part(view, model, makers, *scope.programme));
}

/// The models that are asked for.
struct Models {
    std::vector<NodeId> known; ///< by name
    std::size_t homeless = 0;  ///< those of whose country nothing is known
};

Models models_of(const View& view, Exposures& exposures, const Scope& scope) {
    Models models;
    const TypeId type = view.ontology().type_named("Model");
    for (std::uint32_t node = 0; node < view.node_count(); ++node) {
        if (view.node({node}).type != type || !within(view, {node}, exposures, scope)) {
            continue;
        }
        if (exposures.countries_of({node}).codes.empty()) {
            ++models.homeless;
        } else {
            models.known.push_back({node});
        }
    }
    std::ranges::stable_sort(models.known, {}, [&](NodeId node) { return view.node(node).name; });
    return models;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : "/") + word;
    }
    return all;
}

/// Bases at home are no news where there are others.
bool is_told(const Exposure& exposure, const Ancestor& ancestor) {
    return ancestor.home != Ancestor::Home::domestic || exposure.origin == Origin::domestic_base;
}

constexpr std::size_t makers_in_row = 3;

std::string ancestor_words(const View& view, const Ancestor& ancestor, Notes& notes) {
    std::string words = one_line(view.node(ancestor.reached.node).name) + " (" +
                        (ancestor.countries.codes.empty() ? "country unknown" : joined(ancestor.countries.codes));
    if (ancestor.countries.maker == Countries::Maker::of_lexicon) {
        words += "*";
    }
    if (!ancestor.licences.empty()) {
        words += ", " + names_words(view, ancestor.licences);
    }
    if (ancestor.part == Ancestor::Part::component) {
        const Qualifiers said = view.qualifiers(ancestor.reached.path.back());
        words += ", " + (said.component.empty() ? std::string("part of it") : one_line(said.component));
    }
    if (ancestor.reached.standing != Status::asserted) {
        words += fmt::format(", {}", jokbo::name_of(ancestor.reached.standing));
    }
    return words + ")" + notes.marks(ancestor.reached.path.last(longest_way));
}

std::string scratch_words(const FromScratch& claim) {
    std::string words = claim.said.value == Value(true) ? "from scratch" : "not from scratch";
    words += claim.said.status == Status::asserted ? "" : fmt::format(" ({})", jokbo::name_of(claim.said.status));
    if (!claim.said.qualifiers.attributed_to.empty()) {
        words += " says " + one_line(claim.said.qualifiers.attributed_to);
    }
    if (!claim.said.evidence.empty()) {
        const Testimony& first = claim.said.evidence.front();
        words += fmt::format(" “{}” ({})", one_line(as_shown(first.evidence.quote)), first.document);
    }
    return words;
}

/// Of more foreign ancestors than these the nearest are told, and how many more there are.
constexpr std::size_t ancestors_in_row = 5;

/// What a row for people needs of an exposure: a whole store's ancestors are more than memory holds.
struct Row {
    Exposure told;
    std::size_t more = 0;
};

Row row_of(Exposure exposure) {
    Row row;
    std::vector<Ancestor> told;
    for (Ancestor& ancestor : exposure.ancestors) {
        if (!is_told(exposure, ancestor)) {
            continue;
        }
        if (told.size() < ancestors_in_row) {
            ancestor.reached.path = ancestor.reached.path.alone();
            told.push_back(std::move(ancestor));
        } else {
            ++row.more;
        }
    }
    exposure.ancestors = std::move(told);
    row.told = std::move(exposure);
    return row;
}

std::string reasons(const View& view, const Row& row, Notes& notes) {
    std::string words;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "; ") + more; };
    for (const Ancestor& ancestor : row.told.ancestors) {
        add(ancestor_words(view, ancestor, notes));
    }
    if (row.more > 0) {
        add(fmt::format("… {} more", row.more));
    }
    for (const FromScratch& claim : row.told.from_scratch) {
        add(scratch_words(claim));
    }
    return words;
}

void print_answer(Session& session, const View& view, const Models& models, Exposures& exposures) {
    const std::string& by = session.arguments().value("by");
    ExposureTotals totals(view, by);
    std::map<Origin, std::vector<Row>> rows;
    for (const NodeId model : models.known) {
        Exposure exposure = exposures.of(model);
        totals.add(exposure);
        rows[exposure.origin].push_back(row_of(std::move(exposure)));
    }
    Notes notes(view, evidence_shown(session));
    Table table({{"model"},
                 {"by", Column::Align::left, Column::Fit::shrink},
                 {"rests on"},
                 {"as stated", Column::Align::left, Column::Fit::below}});
    for (const Origin origin : order) {
        for (const Row& row : rows[origin]) {
            const Exposure& told = row.told;
            const std::string stars = told.countries.maker == Countries::Maker::of_lexicon ? "*" : "";
            table.add({std::string(view.node(told.model).name),
                       names_words(view, told.makers, makers_in_row) + (told.makers.empty() ? "" : " ") + "(" +
                           joined(told.countries.codes) + stars + ")",
                       {std::string(words_of(origin)), style_of(origin)},
                       reasons(view, row, notes)});
        }
    }
    table.print(session.out(), session.terminal());
    session.out() << '\n' << counted(models.known.size(), "model", "models") << ":\n";
    for (const Origin origin : order) {
        if (totals.of(origin) > 0) {
            session.out() << fmt::format("{:>6}  {}\n", totals.of(origin), words_of(origin));
        }
    }
    if (!totals.groups().empty()) {
        session.out() << "\nmodels that rest on foreign ones, by their " << by << ":\n";
        for (const auto& [name, count] : totals.groups()) {
            session.out() << fmt::format("{:>6}  {}\n", count, one_line(name));
        }
    }
    if (models.homeless > 0) {
        session.out() << '\n'
                      << counted(models.homeless, "more model is", "more models are")
                      << " left out: no text names their developer and the lexicon knows no country\n";
    }
    session.out() << "\nCountries are those that the lexicon has for developers; * where the developer itself is the "
                     "lexicon's, not a text's.\n";
    notes.print(session.out(), session.terminal());
}

void write_countries(JsonWriter& json, const Countries& countries) {
    json.key("countries").begin_array();
    for (const std::string& code : countries.codes) {
        json.value(code);
    }
    json.end_array().field("maker_known_from", countries.maker == Countries::Maker::stated       ? "text"
                                               : countries.maker == Countries::Maker::of_lexicon ? "lexicon"
                                                                                                 : "nowhere");
}

void write_exposure(JsonWriter& json, const View& view, const Exposure& exposure, EvidenceShown shown) {
    json.begin_object().key("model");
    write_node(json, view, exposure.model);
    json.field("origin", name_of(exposure.origin));
    write_countries(json, exposure.countries);
    json.key("makers");
    write_nodes(json, view, exposure.makers);
    json.key("ancestors").begin_array();
    for (const Ancestor& ancestor : exposure.ancestors) {
        json.begin_object().key("model");
        write_node(json, view, ancestor.reached.node);
        json.field("part", ancestor.part == Ancestor::Part::weights ? "weights" : "component");
        json.field("home", ancestor.home == Ancestor::Home::domestic  ? "domestic"
                           : ancestor.home == Ancestor::Home::foreign ? "foreign"
                                                                      : "unknown");
        json.field("standing", jokbo::name_of(ancestor.reached.standing));
        write_countries(json, ancestor.countries);
        json.key("makers");
        write_nodes(json, view, ancestor.makers);
        json.key("licences");
        write_nodes(json, view, ancestor.licences);
        write_way(json, view, ancestor.reached, [&](EdgeId edge) { write_edge(json, view, edge, shown); });
        json.end_object();
    }
    json.end_array().key("from_scratch").begin_array();
    for (const FromScratch& claim : exposure.from_scratch) {
        json.begin_object().key("of");
        write_node(json, view, claim.of);
        json.field("value", claim.said.value == Value(true)).field("status", jokbo::name_of(claim.said.status));
        json.key("evidence");
        write_evidence(json, claim.said.evidence, shown);
        json.end_object();
    }
    json.end_array().end_object();
}

template <class HandOn>
void write_answer(JsonWriter& json, const HandOn& hand_on, const Session& session, const View& view,
                  const Models& models, Exposures& exposures) {
    const std::string& by = session.arguments().value("by");
    ExposureTotals totals(view, by);
    json.begin_object().key("models").begin_array();
    for (const NodeId model : models.known) {
        const Exposure exposure = exposures.of(model);
        totals.add(exposure);
        write_exposure(json, view, exposure, evidence_shown(session));
        hand_on();
    }
    json.end_array().key("totals").begin_object();
    for (const Origin origin : order) {
        json.field(name_of(origin), std::uint64_t{totals.of(origin)});
    }
    json.end_object().field("of_unknown_country", std::uint64_t{models.homeless});
    if (!by.empty()) {
        json.key("by_" + by).begin_object();
        for (const auto& [name, count] : totals.groups()) {
            json.field(name, std::uint64_t{count});
        }
        json.end_object();
    }
    json.end_object();
}

Exit run(Session& session) {
    QueryFilter filter = filter_of(session);
    const WalkLimits limits = walk_limits(session, filter);
    // What is scratched, licensed or developed is looked at whatever --relation says of the walk.
    filter.relations.clear();
    filter.min_confidence = 0;
    const Store store = open_for_reading(session);
    const auto snapshot = store.snapshot();
    const View view = whole_view(store, filter);
    const Scope scope = scope_of(session, store, view);
    Exposures exposures(view, session.lexicon(), scope.country, limits);
    const Models models = models_of(view, exposures, scope);
    if (session.output() == Session::Output::json) {
        print_long_json(session.out(), [&](JsonWriter& json, const auto& hand_on) {
            write_answer(json, hand_on, session, view, models, exposures);
        });
    } else if (models.known.empty()) {
        session.out() << "no model of whose country anything is known was read about within these limits\n";
    } else {
        print_answer(session, view, models, exposures);
    }
    return models.known.empty() ? Exit::nothing : Exit::ok;
}

} // namespace

Command exposure_command() {
    return {
        .name = "exposure",
        .group = Group::dependencies,
        .summary = "which models rest on foreign ones, and which are only not known to",
        .options = question_options(
            {{.name = "country",
              .metavar = "COUNTRY",
              .help = "models of this country, to which all others are foreign: KR, Korea, 한국"},
             {.name = "developer", .metavar = "NAME", .help = "models of this developer"},
             {.name = "programme", .metavar = "NAME", .help = "models that take part in it, or whose developers do"},
             {.name = "by",
              .metavar = "WHAT",
              .help = "count the foreign ancestors by what",
              .choices = {"developer", "country", "licence"}},
             depth_option()}),
        .notes = "Without --country, foreign is what comes from another country than the model itself.\n"
                 "Apart from each other are kept: said to be from scratch, not stated, and nothing read about the "
                 "model; and what is\n"
                 "asserted, planned or disputed. A version takes over what its family states.\n"
                 "No text need say where a developer sits: countries are the lexicon's.",
        .example = "jokbo exposure --country KR --by licence\njokbo exposure --programme \"독자 AI 파운데이션 모델 "
                   "프로젝트\" --json",
        .run = run};
}

} // namespace jokbo::cli
