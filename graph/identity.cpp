#include "graph/identity.hpp"

#include "graph/hash.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <optional>

namespace jokbo {

namespace {

/// What a name without any letter folds to: itself, apart from all folded names.
std::string folded_name(std::string_view name) {
    auto folded = fold(name);
    return folded.empty() ? "\x1f" + std::string(name) : folded;
}

std::string lower_ascii(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

constexpr std::uint32_t none = ~0U;

} // namespace

Identity::Identity(const Ontology& ontology, const Lexicon& lexicon, const Versions& versions,
                   std::vector<Decision> decisions)
    : ontology_(ontology), lexicon_(lexicon), versions_(versions), decisions_(std::move(decisions)) {
    for (const auto& entry : lexicon.entries()) {
        for (const auto& name : entry.names) {
            auto& bearers = bearers_[fold(name.text)][entry.type.value];
            const auto add = [&](std::vector<EntryId>& list) {
                if (list.empty() || list.back() != entry.id) {
                    list.push_back(entry.id);
                }
            };
            add(bearers.any);
            if (name.use == LexiconName::Use::plain) {
                add(bearers.plain);
            }
        }
    }
    for (const auto& decision : decisions_) {
        if (decision.action == Decision::Action::merge || decision.action == Decision::Action::split) {
            const auto a = folded_name(decision.subject.text);
            const auto b = folded_name(decision.object.text);
            tied_[a].insert(b);
            tied_[b].insert(a);
        }
    }
}

std::vector<std::string> Identity::tied_by_decision(const std::string& folded) const {
    const auto found = tied_.find(folded);
    return found == tied_.end() ? std::vector<std::string>{}
                                : std::vector<std::string>(found->second.begin(), found->second.end());
}

std::vector<std::string> Identity::entries_bearing(const std::string& folded) const {
    std::vector<std::string> keys;
    if (const auto found = bearers_.find(folded); found != bearers_.end()) {
        for (const auto& [type, bearers] : found->second) {
            for (const auto id : bearers.any) {
                keys.push_back(lexicon_.entry(id).key);
            }
        }
    }
    return keys;
}

/// One resolution in the making. A node is a folded name of one type.
class Resolver {
public:
    Resolver(const Identity& identity, std::span<const Form> forms) : identity_(identity), forms_(forms) {}

    Resolution run() {
        make_nodes();
        isolate_split_names();
        unite_by_lexicon();
        unite_by_decision();
        unite_by_text();
        assign();
        return std::move(resolution_);
    }

private:
    struct Node {
        std::string folded;
        TypeId type;
        std::uint32_t anchor = none; ///< the lexicon entry that bears the name
        enum class Standing : std::uint8_t { free, ambiguous, isolated, described } standing = Standing::free;
        std::string_view text; ///< the least of the spellings
    };
    struct TypedName {
        TypeId type;
        std::string_view folded; ///< of a node
        bool operator==(const TypedName&) const = default;
    };
    struct TypedNameHash {
        std::size_t operator()(const TypedName& name) const {
            return std::hash<std::string_view>{}(name.folded) * 31 + name.type.value;
        }
    };
    struct Alias {
        std::uint32_t a;
        std::uint32_t b;
        std::uint64_t uses;
        std::vector<std::uint32_t> forms;
    };

    std::uint32_t node_of(TypeId type, std::string_view text) {
        auto folded = folded_name(text);
        const auto place = by_name_.find({type, folded});
        if (place == by_name_.end()) {
            Node node{std::move(folded), type, none, Node::Standing::free, text};
            if (const auto known = identity_.bearers_.find(node.folded); known != identity_.bearers_.end()) {
                if (const auto of_type = known->second.find(type.value); of_type != known->second.end()) {
                    const auto& [plain, any] = of_type->second;
                    if (plain.size() == 1) {
                        node.anchor = plain.front().value;
                    } else if (any.size() == 1) {
                        node.anchor = any.front().value;
                    } else {
                        node.standing = Node::Standing::ambiguous;
                    }
                }
            }
            const auto number = static_cast<std::uint32_t>(nodes_.size());
            by_name_.emplace(TypedName{type, nodes_.emplace_back(std::move(node)).folded}, number);
            return number;
        }
        if (text < nodes_[place->second].text) {
            nodes_[place->second].text = text;
        }
        return place->second;
    }

