// Saving a copy of the page without the names of people.

/** JSON as it can stand in a script element. */
function forScript(value) {
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}

/** The whole page as it came, with only ids of people in it. */
function pageWithoutNames() {
  const nameless = ({ name, ...rest }) => rest;
  const copy = original.cloneNode(true);
  copy.lang = chosen.language;
  copy.querySelector("#plan").textContent = forScript({
    ...plan,
    language: chosen.language,
    hasNames: false,
    participants: plan.participants.map(nameless),
    supervisors: plan.supervisors.map(nameless),
  });
  return `<!doctype html>\n${copy.outerHTML}\n`;
}

function saveWithoutNames() {
  const address = URL.createObjectURL(new Blob([pageWithoutNames()], { type: "text/html" }));
  const download = `${plan.roster.replace(/[^\p{L}\p{N}_-]+/gu, "-")}-${text("page-save-file")}.html`;
  const link = el("a", { href: address, download });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
