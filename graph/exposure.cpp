#include "graph/exposure.hpp"

#include "graph/families.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace jokbo {

namespace {

constexpr std::array names = {
    std::pair(Origin::foreign_weights, std::string_view("foreign_weights")),
    std::pair(Origin::foreign_component, std::string_view("foreign_component")),
    std::pair(Origin::unknown_base, std::string_view("unknown_base")),
    std::pair(Origin::domestic_base, std::string_view("domestic_base")),
    std::pair(Origin::planned, std::string_view("planned")),
    std::pair(Origin::disputed, std::string_view("disputed")),
    std::pair(Origin::says_from_scratch, std::string_view("says_from_scratch")),
    std::pair(Origin::not_stated, std::string_view("not_stated")),
    std::pair(Origin::nothing_read, std::string_view("nothing_read")),
};

/// The country of the maker that the lexicon knows, of the entry itself or the nearest parent that has one.
std::string lexicon_country(const Lexicon& lexicon, std::string_view key) {
    std::set<EntryId> met;
    for (const LexiconEntry* entry = lexicon.find_key(key); entry != nullptr && met.insert(entry->id).second;) {
        if (entry->maker && !lexicon.entry(*entry->maker).country.empty()) {
            return lexicon.entry(*entry->maker).country;
        }
        if (!entry->country.empty()) {
            return entry->country;
        }
        entry = entry->parent ? &lexicon.entry(*entry->parent) : nullptr;
    }
    return {};
}

} // namespace

struct Exposures::Shared {
    Shared(const View& of, const Lexicon& words, std::string_view at_home, const WalkLimits& question)
        : view(of), lexicon(words), limits(question), makers(of, of.ontology().predicate_named("developed_by")),
          licences(of, of.ontology().predicate_named("licensed_under")), tracer(of),
          based_on(of.ontology().predicate_named("based_on")), components(of.edge_count(), Component::unknown) {
        if (!at_home.empty()) {
            home.emplace_back(at_home);
        }
        rules.set_along(based_on, WalkRules::Step::on);
        rules.set_along(of.ontology().predicate_named("version_of"), WalkRules::Step::on);
    }

    const Countries& countries_of(NodeId node) {
        const auto [known, is_new] = countries.try_emplace(node);
        if (is_new) {
            known->second = read_countries(node);
        }
        return known->second;
    }

    /// Whether the edge concerns a part of a model only.
    bool is_component(EdgeId id) {
        Component& known = components[id.value];
        if (known == Component::unknown) {
            known = Component::no;
            if (view.edge(id).predicate == based_on) {
                const Qualifiers said = view.qualifiers(id);
                if ((!said.component.empty() && said.component != "weights") || said.how == "architecture") {
                    known = Component::yes;
                }
            }
        }
        return known == Component::yes;
    }

    struct Values {
        std::vector<Attribute> from_scratch;
        bool has_any = false;
    };
    const Values& values_of(NodeId node) {
        const auto [known, is_new] = values.try_emplace(node);
        if (is_new) {
            for (Attribute& attribute : view.attributes(node)) {
                known->second.has_any = true;
                if (view.ontology().predicate(attribute.predicate).name == "from_scratch") {
                    known->second.from_scratch.push_back(std::move(attribute));
                }
            }
        }
        return known->second;
    }

    const View& view;
    const Lexicon& lexicon;
    WalkLimits limits;
    std::vector<std::string> home; ///< empty: the model's own
    FamilyStatements makers;
    FamilyStatements licences;
    Tracer tracer;
    WalkRules rules;
    PredicateId based_on;

private:
    Countries read_countries(NodeId node) const {
        std::set<std::string> codes;
        for (const NodeId maker : makers.of(node)) {
            if (const auto country = view.node(maker).country; !country.empty()) {
                codes.emplace(country);
            }
        }
        if (!codes.empty()) {
            return {{codes.begin(), codes.end()}, Countries::Maker::stated};
        }
        for (const NodeId one : with_families(view, node)) {
            std::string country(view.node(one).country);
            if (country.empty()) {
                country = lexicon_country(lexicon, view.node(one).key);
            }
            if (!country.empty()) {
                return {{std::move(country)}, Countries::Maker::of_lexicon};
            }
        }
        return {};
    }

    enum class Component : std::uint8_t { unknown, no, yes };
    std::vector<Component> components; ///< by edge
    std::unordered_map<NodeId, Countries> countries;
    std::unordered_map<NodeId, Values> values;
};

namespace {

/// What one model rests on, in the making.
class Assessor {
public:
    Assessor(Exposures::Shared& shared, NodeId model) : shared_(shared), view_(shared.view) {
        exposure_.model = model;
        exposure_.countries = shared.countries_of(model);
        exposure_.makers = shared.makers.of(model);
    }

