"""The form by which somebody gives a document, for every audience that reads one: a file, or a text pasted."""

from collections.abc import Callable
from typing import Self, TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from declic.engines.reading.text import LARGEST_FILE_BYTES, UnreadableFileError
from declic.records.sources.files import demand_readable


T = TypeVar("T")


class GivenTextForm(forms.Form):
    """A file or a pasted text, one of the two; what cannot be read is refused here, in one sentence."""

    file = forms.FileField(
        label=_("A file"),
        required=False,
        allow_empty_file=True,
        help_text=_("A PDF with its text, a .docx, .odt, .txt or .md file, 50 MB at most."),
        widget=forms.FileInput(
            attrs={"accept": ".pdf,.docx,.odt,.txt,.md,application/pdf,text/plain,text/markdown"}
        ),
    )
    text = forms.CharField(
        label=_("Or the text itself"),
        required=False,
        strip=False,
        help_text=_("Copy the whole document and paste it here."),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    data_read: bytes = b""
    name: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """Give the form with what was sent, or empty where the page is only asked for."""
        return cls(request.POST, request.FILES) if request.method == "POST" else cls()

    def read_with(self, read: Callable[..., T]) -> T | None:
        """
        Give what is made of the document that was given: `read` takes its bytes and its name.

        None where there is nothing to read, or where it cannot be read: the form then says why, in one sentence.
        """
        if not self.is_valid():
            return None
        try:
            return read(self.data_read, name=self.name)
        except UnreadableFileError as error:
            self.add_error(None, str(error))
            return None

    def clean(self) -> dict[str, object]:
        """Keep the bytes and the name of what was given, once it is proved that they can be read."""
        kept = super().clean() or {}
        file, text = kept.get("file"), str(kept.get("text") or "")
        if bool(file) == bool(text.strip()):
            raise forms.ValidationError(_("Choose a file or paste a text: one of the two."))
        try:
            self.data_read = _bytes_of(file) if isinstance(file, UploadedFile) else text.encode()
            demand_readable(self.data_read)
        except UnreadableFileError as error:
            raise forms.ValidationError(str(error)) from error
        self.name = file.name or "" if isinstance(file, UploadedFile) else _title_of(text)
        return kept


def _bytes_of(file: "UploadedFile[bytes]") -> bytes:
    """Read one byte more than is allowed, so that a larger file is refused without filling the memory."""
    return bytes(file.read(LARGEST_FILE_BYTES + 1))


def _title_of(text: str) -> str:
    """Name a pasted text by its first line."""
    first = next(line.strip() for line in text.splitlines() if line.strip())
    return f"{first[:80]}.txt"
