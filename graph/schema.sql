-- What a store keeps, format 2 (graph/migrations/ brings older ones here). Base tables hold what was taken in; derived tables are the fold of them and can be made again
-- from them at any time (`jokbo check` does so and compares).

-- ── base ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Names of types, predicates and frames, written once.
CREATE TABLE term(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

CREATE TABLE status(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO status VALUES (0, 'asserted'), (1, 'planned'), (2, 'alleged'), (3, 'denied'), (4, 'ended');

CREATE TABLE document(
  id INTEGER PRIMARY KEY,       -- never used twice; above meta.folded_through: waits to be folded
  name TEXT UNIQUE,             -- the document's id for people; NULL: taken back, the next fold takes it out
  hash INTEGER NOT NULL,        -- of text and the fields that describe it
  reading INTEGER NOT NULL,     -- hash of its statements
  reader INTEGER NOT NULL,      -- hash of the data files that it was read with
  published TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, publisher TEXT NOT NULL, language TEXT NOT NULL,
  path TEXT NOT NULL,
  text TEXT NOT NULL);          -- stored once; quotes are spans of it, in bytes

-- A form under which documents speak of an entity.
CREATE TABLE mention(
  id INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL,
  type INTEGER NOT NULL REFERENCES term(id),
  scope TEXT,                   -- the document's name, where the entity is described rather than named
  names TEXT NOT NULL,          -- the standing name, then the others by text, U+001F between them
  uses INTEGER NOT NULL DEFAULT 0, -- derived: in how many places of folded statements it stands
  entity INTEGER);              -- derived

CREATE TABLE statement(
  id INTEGER PRIMARY KEY,       -- document * 1048576 + number in it
  subject INTEGER NOT NULL REFERENCES mention(id),
  predicate INTEGER NOT NULL REFERENCES term(id),
  object INTEGER REFERENCES mention(id), -- NULL for attributes
  value,                        -- of an attribute: integer, 'true'/'false', date or '6800000000 USD'
  status INTEGER NOT NULL REFERENCES status(id),
  quote_begin INTEGER NOT NULL, quote_end INTEGER NOT NULL, -- bytes of document.text
  confidence REAL NOT NULL,     -- of this reading
  frame INTEGER NOT NULL REFERENCES term(id),
  sketch INTEGER NOT NULL,      -- of the quote: nearly equal quotes have nearly equal ones
  qualifiers TEXT);             -- JSON, or NULL

CREATE TABLE decision(
  id TEXT PRIMARY KEY, action TEXT NOT NULL,
  subject_type TEXT NOT NULL, subject TEXT NOT NULL, predicate TEXT NOT NULL,
  object_type TEXT NOT NULL, object TEXT NOT NULL, status TEXT NOT NULL, target TEXT NOT NULL,
  who TEXT NOT NULL, made_at TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID;

-- ── derived ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE entity(
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, type TEXT NOT NULL, named INTEGER NOT NULL, name TEXT NOT NULL,
  country TEXT NOT NULL);

CREATE TABLE name(id INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entity(id), text TEXT NOT NULL, folded TEXT NOT NULL);

CREATE TABLE edge(
  id INTEGER PRIMARY KEY,
  subject INTEGER NOT NULL REFERENCES entity(id),
  predicate INTEGER NOT NULL REFERENCES term(id),
  object INTEGER REFERENCES entity(id),
  value,
  status INTEGER NOT NULL REFERENCES status(id),
  confidence REAL NOT NULL,
  statements INTEGER NOT NULL, documents INTEGER NOT NULL, sources INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  first_seen TEXT, last_seen TEXT, happened TEXT,
  how TEXT, component TEXT, amount TEXT); -- the distinct ones, | between them

-- Which statements an edge rests on.
CREATE TABLE support(
  edge INTEGER NOT NULL REFERENCES edge(id), statement INTEGER NOT NULL REFERENCES statement(id),
  PRIMARY KEY(edge, statement)) WITHOUT ROWID;

-- What a text would unite and must not: see docs/store.md.
CREATE TABLE conflict(
  kind TEXT NOT NULL, type TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, a_folded TEXT NOT NULL, b_folded TEXT NOT NULL,
  mention INTEGER NOT NULL);

-- Of the names up to meta.indexed_names. Folded names hold none of the characters that GLOB gives a meaning.
CREATE VIRTUAL TABLE name_text USING fts5(folded, content='name', content_rowid='id', tokenize='trigram case_sensitive 1', detail=none);
