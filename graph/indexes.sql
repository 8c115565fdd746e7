-- Made after the first load, for which they would be in the way.
CREATE INDEX document_taken_back ON document(id) WHERE name IS NULL;
CREATE UNIQUE INDEX mention_by_hash ON mention(hash);
CREATE INDEX mention_by_entity ON mention(entity);
CREATE UNIQUE INDEX entity_by_key ON entity(key);
CREATE INDEX name_by_folded ON name(folded);
CREATE INDEX name_by_entity ON name(entity);
-- With all that a walk from entity to entity looks at, so that it need not look into the rows.
CREATE INDEX edge_by_subject ON edge(subject, predicate, object, status, confidence);
CREATE INDEX edge_by_object ON edge(object, predicate, subject, status, confidence) WHERE object IS NOT NULL;
CREATE INDEX conflict_by_a ON conflict(a_folded);
CREATE INDEX conflict_by_b ON conflict(b_folded);
