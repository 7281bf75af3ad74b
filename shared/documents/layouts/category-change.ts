import { checkedLayout } from "../layout.ts";
import type { Correction, turns } from "../report-words.ts";
import { acquisitionCauseCodes } from "./cause-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { category, code, date, oneNumber, person, start, text } from "./report-fields.ts";

/** Stand-in codes of 職権訂正. */
const turnCodes = { acquired: "1", "category-changed": "2", lost: "3" } as const satisfies Record<
  keyof typeof turns,
  string
>;
const correctionCodes = { redated: "1", cancelled: "2" } as const satisfies Record<Correction, string>;

const change = [["category"], ["changedOn"], ["cause"]] as const;

/**
 * 種別変更報告書. The spouse is told where the change follows from the spouse's own (第3号から第1号). 職権訂正 goes out here
 * too: it names the recorded turn and its day, and whether another day stands in its place or none.
 */
export const categoryChange = checkedLayout({
  title: "種別変更報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q02", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed"),
      category(false),
      date("eventOn"),
      date("changedOn", false),
      code("cause", 2, acquisitionCauseCodes, false),
      text("spouseName", 60, "full-width", false),
      date("spouseBirthDate", false),
      date("acceptedOn"),
      code("turn", 1, turnCodes, false),
      date("recordedOn", false),
      code("correction", 1, correctionCodes, false),
      date("correctOn", false),
      filler(76),
    ],
  },
  trailer: trailerOf("Q02", 600),
  atLeastOne: oneNumber,
  byForm: { A03: change, A04: change, "A19-2": [["turn"], ["recordedOn"], ["correction"]] },
});
