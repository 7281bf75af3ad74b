import type { KeyObject } from "node:crypto";
import { sha256 } from "../../../shared/stores/files.ts";
import { decrypted } from "./envelope.ts";
import { type Manifest, manifestName, type Part, readManifest } from "./manifest.ts";
import type { ReturnFolder } from "./ports.ts";

/** What is wrong with a file of a return. */
export const returnFaults = {
  "no-manifest": "目録がないか、目録の合計が合わない",
  missing: "ファイルがない",
  changed: "ファイルのSHA-256が目録と違う",
  "cannot-open": "この鍵で開けない",
  "other-content": "中身のSHA-256か件数が目録と違う",
} as const satisfies Record<string, string>;
export interface ReturnFault {
  readonly file: string;
  readonly fault: keyof typeof returnFaults;
}

export interface CheckedReturn {
  readonly manifest: Manifest | undefined;
  /** SHA-256 of the manifest as it lies there: what the ward signs for. */
  readonly sha256: string;
  readonly faults: readonly ReturnFault[];
}

const newline = 0x0a;
const recordsIn = (part: Part, plain: Uint8Array): number =>
  part.object ? 1 : plain.reduce((count, byte) => count + (byte === newline ? 1 : 0), 0);

/** Opens every file of a return, as the ward does, one at a time; `each` is shown what opened and is whole. */
export const checkReturn = async (
  folder: Pick<ReturnFolder, "read">,
  key: KeyObject,
  each: (part: Part, plain: Uint8Array) => Promise<void> = async () => undefined,
): Promise<CheckedReturn> => {
  const found = readManifest((await folder.read(manifestName)) ?? new Uint8Array());
  if (!found) return { manifest: undefined, sha256: "", faults: [{ file: manifestName, fault: "no-manifest" }] };
  const look = async (part: Part): Promise<ReturnFault["fault"] | undefined> => {
    const bytes = await folder.read(part.file);
    if (!bytes) return "missing";
    if (sha256(bytes) !== part.encryptedSha256) return "changed";
    const plain = await decrypted(key, bytes);
    if (!plain) return "cannot-open";
    if (sha256(plain) !== part.sha256 || recordsIn(part, plain) !== part.records) return "other-content";
    await each(part, plain);
    return undefined;
  };
  const faults: ReturnFault[] = [];
  for (const part of found.manifest.parts) {
    const fault = await look(part);
    if (fault) faults.push({ file: part.file, fault });
  }
  return { ...found, faults };
};
