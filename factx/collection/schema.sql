-- A collection of factx, version 4: documents, the facts in them, and what they say together.
-- start and end are offsets in code points of the document's text; an array, or what has parts, is JSON.

CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE settings (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL, -- of factx
    options TEXT NOT NULL,
    UNIQUE (version, options)
);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    doc TEXT NOT NULL UNIQUE,
    named TEXT NOT NULL, -- what its input calls it; another input's document of that name has another doc
    input TEXT NOT NULL, -- the path at which it was read last; - is standard input
    date TEXT, -- the day on which it was written
    title TEXT, -- what the input says of it, to language
    url TEXT,
    byline TEXT,
    publication TEXT,
    language TEXT,
    text TEXT NOT NULL,
    times TEXT NOT NULL, -- of subtitles: offsets, and the seconds at which the text is heard from there on
    fingerprint TEXT NOT NULL, -- of all that was read
    settings_id INTEGER NOT NULL REFERENCES settings (id)
);

CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE people ( -- over all documents
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    names TEXT NOT NULL,
    titles TEXT NOT NULL,
    documents INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    percentages INTEGER NOT NULL,
    notes TEXT NOT NULL
);

CREATE TABLE entities ( -- a person as one document names them
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    entity TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    name TEXT NOT NULL,
    titles TEXT NOT NULL,
    mentions TEXT NOT NULL,
    forms TEXT NOT NULL, -- what tells whether others are the same person
    gender TEXT,
    born INTEGER,
    fields TEXT NOT NULL,
    sound TEXT NOT NULL -- of the family name: nobody is one person with somebody of another
);

CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    fact TEXT NOT NULL,
    sentence_id INTEGER REFERENCES sentences (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    notes TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT,
    entity_id INTEGER REFERENCES entities (id),
    given TEXT,
    family TEXT,
    suffix TEXT
);

CREATE TABLE dates (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    fact TEXT NOT NULL,
    sentence_id INTEGER REFERENCES sentences (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    notes TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    mod TEXT,
    quant TEXT,
    freq TEXT,
    begin TEXT,
    until TEXT,
    anchor TEXT
);

CREATE TABLE percentages (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    fact TEXT NOT NULL,
    sentence_id INTEGER REFERENCES sentences (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    notes TEXT NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    unit TEXT NOT NULL,
    mod TEXT,
    "of" TEXT,
    holder TEXT,
    property TEXT,
    predicate TEXT,
    change TEXT,
    entity_id INTEGER REFERENCES entities (id),
    parts TEXT NOT NULL, -- the offsets of these four
    reasons TEXT NOT NULL
);

CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    fact TEXT NOT NULL,
    sentence_id INTEGER REFERENCES sentences (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    notes TEXT NOT NULL,
    source TEXT,
    cue TEXT,
    content TEXT NOT NULL,
    style TEXT NOT NULL,
    stance TEXT NOT NULL,
    hedges TEXT NOT NULL,
    entity_id INTEGER REFERENCES entities (id),
    name TEXT,
    dates TEXT NOT NULL,
    people TEXT NOT NULL,
    percentages TEXT NOT NULL,
    parent TEXT,
    said_on TEXT,
    parts TEXT NOT NULL, -- the offsets of source, cue, content and hedges
    reason TEXT
);

CREATE TABLE own_facts ( -- of kinds that rules files and other packages add
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    fact TEXT NOT NULL,
    sentence_id INTEGER REFERENCES sentences (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    notes TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL
);

CREATE TABLE conflicts ( -- within a document
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    facts TEXT NOT NULL,
    speakers TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE disagreements ( -- within documents and over them
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL, -- figures, denial, dates, numbers; within
    text TEXT NOT NULL
);

CREATE TABLE parties ( -- of disagreements
    disagreement_id INTEGER NOT NULL REFERENCES disagreements (id),
    document_id INTEGER NOT NULL REFERENCES documents (id),
    fact TEXT NOT NULL,
    speaker TEXT,
    said TEXT
);

CREATE TABLE comparable ( -- what of a document can disagree with another
    document_id INTEGER NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    data TEXT NOT NULL
);

CREATE INDEX documents_date ON documents (date);
CREATE INDEX documents_named ON documents (named);
CREATE INDEX sentences_document ON sentences (document_id);
CREATE INDEX entities_document ON entities (document_id);
CREATE INDEX entities_person ON entities (person_id);
CREATE INDEX entities_sound ON entities (sound);
CREATE INDEX mentions_document ON mentions (document_id);
CREATE INDEX mentions_entity ON mentions (entity_id);
CREATE INDEX dates_document ON dates (document_id);
CREATE INDEX dates_begin ON dates (begin, until);
CREATE INDEX percentages_document ON percentages (document_id);
CREATE INDEX percentages_entity ON percentages (entity_id);
CREATE INDEX claims_document ON claims (document_id);
CREATE INDEX claims_entity ON claims (entity_id);
CREATE INDEX own_facts_document ON own_facts (document_id);
CREATE INDEX conflicts_document ON conflicts (document_id);
CREATE INDEX parties_disagreement ON parties (disagreement_id);
CREATE INDEX parties_document ON parties (document_id);
CREATE INDEX comparable_document ON comparable (document_id);
CREATE INDEX comparable_key ON comparable (kind, key);

CREATE VIRTUAL TABLE sentences_fts USING fts5 (text, content="sentences", content_rowid="id");
CREATE VIRTUAL TABLE claims_fts USING fts5 (source, cue, content, name, content="claims", content_rowid="id");

CREATE VIEW who_said_what AS
SELECT
    coalesce(people.name, claims.name, claims.source) AS who,
    claims.stance,
    claims.cue,
    claims.content AS what,
    coalesce(said.begin, documents.date) AS day,
    documents.doc,
    claims.line,
    people.id AS person_id,
    claims.id AS claim_id
FROM claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN entities ON entities.id = claims.entity_id
LEFT JOIN people ON people.id = entities.person_id
LEFT JOIN dates AS said ON said.document_id = claims.document_id AND said.fact = claims.said_on;

CREATE VIEW timeline AS
SELECT dates.begin, dates.until, dates.text, sentences.text AS sentence, documents.doc, dates.line, dates.id AS date_id
FROM dates
JOIN documents ON documents.id = dates.document_id
LEFT JOIN sentences ON sentences.id = dates.sentence_id
WHERE dates.begin IS NOT NULL
ORDER BY dates.begin, dates.until, dates.id;

CREATE VIEW figures AS
SELECT
    coalesce(people.name, percentages.holder) AS whose,
    percentages.property AS measure,
    percentages.text AS figure,
    percentages.low,
    percentages.high,
    percentages.mod,
    percentages.change,
    percentages."of",
    percentages.predicate,
    sentences.text AS sentence,
    documents.date AS day,
    documents.doc,
    percentages.line,
    percentages.id AS percentage_id
FROM percentages
JOIN documents ON documents.id = percentages.document_id
LEFT JOIN sentences ON sentences.id = percentages.sentence_id
LEFT JOIN entities ON entities.id = percentages.entity_id
LEFT JOIN people ON people.id = entities.person_id;
