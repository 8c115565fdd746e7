#pragma once

#include "extract/values/attribute_words.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jokbo {

/// One walk over the values of a sentence.
class AttributeScan {
public:
    AttributeScan(const AttributeReader::Words& words, std::string_view text, const SentenceAnalysis& sentence,
                  const std::vector<ValueMention>& values, std::vector<AttributeClaim>& claims)
        : words_(words), text_(text), sentence_(sentence), values_(values), claims_(claims) {}

    void run();

private:
    using Set = AttributeReader::Words::Set;
    /// A mention, `none` for the topic, or nothing where the value belongs to no one.
    using Owner = std::optional<std::uint32_t>;
    enum class With : std::uint8_t { models, products };

    bool was_before(const ValueMention& value) const;
    void read_count(std::size_t index);
    void read_size(std::size_t index);
    void read_money(std::size_t index);
    void claim(std::size_t index, PredicateId predicate, Owner mention, std::string_view frame);

    /// Whose count it is.
    Owner model_for(std::size_t index, With with = With::models) const;
    /// The model in whose name the value stands, or beside which it stands in parentheses.
    std::uint32_t model_beside(const ValueMention& value) const;
    bool in_name(const ValueMention& value) const;
    /// The mention behind the value that it describes: 720억 매개변수를 갖춘 가온, a 7B-parameter Nova.
    std::uint32_t described(const ValueMention& value, TypeSet types) const;
    /// Where several models and as many values stand in order: 각각.
    std::uint32_t paired(std::size_t index, TypeSet types) const;
    Owner organization_for(const ValueMention& value) const;
    Owner english_organization_for(const ValueMention& value) const;
    bool gives(std::uint32_t mention) const;
    bool is_topic(const EntityMention& mention) const;
    bool is_compared(const EntityMention& mention) const;
    /// Whether it is the size of a model that the sentence leaves without a name: 2000억 파라미터급 모델을.
    bool is_of_nameless(const ValueMention& value) const;
    /// Names that are cut out of longer ones, and labels before a colon.
    bool is_doubtful(const EntityMention& mention) const;
    bool is_active(const ValueMention& value) const;
    bool is_part_of_parameters(std::size_t index) const;
    bool is_gathered(const ValueMention& value) const;
    bool ties(std::uint32_t from, std::uint32_t to) const;

    bool has(const Set& set, std::uint32_t token) const;
    /// Tokens between the value and the nearest word of the class within reach, none where there is none.
    std::uint32_t nearest(const Set& set, TokenRange value, std::uint32_t reach) const;
    std::string_view word(std::uint32_t token) const { return sentence_.tokens[token].span.of(text_); }
    std::size_t language() const { return static_cast<std::size_t>(sentence_.language); }
    const Set& rate() const { return *words_.rate[language()]; }
    const Set& training_words() const { return *words_.training[language()]; }
    const Set& context_words() const { return *words_.context[language()]; }
    const Set& speak_words() const { return *words_.speak[language()]; }

    const AttributeReader::Words& words_;
    std::string_view text_;
    const SentenceAnalysis& sentence_;
    const std::vector<ValueMention>& values_;
    std::vector<AttributeClaim>& claims_;
};

} // namespace jokbo
