#include "extract/explain.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>
#include <variant>

namespace jokbo {

namespace {

class Explainer {
public:
    Explainer(const ReadingTools& tools, const Document& document, std::ostream& out)
        : tools_(tools), memory_(tools.korean, tools.names), reader_(tools, document, memory_), out_(out) {}

    void run() {
        reader_.take_apart();
        reader_.find_names();
        std::vector<std::vector<Finding>> found(reader_.sentences().size());
        reader_.find_relations([&](Finding finding) { found[reader_.at()].push_back(std::move(finding)); });
        for (std::size_t i = 0; i < found.size(); ++i) {
            show(reader_.sentences()[i], found[i]);
        }
    }

private:
    std::string words(const SentenceAnalysis& sentence, TokenRange range) const {
        if (range.begin >= range.end || range.end > sentence.tokens.size()) {
            return {};
        }
        const auto begin = sentence.tokens[range.begin].span.begin;
        return reader_.reading().text.substr(begin, sentence.tokens[range.end - 1].span.end - begin);
    }

    std::string types(TypeSet set) const {
        std::vector<std::string_view> names;
        for (const auto& type : tools_.ontology.types()) {
            if (set.has(type.id)) {
                names.push_back(type.name);
            }
        }
        return fmt::format("{}", fmt::join(names, "|"));
    }

    std::string filler(const Filler& filler) {
        return filler.group == none ? std::string("?") : reader_.names().mention(filler.group, filler.type).name;
    }

    void show(const SentenceAnalysis& sentence, const std::vector<Finding>& found) {
        out_ << "\n" << sentence.sentence.span.of(reader_.reading().text) << "\n";
        for (const auto& mention : sentence.mentions) {
            static constexpr const char* kinds[] = {"name", "described", "anaphor"};
            out_ << fmt::format("  {:9} {} : {}\n", kinds[static_cast<std::size_t>(mention.kind)],
                                mention.span.of(reader_.reading().text), types(mention.types));
        }
        for (const auto& predication : sentence.predications) {
            const auto& trigger = tools_.frames.triggers()[predication.trigger];
            std::vector<std::string> arguments;
            for (const auto& argument : predication.arguments) {
                arguments.push_back(fmt::format(
                    "{}={}", tools_.frames.role_name(argument.role),
                    argument.phrase == none ? "?" : words(sentence, sentence.phrases[argument.phrase].tokens)));
            }
            std::vector<std::string_view> frames;
            for (const auto& opens : trigger.opens) {
                frames.push_back(tools_.frames.frames()[opens.frame].name);
            }
            out_ << fmt::format("  trigger   {}{}{} [{}] {}\n", trigger.object, trigger.object.empty() ? "" : " ",
                                trigger.head, fmt::join(frames, " "), fmt::join(arguments, "; "));
        }
        for (const auto& report : sentence.reports) {
            out_ << fmt::format("  said by   {}: {}\n", words(sentence, sentence.phrases[report.speaker].tokens),
                                words(sentence, report.scope));
        }
        for (const auto& finding : found) {
            const auto object = finding.value ? text_of(*finding.value) : filler(finding.object);
            out_ << fmt::format("  => {} {} {} !{}{}  by {}\n", filler(finding.subject),
                                tools_.ontology.predicate(finding.predicate).name, object, name_of(finding.status),
                                qualifiers(finding.qualifiers),
                                finding.reader.empty() ? tools_.frames.frames()[finding.frame].name : finding.reader);
        }
        for (const auto& predication : sentence.predications) {
            for (const auto& opens : tools_.frames.triggers()[predication.trigger].opens) {
                const bool fired = std::ranges::any_of(found, [&](const Finding& finding) {
                    return finding.reader.empty() && finding.frame == opens.frame &&
                           finding.tokens == predication.tokens;
                });
                if (!fired) {
                    show_miss(sentence, predication, opens);
                }
            }
        }
    }

    /// Which slots of a frame that found nothing were filled, and what stood in the way of the others.
    void show_miss(const SentenceAnalysis& sentence, const Predication& predication, const Trigger::Opens& opens) {
        std::vector<std::string> slots;
        bool came_close = false;
        for (const auto& slot : opens.slots) {
            if (slot.takes == Slot::Takes::value || slot.takes == Slot::Takes::text) {
                continue;
            }
            std::vector<std::string_view> roles;
            std::string seen;
            bool filled = false;
            for (const auto role : slot.roles) {
                roles.push_back(tools_.frames.role_name(role));
                for (const auto& argument : predication.arguments) {
                    if (argument.role != role || argument.phrase == none || filled) {
                        continue;
                    }
                    const auto& phrase = sentence.phrases[argument.phrase];
                    seen = fmt::format("“{}” is no name", words(sentence, phrase.tokens));
                    for (const auto index : phrase.mentions) {
                        const auto& mention = sentence.mentions[index];
                        const auto name = mention.span.of(reader_.reading().text);
                        filled = filled || !(mention.types & slot.types).empty();
                        seen = filled ? std::string(name) : fmt::format("{} is {}", name, types(mention.types));
                    }
                }
            }
            came_close = came_close || filled;
            const auto wants = fmt::format("{} as {}", types(slot.types), fmt::join(roles, "|"));
            slots.push_back(filled ? fmt::format("{} = {}", slot.name, seen)
                                   : fmt::format("{} wants {}{}{}", slot.name, wants, seen.empty() ? "" : "; ", seen));
        }
        if (came_close) {
            out_ << fmt::format("  no {}: {}\n", tools_.frames.frames()[opens.frame].name, fmt::join(slots, ", "));
        }
    }

    static std::string text_of(const Value& value) {
        struct Text {
            std::string operator()(std::int64_t count) const { return fmt::format("{}", count); }
            std::string operator()(bool truth) const { return truth ? "true" : "false"; }
            std::string operator()(const std::string& text) const { return text; }
            std::string operator()(const Money& money) const {
                return fmt::format("{} {}", money.value, money.currency);
            }
        };
        return std::visit(Text{}, value);
    }

    static std::string qualifiers(const Qualifiers& given) {
        std::string text;
        const auto add = [&](std::string_view name, std::string_view value) {
            if (!value.empty()) {
                text += fmt::format(" {}={}", name, value);
            }
        };
        add("when", given.when);
        add("how", given.how);
        add("component", given.component);
        add("role", given.role);
        add("product", given.product);
        add("attributed_to", given.attributed_to);
        add("amount", given.amount ? text_of(Value(*given.amount)) : std::string());
        return text;
    }

    const ReadingTools& tools_;
    ReadingMemory memory_;
    DocumentReader reader_;
    std::ostream& out_;
};

} // namespace

void explain(const ReadingTools& tools, const Document& document, std::ostream& out) {
    Explainer(tools, document, out).run();
}

} // namespace jokbo
