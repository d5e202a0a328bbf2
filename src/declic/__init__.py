"""Déclic turns a signed public pact into a running one."""
