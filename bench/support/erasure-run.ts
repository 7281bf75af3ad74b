import { randomBytes } from "node:crypto";
import type { ErasurePorts } from "../../functions/erasure/ports.ts";
import { takeTurn } from "../../functions/erasure/take-turn.ts";
import { turnWorks } from "../../functions/erasure/turns/turn-works.ts";
import { erasureAfter } from "../../shared/domain/erasures.ts";
import { defaultRetention } from "../../shared/domain/retention.ts";
import { memoryLog } from "../../shared/http/log.ts";
import { memorySigner } from "../../shared/stores/digest-signer.ts";
import { type Erasure, erasureWrites, openErasure, recentErasures } from "../../shared/stores/erasures.ts";
import { memoryTrailFiles } from "../../shared/stores/trail-files.ts";
import { memoryVersions } from "../../shared/stores/versions.ts";
import { clock } from "./applicants.ts";
import { openWard } from "./erasure-ward.ts";

/** An erasure of a ward of the given size in its own process: its CPU without the making of the ward, and its memory. */
const [, , size = "0"] = process.argv;

const run = async (people: number) => {
  const { ward, ...stores } = await openWard(people);
  const empty = memoryVersions(new Map<string, Uint8Array>());
  const ports: ErasurePorts = {
    ...stores,
    clock,
    random: randomBytes,
    log: memoryLog(),
    covered: new Set(),
    buckets: { staging: empty, outbox: empty, linkage: empty, exports: empty, audit: empty },
    audit: memoryTrailFiles(),
    signer: memorySigner(),
    schedule: defaultRetention,
    backups: { keyDays: 7, backupDays: 35 },
    ward: { code: "13110", name: "bench" },
  };
  const turn = takeTurn(ports, turnWorks);
  /** CPU until the erasure rests, in seconds. */
  const untilRest = async (): Promise<number> => {
    globalThis.gc?.();
    ward.making = 0;
    const before = process.cpuUsage();
    while ((await turn({})).next === "again");
    const { user, system } = process.cpuUsage(before);
    return (user + system - ward.making) / 1e6;
  };
  const listing = await untilRest();
  const listed = await openErasure(stores.database);
  if (listed?.state !== "awaiting-approval") throw new Error("nothing was listed");
  const half: Erasure = { ...listed, state: erasureAfter(listed.state, "first-approval"), version: listed.version + 1 };
  const whole: Erasure = { ...half, state: erasureAfter(half.state, "second-approval"), version: half.version + 1 };
  await stores.database.transact(erasureWrites(half));
  await stores.database.transact(erasureWrites(whole));
  const erasing = await untilRest();
  const [erasure] = await recentErasures(stores.database, 1);
  if (erasure?.state !== "done") throw new Error(`the erasure rests in ${erasure?.state}`);
  const count = (state: "listed" | "verified", { counts }: Erasure) =>
    Object.values(counts).reduce((sum, states) => sum + (states[state] ?? 0), 0);
  return {
    listing,
    erasing,
    people,
    examined: listed.examined,
    listed: count("listed", listed),
    erased: count("verified", erasure),
  };
};

await run(Math.min(3_000, Number(size)));
const measured = await run(Number(size));
process.send?.({ ...measured, mostMegabytes: process.resourceUsage().maxRSS / 1e3 });
process.disconnect?.();
