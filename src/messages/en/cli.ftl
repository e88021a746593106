# What the command line says.

cli-roster-good = This roster can be planned: { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
}, { $supervisors ->
    [one] { $supervisors } supervisor
   *[other] { $supervisors } supervisors
}, { $environments ->
    [one] { $environments } learning environment
   *[other] { $environments } learning environments
}.
cli-findings = { $errors ->
    [0] No errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}.
cli-action = What to do: { $action }
cli-plan-teams = { $teams ->
    [one] { $teams } team
   *[other] { $teams } teams
}, { $placed } of { $participants } participants placed.
cli-plan-score = { $broken ->
    [0] No broken requirements
    [one] { $broken } broken requirement
   *[other] { $broken } broken requirements
}, { $points ->
    [one] { $points } point
   *[other] { $points } points
}.
cli-plan-gap = Proven: no plan has fewer than { $bound } points; the gap is { $gap } %.
cli-plan-outcome = The search: { $outcome }.
cli-left-over = Left over
cli-broken-requirements = Broken requirements
cli-teams = Teams
cli-members = Members
cli-written = Written to { $path }.
cli-searching = Searching
cli-no-plan = Stopped before there was any plan.
cli-cannot-open = { $path } cannot be opened: { $reason }.
