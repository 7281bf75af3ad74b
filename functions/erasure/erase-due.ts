import * as z from "zod";
import { erasureAfter } from "../../shared/domain/erasures.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { type Erasure, erasureWrites } from "../../shared/stores/erasures.ts";
import { tablesWithRecords } from "../../shared/stores/holdings.ts";
import { countItems, inState } from "./count-items.ts";
import { checkNewcomers, type Frozen, frozenPeople } from "./erasing/check-newcomers.ts";
import { eraseOwners } from "./erasing/erase-owners.ts";
import { eraseSentFiles } from "./erasing/erase-sent-files.ts";
import { eraseTrail } from "./erasing/erase-trail.ts";
import { erasureKey } from "./erasing/evidence.ts";
import { freezePeople } from "./erasing/freeze-people.ts";
import { ownersPage } from "./erasing/owners-page.ts";
import type { Pass } from "./erasing/pass.ts";
import { erasureAgain } from "./erasure-again.ts";
import { rowsInForce } from "./rows-in-force.ts";
import type { StateWork, Turn } from "./turn.ts";

interface Page {
  readonly looked: number;
  readonly next: string | null;
}

/** One walk of a pass. */
interface Step {
  readonly name: string;
  readonly page: (after: string | null, pass: Pass, frozen: () => Promise<Frozen>) => Promise<Page>;
}

const overOwners = (name: string, work: typeof freezePeople): Step => ({
  name,
  page: async (after, pass) => {
    const { groups, next } = await ownersPage(pass.turn.ports.database, pass.erasureId, after);
    await work(groups, pass);
    return { looked: groups.length, next };
  },
});

/** 鍵を止める, then 新しい記録がないかを見る, then 消す. Whatever could not be done in a pass is done in the next. */
const steps: readonly Step[] = [
  overOwners("freezing", freezePeople),
  ...tablesWithRecords.map((table): Step => {
    const check = checkNewcomers(table);
    return { name: `checking-${table}`, page: async (after, pass, frozen) => check(after, await frozen(), pass) };
  }),
  { name: "erasing-sent-files", page: eraseSentFiles },
  { name: "erasing-trail", page: eraseTrail },
  overOwners("erasing", eraseOwners),
];

const cursorText = z.strictObject({ step: z.string(), after: z.string().nullable() });
const begin = { step: steps[0]?.name ?? "", after: null };
const cursorOf = ({ cursor }: Erasure) => (cursor === null ? begin : cursorText.parse(JSON.parse(cursor)));

const kept = async (after: Erasure, { ports }: Turn): Promise<Erasure | null> =>
  (await ports.database.transact(erasureWrites(after))).ok ? after : null;

/** From here on something may be gone: said before anything is. */
const begun = async (erasure: Erasure, turn: Turn): Promise<Erasure | null> =>
  erasure.erasedFrom !== null
    ? erasure
    : kept({ ...erasure, erasedFrom: turn.ports.clock(), examined: 0, version: erasure.version + 1 }, turn);

/** All is done, or begins anew with what was left over. */
const ended = async (before: Erasure, turn: Turn): Promise<Erasure | null> => {
  const { database, clock } = turn.ports;
  const counts = await countItems(database, before.erasureId);
  const version = before.version + 1;
  if (inState(counts, "listed") + inState(counts, "marked") > 0)
    return kept({ ...before, counts, cursor: null, version }, turn);
  const state = erasureAfter(before.state, "erased");
  const after: Erasure = { ...before, state, counts, erasedUntil: clock(), cursor: null, examined: 0, version };
  const codes = [
    "erased",
    ...(["erased", "held", "changed", "failed"] as const).map((each) => `${each}-${inState(counts, each)}`),
  ];
  const entry = auditWrite(turn.trail({ object: before.erasureId, codes }));
  return (await database.transact([...erasureWrites(after), entry])).ok ? after : null;
};

/** One page of the step it stands in, and the run behind it; null when another turn was faster. */
const page = async (erasure: Erasure, pass: Pass, frozen: () => Promise<Frozen>): Promise<Erasure | null> => {
  const { step: name, after } = cursorOf(erasure);
  const at = steps.findIndex((step) => step.name === name);
  const step = steps[at];
  if (!step) throw new Error("an erasure in no known step");
  const { looked, next } = await step.page(after, pass, frozen);
  const following = steps[at + 1];
  const moved = { ...erasure, examined: erasure.examined + looked };
  const onward = next !== null ? { step: name, after: next } : following && { step: following.name, after: null };
  return onward
    ? kept({ ...moved, cursor: JSON.stringify(onward), version: erasure.version + 1 }, pass.turn)
    : ended(moved, pass.turn);
};

/**
 * 満了した記録を消す. What is done is in the items; the cursor only says where to go on. Refused because another turn was
 * faster, or its own answer was lost, it gives the erasure as it stands.
 */
export const eraseDue: StateWork = async (started, turn) => {
  const { ports } = turn;
  let erasure = await begun(started, turn);
  if (!erasure) return erasureAgain(started, ports.database);
  const { state, erasureId, asOf } = erasure;
  const looking = { ports, rowOf: rowsInForce(erasure, ports.schedule) };
  const pass: Pass = { turn, erasureId, asOf, looking, key: await erasureKey(erasure, ports) };
  let known: Promise<Frozen> | undefined;
  const frozen = () => {
    known ??= frozenPeople(pass);
    return known;
  };
  do {
    const after: Erasure | null = await page(erasure, pass, frozen);
    if (!after) return erasureAgain(started, ports.database);
    erasure = after;
  } while (erasure.state === state && erasure.cursor !== null && turn.hasTime());
  return erasure;
};
