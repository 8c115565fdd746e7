-- For people who come with plain sqlite3. Views are no part of the stored format: they are made anew whenever the program that
-- opens the store for writing knows others.
CREATE VIEW entity_named AS
  SELECT e.id, e.key, e.type, e.name, e.country, e.named,
         (SELECT group_concat(text, ' | ') FROM (SELECT text FROM name WHERE entity = e.id ORDER BY text)) AS names
  FROM entity e;

CREATE VIEW edge_named AS
  SELECT g.id, s.type AS subject_type, s.name AS subject, p.text AS relation, o.type AS object_type, o.name AS object,
         t.name AS status, g.confidence, g.statements, g.documents, g.sources, g.happened, g.first_seen, g.last_seen,
         g.how, g.component, g.amount, s.country AS subject_country, o.country AS object_country,
         g.subject AS subject_id, g.object AS object_id, g.accepted
  FROM edge g JOIN entity s ON s.id = g.subject JOIN entity o ON o.id = g.object
  JOIN term p ON p.id = g.predicate JOIN status t ON t.id = g.status;

CREATE VIEW attribute_named AS
  SELECT g.id, s.type AS subject_type, s.name AS subject, p.text AS attribute, g.value, t.name AS status, g.confidence,
         g.statements, g.documents, g.sources, g.first_seen, g.last_seen, g.subject AS subject_id, g.accepted
  FROM edge g JOIN entity s ON s.id = g.subject JOIN term p ON p.id = g.predicate JOIN status t ON t.id = g.status
  WHERE g.object IS NULL;

CREATE VIEW evidence_named AS
  SELECT u.edge, s.name AS subject, p.text AS relation, coalesce(o.name, g.value) AS object, t.name AS status,
         d.name AS document, d.title, d.published, d.publisher, d.url,
         cast(substr(cast(d.text AS BLOB), c.quote_begin + 1, c.quote_end - c.quote_begin) AS TEXT) AS quote,
         c.quote_begin, c.quote_end, c.confidence, f.text AS frame, c.qualifiers, c.id AS statement
  FROM support u JOIN edge g ON g.id = u.edge JOIN statement c ON c.id = u.statement
  JOIN document d ON d.id = c.id / 1048576
  JOIN entity s ON s.id = g.subject LEFT JOIN entity o ON o.id = g.object
  JOIN term p ON p.id = g.predicate JOIN status t ON t.id = g.status JOIN term f ON f.id = c.frame;

CREATE VIEW document_read AS
  SELECT d.id, d.name, d.title, d.published, d.publisher, d.url, d.language, d.path, length(cast(d.text AS BLOB)) AS bytes,
         (SELECT count(*) FROM statement WHERE id BETWEEN d.id * 1048576 AND d.id * 1048576 + 1048575) AS statements
  FROM document d WHERE d.name IS NOT NULL;
