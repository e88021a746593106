# De pagina van een planning. Elk bericht met een sleutel die met page- begint gaat mee met de pagina,
# met de variabelen er nog in; sleutels op -one en -other zijn de twee vormen bij een getal.

page-title = Leerteams: { $name }
page-no-script = Deze pagina tekent de planning met een script. Open haar in een browser die scripts uitvoert.
page-skip = Naar de planning
page-over = Planning van leerteams
page-period = { $first } tot en met { $last }
page-tools = Tonen, bewaren en afdrukken
page-language = Taal
page-dutch = Nederlands
page-english = English
page-hide-names = Namen verbergen
page-save = Bewaren zonder namen
page-save-file = zonder-namen
page-print = Afdrukken
page-foot = Gemaakt met leerteam. Tijden zijn plaatselijke tijden. Ga zorgvuldig met deze pagina om: zij gaat over mensen.

# Zoeken en filteren.

page-filter = Zoeken en filteren
page-search = Zoek op naam, leerteam of plek
page-organisation = Organisatie
page-institution = Instelling
page-programme = Opleiding
page-location = Locatie
page-all = Alle
page-only-broken = Alleen leerteams die een eis niet halen
page-clear = Alles tonen
page-count-some = { $shown } van de { $all } leerteams
page-count-all-one = Het enige leerteam
page-count-all-other = Alle { $count } leerteams
page-printed-filter = Een deel van de planning: { $shown } van de { $all } leerteams.
page-contents = Inhoud
page-more-one = Toon er nog één
page-more-other = Toon meer ({ $count })

# De planning in cijfers, en wat aandacht vraagt.

page-of = { $part } van { $whole }
page-percent = { $value } %
page-teams-count-one = { $count } leerteam
page-teams-count-other = { $count } leerteams
page-participants-count-one = { $count } deelnemer
page-participants-count-other = { $count } deelnemers
page-figure-broken-one = eis niet gehaald
page-figure-broken-other = eisen niet gehaald
page-figure-placed = deelnemers in een leerteam
page-figure-attendance = verwachte aanwezigheid
page-figure-points = punten; minder is beter
page-attention = Wat aandacht vraagt
page-attention-none = Alle eisen zijn gehaald en iedereen zit in een leerteam.
page-attention-filtered = Niets bij wat er getoond wordt.
page-left-over = In geen enkel leerteam
page-left-over-lead = Voor elke leeromgeving die hen toelaat staat er waarom.
page-has-broken = haalt een eis niet
page-broken-count-one = { $count } eis niet gehaald
page-broken-count-other = { $count } eisen niet gehaald

# Week en leerteams.

page-week = De week
page-week-lead = Alle leerteams naar locatie en weekdag. Een leerteam leidt naar de bijzonderheden.
page-week-caption = Leerteams naar locatie en weekdag
page-online = online
page-no-teams = Er wordt geen leerteam getoond. Zoek op minder, of toon alles.
page-teams = Leerteams
page-teams-lead = Wie er in elk leerteam zit, wanneer het bijeenkomt en wie het begeleidt. De bijzonderheden laten zien wie wanneer kan komen, en waarom dit het vaste moment is.
page-team = Leerteam
page-open = Bijzonderheden
page-close = Sluiten
page-open-all = Alle bijzonderheden openen
page-close-all = Alle bijzonderheden sluiten
page-before = Toon de leerteams hiervoor
page-print-limit = Bij meer dan { $most } leerteams worden geen bijzonderheden afgedrukt. Filter eerst om er een deel van af te drukken.
page-theme = thema { $theme }
page-rhythm-one = elke week
page-rhythm-other = elke { $count } weken
page-once = één keer, op { $first }
page-from = vanaf { $first }
page-meetings-one = { $count } bijeenkomst
page-meetings-other = { $count } bijeenkomsten
page-nobody = Niemand
page-members-count-one = { $count } lid
page-members-count-other = { $count } leden
page-members = Leden
page-member = Lid
page-field = Werkveld
page-level = Niveau
page-profession = Beroep
page-study-year = Studiejaar
page-comes = Komt bij

# Wie wanneer kan komen.

