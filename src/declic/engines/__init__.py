"""Thinking: plain values in, plain values out, with the reasons. No Django, clock, network or environment."""
