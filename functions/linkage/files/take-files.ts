import { ownActor } from "../../../shared/access/caller.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import { type TrailFacts, trailEntry } from "../../../shared/http/call.ts";
import type { FileStore } from "../../../shared/stores/files.ts";
import type { Inbox } from "../../../shared/stores/inbox.ts";
import type { StorePorts } from "../../ports.ts";
import type { Feed } from "../feed.ts";
import type { Drop } from "./drop.ts";
import { importFile } from "./import-file.ts";

export interface FilePorts extends StorePorts {
  readonly inbox: Inbox;
  readonly results: FileStore;
}

/** Milliseconds of work in one turn; the function may take ten minutes, and the next turn comes a quarter of an hour later. */
const workingTime = 8 * 60_000;

/** The file drop in the access trail: it acts for itself, under its own name. */
const feedOf = async (name: string, ports: FilePorts): Promise<Feed> => {
  const at = ports.clock();
  const officer = `linkage:${name}` as OfficerId;
  const caller = ownActor(officer);
  const origin = { caller, correlationId: at, action: name, kind: "change", random: ports.random } as const;
  return {
    occasion: { at, by: officer },
    trail: (facts: TrailFacts) => trailEntry(origin, at, facts),
    index: await ports.keyring.index(),
    ports,
  };
};

/**
 * One turn over a file drop. A file leaves the inbox only after its report is there, which is written only after every
 * row of it is accounted for: cut off anywhere, the next turn goes on.
 */
export const takeFiles =
  <Row>(drop: Drop<Row>, ports: FilePorts) =>
  async (): Promise<{ readonly done: number; readonly left: number }> => {
    const feed = await feedOf(drop.name, ports);
    const until = Date.parse(feed.occasion.at) + workingTime;
    const goOn = () => Date.parse(ports.clock()) < until;
    const names = await ports.inbox.list();
    let done = 0;
    for (const name of names) {
      if (!goOn()) break;
      const file = await ports.inbox.get(name);
      if (!file) continue;
      const report = await importFile(drop, file.bytes, feed, goOn);
      if (!report) break;
      const text = `${JSON.stringify(report, null, 1)}\n`;
      await ports.results.put(`${drop.folder}/results/${report.fileId}.json`, Buffer.from(text), "application/json");
      await ports.inbox.remove(name, file.mark);
      done += 1;
    }
    return { done, left: names.length - done };
  };
