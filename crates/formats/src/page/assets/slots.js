// Why this slot: what the plan would be worth if just this team met at another one.

/** Shades of a cell, from as good to much worse. */
const SHADES = 5;
/** Starts beyond which the table of them takes too much of a sheet of paper. */
const TALL = 10;
/** Other slots that are shown in words. */
const NEXT_BEST = 5;

/** The other slots of a team, the best first, each with what changes in all. */
function otherSlots(team) {
  const all = team.others.map(([moment, room, changes]) => {
    const [day, start, offset, location] = plan.moments[moment];
    const broken = changes.reduce((sum, [, of]) => sum + of, 0);
    const points = changes.reduce((sum, [, , of]) => sum + of, 0);
    const isNow = moment === team.moment && (room ?? undefined) === team.room;
    return { day, start, offset, location, room, changes, broken, points, isNow };
  });
  return all;
}

function isBetter(one, other) {
  return one.broken < other.broken || (one.broken === other.broken && one.points < other.points);
}

function slotsSection(team) {
  if (team.others === undefined) return el("p", { class: "notice" }, text("page-slots-capped"));
  const all = otherSlots(team);
  const others = all.filter((slot) => !slot.isNow);
  if (others.length === 0) return el("p", { class: "notice" }, text("page-slots-none"));
  const now = { broken: 0, points: 0 };
  const better = others.filter((slot) => isBetter(slot, now)).length;
  const alike = others.filter((slot) => slot.broken === 0 && slot.points === 0).length;
  const lead = [plural("page-slots-others", others.length)];
  if (better > 0) lead.push(plural("page-slots-better", better));
  else if (alike > 0) lead.push(plural("page-slots-alike", alike));
  else lead.push(text("page-slots-best"));
  const next = others.slice(0, NEXT_BEST);
  const everything = el("details", {}, el("summary", {}, plural("page-slots-all", others.length)));
  everything.addEventListener("toggle", () => everything.append(slotsTable(team, others)), { once: true });
  return [
    el("p", { class: "small" }, lead.join(" ")),
    el(
      "div",
      { class: "slots-side" },
      slotsMatrix(team, all),
      el(
        "div",
        { class: "slots-next" },
        el("h5", {}, text("page-slots-next")),
        el("ol", {}, next.map((slot) => el("li", {}, slotName(team, slot), ": ", slotInWords(slot)))),
        others.length > next.length ? everything : null,
      ),
    ),
  ];
}

/** A slot in words, with what tells it from others. */
function slotName(team, { day, start, offset, location, room }) {
  const { duration, everyWeeks, locations } = plan.environments[team.environment];
  const parts = [`${sentence(weekday(day))} ${clock(start)}–${clock(start + duration)}`];
  if (everyWeeks > 1) parts.push(text("page-week-of", { week: number(offset + 1), every: number(everyWeeks) }));
  if (locations.length > 1) parts.push(location === null ? text("page-online") : plan.locations[location].name);
  if (room !== null && (room !== team.room || location !== plan.moments[team.moment][3])) parts.push(plan.locations[location].rooms[room]);
  return el("strong", {}, parts.join(", "));
}

/** What a slot costs more or less, and which rules that comes from. */
function slotInWords({ broken, points, changes }) {
  const parts = [];
  if (broken > 0) parts.push(plural("page-more-broken", broken));
  if (broken < 0) parts.push(plural("page-fewer-broken", -broken));
  if (points > 0) parts.push(plural("page-more-points", points));
  if (points < 0) parts.push(plural("page-fewer-points", -points));
  if (parts.length === 0) parts.push(text("page-as-good"));
  const rules = changesInWords(changes);
  return rules === "" ? parts.join(", ") : `${parts.join(", ")} (${rules})`;
}

/** Which rules change: requirements that are no longer met or met only then, and points. */
function changesInWords(changes) {
  const requirements = (sign) =>
    changes
      .filter(([, broken]) => Math.sign(broken) === sign)
      .map(([rule, broken]) => timesInWords(ruleName(rule), Math.abs(broken)));
  const [lost, won] = [requirements(1), requirements(-1)];
  const parts = pointsInWords(changes, signed);
  if (won.length > 0) parts.unshift(text("page-met-then", { rules: won.join(", ") }));
  if (lost.length > 0) parts.unshift(text("page-not-met-then", { rules: lost.join(", ") }));
  return parts.join("; ");
}

/** The points of rules, those with the most first. */
function pointsInWords(rules, figure) {
  const counting = rules.filter(([, , points]) => points !== 0);
  counting.sort(([, , one], [, , other]) => Math.abs(other) - Math.abs(one));
  return counting.map(([rule, , points]) => `${ruleName(rule)} ${figure(points)}`);
}

function ruleName(rule) {
  return text(`rule-${plan.rules[rule].id}`);
}

function timesInWords(name, times) {
  return times === 1 ? name : `${name} (${number(times)}×)`;
}

/** Starts by weekday: for each the best of the locations, rooms and weeks. */
function slotsMatrix(team, all) {
  const best = new Map();
  for (const slot of all) {
    const key = `${slot.start}/${slot.day}`;
    const known = best.get(key);
    if (known === undefined || slot.isNow || (!known.isNow && isBetter(slot, known))) best.set(key, slot);
  }
  const days = [...new Set(all.map((slot) => slot.day))].sort();
  const starts = [...new Set(all.map((slot) => slot.start))].sort((one, other) => one - other);
  const most = Math.max(1, ...[...best.values()].filter((slot) => slot.broken === 0).map((slot) => slot.points));
  const row = (start) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, clock(start)),
      days.map((day) => slotCell(best.get(`${start}/${day}`), most)),
    );
  const head = headings(text("page-start"), ...days.map((day) => sentence(weekday(day))));
  const kind = { class: starts.length > TALL ? "matrix tall" : "matrix", unseenCaption: true };
  return el(
    "div",
    {},
    table(text("page-slots-caption", { team: team.name }), kind, head, el("tbody", {}, starts.map(row))),
    el("p", { class: "small" }, text("page-slots-legend")),
  );
}

function slotCell(slot, most) {
  if (slot === undefined) return el("td", { class: "none" });
  if (slot.isNow) return el("td", { class: "now" }, text("page-now"));
  const title = slotInWords(slot);
  if (slot.broken !== 0) {
    const figure = [el("span", { class: "sign", "aria-hidden": "true" }, "!"), ` ${signed(slot.broken)}`];
    return el("td", { class: slot.broken > 0 ? "broken" : "shade-0", title }, figure, unseen(` ${text("page-requirements")}`));
  }
  const shade = Math.min(SHADES - 1, Math.max(0, Math.floor((SHADES * slot.points) / (most + 1))));
  return el("td", { class: `shade-${shade}`, title }, slot.points === 0 ? "0" : signed(slot.points));
}

/** All other slots, with all that changes. */
function slotsTable(team, others) {
  const row = (slot) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, slotName(team, slot)),
      el("td", { class: "figure" }, slot.broken === 0 ? "0" : signed(slot.broken)),
      el("td", { class: "figure" }, slot.points === 0 ? "0" : signed(slot.points)),
      el("td", {}, changesInWords(slot.changes)),
    );
  const head = headings(text("page-slot"), text("page-requirements"), text("page-points"), text("page-changes"));
  const caption = text("page-slots-caption", { team: team.name });
  return table(caption, { class: "plain", unseenCaption: true }, head, el("tbody", {}, others.map(row)));
}
