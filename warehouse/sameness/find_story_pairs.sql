-- story_head_entry: article_no, stem, value. Pairs of articles alike in their heaviest stems.
-- Whole numbers: their sum does not depend on the order of adding. One statement: a table of candidates
-- would be held until the transaction ends, with those of all other slices.
WITH narrow AS MATERIALIZED (
    SELECT stem, article_no, value, published_date
    FROM story_head_entry JOIN story_article_no USING (article_no)
    QUALIFY count(*) OVER (PARTITION BY stem) <= getvariable('head_article_count')
),
candidate AS (
    SELECT a.article_no AS a, b.article_no AS b
    FROM narrow AS a JOIN narrow AS b ON a.stem = b.stem AND a.article_no < b.article_no
     AND coalesce(abs(date_diff('day', a.published_date, b.published_date))
                  <= getvariable('farthest_days'), true)
    GROUP BY ALL HAVING sum(a.value * b.value) >= getvariable('head_product')
)
SELECT pair.a, pair.b,
       abs(date_diff('day', first.published_date, second.published_date)) AS day_distance
FROM candidate AS pair
JOIN story_article_no AS first ON first.article_no = pair.a
JOIN story_article_no AS second ON second.article_no = pair.b
ORDER BY pair.a, pair.b;
