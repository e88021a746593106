// Who can come when: members by meetings, with the state in which each is (docs/model.md section 4).

/** The states in the order of the model, each with its sign and the keys of its name and meaning. */
const STATES = [
  ["×", "page-state-absent", "page-absent-means"],
  ["L", "page-state-lesson-moved", "page-lesson-moved-means"],
  ["D", "page-state-duty-left", "page-duty-left-means"],
  ["●", "page-state-on-site", "page-on-site-means"],
  ["○", "page-state-adjacent", "page-adjacent-means"],
  ["→", "page-state-other-site", "page-other-site-means"],
  ["E", "page-state-extra-trip", "page-extra-trip-means"],
];
const ABSENT = 0;
/** Letters in which the plan writes how somebody is at a meeting: state + 7 if the day is long + 14 on line. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzAB";

/** How somebody is at a meeting; nothing if it does not count for them. */
function presenceOf(letter) {
  const code = LETTERS.indexOf(letter);
  if (code < 0) return undefined;
  const state = code % 7;
  return { state, isLong: code % 14 >= 7, isOnline: code >= 14, comes: state !== ABSENT };
}

/** How somebody is at a meeting, in words. */
function presenceInWords({ state, isLong, isOnline }) {
  const also = [isOnline ? text("page-state-online") : null, isLong ? text("page-state-long") : null];
  return [text(STATES[state][1]), ...also.filter((part) => part !== null)].join(", ");
}

/** A table of members and supervisors by meetings. */
function attendanceTable(team) {
  const dates = plan.series[team.series].map(date);
  if (dates.length === 0) return el("p", { class: "notice" }, text("page-no-meetings"));
  const members = team.members.map(({ who, states }) => {
    const cells = [...states].map((letter, place) => presenceCell(presenceOf(letter), dates[place]));
    return el("tr", {}, el("th", { scope: "row" }, el("bdi", {}, called(plan.participants[who]))), cells);
  });
  const supervisors = team.supervisors.map(({ who, there }) => {
    const cells = [...there].map((is, place) => thereCell(is === "1", dates[place]));
    return el("tr", {}, el("th", { scope: "row" }, el("bdi", {}, called(plan.supervisors[who]))), cells);
  });
  const rowgroup = (name, rows) =>
    rows.length === 0
      ? []
      : [
          el("tr", { class: "rowgroup" }, el("th", { scope: "rowgroup", colspan: dates.length + 1 }, name)),
          ...rows,
        ];
  return [
    table(
      text("page-attendance-caption", { team: team.name }),
      { class: "attendance", unseenCaption: true },
      dateHeadings(dates),
      el("tbody", {}, rowgroup(text("page-members"), members)),
      el("tbody", {}, rowgroup(text("page-supervisors"), supervisors)),
      el("tfoot", {}, comingRow(team, dates.length), professionsRow(team, dates)),
    ),
    legend(team),
  ];
}

/** Rows of headings: years, months, and the days of the meetings in them. */
function dateHeadings(dates) {
  const spans = (length) => {
    const groups = new Map();
    for (const of of dates) groups.set(of.slice(0, length), (groups.get(of.slice(0, length)) ?? 0) + 1);
    return [...groups].map(([name, days]) =>
      el("th", { scope: "colgroup", colspan: days, class: "first" }, el("span", {}, name.split("-").at(-1))),
    );
  };
  const starts = (place) => place === 0 || dates[place - 1].slice(0, 7) !== dates[place].slice(0, 7);
  const day = (of, place) => el("th", { scope: "col", class: starts(place) ? "first" : undefined, title: of }, of.slice(8));
  return el(
    "thead",
    {},
    el("tr", {}, el("td", { rowspan: 3 }), spans(4)),
    el("tr", {}, spans(7)),
    el("tr", {}, dates.map(day)),
  );
}

function presenceCell(presence, day) {
  if (presence === undefined) {
    const words = text("page-state-not-there");
    return el("td", { class: "away", title: `${day}: ${words}` }, unheard("–"), unseen(words));
  }
  const { state, isLong, isOnline } = presence;
  const kind = [`state-${state}`, isLong ? "long" : "", isOnline ? "online" : ""].join(" ").trim();
  const words = presenceInWords(presence);
  return el("td", { class: kind, title: `${day}: ${words}` }, unheard(STATES[state][0]), unseen(words));
}

