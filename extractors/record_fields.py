"""What the fields of records and tables are called in the exports that people have."""

from __future__ import annotations

import re

_GAP = re.compile(r"[\s-]+")
# Names of fields, the best first: newsmill's own, then those of news-please, Fundus, newspaper4k,
# Media Cloud, trafilatura, JSON Feed and schema.org. Dates of a crawl (date_download,
# indexed_date, fetched_at) are not among them: they say nothing about publication.
ENGLISH: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "maintext", "plaintext", "content_text", "article_text", "full_text",
             "fulltext", "articlebody", "article_body", "body_text", "news_text", "main_text",
             "story_text", "article_content", "full_article", "content", "article", "bodytext"),
    "html": ("html", "content_html", "body_html", "raw_html"),
    "title": ("title", "headline", "article_title", "title_page", "title_rss", "heading",
              "webtitle", "news_headline"),
    "subtitle": ("subtitle", "standfirst", "alternativeheadline", "description", "excerpt",
                 "meta_description", "summary"),
    "author": ("author", "authors", "author_name", "byline", "creator", "reporter", "journalist",
               "writer"),
    "published_at": ("published_at", "date_publish", "publish_date", "publishing_date",
                     "date_published", "datepublished", "published_date", "publication_date",
                     "publishedat", "published_time", "publish_time", "published", "pubdate",
                     "pub_date", "date", "webpublicationdate", "news_date", "article_date"),
    "updated_at": ("updated_at", "modified_at", "date_modify", "date_modified", "datemodified",
                   "modified", "updated"),
    "outlet": ("outlet", "site_name", "meta_site_name", "sitename", "site", "media_name",
               "outlet_name", "media_outlet", "publication", "publisher", "newspaper",
               "source_name", "source", "source_domain", "hostname"),
    "section": ("section", "articlesection", "category", "rubric"),
    "language": ("language", "lang", "inlanguage", "meta_lang", "langcode"),
    "url": ("url", "link", "source_url", "web_url", "weburl"),
    "canonical_url": ("canonical_url", "canonical_link", "canonical"),
    "id": ("id", "guid", "uuid", "_id", "article_id", "document_id", "stories_id", "url"),
}  # fmt: skip
# What tables made by hand call them elsewhere; general knowledge. Names that mean something else
# in an English table ("medium", "lead") are not among them.
FOREIGN: dict[str, tuple[str, ...]] = {
    "text": ("artikeltext", "volltext", "inhalt", "texte", "contenu", "corps", "texto", "contenido",
             "cuerpo", "conteúdo", "conteudo", "testo", "contenuto", "tekst", "inhoud", "treść",
             "tresc", "текст", "metin", "içerik", "本文", "正文", "内容", "內容", "본문", "النص"),
    "title": ("titel", "überschrift", "ueberschrift", "schlagzeile", "titre", "título", "titulo",
              "titular", "titolo", "tytuł", "tytul", "заголовок", "başlık", "タイトル", "見出し",
              "标题", "標題", "제목", "العنوان"),
    "subtitle": ("untertitel", "vorspann", "sous_titre", "chapeau", "subtítulo", "subtitulo",
                 "sottotitolo", "подзаголовок"),
    "author": ("autor", "autorin", "autoren", "verfasser", "auteur", "auteurs", "autores", "autore",
               "автор", "yazar", "著者", "作者", "记者", "記者", "기자", "författare", "forfatter"),
    "published_at": ("datum", "veröffentlicht", "veröffentlicht_am", "veröffentlichungsdatum",
                     "erscheinungsdatum", "date_publication", "date_de_publication", "fecha",
                     "fecha_de_publicación", "fecha_publicacion", "data_de_publicação",
                     "data_di_pubblicazione", "data_publikacji", "publicatiedatum", "дата",
                     "дата_публикации", "tarih", "日付", "日期", "发布时间", "날짜", "dato",
                     "data"),
    "outlet": ("quelle", "zeitung", "journal", "fuente", "periódico", "periodico", "fonte",
               "giornale", "jornal", "bron", "krant", "źródło", "zrodlo", "источник", "издание",
               "kaynak", "gazete", "来源", "來源", "媒体", "출처", "tidning"),
    "section": ("ressort", "rubrik", "rubrique", "sección", "seccion", "seção", "sezione", "dział",
                "рубрика"),
    "language": ("sprache", "langue", "idioma", "lingua", "taal", "język", "язык", "dil", "语言"),
    "url": ("lien", "enlace", "ссылка"),
}  # fmt: skip
NAMES = {field: (*names, *FOREIGN.get(field, ())) for field, names in ENGLISH.items()}
STATED = ("title", "subtitle", "author", "published_at", "updated_at", "outlet", "section",
          "language", "url", "canonical_url")  # fmt: skip


def field_key(name: object) -> str:
    """The name as NAMES has it: "Publication Date" is publication_date."""
    return _GAP.sub("_", str(name).strip().lower())
