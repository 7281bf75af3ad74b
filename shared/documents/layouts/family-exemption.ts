import { checkedLayout } from "../layout.ts";
import { filler, headerOf, standInSource, trailerOf } from "./frame.ts";
import { birthDayCodes, childcareEndCodes, maternityTypeCodes, parentCodes } from "./relief-codes.ts";
import { code, date, month, oneNumber, person, start, text } from "./report-fields.ts";

const months = [["exemptionFrom"], ["exemptionUntil"]] as const;
const birth = [...months, ["maternityDay"], ["maternityDayIs"], ["maternityType"]] as const;
const child = [...months, ["childBornOn"], ["parent"]] as const;

/** 産前産後免除 and 育児期間免除, and what changes or ends them. What is changed is named by the day it was recorded for. No income. */
export const familyExemption = checkedLayout({
  title: "産前産後・育児免除報告",
  version: "standin-1",
  source: standInSource,
  lineEnding: "crlf",
  header: headerOf("Q11", 600),
  data: {
    length: 600,
    fields: [
      ...start,
      ...person,
      text("address", 200, "mixed", false),
      date("eventOn"),
      date("acceptedOn"),
      month("exemptionFrom", false),
      month("exemptionUntil", false),
      date("maternityDay", false),
      code("maternityDayIs", 1, birthDayCodes, false),
      code("maternityType", 1, maternityTypeCodes, false),
      date("maternityDayWas", false),
      date("childBornOn", false),
      date("childBornWas", false),
      code("parent", 1, parentCodes, false),
      date("adoptedOn", false),
      code("childcareEnd", 1, childcareEndCodes, false),
      filler(117),
    ],
  },
  trailer: trailerOf("Q11", 600),
  atLeastOne: oneNumber,
  byForm: {
    B14: birth,
    B15: [...birth, ["maternityDayWas"]],
    B16: child,
    "B17-1": [["exemptionUntil"], ["childBornOn"], ["childcareEnd"]],
    "B17-2": [...child, ["childBornWas"]],
  },
});
