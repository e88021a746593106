# Roosters als rekenbladen: bladen, kolommen, keuzes, toelichting en uitleg.
