"""The door for every lookup: thin modules, one a family of questions, answering frozen values."""
