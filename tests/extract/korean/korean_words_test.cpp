#include "extract/korean/korean_words.hpp"

#include "tests/catch.hpp"

using namespace jokbo;

namespace {

const KoreanWords& words() {
    static const auto pack = Pack::embedded();
    static const auto ontology = Ontology::load(pack);
    static const auto korean = Cues::load(pack, Language::korean);
    static const auto english = Cues::load(pack, Language::english);
    static const auto frames = Frames::load(pack, ontology, korean, english);
    static const KoreanWords words(pack, frames, korean);
    return words;
}

/// The stem without its particle.
std::string stem(std::string_view eojeol) {
    Particle particle{};
    return std::string(eojeol.substr(0, eojeol.size() - words().particle_size(eojeol, particle)));
}

std::string verb(std::string_view eojeol) {
    const auto word = words().word(eojeol);
    return word.verb == none ? "" : words().head(word.verb);
}

} // namespace

TEST_CASE("particles agree with the syllable before them", "[korean]") {
    CHECK(stem("한빛은") == "한빛");
    CHECK(stem("나래는") == "나래");
    CHECK(stem("나래와의") == "나래");
    CHECK(stem("있는") == "있는"); // 는 follows a vowel
    CHECK(stem("서울로") == "서울");
}

TEST_CASE("verbs are known in all their forms", "[korean]") {
    for (const char* form : {"개발했다", "개발한", "개발하고", "개발해", "개발할", "개발하는"}) {
        CHECK(verb(form) == "개발하");
    }
    for (const char* form : {"만들었다", "만든", "만드는", "만들고"}) {
        CHECK(verb(form) == "만들");
    }
    for (const char* form : {"선보였다", "선보인", "선보일", "선보여"}) {
        CHECK(verb(form) == "선보이");
    }
}

TEST_CASE("passives are told from actives", "[korean]") {
    CHECK(words().word("인수했다").voice == KoreanWord::Voice::active);
    CHECK(words().word("개발됐다").voice == KoreanWord::Voice::passive);
    CHECK(words().word("개발을").ending == Ending::bare);
    CHECK(words().word("개발을").particle == Particle::object);
}

TEST_CASE("endings say how the clause goes on", "[korean]") {
    CHECK(KoreanWords::ending("개발했다") == Ending::final);
    CHECK(KoreanWords::ending("개발했고") == Ending::connective);
    CHECK(KoreanWords::ending("개발한") == Ending::adnominal);
    CHECK(KoreanWords::ending("개발했다고") == Ending::quoted);
    CHECK(KoreanWords::ending("개발했다는") == Ending::quoted_of);
    CHECK(KoreanWords::ending("개발하기") == Ending::nominal);
}
