// Gradio sets the language of the page to the browser's and follows a dark theme; both are held here.
for (const [name, value] of [["language", "nl"], ["languages", ["nl"]]]) {
  Object.defineProperty(navigator, name, { get: () => value });
}

const root = document.documentElement;
const holdLanguage = () => {
  if (root.lang !== "nl") root.lang = "nl";
};
holdLanguage();
new MutationObserver(holdLanguage).observe(root, { attributes: true, attributeFilter: ["lang"] });

document.addEventListener("DOMContentLoaded", () => {
  const holdTheme = () => document.body.classList.remove("dark");
  holdTheme();
  new MutationObserver(holdTheme).observe(document.body, { attributes: true, attributeFilter: ["class"] });
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
