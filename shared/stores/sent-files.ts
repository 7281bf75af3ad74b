import { createHash } from "node:crypto";
import * as z from "zod";
import { instantSchema } from "../domain/values.ts";
import { dayAt, type PlainDate } from "../law/calendar.ts";
import type { Database, Key } from "./database.ts";
import type { Holding } from "./holding.ts";
import type { NamedVersions } from "./named-versions.ts";

/** The bucket of what went out: media and papers of 進達, and outputs of 所得情報. */
export const sentBucket = "outbox";

/** Names as the system gives them; they say nothing of anybody. */
const ownNames = /^(T\d{8}-[0-9A-HJKMNP-TV-Z]{6}|income-outputs\/[\w.-]+)\/[a-z0-9-]+\.(dat|pdf|csv|json)$/;

const prefix = `object:${sentBucket}/`;

/** By what a file is known among the items of an erasure. A name that the system did not give may be somebody's: of it only a digest. */
export const sentFileRecord = (name: string): string =>
  `${prefix}${ownNames.test(name) ? name : `~${createHash("sha256").update(name).digest("base64url")}`}`;

export const isSentFile = (record: string): boolean => record.startsWith(prefix);

/** The run or output that sent a file, by the file's name. */
const senders: readonly (readonly [RegExp, string])[] = [
  [/^(T\d{8}-[0-9A-HJKMNP-TV-Z]{6})\//, "RUNS"],
  [/^income-outputs\/([^/]+)\//, "INCOME-OUTPUTS"],
];

const senderOf = (name: string): Key | null => {
  for (const [pattern, pk] of senders) {
    const sk = pattern.exec(name)?.[1];
    if (sk !== undefined) return { pk, sk };
  }
  return null;
};

/** A row of what was sent out: approved, and on its way the same hour. */
const sentRow = z.object({ state: z.literal("released"), decision: z.object({ at: instantSchema }) });

const newestOf = ({ versions }: NamedVersions): PlainDate | null => {
  const contents = versions.filter(({ marker }) => !marker);
  const newest = (contents.length > 0 ? contents : versions)
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return newest === undefined ? null : dayAt(instantSchema.parse(newest));
};

/**
 * What files in the outbox are, for erasure: each a record of nobody's, since it tells of many. Its clock starts when it was sent
 * out: the day on which its run or output was approved for it, whatever day a backup put it back on; where no row says so, when its
 * newest content was put, or the newest mark of its deletion where there is no content.
 */
export const holdingsOfSentFiles = async (
  database: Pick<Database, "getAll">,
  files: readonly NamedVersions[],
): Promise<readonly Holding[]> => {
  const wanted = files.map(({ name }) => senderOf(name));
  const rows = await database.getAll(wanted.flatMap((key) => (key ? [{ table: "transmittals", key } as const] : [])));
  let met = 0;
  return files.map((file, at): Holding => {
    const row = wanted[at] === null ? undefined : rows[met++];
    const sent = sentRow.safeParse(row);
    return {
      kind: "record",
      owner: "~",
      record: sentFileRecord(file.name),
      class: "transmittal-file",
      clockOn: sent.success ? dayAt(sent.data.decision.at) : newestOf(file),
    };
  });
};
