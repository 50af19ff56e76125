"""Feeds, news agencies' XML, wikis: each entry is a document, and no mark of the form is text."""

from __future__ import annotations

import pytest

RENTS = "Mayor Dana Webb said on Tuesday that rents rose 4%."
STAFF = "Carl Ott denied on Friday that 30% of the staff had left."
SAID = {"title": "Rents & rates", "url": "https://example.org/1", "byline": "Lena Ray", "publication": "The Post"}


class TestFeeds:
    RSS = f"""<?xml version="1.0" encoding="UTF-8"?><!-- made --><rss version="2.0"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>The Post</title><link>https://example.org</link><item><title><![CDATA[Rents & rates]]></title>
      <link>https://example.org/1</link><guid>g-1</guid><dc:creator>Lena Ray</dc:creator>
      <pubDate>Thu, 09 Mar 2023 09:00:00 +0100</pubDate><description>Short.</description>
      <media:content><media:title>A picture of Tom Smith</media:title></media:content>
      <content:encoded><![CDATA[<p>{RENTS}</p><p>He&nbsp;left.</p>]]></content:encoded></item></channel></rss>"""
    ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><id>g-1</id>
      <title type="html">Rents &amp;amp; rates</title><link rel="self" href="https://example.org/x"/>
      <link href="https://example.org/1"/><author><name>Lena Ray</name><uri>https://example.org</uri></author>
      <updated>2023-03-10T09:00:00Z</updated><published>2023-03-09T09:00:00Z</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{RENTS}</p><p>He&#160;left.</p></div></content>
      </entry></feed>"""
    RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x">
      <title>The Post</title></channel><item rdf:about="g-1"><title>Rents &amp; rates</title>
      <link>https://example.org/1</link><dc:creator>Lena Ray</dc:creator><dc:date>2023-03-09T09:00:00Z</dc:date>
      <description>{RENTS}</description></item></rdf:RDF>"""

    @pytest.mark.parametrize("feed", [RSS, ATOM, RDF])
    @pytest.mark.parametrize("name", ["feed.rss", "feed.xml", "feed"])
    def test_each_entry_is_a_document(self, reads, feed, name):
        [document] = reads(name, feed).documents
        text = document.pop("text").replace("\xa0", " ")
        assert text == (RENTS if feed is self.RDF else f"{RENTS}\n\nHe left.")
        assert document == {"id": "g-1", "date": "2023-03-09", **SAID}

    def test_letters_and_entities_that_nobody_declared(self, reads):
        entry = "<item><description>Zoë&nbsp;W said 3%.</description></item>"
        feed = f'<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel>{entry}</channel></rss>'
        read = reads("a.rss", feed.encode("latin-1"))
        assert read.each("text") == ["Zoë\xa0W said 3%."]

    @pytest.mark.parametrize("before", ["\n\n", "\ufeff\n"])
    def test_blanks_before_the_declaration(self, reads, before):
        assert reads("a.rss", before + self.RSS).each("id") == ["g-1"]
        assert "not XML: unknown encoding" in reads("b.rss", self.RSS.replace("UTF-8", "UXF-8")).said

    def test_what_comes_before_an_error_is_read(self, reads):
        read = reads("a.rss", self.RSS.replace("</channel></rss>", "<item><title>cut"))
        assert (len(read.documents), read.status) == (1, 2)
        assert read.said.startswith("factx: a.rss: line 7: not XML: ")

    def test_an_entry_without_a_text_has_its_title_or_is_named(self, reads):
        entries = "<item><title>Rents up</title></item><item><link>x</link></item>"
        read = reads("a.rss", f"<rss><channel>{entries}</channel></rss>")
        assert read.each("text") == ["Rents up"]
        assert (read.said, read.status) == ("factx: a.rss: entry 2: no text in it\n", 0)

    @pytest.mark.parametrize(
        "declared",
        ['<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">', '<!ENTITY a SYSTEM "file:///etc/passwd">'],
    )
    def test_entities_that_grow_or_lead_out_are_refused(self, reads, declared):
        feed = f"<!DOCTYPE rss [{declared}]><rss><channel><item><title>&b;&a;</title></item></channel></rss>"
        read = reads("a.rss", feed)
        assert (read.documents, read.status) == ([], 2)
        assert "declares the entity" in read.said


