"""A text flattened to one line, as web pages and recognition give it: the lines that its own words prove come back."""

import re
from itertools import pairwise


LONGEST_LINE = 1200
LONGEST_OF_FEW = 600
FEW_LINES = 400
FEWEST_KINDS = 3
POINT = re.compile(r"(?<=[.:;!?»)\w])[ ](?=(?P<rank>\d{1,2})[ ]?[).–-][ ]?[-–]?[ ]?[A-ZÀ-Ý][^\W\d]{2,})")
CODE = r"(?:19|20)\d{2}[-/_]\d{1,4}(?:[-/_]\d{1,4})?"
OPENINGS = tuple(
    re.compile(rf"(?<=\S)[ ](?=(?:{words}))")
    for words in (
        r"(?:OBJET|Objet)\s?:",
        r"(?:[EÉ]taient|[EÉ]TAIENT|Sont)\s(?:présent|absent|PR[EÉ]SENT|ABSENT)|(?:Présents?|PR[EÉ]SENTS?|Membres\sprésents)\s?:",
        r"(?:Absente?s?|ABSENTE?S?|Excusée?s?|EXCUSÉE?S?)(?:\s(?:et\s|-\s)?[\w]+){0,2}\s?:",
        r"(?:Pouvoirs?|POUVOIRS?|Procurations?|PROCURATIONS?)\s?:",
        r"Secrétaire\s(?:de|:)|SECR[EÉ]TAIRE\s(?:DE|:)",
        r"(?:Date\sde\s(?:la\s)?convocation|Nombre\sde\s(?:conseillers|membres|délégués))|(?:Ordre\sdu\sjour|ORDRE\sDU\sJOUR)\s?:",
        r"(?:Monsieur|Madame|M\.|Mme)\s[Ll][ea]\s(?:[Mm]aire|[Pp]résidente?)\s(?:expose|rappelle|indique|informe|propose|présente|donne|précise|soumet|ouvre)",
        r"(?:Le|LE)\s(?:[Cc]onseil|CONSEIL|[Cc]omité)\s(?:[Mm]unicipal|MUNICIPAL|[Cc]ommunautaire|[Ss]yndical|[Dd]épartemental),",
        r"(?:Après|APR[EÈ]S)\s(?:en\s)?(?:avoir|EN\sAVOIR|AVOIR)|Suite\sà\sl['’]exposé",
        r"Vu\s(?:l[ae]s?\s|l['’])|Considérant\s",
        r"(?:ONT|Ont)\s(?:VOT[EÉ]|voté)\s|(?:SE\sSONT\sABSTENUS|Se\ssont\sabstenus)|(?:Pour|POUR|Contre|CONTRE|Abstentions?|ABSTENTIONS?)\s?:\s?\d",
        r"(?:[+•►➢-]\s)?(?:__?\s)?(?:APPROUVE|AUTORISE|D[EÉ]CIDE|D[EÉ]FINIT|VALIDE|CHARGE|ADOPTE|FIXE|DIT|DONNE|EMET|ÉMET|SOLLICITE)\s",
        r"[+•►➢]\s",
        r"(?<!\b[Ll]a\s)(?<!\bcette\s)(?<!\bprésente\s)(?:Délibération|D[EÉ]LIB[EÉ]RATION)\s(?:[Nn]\s?[°º]\s?)?(?=[\w./-]{0,12}\d)",
        rf"(?:[Nn]\s?[°º]\s?)?{CODE}\s?(?::|(?=[IVX]{{1,5}}\s?[–.-]\s))|(?:RAPPORT|Rapport)\s[Nn]\s?[°º]\s?\d",
        r"[IVX]{1,5}\s?[–.-]\s[A-ZÀ-Ý][^\W\d]{2,}|[IVX]{1,4}\s(?=[A-ZÀ-Ý]{3,}\s[A-ZÀ-Ý]{2,})",
        r"(?:VOTES?|Votes?)\s?:|Résultats?\sdu\s(?:vote|premier|deuxième|second|troisième)|Adoptée?\sà\sl|ADOPTÉE?\s[AÀ]\sL",
        r"(?<=[^.,;:!?]\s)L[ea]\s(?:[Cc]onseil|[Cc]ommission\spermanente|[Cc]omité|[Mm]aire|[Pp]résident)(?!\w)|Accord\s(?:à|unanime)",
        r"(?<=[^.,;:!?]\s)(?:Cette\s(?:délibération|motion)|Mise?\saux\svoix|Ce\spoint\s|Il\sest\s|UNANIMITÉ|La\smotion\s|Les\s\w+\ssont\s)",
        r"Chapitre\s\d|ARTICLE\s\d|Article\s\d{1,2}\s?:",
        r"(?:Premier|Deuxième|Second|Troisième)\stour|Nombre\sde\s(?:bulletins|votants|suffrages)|Bulletins\s(?:blancs|nuls)\s?|Suffrages\sexprimés\s?:",
        r"Majorité\sabsolue\s?:|(?:Ont|A)\sobtenu\s?:|Élection\s(?:du|de\sla|des)\s",
        r"Fait\s(?:et\sdélibéré\s)?(?:à|en)\s|Pour\sextrait|Certifié\sexécutoire|ACTE\sEX[EÉ]CUTOIRE|Le\sMaire,\s|Le\sPrésident,\s",
    )
)


def with_lines(view: str) -> str:
    """
    Give a text with line ends in the place of the blanks where its flattened lines plainly ended.

    The places of all else stay the same. A line is flattened where it is very long and opens several parts of
    minutes: the roll, a point of the agenda, what the council decides.
    """
    lines = view.split("\n")
    longest = LONGEST_OF_FEW if len(view) > FEW_LINES * len(lines) else LONGEST_LINE
    if all(len(line) < longest for line in lines):
        return view
    return "\n".join(_unfolded(line) if len(line) >= longest else line for line in lines)


def _unfolded(line: str) -> str:
    places = [[found.start() for found in pattern.finditer(line)] for pattern in OPENINGS]
    if sum(map(bool, places)) < FEWEST_KINDS:
        return line
    ends = {place for found in places for place in found} | set(_points(line))
    parts = [0, *(place for place in sorted(ends)), len(line)]
    return "\n".join(line[first + (first > 0) : last] for first, last in pairwise(parts))


def _points(line: str) -> list[int]:
    """Give the places where the points of an agenda start: numbers that follow each other, two at least."""
    run: list[re.Match[str]] = []
    for found in POINT.finditer(line):
        if int(found["rank"]) == len(run) + 1:
            run.append(found)
    return [found.start() for found in run] if len(run) > 1 else []
