import { temporaryBuckets } from "../../../shared/domain/temporary-files.ts";
import type { Item, Key } from "../../../shared/stores/database.ts";
import { leavingKey } from "../../../shared/stores/leaving.ts";
import { everyRow } from "../../../shared/stores/table-scan.ts";
import { type TableName, tableNames } from "../../../shared/stores/tables.ts";
import { everyVersion } from "../../../shared/stores/versions.ts";
import { bucketsRead } from "../ports.ts";
import type { LeavingPorts } from "./ports.ts";

/** Rows that go in one transaction. */
const atOnce = 100;

/** What stays: the row that says how far leaving is, and the list of certificates, which hold no personal data. */
const stays = (table: TableName, { pk }: Item): boolean =>
  table === "erasures" && (pk === leavingKey.pk || pk === "CERTIFICATES");

/** Keys first: from then on no copy of anything sealed can be opened, wherever it is. */
const inOrder: readonly TableName[] = ["keys", ...tableNames.filter((table) => table !== "keys")];

/** The audit bucket keeps what it holds until its lock is over. */
const emptied = bucketsRead.filter((bucket) => bucket !== "audit");

const takeRows = async (ports: LeavingPorts, table: TableName): Promise<void> => {
  let gone = 0;
  for (let after: Key | null = null; ; ) {
    const { items, next } = await ports.scan.page(table, after);
    const going = items.filter((item) => !stays(table, item));
    for (let from = 0; from < going.length; from += atOnce) {
      const keys = going.slice(from, from + atOnce).map(({ pk, sk }) => ({ pk, sk }));
      const outcome = await ports.database.transact(keys.map((key) => ({ kind: "remove", table, key }) as const));
      if (!outcome.ok) throw new Error(`rows of ${table} could not be taken away`);
    }
    gone += going.length;
    if (next === null) break;
    after = next;
  }
  ports.tell(`${table}: ${gone}行を消した / rows erased`);
};

const takeObjects = async (ports: LeavingPorts, bucket: (typeof emptied)[number]): Promise<void> => {
  let gone = 0;
  for (;;) {
    // From the beginning each time: what was listed is gone.
    const { versions } = await ports.buckets[bucket].page("", null);
    if (versions.length === 0) break;
    await ports.buckets[bucket].remove(versions);
    gone += versions.length;
  }
  ports.tell(`${bucket}: ${gone}個の版を消した / versions erased`);
};

/** Everything of the environment that is no certificate. Again: nothing is left to take. */
export const takeAway = async (ports: LeavingPorts): Promise<void> => {
  for (const table of inOrder) await takeRows(ports, table);
  for (const bucket of emptied) await takeObjects(ports, bucket);
};

/** What a walk through every table and bucket still finds. */
export interface Left {
  readonly places: readonly { readonly place: string; readonly found: number }[];
  readonly tables: number;
  readonly buckets: number;
}

export const readBack = async (ports: LeavingPorts): Promise<Left> => {
  const places: { place: string; found: number }[] = [];
  for (const table of inOrder) {
    let found = 0;
    for await (const item of everyRow(ports.scan, table)) if (!stays(table, item)) found += 1;
    if (found > 0) places.push({ place: table, found });
  }
  for (const bucket of emptied) {
    let found = 0;
    for await (const _version of everyVersion(ports.buckets[bucket])) found += 1;
    if (found > 0) places.push({ place: bucket, found });
  }
  return { places, tables: inOrder.length, buckets: emptied.length };
};

/** Versions that lie in the buckets of temporary files: they are not given back, and go with the rest. */
export const temporaryFiles = async ({ buckets }: Pick<LeavingPorts, "buckets">): Promise<number> => {
  let count = 0;
  for (const bucket of temporaryBuckets)
    for await (const { marker } of everyVersion(buckets[bucket])) if (!marker) count += 1;
  return count;
};
