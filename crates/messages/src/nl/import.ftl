# Bestanden die mensen al hebben: waaraan kolommen, dagdelen en letters herkend worden, wat gevraagd wordt, wat nog nodig is.
# `.also` zijn andere woorden die mensen ervoor schrijven; alle talen worden tegelijk begrepen.

import-column-id = Nummer
    .also = studentnummer; studentnr; student nr; leerlingnummer; leerlingnr; leerling nr; deelnemernummer; deelnemernr; personeelsnummer; id; ov nummer
import-column-name = Naam
    .also = volledige naam; naam student; studentnaam; naam leerling; naam deelnemer; deelnemer; student; leerling; begeleider; leerteambegeleider; uw naam; je naam
import-column-first-name = Roepnaam
    .also = voornaam; voornamen; naam voornaam
import-column-infix = Tussenvoegsel
    .also = tussenvoegsels; voorvoegsel; voorvoegsels; tussenv
import-column-last-name = Achternaam
    .also = familienaam; geboortenaam; naam achternaam
import-column-programme = Opleiding
    .also = opleidingsnaam; naam opleiding; studie; croho naam; kwalificatie; opleiding omschrijving
import-column-programme-code = Opleidingscode
    .also = crebo; croho; crebo croho; crebocode; crohocode; crebonummer; isat
import-column-level = Niveau
    .also = opleidingsniveau; nlqf; mbo niveau
import-column-profession = Beroep
    .also = opgeleid tot
import-column-field = Werkveld
    .also = vakgebied; expertise; werkvelden; sector
import-column-institution = Instelling
    .also = onderwijsinstelling; school; hogeschool; roc; brin naam
import-column-study-year = Leerjaar
    .also = studiejaar; jaar; fase; jaarlaag
import-column-cohort = Klas
    .also = groep; klas groep; klascode; klasnaam; groepscode; lesgroep; stamgroep; klas of groep; cohort
import-column-place = Stageplaats
    .also = stageadres; bpv plaats; bpv adres; stageplek; stagebedrijf; bpv bedrijf; leerbedrijf; stage instelling; stagelocatie; naam stageplaats; praktijkplaats; stageschool; stageorganisatie
import-column-location = Locatie
    .also = locaties; naam locatie; vestiging; naam vestiging; vestigingsnaam; leerlocatie
import-column-neighbourhood = Wijk
    .also = buurt; stadsdeel; wijk van de stageplaats
import-column-internship-first = Begindatum stage
    .also = bpv begindatum; begindatum bpv; begindatum; startdatum; stage vanaf; start stage; begin stage; bpv start; startdatum stage; startdatum bpv; bpv startdatum
import-column-internship-last = Einddatum stage
    .also = bpv einddatum; einddatum bpv; einddatum; stage t m; stage tot en met; eind stage; einde stage; bpv eind; einddatum bpv overeenkomst
import-column-internship-days = Stagedagen
    .also = bpv dagen; dagen stage; stagedag; welke stagedagen; praktijkdagen
import-column-lesson-days = Lesdagen
    .also = schooldagen; dagen school; lesdag; schooldag
import-column-side = Kant
    .also = onderwijs of praktijk; onderwijs praktijk; soort begeleider; begeleider vanuit; vanuit onderwijs of praktijk
import-column-organisation = Organisatie
    .also = welke organisatie; werkgever; namens welke organisatie; naam organisatie; bedrijf
import-column-availability = Beschikbaarheid
    .also = beschikbaar; dagdelen; welke dagdelen; op welke dagdelen; wanneer kun je; wanneer kunt u; voorkeursdagdelen; welke momenten; beschikbare dagen
import-column-minutes-per-week = Tijd per week
    .also = hoeveel tijd; minuten per week; uren per week; tijd per week; aantal uren
import-column-max-teams = Hoogstens leerteams
    .also = hoeveel leerteams; aantal leerteams; maximum aantal leerteams
import-column-days = Dag
    .also = dagen; weekdag; lesmoment
import-column-from = Van
    .also = begin; begintijd; starttijd; aanvang
import-column-until = Tot
    .also = eind; eindtijd; einde
import-column-weeks = Weken
    .also = weekpatroon; welke weken; frequentie
import-column-kind = Soort
    .also = type; soort verplichting
import-column-subject = Vak
    .also = lesnaam; omschrijving; activiteit; les
import-column-remark = Opmerking
    .also = opmerkingen; bijzonderheden; toelichting; overige opmerkingen; nog iets; heb je nog opmerkingen; wil je nog iets kwijt
