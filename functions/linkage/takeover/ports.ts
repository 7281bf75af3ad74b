import { ownActor } from "../../../shared/access/caller.ts";
import type { AuditEntry } from "../../../shared/audit/entry.ts";
import type { Signer } from "../../../shared/audit/signature.ts";
import type { Occasion } from "../../../shared/domain/filing.ts";
import type { OfficerId } from "../../../shared/domain/ids.ts";
import type { RetentionRow } from "../../../shared/domain/retention.ts";
import { type TrailFacts, trailEntry } from "../../../shared/http/call.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import type { TrailFiles } from "../../../shared/stores/trail-files.ts";
import type { Versions } from "../../../shared/stores/versions.ts";
import type { StorePorts } from "../../ports.ts";

/** What taking over needs of the world outside. The operator's command holds it. */
export interface TakeoverPorts extends Omit<StorePorts, "log"> {
  /** `kokunen-<env>`. */
  readonly environment: string;
  /** The linkage bucket in every version; sets lie below `takeover/`. */
  readonly linkage: Versions;
  /** The locked bucket, for the certificate. */
  readonly audit: TrailFiles;
  readonly signer: Signer;
  readonly schedule: readonly RetentionRow[];
  readonly ward: { readonly code: string; readonly name: string };
}

/** One run of the command: who runs it, when, and how it enters the trail. */
export interface Run {
  readonly occasion: Occasion;
  readonly trail: (facts: TrailFacts) => AuditEntry;
  readonly index: BlindIndex;
  readonly ports: TakeoverPorts;
}

/** The operator holds no duty of the ward: the trail names them, and the command by its action. */
export const runOf = async (
  ports: TakeoverPorts,
  action: "takeover:import" | "takeover:erase",
  operator: OfficerId,
): Promise<Run> => {
  const at = ports.clock();
  const origin = {
    caller: ownActor(operator),
    correlationId: at,
    action,
    kind: "change",
    random: ports.random,
  } as const;
  return {
    occasion: { at, by: operator },
    trail: (facts) => trailEntry(origin, at, { purpose: "takeover", ...facts }),
    index: await ports.keyring.index(),
    ports,
  };
};