    void make_nodes() {
        first_name_.reserve(forms_.size() + 1);
        by_name_.reserve(forms_.size() + forms_.size() / 4);
        for (const auto& form : forms_) {
            first_name_.push_back(static_cast<std::uint32_t>(names_.size()));
            if (form.naming == Naming::described) {
                names_.push_back(static_cast<std::uint32_t>(nodes_.size()));
                nodes_.push_back(
                    {folded_name(form.names.front()), form.type, none, Node::Standing::described, form.names.front()});
            } else {
                for (const auto name : form.names) {
                    names_.push_back(node_of(form.type, name));
                }
            }
        }
        first_name_.push_back(static_cast<std::uint32_t>(names_.size()));
        // Two forms of one document may describe the same thing in one word.
        std::map<std::tuple<std::uint32_t, std::string_view, std::string>, std::uint32_t> described;
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (forms_[i].naming == Naming::described) {
                auto& node = names_[first_name_[i]];
                node = described.try_emplace({forms_[i].type.value, forms_[i].scope, nodes_[node].folded}, node)
                           .first->second;
            }
        }
        for (const auto& decision : identity_.decisions_) {
            if (decision.action == Decision::Action::merge || decision.action == Decision::Action::split) {
                for (const auto* name : {&decision.subject, &decision.object}) {
                    if (const auto id = identity_.ontology_.find_type(name->type); id && is_near(name->text)) {
                        node_of(*id, name->text);
                    }
                }
            }
        }
        parent_.resize(nodes_.size());
        std::iota(parent_.begin(), parent_.end(), 0U);
        anchor_of_.resize(nodes_.size(), none);
        primary_.resize(nodes_.size());
        std::iota(primary_.begin(), primary_.end(), 0U);
    }

    /// Whether a decision's name is tied to any name at hand; the others' share is resolved without it.
    bool is_near(const std::string& text) {
        if (near_.empty()) {
            for (const auto& node : nodes_) {
                near_.insert(node.folded);
            }
            for (std::vector<std::string> todo(near_.begin(), near_.end()); !todo.empty();) {
                const auto folded = std::move(todo.back());
                todo.pop_back();
                for (auto& tied : identity_.tied_by_decision(folded)) {
                    if (near_.insert(tied).second) {
                        todo.push_back(tied);
                    }
                }
            }
        }
        return near_.contains(folded_name(text));
    }

    std::optional<std::uint32_t> known(const Decision::Name& name) const {
        const auto type = identity_.ontology_.find_type(name.type);
        if (!type) {
            return std::nullopt;
        }
        const auto folded = folded_name(name.text);
        const auto found = by_name_.find({*type, folded});
        return found == by_name_.end() ? std::nullopt : std::optional(found->second);
    }

    void isolate_split_names() {
        for (const auto& decision : identity_.decisions_) {
            if (decision.action == Decision::Action::split) {
                if (const auto node = known({decision.subject.type, decision.object.text})) {
                    nodes_[*node].standing = Node::Standing::isolated;
                    nodes_[*node].anchor = none;
                }
            }
        }
    }

    std::uint32_t root(std::uint32_t node) {
        while (parent_[node] != node) {
            node = parent_[node] = parent_[parent_[node]];
        }
        return node;
    }

    void unite(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a == b) {
            return;
        }
        // What people made keeps its primary name.
        if (decided_.contains(b) && !decided_.contains(a)) {
            std::swap(a, b);
        }
        const auto anchor = anchor_of_[a] != none ? anchor_of_[a] : anchor_of_[b];
        parent_[b] = a;
        anchor_of_[a] = anchor;
    }

