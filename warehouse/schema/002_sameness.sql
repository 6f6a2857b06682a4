-- Sameness: fingerprints, near-duplicates, duplicate groups and stories.

CREATE TABLE fingerprint (
    article_id VARCHAR,
    fingerprint_version VARCHAR,
    text_digest VARCHAR,
    text_key UBIGINT,
    word_count BIGINT,
    shingle_count BIGINT,
    sample UBIGINT[],
    sketch UBIGINT[],
    persons VARCHAR[]
);
COMMENT ON TABLE fingerprint IS 'One row per article: what sameness compares. Hashes of the word 3-grams (shingles) of its body, and the persons named.';
COMMENT ON COLUMN fingerprint.article_id IS 'The article.';
COMMENT ON COLUMN fingerprint.fingerprint_version IS 'Version of the hashes; those of two versions must not be compared.';
COMMENT ON COLUMN fingerprint.text_digest IS 'Digest of the words in order: equal for exact copies, whatever their punctuation and case.';
COMMENT ON COLUMN fingerprint.text_key IS 'First 64 bits of the digest: names the text. NULL for fewer than 3 words, which are no evidence.';
COMMENT ON COLUMN fingerprint.word_count IS 'Words in the body.';
COMMENT ON COLUMN fingerprint.shingle_count IS 'Different shingles in the body.';
COMMENT ON COLUMN fingerprint.sample IS 'Sampled shingle hashes (divisible by 8), all of them for texts of up to 128 shingles.';
COMMENT ON COLUMN fingerprint.persons IS 'Persons that rules find in title and body: evidence for stories, whatever extractor fills mention.';
COMMENT ON COLUMN fingerprint.sketch IS 'Smallest shingle hash under four orders (MinHash).';

CREATE TABLE common_shingle (
    hash UBIGINT,
    text_count BIGINT,
    is_crowded BOOLEAN
);
COMMENT ON TABLE common_shingle IS 'Sampled shingles that stand in many different texts: shared passages made of them count for little.';
COMMENT ON COLUMN common_shingle.hash IS 'Hash of the shingle.';
COMMENT ON COLUMN common_shingle.text_count IS 'Texts that held it when it became common or crowded.';
COMMENT ON COLUMN common_shingle.is_crowded IS 'True when so many texts hold it that it finds no candidates any more.';

CREATE TABLE text_pair (
    text_a UBIGINT,
    text_b UBIGINT,
    kind VARCHAR,
    containment_a DOUBLE,
    containment_b DOUBLE,
    rare_containment_a DOUBLE,
    rare_containment_b DOUBLE,
    jaccard DOUBLE,
    agreeing_slot_count BIGINT,
    conflicting_slot_count BIGINT,
    shared_sample_count BIGINT,
    rare_sample_count BIGINT,
    found_by_sketch BOOLEAN
);
COMMENT ON TABLE text_pair IS 'One row per pair of different texts that was compared, accepted or not.';
COMMENT ON COLUMN text_pair.text_a IS 'text_key of the first text, the smaller of the two.';
COMMENT ON COLUMN text_pair.text_b IS 'text_key of the second text.';
COMMENT ON COLUMN text_pair.kind IS 'revision, truncation, containment or partial; NULL when the two are not the same text.';
COMMENT ON COLUMN text_pair.containment_a IS 'Share of the shingles of a that stand in b.';
COMMENT ON COLUMN text_pair.containment_b IS 'Share of the shingles of b that stand in a.';
COMMENT ON COLUMN text_pair.rare_containment_a IS 'As containment_a, without passages made of common shingles.';
COMMENT ON COLUMN text_pair.rare_containment_b IS 'As containment_b, without passages made of common shingles.';
COMMENT ON COLUMN text_pair.jaccard IS 'Shared shingles divided by all shingles of both.';
COMMENT ON COLUMN text_pair.agreeing_slot_count IS 'Places where both texts state the same numbers or names.';
COMMENT ON COLUMN text_pair.conflicting_slot_count IS 'Places where they state different ones; many of them mean a template.';
COMMENT ON COLUMN text_pair.shared_sample_count IS 'Shared sampled shingles that are not crowded.';
COMMENT ON COLUMN text_pair.rare_sample_count IS 'Shared sampled shingles that are not common.';
COMMENT ON COLUMN text_pair.found_by_sketch IS 'True when the pair was also found by its MinHash sketch.';

