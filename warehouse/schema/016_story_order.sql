-- What can be relied on when stories are found.

COMMENT ON TABLE story_article IS 'One row per article: the story it belongs to. An article without company is a story of its own; copies follow their canonical copy. Up to 10,000 different texts every run finds all stories anew, so that they do not depend on the order in which articles came; beyond, a run finds those anew that its new articles touch, and words are weighed as they are counted then: another order may give other stories.';
