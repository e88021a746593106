# Wat de opdrachtregel zegt.

cli-roster-good = Dit rooster is te plannen: { $participants ->
    [one] { $participants } deelnemer
   *[other] { $participants } deelnemers
}, { $supervisors ->
    [one] { $supervisors } leerteambegeleider
   *[other] { $supervisors } leerteambegeleiders
}, { $environments ->
    [one] { $environments } leeromgeving
   *[other] { $environments } leeromgevingen
}.
cli-findings = { $errors ->
    [0] Geen fouten
    [one] { $errors } fout
   *[other] { $errors } fouten
}, { $warnings ->
    [0] geen waarschuwingen
    [one] { $warnings } waarschuwing
   *[other] { $warnings } waarschuwingen
}.
cli-action = Wat te doen: { $action }
cli-plan-teams = { $teams ->
    [one] { $teams } leerteam
   *[other] { $teams } leerteams
}, { $placed } van { $participants } deelnemers geplaatst.
cli-plan-score = { $broken ->
    [0] Geen gebroken eisen
    [one] { $broken } gebroken eis
   *[other] { $broken } gebroken eisen
}, { $points ->
    [one] { $points } punt
   *[other] { $points } punten
}.
cli-plan-gap = Bewezen: geen planning heeft minder dan { $bound } punten; het verschil is { $gap } %.
cli-plan-outcome = De zoektocht: { $outcome }.
cli-left-over = Niet geplaatst
cli-broken-requirements = Gebroken eisen
cli-teams = Leerteams
cli-members = Leden
cli-written = Opgeslagen in { $path }.
cli-searching = Bezig met zoeken
cli-no-plan = Gestopt voordat er een planning was.
cli-cannot-open = { $path } kan niet worden geopend: { $reason }.
