"""How a pact advances: lateness, gauges, health with its reasons, alerts with their rules."""
