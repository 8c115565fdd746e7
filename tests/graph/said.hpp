#pragma once

#include "graph/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jokbo::test {

/// The knowledge that the program is built with, loaded once.
const Pack& pack();
const Ontology& ontology();
const Lexicon& lexicon();

Store new_store();

Mention named(std::string_view type, std::string_view name, std::vector<std::string> others = {});
Mention described(std::string_view type, std::string_view name);

/// Writes a document sentence by sentence, each of which states one thing.
class Said {
public:
    Said(std::string id, std::string published, std::string publisher = {});

    Said& that(Mention subject, std::string_view relation, Mention object, Status status = Status::asserted,
               Qualifiers qualifiers = {});
    Said& that(Mention subject, std::string_view attribute, Value value, Status status = Status::asserted);
    /// The words of the next statement, in place of made ones.
    Said& in_words(std::string quote);

    const ReadDocument& read() const { return read_; }
    operator const ReadDocument&() const { return read_; }

private:
    Said& add(Mention subject, std::string_view predicate, std::variant<Mention, Value> object, Status status,
              Qualifiers qualifiers);
    ReadDocument read_;
    std::string words_;
};

/// Adds and folds.
void take(Store& store, const ReadDocument& document);
void take(Store& store, const std::vector<ReadDocument>& documents);

/// Edges as "subject -relation-> object [status]", sorted; asserted ones without the status.
std::vector<std::string> edges(const Store& store);

double confidence(const Store& store, std::string_view subject, std::string_view relation, std::string_view object,
                  Status status = Status::asserted);

/// A corpus made by chance: few names, many aliases that contradict each other, every status.
std::vector<ReadDocument> random_corpus(std::uint64_t seed, std::size_t documents);

/// A folder of its own, removed at the end.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace jokbo::test
