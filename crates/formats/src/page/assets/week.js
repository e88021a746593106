// The week: all teams by location and weekday.

/** A location with more teams than this has a row for each start. */
const TEAMS_IN_A_ROW = 10;
/** Teams in one cell that are shown before the others are asked for. */
const TEAMS_IN_A_CELL = 12;

function drawWeek() {
  const slots = new Map(shown.teams.map((place) => [place, slotOf(plan.teams[place])]));
  if (slots.size === 0) {
    fill("week", el("p", { class: "notice" }, text("page-no-teams")));
    return;
  }
  const days = new Set([1, 2, 3, 4, 5]);
  const byPlace = new Map();
  for (const [place, slot] of slots) {
    days.add(slot.day);
    byPlace.set(slot.location, [...(byPlace.get(slot.location) ?? []), place]);
  }
  const columns = [...days].sort();
  const name = ([, [first]]) => slots.get(first).place;
  const compare = (one, other) =>
    Number(one[0] === null) - Number(other[0] === null) ||
    name(one).localeCompare(name(other), chosen.language, { numeric: true });
  const places = [...byPlace].sort(compare);
  const body = el("tbody", {});
  const rows = places.flatMap((of) => rowsOf(name(of), of[1], slots, columns));
  const { more } = growing(rows, 120, (some) => body.append(...some.map((row) => row())));
  const head = headings(text("page-location"), ...columns.map((day) => sentence(weekday(day))));
  const used = new Set([...slots.values()].map(({ day }) => day));
  const widths = el("colgroup", {}, el("col"), columns.map((day) => el("col", { class: used.has(day) ? undefined : "free" })));
  const caption = text("page-week-caption");
  fill("week", table(caption, { class: "week", unseenCaption: true }, widths, head, body), more);
}

/** The rows of a location, each a function that makes it: one row, or one for each start. */
function rowsOf(name, teams, slots, columns) {
  const order = (one, other) => slots.get(one).start - slots.get(other).start || one - other;
  teams.sort(order);
  const starts = [...new Set(teams.map((place) => slots.get(place).start))];
  const parts =
    teams.length > TEAMS_IN_A_ROW
      ? starts.map((start) => [start, teams.filter((place) => slots.get(place).start === start)])
      : [[undefined, teams]];
  return parts.map(([start, some], part) => () => {
    const time = start === undefined ? null : el("div", { class: "small" }, clock(start));
    const heading = part === 0 ? el("div", {}, name) : unseen(name);
    const at = (day) => some.filter((place) => slots.get(place).day === day);
    const cells = columns.map((day) => cell(day, at(day), slots, start === undefined));
    const kind = part === 0 ? "first" : undefined;
    return el("tr", { class: kind }, el("th", { scope: "row" }, heading, time), cells);
  });
}

function cell(day, teams, slots, withTime) {
  if (teams.length === 0) return el("td", {});
  const list = el("ul", {});
  const item = (place) => el("li", {}, chip(place, slots.get(place), withTime));
  const { more } = growing(teams, TEAMS_IN_A_CELL, (some) => list.append(...some.map(item)));
  return el("td", { "data-day": sentence(weekday(day)) }, list, more.hidden ? null : more);
}

/** A team in the week, as a link to it; its time is left out where the row tells it. */
function chip(place, { time, everyWeeks }, withTime) {
  const team = plan.teams[place];
  const broken = brokenOf.has(place);
  const moments = [withTime ? time : null, everyWeeks > 1 ? el("em", {}, rhythm(everyWeeks)) : null];
  const said = moments.filter((of) => of !== null).flatMap((of) => [of, " "]);
  return el(
    "a",
    { href: `#team-${place}`, class: broken ? "chip bad" : "chip" },
    el("bdi", {}, team.name),
    broken ? [" ", el("span", { class: "sign", "aria-hidden": "true" }, "!"), unseen(text("page-has-broken"))] : null,
    said.length === 0 ? null : [" ", el("span", { class: "chip-time" }, said)],
  );
}
