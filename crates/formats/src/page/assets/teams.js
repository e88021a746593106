// The teams: a card for each, with details that are drawn when they are opened.

/** Teams that are drawn at once; more follow when one comes near the end. */
const CARDS_AT_ONCE = 25;
/** Of how many teams the details are printed at most. */
const MOST_PRINTED = 150;

/** Lines, one for each person and for so many meetings, beyond which a team is printed smaller, and smaller
    still, to fit on a sheet. */
const MANY = 9;
const VERY_MANY = 15;
const MEETINGS_A_LINE = 20;

/** The teams whose details are open. */
const opened = new Set();

/** The list of cards, as it grows. */
let cards;
/** Has it grow before the end is in sight, so that who scrolls on need not press the button. */
let nearEnd;

/** Draws the cards; those before `from` only once they are asked for. */
function drawTeams(from = 0) {
  const list = el("div", { class: "cards" });
  cards = growing(shown.teams.slice(from), CARDS_AT_ONCE, (some) => list.append(...some.map(card)));
  const { more, grow } = cards;
  nearEnd?.disconnect();
  nearEnd = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting) && !more.hidden) grow(CARDS_AT_ONCE);
    },
    { rootMargin: "1200px" },
  );
  nearEnd.observe(more);
  const isLong = shown.teams.length > MOST_PRINTED;
  const limit = el("p", { class: "notice printed" }, text("page-print-limit", { most: number(MOST_PRINTED) }));
  const before = el("button", { type: "button", class: "before", click: () => drawTeams() }, text("page-before"));
  fill(
    "teams",
    shown.teams.length === 0 ? el("p", { class: "notice" }, text("page-no-teams")) : [],
    isLong ? limit : [],
    from > 0 ? before : [],
    list,
    more,
  );
  sayOpened();
}

function card(place) {
  const team = plan.teams[place];
  const button = el("button", { type: "button", class: "details-button", "aria-controls": `details-${place}` });
  const details = el("div", { class: "details", id: `details-${place}`, hidden: true });
  const heading = el("h3", { id: `team-${place}-name`, tabindex: "-1" }, el("bdi", {}, team.name));
  const article = el(
    "article",
    { class: `team ${sizeOf(team)}`, id: `team-${place}`, "aria-labelledby": heading.id },
    el("header", {}, el("div", {}, heading, teamNote(team)), button),
    problems(place),
    el("div", { class: "glance" }, el("div", {}, moment(team), supervisors(team)), membersTable(team)),
    details,
  );
  const show = () => {
    const isOpen = opened.has(place);
    if (isOpen && details.childElementCount === 0) details.append(...detailsOf(team));
    details.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    button.replaceChildren(text(isOpen ? "page-close" : "page-open"), unseen(` ${team.name}`));
  };
  button.addEventListener("click", () => {
    if (!opened.delete(place)) opened.add(place);
    show();
    sayOpened();
  });
  show();
  return article;
}

/** How large a team is on paper. */
function sizeOf(team) {
  // A meeting every week takes more lines than one every two weeks.
  const lines = team.members.length + team.supervisors.length + plan.series[team.series].length / MEETINGS_A_LINE;
  if (lines > VERY_MANY) return "very-many";
  return lines > MANY ? "many" : "";
}

/** What is to be known of a team beside its name: id, environment and theme where they say more. */
function teamNote(team) {
  const environment = plan.environments[team.environment].name;
  const theme = team.theme === undefined ? null : text("page-theme", { theme: plan.themes[team.theme] });
  const notes = [team.id === team.name ? null : team.id, environment === team.name ? null : environment, theme];
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : el("p", { class: "small" }, said.join(" · "));
}

/** The requirements that a team does not meet. */
function problems(place) {
  const all = brokenOf.get(place);
  if (all === undefined) return null;
  const item = (broken) => {
    const { participant, supervisor } = broken;
    const of = participant !== undefined ? plan.participants[participant] : plan.supervisors[supervisor];
    const about = of === undefined ? null : [person(of), ": "];
    const rule = sentence(ruleName(broken.rule));
    return el("li", {}, el("strong", {}, rule), " – ", about, words(inLanguage(broken.text)));
  };
  return el("ul", { class: "problems", "aria-label": plural("page-broken-count", all.length) }, all.map(item));
}

