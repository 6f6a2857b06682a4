-- Documents as they were read, and the verdicts of their lines.
SELECT
    document.document_id,
    file.path,
    file.id_path,
    document.place,
    document.format,
    document.encoding,
    document.byte_order_mark,
    document.odd_bytes,
    document.reading,
    lines.texts,
    lines.verdicts
FROM document
JOIN wanted_document USING (document_id)
JOIN source_file AS file USING (source_file_id)
JOIN (
    SELECT
        document_id,
        list(text || line_ending ORDER BY line_no) AS texts,
        list(
            {'verdict': verdict, 'category': category, 'rule': rule, 'score': score,
             'cleaner_version': cleaner_version}
            ORDER BY line_no
        ) AS verdicts
    FROM line
    WHERE document_id IN (SELECT document_id FROM wanted_document)
    GROUP BY document_id
) AS lines USING (document_id)
ORDER BY file.path, document.place, document.document_id;
