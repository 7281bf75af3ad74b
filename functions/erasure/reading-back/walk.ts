import type { Looked } from "./progress.ts";
import type { Reading } from "./reading.ts";

/** A way through everything of one kind, page by page. */
export interface Walk {
  readonly name: string;
  readonly page: (after: string | null, reading: Reading) => Promise<Looked & { readonly next: string | null }>;
}
