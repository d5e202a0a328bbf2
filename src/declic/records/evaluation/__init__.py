"""Evaluation: indicators, their targets, the rules that fill them from deliveries, observations that are approved."""
