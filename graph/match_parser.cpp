#include "graph/match.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

namespace jokbo {

namespace {

class Parser {
public:
    Parser(std::string_view text, const Ontology& ontology) : text_(text), ontology_(ontology) {}

    Pattern parse() {
        if (starts_with_word("MATCH")) {
            at_ += 5;
        }
        do {
            parse_path();
        } while (take(","));
        skip_blanks();
        if (at_ != text_.size()) {
            fail("expected an edge, a comma or the end");
        }
        return std::move(pattern_);
    }

private:
    [[noreturn]] void fail(const std::string& what) const { fail_at(at_, what); }

    [[noreturn]] void fail_at(std::size_t place, const std::string& what) const {
        const auto code_points = std::ranges::count_if(
            text_.substr(0, place), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        throw UsageError(
            fmt::format("{}\n  {}\n  {:>{}}\n"
                        "understood are node and edge patterns as in\n"
                        "  (m:Model)-[based_on|version_of+]->(b:Model {{country: CN}}), (m)-[developed_by]->(o)\n"
                        "with -[…]-> <-[…]- ~[…]~, + * {{m,n}}, conditions in braces, several patterns after commas;\n"
                        "no WHERE, no RETURN",
                        what, text_, '^', code_points + 1));
    }

    void skip_blanks() {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) {
            ++at_;
        }
    }

    bool take(std::string_view token) {
        skip_blanks();
        if (text_.substr(at_, token.size()) != token) {
            return false;
        }
        at_ += token.size();
        return true;
    }

    void expect(std::string_view token) {
        if (!take(token)) {
            fail(fmt::format("expected {}", token));
        }
    }

    static bool is_word_byte(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    }

    bool starts_with_word(std::string_view word) {
        skip_blanks();
        if (text_.size() - at_ < word.size() + 1 || is_word_byte(text_[at_ + word.size()])) {
            return false;
        }
        return std::ranges::equal(text_.substr(at_, word.size()), word,
                                  [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; });
    }

    std::string_view word() {
        skip_blanks();
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_word_byte(text_[at_])) {
            ++at_;
        }
        return text_.substr(begin, at_ - begin);
    }

    std::optional<std::size_t> number() {
        skip_blanks();
        std::size_t value = 0;
        const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (error != std::errc()) {
            return std::nullopt;
        }
        at_ = static_cast<std::size_t>(end - text_.data());
        return value;
    }

    template <class Items>
    std::string near_words(std::string_view word, const Items& items) const {
        std::vector<std::string_view> names;
        for (const auto& item : items) {
            names.push_back(item.name);
        }
        const auto near = nearest(word, names);
        return near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
    }

    TypeId type() {
        skip_blanks();
        const std::size_t place = at_;
        const auto name = word();
        if (const auto found = ontology_.find_type(name)) {
            return *found;
        }
        fail_at(place, fmt::format("there is no type '{}'{}", name, near_words(name, ontology_.types())));
    }

    PredicateId relation() {
        skip_blanks();
        const std::size_t place = at_;
        const auto name = word();
        const auto found = ontology_.find_predicate(name);
        if (found && ontology_.predicate(*found).kind == Predicate::Kind::relation) {
            return *found;
        }
        fail_at(place, name.empty() ? std::string("expected a relation")
                                    : fmt::format("there is no relation '{}'{}", name,
                                                  near_words(name, ontology_.predicates())));
    }

    void parse_path() {
        std::size_t left = parse_node();
        for (;;) {
            skip_blanks();
            if (at_ == text_.size() || (text_[at_] != '-' && text_[at_] != '<' && text_[at_] != '~')) {
                return;
            }
            Pattern::Edge edge = parse_edge();
            edge.from = left;
            edge.to = parse_node();
            left = edge.to;
            pattern_.edges.push_back(std::move(edge));
        }
    }

    std::size_t parse_node() {
        expect("(");
        Pattern::Node node;
        node.variable = word();
        if (take(":")) {
            do {
                node.types.add(type());
            } while (take("|"));
        }
        if (take("{")) {
            parse_conditions([&](std::string_view name, std::size_t place) { node_condition(node, name, place); });
        }
        expect(")");
        return add(std::move(node));
    }

    /// The same variable is the same node; conditions gather.
    std::size_t add(Pattern::Node node) {
        const auto known = node.variable.empty()
                             ? pattern_.nodes.end()
                             : std::ranges::find(pattern_.nodes, node.variable, &Pattern::Node::variable);
        if (known == pattern_.nodes.end()) {
            pattern_.nodes.push_back(std::move(node));
            return pattern_.nodes.size() - 1;
        }
        const auto keep = [this](std::string& old, std::string& more) {
            if (!old.empty() && !more.empty() && old != more) {
                fail("the variable stands for two different things");
            }
            old = old.empty() ? std::move(more) : std::move(old);
        };
        keep(known->name, node.name);
        keep(known->key, node.key);
        keep(known->country, node.country);
        if (!node.types.empty()) {
            known->types = known->types.empty() ? node.types : known->types & node.types;
            if (known->types.empty()) {
                fail("the variable stands for two types that have nothing in common");
            }
        }
        std::ranges::move(node.values, std::back_inserter(known->values));
        return static_cast<std::size_t>(known - pattern_.nodes.begin());
    }

