-- Then the new articles with the whole stories of their partners, and the stories that lost some
-- article or got a copy (story_moved). story_head_entry: article_no, stem, value of the new articles.
--
-- Partners are looked up by the rarest stems of a new article, as many as lead to a bounded number
-- of articles: what a new article costs does not grow with what is there. A hash of the id is quicker to
-- group by: were two ids to share one, another story would be worked on, and nothing else. One
-- statement: tables of what leads to the partners would be held until the transaction ends.
CREATE OR REPLACE TEMP TABLE story_partner AS
WITH open_stem AS MATERIALIZED (
    SELECT stem, count(*) AS article_count
    FROM story_head SEMI JOIN (SELECT stem FROM story_head_entry) USING (stem)
    GROUP BY stem HAVING count(*) <= getvariable('head_article_count')
),
probe AS MATERIALIZED (
    SELECT article_no, stem, value FROM story_head_entry JOIN open_stem USING (stem)
    QUALIFY sum(article_count) OVER (PARTITION BY article_no ORDER BY article_count, stem
                                     ROWS UNBOUNDED PRECEDING) <= getvariable('probed_articles')
),
probed AS MATERIALIZED (
    SELECT stem, hash(article_id) AS id_hash, value FROM story_head SEMI JOIN probe USING (stem)
)
SELECT DISTINCT id_hash FROM (
    SELECT mine.article_no, other.id_hash
    FROM probe AS mine JOIN probed AS other ON other.stem = mine.stem
    GROUP BY ALL HAVING sum(mine.value * other.value) >= getvariable('partner_product')
);

-- Stories that a person tied to one of them.
CREATE OR REPLACE TEMP TABLE story_tied AS
SELECT DISTINCT told.canonical_article_id AS article_id
FROM (
    SELECT article_id AS near_end, target_article_id AS far_end FROM sameness_correction
    WHERE subject = 'story' AND relation = 'together'
    UNION ALL
    SELECT target_article_id, article_id FROM sameness_correction
    WHERE subject = 'story' AND relation = 'together'
) AS tie
JOIN duplicate_group AS mine ON mine.article_id = tie.near_end
SEMI JOIN story_slice ON story_slice.article_id = mine.canonical_article_id
JOIN story_article AS other ON other.article_id = tie.far_end
JOIN story_article AS told ON told.story_id = other.story_id;

-- Stories are worked on as wholes: an article without the rest of its story would leave it.
CREATE OR REPLACE TEMP TABLE story_touched AS
SELECT article_id FROM story_slice
UNION ALL SELECT article_id FROM story_moved
UNION ALL SELECT article_id FROM story_tied;

CREATE OR REPLACE TEMP TABLE story_working AS
SELECT article_id FROM story_term
WHERE article_id IN (SELECT article_id FROM story_touched)
   OR article_id IN (
    SELECT canonical_article_id FROM story_article
    WHERE story_id IN (
        SELECT story_id FROM story_article
        WHERE hash(article_id) IN (FROM story_partner)
           OR article_id IN (SELECT article_id FROM story_touched)));

DELETE FROM story_moved; -- they have their turn with the first slice
