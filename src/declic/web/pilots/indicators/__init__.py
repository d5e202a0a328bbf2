"""The pilots' room of indicators: what was done, what it adds up to, what waits to be approved."""