CREATE TABLE duplicate_group (
    article_id VARCHAR,
    duplicate_group_id VARCHAR,
    text_key UBIGINT,
    canonical_article_id VARCHAR,
    is_canonical BOOLEAN,
    article_count BIGINT
);
COMMENT ON TABLE duplicate_group IS 'One row per article: the group of copies it belongs to. An article without copies is a group of its own.';
COMMENT ON COLUMN duplicate_group.article_id IS 'The article.';
COMMENT ON COLUMN duplicate_group.duplicate_group_id IS 'The group: the smallest article_id in it.';
COMMENT ON COLUMN duplicate_group.text_key IS 'The text of the article, see fingerprint.';
COMMENT ON COLUMN duplicate_group.canonical_article_id IS 'The canonical copy: earliest known day, then longest, then smallest id.';
COMMENT ON COLUMN duplicate_group.is_canonical IS 'True for the canonical copy itself.';
COMMENT ON COLUMN duplicate_group.article_count IS 'Articles in the group.';

CREATE VIEW near_duplicate AS
WITH representative AS (
    SELECT text_key, min(article_id) AS article_id
    FROM duplicate_group WHERE text_key IS NOT NULL GROUP BY text_key
)
SELECT first.article_id AS article_id_a, second.article_id AS article_id_b, pair.kind,
       pair.containment_a, pair.containment_b, pair.jaccard,
       pair.agreeing_slot_count, pair.conflicting_slot_count
FROM text_pair AS pair
JOIN representative AS first ON first.text_key = pair.text_a
JOIN representative AS second ON second.text_key = pair.text_b
WHERE pair.kind IS NOT NULL
UNION ALL
SELECT representative.article_id, copy.article_id, 'exact', 1, 1, 1, NULL, NULL
FROM duplicate_group AS copy
JOIN representative USING (text_key)
WHERE copy.article_id <> representative.article_id;
COMMENT ON VIEW near_duplicate IS 'One row per pair of articles with the same text, with its evidence. A text that several articles share is represented by the smallest article_id.';
COMMENT ON COLUMN near_duplicate.article_id_a IS 'First article.';
COMMENT ON COLUMN near_duplicate.article_id_b IS 'Second article.';
COMMENT ON COLUMN near_duplicate.kind IS 'exact, revision, truncation, containment or partial.';
COMMENT ON COLUMN near_duplicate.containment_a IS 'Share of the shingles of a that stand in b.';
COMMENT ON COLUMN near_duplicate.containment_b IS 'Share of the shingles of b that stand in a.';
COMMENT ON COLUMN near_duplicate.jaccard IS 'Shared shingles divided by all shingles of both.';
COMMENT ON COLUMN near_duplicate.agreeing_slot_count IS 'Places where both state the same numbers or names; NULL for exact copies.';
COMMENT ON COLUMN near_duplicate.conflicting_slot_count IS 'Places where they state different ones; NULL for exact copies.';

CREATE TABLE sameness_alarm (
    subject VARCHAR,
    subject_id VARCHAR,
    reason VARCHAR,
    detail VARCHAR
);
COMMENT ON TABLE sameness_alarm IS 'Groups and stories a person should look at.';
COMMENT ON COLUMN sameness_alarm.subject IS 'duplicate_group.';
COMMENT ON COLUMN sameness_alarm.subject_id IS 'Its id.';
COMMENT ON COLUMN sameness_alarm.reason IS 'large: more members than expected.';
COMMENT ON COLUMN sameness_alarm.detail IS 'What was found, with numbers.';

