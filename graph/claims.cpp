#include "graph/claims.hpp"

#include "graph/qualifiers.hpp"
#include "graph/store_engine.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <array>

namespace jokbo {

namespace {

/// The host of an address, or empty.
std::string_view host_of(std::string_view url) {
    const auto begin = url.find("://");
    if (begin == url.npos) {
        return {};
    }
    url.remove_prefix(begin + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    return url.starts_with("www.") ? url.substr(4) : url;
}

auto order_of(const Claim& claim) {
    return std::tuple(claim.subject, claim.predicate, claim.kind, claim.object, claim.status, claim.statement);
}

bool same_bond(const Claim& a, const Claim& b) {
    return a.subject == b.subject && a.predicate == b.predicate && a.kind == b.kind && a.object == b.object;
}

std::string joined(std::vector<std::string_view>& words) {
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words).begin(), words.end());
    std::string text;
    for (const auto word : words) {
        text += text.empty() ? "" : "|";
        text += word;
    }
    return text;
}

} // namespace

Claim ClaimReader::read(const Query& row, int first) {
    Claim claim;
    claim.statement = row.integer(first);
    claim.subject = row.number(first + 1);
    claim.predicate = row.number(first + 2);
    if (row.is_null(first + 3)) {
        claim.kind = Claim::Kind::attribute;
        claim.object = value_number(row, first + 4);
    } else {
        claim.object = row.number(first + 3);
    }
    claim.status = static_cast<Status>(row.integer(first + 5));
    const auto frame = row.number(first + 7);
    const auto [reliability, is_new] = reliability_.try_emplace(frame, 0.0);
    if (is_new) {
        reliability->second = engine_.reliability.of(engine_.terms.text(frame));
    }
    claim.trust = static_cast<float>(row.real(first + 6) * reliability->second);
    claim.sketch = static_cast<std::uint64_t>(row.integer(first + 8));
    claim.said = row.is_null(first + 9) ? 0 : say(row.text(first + 9));
    return claim;
}

std::uint32_t ClaimReader::value_number(const Query& row, int column) {
    const bool is_integer = row.is_integer(column);
    const auto [place, is_new] =
        value_numbers_.try_emplace(row.string(column), static_cast<std::uint32_t>(values_.size()));
    if (is_new) {
        values_.push_back({place->first, is_integer});
    }
    return place->second;
}

std::uint32_t ClaimReader::find_value(std::string_view text) const {
    const auto found = value_numbers_.find(std::string(text));
    return found == value_numbers_.end() ? ~0U : found->second;
}

void ClaimReader::bind_value(Query& query, int index, std::uint32_t number) const {
    const auto& value = values_.at(number);
    if (value.is_integer) {
        query.bind(index, static_cast<std::int64_t>(std::stoll(value.text)));
    } else {
        query.bind(index, value.text);
    }
}

std::uint32_t ClaimReader::say(std::string_view qualifiers) {
    const auto [place, is_new] = said_numbers_.try_emplace(std::string(qualifiers), 0);
    if (is_new) {
        const auto read = qualifiers_from_json(qualifiers);
        const Said said{read.when, read.how, read.component, read.amount ? value_text(*read.amount) : std::string()};
        if (said != Said{}) {
            place->second = static_cast<std::uint32_t>(said_.size());
            said_.push_back(said);
        }
    }
    return place->second;
}

ClaimReader::DocumentFacts ClaimReader::facts_from(std::string_view published, std::string_view publisher,
                                                   std::string_view url) {
    const auto [date, is_new] =
        dates_.try_emplace(std::string(published), static_cast<std::uint32_t>(date_texts_.size()));
    if (is_new) {
        date_texts_.push_back(date->first);
    }
    return {date->second, publisher_number(publisher, url)};
}

std::uint32_t ClaimReader::publisher_number(std::string_view publisher, std::string_view url) {
    const auto who = publisher.empty() ? host_of(url) : publisher;
    if (who.empty()) {
        return 0;
    }
    const auto [number, is_new] = spellings_.try_emplace(std::string(who), 0);
    if (is_new) {
        number->second =
            publishers_.try_emplace(fold(who), static_cast<std::uint32_t>(publishers_.size() + 1)).first->second;
    }
    return number->second;
}

