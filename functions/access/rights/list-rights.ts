import { isFirstHead } from "../../../shared/access/duties.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import { rightsQuery } from "../../../shared/contracts/rights.ts";
import { departments } from "../../../shared/domain/departments.ts";
import { today } from "../../../shared/domain/filing.ts";
import { dueForReview } from "../../../shared/domain/right-review.ts";
import type { Call } from "../../../shared/http/call.ts";
import { faultsOf } from "../../../shared/http/faults.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { findOfficer, type OfficerRecord, officersOf } from "../../../shared/stores/rights.ts";
import { groupsOf } from "../../groups-of.ts";
import { lastUses } from "./last-use.ts";
import { departmentsSeenBy } from "./office-of.ts";
import type { RightsPorts } from "./ports.ts";
import { requestView, rightView } from "./right-view.ts";

/** Officers whose last uses are looked up side by side. */
const atOnce = 20;

/** Who has what, who asks for what, and when each right was last used; with `review=due` what has still to be confirmed. */
export const listRights =
  ({ database, firstHeads }: RightsPorts) =>
  async (call: Call): Promise<Reply> => {
    const asked = rightsQuery.safeParse(call.query);
    if (!asked.success) return problem("invalid-content", faultsOf(asked.error));
    const { department, review } = asked.data;
    const seen = departmentsSeenBy(call.caller);
    if (department !== undefined && !seen.includes(department)) return problem("not-allowed");
    const shown = department === undefined ? seen : [department];
    await keepTrail(database, call.trail({ codes: [...shown, ...(review ? ["review-due"] : [])] }));

    const day = today(call.occasion);
    const lists = await Promise.all(shown.map((each) => officersOf(database, each)));
    const officers = new Map(lists.flat().map((record) => [record.officer, record]));
    const rightsOf = async ({ officer, standing }: OfficerRecord) => {
      const listed = standing.rights.filter(
        (right) => shown.includes(right.department) && (review === undefined || dueForReview(right, day)),
      );
      if (listed.length === 0) return [];
      const lastUse = await lastUses(database, officer);
      return listed.map((right) => rightView(officer, right, day, lastUse(right)));
    };
    const rights: ReturnType<typeof rightView>[] = [];
    for (const group of groupsOf([...officers.values()], atOnce))
      rights.push(...(await Promise.all(group.map(rightsOf))).flat());
    const requests = [...officers.values()].flatMap(({ officer, standing }) =>
      standing.requests
        .filter((request) => shown.includes(request.department))
        .map((request) => requestView(officer, request)),
    );
    const heads = firstHeads.filter((head) => shown.includes(head.department));
    const standings = await Promise.all(heads.map(({ officer }) => findOfficer(database, officer)));
    const configured = heads
      .filter((head, at) => isFirstHead(firstHeads, head, standings[at]?.standing ?? { leftAt: null }))
      .map((head) => ({ ...head, departmentLabel: departments[head.department] }));
    return { status: 200, body: { asOf: day, rights, requests: review ? [] : requests, firstHeads: configured } };
  };