    void unite_by_lexicon() {
        std::unordered_map<std::uint32_t, std::uint32_t> first;
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            if (nodes_[i].anchor != none) {
                anchor_of_[i] = nodes_[i].anchor;
                unite(first.try_emplace(nodes_[i].anchor, i).first->second, i);
            }
        }
    }

    void unite_by_decision() {
        const auto& decisions = identity_.decisions_;
        for (auto merge = decisions.begin(); merge != decisions.end(); ++merge) {
            if (merge->action != Decision::Action::merge || is_split_later(merge)) {
                continue;
            }
            const auto subject = known(merge->subject);
            const auto object = known(merge->object);
            if (!subject || !object) {
                continue;
            }
            const auto kept = root(*subject);
            const auto anchor = anchor_of_[kept];
            const auto primary = decided_.contains(kept) ? primary_[kept] : *subject;
            unite(*subject, *object);
            const auto united = root(*subject);
            primary_[united] = primary;
            decided_.insert(united);
            if (anchor != none) {
                anchor_of_[united] = anchor;
            }
        }
    }

    bool is_split_later(std::vector<Decision>::const_iterator merge) const {
        return std::any_of(merge, identity_.decisions_.cend(), [&](const Decision& later) {
            const auto name = folded_name(later.object.text);
            return later.action == Decision::Action::split &&
                   ((later.subject.type == merge->object.type && name == folded_name(merge->object.text)) ||
                    (later.subject.type == merge->subject.type && name == folded_name(merge->subject.text)));
        });
    }

    void add_conflict(std::string_view kind, std::uint32_t a, std::uint32_t b, std::uint32_t form) {
        if (nodes_[b].folded < nodes_[a].folded) {
            std::swap(a, b);
        }
        resolution_.conflicts.push_back({std::string(kind), nodes_[a].type, std::string(nodes_[a].text),
                                         std::string(nodes_[b].text), nodes_[a].folded, nodes_[b].folded, form});
    }

    bool versions_differ(std::uint32_t a, std::uint32_t b, std::string_view a_text, std::string_view b_text) const {
        const bool same_entry = nodes_[a].anchor != none && nodes_[a].anchor == nodes_[b].anchor;
        return !same_entry && identity_.versions_.apply_to(nodes_[a].type) &&
               identity_.versions_.signature(a_text) != identity_.versions_.signature(b_text);
    }

    /// Names that one text unites, the best attested first; what would unite two things that are known apart is left undone.
    void unite_by_text() {
        std::map<std::pair<std::uint32_t, std::uint32_t>, Alias> aliases;
        allowed_.resize(forms_.size());
        for (std::uint32_t i = 0; i < forms_.size(); ++i) {
            const auto names = names_of(i);
            for (std::size_t k = 1; k < names.size(); ++k) {
                const auto a = names.front();
                const auto b = names[k];
                if (a == b) {
                    continue;
                }
                const bool decided = root(a) == root(b) && decided_.contains(root(a));
                if (nodes_[a].standing == Node::Standing::isolated || nodes_[b].standing == Node::Standing::isolated) {
                    if (!decided) {
                        add_conflict("split", a, b, i);
                    }
                } else if (!decided && versions_differ(a, b, forms_[i].names.front(), forms_[i].names[k])) {
                    add_conflict("version", a, b, i);
                } else {
                    allowed_[i].push_back(b);
                    if (nodes_[a].standing == Node::Standing::free && nodes_[b].standing == Node::Standing::free) {
                        auto& alias =
                            aliases.try_emplace(std::minmax(a, b), Alias{std::min(a, b), std::max(a, b), 0, {}})
                                .first->second;
                        alias.uses += forms_[i].uses;
                        alias.forms.push_back(i);
                    }
                }
            }
        }
        std::vector<Alias*> order;
        for (auto& [ends, alias] : aliases) {
            order.push_back(&alias);
        }
        std::ranges::sort(order, [&](const Alias* x, const Alias* y) {
            if (x->uses != y->uses) {
                return x->uses > y->uses;
            }
            const auto ends = [&](const Alias* alias) {
                return std::minmax({std::pair(nodes_[alias->a].type.value, std::string_view(nodes_[alias->a].folded)),
                                    std::pair(nodes_[alias->b].type.value, std::string_view(nodes_[alias->b].folded))});
            };
            return ends(x) < ends(y);
        });
        for (const auto* alias : order) {
            const auto x = anchor_of_[root(alias->a)];
            const auto y = anchor_of_[root(alias->b)];
            if (x == none || y == none || x == y || root(alias->a) == root(alias->b)) {
                unite(alias->a, alias->b);
            } else {
                for (const auto form : alias->forms) {
                    add_conflict("lexicon", alias->a, alias->b, form);
                }
            }
        }
    }

    /// A form whose standing name the lexicon does not know is what the one entry is that its other names belong to.
    std::uint32_t node_for(std::uint32_t form) {
        const auto head = names_of(form).front();
        const auto& node = nodes_[head];
        if (node.anchor != none || node.standing == Node::Standing::isolated ||
            node.standing == Node::Standing::described) {
            return head;
        }
        std::uint32_t found = head;
        std::uint32_t entry = none;
        for (const auto other : allowed_[form]) {
            if (nodes_[other].anchor == none) {
                continue;
            }
            if (entry != none && entry != nodes_[other].anchor) {
                return head;
            }
            entry = nodes_[other].anchor;
            found = other;
        }
        return found;
    }

    std::span<const std::uint32_t> names_of(std::uint32_t form) const {
        return std::span(names_).subspan(first_name_[form], first_name_[form + 1] - first_name_[form]);
    }

    /// What the forms of one entity say of it, sorted by text.
    struct Gathered {
        std::span<const std::pair<std::uint32_t, std::uint32_t>> forms; ///< component and form
        std::vector<std::pair<std::string_view, std::uint64_t>> uses_by_text;
        std::vector<std::pair<std::string_view, std::string_view>> names; ///< and folded
    };

    void gather(std::uint32_t component, Gathered& parts) {
        parts.uses_by_text.clear();
        parts.names.clear();
        for (const auto& [its, form] : parts.forms) {
            const auto names = names_of(form);
            for (std::size_t k = 0; k < names.size(); ++k) {
                if (k == 0 || root(names[k]) == component) {
                    parts.names.emplace_back(forms_[form].names[k], nodes_[names[k]].folded);
                }
            }
            parts.uses_by_text.emplace_back(forms_[form].names.front(), forms_[form].uses);
        }
        const auto text = [](const auto& one) { return one.first; };
        std::ranges::stable_sort(parts.names, {}, text);
        const auto twice = std::ranges::unique(parts.names, {}, text);
        parts.names.erase(twice.begin(), twice.end());
        std::ranges::sort(parts.uses_by_text, {}, text);
        std::size_t kept = 0;
        for (std::size_t i = 1; i < parts.uses_by_text.size(); ++i) {
            if (parts.uses_by_text[i].first == parts.uses_by_text[kept].first) {
                parts.uses_by_text[kept].second += parts.uses_by_text[i].second;
            } else {
                parts.uses_by_text[++kept] = parts.uses_by_text[i];
            }
        }
        parts.uses_by_text.resize(kept + 1);
    }

    void assign() {
        for (const auto& decision : identity_.decisions_) {
            if (decision.action == Decision::Action::rename) {
                if (const auto node = known(decision.subject)) {
                    renamed_[root(*node)] = decision.object.text; // the last word counts
                }
            }
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> forms;
        forms.reserve(forms_.size());
        for (std::uint32_t i = 0; i < forms_.size(); ++i) {
            forms.emplace_back(root(node_for(i)), i);
        }
        std::ranges::sort(forms);
        const std::span<const std::pair<std::uint32_t, std::uint32_t>> all(forms);
        std::vector<Resolution::Entity> entities;
        std::vector<std::size_t> begins;
        Gathered parts;
        for (std::size_t begin = 0; begin < all.size();) {
            const auto component = all[begin].first;
            std::size_t end = begin + 1;
            while (end < all.size() && all[end].first == component) {
                ++end;
            }
            parts.forms = all.subspan(begin, end - begin);
            gather(component, parts);
            entities.push_back(entity_of(component, parts));
            begins.push_back(begin);
            begin = end;
        }
        begins.push_back(all.size());
        std::vector<std::uint32_t> order(entities.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::sort(order, {}, [&](std::uint32_t i) -> const std::string& { return entities[i].key; });
        resolution_.entity_of.resize(forms_.size());
        resolution_.entities.reserve(entities.size());
        for (const auto i : order) {
            for (const auto& [component, form] : all.subspan(begins[i], begins[i + 1] - begins[i])) {
                resolution_.entity_of[form] = static_cast<std::uint32_t>(resolution_.entities.size());
            }
            resolution_.entities.push_back(std::move(entities[i]));
        }
    }

    Resolution::Entity entity_of(std::uint32_t component, const Gathered& parts) {
        Resolution::Entity entity;
        const auto& primary = nodes_[primary_[component]];
        const auto& first = forms_[parts.forms.front().second];
        entity.naming = first.naming;
        const bool decided = decided_.contains(component);
        entity.type = decided ? primary.type : nodes_[component].type;
        const auto anchor = anchor_of_[component];
        entity.names.assign(parts.names.begin(), parts.names.end());
        const auto best =
            std::ranges::max_element(parts.uses_by_text, {}, [](const auto& text) { return text.second; });
        if (anchor != none) {
            const auto& entry = identity_.lexicon_.entry({anchor});
            entity.key = entry.key;
            entity.name = entry.names.front().text;
            entity.country = entry.country;
        } else {
            entity.name = decided ? primary_text(primary_[component], parts) : std::string(best->first);
            FieldHash hash;
            hash(least_folded(component, parts));
            if (entity.naming == Naming::described) {
                hash(first.scope);
            }
            entity.key = lower_ascii(identity_.ontology_.type(entity.type).name) + '-' + hash.text();
        }
        if (const auto renamed = renamed_.find(component); renamed != renamed_.end()) {
            entity.name = renamed->second;
        }
        // What it is called is a name of it, whether or not a text says so.
        if (!std::ranges::binary_search(parts.names, std::string_view(entity.name), {},
                                        [](const auto& name) { return name.first; })) {
            const std::pair canonical(entity.name, folded_name(entity.name));
            entity.names.insert(std::ranges::upper_bound(entity.names, canonical), canonical);
        }
        return entity;
    }

    /// The key's root: of the primary name where people merged, else the least name that is of this component.
    std::string least_folded(std::uint32_t component, const Gathered& parts) {
        if (decided_.contains(component)) {
            return nodes_[primary_[component]].folded;
        }
        std::string least;
        for (const auto& [its, form] : parts.forms) {
            for (const auto node : names_of(form)) {
                if (root(node) == component && (least.empty() || nodes_[node].folded < least)) {
                    least = nodes_[node].folded;
                }
            }
        }
        return least;
    }

    /// The best attested spelling of the primary node, or its own.
    std::string primary_text(std::uint32_t node, const Gathered& parts) const {
        std::string text(nodes_[node].text);
        std::uint64_t most = 0;
        for (const auto& [candidate, uses] : parts.uses_by_text) {
            if (uses > most && folded_name(candidate) == nodes_[node].folded) {
                text = candidate;
                most = uses;
            }
        }
        return text;
    }

    const Identity& identity_;
    std::span<const Form> forms_;
    Resolution resolution_;
    std::deque<Node> nodes_; ///< they stay in their place
    std::unordered_map<TypedName, std::uint32_t, TypedNameHash> by_name_;
    std::vector<std::uint32_t> names_;                ///< nodes of the first form, then of the second, …
    std::vector<std::uint32_t> first_name_;           ///< where in them each form begins; one more for the end
    std::vector<std::vector<std::uint32_t>> allowed_; ///< other names of a form that do not contradict it
    std::vector<std::uint32_t> parent_;
    std::vector<std::uint32_t> anchor_of_; ///< of each root
    std::vector<std::uint32_t> primary_;   ///< of each root that people made
    std::set<std::uint32_t> decided_;
    std::unordered_map<std::uint32_t, std::string> renamed_; ///< by root
    std::set<std::string> near_;
};

Resolution Identity::resolve(std::span<const Form> forms) const {
    auto resolution = Resolver(*this, forms).run();
    const auto order = [](const Resolution::Conflict& c) {
        return std::tie(c.kind, c.type.value, c.a_folded, c.b_folded, c.form);
    };
    std::ranges::sort(resolution.conflicts, [&](const auto& a, const auto& b) { return order(a) < order(b); });
    return resolution;
}

} // namespace jokbo
