import type { PersonId } from "../../shared/domain/ids.ts";
import type { Call } from "../../shared/http/call.ts";
import type { BlindIndex } from "../../shared/protection/blind-index.ts";
import type { Output, OutputPart } from "../../shared/stores/outputs.ts";
import type { ExportPorts } from "./ports.ts";

/** What a production needs of the call or the turn of the clock that it goes on in. */
export type ProductionCall = Pick<Call, "trail" | "occasion">;

export type OutputOf<Kind extends Output["kind"]> = Extract<Output, { readonly kind: Kind }>;

/** What a turn of a production has to work with. */
export interface Work<Kind extends Output["kind"] = Output["kind"]> {
  readonly output: OutputOf<Kind>;
  readonly index: BlindIndex;
  readonly call: ProductionCall;
  readonly ports: ExportPorts;
  readonly hasTime: () => boolean;
  /** Whether the policies let a person be in it: not one whose 利用 is suspended. */
  readonly includes: (person: PersonId) => boolean;
}

export interface MadeFile {
  readonly type: OutputPart["type"];
  readonly bytes: Uint8Array;
  /** Rows or 届出 in it. */
  readonly lines: number;
}

/** A turn, done: the files it made, and where the next goes on. */
export interface Produced {
  /** Null behind the last turn. */
  readonly next: string | null;
  readonly examined: number;
  /** 届出 that would be in it, or people that were not opened to see whether they would: their 利用 is suspended. */
  readonly leftOut: number;
  readonly files: readonly MadeFile[];
}