CREATE TABLE story_term (
    article_id VARCHAR,
    stems UBIGINT[],
    counts DOUBLE[],
    quotations UBIGINT[],
    persons VARCHAR[],
    published_date DATE
);
COMMENT ON TABLE story_term IS 'One row per canonical article: what it tells about its event.';
COMMENT ON COLUMN story_term.article_id IS 'The article.';
COMMENT ON COLUMN story_term.stems IS 'Hashes of its telling word stems, sorted.';
COMMENT ON COLUMN story_term.counts IS 'How often each stem occurs, title, lead, names and numbers counting more.';
COMMENT ON COLUMN story_term.quotations IS 'Hashes of the word 3-grams inside quotation marks.';
COMMENT ON COLUMN story_term.persons IS 'Last names of the persons it names.';
COMMENT ON COLUMN story_term.published_date IS 'Day of publication; NULL when it is not known, which is no evidence.';

CREATE TABLE story_edge (
    article_id_a VARCHAR,
    article_id_b VARCHAR,
    score DOUBLE,
    word_similarity DOUBLE,
    person_similarity DOUBLE,
    shared_person_count BIGINT,
    shared_quoted_gram_count BIGINT,
    day_distance BIGINT
);
COMMENT ON TABLE story_edge IS 'One row per pair of canonical articles that may tell of the same event, with the evidence.';
COMMENT ON COLUMN story_edge.article_id_a IS 'First article, the smaller id.';
COMMENT ON COLUMN story_edge.article_id_b IS 'Second article.';
COMMENT ON COLUMN story_edge.score IS 'Sum of the evidence; stories are clusters with a high mean score.';
COMMENT ON COLUMN story_edge.word_similarity IS 'Cosine of the weighted word stems, 0 to 1.';
COMMENT ON COLUMN story_edge.person_similarity IS 'Cosine of the persons named, weighted by rarity; NULL unless both name two.';
COMMENT ON COLUMN story_edge.shared_person_count IS 'Persons that both name.';
COMMENT ON COLUMN story_edge.shared_quoted_gram_count IS 'Word 3-grams that stand inside quotation marks in both.';
COMMENT ON COLUMN story_edge.day_distance IS 'Days between their days of publication; NULL when one is not known.';

CREATE TABLE story_article (
    article_id VARCHAR,
    story_id VARCHAR,
    canonical_article_id VARCHAR,
    representative_article_id VARCHAR,
    is_representative BOOLEAN,
    article_count BIGINT
);
COMMENT ON TABLE story_article IS 'One row per article: the story it belongs to. An article without company is a story of its own; copies follow their canonical copy.';
COMMENT ON COLUMN story_article.article_id IS 'The article.';
COMMENT ON COLUMN story_article.story_id IS 'The story: the smallest article_id in it.';
COMMENT ON COLUMN story_article.canonical_article_id IS 'The canonical copy of the article, which was compared with others.';
COMMENT ON COLUMN story_article.representative_article_id IS 'The canonical article that resembles the others of the story most.';
COMMENT ON COLUMN story_article.is_representative IS 'True for the representative itself.';
COMMENT ON COLUMN story_article.article_count IS 'Articles in the story, copies included.';

CREATE TABLE story_stem (
    stem UBIGINT,
    article_count BIGINT
);
COMMENT ON TABLE story_stem IS 'One row per word stem: in how many canonical articles it stands.';
COMMENT ON COLUMN story_stem.stem IS 'Hash of the stem, as in story_term.';
COMMENT ON COLUMN story_stem.article_count IS 'Canonical articles that hold it.';

CREATE TABLE story_head (
    article_id VARCHAR,
    stem UBIGINT,
    value BIGINT
);
COMMENT ON TABLE story_head IS 'The heaviest stems of every canonical article, by which partners are found.';
COMMENT ON COLUMN story_head.article_id IS 'The article.';
COMMENT ON COLUMN story_head.stem IS 'Hash of the stem.';
COMMENT ON COLUMN story_head.value IS 'Its value in the vector of the article, which has length 10000.';
