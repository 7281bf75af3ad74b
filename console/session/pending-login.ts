import { randomText } from "./pkce.ts";

/** What must survive the way to the identity provider and back. No token is ever among it. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person was in the console; holds no personal data. */
  readonly hash: string;
}

const place = "kokunen-pending-login";

export const beginPendingLogin = (storage: Storage, hash: string): PendingLogin => {
  const pending = { state: randomText(), nonce: randomText(), verifier: randomText(), hash };
  storage.setItem(place, JSON.stringify(pending));
  return pending;
};

/** Gives it once: a second answer to the same question finds nothing. */
export const takePendingLogin = (storage: Storage): PendingLogin | null => {
  const kept = storage.getItem(place);
  storage.removeItem(place);
  return kept === null ? null : (JSON.parse(kept) as PendingLogin);
};
