"""The steering of a programme as one paper: what leaves a site, and how it is put in another."""
