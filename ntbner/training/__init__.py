"""How the packaged pipeline is made and scored: corpora, training, figures."""