function moment(team) {
  const { day, time, everyWeeks, place, room } = slotOf(team);
  const meetings = plan.series[team.series];
  const often =
    meetings.length === 1
      ? [text("page-once", { first: date(meetings[0]) })]
      : [
          rhythm(everyWeeks),
          meetings.length === 0 ? null : text("page-from", { first: date(meetings[0]) }),
          plural("page-meetings", meetings.length),
        ];
  return el(
    "div",
    { class: "moment" },
    el("p", { class: "when" }, `${sentence(weekday(day))} ${time}`),
    el("p", {}, often.filter((part) => part !== null).join(", ")),
    el("p", {}, [place, room].filter((part) => part !== undefined).join(", ")),
  );
}

function supervisors(team) {
  const item = ({ who, side }) => {
    const of = plan.supervisors[who];
    const organisations = of.organisations.join(", ");
    return el(
      "li",
      {},
      person(of),
      el("span", { class: "small" }, [text(`side-${side}`), organisations].filter((part) => part !== "").join(" · ")),
    );
  };
  const none = el("p", {}, text("page-nobody"));
  return el(
    "div",
    { class: "serving" },
    el("h4", {}, text("page-supervisors")),
    team.supervisors.length === 0 ? none : el("ul", {}, team.supervisors.map(item)),
  );
}

function membersTable(team) {
  const row = ({ who, states }) => {
    const of = plan.participants[who];
    const { programme, institution, field, level } = plan.kinds[of.kind];
    const { comes, counted } = attended(states);
    return el(
      "tr",
      { class: isSearched(ofParticipants[who]) ? "found" : undefined },
      el("th", { scope: "row" }, person(of)),
      el("td", { class: "programme" }, programme, institution === "" ? null : el("span", { class: "small" }, institution)),
      el("td", {}, field),
      el("td", {}, level),
      el("td", { class: "attending" }, bar(comes, counted), text("page-of", { part: number(comes), whole: number(counted) })),
    );
  };
  const names = ["page-member", "page-programme", "page-field", "page-level", "page-comes"].map((key) => text(key));
  const caption = plural("page-members-count", team.members.length);
  return table(caption, { class: "members" }, headings(...names), el("tbody", {}, team.members.map(row)));
}

/** What opens: who can come when, composition, why this slot, and points. */
function detailsOf(team) {
  const part = (key, ...content) => el("section", {}, el("h4", {}, text(key)), ...content);
  return [
    part("page-attendance", attendanceTable(team)),
    ...(team.displaced === undefined ? [] : [part("page-displaced", displacedList(team))]),
    part("page-composition", compositionTables(team)),
    part("page-slots", slotsSection(team)),
    part("page-team-points", teamPoints(team)),
  ];
}

function teamPoints(team) {
  const [broken, points] = team.score;
  const sums = [plural("page-points-count", points)];
  if (broken > 0) sums.unshift(plural("page-broken-count", broken));
  const rules = pointsInWords(team.rules, number).join("; ");
  return el("p", {}, el("strong", {}, sums.join(", ")), rules === "" ? "." : `: ${rules}.`);
}

/** Brings a team into view, whatever is searched for. */
function goToTeam(place) {
  if (plan.teams[place] === undefined) return;
  if (!shown.isTeam.has(place)) document.getElementById("filter").reset();
  if (document.getElementById(`team-${place}`) === null) drawTeams(shown.teams.indexOf(place));
  const heading = document.getElementById(`team-${place}-name`);
  if (!opened.has(place)) document.querySelector(`#team-${place} .details-button`).click();
  document.getElementById(`team-${place}`).scrollIntoView();
  heading.focus({ preventScroll: true });
}

/** The button for all details says what it will do. */
function sayOpened() {
  const button = document.getElementById("open-all");
  const all = shown.teams.length > 0 && shown.teams.every((place) => opened.has(place));
  button.hidden = shown.teams.length > MOST_PRINTED || shown.teams.length === 0;
  button.setAttribute("aria-expanded", String(all));
  button.textContent = text(all ? "page-close-all" : "page-open-all");
}

function toggleAll() {
  const all = shown.teams.every((place) => opened.has(place));
  for (const place of shown.teams) {
    if (all) opened.delete(place);
    else opened.add(place);
  }
  drawTeams();
}

/** Draws what is to be printed: lists to their ends and, unless the teams are very many, their details. */
function drawForPrint() {
  drawTeams();
  for (const more of document.querySelectorAll("main .more")) {
    while (!more.hidden) more.click();
  }
  if (shown.teams.length > MOST_PRINTED) return;
  for (const place of shown.teams) {
    const details = document.getElementById(`details-${place}`);
    if (details.childElementCount === 0) details.append(...detailsOf(plan.teams[place]));
  }
}
