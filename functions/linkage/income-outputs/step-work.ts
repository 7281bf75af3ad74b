import type { FileHeader } from "../../../shared/documents/record-file.ts";
import type { UnpaidMonths } from "../../../shared/documents/unpaid-list.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { IncomeOutcome } from "../../../shared/domain/income-outputs.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { BlindIndex } from "../../../shared/protection/blind-index.ts";
import type { IncomeOutput } from "../../../shared/stores/income-outputs.ts";
import type { OutputPorts } from "./ports.ts";

/** 所得情報提供依頼, its lines still to be read. */
export interface RequestList {
  readonly header: FileHeader;
  readonly lines: readonly Uint8Array[];
}

/** 未納者一覧, with the place of the first line of each number: only that one counts. */
export interface UnpaidList {
  readonly header: FileHeader;
  readonly lines: readonly (UnpaidMonths | null)[];
  readonly first: ReadonlyMap<string, number>;
}

/** What a step of an output has to work with. */
export interface StepWork {
  readonly output: IncomeOutput;
  readonly list: RequestList | null;
  readonly unpaid: UnpaidList | null;
  readonly index: BlindIndex;
  readonly call: Call;
  readonly ports: OutputPorts;
}

/** The work of a step, and whom the policies let into a list of 免除勧奨: nobody whose 利用 is suspended. */
export interface IncludingWork extends StepWork {
  readonly includes: (person: PersonId) => boolean;
}

/** A step, done: what became of each person or line, the lines written, and where the next step goes on. */
export interface Produced {
  /** Null behind the last step. */
  readonly next: string | null;
  readonly outcomes: readonly IncomeOutcome[];
  readonly lines: number;
  readonly part: Uint8Array;
}
