"""Deliveries: what was done for a promise: a session held, people reached, a post filled; counted, never named."""
