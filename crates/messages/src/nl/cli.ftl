# Wat de opdrachtregel en de dienst zeggen.

cli-cannot-read = { $file } kan niet gelezen worden: { $problem }
cli-cannot-write = { $file } kan niet geschreven worden: { $problem }
cli-exists = { $file } bestaat al en is niet vervangen. Geef een andere naam, of --force om het te vervangen.
cli-is-source = { $file } is het rooster zelf, en wordt niet vervangen. Geef een andere naam.
cli-plan-is-json = { $file } bevat geen planning die te lezen is: een planning wordt gelezen uit de plan.json die leerteam plan --out schrijft, of uit de map waar die in staat.
cli-other-ending = { $file }: er worden .xlsx-werkmappen, .json-bestanden en mappen met .csv-bestanden geschreven. Geef een naam met een van die uitgangen, of zonder uitgang voor een map.
cli-other-plan = De planning hoort niet bij dit rooster.
cli-validated = { $errors ->
    [0] Geen fouten
    [one] { $errors } fout
   *[other] { $errors } fouten
}, { $warnings ->
    [0] geen waarschuwingen
    [one] { $warnings } waarschuwing
   *[other] { $warnings } waarschuwingen
}.
cli-progress = { $phase }: beste { $best }, ondergrens { $bound } (niet gehaalde eisen/punten), verschil { $gap } %
cli-written =
    Geschreven naar { $folder }:
      plan.html     een pagina om naar te kijken
      plan.xlsx     de planning als werkmap
      csv           dezelfde bladen als CSV-bestanden
      calendars     { $calendars ->
        [one] { $calendars } agendabestand (.ics)
       *[other] { $calendars } agendabestanden (.ics): van leerteams, deelnemers, begeleiders en locaties
    }
      plan.json     de planning voor programma’s
cli-written-organisations = {"  "}organisations voor elke organisatie een map, over de eigen mensen en plekken
cli-marked-file = bevindingen
cli-marked = De bevindingen zijn gemarkeerd in { $file }.
cli-heading = Planning voor { $roster }: { $teams ->
    [one] { $teams } leerteam
   *[other] { $teams } leerteams
}, { $placed } van { $participants } deelnemers geplaatst
cli-members = leden
cli-slot = vast moment
cli-supervisors = begeleiders
cli-meetings = bijeenkomsten
cli-rhythm = { $every ->
    [one] elke week
   *[other] elke { $every } weken
} vanaf { $first }
cli-online = online
cli-nobody = niemand
cli-attendance = { $meetings }, verwachte aanwezigheid { $percent } %, de minste { $fewest } op { $date }
cli-broken-heading = Niet gehaalde eisen ({ $count })
cli-left-heading = Blijft over ({ $count }), elk een niet gehaalde eis
cli-rule = regel
cli-broken = niet gehaald
cli-points = punten
cli-total = totaal
cli-score = Score: { $broken ->
    [0] alle eisen gehaald
    [one] { $broken } niet gehaalde eis
   *[other] { $broken } niet gehaalde eisen
}, { $points } punten
cli-bound = Bewezen: geen planning heeft minder dan { $broken } niet gehaalde eisen en, met evenveel, { $points } punten
cli-gap = Verschil: { $gap } % ({ $outcome })
cli-internal-error = Een fout in het programma heeft het zoeken beëindigd. De planning en wat erover bewezen is zijn van vóór de fout. Meld deze fout bij de beheerder.

phase-prepare = Voorbereiden
phase-first-plan = Eerste planning
phase-requirements = Zo min mogelijk niet gehaalde eisen
phase-points = Zo min mogelijk punten
phase-check = Nakijken

service-invalid = { $errors ->
    [one] één fout
   *[other] { $errors } fouten
}; de eerste: { $first }
service-invalid-first = { $errors } fouten, waarvan hier de eerste { $shown }; ValidateRoster geeft alle fouten in een rooster. De eerste: { $first }
service-solve-exists = Er loopt al een berekening met die naam.
service-no-solve = Er loopt geen berekening met die naam.
service-malformed = Dit is geen bericht van leerteam.v1.
service-long-list = { $field } heeft meer regels dan de grens, { $most }.
service-too-much = Gelezen zou het verzoek { $times } keer het geheugen kosten dat het aan bytes heeft; er zijn veel regels waar niets in staat.
service-too-large = Het verzoek heeft { $length } bytes; de grens is { $most }.
service-standstill = Er is al enige tijd niets meer van het verzoek gekomen.
service-busy = De server is bezet, en er wachten er al { $waiting }. Probeer het over { $seconds } seconden opnieuw.
service-stopping = De server stopt. Probeer het zo dadelijk opnieuw.
service-cancelled = De berekening is afgebroken terwijl zij wachtte.
service-no-thread = Het systeem geeft de server geen thread. Probeer het zo dadelijk opnieuw.
service-store = De opslag van taken antwoordt niet. Probeer het zo opnieuw.
service-no-job = Er is geen taak met die naam.
service-job-exists = Er is eerder een andere aanvraag met dat requestId gedaan.
service-job-open = De taak is nog niet afgelopen. Breek haar eerst af.
service-no-plan = De taak heeft nog geen planning.
cli-more-findings = en nog { $count } bevindingen; ze staan allemaal in --json, en in de werkmap die validate --marked schrijft.
cli-no-workbook = --marked is voor werkmappen, en dit rooster is er geen.
cli-without-base = Het plan dat geldt (basePlan) wordt niet geschreven; geef het mee met --base.
