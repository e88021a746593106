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

commitment-lesson = lesson
commitment-internship = internship duty
commitment-work = work shift
commitment-other = other commitment

severity-error = error
severity-warning = warning
severity-note = note

outcome-unspecified = not from a search
outcome-proven = proven best
outcome-proven-within = proven, as near as was asked
outcome-limit = best found within the limit
outcome-cancelled = best found before it was cancelled
outcome-stalled = best found, nothing was left to try
outcome-numerical-failure = best found, calculations were not precise enough to go on
outcome-internal-error = best found before an internal error

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
limit-findings = findings of one severity
limit-id = characters of an id
limit-text = characters of a text
limit-weight = points of weight

why-room = both teams are pinned to one room at one time
why-supervisor = both teams are pinned to one supervisor at one time
why-wishes = the two have to be together and apart
why-together = those who have to be together are pinned to different teams or environments
why-apart = those who have to be apart are pinned to one team
why-admission = this environment does not admit the participant
why-size = more participants are pinned to the team than it can hold
why-small = the room that the team is pinned to is too small for the smallest team
why-many = those who have to be together are more than the largest team
