# The page of a plan. Every message whose key starts with page- is sent along with the page, its
# variables still in it; keys that end with -one and -other are the two forms for a number.

page-title = Learning teams: { $name }
page-no-script = This page draws the plan with a script. Please open it in a browser that runs scripts.
page-skip = To the plan
page-over = Plan of learning teams
page-period = { $first } to { $last }
page-tools = Show, save and print
page-language = Language
page-dutch = Nederlands
page-english = English
page-hide-names = Hide names
page-save = Save without names
page-save-file = without-names
page-print = Print
page-foot = Made by leerteam. Times are local times. Handle this page with care: it is about people.

# Search and filter.

page-filter = Search and filter
page-search = Search by name, team or place
page-organisation = Organisation
page-institution = Institution
page-programme = Programme
page-location = Location
page-all = All
page-only-broken = Only teams that do not meet a requirement
page-clear = Show everything
page-count-some = { $shown } of { $all } teams
page-count-all-one = The only team
page-count-all-other = All { $count } teams
page-printed-filter = A part of the plan: { $shown } of { $all } teams.
page-contents = Contents
page-more-one = Show one more
page-more-other = Show more ({ $count })

# The plan in figures, and what needs attention.

page-of = { $part } of { $whole }
page-percent = { $value } %
page-teams-count-one = { $count } team
page-teams-count-other = { $count } teams
page-participants-count-one = { $count } participant
page-participants-count-other = { $count } participants
page-figure-broken-one = requirement not met
page-figure-broken-other = requirements not met
page-figure-placed = participants in a team
page-figure-attendance = expected attendance
page-figure-points = points; fewer is better
page-attention = What needs attention
page-attention-none = All requirements are met, and everybody is in a team.
page-attention-filtered = Nothing among what is shown.
page-left-over = In no team
page-left-over-lead = For each learning environment that admits them it says why.
page-has-broken = does not meet a requirement
page-broken-count-one = { $count } requirement not met
page-broken-count-other = { $count } requirements not met

# Week and teams.

page-week = The week
page-week-lead = All teams by location and weekday. A team leads to its details.
page-week-caption = Teams by location and weekday
page-online = on line
page-no-teams = No team is shown. Search for less, or show everything.
page-teams = Teams
page-teams-lead = Who is in each team, when it meets and who supervises it. Details show who can come when, and why the team meets when it does.
page-team = Team
page-open = Details
page-close = Close
page-open-all = Open all details
page-close-all = Close all details
page-before = Show the teams before these
page-print-limit = With more than { $most } teams no details are printed. Filter first to print some.
page-theme = theme { $theme }
page-rhythm-one = every week
page-rhythm-other = every { $count } weeks
page-once = once, on { $first }
page-from = from { $first }
page-meetings-one = { $count } meeting
page-meetings-other = { $count } meetings
page-nobody = Nobody
page-members-count-one = { $count } member
page-members-count-other = { $count } members
page-members = Members
page-member = Member
page-field = Field
page-level = Level
page-profession = Profession
page-study-year = Year of study
page-comes = Comes to

# Who can come when.

page-attendance = Who can come when
page-attendance-caption = Members and supervisors of { $team } at each meeting
page-no-meetings = There are no meetings at this slot.
page-coming = Members who come
page-professions-there = Professions there
page-displaced = Lessons and duty that give way
page-displaced-days-one = on { $first }
page-displaced-days-other = { $count } times, from { $first } to { $last }
page-there = there
page-away = away
page-state-absent = cannot come
page-state-lesson-moved = comes if a lesson is moved
page-state-duty-left = leaves duty elsewhere
page-state-on-site = on duty here
page-state-adjacent = here that day
page-state-other-site = elsewhere that day
page-state-extra-trip = comes for the meeting alone
page-state-long = on a long day
page-state-online = joins on line
page-state-not-there = not there in this period

# Composition.

page-composition = Composition
page-composition-lead = The upper bar is the team. The lower one is its fair share: the team as it would be if everybody whom its environment admits were spread evenly.
page-composition-none = No attribute is balanced in this plan.
page-composition-caption = { $attribute } of the members of { $team }, against the fair share
page-composition-all = { $attribute } in each team, against the fair share
page-composition-words = { $value } { $count }, fair share { $fair }
page-composition-bar = Members and fair share
page-composed-by = Composition by
page-fair-share = Fair share
page-away-from-share = Members away from it
page-other-values-one = One other kind has a fair share of less than half a member.
page-other-values-other = { $count } other kinds have a fair share of less than half a member each.
page-other-kinds = all others

# Why this slot.

