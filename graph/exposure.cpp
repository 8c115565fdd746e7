#include "graph/exposure.hpp"

#include "graph/families.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
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

class Assessor {
public:
    Assessor(const View& view, NodeId model, const Lexicon& lexicon, std::string_view home, const WalkLimits& limits)
        : view_(view), lexicon_(lexicon), limits_(limits) {
        exposure_.model = model;
        exposure_.countries = countries_of(view, model, lexicon);
        exposure_.makers = stated_of_family(view, model, relation("developed_by"));
        home_ = home.empty() ? exposure_.countries.codes : std::vector<std::string>{std::string(home)};
    }

    Exposure assess() {
        const auto family = with_families(view_, exposure_.model);
        family_ = {family.begin(), family.end()};
        find_ancestors();
        for (const NodeId one : family) {
            for (Attribute& attribute : view_.attributes(one)) {
                if (view_.ontology().predicate(attribute.predicate).name == "from_scratch") {
                    exposure_.from_scratch.push_back({one, std::move(attribute)});
                }
            }
        }
        exposure_.origin = judge();
        return std::move(exposure_);
    }

private:
    PredicateId relation(std::string_view name) const { return view_.ontology().predicate_named(name); }

    bool is_component(EdgeId id) const {
        if (view_.edge(id).predicate != relation("based_on")) {
            return false;
        }
        const Qualifiers said = view_.qualifiers(id);
        return (!said.component.empty() && said.component != "weights") || said.how == "architecture";
    }

    void find_ancestors() {
        WalkRules rules;
        rules.set_along(relation("based_on"), WalkRules::Step::on);
        rules.set_along(relation("version_of"), WalkRules::Step::on);
        WalkLimits whole = limits_;
        whole.passes = [&](EdgeId id) { return !is_component(id); };
        std::set<NodeId> by_weights;
        for (Reached& reached : trace(view_, exposure_.model, rules, whole).reached) {
            by_weights.insert(reached.node);
            add(std::move(reached), Ancestor::Part::weights);
        }
        for (Reached& reached : trace(view_, exposure_.model, rules, limits_).reached) {
            if (!by_weights.contains(reached.node)) {
                add(std::move(reached), Ancestor::Part::component);
            }
        }
        std::ranges::sort(exposure_.ancestors, {}, [](const Ancestor& ancestor) {
            return std::tuple(ancestor.reached.hops(), weakness(ancestor.reached.standing), ancestor.reached.node);
        });
    }

    void add(Reached reached, Ancestor::Part part) {
        if (family_.contains(reached.node)) {
            return;
        }
        const NodeId node = reached.node;
        Ancestor ancestor{std::move(reached),
                          part,
                          Ancestor::Home::unknown,
                          countries_of(view_, node, lexicon_),
                          stated_of_family(view_, node, relation("developed_by")),
                          stated_of_family(view_, node, relation("licensed_under"))};
        if (!home_.empty() && !ancestor.countries.codes.empty()) {
            const bool at_home =
                std::ranges::any_of(home_, [&](const auto& code) { return ancestor.countries.has(code); });
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
                return edge.predicate == relation("based_on") && edge.status == Status::denied &&
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
        const bool spoken_of = !view_.out(exposure_.model).empty() || !view_.attributes(exposure_.model).empty();
        return spoken_of ? Origin::not_stated : Origin::nothing_read;
    }

    const View& view_;
    const Lexicon& lexicon_;
    const WalkLimits& limits_;
    std::vector<std::string> home_;
    std::set<NodeId> family_;
    Exposure exposure_;
};

} // namespace

std::string_view name_of(Origin origin) {
    return std::ranges::find(names, origin, &std::pair<Origin, std::string_view>::first)->second;
}

bool Countries::has(std::string_view code) const { return std::ranges::find(codes, code) != codes.end(); }

Countries countries_of(const View& view, NodeId node, const Lexicon& lexicon) {
    std::set<std::string> codes;
    for (const NodeId maker : stated_of_family(view, node, view.ontology().predicate_named("developed_by"))) {
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

Exposure assess_exposure(const View& view, NodeId model, const Lexicon& lexicon, std::string_view home,
                         const WalkLimits& limits) {
    return Assessor(view, model, lexicon, home, limits).assess();
}

} // namespace jokbo
