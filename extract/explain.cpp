#include "extract/explain.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>

namespace jokbo {

namespace {

class Explainer {
public:
    Explainer(const ReadingTools& tools, const Document& document, std::ostream& out)
        : tools_(tools), reader_(tools, document), out_(out) {}

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
        for (const auto& finding : found) {
            const auto object = finding.value ? std::string("(value)") : filler(finding.object);
            out_ << fmt::format("  => {} {} {}  !{} ({})\n", filler(finding.subject),
                                tools_.ontology.predicate(finding.predicate).name, object, name_of(finding.status),
                                finding.reader.empty() ? tools_.frames.frames()[finding.frame].name : finding.reader);
        }
    }

    const ReadingTools& tools_;
    DocumentReader reader_;
    std::ostream& out_;
};

} // namespace

void explain(const ReadingTools& tools, const Document& document, std::ostream& out) {
    Explainer(tools, document, out).run();
}

} // namespace jokbo
