#pragma once

#include "extract/extractor.hpp"
#include "extract/frames/frames.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace jokbo::testing {

/// An example of a frame as a reader meets it: the plain sentence, and the names that its marks [name:Type] give away.
struct PlainExample {
    const Frame* frame = nullptr;
    const FrameExample* example = nullptr;
    std::string sentence;
    std::map<std::string, std::string> names; ///< name → type
};

/// The text without its marks [name:Type]; what they give away is added to `names`, name → type.
inline std::string unmarked(std::string_view text, std::map<std::string, std::string>& names) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto close = text[at] == '[' ? text.find(']', at) : std::string_view::npos;
        const auto colon = close == std::string_view::npos ? close : text.rfind(':', close);
        if (colon == std::string_view::npos || colon < at) {
            plain += text[at++];
            continue;
        }
        const auto name = text.substr(at + 1, colon - at - 1);
        plain += name;
        names.emplace(name, text.substr(colon + 1, close - colon - 1));
        at = close + 1;
    }
    return plain;
}

inline PlainExample plain(const Frame& frame, const FrameExample& example) {
    PlainExample made{&frame, &example, {}, {}};
    made.sentence = unmarked(example.text, made.names);
    return made;
}

/// The pack with no names but these in its lexicon.
inline Pack with_names(Pack pack, const std::map<std::string, std::string>& names) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> files = {
        {{"Organization", "organizations"},
         {"Person", "people"},
         {"Model", "models"},
         {"Dataset", "datasets"},
         {"Product", "products"},
         {"Programme", "programmes"},
         {"Technology", "technologies"},
         {"Licence", "licences"},
         {"Place", "places"}}};
    int number = 0;
    for (const auto& [type, stem] : files) {
        std::string table = "id\tnames\tcountry\tparent\tmaker\thomepage\n";
        for (const auto& [name, its_type] : names) {
            if (its_type == type) {
                table += fmt::format("e{}\t{}\t\t\t\t\n", number++, name);
            }
        }
        const auto file = fmt::format("schema/lexicon/{}.tsv", stem);
        pack.add({file, table, file});
    }
    return pack;
}

inline std::string shown(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) {
        return fmt::format("{}", *count);
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? "true" : "false";
    }
    if (const auto* money = std::get_if<Money>(&value)) {
        return fmt::format("{} {}", money->value, money->currency);
    }
    return std::get<std::string>(value);
}

/// A statement in the ways in which an example may write it: by any of its names, either way round where that says the same.
inline std::vector<std::string> ways_to_write(const Statement& statement, const Ontology& ontology) {
    const auto& predicate = ontology.predicate(statement.predicate);
    std::vector<std::string> objects;
    if (const auto* mention = std::get_if<Mention>(&statement.object)) {
        objects = mention->names;
    } else {
        objects.push_back(shown(std::get<Value>(statement.object)));
    }
    std::vector<std::string> ways;
    const auto status =
        statement.status == Status::asserted ? std::string() : fmt::format(" !{}", name_of(statement.status));
    for (const auto& subject : statement.subject.names) {
        for (const auto& object : objects) {
            ways.push_back(fmt::format("{} {} {}{}", subject, predicate.name, object, status));
            if (predicate.symmetry == Predicate::Symmetry::symmetric) {
                ways.push_back(fmt::format("{} {} {}{}", object, predicate.name, subject, status));
            }
        }
    }
    return ways;
}

/// What is wrong with the example, read by this extractor; empty where nothing is.
inline std::string fault_of(const PlainExample& plain_example, const Extractor& extractor, const Ontology& ontology) {
    const auto& example = *plain_example.example;
    Document document;
    document.id = "example";
    document.published = "2025-12-30";
    document.text = plain_example.sentence + "\n";
    std::vector<Statement> statements;
    extractor.extract(document, [&](Statement statement) { statements.push_back(std::move(statement)); });
    std::string came_out;
    for (const auto& statement : statements) {
        came_out += fmt::format("\n    {} ({})", ways_to_write(statement, ontology).front(), statement.evidence.frame);
    }
    const auto at = fmt::format("{}:{}: {}\n  {}", example.place.file, example.place.line, plain_example.frame->name,
                                plain_example.sentence);
    if (example.sign == FrameExample::Sign::negative) {
        const bool states = std::ranges::any_of(statements, [&](const Statement& statement) {
            return std::ranges::any_of(plain_example.frame->relations, [&](const FrameRelation& relation) {
                return relation.predicate == statement.predicate;
            });
        });
        return states ? fmt::format("{}\n  states what it must not:{}", at, came_out) : std::string();
    }
    for (const auto& wanted : example.statements) {
        const bool there = std::ranges::any_of(statements, [&](const Statement& statement) {
            const auto ways = ways_to_write(statement, ontology);
            return std::ranges::find(ways, wanted) != ways.end();
        });
        if (!there) {
            return fmt::format("{}\n  does not state: {}{}", at, wanted,
                               came_out.empty() ? "\n    but nothing" : came_out);
        }
    }
    return {};
}

/// Reads every example of every frame in the pack; names of different types never share a lexicon.
inline std::vector<std::string> faults_of_examples(const Pack& pack, const Ontology& ontology,
                                                   std::size_t* count = nullptr) {
    const auto korean = Cues::load(pack, Language::korean);
    const auto english = Cues::load(pack, Language::english);
    const auto frames = Frames::load(pack, ontology, korean, english);
    std::vector<std::string> faults;
    std::vector<PlainExample> group;
    std::map<std::string, std::string> names;
    const auto read_group = [&] {
        const auto small = with_names(pack, names);
        const auto lexicon = Lexicon::load(small, ontology);
        const Extractor extractor(small, ontology, lexicon);
        for (const auto& one : group) {
            if (auto fault = fault_of(one, extractor, ontology); !fault.empty()) {
                faults.push_back(std::move(fault));
            }
        }
        group.clear();
        names.clear();
    };
    for (const auto& frame : frames.frames()) {
        for (const auto& example : frame.examples) {
            auto one = plain(frame, example);
            const bool clashes = std::ranges::any_of(one.names, [&](const auto& name) {
                const auto known = names.find(name.first);
                return known != names.end() && known->second != name.second;
            });
            if (clashes) {
                read_group();
            }
            names.insert(one.names.begin(), one.names.end());
            group.push_back(std::move(one));
            if (count != nullptr) {
                ++*count;
            }
        }
    }
    read_group();
    return faults;
}

} // namespace jokbo::testing
