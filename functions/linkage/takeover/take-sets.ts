import { ownActor } from "../../../shared/access/caller.ts";
import { takeoverFaults, takeoverOrder } from "../../../shared/contracts/takeover.ts";
import { lettersFrom, type OfficerId } from "../../../shared/domain/ids.ts";
import { type TrailFacts, trailEntry } from "../../../shared/http/call.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { sha256 } from "../../../shared/stores/files.ts";
import { allTakeovers, type Takeover, takeoverWrite } from "../../../shared/stores/takeovers.ts";
import type { StoredVersion } from "../../../shared/stores/versions.ts";
import type { Feed } from "../feed.ts";
import { eraseExtract } from "./erase-extract.ts";
import type { TakeoverPorts } from "./ports.ts";
import { manifestName, readSet } from "./read-set.ts";
import { reconcile } from "./reconcile.ts";
import { filesOf, resultName, setFolder, setsIn, versionsBelow } from "./set-objects.ts";
import { takePeople } from "./take-people.ts";

/** Milliseconds in which people are taken in; reading them back and erasing take the rest of the ten minutes. */
const workingTime = 6 * 60_000;

const feedOf = async (ports: TakeoverPorts): Promise<Feed> => {
  const at = ports.clock();
  const officer = "takeover" as OfficerId;
  const origin = {
    caller: ownActor(officer),
    correlationId: at,
    action: "takeover-files",
    kind: "change",
    random: ports.random,
  } as const;
  return {
    occasion: { at, by: officer },
    trail: (facts: TrailFacts) => trailEntry(origin, at, facts),
    index: await ports.keyring.index(),
    ports,
  };
};

/** Whose word an extract is erased on: the takeover's own 決裁 once it agrees, or the decision to give up on it. */
interface Word {
  readonly by: string;
  readonly documentNumber: string;
  readonly reconciled: boolean;
}

const report = (ports: TakeoverPorts, fingerprint: string, content: object) =>
  ports.results.put(resultName(fingerprint), Buffer.from(`${JSON.stringify(content, null, 1)}\n`), "application/json");

const erase = async (takeover: Takeover, ports: TakeoverPorts, feed: Feed): Promise<void> => {
  const { certificateId, copies } = await eraseExtract(takeover, ports, feed);
  const { fingerprint } = takeover;
  if (certificateId !== null) {
    ports.log.note("takeover-erased", { setId: fingerprint, files: takeover.erasure?.files.length ?? 0 });
    return;
  }
  await report(ports, `${fingerprint}-copies`, { fingerprint, reason: "copies-left", copies });
  ports.log.note("takeover-waits", { setId: fingerprint, fault: "copies-left" });
};

/** Each file of a set once, those of superseded versions too. */
const filesToErase = async (set: string, { linkage }: TakeoverPorts) => {
  const files = new Map<string, number>();
  for await (const { name, version, marker } of versionsBelow(linkage, setFolder(set))) {
    const bytes = marker ? undefined : await linkage.get(name, version);
    if (bytes) files.set(sha256(bytes), bytes.length);
  }
  return [...files].map(([digest, size]) => ({ sha256: digest, size }));
};

/** Decides on the erasure, once; what it goes by is kept before anything is taken away. */
const decideErasure = async (takeover: Takeover, word: Word, ports: TakeoverPorts, feed: Feed): Promise<void> => {
  const { at } = feed.occasion;
  const next: Takeover = {
    ...takeover,
    state: "erasing",
    erasure: {
      certificateId: `X${dayAt(at).replaceAll("-", "")}-${lettersFrom(ports.random(6))}`,
      from: at,
      approval: { by: word.by, at, documentNumber: word.documentNumber },
      reconciled: word.reconciled,
      files: await filesToErase(takeover.set, ports),
      until: null,
      examined: 0,
    },
    version: takeover.version + 1,
  };
  const codes = [word.reconciled ? "reconciled" : "given-up"];
  const kept = await ports.database.transact([
    takeoverWrite(next),
    auditWrite(feed.trail({ object: takeover.fingerprint, purpose: "takeover", codes })),
  ]);
  if (!kept.ok) throw new Error("a set was decided on by another turn at the same time");
  await erase(next, ports, feed);
};

