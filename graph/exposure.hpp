#pragma once

#include "graph/tracing.hpp"
#include "graph/view.hpp"
#include "schema/lexicon.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jokbo {

/// What a model rests on, as far as is stated. The last three are three kinds of not knowing.
enum class Origin : std::uint8_t {
    foreign_weights,   ///< made out of a foreign model
    foreign_component, ///< a part of it is foreign: a vision encoder, a tokenizer, an architecture
    unknown_base,      ///< made out of a model whose country nobody told
    domestic_base,     ///< made out of domestic models only
    planned,           ///< is to be made out of a foreign model
    disputed,          ///< said and denied, or from scratch by one and not so by another
    says_from_scratch, ///< said to be trained from scratch, and nothing to the contrary
    not_stated,        ///< spoken of, but not of what it rests on
    nothing_read,      ///< only mentioned in what is said of others
};

std::string_view name_of(Origin origin);

/// Countries and how they are known.
struct Countries {
    /// ISO 3166 alpha-2, ascending.
    std::vector<std::string> codes;
    /// A country is always the lexicon's; so may be who made the thing.
    enum class Maker : std::uint8_t { unknown, stated, of_lexicon } maker = Maker::unknown;

    bool has(std::string_view code) const;
};

/// A model that another one rests on.
struct Ancestor {
    Reached reached;
    enum class Part : std::uint8_t { weights, component } part = Part::weights;
    enum class Home : std::uint8_t { domestic, foreign, unknown } home = Home::unknown;
    Countries countries;
    std::vector<NodeId> makers;
    std::vector<NodeId> licences;
};

/// Whether a text says of a model or one of its families that it was trained from scratch.
struct FromScratch {
    NodeId of;
    Attribute said;
};

struct Exposure {
    NodeId model;
    Origin origin = Origin::nothing_read;
    Countries countries;
    std::vector<NodeId> makers;
    /// Those outside its own families, by hops, then standing, then node.
    std::vector<Ancestor> ancestors;
    std::vector<FromScratch> from_scratch;
};

/// Tells of one model of a view after another what it rests on; what they have in common is looked up once.
class Exposures {
public:
    /// Foreign is a model none of whose countries is `home`, or the model's own where `home` is empty. `limits` holds for the
    /// edges that are looked at. The view and the lexicon must outlive it.
    Exposures(const View& view, const Lexicon& lexicon, std::string_view home = {}, const WalkLimits& limits = {});
    ~Exposures();

    Exposure of(NodeId model);

    /// The countries of the makers of a model: those stated for it or its nearest family, else the one that the lexicon knows.
    const Countries& countries_of(NodeId model);
    /// Who makes it: asserted developers of it or, where none is stated, of its nearest family.
    const std::vector<NodeId>& makers_of(NodeId model) const;

    struct Shared;

private:
    std::unique_ptr<Shared> shared_;
};

/// The same of one model.
Exposure assess_exposure(const View& view, NodeId model, const Lexicon& lexicon, std::string_view home = {},
                         const WalkLimits& limits = {});

} // namespace jokbo