    template <class Condition>
    void parse_conditions(const Condition& condition) {
        do {
            skip_blanks();
            const std::size_t place = at_;
            const auto name = word();
            expect(":");
            condition(name, place);
        } while (take(","));
        expect("}");
    }

    std::string value() {
        skip_blanks();
        if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
            const std::size_t end = text_.find(text_[at_], at_ + 1);
            if (end == std::string_view::npos) {
                fail("the quotation does not end");
            }
            std::string quoted(text_.substr(at_ + 1, end - at_ - 1));
            at_ = end + 1;
            return quoted;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && (is_word_byte(text_[at_]) || text_[at_] == '-' || text_[at_] == '.')) {
            ++at_;
        }
        if (begin == at_) {
            fail("expected a value");
        }
        return std::string(text_.substr(begin, at_ - begin));
    }

    void node_condition(Pattern::Node& node, std::string_view name, std::size_t place) {
        if (name == "name") {
            node.name = value();
        } else if (name == "key") {
            node.key = value();
        } else if (name == "country") {
            node.country = value();
        } else if (const auto attribute = ontology_.find_predicate(name);
                   attribute && ontology_.predicate(*attribute).kind == Predicate::Kind::attribute) {
            node.values.push_back({*attribute, attribute_value(*attribute)});
        } else {
            fail_at(
                place,
                fmt::format("an entity has no '{}'{}; there are name, key, country and the attributes of the ontology",
                            name, near_words(name, ontology_.predicates())));
        }
    }

    Value attribute_value(PredicateId attribute) {
        skip_blanks();
        const std::size_t place = at_;
        const std::string text = value();
        switch (ontology_.predicate(attribute).value) {
        case Predicate::ValueKind::count: {
            std::int64_t count = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
            if (error == std::errc() && end == text.data() + text.size()) {
                return count;
            }
            fail_at(place, "expected a whole number");
        }
        case Predicate::ValueKind::truth:
            if (text == "true" || text == "false") {
                return text == "true";
            }
            fail_at(place, "expected true or false");
        case Predicate::ValueKind::money: fail_at(place, "amounts of money cannot be asked for");
        case Predicate::ValueKind::date:
        case Predicate::ValueKind::none: break;
        }
        return text;
    }

    Pattern::Edge parse_edge() {
        Pattern::Edge edge;
        using Direction = Pattern::Edge::Direction;
        const std::size_t place = at_;
        const bool from_right = take("<-");
        const bool wavy = !from_right && take("~");
        if (!from_right && !wavy) {
            expect("-");
        }
        if (take("[")) {
            parse_body(edge);
        }
        if (from_right) {
            edge.direction = Direction::against;
            expect("-");
            if (at_ < text_.size() && text_[at_] == '>') {
                fail_at(place, "an edge points one way, or -[…]- either way");
            }
        } else if (wavy) {
            edge.direction = Direction::either;
            expect("~");
        } else {
            edge.direction = take("->") ? Direction::along : (expect("-"), Direction::either);
        }
        parse_repeat(edge);
        return edge;
    }

    void parse_body(Pattern::Edge& edge) {
        const std::size_t place = at_;
        const auto first = word();
        if (take(":")) {
            edge.variable = first;
        } else {
            at_ = place;
        }
        skip_blanks();
        if (at_ < text_.size() && is_word_byte(text_[at_])) {
            do {
                edge.relations.push_back(relation());
            } while (take("|"));
        }
        parse_repeat(edge);
        if (take("{")) {
            parse_conditions([&](std::string_view name, std::size_t at) { edge_condition(edge, name, at); });
        }
        expect("]");
    }

    void parse_repeat(Pattern::Edge& edge) {
        if (take("+")) {
            edge.least = 1;
            edge.most = Pattern::Edge::endless;
        } else if (take("*")) {
            edge.least = 0;
            edge.most = Pattern::Edge::endless;
        } else if (const std::size_t place = at_; take("{")) {
            const auto least = number();
            const bool range = take(",");
            const auto most = number();
            if (!least && !range) {
                at_ = place; // conditions
                return;
            }
            expect("}");
            edge.least = least.value_or(0);
            edge.most = most ? *most : range ? Pattern::Edge::endless : edge.least;
            constexpr std::size_t highest = 100;
            if (edge.most < edge.least || edge.least > highest ||
                (edge.most != Pattern::Edge::endless && edge.most > highest)) {
                fail_at(place, "expected {m,n} with m not above n and neither above 100");
            }
        }
    }

    void edge_condition(Pattern::Edge& edge, std::string_view name, std::size_t place) {
        if (name == "status") {
            skip_blanks();
            const std::size_t at = at_;
            const auto status = status_named(value());
            if (!status) {
                fail_at(at, "expected asserted, planned, alleged, denied or ended");
            }
            edge.statuses = {*status};
        } else if (name == "how") {
            edge.how = value();
        } else if (name == "component") {
            edge.component = value();
        } else {
            fail_at(place, fmt::format("an edge has no '{}'; there are status, how and component", name));
        }
    }

    std::string_view text_;
    const Ontology& ontology_;
    std::size_t at_ = 0;
    Pattern pattern_;
};

} // namespace

Pattern parse_pattern(std::string_view text, const Ontology& ontology) { return Parser(text, ontology).parse(); }

} // namespace jokbo