/** A set's row, begun where there is none. */
const begun = async (fingerprint: string, set: string, all: readonly Takeover[], feed: Feed): Promise<Takeover> => {
  const known = all.find((each) => each.fingerprint === fingerprint);
  // The same set may come again in another folder: what is erased is where it lies now.
  if (known) return { ...known, set };
  const { at } = feed.occasion;
  const takeover: Takeover = { fingerprint, set, state: "taking", startedAt: at, erasure: null, version: 1 };
  const kept = await feed.ports.database.transact([
    takeoverWrite(takeover),
    auditWrite(feed.trail({ object: fingerprint, purpose: "takeover", codes: ["begun"] })),
  ]);
  if (!kept.ok) throw new Error("a set was begun by another turn at the same time");
  return takeover;
};

interface Turn {
  readonly ports: TakeoverPorts;
  readonly feed: Feed;
  readonly all: readonly Takeover[];
  readonly goOn: () => boolean;
}

/** Takes a set in as far as the turn goes, and erases it once everything agrees. */
const takeSet = async (set: string, objects: readonly StoredVersion[], { ports, feed, all, goOn }: Turn) => {
  const files = await filesOf(ports.linkage, objects);
  // The manifest comes last: before it the set is still being put there.
  const manifest = files.get(manifestName);
  if (manifest === undefined) return;
  const known = all.find(({ fingerprint }) => fingerprint === sha256(manifest));
  if (known?.state === "waiting") {
    ports.log.note("takeover-waits", { setId: known.fingerprint, fault: "not-reconciled" });
    return;
  }
  const read = readSet(files, ports.covered);
  const { fingerprint } = read;
  if (!read.ok) {
    const { fault, file, line } = read;
    await report(ports, fingerprint, { fingerprint, refused: fault, detail: takeoverFaults[fault], file, line });
    await ports.database.transact([
      auditWrite(feed.trail({ object: fingerprint, purpose: "takeover", result: "refused", codes: [fault] })),
    ]);
    ports.log.note("takeover-waits", { setId: fingerprint, fault });
    return;
  }
  const takeover = await begun(fingerprint, set, all, feed);
  const marks = await takePeople(read, feed, goOn);
  if (!marks) return;
  const result = await reconcile(read, marks, feed);
  await report(ports, fingerprint, result);
  ports.log.note("takeover-done", {
    setId: fingerprint,
    rows: read.rows.length,
    rejected: result.rejects.length,
  });
  if (result.reconciled) {
    const word = { by: "takeover", documentNumber: read.manifest.documentNumber, reconciled: true };
    await decideErasure(takeover, word, ports, feed);
    return;
  }
  await ports.database.transact([takeoverWrite({ ...takeover, state: "waiting", version: takeover.version + 1 })]);
  ports.log.note("takeover-waits", { setId: fingerprint, fault: "not-reconciled" });
};

/** The decision that a set is not taken in any further: it is erased as it is. What was taken in of it stays. */
const giveUp = async (
  set: string,
  documentNumber: string,
  objects: readonly StoredVersion[],
  { ports, feed, all }: Turn,
) => {
  const files = await filesOf(ports.linkage, objects);
  const fingerprint = sha256(files.get(manifestName) ?? Buffer.from(`${set} without a manifest`));
  const takeover = await begun(fingerprint, set, all, feed);
  if (takeover.state !== "erasing")
    await decideErasure(takeover, { by: "operator", documentNumber, reconciled: false }, ports, feed);
};

/** One turn over the sets below `takeover/`. What was begun to be erased goes on first. */
export const takeSets =
  (ports: TakeoverPorts) =>
  async (event: unknown): Promise<{ readonly sets: number }> => {
    const order = takeoverOrder.parse(event);
    const feed = await feedOf(ports);
    const until = Date.parse(feed.occasion.at) + workingTime;
    const all = await allTakeovers(ports.database);
    for (const takeover of all) if (takeover.state === "erasing") await erase(takeover, ports, feed);
    const turn: Turn = { ports, feed, all, goOn: () => Date.parse(ports.clock()) < until };
    const sets = await setsIn(ports.linkage);
    if ("giveUp" in order) await giveUp(order.set, order.documentNumber, sets.get(order.set) ?? [], turn);
    else
      for (const [set, objects] of sets)
        if ((order.set ?? set) === set && turn.goOn()) await takeSet(set, objects, turn);
    return { sets: sets.size };
  };
