#include "graph/decision_text.hpp"

#include "schema/table.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

const std::vector<std::string_view> header = {"id",        "when",        "who",    "action", "subject_type", "subject",
                                              "predicate", "object_type", "object", "status", "target",       "why"};

std::string escaped(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        switch (letter) {
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\\': out += "\\\\"; break;
        default: out += letter;
        }
    }
    return out;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        switch (text[++i]) {
        case 't': out += '\t'; break;
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        default: out += text[i];
        }
    }
    return out;
}

} // namespace

std::string decisions_text(const std::vector<Decision>& decisions) {
    std::vector<std::pair<std::string, std::string>> lines;
    for (const auto& decision : decisions) {
        std::string line = decision.id();
        for (const auto& field :
             {decision.when, decision.who, std::string(name_of(decision.action)), decision.subject.type,
              decision.subject.text, decision.predicate, decision.object.type, decision.object.text, decision.status,
              decision.target, decision.why}) {
            line += '\t' + escaped(field);
        }
        lines.emplace_back(decision.when, line);
    }
    std::ranges::sort(lines);
    std::string text;
    for (std::size_t i = 0; i < header.size(); ++i) {
        text += (i > 0 ? "\t" : "") + std::string(header[i]);
    }
    text += '\n';
    for (const auto& [when, line] : lines) {
        text += line + '\n';
    }
    return text;
}

std::vector<Decision> decisions_from_text(const DataFile& file) {
    std::vector<Decision> decisions;
    for (const auto& row : read_table(file, header)) {
        const auto action = action_named(row[3]);
        if (!action) {
            throw row.error(3, "a decision is merge, split, rename, reject, accept or undo");
        }
        Decision decision{.action = *action,
                          .subject = {unescaped(row[4]), unescaped(row[5])},
                          .predicate = unescaped(row[6]),
                          .object = {unescaped(row[7]), unescaped(row[8])},
                          .status = unescaped(row[9]),
                          .target = unescaped(row[10]),
                          .who = unescaped(row[2]),
                          .when = unescaped(row[1]),
                          .why = unescaped(row[11])};
        if (decision.id() != row[0]) {
            throw row.error(0, "the id does not fit the rest of the line, which must have been edited");
        }
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

} // namespace jokbo
