"""What may happen between two builds of the marts."""

from hypothesis import strategies as st

from tests.warehouse.marts.mart_articles import add_article
from tests.warehouse.marts.mart_changes import DESCRIBED

NAMES = ("Ana", "Bo", "Cy", "Dee")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from("load load load vanish group story head move relink".split()),
        st.integers(0, 7), st.integers(0, 7), DESCRIBED,
    ), min_size=1, max_size=8,
)  # fmt: skip


def change(connection, kind, one, other, facts, run):
    """One change to the tables as a run makes it."""
    article_id, other_id = f"a{one}", f"a{other}"
    if kind in ("load", "vanish"):
        for table in ("article", "duplicate_group", "story_article", "mention", "line"):
            key = "document_id" if table == "line" else "article_id"
            connection.execute(f"DELETE FROM {table} WHERE {key} = $1", [article_id])
        connection.execute("DELETE FROM document WHERE document_id = $1", [article_id])
    if kind == "load":
        add_article(connection, article_id, **facts, run=run)
        connection.execute(
            "UPDATE article SET title = 'Title of ' || $2 WHERE article_id = $1", [article_id, run]
        )
        connection.execute(  # new mentions are linked as the names are
            "UPDATE mention SET entity_id = entity_name.entity_id FROM entity_name "
            "WHERE mention.name = entity_name.name AND article_id = $1", [article_id],
        )  # fmt: skip
    elif kind == "group":
        connection.execute(
            "UPDATE duplicate_group SET duplicate_group_id = $2, canonical_article_id = $2, "
            "is_canonical = (article_id = $2) WHERE article_id IN ($1, $2)", [article_id, other_id],
        )  # fmt: skip
    elif kind == "story":
        connection.execute(
            "UPDATE story_article SET story_id = $2, is_representative = (article_id = $2) "
            "WHERE article_id IN ($1, $2)", [article_id, other_id],
        )  # fmt: skip
    elif kind == "move":
        connection.execute(
            "UPDATE story_article SET story_id = $2 WHERE article_id = $1", [article_id, other_id]
        )
    elif kind == "head":
        connection.execute(
            "UPDATE story_article SET is_representative = NOT is_representative "
            "WHERE article_id = $1", [article_id],
        )  # fmt: skip
    elif kind == "relink":
        name, meant = NAMES[one % 4], NAMES[other % 4]
        connection.execute("UPDATE entity_name SET entity_id = $2 WHERE name = $1", [name, meant])
        connection.execute("UPDATE mention SET entity_id = $2 WHERE name = $1", [name, meant])
        connection.execute(
            "UPDATE entity SET name = $2 WHERE entity_id = $1", [meant, f"{meant} {run}"]
        )


def facts_of(day, outlet, *names):
    return {"day": day, "outlet": outlet, "names": names}


NOBODY = facts_of(None, None)