import-column-unneeded = niet nodig
    .also = e mail; e mailadres; email; mailadres; emailadres; geslacht; geboortedatum; telefoon; telefoonnummer; mobiel; adres; postcode; straat; huisnummer; plaats; woonplaats; bsn; tijdstempel; nationaliteit; voorletters; initialen; mentor; slb; slb er; aanhef; m v; plaats stage; begrote uren; bpv uren; starttijd formulier; voltooiingstijd

import-table-participants = een lijst van deelnemers
    .also = deelnemers; studenten; leerlingen
import-table-supervisors = een lijst van leerteambegeleiders
    .also = begeleiders; leerteambegeleiders
import-table-places = een lijst van locaties
    .also = locaties; plaatsen; vestigingen
import-table-organisations = een lijst van organisaties
    .also = organisaties; instellingen
import-table-matrix = een weekrooster
    .also = weekrooster; matrix
import-table-timetable = een lijst van lessen of diensten
    .also = lesrooster; lessen
import-table-oneroster-users = gebruikers van OneRoster
    .also = gebruikers
import-table-oneroster-classes = klassen van OneRoster
    .also = klassen
import-table-oneroster-enrollments = inschrijvingen van OneRoster
    .also = inschrijvingen
import-table-nothing = niet lezen
    .also = niets; geen; overslaan
import-calendar-cohort = de agenda van klas { $of }
import-calendar-participant = de agenda van deelnemer { $of }
import-calendar-supervisor = de agenda van leerteambegeleider { $of }

import-daypart-morning = ochtend
    .also = ochtenden; morgen; voormiddag; s ochtends
import-daypart-afternoon = middag
    .also = middagen; namiddag; s middags
import-daypart-evening = avond
    .also = avonden; s avonds
import-daypart-day = hele dag
    .also = heel de dag

import-mark-lesson = les
    .also = lessen; school; lesdag; schooldag; college
import-mark-internship = stage
    .also = bpv; praktijk; stagedag; beroepspraktijkvorming
import-mark-work = dienst
    .also = werk; werken; werkdag
import-mark-other = iets anders
    .also = anders; overig; bezet
import-mark-free = vrij
    .also = niets; geen; leeg; roostervrij
import-mark-available = beschikbaar
    .also = kan; aanwezig
import-empty = leeg
    .also = blanco; niets ingevuld
import-other-sheet = exportoverzicht
    .also = legenda; toelichting; uitleg; leesmij
import-total = totaal
    .also = subtotaal; aantal; som; eindtotaal
import-about = ca
    .also = circa; ongeveer; plusminus; rond
import-never = nooit
    .also = geen; niet beschikbaar; geen enkel dagdeel
import-holiday = vakantie
    .also = lesvrij; studiedag; kerstdag; pasen; pinksteren; hemelvaart; koningsdag; bevrijdingsdag; roostervrij

import-institution-hbo = hogeschool
    .also = hs; hbo
import-profession-teaching-assistant = onderwijsassistent
    .also = onderwijsassistenten; lerarenondersteuner
import-profession-teacher = leraar
    .also = pabo; lerarenopleiding; leraar basisonderwijs
import-profession-nurse = verpleegkundige
    .also = verpleegkunde; mbo v; hbo v; verpleging
import-profession-carer = verzorgende
    .also = verzorgende ig; verzorging
import-profession-social-worker = sociaal werker
    .also = sociaal werk; maatschappelijk werk; maatschappelijke zorg
import-profession-childcare-worker = pedagogisch medewerker
    .also = kinderopvang; gespecialiseerd pedagogisch medewerker; pedagogisch werk
import-profession-sports-worker = sportbegeleider
    .also = sport en bewegen; sportkunde; sport
import-profession-occupational-therapist = ergotherapeut
    .also = ergotherapie
import-profession-physiotherapist = fysiotherapeut
    .also = fysiotherapie
import-field-education = onderwijs
import-field-care = zorg
import-field-social-work = sociaal werk
import-field-childcare = kinderopvang
import-field-sport = sport

