"""How a pact is steered: committees, meetings, decisions that are followed, dossiers, questions asked by letter."""
