# Woorden van het product, zoals in ontwerp en documentatie.

weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag

side-education = onderwijs
side-practice = praktijk

commitment-lesson = les
commitment-internship = stage
commitment-work = dienst
commitment-other = andere verplichting

severity-error = fout
severity-warning = waarschuwing
severity-note = opmerking

outcome-unspecified = niet berekend
outcome-proven = bewezen beste
outcome-proven-within = bewezen, zo dichtbij als gevraagd
outcome-limit = beste binnen de grens
outcome-cancelled = beste voor het afbreken
outcome-stalled = beste gevonden, er viel niets meer te proberen
outcome-numerical-failure = beste gevonden, de berekeningen waren niet nauwkeurig genoeg om door te gaan
outcome-internal-error = beste voor een fout in het programma

list-organisations = organisaties
list-locations = locaties
list-programmes = opleidingen
list-cohorts = klassen
list-themes = thema’s
list-participants = deelnemers
list-supervisors = leerteambegeleiders
list-environments = leeromgevingen
list-teams = opgegeven leerteams
list-rooms = ruimtes

limit-days = dagen in de planperiode
limit-participants = deelnemers
limit-supervisors = leerteambegeleiders
limit-environments = leeromgevingen
limit-entries = regels in één lijst
limit-own-entries = regels in de lijst van één persoon of plek
limit-slots = vaste momenten om uit te kiezen in één leeromgeving
limit-teams = leerteams in één leeromgeving
limit-combinations = combinaties van een deelnemer en een vast moment
limit-findings = meldingen van één soort
limit-id = tekens van een id
limit-text = tekens van een tekst
limit-weight = punten gewicht

why-room = beide leerteams staan op hetzelfde moment vast in dezelfde ruimte
why-supervisor = beide leerteams staan op hetzelfde moment vast met dezelfde leerteambegeleider
why-wishes = de twee moeten bij elkaar én uit elkaar
why-together = wie bij elkaar moeten, staan vast in verschillende leerteams of leeromgevingen
why-apart = wie uit elkaar moeten, staan vast in hetzelfde leerteam
why-admission = deze leeromgeving laat de deelnemer niet toe
why-size = er staan meer deelnemers vast in het leerteam dan erin passen
why-small = de ruimte waar het leerteam vaststaat, is te klein voor het kleinste leerteam
why-many = wie bij elkaar moeten, zijn samen met meer dan het grootste leerteam