import-ask-table = Wat staat er in { $table }? De koppen zijn: { $headings }
import-ask-column-twice = De kolom “{ $heading }” lijkt hetzelfde te bevatten als “{ $first }” ({ $what }). Wat staat erin?
import-ask-column-meant = De kolom “{ $heading }” is niet bekend. Is “{ $meant }” bedoeld?
import-ask-blanks = In de kolom “{ $column }” zijn { $count ->
    [one] één cel
   *[other] { $count } cellen
} leeg onder een ingevulde; de eerste is { $first }. Staat daar hetzelfde als erboven, of echt niets?
import-ask-name = “{ $name }” staat nog niet bij de { $list }. Is het hetzelfde als “{ $other }”?
import-ask-institution = Welke onderwijsinstelling geeft de opleiding “{ $programme }”?
import-ask-level = Welk niveau heeft de opleiding “{ $programme }”? Bijvoorbeeld mbo 4, associate degree, hbo, of een NLQF-niveau van 2 tot en met 7.
import-ask-profession = Waarvoor leidt “{ $programme }” op, en in welk werkveld? Met een puntkomma ertussen, zoals: leraar; onderwijs
import-ask-programme = Welke opleiding volgt de klas “{ $cohort }”?
import-ask-daypart = Van hoe laat tot hoe laat is “{ $part }”? Zoals 8:30-12:30
import-ask-mark = Wat betekent “{ $text }” in { $table }? Het staat er { $count } keer.
import-ask-twice = { $name } heeft het formulier meer dan eens ingevuld{ $count ->
    [one] {""}
   *[other] {" "}({ $count } keer iemand)
}. Welk antwoord telt?
import-ask-side = Is { $name } begeleider vanuit het onderwijs of vanuit de praktijk?
import-ask-organisation-side = Is { $name } een onderwijsinstelling of een praktijkorganisatie?
import-ask-calendar = Van wie is de agenda { $file }{ $name ->
    [0] {""}
   *[other] {" "}(“{ $name }”)
}? Geef de klas, de deelnemer of de leerteambegeleider.
import-ask-zone = In { $file } staat een tijdzone die niet bekend is: “{ $zone }”. Welke is het? Een IANA-naam, zoals Europe/Amsterdam.
import-ask-holidays = In de agenda staan vrije dagen: { $holidays }. Zijn er dan ook geen bijeenkomsten?
import-ask-period = Van wanneer tot en met wanneer moeten de leerteams bijeenkomen?
import-ask-teams-size = Hoeveel leden heeft een leerteam? Zoals 4-6
import-ask-teams-minutes = Hoe lang duurt een bijeenkomst? In minuten, of zoals 1,5 uur
import-ask-teams-every-weeks = Om de hoeveel weken is er een bijeenkomst? 1 is elke week
import-ask-teams-hours = Wanneer kan een bijeenkomst zijn? Dagen met tijden, met een puntkomma ertussen
import-ask-teams-places = Waar kunnen leerteams bijeenkomen? Met een puntkomma ertussen

import-answer-new = nieuw
import-answer-above = zelfde als erboven
import-answer-empty = echt leeg
import-answer-last = het laatste
import-answer-first = het eerste

import-assumed-level = { $programme }: niveau { $level }
import-assumed-profession = { $programme }: beroep { $profession }, werkveld { $field }
import-legend = “{ $text }” is { $mark }
import-commitment = { $day } { $from }-{ $until } { $every ->
    [one] elke week
   *[other] elke { $every } weken
} ({ $first } t/m { $last }) { $name }
import-title = Leerteams { $first } t/m { $last }
import-id = leerteams { $first }
import-environment = Leerteam

import-need-participants = Er zijn geen deelnemers: lever een lijst van deelnemers aan.
import-need-environment = Er is geen leeromgeving.
import-need-education = Er zijn geen leerteambegeleiders uit het onderwijs.
import-need-practice = Er zijn geen leerteambegeleiders uit de praktijk.
import-need-availability = { $count ->
    [one] Van één leerteambegeleider
   *[other] Van { $count } leerteambegeleiders
} is niet bekend wanneer hij of zij kan.
import-need-programme = { $count ->
    [one] Van één deelnemer
   *[other] Van { $count } deelnemers
} is de opleiding niet bekend.
import-need-lessons = { $count ->
    [one] Van één deelnemer
   *[other] Van { $count } deelnemers
} zijn geen lessen bekend: lever het lesrooster van de klas aan.
import-need-internships = { $count ->
    [one] Van één deelnemer
   *[other] Van { $count } deelnemers
} zijn geen stagedagen bekend.
import-need-closures = Er zijn geen vakanties: zet ze op het blad Sluitingen.
import-need-neighbourhoods = { $count ->
    [one] Van één locatie
   *[other] Van { $count } locaties
} is de wijk niet bekend: tussen locaties zonder wijk wordt op 30 minuten reizen gerekend.
import-need-rooms = { $count ->
    [one] Van één locatie
   *[other] Van { $count } locaties
} zijn geen ruimtes bekend: er passen dan zoveel leerteams tegelijk als nodig is.

