"use strict";

// What all else builds on: the plan, texts in the language chosen, numbers, dates and elements.

/** The page as it was before anything was drawn, for saving it again. */
const original = document.documentElement.cloneNode(true);

/** The plan, as src/formats/page/view describes it. */
const plan = JSON.parse(document.getElementById("plan").textContent);

/** What the reader has chosen. */
const chosen = { language: plan.language, hidesNames: false };

/** The text under a key in the language chosen, each {$name} in it replaced by a value. */
function text(key, values = {}) {
  const found = plan.texts[chosen.language][key] ?? key;
  return found.replace(/\{\s*\$(\w+)\s*\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The text for a number of things: under the key with -one or -other behind it. */
function plural(key, count, values = {}) {
  const form = new Intl.PluralRules(chosen.language).select(count) === "one" ? "one" : "other";
  return text(`${key}-${form}`, { count: number(count), ...values });
}

/** Of a text in each language, the one in the language chosen. */
function inLanguage(both) {
  return both[plan.languages.indexOf(chosen.language)];
}

/** A text with a capital at its start. */
function sentence(words) {
  const [first = ""] = words;
  return first.toLocaleUpperCase(chosen.language) + words.slice(first.length);
}

function number(value, digits = 0) {
  const options = { maximumFractionDigits: digits };
  return new Intl.NumberFormat(chosen.language, options).format(value);
}

/** A number with its sign, such as +300 or −50. */
function signed(value) {
  return value < 0 ? `−${number(-value)}` : `+${number(value)}`;
}

/** Part of a whole in percent; all of it only where nothing is missing. */
function percent(part, whole) {
  if (whole === 0) return text("page-percent", { value: number(0) });
  const rounded = Math.round((100 * part) / whole);
  return text("page-percent", { value: number(part < whole ? Math.min(rounded, 99) : 100) });
}

/** The ISO date of a day, counted from the first date. */
function date(day) {
  const first = Date.parse(`${plan.firstDate}T00:00:00Z`);
  return new Date(first + day * 86_400_000).toISOString().slice(0, 10);
}

/** Minutes after midnight as HH:MM. */
function clock(minutes) {
  const two = (value) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function weekday(number) {
  return text(`weekday-${number}`);
}

/** What parts of a table are, said so that they stay it where the style makes the table a list. */
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tfoot: "rowgroup", tr: "row", td: "cell" };
const HEADING_ROLES = { row: "rowheader", rowgroup: "rowheader", col: "columnheader", colgroup: "columnheader" };

/**
 * An element. Attributes that are undefined, null or false are left out, and true is an empty one;
 * functions listen to the event of their name. Children are texts, nodes or lists of these; texts
 * are never read as HTML.
 */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  const role = name === "th" ? HEADING_ROLES[attributes.scope] : ROLES[name];
  if (role !== undefined) element.setAttribute("role", role);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** Something only for those who hear the page. */
function unseen(...children) {
  return el("span", { class: "unseen" }, ...children);
}

/** Something only for those who see the page. */
function unheard(...children) {
  return el("span", { "aria-hidden": "true" }, ...children);
}

/** A bar that is filled in part; the figures stand beside it. */
function bar(part, whole, kind = "") {
  const filled = el("span", { class: "bar-filled" });
  filled.style.setProperty("width", `${whole > 0 ? Math.min(100, (100 * part) / whole) : 0}%`);
  return el("span", { class: `bar ${kind}`, "aria-hidden": "true" }, filled);
}

/** Lets what is wider than its place be scrolled with the keyboard too, while it is. */
const scrolling = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const isWider = target.scrollWidth > target.clientWidth;
    const attributes = { tabindex: "0", role: "region", "aria-label": target.querySelector("caption").textContent };
    for (const [name, value] of Object.entries(attributes)) {
      if (isWider) target.setAttribute(name, value);
      else target.removeAttribute(name);
    }
  }
});

/** A table that scrolls by itself where it is wider than the page. */
function table(caption, { class: kind, unseenCaption }, ...parts) {
  const heading = el("caption", { class: unseenCaption ? "unseen" : undefined }, caption);
  const whole = el("div", { class: "scroll" }, el("table", { class: kind }, heading, ...parts));
  scrolling.observe(whole);
  return whole;
}

/** A heading row of a table. */
function headings(...names) {
  return el("thead", {}, el("tr", {}, names.map((name) => el("th", { scope: "col" }, name))));
}

/** Puts new content into a section. */
function fill(section, ...content) {
  document.querySelector(`#${section} .content`).replaceChildren(...content.flat(Infinity));
}

/**
 * Lets a list grow: the first `size` of the items at once, the others by a button below the list.
 * `add(items)` puts more items into it.
 */
function growing(items, size, add) {
  let next = 0;
  const more = el("button", { type: "button", class: "more", click: () => grow(size) });
  const grow = (count) => {
    add(items.slice(next, next + count));
    next = Math.min(items.length, next + count);
    more.hidden = next >= items.length;
    more.textContent = plural("page-more", items.length - next);
  };
  grow(size);
  return { more, grow, all: () => grow(items.length - next) };
}
