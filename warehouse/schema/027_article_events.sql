-- What changed, article by article, for those who carry the tables on to somewhere else.

CREATE TABLE article_event (
    event_no BIGINT,
    article_id VARCHAR,
    event VARCHAR,
    run_id VARCHAR
);
COMMENT ON TABLE article_event IS 'Articles whose rows changed, those of their groups, stories and mentions included, in the order in which it happened: one row per article and run or correction. Who keeps the highest event_no seen so far finds in the rows above it what to take over and what to delete.';
COMMENT ON COLUMN article_event.event_no IS 'Rank of the event; rises from run to run and is never given twice.';
COMMENT ON COLUMN article_event.article_id IS 'The article; one that is gone no longer stands in article.';
COMMENT ON COLUMN article_event.event IS 'new. read: its file was read, or its text cleaned, again. regrouped: it has another group, story, canonical copy or representative. relinked: one of its names stands for another entity. outlet_inferred: inferred_outlet is another one. rebuilt: an upgrade built the marts anew, and anything may have changed. gone: it is no longer in the warehouse. Of several the first of new, read, regrouped, relinked, outlet_inferred.';
COMMENT ON COLUMN article_event.run_id IS 'The run; after a correction by a person the last one before it.';