cli-import-input = invoer
cli-import-heading = Zo lees ik uw bestanden
cli-import-file = { $file }: { $about }, { $rows } gelezen
cli-import-unread = (wordt niet gelezen)
cli-import-refused = “{ $answer }” is hier geen antwoord.
cli-import-assumed = Aangenomen; te veranderen met het antwoord tussen haken
cli-import-changes = Wat er verandert
cli-import-new = { $list }: { $count } nieuw: { $ids }
cli-import-changed = { $list }: { $count } veranderd: { $ids }
cli-import-gone = { $list }: { $count } niet meer in de bestanden, en gebleven zoals het was: { $ids }
cli-import-needs = Wat nog nodig is, het belangrijkste eerst
cli-import-result = Het rooster heeft { $participants } deelnemers, { $programmes } opleidingen, { $cohorts } klassen, { $locations } locaties en { $supervisors } leerteambegeleiders.
cli-import-written = Geschreven: { $roster }. Controleer het met leerteam validate, en plan het met: leerteam plan { $roster } --out planning
cli-import-mapping-head = Antwoorden van leerteam import; de volgende keer te gebruiken met --mapping. Opmerkingen in dit bestand blijven niet bewaard.

finding-E1501 = Nog te beantwoorden: { $question }
    .action = Zet bovenaan in het bestand van --mapping, of geef met --answer: { $line }
finding-E1502 = “{ $value }” is geen antwoord op: { $question }
    .action = Verbeter het in het bestand van --mapping, of geef met --answer, zoals: { $line }
finding-E1503 = “{ $value }” is bij { $field } niet te gebruiken.
    .action = Verbeter het antwoord in het bestand van --mapping, of haal het weg.
finding-E1504 = De antwoorden zijn niet te lezen: { $value }
    .action = Verbeter het bestand van --mapping (TOML), of haal het weg om opnieuw te beginnen.
finding-E1505 = Dit bestand is geen tabel en geen agenda die te lezen is: { $value }.
    .action = Lever een .csv-, .xlsx-, .xls- of .ods-bestand zonder wachtwoord aan, of een agenda (.ics).
finding-E1506 = In “{ $value }” staat geen kolom met een nummer of een naam.
    .action = Zet er een kop boven, zoals Studentnummer of Naam, of zeg met columns. in het bestand van --mapping welke kolom het is.
finding-E1507 = “{ $value }” is geen leerjaar.
    .action = Schrijf een getal van 1 tot en met 8, zoals 2 of 2e jaar.
finding-E1508 = “{ $value }” is geen letter of woord van een legenda.
    .action = Gebruik in het weekrooster een paar vaste letters, zoals S en L, en leg ze uit in een legenda.
finding-E1509 = “{ $value }” is niet te lezen als dagen met dagdelen of tijden.
    .action = Schrijf bijvoorbeeld dinsdagmiddag, of di 13:00-17:00; meer met een komma of puntkomma ertussen.
finding-E1510 = “{ $value }” staat niet op de lijst van deelnemers, en is ook geen klas of leerteambegeleider.
    .action = Verbeter het nummer of de naam, of zet hem of haar op de lijst.
finding-E1511 = Nummer { $id } hoort op de lijst bij “{ $name }”, en hier staat “{ $value }”.
    .action = Verbeter het nummer of de naam.
finding-E1512 = Er zijn verschillende mensen die “{ $value }” heten.
    .action = Zet er een kolom met nummers bij.
finding-E1513 = Deelnemer { $value } heeft verschillende stageplaatsen, en hier staat niet bij welke deze uren horen.
    .action = Lever de stagedagen per stageplaats aan, in een kolom Stagedagen op de lijst.
finding-E1514 = Gebeurtenis { $event } is niet te lezen: “{ $value }”.
    .action = Exporteer de agenda opnieuw, of haal deze gebeurtenis eruit.
finding-E1515 = “{ $value }” is een bestand van OneRoster, en de bestanden die erbij horen ontbreken.
    .action = Lever users.csv, classes.csv en enrollments.csv samen aan.
finding-W2801 = Naar { $field } in het bestand van --mapping wordt nergens gevraagd.
    .action = Verbeter de naam, of haal het weg.
finding-W2802 = Deze rij is van niemand en wordt niet gelezen: “{ $value }”.
    .action = Niets, als het een totaal of een uitleg is; vul anders nummer en naam in.
finding-W2803 = “{ $value }” is gelezen als { $id }, waarvan de nullen ervoor verloren zijn; op dit blad zo bij { $count ->
        [one] één nummer
       *[other] { $count } nummers
    }.
    .action = Niets, als dit klopt; maak de kolom anders op als tekst.
finding-W2804 = Een opmerking van { $name } is niet gelezen: “{ $value }”.
    .action = Kijk of er iets in staat voor het rooster, zoals een afwezigheid, en zet dat erbij.
finding-W2805 = { $value ->
    [one] Eén gebeurtenis telt niet mee: ze is
   *[other] { $value } gebeurtenissen tellen niet mee: ze zijn
} afgezegd, of als vrij getoond.
    .action = Niets, als dit klopt; zet het in de agenda anders op bezet.