class TestAgencies:
    def test_nitf(self, reads):
        item = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><title>x</title><docdata>
          <doc-id id-string="d-7"/><date.issue norm="20230309T090000Z"/></docdata></head><body><body.head><hedline>
          <hl1>Rents up</hl1></hedline><byline>By Lena Ray</byline><distributor>Example Agency</distributor><dateline>
          <location>LEEDS</location></dateline></body.head><body.content><block><p>{RENTS}</p><p>He left.</p><media>
          <media-caption>Tom Smith</media-caption></media></block></body.content></body></nitf>"""
        assert reads("a.xml", item).documents == [
            {"id": "d-7", "date": "2023-03-09", "title": "Rents up", "byline": "By Lena Ray",
             "publication": "Example Agency", "text": f"{RENTS}\n\nHe left."}
        ]  # fmt: skip

    def test_a_message_of_several_items(self, reads):
        def item(number: int, day: str, text: str) -> str:
            content = f"<nitf><body><body.content><p>{text}</p></body.content></body></nitf>"
            meta = f"<provider><name>Agency</name></provider><versionCreated>{day}T09:00:00Z</versionCreated>"
            head = f"<headline>Item {number}</headline><by>Lena Ray</by>"
            return (
                f'<newsItem guid="urn:{number}"><itemMeta>{meta}</itemMeta><contentMeta>{head}</contentMeta>'
                f"<contentSet><inlineXML>{content}</inlineXML></contentSet></newsItem>"
            )

        items = item(1, "2023-03-09", RENTS) + item(2, "2023-04-16", STAFF)
        picture = '<newsItem guid="urn:3"><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem>'
        xmlns = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
        read = reads("a.xml", f"<newsMessage {xmlns}><itemSet>{items}{picture}</itemSet></newsMessage>")
        assert read.each("text") == [RENTS, STAFF]
        assert read.each("date") == ["2023-03-09", "2023-04-16"]
        assert read.each("title") == ["Item 1", "Item 2"]
        assert (read.said, read.status) == ("factx: a.xml: item 3: no text in it\n", 0)

    def test_the_first_version_of_newsml(self, reads):
        content = f"<DataContent><html><body><p>{RENTS}</p></body></html></DataContent>"
        item = f"""<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:1</PublicIdentifier>
          </NewsIdentifier></Identification><NewsManagement><FirstCreated>20230309T090000Z</FirstCreated>
          </NewsManagement><NewsComponent><NewsLines><HeadLine>Rents</HeadLine><ByLine>Lena Ray</ByLine></NewsLines>
          <ContentItem>{content}</ContentItem></NewsComponent></NewsItem></NewsML>"""
        [document] = reads("a.newsml", item).documents
        said = {"title": "Rents", "byline": "Lena Ray"}
        assert document == {"id": "urn:1", "date": "2023-03-09", **said, "text": RENTS}

    def test_other_xml_is_refused_with_its_name(self, reads):
        read = reads("a.xml", '<?xml version="1.0"?><urlset xmlns="x"><url><loc>x</loc></url></urlset>')
        assert (read.documents, read.status) == ([], 2)
        assert "XML with the root <urlset>: feeds, NITF, NewsML and MediaWiki dumps are read (--input html" in read.said


class TestWikis:
    def page(self, markup: str, title: str = "Dana Webb", more: str = "") -> str:
        from xml.sax.saxutils import escape

        return (
            f"<page><title>{title}</title><ns>0</ns>{more}<id>2</id><revision><id>3</id><timestamp>2023-03-09T09:00:00Z"
            f"</timestamp><text xml:space='preserve'>{escape(markup)}</text></revision></page>"
        )

    def read(self, reads, *pages: str):
        site = "<siteinfo><sitename>Examplepedia</sitename><base>https://en.example.org/wiki/Main_Page</base></siteinfo>"
        return reads("dump.xml", f'<mediawiki xml:lang="en">{site}{"".join(pages)}</mediawiki>')

    @pytest.mark.parametrize(
        ("markup", "text"),
        [
            ("'''Webb''' is ''[[Leeds|a city]]'''s [[mayor]].", "Webb is a city's mayor."),
            ("{{Infobox|a={{b|c}}|d=[[e]]}}\nWebb left.", "Webb left."),
            ('Webb<ref name="a">{{cite|Tom Smith said}}</ref> left.<ref name="a" />', "Webb left."),
            ("[[File:x.jpg|thumb|A [[picture]] of Tom]]\nWebb left.[[Category:Mayors]]", "Webb left."),
            ('{| class="x"\n|-\n| 50%\n{| a\n|}\n|}\nWebb left.', "Webb left."),
            ("Webb left.\n\n== Life ==\n* [https://e.org She] left.\n# Twice.\n\n== References ==\n{{reflist}}",
             "Webb left.\n\nLife\n\nShe left.\nTwice."),
            ("Webb<!-- no --> left&nbsp;Leeds.<br/>He __NOTOC__came.", "Webb left\xa0Leeds.\nHe came."),
        ],
    )  # fmt: skip
    def test_markup(self, reads, markup, text):
        [document] = self.read(reads, self.page(markup)).documents
        assert document == {
            "id": "Dana Webb", "date": "2023-03-09", "title": "Dana Webb", "publication": "Examplepedia",
            "url": "https://en.example.org/wiki/Dana_Webb", "text": text,
        }  # fmt: skip

    def test_redirects_and_talk_are_counted(self, reads):
        pages = (
            self.page("#REDIRECT [[Dana Webb]]", "Webb"),
            self.page("x", "Talk:Webb").replace("<ns>0</ns>", "<ns>1</ns>"),
            self.page("Webb left."),
        )
        read = self.read(reads, *pages)
        assert read.each("text") == ["Webb left."]
        assert (read.said, read.status) == ("factx: 2 pages passed over: 2 that are no articles\n", 0)
