-- Who is quoted most over all days, one row per speaker.
SELECT speaker, label, text_count AS texts, story_count AS stories, utterance_count AS utterances,
    outlet_count AS outlets
FROM most_quoted
WHERE period = 'all'
ORDER BY texts DESC, utterances DESC, speaker, speaker_key
LIMIT $limit;
