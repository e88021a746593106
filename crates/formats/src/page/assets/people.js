// People: their names or, where names are hidden or not here at all, their ids.

/** What a person is called in the page. */
function called(person) {
  return chosen.hidesNames ? person.id : (person.name ?? person.id);
}

/** A person: the name and, smaller, the id; or only the id. Names keep their own writing direction. */
function person(of) {
  const name = called(of);
  const id = name === of.id ? null : [" ", el("small", { class: "id" }, of.id)];
  return el("span", { class: "person" }, el("bdi", {}, name), id);
}

/** Text in which references to people are replaced by what they are called. */
function words(sentenceWithReferences) {
  const pieces = sentenceWithReferences.split(/\ue000([ps]\d+)\ue001/);
  return pieces.map((piece, place) => {
    if (place % 2 === 0) return piece;
    const list = piece[0] === "p" ? plan.participants : plan.supervisors;
    const of = list[Number(piece.slice(1))];
    return of ? el("bdi", {}, called(of)) : "";
  });
}

/** What a participant is: programme and institution. */
function programmeOf(participant) {
  const { programme, institution } = plan.kinds[participant.kind];
  return [programme, institution].filter((part) => part !== "").join(" · ");
}

/** A link to a team. */
function teamLink(place) {
  return el("a", { href: `#team-${place}`, class: "team-link" }, el("bdi", {}, plan.teams[place].name));
}

/** Requirements that are not met, by team; those of no team under undefined. */
const brokenOf = new Map();
for (const broken of plan.broken) {
  brokenOf.set(broken.team, [...(brokenOf.get(broken.team) ?? []), broken]);
}

/** The teams of each supervisor, each team once. */
const teamsOf = plan.supervisors.map(() => []);
plan.teams.forEach((team, place) => {
  for (const who of new Set(team.supervisors.map((of) => of.who))) teamsOf[who].push(place);
});

/** When and where a team meets, in parts. */
function slotOf(team) {
  const [day, start, offset, location] = plan.moments[team.moment];
  const { duration, everyWeeks } = plan.environments[team.environment];
  const place = location === null ? undefined : plan.locations[location];
  return {
    day,
    start,
    offset,
    location,
    everyWeeks,
    time: `${clock(start)}–${clock(start + duration)}`,
    place: place ? place.name : text("page-online"),
    room: place && team.room !== undefined ? place.rooms[team.room] : undefined,
  };
}

/** How often a team meets. */
function rhythm(everyWeeks) {
  return plural("page-rhythm", everyWeeks);
}

/** To how many meetings a member comes, of those that count. */
function attended(states) {
  let comes = 0;
  let counted = 0;
  for (const letter of states) {
    const presence = presenceOf(letter);
    if (presence === undefined) continue;
    counted += 1;
    if (presence.comes) comes += 1;
  }
  return { comes, counted };
}
