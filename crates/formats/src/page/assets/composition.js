// Composition: how many members of each kind teams have, against the fair share.

/** Kinds that have a colour of their own; all others have one together. */
const COLOURS = 8;
/** Teams that are shown before the others are asked for. */
const TEAMS_AT_ONCE = 60;

/** The attribute that the section shows, by its name in English. */
let composedBy = null;

/** Members of a kind that a team of this size would have by its fair share. */
function fairShare(share, size) {
  return (share * size) / 100;
}

/** How many members would have to be of another kind for the team to have its fair share. */
function awayFrom(heads, values, size) {
  const away = heads.reduce((sum, count, place) => sum + Math.abs(count - fairShare(values[place].share, size)), 0);
  return away / 2;
}

/** For each attribute a table of one team: members, fair share, and both as a bar. */
function compositionTables(team) {
  const { attributes } = plan.environments[team.environment];
  const size = team.members.length;
  const tables = attributes.map(({ name, values }, place) => {
    const heads = team.heads[place];
    const all = values.map(({ name: value, share }, of) => ({ value, count: heads[of], fair: fairShare(share, size) }));
    const rows = all.filter(({ count, fair }) => count > 0 || fair >= 0.5);
    rows.sort((one, other) => other.count - one.count || other.fair - one.fair);
    const rest = all.length - rows.length;
    const row = ({ value, count, fair }) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, value),
        el("td", { class: "figure" }, number(count)),
        el("td", { class: "figure" }, number(fair, 1)),
        el("td", { class: "drawn" }, barWithMark(count, fair, size)),
      );
    const head = headings(sentence(inLanguage(name)), text("page-members"), text("page-fair-share"));
    head.firstChild.append(el("td", {}));
    const caption = text("page-composition-caption", { attribute: inLanguage(name), team: team.name });
    const others = rest === 0 ? null : el("p", { class: "small" }, plural("page-other-values", rest));
    const kind = { class: "plain balance", unseenCaption: true };
    return el("div", {}, table(caption, kind, head, el("tbody", {}, rows.map(row))), others);
  });
  return el("div", { class: "balances" }, tables);
}

/** A bar with a mark where the fair share is. */
function barWithMark(count, fair, size) {
  const drawn = bar(count, size);
  const mark = el("span", { class: "bar-mark" });
  mark.style.setProperty("inset-inline-start", `${size > 0 ? Math.min(100, (100 * fair) / size) : 0}%`);
  drawn.append(mark);
  return drawn;
}

/** The attributes of all environments, each once. */
function attributesOfAll() {
  const all = new Map();
  for (const { name } of plan.environments.flatMap((environment) => environment.attributes)) all.set(name[0], name);
  return all;
}

function drawComposition() {
  const all = attributesOfAll();
  if (all.size === 0 || shown.teams.length === 0) {
    const words = text(all.size === 0 ? "page-composition-none" : "page-no-teams");
    fill("composition", el("p", { class: "notice" }, words));
    return;
  }
  if (!all.has(composedBy)) [composedBy] = all.keys();
  const choice = ([key, name]) => {
    const change = () => {
      composedBy = key;
      drawn.replaceChildren(...composition(key, name));
    };
    const input = el("input", { type: "radio", name: "composed-by", value: key, checked: key === composedBy, change });
    return el("label", {}, input, el("span", {}, sentence(inLanguage(name))));
  };
  const legendText = el("legend", { class: "unseen" }, text("page-composed-by"));
  const choices = el("fieldset", { class: "switch choices" }, legendText, [...all].map(choice));
  const drawn = el("div", {}, composition(composedBy, all.get(composedBy)));
  fill("composition", choices, drawn);
}

/** Legend and table of one attribute. */
function composition(key, name) {
  const teams = shown.teams.map((place) => compositionOf(place, key)).filter((of) => of !== undefined);
  const sums = new Map();
  for (const { value, count } of teams.flatMap(({ values }) => values)) {
    sums.set(value, (sums.get(value) ?? 0) + count);
  }
  const ranked = [...sums].sort(([, one], [, other]) => other - one).map(([value]) => value);
  const colour = (value) => Math.min(COLOURS, ranked.indexOf(value));
  const items = ranked.slice(0, COLOURS).map((value, place) => [`colour-${place}`, "", value]);
  if (ranked.length > COLOURS) items.push([`colour-${COLOURS}`, "", text("page-other-kinds")]);
  const body = el("tbody", {});
  const add = (some) => body.append(...some.map((of) => compositionRow(of, colour)));
  const { more } = growing(teams, TEAMS_AT_ONCE, add);
  const head = headings(text("page-team"), text("page-composition-bar"), text("page-away-from-share"));
  const caption = text("page-composition-all", { attribute: inLanguage(name) });
  return [
    legendOf(items),
    table(caption, { class: "plain compositions", unseenCaption: true }, head, body),
    more,
  ];
}

/** What one team is made of; nothing if its environment does not look at the attribute. */
function compositionOf(place, key) {
  const team = plan.teams[place];
  const { attributes } = plan.environments[team.environment];
  const at = attributes.findIndex(({ name }) => name[0] === key);
  if (at < 0) return undefined;
  const size = team.members.length;
  const values = attributes[at].values.map(({ name, share }, of) => ({
    value: name,
    count: team.heads[at][of],
    fair: fairShare(share, size),
  }));
  return { place, size, values, away: awayFrom(team.heads[at], attributes[at].values, size) };
}

/** A team with two bars, its members and below them its fair share; what they show also in words. */
function compositionRow({ place, size, values, away }, colour) {
  const parts = [...values].sort((one, other) => colour(one.value) - colour(other.value));
  const segment = (part, words) => (of) => {
    const piece = el("span", { class: `piece colour-${colour(of.value)}` }, words(of));
    piece.style.setProperty("flex-grow", String(part(of)));
    return piece;
  };
  const members = parts.filter(({ count }) => count > 0);
  const shares = parts.filter(({ fair }) => fair > 0);
  const inWords = parts
    .filter(({ count, fair }) => count > 0 || fair >= 0.5)
    .map(({ value, count, fair }) =>
      text("page-composition-words", { value, count: number(count), fair: number(fair, 1) }),
    );
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, teamLink(place)),
    el(
      "td",
      { class: "drawn" },
      unseen(inWords.join("; ")),
      el(
        "div",
        { class: "composed", "aria-hidden": "true", title: inWords.join("; ") },
        el("div", { class: "pieces" }, members.map(segment(({ count }) => count, ({ value, count }) => `${number(count)} ${value}`))),
        el("div", { class: "pieces thin" }, shares.map(segment(({ fair }) => fair, () => ""))),
      ),
    ),
    el("td", { class: "figure" }, size === 0 ? "" : number(away, 1)),
  );
}
