import type { ChangeState } from "../../../shared/contracts/resident-changes.ts";
import type { QuarantineReason } from "../../../shared/domain/resident-change.ts";
import type { Write } from "../../../shared/stores/database.ts";

/** What became of one row. */
export interface Taken {
  /** Its 異動番号; for a second content of one number, or what could not be read, a name made for it. */
  readonly changeName: string;
  readonly state: ChangeState;
  readonly reason: QuarantineReason | null;
  /** Known before, with the same content. */
  readonly repeated: boolean;
}

/** What is to be written together with the outcome: a file's mark on the line. */
export type Mark = (taken: Taken) => readonly Write[];
