import type { Log } from "../shared/http/log.ts";

/**
 * The handler of a function that no caller waits for. The Lambda runtime prints the message of whatever is thrown, and a
 * message may repeat data of a person: the error is logged by its kind and place, and what leaves says only that it failed.
 */
export const byTheClock =
  <Event, Result>(log: Log, work: (event: Event) => Promise<Result>) =>
  async (event: Event): Promise<Result> => {
    try {
      return await work(event);
    } catch (error) {
      log.fault(error);
      throw new Error("failed: see internal-error in the log");
    }
  };
