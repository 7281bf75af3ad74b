/** A line of text as it is seen: its colour, what is behind it, and its size in pixels. */
export interface SeenText {
  readonly text: string;
  readonly color: string;
  readonly behind: string;
  readonly size: number;
}

/** Runs in the page: what can be read there, where it stands, and what has no name. Text, because the page has no modules of ours. */
export const look = `(() => {
  const visible = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba.*, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const holders = [...document.querySelectorAll("body *")].filter(
    (element) =>
      visible(element) && !element.closest(".unseen, svg, .watermark") &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ""),
  );
  const seen = holders.map((element) => ({
    text: element.textContent.trim().slice(0, 40),
    color: getComputedStyle(element).color,
    behind: behind(element),
    size: parseFloat(getComputedStyle(element).fontSize),
  }));
  const nameOf = (element) =>
    element.getAttribute("aria-label") || element.textContent.trim() || [...(element.labels ?? [])].map((one) => one.textContent).join("");
  const controls = [...document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex='0']")].filter(visible);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return {
    seen,
    nameless: controls.filter((element) => nameOf(element) === "").map((element) => element.outerHTML.slice(0, 120)),
    headings: [...document.querySelectorAll("h1, h2, h3, h4")].filter(visible).map((element) => Number(element.tagName[1])),
    tablesWithoutCaption: [...document.querySelectorAll("table:not(.u-legend)")].filter((table) => !table.caption).length,
    cellsWithoutScope: document.querySelectorAll("table:not(.u-legend) th:not([scope])").length,
    doubleIds: ids.filter((id, at) => ids.indexOf(id) !== at),
    danglingReferences: [...document.querySelectorAll("[aria-labelledby], [aria-describedby]")]
      .flatMap((element) => [element.getAttribute("aria-labelledby"), element.getAttribute("aria-describedby")])
      .filter((id) => id !== null && document.getElementById(id) === null),
    mains: document.querySelectorAll("main").length,
    language: document.documentElement.lang,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})()`;

export interface Look {
  readonly seen: readonly SeenText[];
  readonly nameless: readonly string[];
  readonly headings: readonly number[];
  readonly tablesWithoutCaption: number;
  readonly cellsWithoutScope: number;
  readonly doubleIds: readonly string[];
  readonly danglingReferences: readonly string[];
  readonly mains: number;
  readonly language: string;
  readonly sideways: number;
}
