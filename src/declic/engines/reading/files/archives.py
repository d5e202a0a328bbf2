"""The parts of a word-processor file, which is an archive of XML, taken out with bounds."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from declic.engines.reading.text import UnreadableFileError


MOST_BYTES_OF_A_PART = 40_000_000
MOST_PARTS = 5_000
BROKEN = "Le document est abîmé ou incomplet : il ne peut pas être ouvert."
TRAP = "Le document est un piège ou démesuré : une fois ouvert, il dépasse ce qui peut être lu."
ARCHIVE_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Archive:
    """A file whose parts are read one by one, each within bounds."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises UnreadableFileError for one that is broken, or of too many parts."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except ARCHIVE_ERRORS as error:
            raise UnreadableFileError(BROKEN) from error
        self.names = frozenset(self._zip.namelist())
        if len(self.names) > MOST_PARTS:
            raise UnreadableFileError(TRAP)

    def bytes_of(self, name: str) -> bytes:
        """Give the bytes of a part. Raises UnreadableFileError for one that is broken or grows too large."""
        try:
            with self._zip.open(name) as part:
                data = part.read(MOST_BYTES_OF_A_PART + 1)
        except (*ARCHIVE_ERRORS, KeyError, RuntimeError) as error:
            raise UnreadableFileError(BROKEN) from error
        if len(data) > MOST_BYTES_OF_A_PART:
            raise UnreadableFileError(TRAP)
        return data

    def tree(self, name: str, *, names: Mapping[bytes, bytes] | None = None) -> Element:
        """
        Give a part as a tree of XML, some names of its things replaced by others.

        Raises UnreadableFileError for a broken one, and one that declares entities.
        """
        data = self.bytes_of(name)
        for theirs, ours in (names or {}).items():
            data = data.replace(theirs, ours)
        try:
            root: Element = fromstring(data, forbid_dtd=True)
        except DefusedXmlException as error:
            raise UnreadableFileError(TRAP) from error
        except (ParseError, ValueError, LookupError, RecursionError) as error:
            raise UnreadableFileError(BROKEN) from error
        return root

    def tree_or_none(self, name: str) -> Element | None:
        """Give a part that may be missing."""
        return self.tree(name) if name in self.names else None
