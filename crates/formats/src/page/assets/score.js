// What the plan is worth, by rule, and what is proven about it.

/** A fraction in percent, never rounded down to nothing. */
function gapInPercent(gap) {
  const value = 100 * gap;
  const words = value > 0 && value < 0.01 ? `< ${number(0.01, 2)}` : number(value, 2);
  return text("page-percent", { value: words });
}

/** How a search ended that did not end with a proof. */
const ENDS = {
  limit: "page-ended-limit",
  cancelled: "page-ended-cancelled",
  stalled: "page-ended-stalled",
  "numerical-failure": "page-ended-numerical-failure",
  "internal-error": "page-ended-internal-error",
};

/** What is proven, in sentences. */
function proof() {
  const [broken, points] = plan.score;
  if (!plan.proven) return [text("page-proof-none")];
  const { bound: [leastBroken, leastPoints], gap, outcome } = plan.proven;
  const sentences = [];
  if (broken === 0) sentences.push(text("page-proof-met"));
  else if (broken <= leastBroken) sentences.push(plural("page-proof-broken", broken));
  else if (leastBroken === 0) sentences.push(plural("page-proof-open", broken));
  else sentences.push(text("page-proof-broken-open", { broken: number(broken), least: number(leastBroken) }));
  if (broken <= leastBroken && points <= leastPoints) {
    sentences.push(text("page-proof-best", { points: number(points) }));
  } else if (broken <= leastBroken) {
    const figures = { points: number(points), least: number(leastPoints), gap: gapInPercent(gap) };
    sentences.push(text("page-proof-gap", figures));
  }
  const key = ENDS[outcome];
  if (key) sentences.push(text(key));
  return sentences;
}

/** The same in one line. */
function proofInBrief() {
  const [broken, points] = plan.score;
  if (!plan.proven) return text("page-proof-none");
  const { bound: [leastBroken, leastPoints], gap } = plan.proven;
  if (broken > leastBroken && leastBroken === 0) return text("page-brief-unknown");
  if (broken > leastBroken) return text("page-brief-open", { least: number(leastBroken) });
  if (points > leastPoints) return text("page-brief-gap", { gap: gapInPercent(gap) });
  return text("page-brief-best");
}

function drawScore() {
  const [broken, points] = plan.score;
  const counting = plan.rules.filter(({ score }) => score[0] !== 0 || score[1] !== 0);
  const most = Math.max(1, ...counting.map(({ score }) => score[1]));
  const row = ({ id, score: [requirements, value] }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, sentence(text(`rule-${id}`))),
      el("td", { class: `figure ${requirements > 0 ? "bad" : "nil"}` }, number(requirements)),
      el("td", { class: value === 0 ? "figure nil" : "figure" }, number(value)),
      el("td", { class: "drawn" }, bar(value, most)),
    );
  const head = headings(text("page-rule"), text("page-requirements"), text("page-points"));
  head.firstChild.append(el("td", {}));
  const total = el(
    "tr",
    {},
    el("th", { scope: "row" }, text("page-total")),
    el("td", { class: "figure" }, number(broken)),
    el("td", { class: "figure" }, number(points)),
    el("td", {}),
  );
  const rules = el("tbody", {}, counting.map(row));
  const rest = plan.rules.length - counting.length;
  fill(
    "score",
    proof().map((words) => el("p", {}, words)),
    el("p", { class: "small" }, text("page-score-whole")),
    table(text("page-score-caption"), { class: "plain scores", unseenCaption: true }, head, rules, el("tfoot", {}, total)),
    rest === 0 ? [] : el("p", { class: "small" }, plural("page-rules-rest", rest)),
  );
}
