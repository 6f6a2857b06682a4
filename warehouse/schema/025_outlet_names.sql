-- One outlet under several names: joined by evidence, or by a person.

CREATE TABLE outlet_name (
    name VARCHAR,
    outlet VARCHAR,
    evidence VARCHAR
);
COMMENT ON TABLE outlet_name IS 'One row per name that articles state as their outlet (article.outlet): which outlet it is. Found anew by every run; the marts count outlets by it.';
COMMENT ON COLUMN outlet_name.name IS 'The name as it is stated: baypost.com.';
COMMENT ON COLUMN outlet_name.outlet IS 'The outlet, as it is shown and counted: The Bay Post. The name that most articles state, unless a correction says otherwise; a domain only where there is no other.';
COMMENT ON COLUMN outlet_name.evidence IS 'What joins the name with another: spelling (the same but for case, signs, "The" or the ending of a domain), domain (articles of this domain state the other name), correction (a person said so); NULL for a name that stands alone.';

CREATE TABLE outlet_correction (
    name VARCHAR,
    outlet VARCHAR,
    decided_at TIMESTAMP
);
COMMENT ON TABLE outlet_correction IS 'What a person decided about names of outlets (newsmill outlet): one row per name. Kept and applied by every run.';
COMMENT ON COLUMN outlet_correction.name IS 'A name as articles state it.';
COMMENT ON COLUMN outlet_correction.outlet IS 'The outlet it is; the name itself where it is an outlet of its own, whatever the evidence says.';
COMMENT ON COLUMN outlet_correction.decided_at IS 'When it was decided (UTC).';

COMMENT ON COLUMN article.outlet IS 'Who published it, as it is stated: by a sidecar, by the document, or by a folder that is called like a domain; the evidence is in metadatum. NULL when nothing states it; never inferred. Several names may mean one outlet: publication.outlet has one for all (outlet_name).';
