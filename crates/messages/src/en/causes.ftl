# Why a requirement is broken or points are counted, one for each cause of a rule.

cause-placed = In no team.
cause-once = Is in { $other } already.
cause-admitted = Is not admitted to { $environment }.
cause-pins-elsewhere = Is pinned to another environment or team.
cause-pins-never = Is never to meet at this time.
cause-pins-slot = The slot is not the one that is pinned.
cause-pins-theme = The theme is not the one that is pinned.
cause-team-count-few = { $environment } is { $amount ->
    [one] { $amount } team
   *[other] { $amount } teams
} short.
cause-team-count-many = { $environment } has { $amount ->
    [one] { $amount } team
   *[other] { $amount } teams
} too many.
cause-team-size = The team has { $size ->
    [one] { $size } member
   *[other] { $size } members
}; it should have { $min } to { $max }.
cause-slot-hours = No meeting is possible at this slot: it is outside the meeting hours or opening hours, or its week does not exist.
cause-slot-place = The environment has no meetings at this place.
cause-room-none = The location has rooms, but the team has none of them.
cause-room-small = { $room } has room for { $capacity }; members and supervisors are { $people }.
cause-room-double-booked = { $other } is in the same room at the same time.
cause-supervisors-education = The team has { $has } education-side { $has ->
    [one] supervisor
   *[other] supervisors
}; it should have { $wanted }. { $could ->
    [0] Nobody else on this side is available at this slot.
    [one] One other person on this side is available at this slot.
   *[other] { $could } others on this side are available at this slot.
}
cause-supervisors-practice = The team has { $has } practice-side { $has ->
    [one] supervisor
   *[other] supervisors
}; it should have { $wanted }. { $could ->
    [0] Nobody else on this side is available at this slot.
    [one] One other person on this side is available at this slot.
   *[other] { $could } others on this side are available at this slot.
}
cause-pinned-supervisors = Is pinned to this team but does not serve it.
cause-supervisor-fit = Does not supervise on this side, does not go to this location, or is named twice.
cause-supervisor-available = Is there at { $times } of the { $meetings } meetings.
cause-supervisor-hours = Has { $load } minutes of meetings a week and time for { $time }.
cause-supervisor-teams = Has { $teams } teams and takes at most { $most }.
cause-supervisor-double-booked = Meets with { $other } at the same time.
cause-supervisor-travel = Has { $gap } minutes between this team and { $other }; the travel takes { $travel }.
cause-professions = The members are of { $has ->
    [0] no known profession
    [one] one profession only ({ $names })
   *[other] { $has } professions ({ $names })
}; there should be at least { $wanted }.
cause-share-of-meetings = Can come to { $comes } of { $counted } meetings.
cause-quorum = At { $meetings ->
    [one] one meeting
   *[other] { $meetings } meetings
} too few members can come, first on { $first }.
cause-together = Should be with { $other } but is not.
cause-apart = Should not be with { $other } but is.
cause-attendance = { $points } points of attendance.
cause-fair-share = Away from the fair share of { $value } ({ $attribute }).
cause-different-organisations = More than one supervisor of { $organisation }.
cause-even-load = Has { $teams } teams.
cause-theme-open = The theme is not open to this team, or there is none.
cause-same-period = Is there at { $counted } of { $meetings } meetings: the others are before coming or after leaving.
cause-theme = Likes { $better ->
    [one] one theme
   *[other] { $better } themes
} better.
cause-number-balance = Away from the mean ({ $attribute }).
cause-few-professions = The members are of { $has ->
    [one] one profession
   *[other] { $has } professions
}; { $wanted } would be better.
cause-has = Nobody in this team has { $value }.
cause-alone = The only member with { $value } ({ $attribute }).
cause-critical-mass = { $has ->
    [one] One member
   *[other] { $has } members
} of { $value }; { $wanted } would be enough.
cause-fragile-size = Without any one member the team is too small.
cause-fragile-professions = Without one of its members the team has too few professions.
cause-even-sizes = The team has { $size ->
    [one] { $size } member
   *[other] { $size } members
}, away from the middle of what is asked.
cause-own-field = No supervisor of the team is of the field { $field }.
cause-willing = Would rather not, or less than others.
cause-stability-moved = Is no longer in { $team }.
cause-stability-slot = The slot of { $team } has changed.
cause-stability-supervisor = No longer supervises this team.

# Why a participant is left over.

reason-R3001 = No environment admits this participant.
reason-R3002 = { $environment }: what is pinned (another environment or team, or moments that are never possible) leaves no team here.
reason-R3003 = { $environment }: at every slot too few meetings can be attended; at the best one { $comes } of { $counted }.
reason-R3004 = { $environment }: there is no team to join.
reason-R3005 = { $environment }: at the team’s slot only { $comes } of { $counted } meetings can be attended, though another slot would do.
reason-R3006 = { $environment }: the teams that could be attended are full.
reason-R3007 = { $environment }: a team that could be attended has a place, but joining it may break another requirement.
reason-R3008 = { $environment }: a wish that is required keeps the participant out of the teams that could be attended.
reason-R3009 = { $environment }: the rooms of the teams that could be attended are full.
reason-R3010 = { $environment }: there is no place, and there are no supervisors left for another team.
reason-in-the-way = In the way: { $commitments }.
reason-commitment = { $name } on { $weekday } { $time }
