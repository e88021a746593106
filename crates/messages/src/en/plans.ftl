# Plans as spreadsheets and calendars.

calendar-of = Learning teams: { $name }
calendar-category = Learning team
calendar-environment = Learning environment: { $name }
calendar-theme = Theme: { $name }
calendar-supervisors = Supervisors: { $names }
calendar-members = Members:
calendar-people = { $members ->
    [one] One member
   *[other] { $members } members
}
calendar-absent = Expected to be absent: { $dates }
calendar-lesson-moved = A lesson has to be moved: { $dates }
calendar-duty-left = Duty has to be left: { $dates }
calendar-joins-online = Joins on line: { $dates }
calendar-away = Cannot be there: { $dates }
calendar-every-meeting = every meeting

# The sheets of a plan.

plan-sheet-overview = Overview
plan-sheet-teams = Teams
plan-sheet-members = Participants
plan-sheet-supervisors = Supervisors
plan-sheet-meetings = Meetings
plan-sheet-weeks = Locations by week
plan-sheet-displaced = Lessons and duty that give way
plan-sheet-left-over = Left over
plan-sheet-broken = Broken requirements
plan-sheet-score = Score

plan-title = Plan for { $roster }
plan-title-organisation = Plan for { $organisation } ({ $roster })
plan-supervising = Supervisors with a team
plan-hours = Hours of meetings, all supervisors together
plan-hosted = Meetings at own locations
plan-first-date = First date
plan-last-date = Last date
plan-time-zone = Time zone
plan-participants = Participants
plan-placed = In a team
plan-left-over = Left over
plan-bound-broken = Broken requirements: proven least
plan-bound-points = Points: proven least
plan-gap = Gap
plan-outcome = How the search ended
plan-contents = In the other sheets
plan-about-teams = Each team: slot, place, supervisors, members, attendance and score
plan-about-members = Everyone, with their team and how they are at the meetings
plan-about-supervisors = Everyone who can supervise, with teams and time
plan-about-meetings = Every meeting by date, and who cannot come
plan-about-weeks = Which teams meet at each location in each week
plan-about-displaced = Lessons to move and duty to leave, with the dates
plan-about-left-over = Who is in no team, and why
plan-about-broken = Which requirements do not hold, and why
plan-about-score = Broken requirements and points for each rule

plan-name = Name
plan-id = Id
plan-team = Team
plan-teams = Teams
plan-environment = Learning environment
plan-slot = Slot
plan-location = Location
plan-room = Room
plan-theme = Theme
plan-supervisors = Supervisors
plan-supervisor = Supervisor
plan-participant = Participant
plan-member-count = Members
plan-team-count = Number of teams
plan-meeting-count = Meetings
plan-programmes = Programmes
plan-programme = Programme
plan-institution = Institution
plan-whose = Whose
plan-commitment = Lesson or duty
plan-for-whom = For whom
plan-dates = Dates
plan-cohort = Cohort
plan-fields = Fields
plan-levels = Levels
plan-first = First meeting
plan-last = Last meeting
plan-attendance = Expected attendance in %
plan-fewest = Fewest at a meeting
plan-fewest-on = Fewest on
plan-broken = Broken requirements
plan-points = Points
    .note = Lower is better; broken requirements come first
plan-counted = Meetings that count
plan-comes = Comes to
plan-long-days = Long days
    .note = On a day of over 8 hours
plan-why-left-over = Why left over
plan-no-team = no team
plan-sides = Sides
plan-organisations = Organisations
plan-minutes = Minutes a week
plan-minutes-available = Of how many available
plan-date = Date
plan-week = Week
plan-weekday = Day
plan-from = From
plan-to = To
plan-expected = Expected
plan-members-counted = Of how many members
plan-professions = Professions
plan-absent = Members who cannot come
plan-absent-supervisors = Supervisors who cannot come
plan-rule = Rule
plan-count = How many
plan-cause = Cause
plan-reason = Reason
plan-code = Code

state-1 = Absent
    .note = Cannot come
state-2 = Lesson moved
    .note = Comes if a lesson is moved
state-3 = Duty left
    .note = Leaves internship duty or a shift elsewhere
state-4 = On site
    .note = Is on duty at the meeting’s location
state-5 = Adjacent
    .note = Is at the meeting’s location that day, at another time
state-6 = Other site
    .note = Is elsewhere that day and can travel
state-7 = Extra trip
    .note = Comes for the meeting alone

# What stands in place of the name of another organisation’s participant or supervisor.
other-person-of = somebody of { $of }
other-person = somebody else
