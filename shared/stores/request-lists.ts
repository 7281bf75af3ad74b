import * as z from "zod";
import type { RequestId } from "../domain/ids.ts";
import { requestIdSchema } from "../domain/values.ts";
import { type Database, type Item, queryAll } from "./database.ts";
import { type Request, requestLists, requestOf, requestRowOf } from "./requests.ts";

const pointerRow = z.object({ requestId: requestIdSchema });

/** As many rows as DynamoDB hands over in one call. */
const atOnce = 100;

const requestsAt = async (database: Database, pointers: readonly Item[]): Promise<Request[]> => {
  const found: Request[] = [];
  for (let at = 0; at < pointers.length; at += atOnce) {
    const ids = pointers.slice(at, at + atOnce).map((item) => pointerRow.parse(item).requestId);
    for (const item of await database.getAll(ids.map(requestRowOf))) {
      const request = requestOf(item);
      if (request) found.push(request);
    }
  }
  return found;
};

/** Every case that is not over: what is due first comes first, and what awaits 補正 or its end comes last. There are few. */
export const openRequests = async (database: Database): Promise<Request[]> => {
  const pointers: Item[] = [];
  for await (const item of queryAll(database, { table: "requests", pk: requestLists.open })) pointers.push(item);
  return requestsAt(database, pointers);
};

/** Cases by number, newest first, after `after`. */
export const newestRequests = async (database: Database, limit: number, after?: RequestId): Promise<Request[]> =>
  requestsAt(
    database,
    await database.query({
      table: "requests",
      pk: requestLists.all,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    }),
  );
