"""One frozen value per page of residents, made from one read; templates show it and decide nothing."""
