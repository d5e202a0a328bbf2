"""Open data: what leaves the house as data, and what comes back of it; the faces and the hours hand it on."""
