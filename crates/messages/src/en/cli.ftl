# What the command line and the service say.

cli-cannot-read = { $file } cannot be read: { $problem }
cli-cannot-write = { $file } cannot be written: { $problem }
cli-exists = { $file } is there already and is left as it is. Give another name, or --force to replace it.
cli-is-source = { $file } is the roster itself, and is not replaced. Give another name.
cli-plan-is-json = { $file } holds no plan that can be read: a plan is read from the plan.json that leerteam plan --out writes, or from the folder that it is in.
cli-other-ending = { $file }: .xlsx workbooks, .json files and folders of .csv files are written. Give a name with one of these endings, or without an ending for a folder.
cli-other-plan = The plan is not of this roster.
cli-validated = { $errors ->
    [0] No errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}.
cli-progress = { $phase }: best { $best }, bound { $bound } (broken requirements/points), gap { $gap } %
cli-written =
    Written to { $folder }:
      plan.html     a page to look at
      plan.xlsx     the plan as a workbook
      csv           the same sheets as CSV files
      calendars     { $calendars ->
        [one] { $calendars } calendar file (.ics)
       *[other] { $calendars } calendar files (.ics): of teams, participants, supervisors and locations
    }
      plan.json     the plan for programs
cli-written-organisations = {"  "}organisations a folder for each organisation, about its own people and places
cli-marked-file = findings
cli-marked = The findings are marked in { $file }.
cli-heading = Plan for { $roster }: { $teams ->
    [one] { $teams } team
   *[other] { $teams } teams
}, { $placed } of { $participants } participants placed
cli-members = members
cli-slot = slot
cli-supervisors = supervisors
cli-meetings = meetings
cli-rhythm = { $every ->
    [one] every week
   *[other] every { $every } weeks
} from { $first }
cli-online = on line
cli-nobody = nobody
cli-attendance = { $meetings }, expected attendance { $percent } %, fewest { $fewest } on { $date }
cli-broken-heading = Broken requirements ({ $count })
cli-left-heading = Left over ({ $count }), each a broken requirement
cli-rule = rule
cli-broken = broken
cli-points = points
cli-total = total
cli-score = Score: { $broken ->
    [0] no broken requirements
    [one] { $broken } broken requirement
   *[other] { $broken } broken requirements
}, { $points } points
cli-bound = Proven: no plan has fewer than { $broken } broken requirements and, with as many, { $points } points
cli-gap = Gap: { $gap } % ({ $outcome })
cli-internal-error = An internal error ended the search. The plan and its bound are from before it. Report it to the administrator.

phase-prepare = Preparing
phase-first-plan = First plan
phase-requirements = Fewest broken requirements
phase-points = Fewest points
phase-check = Checking

service-invalid = { $errors ->
    [one] one error
   *[other] { $errors } errors
}; the first: { $first }
service-invalid-first = { $errors } errors, of which the first { $shown } are named here; ValidateRoster has all those of a roster. The first: { $first }
service-solve-exists = A solve of that name is running already.
service-no-solve = No solve of that name is running.
service-malformed = This is not a message of leerteam.v1.
service-long-list = { $field } has more entries than the limit, { $most }.
service-too-much = Read, the request would take { $times } times the memory that it has bytes; it has many entries with nothing in them.
service-too-large = The request has { $length } bytes; the limit is { $most }.
service-standstill = Nothing more of the request has come for some time.
service-busy = The server is busy, and { $waiting } are waiting already. Try again in { $seconds } seconds.
service-stopping = The server is stopping. Try again in a moment.
service-cancelled = The solve was cancelled while it was waiting.
service-no-thread = The system gives the server no thread. Try again in a moment.
service-store = The store of jobs does not answer. Try again in a moment.
service-no-job = There is no job of that name.
service-job-exists = Another request with that requestId was made before.
service-job-open = The job has not ended. Cancel it first.
service-no-plan = The job has no plan yet.
cli-more-findings = and { $count } more findings; all of them are in --json, and in the workbook that validate --marked writes.
cli-no-workbook = --marked is for workbooks: the roster is not one.
cli-without-base = The plan in force (basePlan) is not written; hand it in with --base.
