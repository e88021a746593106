# Files that people already have: by what columns, dayparts and letters are recognised, what is asked, what is still needed.
# `.also` are other words that people write for it; all languages are understood at once.

import-column-id = Number
    .also = student number; student no; student id; pupil number; staff number; employee number; participant id; identifier
import-column-name = Name
    .also = full name; student name; name of student; participant; pupil; supervisor; your name
import-column-first-name = First name
    .also = given name; forename; first names
import-column-infix = Infix
    .also = name prefix; surname prefix
import-column-last-name = Last name
    .also = surname; family name
import-column-programme = Programme
    .also = program; degree programme; course of study; name of programme
import-column-programme-code = Programme code
    .also = programme number
import-column-level = Level
    .also = programme level; nlqf level
import-column-profession = Profession
    .also = trained as
import-column-field = Field
    .also = fields; field of work; area of expertise
import-column-institution = Institution
    .also = education institution; college; university
import-column-study-year = Study year
    .also = year of study; year
import-column-cohort = Class
    .also = group; class code; class group; class name
import-column-place = Internship place
    .also = internship at; placement; placement site; internship organisation; work placement; placement organisation
import-column-location = Location
    .also = locations; location name; site; site name; venue
import-column-neighbourhood = Neighbourhood
    .also = district; neighborhood
import-column-internship-first = Internship from
    .also = start date; internship start; placement start; first date; start of internship
import-column-internship-last = Internship until
    .also = end date; internship end; placement end; last date; end of internship
import-column-internship-days = Internship days
    .also = placement days; days of internship
import-column-lesson-days = Lesson days
    .also = school days; class days
import-column-side = Side
    .also = education or practice; kind of supervisor
import-column-organisation = Organisation
    .also = organization; employer; which organisation; company
import-column-availability = Availability
    .also = available; dayparts; which dayparts; when can you; when are you available; days are you available; available days
import-column-minutes-per-week = Time a week
    .also = how much time; minutes a week; hours a week; minutes per week; hours per week; time per week
import-column-max-teams = Most teams
    .also = how many teams; number of teams; maximum number of teams
import-column-days = Day
    .also = days; weekday
import-column-from = From
    .also = start; start time
import-column-until = Until
    .also = end; end time; to
import-column-weeks = Weeks
    .also = week pattern; which weeks; frequency
import-column-kind = Kind
    .also = kind of commitment
import-column-subject = Subject
    .also = course; activity; lesson; description
import-column-remark = Remark
    .also = remarks; comment; comments; anything else; notes
import-column-unneeded = not needed
    .also = mail; email address; e mail address; gender; sex; date of birth; birth date; phone; phone number; mobile; address; postcode; zip code; street; house number; town; city; timestamp; nationality; initials; tutor; completion time

import-table-participants = a list of participants
    .also = participants; students; pupils
import-table-supervisors = a list of supervisors
    .also = supervisors
import-table-places = a list of locations
    .also = locations; places; sites
import-table-organisations = a list of organisations
    .also = organisations; institutions
import-table-matrix = a week timetable
    .also = week matrix
import-table-timetable = a list of lessons or shifts
    .also = timetable; lessons
import-table-oneroster-users = OneRoster users
    .also = users
import-table-oneroster-classes = OneRoster classes
    .also = classes
import-table-oneroster-enrollments = OneRoster enrolments
    .also = enrollments; enrolments
import-table-nothing = not to be read
    .also = none; skip; not read
import-calendar-cohort = the calendar of class { $of }
import-calendar-participant = the calendar of participant { $of }
import-calendar-supervisor = the calendar of supervisor { $of }

import-daypart-morning = morning
    .also = mornings
import-daypart-afternoon = afternoon
    .also = afternoons
import-daypart-evening = evening
    .also = evenings
import-daypart-day = whole day
    .also = all day; full day

import-mark-lesson = lesson
    .also = lessons; class; classes; lecture
import-mark-internship = internship
    .also = placement; practice
import-mark-work = shift
    .also = work; working
import-mark-other = something else
    .also = other; busy
import-mark-free = free
    .also = nothing; none; off
import-mark-available = available
    .also = can come
import-empty = empty
    .also = blank
import-other-sheet = export summary
    .also = legend; explanation; read me; readme
import-total = total
    .also = subtotal; count; sum; grand total
import-about = about
    .also = approximately; approx; roughly; around
import-never = never
    .also = none; not available
