import { attestedBeginning, isNamedFromBehind } from "../../../shared/audit/attested-beginning.ts";
import { findDigest } from "../../../shared/audit/check-digest.ts";
import type { Hour } from "../../../shared/audit/hours.ts";
import { lastHourOfMonth } from "../../../shared/audit/trail-months.ts";
import { digestName } from "../../../shared/audit/trail-names.ts";
import { verifyTrail } from "../../../shared/audit/verify-trail.ts";
import type { PlainMonth } from "../../../shared/law/calendar.ts";
import type { ErasureItem } from "../../../shared/stores/erasures.ts";
import { monthOfRecord } from "../../../shared/stores/trail-months.ts";
import type { Pass } from "./pass.ts";

const lastDigestOf = ({ record }: ErasureItem): string => digestName(lastHourOfMonth(monthOfRecord(record)));

/**
 * Whether the trail is whole from its oldest digest to the end of the month, and that digest the true beginning, or what a
 * certificate or a month of this very erasure (`gone`) leaves as one. What somebody cut or changed is never certified away.
 */
export const isWholeMonth = async (
  month: PlainMonth,
  oldest: Hour,
  gone: readonly ErasureItem[],
  { turn }: Pass,
): Promise<boolean> => {
  const { audit: reader, signer, clock } = turn.ports;
  const publicKey = await signer.publicKey();
  const previous = (await findDigest(reader, oldest))?.digest?.previousDigest;
  if (previous === undefined) return false;
  const begins =
    previous === null ||
    gone.some((item) => lastDigestOf(item) === previous.name) ||
    (await attestedBeginning(reader, publicKey)(previous)) !== undefined;
  if (!begins) return false;
  const last = lastHourOfMonth(month);
  if (!(await isNamedFromBehind(reader, last, publicKey))) return false;
  return (await verifyTrail({ reader, publicKey, now: clock(), range: { from: oldest, to: last } })).ok;
};
