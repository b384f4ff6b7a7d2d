// Gradio sets the language of the page to the browser's; it is held here.
for (const [name, value] of [["language", "nl"], ["languages", ["nl"]]]) {
  Object.defineProperty(navigator, name, { get: () => value });
}

const root = document.documentElement;
const holdLanguage = () => {
  if (root.lang !== "nl") root.lang = "nl";
};
holdLanguage();
new MutationObserver(holdLanguage).observe(root, { attributes: true, attributeFilter: ["lang"] });

// Gradio puts this script into the page itself, before or after the browser has the whole page: whichever is quicker.
const whenThere = (act) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act);
  else act();
};

// Gradio chooses its colours once; ours and its own follow the reader's setting together, also when that changes.
const dark = matchMedia("screen and (prefers-color-scheme: dark)");
whenThere(() => {
  const followTheme = () => document.body.classList.toggle("dark", dark.matches);
  followTheme();
  dark.addEventListener("change", followTheme);
  new MutationObserver(followTheme).observe(document.body, { attributes: true, attributeFilter: ["class"] });
});

// Each screen has a title of its own, and its window a name, by which a paper leads back to it.
const screenName = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
const named = { kamer: "Kamer", helpdesk: "Helpdesk" }[screenName];
window.name = `vraagbaak-${named ? screenName : "vraag"}`;
if (named) {
  const holdTitle = () => {
    const title = `${named} – Vraagbaak passend onderwijs`;
    if (document.title !== title) document.title = title;
  };
  holdTitle();
  new MutationObserver(holdTitle).observe(document.head, { childList: true, subtree: true, characterData: true });
}

// The first thing that the keyboard reaches leads past the links to the field that each screen is for.
whenThere(() => {
  const skip = document.createElement("a");
  skip.className = "naar";
  skip.href = { kamer: "#kamer-onderwerp", helpdesk: "#helpdesk-vraag" }[screenName] ?? "#vraag";
  skip.textContent = "Naar het vraagveld";
  document.body.prepend(skip);
});

// What was read once is folded to its first line: that an answer is a computer's, and what not to type. On a telephone
// it is folded from the first, so that the field is in sight.
const READ = "passend-gelezen";
const narrow = matchMedia("(max-width: 30rem)");
const fold = () => {
  const notice = document.querySelector("details.uitleg");
  if (notice && !notice.dataset.gevouwen) {
    notice.dataset.gevouwen = "ja";
    if (narrow.matches || localStorage.getItem(READ)) notice.open = false;
  }
  if (document.querySelector("article.beurt")) localStorage.setItem(READ, "ja");
};
new MutationObserver(fold).observe(root, { childList: true, subtree: true });

// A mark leads to its quote: what it is folded in is opened.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.verwijzing, a.naar");
  if (!link) return;
  const goal = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!goal) return;
  event.preventDefault();
  for (let around = goal.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  goal.scrollIntoView({ block: "center" });
  (goal.querySelector("textarea, input") ?? goal).focus({ preventScroll: true });
});

// On paper nothing can be opened: what is folded is printed open, and folded again afterwards.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

// The element that is announced must be there before its words change. Around our words Gradio counts seconds, out of
// sight and in English: a role on the wrapper would have those read out too.
const announce = new MutationObserver(() => {
  const screens = ["status", "kamer-status", "helpdesk-status", "oordeel-status"];
  const waiting = screens.map((id) => `#${id} .prose:not([role])`);
  for (const status of document.querySelectorAll(waiting.join(", "))) {
    status.setAttribute("role", "status");
  }
});
announce.observe(root, { childList: true, subtree: true });

// The page says of which index it was drawn; when another one is served, it says so, and from when that is.
const LOOK = 15000; // milliseconds between two looks, only while somebody sees the page
const tellOfChange = async () => {
  const line = document.querySelector(".bijgewerkt");
  if (!line || document.hidden) return;
  const stand = await (await fetch("stand")).json();
  if (stand.index === line.dataset.index) return;
  line.dataset.index = stand.index;
  line.textContent = stand.told;
  for (const covered of document.querySelectorAll(".dekking")) covered.textContent = stand.coverage;
};
const look = () => tellOfChange().catch(() => {}); // a server that is away is told of by Gradio
setInterval(look, LOOK);
document.addEventListener("visibilitychange", look);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.kopieer");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.tekst);
    button.textContent = "Gekopieerd";
  } catch {
    button.textContent = "Kopiëren lukt niet in deze browser";
  }
});

// The three actions of the helpdesk by keys, for who has a telephone in the other hand.
const ACTIONS = { Digit1: "#helpdesk-gelezen input", Digit2: "#helpdesk-kopieer", Digit3: "#helpdesk-bewaar" };
document.addEventListener("keydown", (event) => {
  const goal = event.altKey && !event.ctrlKey && document.querySelector(ACTIONS[event.code] ?? "#geen-toets");
  if (!goal) return;
  event.preventDefault();
  goal.click();
});
