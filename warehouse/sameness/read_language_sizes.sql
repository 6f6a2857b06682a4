SELECT language, language_size FROM story_article_no ORDER BY article_no;
