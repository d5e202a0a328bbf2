"""Word and LibreOffice files written by hand for tests, in invented words."""

import zipfile
from collections.abc import Mapping
from io import BytesIO


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
OPENDOCUMENT = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{one}="{ODF}:{name}:1.0"'
    for one, name in (*((same, same) for same in ("office", "text", "table", "style")), ("draw", "drawing"))
)
NUMBERING = """<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Mesure %1 :"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="*"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""
STYLES = """<w:style w:styleId="Titre1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="Titre"><w:basedOn w:val="Titre1"/></w:style>
<w:style w:styleId="Puce"><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>"""
ODT_LISTS = """<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>
</text:outline-style><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
style:num-prefix="Mesure " style:num-suffix=" :"/><text:list-level-style-number text:level="2" style:num-format="1"
text:display-levels="2"/><text:list-level-style-bullet text:level="3" text:bullet-char="*"/></text:list-style>"""


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, part in parts.items():
            opened.writestr(name, part)
    return made.getvalue()


def docx(body: str) -> bytes:
    """Write a Word document whose lists 3 and 4 are measures, articles of them and bullets."""
    return archive(
        {
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{NUMBERING}</w:numbering>',
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{STYLES}</w:styles>',
        }
    )


def p(words: str, *, number: int | None = None, level: int = 0, style: str = "") -> str:
    """Write a paragraph of a Word document."""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        if number is not None
        else ""
    )
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def odt(body: str, *, manifest: str = "<a/>", header: str = "") -> bytes:
    """Write a LibreOffice document whose list `L` is measures, articles of them and bullets."""
    return archive(
        {
            "mimetype": OPENDOCUMENT,
            "content.xml": f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {SPACES}>{ODT_LISTS}"
            f"<style:master-page><style:header>{header}</style:header></style:master-page></office:document-styles>",
            "META-INF/manifest.xml": manifest,
        }
    )


def part(root: str, body: str) -> str:
    """Write a part of a Word document other than its body."""
    return f'<w:{root} xmlns:w="{W}">{body}</w:{root}>'


def docx_of(parts: Mapping[str, str], *, main: str = "word/document.xml", w: str = W) -> bytes:
    """Write a Word document whose parts are linked by their kind: `document`, `header`, `footnotes`, `endnotes`."""
    links = "".join(
        f'<Relationship Id="{kind}" Type="{LINKS}/{kind}" Target="{kind}1.xml"/>'
        for kind in parts
        if kind != "document"
    )
    folder, name = main.split("/")
    written = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{LINKS}/officeDocument" '
        f'Target="{main}"/></Relationships>',
        f"{folder}/_rels/{name}.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        main: f'<w:document xmlns:w="{W}" xmlns:r="{LINKS}"><w:body>{parts["document"]}</w:body></w:document>',
    }
    written |= {f"{folder}/{kind}1.xml": words for kind, words in parts.items() if kind != "document"}
    return archive({name: words.replace(W, w) for name, words in written.items()})
