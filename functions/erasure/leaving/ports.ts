import type { ErasurePorts } from "../ports.ts";

/** What leaving needs of the world outside. The operator's command holds it, with the credentials of the erasure role. */
export interface LeavingPorts
  extends Pick<
    ErasurePorts,
    "database" | "keyring" | "clock" | "random" | "scan" | "buckets" | "audit" | "signer" | "backups" | "ward"
  > {
  /** `kokunen-<env>`. */
  readonly environment: string;
  /** Says how far it is: names of tables and counts, nothing of a person. */
  readonly tell: (line: string) => void;
}

/** Where the return is written to and read from: whole files by name. */
export interface ReturnFolder {
  /** All of it or nothing, whenever the process dies. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  read(name: string): Promise<Uint8Array | undefined>;
  remove(name: string): Promise<void>;
}

/** A double. */
export const memoryFolder = (
  files = new Map<string, Uint8Array>(),
): ReturnFolder & { readonly files: Map<string, Uint8Array> } => ({
  files,
  write: async (name, bytes) => {
    files.set(name, Uint8Array.from(bytes));
  },
  read: async (name) => files.get(name),
  remove: async (name) => {
    files.delete(name);
  },
});
