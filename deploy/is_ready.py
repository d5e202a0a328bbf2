"""Say by an exit code whether the site on this machine is ready; asked from inside a container."""

import http.client
import os
import sys


def main() -> int:
    """Ask the site under its own name, as its proxy would."""
    host = os.environ.get("DECLIC_HOSTS", "").split(",")[0].strip() or "localhost"
    site = http.client.HTTPConnection("127.0.0.1", 8000, timeout=4)
    try:
        site.request("GET", "/pret/", headers={"Host": host, "X-Forwarded-Proto": "https"})
        return 0 if site.getresponse().status == 200 else 1  # noqa: PLR2004 — the number of « yes »
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
