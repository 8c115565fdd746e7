#include "extract/korean/korean_cards.hpp"
#include "extract/reading_engine.hpp"
#include "tests/catch.hpp"
#include "tests/extract/reader.hpp"

using namespace jokbo;
using test::reader;

namespace {

const ReadingEngine& engine() {
    static const ReadingEngine engine(reader().pack, reader().ontology, reader().lexicon);
    return engine;
}

} // namespace

TEST_CASE("a card tells what a word is by itself", "[korean]") {
    KoreanCards cards(engine().korean, engine().names);
    const auto& topic = *cards.of("가온소프트는", Token::Kind::hangul);
    CHECK(topic.particle == Particle::topic);
    CHECK(topic.particle_size == 3);
    CHECK(topic.name_size == 15);
    CHECK_FALSE(topic.looks_like_verb);
    const auto& verb = *cards.of("개발했다", Token::Kind::hangul);
    CHECK(verb.item.kind == KoreanItem::Kind::verb);
    CHECK(verb.name_size == 0);
    CHECK(cards.of("대표는", Token::Kind::hangul)->title);
    CHECK_FALSE(cards.of("그러나", Token::Kind::hangul)->may_begin_name);
    CHECK(cards.of("네이버는", Token::Kind::hangul)->may_begin_name);
}

TEST_CASE("a word has one card, until too many are kept", "[korean]") {
    KoreanCards cards(engine().korean, engine().names);
    cards.begin_document();
    const auto* first = cards.of("가온은", Token::Kind::hangul);
    for (int i = 0; i < 100'000; ++i) {
        cards.of(std::to_string(i), Token::Kind::number);
    }
    CHECK(cards.of("가온은", Token::Kind::hangul) == first);
    CHECK(cards.size() > 100'000);
    cards.begin_document();
    CHECK(cards.size() == 0);
    CHECK(cards.of("가온은", Token::Kind::hangul)->particle == Particle::topic);
}