import-holiday = holiday
    .also = vacation; study day; christmas; easter; no lessons

import-institution-hbo = university of applied sciences
    .also = applied sciences
import-profession-teaching-assistant = teaching assistant
    .also = classroom assistant
import-profession-teacher = teacher
    .also = teacher training; primary education; teacher education
import-profession-nurse = nurse
    .also = nursing
import-profession-carer = carer
    .also = care worker; caregiver
import-profession-social-worker = social worker
    .also = social work
import-profession-childcare-worker = childcare worker
    .also = childcare; early childhood
import-profession-sports-worker = sports worker
    .also = sports and exercise; sports
import-profession-occupational-therapist = occupational therapist
    .also = occupational therapy
import-profession-physiotherapist = physiotherapist
    .also = physiotherapy
import-field-education = education
import-field-care = care
import-field-social-work = social work
import-field-childcare = childcare
import-field-sport = sport

import-ask-table = What is in { $table }? Its headings are: { $headings }
import-ask-column-twice = The column “{ $heading }” seems to hold the same as “{ $first }” ({ $what }). What is in it?
import-ask-column-meant = The column “{ $heading }” is not known. Is “{ $meant }” meant?
import-ask-blanks = In the column “{ $column }” { $count ->
    [one] one cell is
   *[other] { $count } cells are
} empty below one that is filled; the first is { $first }. Is it the same as above, or really nothing?
import-ask-name = “{ $name }” is not among the { $list } yet. Is it the same as “{ $other }”?
import-ask-institution = Which institution teaches the programme “{ $programme }”?
import-ask-level = Which level has the programme “{ $programme }”? Such as mbo 4, associate degree, hbo, or an NLQF level from 2 to 7.
import-ask-profession = What does “{ $programme }” educate for, and in which field? With a semicolon between, such as: teacher; education
import-ask-programme = Which programme does the class “{ $cohort }” follow?
import-ask-daypart = From when until when is “{ $part }”? Such as 8:30-12:30
import-ask-mark = What does “{ $text }” mean in { $table }? It is there { $count } times.
import-ask-twice = { $name } has filled in the form more than once{ $count ->
    [one] {""}
   *[other] {" "}({ $count } times somebody)
}. Which answer counts?
import-ask-side = Does { $name } supervise for education or for practice?
import-ask-organisation-side = Is { $name } an institution of education or an organisation of practice?
import-ask-calendar = Whose calendar is { $file }{ $name ->
    [0] {""}
   *[other] {" "}(“{ $name }”)
}? Give the class, the participant or the supervisor.
import-ask-zone = { $file } has a time zone that is not known: “{ $zone }”. Which one is it? An IANA name, such as Europe/Amsterdam.
import-ask-holidays = The calendar has days off: { $holidays }. Are there no meetings on them either?
import-ask-period = From when through when are the teams to meet?
import-ask-teams-size = How many members has a team? Such as 4-6
import-ask-teams-minutes = How long is a meeting? In minutes, or such as 1.5 hours
import-ask-teams-every-weeks = Every how many weeks is there a meeting? 1 is every week
import-ask-teams-hours = When can a meeting be? Days with times, with a semicolon between
import-ask-teams-places = Where can teams meet? With a semicolon between

import-answer-new = new
import-answer-above = the same as above
import-answer-empty = really empty
import-answer-last = the last
import-answer-first = the first

import-assumed-level = { $programme }: level { $level }
import-assumed-profession = { $programme }: profession { $profession }, field { $field }
import-legend = “{ $text }” is { $mark }
import-commitment = { $day } { $from }-{ $until } { $every ->
    [one] every week
   *[other] every { $every } weeks
} ({ $first } through { $last }) { $name }
import-title = Learning teams { $first } through { $last }
import-id = teams { $first }
import-environment = Learning team

import-need-participants = There are no participants: hand in a list of participants.
import-need-environment = There is no learning environment.
import-need-education = There are no supervisors from education.
import-need-practice = There are no supervisors from practice.
import-need-availability = { $count ->
    [one] Of one supervisor
   *[other] Of { $count } supervisors
} it is not known when they can come.
import-need-programme = { $count ->
    [one] Of one participant
   *[other] Of { $count } participants
} the programme is not known.
import-need-lessons = { $count ->
    [one] Of one participant
   *[other] Of { $count } participants
} no lessons are known: hand in the timetable of the class.
import-need-internships = { $count ->
    [one] Of one participant
   *[other] Of { $count } participants
} no internship days are known.
import-need-closures = There are no holidays: put them on the sheet Closures.
import-need-neighbourhoods = { $count ->
    [one] Of one location
   *[other] Of { $count } locations
} the neighbourhood is not known: between locations without one, 30 minutes of travel are counted.
import-need-rooms = { $count ->
    [one] Of one location
   *[other] Of { $count } locations
} no rooms are known: as many teams as are needed can meet there at once.