page-attendance = Wie wanneer kan komen
page-attendance-caption = Leden en leerteambegeleiders van { $team } bij elke bijeenkomst
page-no-meetings = Op dit vaste moment zijn er geen bijeenkomsten.
page-coming = Leden die komen
page-professions-there = Beroepen die er zijn
page-displaced = Lessen en diensten die wijken
page-displaced-days-one = op { $first }
page-displaced-days-other = { $count } keer, van { $first } tot en met { $last }
page-there = is er
page-away = is er niet
page-state-absent = kan niet komen
page-state-lesson-moved = komt als een les verzet wordt
page-state-duty-left = gaat weg van stage of dienst elders
page-state-on-site = heeft hier stage of dienst
page-state-adjacent = is hier die dag
page-state-other-site = is die dag elders
page-state-extra-trip = komt alleen hiervoor
page-state-long = op een lange dag
page-state-online = doet online mee
page-state-not-there = is er deze periode niet

# Samenstelling.

page-composition = Samenstelling
page-composition-lead = De bovenste balk is het leerteam. De onderste is het eerlijke deel: het leerteam zoals het zou zijn als iedereen die de leeromgeving toelaat gelijk verdeeld was.
page-composition-none = In deze planning wordt geen kenmerk verdeeld.
page-composition-caption = { $attribute } van de leden van { $team }, tegenover het eerlijke deel
page-composition-all = { $attribute } in elk leerteam, tegenover het eerlijke deel
page-composition-words = { $value } { $count }, eerlijk deel { $fair }
page-composition-bar = Leden en eerlijk deel
page-composed-by = Samenstelling naar
page-fair-share = Eerlijk deel
page-away-from-share = Leden ernaast
page-other-values-one = Eén andere soort heeft een eerlijk deel van minder dan een half lid.
page-other-values-other = { $count } andere soorten hebben elk een eerlijk deel van minder dan een half lid.
page-other-kinds = alle andere

# Waarom dit vaste moment.

page-slots = Waarom dit vaste moment
page-slots-caption = Andere vaste momenten van { $team }, tegenover dat in de planning
page-slots-others-one = Er is één ander vast moment mogelijk.
page-slots-others-other = Er zijn { $count } andere vaste momenten mogelijk.
page-slots-best = Met dezelfde leden en leerteambegeleiders zou de planning met elk daarvan slechter zijn.
page-slots-alike-one = Met één daarvan zou de planning even goed zijn; geen ander is beter.
page-slots-alike-other = Met { $count } daarvan zou de planning even goed zijn; geen ander is beter.
page-slots-better-one = Met één daarvan zou de planning beter zijn.
page-slots-better-other = Met { $count } daarvan zou de planning beter zijn.
page-slots-next = De beste andere
page-slots-all-one = Het andere volledig
page-slots-all-other = Alle { $count } volledig
page-slots-legend = Punten meer dan nu als alleen dit leerteam dan bijeenkwam, op de beste plek en in de beste weken. “!” zijn eisen die dan niet meer gehaald worden.
page-slots-capped = Niet uitgerekend voor dit leerteam: de planning is te groot om dat voor elk leerteam te doen.
page-slots-none = Er is geen ander vast moment waarop dit leerteam bijeen kan komen.
page-slot = Vast moment
page-start = Begin
page-now = nu
page-changes = Wat er verandert
page-week-of = week { $week } van { $every }
page-as-good = even goed
page-more-broken-one = { $count } eis meer niet gehaald
page-more-broken-other = { $count } eisen meer niet gehaald
page-fewer-broken-one = { $count } eis meer gehaald
page-fewer-broken-other = { $count } eisen meer gehaald
page-more-points-one = { $count } punt meer
page-more-points-other = { $count } punten meer
page-fewer-points-one = { $count } punt minder
page-fewer-points-other = { $count } punten minder
page-not-met-then = dan niet gehaald: { $rules }
page-met-then = dan wel gehaald: { $rules }
page-team-points = Punten van dit leerteam
page-points-count-one = { $count } punt
page-points-count-other = { $count } punten

# Leerteambegeleiders.

page-supervisors = Leerteambegeleiders
page-supervisor = Leerteambegeleider
page-supervisors-lead = Welke leerteams elke leerteambegeleider heeft, en hoeveel minuten per week de bijeenkomsten kosten.
page-side = Kant
page-load = Minuten per week
page-load-caption = Leerteams en minuten per week van elke leerteambegeleider
page-minutes-of = { $part } van { $whole }
page-at-most-one = hoogstens { $count } leerteam
page-at-most-other = hoogstens { $count } leerteams
page-free-one = Eén leerteambegeleider heeft geen leerteam
page-free-other = { $count } leerteambegeleiders hebben geen leerteam
page-no-supervisors = Er wordt geen leerteambegeleider getoond.