    Exposure assess() {
        const auto family = with_families(view_, exposure_.model);
        family_ = {family.begin(), family.end()};
        find_ancestors();
        for (const NodeId one : family) {
            for (const Attribute& attribute : shared_.values_of(one).from_scratch) {
                exposure_.from_scratch.push_back({one, attribute});
            }
        }
        exposure_.origin = judge();
        return std::move(exposure_);
    }

private:
    void find_ancestors() {
        const std::vector starts{exposure_.model};
        const auto all = shared_.tracer.trace(starts, shared_.rules, shared_.limits);
        const bool by_parts = std::ranges::any_of(all.edges, [&](EdgeId id) { return shared_.is_component(id); });
        std::set<NodeId> by_weights;
        if (by_parts) {
            WalkLimits whole = shared_.limits;
            whole.passes = [&](EdgeId id) { return !shared_.is_component(id); };
            for (const Reached& reached : shared_.tracer.trace(starts, shared_.rules, whole).reached) {
                by_weights.insert(reached.node);
                add(reached, Ancestor::Part::weights);
            }
        }
        for (const Reached& reached : all.reached) {
            if (!by_parts) {
                add(reached, Ancestor::Part::weights);
            } else if (!by_weights.contains(reached.node)) {
                add(reached, Ancestor::Part::component);
            }
        }
        std::ranges::sort(exposure_.ancestors, {}, [](const Ancestor& ancestor) {
            return std::tuple(ancestor.reached.hops(), weakness(ancestor.reached.standing), ancestor.reached.node);
        });
    }

    void add(const Reached& reached, Ancestor::Part part) {
        if (family_.contains(reached.node)) {
            return;
        }
        const NodeId node = reached.node;
        Ancestor ancestor{reached,
                          part,
                          Ancestor::Home::unknown,
                          shared_.countries_of(node),
                          shared_.makers.of(node),
                          shared_.licences.of(node)};
        const auto& home = shared_.home.empty() ? exposure_.countries.codes : shared_.home;
        if (!home.empty() && !ancestor.countries.codes.empty()) {
            const bool at_home =
                std::ranges::any_of(home, [&](const auto& code) { return ancestor.countries.has(code); });
            ancestor.home = at_home ? Ancestor::Home::domestic : Ancestor::Home::foreign;
        }
        exposure_.ancestors.push_back(std::move(ancestor));
    }

    bool any(Status standing, Ancestor::Home home, std::optional<Ancestor::Part> part = std::nullopt) const {
        return std::ranges::any_of(exposure_.ancestors, [&](const Ancestor& ancestor) {
            return ancestor.reached.standing == standing && ancestor.home == home && (!part || ancestor.part == *part);
        });
    }

    /// Whether an asserted foreign base is denied as well, by whom else ever.
    bool foreign_base_denied() const {
        std::set<NodeId> asserted;
        for (const Ancestor& ancestor : exposure_.ancestors) {
            if (ancestor.home == Ancestor::Home::foreign && ancestor.reached.standing == Status::asserted) {
                asserted.insert(ancestor.reached.node);
            }
        }
        return std::ranges::any_of(family_, [&](NodeId one) {
            return std::ranges::any_of(view_.out(one), [&](EdgeId id) {
                const View::Edge edge = view_.edge(id);
                return edge.predicate == shared_.based_on && edge.status == Status::denied &&
                       asserted.contains(edge.object);
            });
        });
    }

    Origin judge() const {
        using Home = Ancestor::Home;
        using Part = Ancestor::Part;
        bool said = false;
        bool gainsaid = false;
        for (const FromScratch& claim : exposure_.from_scratch) {
            const bool yes = claim.said.value == Value(true);
            said = said || (yes && claim.said.status == Status::asserted);
            gainsaid = gainsaid || (yes ? claim.said.status == Status::denied : claim.said.status != Status::denied);
        }
        const bool weights = any(Status::asserted, Home::foreign, Part::weights);
        const bool component = any(Status::asserted, Home::foreign, Part::component);
        const bool alleged = any(Status::alleged, Home::foreign) || any(Status::alleged, Home::unknown);
        if (said && (weights || gainsaid || alleged)) {
            return Origin::disputed;
        }
        if (weights || component) {
            return foreign_base_denied() ? Origin::disputed
                 : weights               ? Origin::foreign_weights
                                         : Origin::foreign_component;
        }
        if (said) {
            return Origin::says_from_scratch;
        }
        if (alleged) {
            return Origin::disputed;
        }
        if (any(Status::asserted, Home::unknown)) {
            return Origin::unknown_base;
        }
        if (any(Status::asserted, Home::domestic)) {
            return Origin::domestic_base;
        }
        if (any(Status::planned, Home::foreign)) {
            return Origin::planned;
        }
        const bool spoken_of = !view_.out(exposure_.model).empty() || shared_.values_of(exposure_.model).has_any;
        return spoken_of ? Origin::not_stated : Origin::nothing_read;
    }

    Exposures::Shared& shared_;
    const View& view_;
    std::set<NodeId> family_;
    Exposure exposure_;
};

} // namespace

std::string_view name_of(Origin origin) {
    return std::ranges::find(names, origin, &std::pair<Origin, std::string_view>::first)->second;
}

bool Countries::has(std::string_view code) const { return std::ranges::find(codes, code) != codes.end(); }

Exposures::Exposures(const View& view, const Lexicon& lexicon, std::string_view home, const WalkLimits& limits)
    : shared_(std::make_unique<Shared>(view, lexicon, home, limits)) {}
Exposures::~Exposures() = default;

Exposure Exposures::of(NodeId model) { return Assessor(*shared_, model).assess(); }
const Countries& Exposures::countries_of(NodeId model) { return shared_->countries_of(model); }
const std::vector<NodeId>& Exposures::makers_of(NodeId model) const { return shared_->makers.of(model); }

Exposure assess_exposure(const View& view, NodeId model, const Lexicon& lexicon, std::string_view home,
                         const WalkLimits& limits) {
    return Exposures(view, lexicon, home, limits).of(model);
}

} // namespace jokbo
