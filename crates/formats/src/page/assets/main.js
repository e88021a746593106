// Draws the page, and draws it again when the reader chooses something else.

const form = document.getElementById("filter");
const hideNames = document.getElementById("hide-names");
const save = document.getElementById("save");

/** The texts that stand in the template. */
function drawTexts() {
  document.documentElement.lang = chosen.language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", text(element.dataset.label));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen.language));
  }
}

/** What changes with the filter. */
function drawFiltered() {
  sayCount();
  drawAttention();
  drawWeek();
  drawTeams();
  drawComposition();
  drawSupervisors();
}

function drawAll() {
  drawTexts();
  drawTop();
  drawFigures();
  fillChoices(form);
  drawFiltered();
  drawScore();
  drawReading();
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    chosen.language = button.dataset.language;
    drawAll();
  });
}

hideNames.hidden = !plan.hasNames;
save.hidden = !plan.hasNames;
hideNames.addEventListener("click", () => {
  chosen.hidesNames = !chosen.hidesNames;
  hideNames.setAttribute("aria-pressed", String(chosen.hidesNames));
  // A name that is searched for is not found any longer.
  applyFilter();
  drawAll();
});
save.addEventListener("click", saveWithoutNames);
document.getElementById("print").addEventListener("click", () => window.print());
document.getElementById("open-all").addEventListener("click", toggleAll);
window.addEventListener("beforeprint", drawForPrint);

// Beside the plan the form is always open; above it, on a narrow screen, only when it is asked for.
const beside = window.matchMedia("(min-width: 62.01rem)");
const fold = () => {
  document.getElementById("fold").open = beside.matches;
};
beside.addEventListener("change", fold);
fold();

let waiting;
const filterNow = () => {
  readFilter(form);
  drawFiltered();
};
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(filterNow, 150);
});
form.addEventListener("change", () => {
  clearTimeout(waiting);
  filterNow();
});
form.addEventListener("submit", (event) => event.preventDefault());
// The fields are empty only after the event.
form.addEventListener("reset", () => {
  clearTimeout(waiting);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = false;
    else if (field.name) field.value = "";
  }
  filterNow();
  form.elements.namedItem("search").focus();
});

/** The team that a link leads to, if it leads to one. */
function teamOfLink(link) {
  return /^#team-(\d+)$/.exec(link)?.[1];
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#team-"]');
  if (link === null) return;
  event.preventDefault();
  history.replaceState(null, "", link.hash);
  goToTeam(Number(teamOfLink(link.hash)));
});

applyFilter();
drawAll();
if (teamOfLink(location.hash) !== undefined) goToTeam(Number(teamOfLink(location.hash)));
