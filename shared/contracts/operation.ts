import type { EntryKind } from "../audit/entry-kinds.ts";
import type { FunctionName } from "./environment.ts";

/** One call of the private API. */
export interface Operation {
  readonly method: "GET" | "POST";
  /** `{name}` marks a path parameter. */
  readonly path: string;
  readonly function: FunctionName;
  /** What its entry in the access trail tells of. */
  readonly kind: EntryKind;
  /** Japanese, for the OpenAPI document and the audit label. */
  readonly title: string;
}