cli-import-input = input
cli-import-heading = This is how your files are read
cli-import-file = { $file }: { $about }, { $rows } read
cli-import-unread = (not read)
cli-import-refused = “{ $answer }” is no answer here.
cli-import-assumed = Assumed; change it with the answer in brackets
cli-import-changes = What changes
cli-import-new = { $list }: { $count } new: { $ids }
cli-import-changed = { $list }: { $count } changed: { $ids }
cli-import-gone = { $list }: { $count } no longer in the files, and left as they were: { $ids }
cli-import-needs = What is still needed, most important first
cli-import-result = The roster has { $participants } participants, { $programmes } programmes, { $cohorts } classes, { $locations } locations and { $supervisors } supervisors.
cli-import-written = Written: { $roster }. Check it with leerteam validate, and plan it with: leerteam plan { $roster } --out planning
cli-import-mapping-head = Answers of leerteam import; use them again with --mapping. Comments in this file are not kept.

finding-E1501 = Still to be answered: { $question }
    .action = Put at the top of the file of --mapping, or give with --answer: { $line }
finding-E1502 = “{ $value }” is no answer to: { $question }
    .action = Correct it in the file of --mapping, or give with --answer, such as: { $line }
finding-E1503 = “{ $value }” cannot be used for { $field }.
    .action = Correct the answer in the file of --mapping, or remove it.
finding-E1504 = The answers cannot be read: { $value }
    .action = Correct the file of --mapping (TOML), or remove it to begin again.
finding-E1505 = This file is no table and no calendar that can be read: { $value }.
    .action = Hand in a .csv, .xlsx, .xls or .ods file without a password, or a calendar (.ics).
finding-E1506 = “{ $value }” has no column with a number or a name.
    .action = Put a heading above it, such as Student number or Name, or say with columns. in the file of --mapping which column it is.
finding-E1507 = “{ $value }” is no year of study.
    .action = Write a number from 1 to 8, such as 2 or 2nd year.
finding-E1508 = “{ $value }” is no letter or word of a legend.
    .action = Use a few fixed letters in the week timetable, such as S and L, and explain them in a legend.
finding-E1509 = “{ $value }” cannot be read as days with parts of days or times.
    .action = Write for instance Tuesday afternoon, or Tue 13:00-17:00; several with a comma or semicolon between.
finding-E1510 = “{ $value }” is not on the list of participants, and is no class or supervisor either.
    .action = Correct the number or the name, or put them on the list.
finding-E1511 = On the list, number { $id } is “{ $name }”, and here stands “{ $value }”.
    .action = Correct the number or the name.
finding-E1512 = There are several people called “{ $value }”.
    .action = Add a column with numbers.
finding-E1513 = Participant { $value } has several internship places, and it is not said which one these hours are at.
    .action = Hand in the internship days for each place, in a column Internship days of the list.
finding-E1514 = Event { $event } cannot be read: “{ $value }”.
    .action = Export the calendar again, or remove this event.
finding-E1515 = “{ $value }” is a file of OneRoster, and those that belong to it are missing.
    .action = Hand in users.csv, classes.csv and enrollments.csv together.
finding-W2801 = Nothing asks for { $field } of the file of --mapping.
    .action = Correct the name, or remove it.
finding-W2802 = This row is about nobody and is not read: “{ $value }”.
    .action = Nothing, if it is a total or an explanation; else fill in number and name.
finding-W2803 = “{ $value }” was read as { $id }, of which the zeros before it are lost; on this sheet so for { $count ->
        [one] one number
       *[other] { $count } numbers
    }.
    .action = Nothing, if this is right; else format the column as text.
finding-W2804 = A remark of { $name } was not read: “{ $value }”.
    .action = See whether it says anything for the roster, such as an absence, and add that.
finding-W2805 = { $value ->
    [one] One event does not count: it is
   *[other] { $value } events do not count: they are
} cancelled, or shown as free.
    .action = Nothing, if this is right; else set it to busy in the calendar.
