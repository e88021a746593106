// Search and filter: which teams and people are shown.

/** Text as it is searched: without accents and capitals. */
function folded(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("nl");
}

/** What can be searched about people: names apart, since these can be hidden. */
const searchable = (person, others) => ({
  open: folded([person.id, ...others].join("\n")),
  names: folded(person.name ?? ""),
});

const ofParticipants = plan.participants.map((participant) => {
  const { programme, institution, profession, field } = plan.kinds[participant.kind];
  return searchable(participant, [programme, institution, profession, field]);
});

const ofSupervisors = plan.supervisors.map((supervisor) =>
  searchable(supervisor, [...supervisor.organisations, ...supervisor.fields]),
);

const ofTeams = plan.teams.map((team) => {
  const environment = plan.environments[team.environment].name;
  const location = plan.moments[team.moment][3];
  const place = location === null ? "" : plan.locations[location].name;
  const members = team.members.map(({ who }) => ofParticipants[who]);
  const people = [...members, ...team.supervisors.map(({ who }) => ofSupervisors[who])];
  const kinds = team.members.map(({ who }) => plan.kinds[plan.participants[who].kind]);
  const supervisors = team.supervisors.flatMap(({ who }) => plan.supervisors[who].organisations);
  const own = folded([team.id, team.name, environment, place].join("\n"));
  return {
    open: [own, ...people.map((of) => of.open)].join("\n"),
    names: people.map((of) => of.names).join("\n"),
    organisations: new Set([...kinds.map((kind) => kind.institution), ...supervisors]),
    programmes: new Set(kinds.map((kind) => kind.programme)),
    location: String(location),
  };
});

/** What is asked for. */
const filter = { terms: [], organisation: "", programme: "", location: "", broken: false };

/** What is shown for it. */
const shown = { teams: plan.teams.map((_, place) => place), isTeam: new Set() };

function isFiltered() {
  const { terms, organisation, programme, location, broken } = filter;
  return terms.length > 0 || organisation !== "" || programme !== "" || location !== "" || broken;
}

/** Whether all terms are found; names are looked at only while they are shown. */
function isFound({ open, names }) {
  const isIn = (term) => term.test(open) || (!chosen.hidesNames && term.test(names));
  return filter.terms.every(isIn);
}

function isTeamShown(place) {
  const of = ofTeams[place];
  return (
    isFound(of) &&
    (filter.organisation === "" || of.organisations.has(filter.organisation)) &&
    (filter.programme === "" || of.programmes.has(filter.programme)) &&
    (filter.location === "" || of.location === filter.location) &&
    (!filter.broken || brokenOf.has(place))
  );
}

/** Whether somebody without a team is shown: by location, if a team could meet there. */
function isLeftOverShown({ participant, reasons }) {
  const { institution, programme } = plan.kinds[plan.participants[participant].kind];
  const places = reasons.flatMap(({ environment }) => plan.environments[environment]?.locations ?? []);
  return (
    isFound(ofParticipants[participant]) &&
    (filter.organisation === "" || institution === filter.organisation) &&
    (filter.programme === "" || programme === filter.programme) &&
    (filter.location === "" || places.map(String).includes(filter.location))
  );
}

/** Whether a requirement that is not met is shown: with its team, else with its person. */
function isBrokenShown({ team, participant, supervisor }) {
  if (team !== undefined) return shown.isTeam.has(team);
  if (supervisor !== undefined) return isSupervisorShown(supervisor);
  if (participant !== undefined) return isLeftOverShown({ participant, reasons: [] });
  return !isFiltered();
}

/** Whether a supervisor is shown: with a team that is, or for themselves. */
function isSupervisorShown(who) {
  if (teamsOf[who].some((team) => shown.isTeam.has(team))) return true;
  const { organisations } = plan.supervisors[who];
  return (
    filter.programme === "" &&
    filter.location === "" &&
    !filter.broken &&
    isFound(ofSupervisors[who]) &&
    (filter.organisation === "" || organisations.includes(filter.organisation))
  );
}

/** Whether the search is for this very person. */
function isSearched(of) {
  return filter.terms.length > 0 && isFound(of);
}

/** A pattern for a searched word. A number is not found within a longer one: 1-01 is not in 11-01. */
function termOf(word) {
  const literal = word.replace(/[^\p{L}\p{N}]/gu, "\\$&");
  return new RegExp(/^\d/.test(word) ? `(?<!\\d)${literal}` : literal);
}

/** Takes over what the form asks for. */
function readFilter(form) {
  const value = (name) => form.elements.namedItem(name).value;
  filter.terms = folded(value("search")).split(/\s+/).filter((word) => word !== "").map(termOf);
  filter.organisation = value("organisation");
  filter.programme = value("programme");
  filter.location = value("location");
  filter.broken = form.elements.namedItem("broken").checked;
  applyFilter();
}

function applyFilter() {
  shown.teams = plan.teams.map((_, place) => place).filter(isTeamShown);
  shown.isTeam = new Set(shown.teams);
  document.getElementById("clear").hidden = !isFiltered();
}

/** Says how many teams are shown. */
function sayCount() {
  const { length: all } = plan.teams;
  const some = { shown: number(shown.teams.length), all: number(all) };
  const words = isFiltered() ? text("page-count-some", some) : plural("page-count-all", all);
  document.getElementById("count").textContent = words;
  const printed = document.getElementById("printed-filter");
  printed.textContent = text("page-printed-filter", some);
  printed.hidden = !isFiltered();
}

/** Fills the choices of the form, in the language chosen, and leaves what was chosen. */
function fillChoices(form) {
  const names = (each) => [...new Set(each)].filter((name) => name !== "").map((name) => [name, name]);
  const institutions = plan.kinds.map((kind) => kind.institution);
  const organisations = plan.supervisors.flatMap((of) => of.organisations);
  const used = [...new Set(ofTeams.map((of) => of.location))];
  const place = (value) => (value === "null" ? text("page-online") : plan.locations[value].name);
  const choices = {
    organisation: names([...institutions, ...organisations]),
    programme: names(plan.kinds.map((kind) => kind.programme)),
    location: used.map((value) => [value, place(value)]),
  };
  for (const [name, all] of Object.entries(choices)) {
    const field = form.elements.namedItem(name);
    const before = field.value;
    all.sort(([, one], [, other]) => one.localeCompare(other, chosen.language, { numeric: true }));
    const options = [["", text("page-all")], ...all];
    field.replaceChildren(...options.map(([value, words]) => el("option", { value }, words)));
    field.value = before;
  }
}
