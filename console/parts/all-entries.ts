import type { Answer, Client, Query } from "../api/client.ts";
import type { EntriesAnswer, ShownEntry } from "../api/types.ts";

/** Pages that one screen asks for at most: 1,000 entries. */
const mostPages = 10;

/** Every entry of a short period, newest first; `more` says that there are others. */
export const allEntries = async (
  client: Client,
  query: Query,
): Promise<Answer<{ readonly entries: readonly ShownEntry[]; readonly more: boolean }>> => {
  const entries: ShownEntry[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await client.get<EntriesAnswer>("/v1/audit/entries", { ...query, limit: 100, after });
    if ("problem" in answer) return answer;
    entries.push(...answer.body.entries);
    if (answer.body.next === null) return { body: { entries, more: false } };
    after = answer.body.next;
  }
  return { body: { entries, more: true } };
};
