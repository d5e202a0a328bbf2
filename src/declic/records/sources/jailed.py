"""
The inside of the jail: a small server that forks one child for each document, and lives without any secret.

Started by `jail.py` with an empty environment, it knows the engines and nothing else: no Django, no settings, no
database. Each child takes its limits before it sees the document, answers in JSON, and ends.
"""

import base64
import json
import os
import resource
import signal
import socket
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any

from declic.engines.reading.files.docx_lists import W
from declic.engines.reading.files.docx_parts import MAIN
from declic.engines.reading.files.picture import Picture, picture_of
from declic.engines.reading.text import UnreadableFileError
from declic.records.sources.page_maps import page_map
from declic.records.sources.readings import DocumentReading, read_bytes


NOBODY = 65534
WARMING = "Séance du 14 mai 2031. Mesure 1 : Nous ouvrirons un jardin. Pour : 5. Contre : 0."
WRITINGS = (
    WARMING.encode(),
    WARMING.encode("windows-1252"),
    f"\ufeff{WARMING}".encode("utf-16-le"),
    f"\ufeff{WARMING}".encode("utf-16-be"),
)
WARMING_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 28>>stream
BT /F 9 Tf 9 50 Td (ici) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def main(control: socket.socket) -> None:
    """Fork a child for each connection that is handed over, until whoever started us is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for written in WRITINGS:  # patterns are compiled and encodings found once, here: a child opens no file
        read_bytes(written, name="warming")
    read_bytes(WARMING_PDF, name="warming")
    picture_of(WARMING_PDF, number=1)
    read_bytes(warming_archive(), name="warming")
    while True:
        _message, handed, _flags, _address = socket.recv_fds(control, 1, 1)
        if not handed:
            return
        if os.fork() == 0:
            control.close()
            with suppress(BaseException):
                answer(socket.socket(fileno=handed[0]))
            os._exit(0)
        os.close(handed[0])


def warming_archive() -> bytes:
    """Give the smallest Word document that has a word."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            MAIN,
            f'<?xml version="1.0" encoding="UTF-8"?><a xmlns:w="{W[1:-1]}"><w:p><w:t>ici</w:t></w:p></a>',
        )
    return made.getvalue()


def answer(asker: socket.socket) -> None:
    """Read one document within its limits, and say what was read."""
    with asker.makefile("rwb") as pipe:
        asked = json.loads(pipe.readline())
        confine(cpu_seconds=asked["cpu_seconds"], memory_bytes=asked["memory_bytes"])
        data = pipe.read(asked["bytes"])
        pipe.write(drawn(data, number=asked["page"]) if "page" in asked else said(data, name=asked["name"]))


def confine(*, cpu_seconds: int, memory_bytes: int) -> None:
    """Give up every right that reading a text does not need."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    for nothing in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NOFILE):
        resource.setrlimit(nothing, (0, 0))  # no file, no socket, no trace: what is open stays open
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def said(data: bytes, *, name: str) -> bytes:
    """Give what was read, or what broke, as one line of JSON."""
    return _one_line(lambda: told_of(read_bytes(data, name=name)))


def drawn(data: bytes, *, number: int) -> bytes:
    """Give the picture of a page, or what broke, as one line of JSON."""
    return _one_line(lambda: told_of_picture(picture_of(data, number=number)))


def _one_line(answered: Callable[[], dict[str, Any]]) -> bytes:
    try:
        told = answered()
    except MemoryError:
        raise
    except UnreadableFileError as refusal:
        told = {"refused": str(refusal)}
    except Exception as error:  # noqa: BLE001 — it is told, and who asked for it raises it
        told = {"fault": type(error).__name__}
    return json.dumps(told).encode() + b"\n"


def told_of(reading: DocumentReading) -> dict[str, Any]:
    """Give what the house keeps of a reading, in plain values."""
    coverage, file = reading.reading.coverage, reading.file
    return {
        "text": reading.text,
        "encoding": file.encoding if file else "",
        "pages": page_map(file.pages) if file else [],
        "answer": reading.answer,
        "attached": coverage.attached,
        "ignored": coverage.ignored,
        "orphan": coverage.orphans,
    }


def told_of_picture(picture: Picture) -> dict[str, Any]:
    """Give a picture in plain values."""
    return {
        "picture": base64.b64encode(picture.data).decode(),
        "width": picture.width,
        "height": picture.height,
    }


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