# Score, en wat er bewezen is.

page-score = Score en bewijs
page-score-whole = De tabel gaat over de hele planning, wat er ook gefilterd is.
page-score-caption = Niet gehaalde eisen en punten per regel
page-rule = Regel
page-requirements = Eisen niet gehaald
page-points = Punten
page-total = Totaal
page-rules-rest-one = Eén andere regel telt in deze planning niet mee.
page-rules-rest-other = { $count } andere regels tellen in deze planning niet mee.
page-proof-none = Over deze planning is niets bewezen: zij is nagerekend, niet gezocht.
page-proof-met = Alle eisen zijn gehaald.
page-proof-broken-one = { $count } eis is niet gehaald. Bewezen is dat geen planning het beter doet.
page-proof-broken-other = { $count } eisen zijn niet gehaald. Bewezen is dat geen planning er minder heeft.
page-proof-broken-open = { $broken } eisen zijn niet gehaald. Bewezen is dat elke planning er minstens { $least } heeft; of er een planning met minder dan deze bestaat, is open.
page-proof-open-one = { $count } eis is niet gehaald. Of er een planning bestaat die haar wel haalt, is open.
page-proof-open-other = { $count } eisen zijn niet gehaald. Of er een planning met minder bestaat, is open.
page-proof-best = Bewezen is dat zo’n planning nooit minder punten heeft dan deze, { $points }: het is de beste die er is.
page-proof-gap = Deze heeft { $points } punten. Bewezen is dat zo’n planning nooit minder dan { $least } heeft, dus hoogstens { $gap } van de punten valt te besparen.
page-ended-limit = Het zoeken eindigde bij de grens van tijd of werk.
page-ended-cancelled = Het zoeken is afgebroken.
page-ended-stalled = Het zoeken had niets meer te proberen en eindigde vóór de grens. Misschien bestaat er een betere planning.
page-ended-numerical-failure = Het zoeken eindigde omdat de berekeningen niet nauwkeurig genoeg waren om door te gaan. De planning klopt, en wat erover bewezen is ook.
page-ended-internal-error = Het zoeken eindigde door een fout in het programma. De planning en wat erover bewezen is zijn van vóór de fout. Meld deze fout bij de beheerder.
page-brief-best = Bewezen: een betere planning bestaat niet.
page-brief-gap = Bewezen: geen planning is meer dan { $gap } van de punten beter.
page-brief-unknown = Niet bewezen: misschien bestaat er een planning die meer eisen haalt.
page-brief-open = Bewezen: elke planning heeft minstens { $least } eisen die niet gehaald zijn.

# Hoe de pagina te lezen.

page-reading = Deze pagina lezen
page-reading-requirements = Eisen gaan voor punten: een planning die één eis meer haalt is beter, hoeveel punten dat ook kost. Sommige eisen kan geen enkele planning halen; de pagina zegt welke, en waarom.
page-reading-points = Punten zeggen hoe ver een planning af is van wat gewenst is: bijeenkomsten waar iemand moeilijk bij kan zijn, scheve leerteams, ongelijke belasting. Minder is beter.
page-reading-long = Een streep onder een teken: verplichtingen en bijeenkomst duren die dag samen meer dan acht uur. Een stippellijn eromheen: doet online mee.
page-states-caption = Hoe iemand bij een bijeenkomst is: het eerste dat geldt telt
page-sign = Teken
page-state = Bij een bijeenkomst
page-meaning = Betekenis
page-absent-means = Een verplichting of afwezigheid die niet kan wijken, of geen tijd om te reizen.
page-lesson-moved-means = Heeft dan les die verzet kan worden.
page-duty-left-means = Heeft dan stage of dienst op een andere locatie en mag daar weg.
page-on-site-means = Heeft stage of dienst waar de bijeenkomst is.
page-adjacent-means = Is die dag op deze locatie, op een andere tijd.
page-other-site-means = Is die dag op een andere locatie en reist.
page-extra-trip-means = Heeft die dag niets anders en maakt er een reis voor.