void ClaimReader::read_all_documents() {
    Query all(engine_.handle(), "SELECT id, published, publisher, url FROM document");
    all_documents_.resize(
        static_cast<std::size_t>(scalar(engine_.handle(), "SELECT coalesce(max(id), 0) + 1 FROM document")));
    while (all.next()) {
        all_documents_.at(static_cast<std::size_t>(all.integer(0))) = facts_from(all.text(1), all.text(2), all.text(3));
    }
}

ClaimReader::DocumentFacts ClaimReader::facts(std::int64_t statement) {
    const auto document = statement / statements_per_document;
    if (!all_documents_.empty()) {
        const auto place = static_cast<std::size_t>(document);
        return place < all_documents_.size() ? all_documents_[place] : DocumentFacts{};
    }
    auto found = documents_.find(document);
    if (found == documents_.end()) {
        const auto one = engine_.query("SELECT published, publisher, url FROM document WHERE id = ?");
        if (!one->with(document).next()) {
            return {};
        }
        found = documents_.emplace(document, facts_from(one->text(0), one->text(1), one->text(2))).first;
    }
    return found->second;
}

EdgeDraft ClaimReader::draft(std::span<const Claim> claims) {
    EdgeDraft draft;
    testimonials_.clear();
    std::vector<std::string_view> hows;
    std::vector<std::string_view> components;
    std::vector<std::string_view> amounts;
    std::int64_t last_document = 0;
    for (const auto& claim : claims) {
        const auto [published, publisher] = facts(claim.statement);
        const auto document = claim.statement / statements_per_document;
        draft.documents += document != last_document ? 1 : 0; // claims come in the order of their documents
        last_document = document;
        testimonials_.push_back({static_cast<std::uint32_t>(document), publisher, claim.sketch, claim.trust});
        if (const auto& date = date_texts_[published]; !date.empty()) {
            if (draft.first_seen.empty() || date < draft.first_seen) {
                draft.first_seen = date;
            }
            if (date > draft.last_seen) {
                draft.last_seen = date;
            }
        }
        if (claim.said != 0) {
            const auto& said = said_[claim.said];
            if (said.when.size() > draft.when.size() ||
                (said.when.size() == draft.when.size() && said.when < draft.when)) {
                draft.when = said.when;
            }
            if (!said.how.empty()) {
                hows.push_back(said.how);
            }
            if (!said.component.empty()) {
                components.push_back(said.component);
            }
            if (!said.amount.empty()) {
                amounts.push_back(said.amount);
            }
        }
        if (claim.review == Claim::Review::accepted) {
            draft.review = Edge::Review::accepted;
        }
    }
    draft.how = joined(hows);
    draft.component = joined(components);
    draft.amount = joined(amounts);
    const auto belief = believe(testimonials_);
    draft.confidence = belief.confidence;
    draft.sources = belief.sources;
    return draft;
}

void ClaimReader::group(std::vector<Claim>& claims, const Sink& sink, std::vector<std::int64_t>& loops) {
    std::ranges::sort(claims, {}, order_of);
    const std::span<const Claim> all(claims);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && same_bond(all[begin], all[end])) {
            ++end;
        }
        const auto bond = all.subspan(begin, end - begin);
        begin = end;
        if (bond.front().kind == Claim::Kind::relation && bond.front().subject == bond.front().object) {
            for (const auto& claim : bond) {
                loops.push_back(claim.statement);
            }
            continue;
        }
        struct Part {
            EdgeDraft draft;
            std::span<const Claim> claims;
        };
        std::vector<Part> parts;
        std::array<double, 5> believed{};
        for (std::size_t i = 0; i < bond.size();) {
            std::size_t past = i + 1;
            while (past < bond.size() && bond[past].status == bond[i].status) {
                ++past;
            }
            parts.push_back({draft(bond.subspan(i, past - i)), bond.subspan(i, past - i)});
            believed[static_cast<std::size_t>(bond[i].status)] = parts.back().draft.confidence;
            i = past;
        }
        for (auto& [draft, its] : parts) {
            if (draft.review == Edge::Review::accepted) {
                draft.confidence = 1;
            } else if (parts.size() > 1 && its.front().status != Status::ended) {
                const auto other = its.front().status == Status::denied ? Status::asserted : Status::denied;
                draft.confidence = contested(draft.confidence, believed[static_cast<std::size_t>(other)]);
            }
            sink(draft, its);
        }
    }
}

} // namespace jokbo
