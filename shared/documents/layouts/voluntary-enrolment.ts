import { checkedLayout } from "../layout.ts";
import { voluntaryCauseCodes } from "./cause-codes.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { category, code, date, oneNumber, person, start, text } from "./report-fields.ts";

/** 任意加入・特例任意加入の申出と喪失の申出. Who lives abroad may have no address here; a loss says no 種別 of its own. */
export const voluntaryEnrolment = checkedLayout({
  title: "任意加入申出報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q06", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed", false),
      category(false),
      date("eventOn"),
      date("acquiredOn", false),
      date("lostOn", false),
      code("cause", 2, voluntaryCauseCodes),
      date("expiresOn", false),
      date("acceptedOn"),
      filler(146),
    ],
  },
  trailer: trailerOf("Q06", 600),
  atLeastOne: oneNumber,
  byForm: {
    A12: [["category"], ["acquiredOn"], ["expiresOn"]],
    A13: [["category"], ["acquiredOn"], ["expiresOn"]],
    A14: [["lostOn"]],
  },
});
