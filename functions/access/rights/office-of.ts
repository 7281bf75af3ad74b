import { type FirstHead, isFirstHead } from "../../../shared/access/duties.ts";
import { hasSayOver } from "../../../shared/access/say-over.ts";
import { type Department, departments } from "../../../shared/domain/departments.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { OfficerRecord } from "../../../shared/stores/rights.ts";

type Caller = Call["caller"];

const seesAll = ({ roles }: Caller) => roles.includes("steward") || roles.includes("auditor");

/** Departments whose rights the caller may look at: all for 利用者管理 and 監査人, those over which they have a say for a 所属長. */
export const departmentsSeenBy = (caller: Caller): Department[] =>
  keysOf(departments).filter(
    (department) =>
      seesAll(caller) || (["head", "clerk"] as const).some((duty) => hasSayOver(caller, { duty, department })),
  );

/** What somebody has that a 所属長 could have a say over: rights not ended, what is asked for, a place as head by configuration. */
const placesOf = ({ officer, standing }: OfficerRecord, firstHeads: readonly FirstHead[]) => [
  ...standing.rights.filter(({ ended }) => ended === null),
  ...standing.requests,
  ...firstHeads
    .filter((head) => head.officer === officer && isFirstHead(firstHeads, head, standing))
    .map(({ department }) => ({ duty: "head", department }) as const),
];

/** Whether there is anything left of an officer that could end. */
export const hasPlace = (record: OfficerRecord, firstHeads: readonly FirstHead[]): boolean =>
  placesOf(record, firstHeads).length > 0;

/** Whether the caller has a say over any of it. */
export const hasSayOverOfficer = (caller: Caller, record: OfficerRecord, firstHeads: readonly FirstHead[]): boolean =>
  placesOf(record, firstHeads).some((place) => hasSayOver(caller, place));
