-- Words of a text as they are searched: lower case, no accents. Scripts that set no spaces between
-- words (letters) give each letter, and each pair of letters that stand side by side: the pairs of
-- a run of letters from its first one on, and from its second. [^\P{L}x] is a letter that is not x.
CREATE OR REPLACE MACRO search_words(
    text, letters := '\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー'
) AS CASE WHEN regexp_matches(text, '[' || letters || ']')
    THEN list_concat(
        regexp_extract_all(
            lower(strip_accents(text)),
            '[' || letters || ']|(?:[^\P{L}' || letters || ']|[\p{M}\p{N}])+'
        ),
        regexp_extract_all(lower(strip_accents(text)), '[' || letters || ']{2}'),
        regexp_extract_all(
            regexp_replace(
                lower(strip_accents(text)), '(^|[^' || letters || '])[' || letters || ']', '\1', 'g'
            ),
            '[' || letters || ']{2}'
        )
    )
    ELSE regexp_extract_all(lower(strip_accents(text)), '[\p{L}\p{M}\p{N}]+')
END;
COMMENT ON MACRO search_words IS 'The words of a text as search finds them: lower case, without accents, in their order; of Chinese, Japanese, Thai and other scripts without spaces each letter, then each pair of letters.';

-- Okapi BM25 with the usual k1 = 1.2 and b = 0.75 (Robertson and Zaragoza 2009), idf as in Lucene.
-- Rounded, so that the order in which words are added up cannot change the ranking.
CREATE OR REPLACE MACRO search(words, result_limit := 20) AS TABLE
WITH told AS (
    SELECT DISTINCT unnest(search_words(words)) AS term
),
asked AS (
    -- of the scripts above (from U+0E01 on) a letter alone stands in too many words: it counts where
    -- it is asked for alone
    SELECT term
    FROM told
    WHERE length(term) > 1 OR unicode(term) <= 3584 OR NOT EXISTS (
        FROM told AS pair WHERE length(pair.term) = 2 AND contains(pair.term, told.term)
    )
),
posting AS (
    SELECT term_no, article_no, weight
    FROM search_posting
    WHERE term_no IN (SELECT term_no FROM search_term JOIN asked USING (term))
),
rarity AS (
    SELECT
        posting.term_no,
        ln(1 + (any_value(whole.article_count) - count(*) + 0.5) / (count(*) + 0.5)) * 2.2 AS idf,
        any_value(whole.mean_weight) AS mean_weight
    FROM posting
    CROSS JOIN (
        SELECT count(*) AS article_count, avg(word_weight) AS mean_weight FROM search_article
    ) AS whole
    GROUP BY posting.term_no
),
scored AS (
    SELECT
        posting.article_no,
        round(sum(rarity.idf * posting.weight / (
            posting.weight + 1.2 * (0.25 + 0.75 * found.word_weight / rarity.mean_weight)
        )), 6) AS score
    FROM posting
    JOIN rarity USING (term_no)
    JOIN search_article AS found USING (article_no)
    GROUP BY posting.article_no
),
best AS (
    -- numbers until the last place is known: ids decide only among equal scores
    SELECT found.article_id, scored.score
    FROM scored
    JOIN search_article AS found USING (article_no)
    WHERE scored.score >= (
        SELECT min(score) FROM (SELECT score FROM scored ORDER BY score DESC LIMIT result_limit)
    )
    ORDER BY scored.score DESC, found.article_id
    LIMIT result_limit
),
shown AS (
    -- sentences of the beginning, so that a huge text costs no more than others; the point of 1.22
    -- ends none, nor one before a small letter, behind a title or an initial
    SELECT
        best.article_id, best.score, article.title,
        regexp_extract_all(
            left(article.text, 20000),
            '(?:\b(?:\p{Lu}|St|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Hon|Rev)\.|'
            || '[^.!?。！？\n]|[.!?][\p{L}\p{N}]|[.!?]["”’»)]* +\p{Ll})+[.!?。！？"”’»)]*'
        ) AS sentences
    FROM best
    JOIN article USING (article_id)
),
sentence AS (
    SELECT article_id, trim(unnest(sentences)) AS sentence,
        generate_subscripts(sentences, 1) AS sentence_no
    FROM shown
),
matched AS (
    SELECT
        sentence.article_id, sentence.sentence, sentence.sentence_no,
        count(DISTINCT asked.term) AS term_count,
        min(instr(lower(strip_accents(sentence.sentence)), asked.term)) AS place
    FROM sentence
    LEFT JOIN asked ON list_contains(search_words(sentence.sentence), asked.term)
    GROUP BY ALL
),
snippet AS (
    SELECT
        article_id,
        arg_max(sentence, (term_count, -sentence_no)) AS sentence,
        greatest(coalesce(arg_max(place, (term_count, -sentence_no)), 1) - 100, 1) AS first_place
    FROM matched
    GROUP BY article_id
)
SELECT
    shown.article_id,
    shown.score,
    shown.title,
    CASE WHEN length(sentence) <= 240 THEN sentence
         WHEN first_place = 1 THEN left(sentence, 240) || '…'
         WHEN length(sentence) - first_place < 240 THEN '…' || right(sentence, 240)
         ELSE '…' || substring(sentence, first_place, 240) || '…' END AS snippet
FROM shown
LEFT JOIN snippet USING (article_id)
ORDER BY score DESC, article_id;
COMMENT ON MACRO TABLE search IS 'FROM search(''words''): the articles that hold the words in title or body, best first (BM25), with the sentence that holds most of them. result_limit := 20 says how many.';
