import { expect } from "vitest";
import { auditEntry } from "../../shared/audit/entry.ts";
import type { OperationId } from "../../shared/contracts/operations.ts";
import type { Instant } from "../../shared/law/calendar.ts";
import { findErasure, recentErasures } from "../../shared/stores/erasures.ts";
import { bodies, successes } from "../../tools/openapi/answers.ts";
import { listing, somebody } from "./erasure-listing.ts";
import { type Answer, openOffice } from "./office.ts";
import { openStores } from "./restarting-office.ts";

export const manager = { as: "manager-1", roles: ["manager"] } as const;
export const head = { as: "head-1", roles: ["head"] } as const;
export const otherHead = { as: "head-2", roles: ["head"] } as const;
export const operator = { as: "operator-1", roles: ["operator"] } as const;
export const auditor = { as: "auditor-1", roles: ["auditor"] } as const;

export const approve = { decision: "approve", documentNumber: "8目国発第10号" } as const;
export const refuse = { decision: "refuse", documentNumber: "8目国発第11号" } as const;

/** An office of three people: one whose years are over, one whose are not, one who still has a 資格; and the night's list. */
export const officeOfTheNight = async (
  over: Pick<NonNullable<Parameters<typeof openOffice>[0]>, "startErasure"> = {},
) => {
  const stores = openStores();
  const gone = await somebody(stores, 0, 2012);
  const later = await somebody(stores, 1, 2020);
  const stays = await somebody(stores, 2, null, [2018]);
  const list = async () => {
    const { run, surprises } = listing(stores);
    await run();
    if (surprises.length > 0) throw new Error(String(surprises[0]));
    const [erasure] = await recentErasures(stores.database, 1);
    if (!erasure) throw new Error("the night began no erasure");
    return erasure.erasureId;
  };
  const { database, master } = stores;
  const office = openOffice({ database, master, now: "2026-11-23T01:00:00.000Z" as Instant, ...over });
  /** Every entry of the trail, oldest first. */
  const entries = () => database.dump("audit").map(({ entry }) => auditEntry.parse(JSON.parse(String(entry))));
  const erasureNow = async (erasureId: string) => {
    const erasure = await findErasure(database, erasureId);
    if (!erasure) throw new Error("there is no such erasure");
    return erasure;
  };
  return { office, stores, people: { gone, later, stays }, list, entries, erasureNow };
};

/** What docs/openapi.json says of the answer: no field more, none less. */
export const asDescribed = (operation: OperationId, { status, body }: Answer) => {
  const success = successes[operation][status];
  expect([operation, status, success !== undefined]).toEqual([operation, status, true]);
  if (success) expect([operation, bodies[success.body].safeParse(body).error]).toEqual([operation, undefined]);
};
