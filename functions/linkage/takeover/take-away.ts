import type { ErasureCertificate } from "../../../shared/audit/certificate.ts";
import { auditWrite } from "../../../shared/stores/audit.ts";
import { certificateRow, issueCertificate } from "../../../shared/stores/certificates.ts";
import { allTakeovers, type Takeover, takeoverWrite } from "../../../shared/stores/takeovers.ts";
import type { StoredVersion } from "../../../shared/stores/versions.ts";
import { certificateOf, type Settled } from "./certificate-of.ts";
import { keep } from "./keep.ts";
import type { Run } from "./ports.ts";
import { copiesIn, setFolder, versionsBelow } from "./set-objects.ts";

/** Names of what keeps a set from its certificate: what is still in its folder, and copies of its files elsewhere. */
export interface Left {
  readonly stillThere: readonly string[];
}

const below = async ({ ports }: Run, set: string): Promise<StoredVersion[]> => {
  const there: StoredVersion[] = [];
  for await (const each of versionsBelow(ports.linkage, setFolder(set))) there.push(each);
  return there;
};

/** Fixes when nothing was found for the first time, so that the certificate is the same however often it is begun. */
const settled = async (
  run: Run,
  takeover: Takeover,
  found: { readonly examined: number; readonly inOtherSets: number },
): Promise<Takeover & { erasure: Settled }> => {
  const { erasure, version } = takeover;
  if (erasure === null) throw new Error("a set is taken away without an order");
  const { until, ...rest } = erasure;
  if (until !== null) return { ...takeover, erasure: { ...rest, until } };
  const over = { ...rest, until: run.occasion.at, ...found };
  await keep(run, { ...takeover, erasure: over, version: version + 1 }, { codes: ["nothing-left"] });
  return { ...takeover, erasure: over, version: version + 1 };
};

/**
 * Takes away every version of a set, reads back each time it is begun, and certifies only what it does not find: neither in
 * its folder, nor a copy of a file elsewhere in the bucket. Cut off anywhere it goes on from the row.
 */
export const takeAway = async (takeover: Takeover, run: Run): Promise<ErasureCertificate | Left> => {
  const { ports } = run;
  const there = await below(run, takeover.set);
  if (there.length > 0) await ports.linkage.remove(there);
  const { examined, copies } = await copiesIn(ports.linkage, takeover.erasure?.files ?? []);
  const others = (await allTakeovers(ports.database)).flatMap(({ set, state }) =>
    set === takeover.set || state === "done" ? [] : [setFolder(set)],
  );
  // What another set has in common with this one goes with that set, on its own account.
  const isOfOther = (name: string) => others.some((folder) => name.startsWith(folder));
  const astray = copies.filter((name) => !isOfOther(name));
  const left = [...astray, ...(await below(run, takeover.set)).map(({ name }) => name)];
  if (left.length > 0) return { stillThere: [...new Set(left)] };
  const over = await settled(run, takeover, { examined, inOtherSets: copies.length - astray.length });
  const certificate = await issueCertificate(ports, certificateOf(ports, over, over.erasure));
  const done = await ports.database.transact([
    takeoverWrite({ ...over, state: "done", version: over.version + 1 }),
    certificateRow(certificate),
    auditWrite(run.trail({ object: over.set, codes: ["extract-erased"] })),
  ]);
  if (!done.ok) throw new Error("a set was certified by another run at the same time");
  return certificate;
};
