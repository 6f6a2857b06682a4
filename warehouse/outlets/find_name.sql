-- The names that a word means: itself, else those spelled alike but for case, else an outlet.
SELECT name, outlet
FROM outlet_name
WHERE lower(name) = lower($word) OR outlet = $word
ORDER BY name <> $word, name <> outlet, name
LIMIT 1;
