"""The closed list of reasons for which a line leaves the body of an article."""

from __future__ import annotations

CATEGORIES: dict[str, str] = {
    "title": "The headline of the article, moved into its own column.",
    "subtitle": "The standfirst or deck under the headline, moved into its own column.",
    "headline_repeat": "The headline again, after its first copy.",
    "byline": "Names of the writers, their roles, short biographies and ways to reach them.",
    "dateline_meta": "When the article was published or updated, or the empty labels of it.",
    "reading_time": "How long reading or listening takes.",
    "reader_control": "Buttons of the page: font size, print, save, listen, copy, close.",
    "caption": "What a picture, video or chart shows.",
    "photo_credit": "Who made or owns a picture, video or chart.",
    "related_link": "Headlines of other articles and the labels over them.",
    "share_bar": "Buttons and invitations to share this article.",
    "subscribe_appeal": "Invitations to subscribe, register or order a newsletter, and paywalls.",
    "donation_appeal": "Requests for money or support for the outlet, with their forms.",
    "channel_plug": "Invitations to follow the outlet on a network, a channel or in an app.",
    "comment_form": "Comment forms, counts of comments and the comments themselves.",
    "advertisement": "Advertising, sponsored notices and notes about affiliate links.",
    "legal": "Copyright, disclaimers, terms of use, notes on agencies' rights.",
    "cookie_notice": "Consent to cookies and tracking.",
    "navigation": "Menus, section names, tags, tickers and titles of widgets.",
    "duplicate_block": "A passage of this document again; the first copy stays.",
    "source_credit": "Outlets or agencies named as sources in a line of their own.",
    "section_header": "Bare labels of the parts of a digest or list.",
}
