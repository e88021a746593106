//! The small good workbook.

/// Its sheets: a name, and a line for each row.
pub const SHEETS: [(&str, &str); 17] = [
    (
        "Planperiode",
        "Rooster | Titel | Eerste datum | Laatste datum
         proef | Proefrooster | 2026-09-07 | 2026-12-18",
    ),
    (
        "Sluitingen",
        "Eerste datum | Laatste datum | Reden | Locaties
         2026-10-12 | 2026-10-16 | Herfstvakantie |
         2026-11-03 | 2026-11-03 | Studiedag | noord; zuid",
    ),
    (
        "Organisaties",
        "Id | Naam | Kant
         college | College | onderwijs
         school | School | praktijk",
    ),
    (
        "Locaties",
        "Id | Naam | Organisatie | Wijk | Open
         noord | Noord | school | Noordwijk | ma-vr 8:00-18:00
         zuid | Zuid | school | Zuidwijk |",
    ),
    (
        "Ruimtes",
        "Locatie | Id | Plaatsen
         noord | lokaal | 12",
    ),
    (
        "Reistijden",
        "Van locatie | Naar locatie | Minuten
         noord | zuid | 15",
    ),
    (
        "Opleidingen",
        "Id | Naam | Instelling | Niveau | Beroep | Werkveld
         pabo | Pabo | college | 6 | leraar | onderwijs
         oa | Onderwijsassistent | college | 4 | assistent | onderwijs",
    ),
    (
        "Klassen",
        "Id | Naam | Opleiding | Studiejaar
         pabo-2 | Pabo 2 | pabo | 2",
    ),
    (
        "Leeromgevingen",
        "Id | Naam | Locaties | Leden minstens | Leden hoogstens | Minuten per bijeenkomst | Uren | \
         Onderwijs minstens | Toelating: opleidingen
         team | Leerteam Noord | noord | 2 | 4 | 60 | di+do 9:00-17:00 | 1 | pabo; oa",
    ),
    (
        "Deelnemers",
        "Id | Naam | Opleiding | Klas | Stage vanaf | Stage tot en met | Kenmerk: taal
         s1 | Anna de Vries | pabo | pabo-2 | 2026-09-14 | 2026-12-11 | Nederlands
         s2 | Bram Jansen | oa | | | | Turks
         s3 | Şule Çelik | pabo | pabo-2 | | |",
    ),
    (
        "Verplichtingen",
        "Deelnemer | Klas | Soort | Dagen | Van | Tot | Weken | Geldig vanaf | Locatie | Id van de verplichting
         | pabo-2 | les | vr | 9:00 | 16:30 | | | | lesdag
         s1 | | stage | ma+wo | 8:30 | 15:00 | even weken | | noord | stage
         s2 | | stage | di | 9:00 | 12:00 | | 2026-09-14 | noord |",
    ),
    (
        "Leerteambegeleiders",
        "Id | Naam | Kant | Organisaties | Minuten per week
         b1 | Berta | onderwijs | college | 120",
    ),
    (
        "Beschikbaarheid",
        "Leerteambegeleider | Dagen | Van | Tot
         b1 | di | 9:00 | 17:00",
    ),
    (
        "Afwezigheid",
        "Deelnemer | Leerteambegeleider | Eerste datum | Laatste datum | Van | Tot | Wat | Vrij van
         s1 | | 2026-11-09 | 2026-11-13 | | | afwezig |
         s3 | | 2026-12-04 | | | | vrij | lesdag
         | b1 | 2026-12-01 | | 13:00 | 17:00 | |",
    ),
    (
        "Wensen",
        "Deelnemer | Andere deelnemer | Wens | Vereist
         s1 | s2 | samen | nee",
    ),
    (
        "Vastgezet",
        "Deelnemer | Leeromgeving | Nooit
         s3 | team | vr 13:00-17:00",
    ),
    (
        "Regels",
        "Regel | Leeromgeving | Stand | Getallen
         professions | | vereist | at-least = 2",
    ),
];