page-slots = Why this slot
page-slots-caption = Other slots of { $team }, against the slot in the plan
page-slots-others-one = One other slot is possible.
page-slots-others-other = { $count } other slots are possible.
page-slots-best = With the same members and supervisors, the plan would be worse with each of them.
page-slots-alike-one = With one of them the plan would be as good; no other is better.
page-slots-alike-other = With { $count } of them the plan would be as good; no other is better.
page-slots-better-one = With one of them the plan would be better.
page-slots-better-other = With { $count } of them the plan would be better.
page-slots-next = The best others
page-slots-all-one = The other one in full
page-slots-all-other = All { $count } in full
page-slots-legend = Points more than now if just this team met then, at the best place and in the best weeks. “!” are requirements that would no longer be met.
page-slots-capped = Not worked out for this team: the plan is too large to do so for every team.
page-slots-none = There is no other slot at which this team can meet.
page-slot = Slot
page-start = Start
page-now = now
page-changes = What changes
page-week-of = week { $week } of { $every }
page-as-good = as good
page-more-broken-one = { $count } requirement more not met
page-more-broken-other = { $count } requirements more not met
page-fewer-broken-one = { $count } requirement more met
page-fewer-broken-other = { $count } requirements more met
page-more-points-one = { $count } point more
page-more-points-other = { $count } points more
page-fewer-points-one = { $count } point fewer
page-fewer-points-other = { $count } points fewer
page-not-met-then = not met then: { $rules }
page-met-then = met then: { $rules }
page-team-points = Points of this team
page-points-count-one = { $count } point
page-points-count-other = { $count } points

# Supervisors.

page-supervisors = Supervisors
page-supervisor = Supervisor
page-supervisors-lead = Which teams each supervisor has, and the minutes a week that their meetings take.
page-side = Side
page-load = Minutes a week
page-load-caption = Teams and minutes a week of each supervisor
page-minutes-of = { $part } of { $whole }
page-at-most-one = at most { $count } team
page-at-most-other = at most { $count } teams
page-free-one = One supervisor has no team
page-free-other = { $count } supervisors have no team
page-no-supervisors = No supervisor is shown.

# Score, and what is proven.

page-score = Score and proof
page-score-whole = The table is about the whole plan, whatever is filtered.
page-score-caption = Requirements not met and points, by rule
page-rule = Rule
page-requirements = Requirements not met
page-points = Points
page-total = Total
page-rules-rest-one = One other rule counts nothing in this plan.
page-rules-rest-other = { $count } other rules count nothing in this plan.
page-proof-none = Nothing is proven about this plan: it was scored, not searched for.
page-proof-met = All requirements are met.
page-proof-broken-one = { $count } requirement is not met. It is proven that no plan does better.
page-proof-broken-other = { $count } requirements are not met. It is proven that no plan has fewer of these.
page-proof-broken-open = { $broken } requirements are not met. It is proven that every plan has at least { $least }; whether a plan with fewer than this one exists is open.
page-proof-open-one = { $count } requirement is not met. Whether a plan exists that meets it is open.
page-proof-open-other = { $count } requirements are not met. Whether a plan with fewer of these exists is open.
page-proof-best = It is proven that no such plan has fewer points than this one, { $points }: it is the best there is.
page-proof-gap = This one has { $points } points. It is proven that no such plan has fewer than { $least }, so at most { $gap } of the points could be saved.
page-ended-limit = The search ended at its limit of time or work.
page-ended-cancelled = The search was cancelled.
page-ended-stalled = The search had nothing left to try and ended before its limit. A better plan may exist.
page-ended-numerical-failure = The search ended because its calculations were not precise enough to go on. The plan is correct, and so is what is proven about it.
page-ended-internal-error = The search ended with an internal error. The plan and what is proven about it are from before the error. Report it to the administrator.
page-brief-best = Proven: there is no better plan.
page-brief-gap = Proven: no plan is better by more than { $gap } of the points.
page-brief-unknown = Not proven: there may be a plan that meets more requirements.
page-brief-open = Proven: every plan has at least { $least } requirements that are not met.

# How to read the page.

page-reading = Reading this page
page-reading-requirements = Requirements come before points: a plan that meets one requirement more is better, however many points it costs. Some requirements cannot be met by any plan; the page says which, and why.
page-reading-points = Points say how far a plan is from what is wished: meetings that are hard to come to, lopsided teams, uneven load. Fewer is better.
page-reading-long = A bar below a sign: commitments and meeting together take more than eight hours that day. A dotted frame: joins on line.
page-states-caption = How somebody is at a meeting: the first that holds counts
page-sign = Sign
page-state = At a meeting
page-meaning = Meaning
page-absent-means = A commitment or absence that cannot give way, or no time to travel.
page-lesson-moved-means = Has a lesson at that time that can be moved.
page-duty-left-means = Has internship duty or work at another location and may leave it.
page-on-site-means = Is on internship duty or at work where the meeting is.
page-adjacent-means = Is at this location on the day, at another time.
page-other-site-means = Is at another location on the day and travels.
page-extra-trip-means = Has nothing else that day and makes a trip for it.
