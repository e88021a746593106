# Waarom een eis niet gehaald is of punten meetellen, één voor elke oorzaak van een regel.

cause-placed = In geen enkel leerteam.
cause-once = Zit al in { $other }.
cause-admitted = Is niet toegelaten tot { $environment }.
cause-pins-elsewhere = Staat vast in een andere leeromgeving of een ander leerteam.
cause-pins-never = Mag op deze tijd nooit bijeenkomen.
cause-pins-slot = Het vaste moment is niet het vastgezette.
cause-pins-theme = Het thema is niet het vastgezette.
cause-team-count-few = { $environment } komt { $amount ->
    [one] { $amount } leerteam
   *[other] { $amount } leerteams
} tekort.
cause-team-count-many = { $environment } heeft { $amount ->
    [one] { $amount } leerteam
   *[other] { $amount } leerteams
} te veel.
cause-team-size = Het leerteam heeft { $size ->
    [one] { $size } lid
   *[other] { $size } leden
}; het moeten er { $min } tot { $max } zijn.
cause-slot-hours = Op dit vaste moment kan geen bijeenkomst: het valt buiten de bijeenkomsttijden of openingstijden, of de week bestaat niet.
cause-slot-place = De leeromgeving heeft geen bijeenkomsten op deze plek.
cause-room-none = De locatie heeft ruimtes, maar het leerteam heeft er geen.
cause-room-small = In { $room } passen { $capacity } mensen; leden en leerteambegeleiders zijn met { $people }.
cause-room-double-booked = { $other } zit op dezelfde tijd in dezelfde ruimte.
cause-supervisors-education = Het leerteam heeft { $has } { $has ->
    [one] leerteambegeleider
   *[other] leerteambegeleiders
} uit het onderwijs; het moeten er { $wanted } zijn. { $could ->
    [0] Niemand anders aan deze kant is dan beschikbaar.
    [one] Eén ander aan deze kant is dan beschikbaar.
   *[other] { $could } anderen aan deze kant zijn dan beschikbaar.
}
cause-supervisors-practice = Het leerteam heeft { $has } { $has ->
    [one] leerteambegeleider
   *[other] leerteambegeleiders
} uit de praktijk; het moeten er { $wanted } zijn. { $could ->
    [0] Niemand anders aan deze kant is dan beschikbaar.
    [one] Eén ander aan deze kant is dan beschikbaar.
   *[other] { $could } anderen aan deze kant zijn dan beschikbaar.
}
cause-pinned-supervisors = Staat vast bij dit leerteam, maar begeleidt het niet.
cause-supervisor-fit = Begeleidt niet aan deze kant, komt niet op deze locatie of staat er dubbel in.
cause-supervisor-available = Is er bij { $times } van de { $meetings } bijeenkomsten.
cause-supervisor-hours = Heeft { $load } minuten bijeenkomst per week en tijd voor { $time }.
cause-supervisor-teams = Heeft { $teams } leerteams en neemt er hoogstens { $most }.
cause-supervisor-double-booked = Zit op dezelfde tijd bij { $other }.
cause-supervisor-travel = Heeft { $gap } minuten tussen dit leerteam en { $other }; de reis duurt { $travel } minuten.
cause-professions = De leden hebben { $has ->
    [0] geen bekend beroep
    [one] maar één beroep ({ $names })
   *[other] { $has } beroepen ({ $names })
}; het moeten er minstens { $wanted } zijn.
cause-share-of-meetings = Kan bij { $comes } van de { $counted } bijeenkomsten zijn.
cause-quorum = Bij { $meetings ->
    [one] één bijeenkomst
   *[other] { $meetings } bijeenkomsten
} kunnen te weinig leden komen, voor het eerst op { $first }.
cause-together = Hoort bij { $other } maar zit daar niet bij.
cause-apart = Hoort niet bij { $other } maar zit daar wel bij.
cause-attendance = { $points } punten voor aanwezigheid.
cause-fair-share = Wijkt af van het eerlijke deel { $value } ({ $attribute }).
cause-different-organisations = Meer dan één leerteambegeleider van { $organisation }.
cause-even-load = Heeft { $teams } leerteams.
cause-theme-open = Het thema staat niet open voor dit leerteam, of er is geen.
cause-same-period = Is er bij { $counted } van de { $meetings } bijeenkomsten: de andere zijn vóór de komst of na het vertrek.
cause-theme = Wil { $better ->
    [one] één thema
   *[other] { $better } thema’s
} liever.
cause-number-balance = Wijkt af van het gemiddelde ({ $attribute }).
cause-few-professions = De leden hebben { $has ->
    [one] één beroep
   *[other] { $has } beroepen
}; { $wanted } zou beter zijn.
cause-has = Niemand in dit leerteam heeft { $value }.
cause-alone = Het enige lid met { $value } ({ $attribute }).
cause-critical-mass = { $has ->
    [one] Eén lid
   *[other] { $has } leden
} van { $value }; { $wanted } zou genoeg zijn.
cause-fragile-size = Zonder een van de leden is het leerteam te klein.
cause-fragile-professions = Zonder een van de leden heeft het leerteam te weinig beroepen.
cause-even-sizes = Het leerteam heeft { $size ->
    [one] { $size } lid
   *[other] { $size } leden
}, niet het midden van wat gevraagd is.
cause-own-field = Geen leerteambegeleider van het leerteam komt uit het werkveld { $field }.
cause-willing = Doet het liever niet, of minder graag dan anderen.
cause-stability-moved = Zit niet meer in { $team }.
cause-stability-slot = Het vaste moment van { $team } is veranderd.
cause-stability-supervisor = Begeleidt dit leerteam niet meer.

# Waarom een deelnemer overblijft.

reason-R3001 = Geen enkele leeromgeving laat deze deelnemer toe.
reason-R3002 = { $environment }: wat er vastgezet is (een andere leeromgeving, een ander leerteam, of momenten waarop het nooit kan), laat hier geen leerteam over.
reason-R3003 = { $environment }: op elk vast moment zijn te weinig bijeenkomsten haalbaar; op het beste { $comes } van de { $counted }.
reason-R3004 = { $environment }: er is geen leerteam om bij te komen.
reason-R3005 = { $environment }: op het vaste moment van het leerteam zijn maar { $comes } van de { $counted } bijeenkomsten haalbaar; een ander moment zou wel kunnen.
reason-R3006 = { $environment }: de leerteams die haalbaar zijn, zitten vol.
reason-R3007 = { $environment }: een leerteam dat haalbaar is heeft plek, maar erbij komen kan een andere eis breken.
reason-R3008 = { $environment }: een wens die vereist is, houdt de deelnemer uit de leerteams die haalbaar zijn.
reason-R3009 = { $environment }: de ruimtes van de leerteams die haalbaar zijn, zitten vol.
reason-R3010 = { $environment }: er is geen plek, en voor nog een leerteam zijn er geen leerteambegeleiders over.
reason-in-the-way = In de weg staat: { $commitments }.
reason-commitment = { $name } op { $weekday } { $time }
