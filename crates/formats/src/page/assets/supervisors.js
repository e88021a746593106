// The load of supervisors.

/** Supervisors that are shown before the others are asked for. */
const SUPERVISORS_AT_ONCE = 100;

function drawSupervisors() {
  const all = plan.supervisors.map((_, who) => who).filter(isSupervisorShown);
  const busy = all.filter((who) => teamsOf[who].length > 0);
  const free = all.filter((who) => teamsOf[who].length === 0);
  if (all.length === 0) {
    fill("supervisors", el("p", { class: "notice" }, text("page-no-supervisors")));
    return;
  }
  const content = [];
  if (busy.length > 0) {
    const body = el("tbody", {});
    const { more } = growing(busy, SUPERVISORS_AT_ONCE, (some) => body.append(...some.map(supervisorRow)));
    const names = ["page-supervisor", "page-side", "page-teams", "page-load"].map((key) => text(key));
    const caption = text("page-load-caption");
    content.push(table(caption, { class: "plain loads", unseenCaption: true }, headings(...names), body), more);
  }
  if (free.length > 0) {
    const list = el("ul", { class: "free" });
    const item = (who) => {
      const of = plan.supervisors[who];
      return el("li", {}, person(of), el("span", { class: "small" }, sidesOf(of)));
    };
    const { more } = growing(free, SUPERVISORS_AT_ONCE, (some) => list.append(...some.map(item)));
    content.push(el("details", {}, el("summary", {}, plural("page-free", free.length)), list, more));
  }
  fill("supervisors", ...content);
}

function sidesOf({ sides, organisations }) {
  return [sides.map((side) => text(`side-${side}`)).join(", "), organisations.join(", ")]
    .filter((part) => part !== "")
    .join(" · ");
}

function supervisorRow(who) {
  const of = plan.supervisors[who];
  const { load, time, maxTeams, sides, organisations } = of;
  const teams = teamsOf[who];
  const most = maxTeams === undefined ? null : el("span", { class: "small" }, plural("page-at-most", maxTeams));
  const links = teams.map((place) => el("li", {}, teamLink(place)));
  return el(
    "tr",
    { class: isSearched(ofSupervisors[who]) ? "found" : undefined },
    el("th", { scope: "row" }, person(of)),
    el(
      "td",
      {},
      sides.map((side) => text(`side-${side}`)).join(", "),
      organisations.length === 0 ? null : el("span", { class: "small" }, organisations.join(", ")),
    ),
    el("td", {}, el("ul", { class: "inline" }, links), most),
    el(
      "td",
      { class: "attending" },
      bar(load, time, load > time ? "over" : ""),
      text("page-minutes-of", { part: number(load), whole: number(time) }),
    ),
  );
}
