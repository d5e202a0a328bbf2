"""Whether what is kept still says what it said: the bytes, the text, the words of each citation."""

from collections.abc import Callable

from declic.engines.reading.files.kinds import FileKind
from declic.engines.reading.text import UnreadableFileError
from declic.records.sources.files import decode_file, demand_readable, fingerprint
from declic.records.sources.models import Citation, Version
from declic.records.sources.values import SourcesReport
from declic.units.spans import Span


def verified(*, tick: Callable[[], None]) -> SourcesReport:
    """Compare every version with its fingerprint and every citation with its text, one version at a time."""
    changed_versions: list[str] = []
    changed_citations: list[str] = []
    version_count = citation_count = 0
    for version in Version.objects.order_by("id").iterator(chunk_size=1):
        version_count += 1
        if not _same(version):
            changed_versions.append(f"version {version.pk}")
        for citation in Citation.objects.filter(version_id=version.pk).order_by("id"):
            citation_count += 1
            if Span(citation.start, citation.end).of(version.text) != citation.quote:
                changed_citations.append(f"citation {citation.pk}")
        tick()
    return SourcesReport(version_count, tuple(changed_versions), citation_count, tuple(changed_citations))


def _same(version: Version) -> bool:
    data = bytes(version.data)
    if fingerprint(data) != version.sha256 or len(data) != version.byte_count:
        return False
    try:
        return demand_readable(data) is not FileKind.TEXT or decode_file(data).text == version.text
    except UnreadableFileError:
        return False
