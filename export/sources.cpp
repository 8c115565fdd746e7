#include "export/sources.hpp"

#include <map>

namespace jokbo {

std::size_t documents_in(const std::vector<Testimony>& evidence) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        count += i == 0 || evidence[i].document != evidence[i - 1].document ? 1 : 0;
    }
    return count;
}

std::string source_text(const Testimony& testimony) {
    std::string text = testimony.publisher.empty() ? testimony.document : testimony.publisher;
    if (!testimony.title.empty()) {
        text += ", " + testimony.title;
    }
    return testimony.published.empty() ? text : text + ", " + testimony.published;
}

std::string joined_names(const std::vector<NodeName>& names) {
    std::string joined;
    for (const NodeName& name : names) {
        (joined += joined.empty() ? "" : " | ") += name.text;
    }
    return joined;
}

std::vector<const Attribute*> best_values(const std::vector<Attribute>& attributes) {
    std::map<PredicateId, const Attribute*> best;
    for (const Attribute& attribute : attributes) {
        if (attribute.status == Status::asserted) {
            auto& slot = best.emplace(attribute.predicate, &attribute).first->second;
            slot = attribute.confidence > slot->confidence ? &attribute : slot;
        }
    }
    std::vector<const Attribute*> values;
    for (const auto& [predicate, value] : best) {
        values.push_back(value);
    }
    return values;
}

} // namespace jokbo