function thereCell(isThere, day) {
  const words = text(isThere ? "page-there" : "page-away");
  const kind = isThere ? "there" : "state-0";
  return el("td", { class: kind, title: `${day}: ${words}` }, unheard(isThere ? "✓" : "×"), unseen(words));
}

/** How many members come to each meeting; fewer than half of those who count stand out. */
function comingRow(team, meetings) {
  const cells = Array.from({ length: meetings }, (_, place) => {
    const presences = team.members.map(({ states }) => presenceOf(states[place]));
    const counted = presences.filter((of) => of !== undefined);
    const coming = counted.filter((of) => of.comes).length;
    const kind = 2 * coming < counted.length ? "few" : undefined;
    return el("td", { class: kind }, number(coming), unseen(` / ${number(counted.length)}`));
  });
  return el("tr", {}, el("th", { scope: "row" }, text("page-coming")), cells);
}

/** How many professions those who come to each meeting have; one where there could be more stands out. */
function professionsRow(team, dates) {
  const professionOf = ({ who }) => plan.kinds[plan.participants[who].kind].profession;
  const mixed = new Set(team.members.map(professionOf)).size > 1;
  const cells = dates.map((day, place) => {
    const heads = new Map();
    for (const member of team.members) {
      if (!presenceOf(member.states[place])?.comes) continue;
      const profession = professionOf(member);
      heads.set(profession, (heads.get(profession) ?? 0) + 1);
    }
    const each = [...heads].sort(([, one], [, other]) => other - one);
    const words = each.map(([profession, members]) => `${number(members)} ${profession}`).join(", ");
    const kind = mixed && heads.size === 1 ? "few" : undefined;
    return el("td", { class: kind, title: `${day}: ${words}` }, number(heads.size), unseen(` (${words})`));
  });
  return el("tr", {}, el("th", { scope: "row" }, text("page-professions-there")), cells);
}

/** Lessons to move and duty to leave for a team: whose, for whom, and how often. */
function displacedList(team) {
  const item = ({ cohort, text: both, people, days }) => {
    const names = people.flatMap((who, place) => [place === 0 ? null : ", ", person(plan.participants[who])]);
    const values = { first: date(days[0]), last: date(days.at(-1)) };
    const often = plural("page-displaced-days", days.length, values);
    const whose = cohort === undefined ? names : [el("bdi", {}, cohort), " (", names, ")"];
    return el("li", { title: days.map(date).join(", ") }, whose, ` – ${inLanguage(both)}; ${often}`);
  };
  return el("ul", { class: "displaced" }, team.displaced.map(item));
}

/** The states that occur in a team, and what they mean. */
function legend(team) {
  const presences = team.members.flatMap(({ states }) => [...states].map(presenceOf));
  const has = (test) => presences.some((of) => of !== undefined && test(of));
  const items = STATES.map(([sign, key], state) => [`state-${state}`, sign, text(key), has((of) => of.state === state)]);
  const away = presences.some((of) => of === undefined);
  items.push(["long plain", "", text("page-state-long"), has((of) => of.isLong)]);
  items.push(["online plain", "", text("page-state-online"), has((of) => of.isOnline)]);
  items.push(["away", "–", text("page-state-not-there"), away]);
  return legendOf(items.filter(([, , , isThere]) => isThere));
}

function legendOf(items) {
  const item = ([kind, sign, words]) =>
    el("li", {}, el("span", { class: `key ${kind}`, "aria-hidden": "true" }, sign), words);
  return el("ul", { class: "legend" }, items.map(item));
}

/** How to read the page: all states, and what points are. */
function drawReading() {
  const rows = STATES.map(([sign, name, meaning], state) =>
    el(
      "tr",
      {},
      el("td", {}, el("span", { class: `key state-${state}` }, sign)),
      el("th", { scope: "row" }, sentence(text(name))),
      el("td", {}, text(meaning)),
    ),
  );
  const head = headings(text("page-sign"), text("page-state"), text("page-meaning"));
  fill(
    "reading",
    el("p", {}, text("page-reading-points")),
    el("p", {}, text("page-reading-requirements")),
    table(text("page-states-caption"), { class: "plain states" }, head, el("tbody", {}, rows)),
    el("p", { class: "small" }, text("page-reading-long")),
  );
}
