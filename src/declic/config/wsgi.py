"""The door of the WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from declic.web.design.front_door import FrontDoor


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "declic.config.settings")

application = FrontDoor(get_wsgi_application())
