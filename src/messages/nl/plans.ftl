# Planningen als rekenbladen en agenda’s.
