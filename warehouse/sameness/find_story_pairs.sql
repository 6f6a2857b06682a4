-- story_entry: article_no, stem, value, is_head. Candidates share two of their heaviest stems; then
-- the similarity of a pair is the sum over all of theirs. Whole numbers: the sum is exact.
CREATE OR REPLACE TEMP TABLE story_head AS
SELECT stem, article_no FROM story_entry WHERE is_head
QUALIFY count(*) OVER (PARTITION BY stem) <= getvariable('head_article_count');

CREATE OR REPLACE TEMP TABLE story_candidate AS
SELECT a.article_no AS a, b.article_no AS b
FROM story_head AS a JOIN story_head AS b ON a.stem = b.stem AND a.article_no < b.article_no
GROUP BY ALL HAVING count(*) >= getvariable('shared_head_count');

CREATE OR REPLACE TEMP TABLE story_pair AS
SELECT candidate.a, candidate.b, sum(mine.value * other.value)::BIGINT AS word_product
FROM story_candidate AS candidate
JOIN story_entry AS mine ON mine.article_no = candidate.a
JOIN story_entry AS other ON other.article_no = candidate.b AND other.stem = mine.stem
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE story_evidence AS
SELECT pair.a, pair.b, pair.word_product,
       coalesce(persons.person_product, 0) AS person_product,
       coalesce(persons.shared_person_count, 0) AS shared_person_count,
       least(first.person_count, second.person_count) AS known_person_count,
       coalesce(quotes.shared_quoted_gram_count, 0) AS shared_quoted_gram_count,
       abs(date_diff('day', first.published_date, second.published_date)) AS day_distance
FROM story_pair AS pair
JOIN story_article_no AS first ON first.article_no = pair.a
JOIN story_article_no AS second ON second.article_no = pair.b
LEFT JOIN (
    SELECT pair.a, pair.b, sum(mine.value * other.value)::BIGINT AS person_product,
           count(*) AS shared_person_count
    FROM story_pair AS pair
    JOIN story_person AS mine ON mine.article_no = pair.a
    JOIN story_person AS other ON other.article_no = pair.b AND other.person = mine.person
    GROUP BY ALL
) AS persons ON persons.a = pair.a AND persons.b = pair.b
LEFT JOIN (
    SELECT pair.a, pair.b, count(*) AS shared_quoted_gram_count
    FROM story_pair AS pair
    JOIN story_quotation AS mine ON mine.article_no = pair.a
    JOIN story_quotation AS other ON other.article_no = pair.b AND other.gram = mine.gram
    GROUP BY ALL
) AS quotes ON quotes.a = pair.a AND quotes.b = pair.b
ORDER BY pair.a, pair.b;
