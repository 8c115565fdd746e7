#include "export/iri.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jokbo::iri {

namespace {

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7F && std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos;
}

std::string encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_plain(c)) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

} // namespace

std::string hashed(const std::vector<std::string_view>& parts) {
    static const auto ours = boost::uuids::name_generator_sha1(boost::uuids::ns::url())("https://w3id.org/jokbo/ns#");
    std::string name;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        (name += i == 0 ? "" : "\x1F") += parts[i];
    }
    return boost::uuids::to_string(boost::uuids::name_generator_sha1(ours)(name));
}

std::string entity(const View::Node& node) { return "e:" + encoded(node.key); }

std::string document(std::string_view id) { return "d:" + hashed({"document", id}); }

std::string money(const Money& amount) { return fmt::format("m:{}-{}", amount.value, encoded(amount.currency)); }

std::string web_address(std::string_view url) {
    constexpr std::array<std::string_view, 4> schemes = {"https://", "http://", "ftp://", "urn:"};
    const bool absolute = std::ranges::any_of(
        schemes, [&](auto scheme) { return url.starts_with(scheme) && url.size() > scheme.size(); });
    return absolute ? encoded(url) : std::string();
}

std::string_view fault_of_base(std::string_view base) {
    if (web_address(base).empty()) {
        return "it must be an absolute address, as https://example.org/graph/";
    }
    if (!std::ranges::all_of(base, is_plain)) {
        return "it holds characters that an IRI does not take";
    }
    return base.ends_with('/') || base.ends_with('#') ? "" : "it must end in / or #";
}

} // namespace jokbo::iri
