import type { TakenPart } from "../api/output-types.ts";
import { bytesOf } from "./save-file.ts";

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes of a part, or null where they are not what their SHA-256 says. */
export const checkedPart = async ({ contentBase64, sha256 }: TakenPart): Promise<Uint8Array<ArrayBuffer> | null> => {
  const bytes = bytesOf(contentBase64);
  return hex(await crypto.subtle.digest("SHA-256", bytes)) === sha256 ? bytes : null;
};
