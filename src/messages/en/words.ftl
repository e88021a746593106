# Words of the product, as in design and docs.

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

side-education = education
side-practice = practice

state-absent = absent
state-lesson-moved = lesson moved
state-duty-left = leaves duty
state-on-site = on site
state-adjacent = there that day
state-other-site = elsewhere that day
state-extra-trip = extra trip
state-long-day = long day

commitment-lesson = lesson
commitment-internship = internship duty
commitment-work = work shift
commitment-other = other commitment

severity-error = error
severity-warning = warning

mode-on-site = on site
mode-online = on line
mode-mixed = on site or on line

outcome-unspecified = not from a search
outcome-proven = proven best
outcome-limit = best found within the limit
outcome-cancelled = best found before it was cancelled

list-organisations = organisations
list-locations = locations
list-programmes = programmes
list-cohorts = cohorts
list-themes = themes
list-participants = participants
list-supervisors = supervisors
list-environments = learning environments
list-teams = given teams
list-rooms = rooms

limit-days = days in the planning period
limit-participants = participants
limit-supervisors = supervisors
limit-environments = learning environments
limit-entries = entries in one list
limit-own-entries = entries in the list of one person or place
limit-slots = slots to choose from in one learning environment
limit-teams = teams in one learning environment
limit-combinations = combinations of a participant and a slot
limit-weight = points of weight

noun-roster = roster
noun-planning-period = planning period
noun-organisation = organisation
noun-location = location
noun-room = room
noun-programme = programme
noun-cohort = cohort
noun-theme = theme
noun-participant = participant
noun-commitment = commitment
noun-internship-period = internship period
noun-supervisor = supervisor
noun-environment = learning environment
noun-meeting-form = meeting form
noun-slot = slot
noun-meeting = meeting
noun-team = team
noun-plan = plan
noun-rule = rule
noun-lever = lever
noun-wish = wish
noun-points = points
noun-broken-requirement = broken requirement
