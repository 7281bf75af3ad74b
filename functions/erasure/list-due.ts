import * as z from "zod";
import { erasureAfter } from "../../shared/domain/erasures.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { type Erasure, erasureItemWrite, erasureWrites } from "../../shared/stores/erasures.ts";
import { inState } from "./count-items.ts";
import { erasureAgain } from "./erasure-again.ts";
import { histories } from "./listing/histories.ts";
import { holdsNow } from "./listing/holds-now.ts";
import { judge } from "./listing/judge.ts";
import { type ListedPeople, listedPeople } from "./listing/listed-people.ts";
import type { Phase } from "./listing/phase.ts";
import { phases } from "./listing/phases.ts";
import { countsAfter, type Stretch, stretchesOf } from "./listing/stretch.ts";
import { rowsInForce } from "./rows-in-force.ts";
import type { StateWork, Turn } from "./turn.ts";

/** The phase, and where in it; a phase that is none says that all are done. */
const cursorText = z.strictObject({ phase: z.string(), after: z.string().nullable() });
type Cursor = z.infer<typeof cursorText>;
const done = "done";

const cursorOf = ({ cursor }: Erasure): Cursor =>
  cursor === null ? { phase: phases[0]?.name ?? done, after: null } : cursorText.parse(JSON.parse(cursor));

const behind = (phase: Phase): Cursor => ({ phase: phases[phases.indexOf(phase) + 1]?.name ?? done, after: null });

/** The items of a stretch and the run behind it: all or none, so that a turn that died begins where nothing is written yet. */
const keep = async (before: Erasure, cursor: Cursor, stretch: Stretch, { ports }: Turn): Promise<Erasure | null> => {
  const after: Erasure = {
    ...before,
    cursor: JSON.stringify(cursor),
    examined: before.examined + stretch.looked,
    counts: countsAfter(before.counts, stretch),
    version: before.version + 1,
  };
  const written = await ports.database.transact([
    ...erasureWrites(after),
    ...[...stretch.items, ...stretch.kept.values()].map((item) => erasureItemWrite(before.erasureId, item)),
  ]);
  return written.ok ? after : null;
};

/** All is looked at: it waits for approval, or there is nothing to approve. What is held or kept stays listed either way. */
const end = async (before: Erasure, { ports, occasion, trail }: Turn): Promise<Erasure | null> => {
  const states = ["listed", "held", "kept"] as const;
  const state = erasureAfter(before.state, inState(before.counts, "listed") > 0 ? "listed" : "nothing-due");
  const after: Erasure = { ...before, state, listedAt: occasion.at, cursor: null, version: before.version + 1 };
  const codes = [state, ...states.map((each) => `${each}-${inState(before.counts, each)}`)];
  const entry = auditWrite(trail({ object: before.erasureId, codes }));
  return (await ports.database.transact([...erasureWrites(after), entry])).ok ? after : null;
};

/**
 * 満了した記録を集める: every phase page by page, each stretch of rows written with the place behind it. Refused because
 * another turn was faster, or its own answer was lost, it gives the erasure as it stands, and the next turn goes on there.
 */
export const listDue: StateWork = async (started, turn) => {
  const { ports } = turn;
  const holds = await holdsNow(turn);
  const looking = { ports, rowOf: rowsInForce(started, ports.schedule) };
  let listed: ListedPeople | null = null;
  let erasure = started;
  do {
    const cursor = cursorOf(erasure);
    const phase = phases.find(({ name }) => name === cursor.phase);
    if (!phase) return (await end(erasure, turn)) ?? erasureAgain(erasure, ports.database);
    // People are listed by the first phase, and kept by those behind it.
    if (phase !== histories) listed ??= await listedPeople(ports.database, erasure.erasureId);
    const { looked, placeOf, next } = await phase.page(cursor.after, looking);
    const judged = looked.map((found) =>
      found === null || found === "unknown" ? found : judge(found, started.asOf, holds),
    );
    const onward = next === null ? behind(phase) : { phase: phase.name, after: next };
    let passed = 0;
    const nothing: Stretch = { looked: 0, unknown: 0, items: [], kept: new Map() };
    for (const stretch of looked.length === 0 ? [nothing] : stretchesOf(judged, listed ?? new Map())) {
      passed += stretch.looked;
      const place = passed === looked.length ? onward : { phase: phase.name, after: placeOf(passed - 1) };
      const after = await keep(erasure, place, stretch, turn);
      if (!after) return erasureAgain(erasure, ports.database);
      if (stretch.unknown > 0)
        ports.log.note("erasure-unknown-rows", {
          erasureId: erasure.erasureId,
          phase: phase.name,
          rows: stretch.unknown,
        });
      erasure = after;
    }
  } while (turn.hasTime());
  return erasure;
};
