"""Articles to search, and what is found."""


def add(connection, article_id, text, title=None, run="1"):
    connection.execute(
        "INSERT INTO article BY NAME "
        "SELECT $1 AS article_id, $2 AS title, $3 AS text, $4 AS run_id",
        [article_id, title, text, run],
    )


def find(connection, words, limit=20):
    return connection.execute("FROM search($1, result_limit := $2)", [words, limit]).fetchall()


def ids(connection, words):
    return [row[0] for row in find(connection, words)]
