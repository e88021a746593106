# Planningen als rekenbladen en agenda’s.

calendar-of = Leerteams: { $name }
calendar-category = Leerteam
calendar-environment = Leeromgeving: { $name }
calendar-theme = Thema: { $name }
calendar-supervisors = Leerteambegeleiders: { $names }
calendar-members = Leden:
calendar-people = { $members ->
    [one] Eén lid
   *[other] { $members } leden
}
calendar-absent = Naar verwachting afwezig: { $dates }
calendar-lesson-moved = Er moet een les verplaatst worden: { $dates }
calendar-duty-left = Moet weg bij stage of dienst: { $dates }
calendar-joins-online = Doet online mee: { $dates }
calendar-away = Kan er niet bij zijn: { $dates }
calendar-every-meeting = elke bijeenkomst

# De bladen van een planning.

plan-sheet-overview = Overzicht
plan-sheet-teams = Leerteams
plan-sheet-members = Deelnemers
plan-sheet-supervisors = Leerteambegeleiders
plan-sheet-meetings = Bijeenkomsten
plan-sheet-weeks = Locaties per week
plan-sheet-displaced = Lessen en diensten die wijken
plan-sheet-left-over = Blijft over
plan-sheet-broken = Niet gehaalde eisen
plan-sheet-score = Score

plan-title = Planning voor { $roster }
plan-title-organisation = Planning voor { $organisation } ({ $roster })
plan-supervising = Leerteambegeleiders met een leerteam
plan-hours = Uren bijeenkomst, alle begeleiders samen
plan-hosted = Bijeenkomsten op eigen locaties
plan-first-date = Eerste datum
plan-last-date = Laatste datum
plan-time-zone = Tijdzone
plan-participants = Deelnemers
plan-placed = In een leerteam
plan-left-over = Blijft over
plan-bound-broken = Niet gehaalde eisen: bewezen minimum
plan-bound-points = Punten: bewezen minimum
plan-gap = Verschil
plan-outcome = Hoe het zoeken eindigde
plan-contents = Op de andere bladen
plan-about-teams = Elk leerteam: vast moment, plek, leerteambegeleiders, leden, aanwezigheid en score
plan-about-members = Iedereen, met het leerteam en hoe het met de bijeenkomsten uitkomt
plan-about-supervisors = Iedereen die kan begeleiden, met leerteams en tijd
plan-about-meetings = Elke bijeenkomst op datum, en wie er niet kan zijn
plan-about-weeks = Welke leerteams elke week op elke locatie bijeenkomen
plan-about-displaced = Lessen die verplaatst en diensten die verlaten moeten worden, met de data
plan-about-left-over = Wie er in geen leerteam zit, en waarom
plan-about-broken = Welke eisen niet gehaald zijn, en waarom
plan-about-score = Niet gehaalde eisen en punten van elke regel

plan-name = Naam
plan-id = Id
plan-team = Leerteam
plan-teams = Leerteams
plan-environment = Leeromgeving
plan-slot = Vast moment
plan-location = Locatie
plan-room = Ruimte
plan-theme = Thema
plan-supervisors = Leerteambegeleiders
plan-supervisor = Leerteambegeleider
plan-participant = Deelnemer
plan-member-count = Leden
plan-team-count = Aantal leerteams
plan-meeting-count = Bijeenkomsten
plan-programmes = Opleidingen
plan-programme = Opleiding
plan-institution = Instelling
plan-whose = Van wie
plan-commitment = Les of dienst
plan-for-whom = Voor wie
plan-dates = Data
plan-cohort = Klas
plan-fields = Werkvelden
plan-levels = Niveaus
plan-first = Eerste bijeenkomst
plan-last = Laatste bijeenkomst
plan-attendance = Verwachte aanwezigheid in %
plan-fewest = De minste bij een bijeenkomst
plan-fewest-on = De minste op
plan-broken = Niet gehaalde eisen
plan-points = Punten
    .note = Lager is beter; niet gehaalde eisen gaan voor
plan-counted = Bijeenkomsten die tellen
plan-comes = Komt bij
plan-long-days = Lange dagen
    .note = Op een dag van meer dan 8 uur
plan-why-left-over = Waarom over
plan-no-team = geen leerteam
plan-sides = Kanten
plan-organisations = Organisaties
plan-minutes = Minuten per week
plan-minutes-available = Van hoeveel beschikbaar
plan-date = Datum
plan-week = Week
plan-weekday = Dag
plan-from = Van
plan-to = Tot
plan-expected = Verwacht
plan-members-counted = Van hoeveel leden
plan-professions = Beroepen
plan-absent = Leden die niet kunnen
plan-absent-supervisors = Leerteambegeleiders die niet kunnen
plan-rule = Regel
plan-count = Hoeveel
plan-cause = Oorzaak
plan-reason = Reden
plan-code = Code

state-1 = Afwezig
    .note = Kan niet komen
state-2 = Les verplaatst
    .note = Komt als er een les verplaatst wordt
state-3 = Weg bij stage
    .note = Gaat ergens anders weg bij stage of dienst
state-4 = Ter plekke
    .note = Heeft stage of dienst op de locatie van de bijeenkomst
state-5 = Aansluitend
    .note = Is die dag op de locatie van de bijeenkomst, op een andere tijd
state-6 = Elders
    .note = Is die dag ergens anders en kan reizen
state-7 = Extra reis
    .note = Komt alleen voor de bijeenkomst

# Wat er staat in plaats van de naam van een deelnemer of begeleider van een andere organisatie.
other-person-of = iemand van { $of }
other-person = iemand anders
