import { checkedLayout } from "../layout.ts";
import type { requestedDocuments } from "../report-words.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { code, date, oneNumber, person, start, text } from "./report-fields.ts";

/** Stand-in codes of what is asked for. */
const requestCodes = { "number-notice": "1" } as const satisfies Record<keyof typeof requestedDocuments, string>;

/** 基礎年金番号通知書の再交付. The address is where it is sent to. */
export const numberNotice = checkedLayout({
  title: "基礎年金番号通知書再交付申請報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q05", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed"),
      date("eventOn"),
      code("requested", 1, requestCodes),
      date("acceptedOn"),
      filler(172),
    ],
  },
  trailer: trailerOf("Q05", 600),
  atLeastOne: oneNumber,
});
