-- The evidence that two canonical articles tell of the same event, if they were compared.
SELECT score, word_similarity, person_similarity, shared_person_count, shared_quoted_gram_count,
       day_distance, event_share
FROM story_edge
WHERE article_id_a = least($a, $b) AND article_id_b = greatest($a, $b);
