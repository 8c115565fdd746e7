#pragma once

#include "graph/view.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Addresses that depend on nothing but what they name, ASCII, in prefixed form.
namespace jokbo::iri {

/// A name-based UUID (RFC 4122, version 5) in the namespace of https://w3id.org/jokbo/ns#, of the parts joined by U+001F:
/// anybody can compute it again.
std::string hashed(const std::vector<std::string_view>& parts);

/// `e:` and the node's key.
std::string entity(const View::Node& node);

/// `d:` and the hash of its id.
std::string document(std::string_view id);

/// `m:` and the amount: m:6800000000-USD.
std::string money(const Money& amount);

/// The IRI reference's characters outside ASCII and those that RFC 3987 forbids, percent-encoded; empty where the text
/// is no absolute http, https, ftp or urn address.
std::string web_address(std::string_view url);

/// What is wrong with a base address, as a phrase; empty where it may be used.
std::string_view fault_of_base(std::string_view base);

} // namespace jokbo::iri
