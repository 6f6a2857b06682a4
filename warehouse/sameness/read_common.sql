SELECT hash FROM common_shingle ORDER BY hash;
