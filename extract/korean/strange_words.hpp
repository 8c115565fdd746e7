#pragma once

#include "extract/korean/korean_words.hpp"
#include "schema/ontology.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jokbo {

/// Words of one document that are no common ones, with what their places say of them. What comes again and again under changing
/// particles is a name, though no sentence introduces it.
class StrangeWords {
public:
    /// One place. The text must outlive this.
    struct Place {
        std::string_view stem;
        Particle particle = Particle::unmarked;
        TypeSet hint;          ///< what the neighbours say it is: none, or one type
        std::string_view with; ///< the stem with the bare noun before it, empty where there is none
    };
    void see(const Place& place);

    struct Name {
        std::string_view form;
        /// The type that most neighbours speak for; none where no neighbour says anything.
        TypeSet type;
    };
    /// In the order in which the text brings them.
    std::vector<Name> names() const;

private:
    struct Seen {
        std::string_view stem;
        std::uint32_t times = 0;
        std::uint32_t particles = 0; ///< a bit each
        std::string_view with; ///< 디지털 브리지: what the word always stands in, empty where it stands alone, too
        std::array<std::uint16_t, 32> votes{};
    };
    std::vector<Seen> seen_;
    std::unordered_map<std::string_view, std::uint32_t> index_;
};

} // namespace jokbo
