"""One result per line, in order, whatever the lines hold."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from flows.filters.json_lines import BadLine, read_batches, read_items, write_results, wrong_fields


def accept(item):
    return wrong_fields(item, {"text": str})


def test_good_and_bad_lines_in_order():
    lines = [
        b'{"id": 1, "text": "a"}\n',
        b"nonsense\n",
        b"[1]\n",
        b'{"text": "no id"}\n',
        b'{"id": {"a": 1}}\n',
        b'{"id": "x", "text": 5}\n',
        b"\n",
        '{"id": "é", "text": "b"}\n'.encode(),
        b"\n",
    ]
    results = list(read_items(lines, accept))
    assert [r["id"] if isinstance(r, dict) else r.error.split(":")[0] for r in results] == [
        1,
        "not JSON",
        "not a JSON object",
        'needs an "id" (text or number)',
        'needs an "id" (text or number)',
        '"text" must be str',
        "not JSON",
        "é",
    ]


def test_half_a_surrogate_pair_is_replaced():
    (item,) = read_items([b'{"id": 1, "text": "a\\ud800b"}'], accept)
    assert item["text"] == "a\ufffdb"


def test_bytes_that_are_not_utf8_are_a_bad_line():
    (item,) = read_items([b'{"id": 1, "text": "\xff"}'], accept)
    assert isinstance(item, BadLine)


def test_writing_gives_one_line_each_and_the_exit_code(capsys):
    results = [{"id": 1, "text": "a\nb"}, BadLine("x", "why")]
    assert write_results(results) == 3
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [results[0], {"id": "x", "error": "why"}]
    assert write_results([{"id": 1}]) == 0


@given(st.lists(st.binary(max_size=40).filter(lambda b: b.strip() and b"\n" not in b)))
def test_every_line_gets_a_result(lines):
    assert len(list(read_items(lines, accept))) == len(lines)


class Pipe(io.BytesIO):
    """A stream whose bytes arrive in pieces."""

    def __init__(self, *chunks):
        self.chunks = list(chunks)

    def read1(self, size=-1):
        return self.chunks.pop(0) if self.chunks else b""


def test_a_line_that_has_arrived_does_not_wait_for_others():
    pipe = Pipe(b'{"id": 1}\n{"id"', b': 2}\n{"id": 3}\n', b'\n{"id": 4}')
    ids = [[item["id"] if isinstance(item, dict) else item for item in batch]
           for batch in read_batches(pipe, lambda item: None)]  # fmt: skip
    assert ids == [[1], [2, 3], [BadLine(None, "not JSON: a blank line")], [4]]
