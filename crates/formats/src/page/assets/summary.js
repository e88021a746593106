// What comes first: the plan in a few figures, and what needs attention.

/** Entries of one kind that are shown before the others are asked for. */
const FEW = 6;

/** Expected attendance over all members and meetings that count. */
const expected = { comes: 0, counted: 0 };
for (const member of plan.teams.flatMap((team) => team.members)) {
  const { comes, counted } = attended(member.states);
  expected.comes += comes;
  expected.counted += counted;
}

const placed = new Set(plan.teams.flatMap((team) => team.members.map(({ who }) => who)));

function drawTop() {
  const { title, roster, firstDate, lastDate } = plan;
  document.title = text("page-title", { name: title });
  document.getElementById("title").textContent = title;
  const facts = [
    text("page-period", { first: firstDate, last: lastDate }),
    plural("page-teams-count", plan.teams.length),
    plural("page-participants-count", plan.participants.length),
    title === roster ? null : roster,
  ];
  const parts = facts.filter((fact) => fact !== null).map((fact) => el("span", {}, fact));
  document.getElementById("facts").replaceChildren(...parts);
}

function drawFigures() {
  const [broken, points] = plan.score;
  const all = plan.participants.length;
  const figures = [
    figure(number(broken), plural("page-figure-broken", broken), broken > 0 ? "bad" : "good"),
    figure(
      text("page-of", { part: number(placed.size), whole: number(all) }),
      text("page-figure-placed"),
      placed.size < all ? "bad" : "good",
    ),
    figure(percent(expected.comes, expected.counted), text("page-figure-attendance")),
    figure(number(points), text("page-figure-points")),
  ];
  const verdict = el("p", { class: "verdict" }, proofInBrief());
  document.getElementById("figures").replaceChildren(el("ul", { class: "figures" }, figures), verdict);
}

function figure(value, words, tone) {
  const sign = { bad: "!", good: "✓" }[tone];
  return el(
    "li",
    { class: tone },
    el("strong", {}, value),
    el("span", {}, sign ? el("span", { class: "sign", "aria-hidden": "true" }, sign) : null, words),
  );
}

/** What is not as it should be, in words: requirements by rule, then who is left over. */
function drawAttention() {
  const leftOver = plan.leftOver.filter(isLeftOverShown);
  const byRule = new Map();
  for (const broken of plan.broken.filter((of) => !of.isLeftOver && isBrokenShown(of))) {
    byRule.set(broken.rule, [...(byRule.get(broken.rule) ?? []), broken]);
  }
  const groups = [...byRule].sort(([one], [other]) => one - other).map(([rule, all]) => {
    const heading = sentence(ruleName(rule));
    return group(heading, all.map(brokenItem), all.reduce((sum, of) => sum + of.count, 0));
  });
  if (leftOver.length > 0) {
    const each = leftOver.map(leftOverItem);
    groups.push(group(text("page-left-over"), each, leftOver.length, text("page-left-over-lead")));
  }
  if (groups.length > 0) {
    fill("attention", el("div", { class: "groups" }, groups));
  } else {
    const words = isFiltered() ? text("page-attention-filtered") : text("page-attention-none");
    fill("attention", el("p", { class: "notice good" }, unheard("✓ "), words));
  }
}

function group(heading, items, count, lead) {
  const list = el("ul", { class: "reasons" });
  const { more, all } = growing(items, FEW, (some) => list.append(...some));
  more.addEventListener("click", all, { once: true });
  return el(
    "section",
    { class: "group" },
    el("h3", {}, heading, " ", el("span", { class: "badge" }, number(count))),
    lead ? el("p", { class: "small" }, lead) : null,
    list,
    more,
  );
}

/** Whom a requirement is about, and why it is not met. */
function brokenItem({ team, participant, supervisor, text: both }) {
  const about = [
    team === undefined ? null : teamLink(team),
    participant === undefined ? null : person(plan.participants[participant]),
    supervisor === undefined ? null : person(plan.supervisors[supervisor]),
  ].filter((of) => of !== null);
  const heading = about.length === 0 ? null : el("div", { class: "about" }, about);
  return el("li", {}, heading, el("div", {}, words(inLanguage(both))));
}

function leftOverItem({ participant, reasons }) {
  const of = plan.participants[participant];
  return el(
    "li",
    {},
    el("div", { class: "about" }, person(of), el("span", { class: "small" }, programmeOf(of))),
    reasons.map(({ text: both }) => el("div", {}, words(inLanguage(both)))),
  );
}
