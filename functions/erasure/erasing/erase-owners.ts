import type { ErasureItem } from "../../../shared/stores/erasures.ts";
import { isSentFile } from "../../../shared/stores/sent-files.ts";
import { isTrailMonth } from "../../../shared/stores/trail-months.ts";
import { groupsOf } from "../../groups-of.ts";
import { erasePerson } from "./erase-person.ts";
import { eraseRecords } from "./erase-records.ts";
import { settleAbsent } from "./erase-sent-files.ts";
import type { Pass } from "./pass.ts";

/** Owners at once: each is a few round trips, one after the other. */
const atOnce = 8;

/** Sent files and months of the trail have walks of their own. */
const isOfRows = (record: string): boolean => record !== "person" && !isSentFile(record) && !isTrailMonth(record);

const eraseOwner = async (items: readonly ErasureItem[], pass: Pass): Promise<void> => {
  const person = items.find(({ record, owner }) => record === "person" && owner !== "~");
  const records = items.filter(({ record, state }) => state === "listed" && isOfRows(record));
  if (person?.state === "marked" && person.owner !== "~")
    return erasePerson({ owner: person.owner, item: person, records }, pass);
  // Their key could not be stopped yet: all of theirs waits for the next pass.
  if (person?.state === "listed") return;
  await settleAbsent(
    items.filter(({ record }) => isSentFile(record)),
    pass,
  );
  await eraseRecords(records, pass);
};

/** Everything listed of these owners: people as a whole, records of those who stay one by one. */
export const eraseOwners = async (groups: readonly (readonly ErasureItem[])[], pass: Pass): Promise<void> => {
  for (const some of groupsOf(groups, atOnce)) await Promise.all(some.map((items) => eraseOwner(items, pass)));
};
